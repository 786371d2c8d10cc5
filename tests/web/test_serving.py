"""The page behind its real server, with workers in processes of their own."""

from __future__ import annotations

import os
import re
import secrets
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from serving import Answer, Server, served
from webstub import picture

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")

BIG = picture() + bytes(3_000_000)  # what follows the end of a PNG is not decoded


def finished(server: Server, place: str) -> Answer:
    while (answer := server.ask(place)).status == 202:
        time.sleep(0.02)
    return answer


def test_an_upload_is_answered_and_stages_come_in_order(server: Server) -> None:
    answer = server.upload(picture(seconds=1), Prefer="respond-async")
    assert answer.status == 202
    states = [answer.json["state"]]
    assert states[0] in ("waiting", "read"), "first words come before the first stage is over"
    while (asked := server.ask(answer.headers["Location"])).status == 202:
        states.append(asked.json["state"])
        time.sleep(0.02)
    assert [state for state in dict.fromkeys(states) if state != "waiting"] == ["read", "look", "judge"]
    assert asked.json["verdict"]["label"] == "forged"


def test_a_worker_killed_in_the_middle_is_an_error_and_the_next_job_is_fine(server: Server) -> None:
    running = server.upload(picture(seconds=30), Prefer="respond-async").headers["Location"]
    while server.ask(running).json["state"] == "waiting":
        time.sleep(0.02)
    for pid in server.workers():
        os.kill(pid, signal.SIGKILL)
    failed = finished(server, running)
    assert (failed.status, failed.json["code"]) == (500, "internal")
    assert [server.upload(picture()).status for _ in range(3)] == [200] * 3


def test_files_that_crash_or_hang_their_worker_harm_nobody_else(server: Server) -> None:
    assert server.upload(b"abort").json["code"] == "internal"
    assert server.upload(b"error out_of_memory").json["code"] == "out_of_memory"
    assert server.upload(picture()).status == 200


def test_fifty_uploads_at_once_are_served_or_told_to_come_back(server: Server) -> None:
    before = server.peak_bytes()

    def one(number: int) -> Answer:
        return server.upload(BIG, **{"X-Forwarded-For": f"198.51.100.{number}", "Prefer": "respond-async"})

    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(one, range(50)))
        assert server.ask("/healthz").status == 200
    counted = Counter(each.status for each in answers)
    assert set(counted) <= {200, 202, 503}
    assert counted[503] > 0, "50 are more than 2 workers and 20 who wait"
    assert counted[200] + counted[202] >= 22
    for each in answers:
        if each.status == 503:
            assert each.headers["Retry-After"] == "30"
            assert each.json["retryable"]
        else:
            assert finished(server, each.headers["Location"]).json["verdict"]["label"] == "forged"
    assert server.peak_bytes() - before < 700_000_000, "50 uploads of 3 MB, each held a few times while it is parsed"


def test_an_oversize_body_is_refused_without_being_kept(server: Server) -> None:
    before = server.peak_bytes()
    assert server.upload(bytes(10_000_001)).json["code"] == "file_too_large"
    with suppress(OSError):  # cut off while it was still sending
        assert server.upload(bytes(100_000_000)).status == 413
    assert server.peak_bytes() - before < 100_000_000


def written_since(moment: float, server: Server) -> Iterator[Path]:
    """Files that may have been written by the server since then."""
    shared = (Path(each) for each in ("/tmp", "/var/tmp", "/dev/shm"))
    for path in (*server.home.rglob("*"), *(path for folder in shared if folder.is_dir() for path in folder.iterdir())):
        try:
            if path.is_file() and path.stat().st_mtime >= moment - 2:
                yield path
        except OSError:
            continue


def test_a_hundred_uploads_leave_no_trace_on_a_disk_or_in_the_log(server: Server) -> None:
    marker, begun = secrets.token_hex(16), time.time()
    data = picture(says=f"律师函\n{marker}") + bytes(300_000)
    ids = []
    for number in range(100):
        answer = server.upload(data, f"{marker}-{number}.png", Prefer="respond-async")
        ids.append(answer.headers["Location"].rpartition("/")[2])
        if number % 10 == 0:
            finished(server, answer.headers["Location"])
            server.ask(f"{answer.headers['Location']}/annotated.png")
        else:
            server.ask(answer.headers["Location"], method="DELETE")
    traces = [path for path in written_since(begun, server) if marker.encode() in path.read_bytes()]
    assert traces == []
    assert [path for path in server.home.rglob("*") if path.is_file() and path.stat().st_size > 100_000] == []
    log = server.log.read_text()
    assert "outcome=forged" in log
    for private in (marker, "律师函", "letter.png", "198.51.100.", "127.0.0.1 ", *ids):
        assert private not in log


def test_no_process_holds_a_file_open_for_writing(server: Server) -> None:
    running = server.upload(picture(seconds=0.3), Prefer="respond-async").headers["Location"]
    while server.ask(running).json["state"] == "waiting":
        time.sleep(0.02)
    for pid in (server.process.pid, *server.workers()):
        for each in Path(f"/proc/{pid}/fd").iterdir():
            target, flags = str(each.readlink()), Path(f"/proc/{pid}/fdinfo/{each.name}").read_text()
            writable = int(re.search(r"flags:\s*(\d+)", flags).group(1), 8) & (os.O_WRONLY | os.O_RDWR)
            assert not (writable and target.startswith("/")) or target in ("/dev/null", str(server.log)), target
    finished(server, running)


def test_counts_are_told_without_telling_one_person_from_another(server: Server) -> None:
    place = server.upload(picture(), "王小明的律师函.png", **{"X-Forwarded-For": "203.0.113.77"}).headers["Location"]
    text = server.ask("/metrics").body.decode()
    assert re.search(r'forgecheck_checks_total\{outcome="forged"\} [1-9]', text)
    assert re.search(r"forgecheck_held_bytes [1-9]", text)
    assert 'forgecheck_problems_total{code="busy"}' in text
    for private in ("王小明", "203.0.113", place.rpartition("/")[2], "127.0.0.1"):
        assert private not in text
    for line in text.splitlines():
        assert line.startswith("# ") or re.fullmatch(r'[a-z_]+(?:\{[a-z]+="[\w.+]*"\})? [\d.]+', line)


def test_a_server_that_is_asked_to_end_ends_with_its_workers(tmp_path: Path) -> None:
    with served(tmp_path) as asked:
        workers = asked.workers()
        asked.process.terminate()
        assert asked.process.wait(20) == 130
        until = time.monotonic() + 20
        while any(Path(f"/proc/{pid}/exe").exists() for pid in workers):
            assert time.monotonic() < until
            time.sleep(0.05)


def test_results_go_after_their_time_though_nobody_asks(tmp_path: Path) -> None:
    with served(tmp_path, "--keep", "1") as short:
        place = short.upload(picture()).headers["Location"]
        while 'forgecheck_held{state="done"} 0' not in short.ask("/metrics").body.decode():
            time.sleep(0.2)
        assert short.ask(place).status == 404
