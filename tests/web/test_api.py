"""The JSON API, as a program uses it."""

from __future__ import annotations

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from clients import client, post
from flask.testing import FlaskClient
from forgecheck_web.problems import of
from webstub import picture

from forgecheck.errors import CODES, InputError


@pytest.fixture
def to() -> FlaskClient:
    return client()


def test_a_report_comes_back_when_it_is_ready_in_time(to: FlaskClient) -> None:
    answer = post(to, picture("suspicious"))
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.json["verdict"]["label"] == "suspicious"
    assert answer.json["input"]["path"] == "letter.png"
    assert to.get(answer.headers["Location"]).json == answer.json


def test_what_is_not_ready_is_told_and_can_be_asked_for(to: FlaskClient) -> None:
    answer = post(to, picture(seconds=0.1), Prefer="respond-async")
    assert (answer.status_code, answer.headers["Retry-After"]) == (202, "1")
    place = answer.headers["Location"]
    assert place == f"/v1/checks/{answer.json['id']}"
    states = []
    while (asked := to.get(place)).status_code == 202:
        states.append(asked.json["state"])
    assert asked.json["verdict"]["label"] == "forged"
    assert set(states) >= {"read", "look", "judge"}
    assert states == sorted(states, key=["waiting", "read", "look", "judge"].index)


def test_a_deadline_of_ones_own_is_kept(to: FlaskClient) -> None:
    slow = picture(seconds=0.4)
    assert post(to, slow, Prefer="wait=0").status_code == 202
    assert post(client(answer_s=0.05), slow).status_code == 202


def test_those_who_wait_hear_how_many_are_before_them(to: FlaskClient) -> None:
    first = post(to, picture(seconds=0.4), Prefer="respond-async").headers["Location"]
    while to.get(first).json["state"] == "waiting":
        pass
    second, third = (post(to, picture(), Prefer="respond-async") for _ in range(2))
    assert [each.json["ahead"] for each in (second, third)] == [0, 1]


def test_the_same_key_and_file_give_the_same_check(to: FlaskClient) -> None:
    key = {"Idempotency-Key": "a-b:c 1"}
    first, again = post(to, picture(), **key), post(to, picture(), **key)
    assert first.headers["Location"] == again.headers["Location"]
    other = post(to, picture("suspicious"), **key)
    assert (other.status_code, other.json["code"]) == (422, "idempotency_key_reused")
    assert post(to, picture(), **{"Idempotency-Key": "another"}).headers["Location"] != first.headers["Location"]


def test_a_key_is_free_again_once_its_check_is_deleted(to: FlaskClient) -> None:
    key = {"Idempotency-Key": "k"}
    first = post(to, picture(), **key).headers["Location"]
    to.delete(first)
    assert post(to, picture("suspicious"), **key).status_code == 200


@pytest.mark.parametrize("key", ["", "x" * 65, "tab\there", "钥匙"])
def test_a_key_that_is_none_is_refused(to: FlaskClient, key: str) -> None:
    answer = post(to, picture(), **{"Idempotency-Key": key.encode().decode("latin-1")})
    assert (answer.status_code, answer.json["code"]) == (400, "bad_idempotency_key")


def test_what_is_deleted_is_gone_at_once(to: FlaskClient) -> None:
    place = post(to, picture()).headers["Location"]
    assert to.delete(place).status_code == 204
    for tail in ("", "/report.pdf", "/evidence.zip", "/annotated.png"):
        answer = to.get(place + tail)
        assert (answer.status_code, answer.json["code"]) == (404, "no_such_check")
    assert to.delete(place).status_code == 404


def test_pdf_pack_and_annotated_picture_are_files_to_save(to: FlaskClient) -> None:
    place, data = post(to, (sent := picture())).headers["Location"], sent
    for name, kind, start in (
        ("report.pdf", "application/pdf", b"%PDF-"),
        ("evidence.zip", "application/zip", b"PK"),
        ("annotated.png", "image/png", b"\x89PNG"),
    ):
        answer = to.get(f"{place}/{name}")
        assert (answer.status_code, answer.mimetype) == (200, kind)
        assert answer.data.startswith(start)
        assert answer.headers["Content-Disposition"] == f'attachment; filename="forgecheck-{name}"'
        assert answer.data == to.get(f"{place}/{name}").data, "made again, it is the same"
    with ZipFile(BytesIO(to.get(f"{place}/evidence.zip").data)) as pack:
        assert pack.read("original.png") == data
        assert json.loads(pack.read("report.json"))["verdict"]["label"] == "forged"


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("unsupported_format", 415),
        ("encrypted_pdf", 422),
        ("pixels_exceeded", 422),
        ("timeout", 504),
        ("internal", 500),
    ],
)
def test_a_file_that_cannot_be_judged_is_told_in_words_and_in_code(to: FlaskClient, code: str, status: int) -> None:
    answer = post(to, f"error {code}".encode())
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert (answer.json["code"], answer.json["status"], answer.json["retryable"]) == (code, status, False)
    assert answer.json["message"] == InputError(code).says._asdict()
    assert answer.json["detail"] == InputError(code).says.zh
    assert post(to, f"error {code}".encode(), "/v1/checks?lang=en").json["detail"] == InputError(code).says.en


def test_a_failed_check_tells_again_why_it_failed(to: FlaskClient) -> None:
    place = "/v1" + post(to, b"error truncated", "/").headers["Location"]
    while (asked := to.get(place)).status_code == 202:
        pass
    assert asked.json["code"] == "truncated"
    assert to.get(f"{place}/report.pdf").json["code"] == "truncated"


def test_every_code_has_a_status() -> None:
    assert all(400 <= of(InputError(code)).status < 600 for code in CODES)


def test_a_form_without_a_file_is_a_bad_request(to: FlaskClient) -> None:
    assert to.post("/v1/checks").json["code"] == "no_file"
    assert to.post("/v1/checks", data={"url": "http://169.254.169.254/"}).json["code"] == "no_file"
    assert post(to, b"").json["code"] == "no_file"


def test_problems_carry_a_request_id_that_the_log_knows(to: FlaskClient) -> None:
    answer = to.post("/v1/checks")
    assert answer.json["request_id"] == answer.headers["X-Request-Id"]


def test_unknown_paths_and_methods_get_our_words(to: FlaskClient) -> None:
    assert to.get("/v1/nothing").json["code"] == "not_found"
    assert to.put("/v1/checks").json["code"] == "method_not_allowed"


def test_healthz(to: FlaskClient) -> None:
    assert to.get("/healthz").json == {"status": "ok"}
