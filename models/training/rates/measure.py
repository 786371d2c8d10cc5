"""Measures every check and writes models/rates.json and models/calibration.json.

    python models/training/rates/measure.py --papers 600 --letters 3000 --workers 2

Reads generated papers (split calibration), texts of `letters` (split dev) and, where FORGECHECK_DATA names the
folder, genuine real pictures.  What was read is kept under out/rates, so a run that was stopped goes on, and after a
change of checks only the judging is done anew.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from multiprocessing import get_context
from pathlib import Path
from zlib import crc32

import evidence
import whole_papers as papers
from count import TEXT, Case, rows, together
from forgecheck_models.synth.letters import Letter, letters

from forgecheck import rates
from forgecheck.errors import InputError
from forgecheck.evidence import Container, Document, Evidence
from forgecheck.judge import all_checks, judge
from forgecheck.measure.fit import curve
from forgecheck.measure.promise import needed, thresholds
from forgecheck.weigh import SPEAKS_BANS, weigh

ROOT = Path(__file__).parents[3]
REAL = ("screens", "documents", "genuine/screens", "genuine/documents")
"""Folders of genuine pictures inside FORGECHECK_DATA."""


def of_letter(letter: Letter) -> Case:
    """A text: only the families that see words are asked."""
    given = evidence.of_text(letter.text)
    checks = {name: check for name, check in all_checks().items() if name.split(".")[0] in TEXT}
    forgery = "words" if letter.plant else ""
    return Case(f"{letter.template}/{letter.seed}", forgery, "text", _slim(given), judge(given, checks))


def of_paper(kept: Path, seed: int) -> Case | None:
    """A generated picture; None where it cannot be read."""
    label, file = kept / f"{seed:06d}.json", kept / f"{seed:06d}.gz"
    if not label.is_file():
        made = papers.paper(seed, "calibration")
        if not _seen(made.sample.bytes or b"", f"{seed:06d}", file):
            return None
        label.write_text(json.dumps({"forgery": made.forgery, "attack": made.attack}))
    given = evidence.again(file)
    forgery = json.loads(label.read_text())["forgery"]
    return Case(f"{seed:06d}", forgery, "paper", _slim(given), judge(given, all_checks()))


def of_picture(kept: Path, path: Path) -> Case | None:
    """A genuine real picture; None where it cannot be read."""
    file = kept / "real" / f"{path.parent.name}-{path.stem}.gz"
    if not file.is_file() and not _seen(path.read_bytes(), path.name, file):
        return None
    given = evidence.again(file)
    return Case(path.as_posix(), "", "real", _slim(given), judge(given, all_checks()))


def _seen(data: bytes, name: str, file: Path) -> bool:
    try:
        evidence.of_picture(data, name, file)
    except InputError:
        return False
    return True


def _slim(given: Evidence) -> Evidence:
    """What weighing needs, small enough to be sent between processes."""
    document = Document(given.document.name, "", 0, Container("PNG"), given.document.capture, ())
    return replace(given, document=document, fields=())


def real_pictures() -> list[Path]:
    """Genuine pictures of the folder that FORGECHECK_DATA names; none where it names none."""
    folder = os.environ.get("FORGECHECK_DATA")
    found = [path for each in REAL for path in sorted(Path(folder or "", each).glob("*"))] if folder else []
    return [path for path in found if path.suffix.lower() in (".jpg", ".jpeg", ".png", ".webp", ".bmp")]


def cases(count: int, texts: int, minutes: float, workers: int, kept: Path) -> list[Case]:
    """All cases; reading of pictures ends after so many minutes, and the rest is left out."""
    end = time.monotonic() + 60 * minutes
    kept.mkdir(parents=True, exist_ok=True)
    found: list[Case] = []
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        written = [each for truth in ("genuine", "forged") for each in letters(truth, "dev", 1, texts)]
        found += pool.map(of_letter, written, chunksize=50)
        _say(f"{len(found)} texts judged")
        given: list[Path | int] = [
            each for pair in zip_longest(range(count), real_pictures()) for each in pair if each is not None
        ]
        jobs = [pool.submit(partial(of_paper if isinstance(each, int) else of_picture, kept), each) for each in given]
        for number, job in enumerate(jobs, 1):
            if time.monotonic() > end:
                for each in jobs:  # all at once: the pool takes the next ones up while we wait for one
                    each.cancel()
            if not job.cancelled():
                case = job.result()
                found += [case] if case else []
            if number % 50 == 0:
                _say(f"{number} of {len(jobs)} pictures")
    return found


def calibrate(whole: Sequence[Case], source: str) -> dict[str, object]:
    """Thresholds and curve from whole pictures that the rates were not counted on."""
    genuine = [each for each in whole if not each.forgery]
    few = len(genuine) < needed(0.01)
    least = rates.Calibration(*((1.0, 2.5) if few else (SPEAKS_BANS, 2 * SPEAKS_BANS)), (), "")
    found = {"suspicious_bans": least.suspicious, "forged_bans": least.forged, "curve": []}
    _write("calibration.json", found | {"source": source})
    raised = thresholds([weight_of(each) for each in genuine], least)
    found |= {"suspicious_bans": raised.suspicious, "forged_bans": raised.forged}
    _write("calibration.json", found | {"source": source})
    steps = curve((weight_of(each), bool(each.forgery)) for each in whole)
    found["curve"] = [each._asdict() for each in steps]
    about = (
        "Thresholds in bans and the curve from bans to probability: files of the calibration set whose weight lay "
        "about 'bans', by truth. An empty curve takes bans at their word."
    )
    counts = {"genuine": len(genuine), "forged": len(whole) - len(genuine)}
    return {"about": about} | found | counts | {"source": source}


def weight_of(case: Case) -> float:
    """Bans, with the tables as they are now."""
    return weigh(case.evidence, case.outcomes).weight


def main() -> None:
    """Measure, write, and say what should be looked at."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=int, default=600, help="generated pictures, 2 to 4 s each for one worker")
    parser.add_argument("--letters", type=int, default=3000, help="texts of each truth, 30 ms each")
    parser.add_argument("--minutes", type=float, default=120.0, help="end the reading of pictures after this long")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--kept", type=Path, help="use what was read into this folder, whatever has changed since")
    given = parser.parse_args()
    os.environ.pop(rates.TEAM, None)
    kept = given.kept or ROOT / "out" / "rates" / evidence.state_of_reading()
    found = cases(given.papers, given.letters, given.minutes, given.workers, kept)
    whole = [each for each in found if each.source != "text"]
    held = [each for each in whole if _odd(each)]
    used = [each for each in found if each.source == "text" or not _odd(each)]
    source = f"measure.py --papers {given.papers} --letters {given.letters}"
    table = json.loads((ROOT / "models" / "rates.json").read_text("utf-8"))
    _write("rates.json", table | {"together": together(used), "measured": rows(used, source)})
    _write("calibration.json", calibrate(held, source))
    summary(found, held)


