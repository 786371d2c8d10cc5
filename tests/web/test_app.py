from __future__ import annotations

import tempfile
import time
from io import BytesIO

import pytest
from batch.stub import inspect, open_broken, open_stub
from flask.testing import FlaskClient
from forgecheck_web.app import create_app, create_page
from forgecheck_web.desk import Busy, Desk
from forgecheck_web.problems import of
from forgecheck_web.render import Upload

from forgecheck.errors import CODES, InputError, SetupError


@pytest.fixture
def client() -> FlaskClient:
    return create_app(inspect).test_client()


def upload(client: FlaskClient, data: bytes, path: str = "/", name: str = "letter.png", **headers: str):
    return client.post(path, data={"file": (BytesIO(data), name)}, headers=headers)


def test_the_page_is_a_plain_form_that_needs_no_script(client: FlaskClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert 'enctype="multipart/form-data"' in answer.text
    assert "<script" not in answer.text
    assert "最大 10 MB" in answer.text


def test_the_style_sheet_ships(client: FlaskClient) -> None:
    assert client.get("/static/style.css").status_code == 200


def test_an_upload_is_answered_with_verdict_reasons_advice_and_picture(client: FlaskClient) -> None:
    answer = upload(client, b"forged")
    assert answer.status_code == 200
    for words in ("有伪造迹象", "引用的法条已经废止。", "12368", "data:image/", 'href="/">检查另一张图片'):
        assert words in answer.text


def test_the_style_inside_the_report_is_the_only_one_allowed(client: FlaskClient) -> None:
    policy = upload(client, b"forged").headers["Content-Security-Policy"]
    assert "style-src 'sha256-" in policy
    assert "unsafe" not in policy


def test_the_api_gives_the_report_as_json(client: FlaskClient) -> None:
    answer = upload(client, b"suspicious", "/v1/checks")
    assert answer.status_code == 200
    assert answer.mimetype == "application/json"
    assert answer.json["verdict"]["label"] == "suspicious"
    assert answer.json["input"]["path"] == "letter.png"


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
def test_a_file_that_cannot_be_judged_is_told_in_words_and_in_code(client: FlaskClient, code: str, status: int) -> None:
    page = upload(client, f"error {code}".encode())
    assert page.status_code == status
    assert InputError(code).says.zh in page.text
    api = upload(client, f"error {code}".encode(), "/v1/checks")
    assert (api.status_code, api.mimetype) == (status, "application/problem+json")
    assert (api.json["code"], api.json["status"], api.json["retryable"]) == (code, status, False)


def test_every_code_has_a_status() -> None:
    assert all(400 <= of(InputError(code)).status < 600 for code in CODES)


@pytest.mark.parametrize("path", ["/", "/v1/checks"])
def test_a_form_without_a_file_is_a_bad_request(client: FlaskClient, path: str) -> None:
    assert client.post(path).status_code == 400
    assert client.post(path, data={"url": "http://169.254.169.254/"}).status_code == 400
    assert upload(client, b"", path).status_code == 400


@pytest.mark.parametrize("path", ["/", "/v1/checks"])
@pytest.mark.parametrize("size", [10_000_001, 12_000_000])
def test_an_oversize_file_is_refused(client: FlaskClient, path: str, size: int) -> None:
    begun = time.monotonic()
    answer = upload(client, bytes(size), path)
    assert answer.status_code == 413
    assert time.monotonic() - begun < 1
    assert "10 MB" in (answer.json["detail"] if path != "/" else answer.text)


def test_a_form_of_many_parts_is_refused(client: FlaskClient) -> None:
    parts = {f"file{number}": (BytesIO(b"fine"), "a.png") for number in range(20)}
    assert client.post("/", data=parts).status_code == 413


def test_a_crash_says_nothing_about_the_document(client: FlaskClient, capfd: pytest.CaptureFixture[str]) -> None:
    answer = upload(client, b"bug", "/v1/checks")
    assert answer.status_code == 500
    assert answer.json["code"] == "internal"
    assert "付款" not in answer.text + "".join(capfd.readouterr())


@pytest.mark.parametrize("path", ["/", "/v1/checks"])
def test_a_post_from_another_site_is_refused(client: FlaskClient, path: str) -> None:
    assert upload(client, b"fine", path, Origin="https://evil.example").status_code == 403
    assert upload(client, b"fine", path, Origin="null").status_code == 403
    assert upload(client, b"fine", path, Origin="http://[").status_code == 403
    assert upload(client, b"fine", path, Origin="http://localhost").status_code == 200


def test_a_file_name_is_text_and_never_markup(client: FlaskClient) -> None:
    page = upload(client, b"forged", name="<img src=x onerror=alert(1)>.png").text
    assert "<img src=x" not in page
    assert "&lt;img src=x" in page


@pytest.mark.parametrize("path", ["/", "/nothing", "/v1/nothing", "/healthz", "/static/style.css"])
def test_every_answer_is_hardened(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in headers


def test_answers_about_a_document_are_not_cached(client: FlaskClient) -> None:
    assert upload(client, b"fine").headers["Cache-Control"] == "no-store"


def test_unknown_paths_and_methods_get_our_words(client: FlaskClient) -> None:
    assert client.get("/nothing").status_code == 404
    assert client.get("/v1/checks").json["code"] == "method_not_allowed"


def test_an_upload_never_touches_a_disk(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file was made")

    for name in ("TemporaryFile", "SpooledTemporaryFile", "NamedTemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, refused)
        monkeypatch.setattr(f"werkzeug.formparser.{name}", refused, raising=False)
    assert upload(client, b"fine" + bytes(9_900_000)).status_code == 200


def test_busy_is_told_with_the_time_to_come_back() -> None:
    def busy(upload: Upload) -> str:
        raise Busy

    answer = upload(create_page(busy).test_client(), b"fine", "/v1/checks")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert answer.json["retryable"]


def test_healthz(client: FlaskClient) -> None:
    assert client.get("/healthz").json == {"status": "ok"}


def test_the_desk_survives_files_that_crash_or_hang_their_worker() -> None:
    desk = Desk(open_stub, 1, timeout_s=1.0)
    client = create_page(desk).test_client()
    assert upload(client, b"abort").status_code == 500
    assert upload(client, b"hang").status_code == 504
    assert upload(client, b"forged", "/v1/checks").json["verdict"]["label"] == "forged"
    desk.close()


def test_a_desk_without_models_says_so_before_it_listens() -> None:
    with pytest.raises(SetupError):
        Desk(open_broken, 1).open()


def test_nobody_waits_forever_at_a_desk() -> None:
    desk = Desk(open_stub, 1, wait_s=0.01)
    desk._idle.get()
    with pytest.raises(Busy):
        desk(Upload(b"fine", "a.png", "json"))
    desk.close()
