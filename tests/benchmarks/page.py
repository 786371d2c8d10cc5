"""How long a recipient waits: first words and verdict of the page, warm, over HTTP.

python tests/benchmarks/page.py [--runs 15] [--workers 1] [PICTURE...]

Without pictures a rendered 1080 x 2400 screenshot with 40 lines of text is uploaded.  "First words" is the answer to
the upload, in which the page says that it begins; the verdict is the finished result page with its pictures.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from statistics import median

from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "web"))
from render import page, rows
from serving import Server, served

POLL_S = 0.1  # four times as often as the page asks


def screenshot() -> bytes:
    """A phone's screenshot, full of text."""
    buffer = BytesIO()
    Image.fromarray(page(rows(40), (1080, 2400))).save(buffer, "PNG")
    return buffer.getvalue()


def timed(server: Server, data: bytes) -> tuple[float, float]:
    """Seconds to the first words and to the whole result."""
    begun = time.perf_counter()
    answer = server.upload(data, Prefer="respond-async")
    first = time.perf_counter() - begun
    place = answer.headers["Location"]
    while (told := server.ask(place)).status == 202:
        time.sleep(POLL_S)
    if told.status != 200:
        raise SystemExit(f"no verdict, but {told.status}: {told.json['code']}; is the machine busy?")
    people = place.removeprefix("/v1")
    for picture in set(re.findall(r'src="([^"]+\.jpg)"', server.ask(people).body.decode())):
        server.ask(picture)
    verdict = time.perf_counter() - begun
    server.ask(place, method="DELETE")
    return first, verdict


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("pictures", nargs="*", type=Path)
    given = parser.parse_args()
    files = [each.read_bytes() for each in given.pictures] or [screenshot()]
    with tempfile.TemporaryDirectory() as folder:
        options = ("--workers", str(given.workers), "--proxies", "1", "--real")
        with served(Path(folder), *options) as server:
            timed(server, files[0])
            times = [timed(server, files[run % len(files)]) for run in range(given.runs)]
            peak = server.peak_bytes() / 1e6
    for name, column in zip(("first words", "verdict"), zip(*times, strict=True), strict=True):
        ordered = sorted(column)
        p95 = ordered[min(int(0.95 * len(ordered)), len(ordered) - 1)]
        sys.stdout.write(f"{name:12}  median {median(ordered):.2f} s, p95 {p95:.2f} s, {len(ordered)} uploads\n")
    sys.stdout.write(f"serving process: peak {peak:.0f} MB\n")


if __name__ == "__main__":
    main()