def _odd(case: Case) -> bool:
    """Half of all cases, whatever their order."""
    return bool(crc32(case.name.encode()) % 2)


def summary(found: Sequence[Case], held: Sequence[Case]) -> None:
    """Counts, false alarms by check, and verdicts on the pictures that only the curve was fitted to."""
    _say(str(Counter((each.source, each.forgery or "genuine") for each in found)))
    alarms: Counter[tuple[str, str, str]] = Counter()
    for case in (each for each in found if not each.forgery):
        for outcome in case.outcomes:
            said = {each.severity for each in outcome.findings} & {"decisive", "strong"}
            alarms.update((outcome.name, each, case.source) for each in said)
            if outcome.error:
                alarms[outcome.name, outcome.error, case.source] += 1
    for (name, severity, source), count in sorted(alarms.items(), key=lambda each: (each[0][1], -each[1])):
        _say(f"genuine {source}: {name} {severity} {count}")
    verdicts = Counter(
        (each.source, each.forgery or "genuine", weigh(each.evidence, each.outcomes).label) for each in held
    )
    for key, count in sorted(verdicts.items()):
        _say(f"held out: {' '.join(key)} {count}")


def _write(name: str, data: dict[str, object]) -> None:
    """As JSON, one row a line, and read anew by the next question."""
    parts = [f"  {json.dumps(key)}: {_rows(value)}" for key, value in data.items()]
    (ROOT / "models" / name).write_text("{\n" + ",\n".join(parts) + "\n}\n", "utf-8")
    rates._tables.cache_clear()
    rates._calibration.cache_clear()


def _rows(value: object) -> str:
    if not isinstance(value, list) or not value:
        return json.dumps(value, ensure_ascii=False)
    return "[\n    " + ",\n    ".join(json.dumps(each, ensure_ascii=False) for each in value) + "\n  ]"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
