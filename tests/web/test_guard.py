"""Host names, other sites, limits, headers."""

from __future__ import annotations

import pytest
from clients import client, post
from flask.testing import FlaskClient
from forgecheck_web.app import create_app
from webstub import inspect, picture


@pytest.fixture
def to() -> FlaskClient:
    return client()


PATHS = ["/", "/v1/checks"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://[", "http://localhost.evil.example", ""])
def test_a_post_from_another_site_is_refused(to: FlaskClient, path: str, origin: str) -> None:
    assert post(to, picture(), path, Origin=origin).status_code == 403


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_browser_that_tells_of_another_site_is_refused(to: FlaskClient, path: str, site: str) -> None:
    assert post(to, picture(), path, **{"Sec-Fetch-Site": site}).status_code == 403


@pytest.mark.parametrize("path", PATHS)
def test_our_own_page_and_programs_may_post(to: FlaskClient, path: str) -> None:
    for headers in ({}, {"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin"}):
        assert post(to, picture(), path, **headers).status_code in (200, 303)


def test_another_site_can_neither_delete_nor_mask(to: FlaskClient) -> None:
    place = post(to, picture()).headers["Location"]
    evil = {"Origin": "https://evil.example"}
    assert to.delete(place, headers=evil).status_code == 403
    assert to.post(place.removeprefix("/v1") + "/delete", headers=evil).status_code == 403
    assert to.post(place.removeprefix("/v1") + "/masked.png", headers=evil).status_code == 403
    assert to.get(place).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "a b", "localhost:x"]
)
def test_a_forged_host_is_refused(to: FlaskClient, host: str) -> None:
    for path in ("/", "/healthz", "/static/style.css"):
        assert to.get(path, headers={"Host": host}).status_code == 400


def test_the_host_names_that_we_were_given_are_served() -> None:
    named = client(names=("check.example.org",))
    for host in ("check.example.org", "CHECK.example.org:8443", "127.0.0.1:8000", "[::1]:8000", "localhost"):
        assert named.get("/", headers={"Host": host}).status_code == 200


def test_too_many_uploads_from_one_address_must_wait() -> None:
    to = client(uploads="2 per minute")
    assert post(to, picture()).status_code == 200
    assert post(to, picture(), "/").status_code == 303, "page and API share one limit"
    third = post(to, picture())
    assert (third.status_code, third.json["code"]) == (429, "rate_limited")
    assert 1 <= int(third.headers["Retry-After"]) <= 61
    assert "太频繁" in post(to, picture(), "/").text
    assert to.get("/").status_code == 200, "reading costs nothing"


def test_files_made_on_demand_have_a_limit_of_their_own() -> None:
    to = client(makings="1 per minute")
    place = post(to, picture()).headers["Location"]
    assert to.get(f"{place}/annotated.png").status_code == 200
    assert to.get(f"{place}/report.pdf").status_code == 429
    assert to.post(place.removeprefix("/v1") + "/masked.png", data={"mask": "0"}).status_code == 429


def test_one_address_has_few_unfinished_checks() -> None:
    to = client(at_once=2)
    for _ in range(2):
        assert post(to, picture(seconds=0.3), Prefer="respond-async").status_code == 202
    third = post(to, picture())
    assert (third.status_code, third.json["code"], third.json["retryable"]) == (429, "rate_limited", True)


def test_addresses_behind_a_proxy_are_told_apart_only_where_we_know_of_it() -> None:
    def uploads(to: FlaskClient) -> list[int]:
        return [post(to, picture(), **{"X-Forwarded-For": f"203.0.113.{last}"}).status_code for last in (1, 2)]

    assert uploads(client(uploads="1 per minute")) == [200, 429]
    assert uploads(client(uploads="1 per minute", proxies=1)) == [200, 200]


def test_behind_a_proxy_the_name_that_it_was_asked_for_counts() -> None:
    to = client(proxies=1, names=("check.example.org",))
    told = {"X-Forwarded-Host": "check.example.org", "X-Forwarded-Proto": "https"}
    assert post(to, picture(), Origin="https://check.example.org", **told).status_code == 200
    assert post(to, picture(), Origin="https://evil.example", **told).status_code == 403
    assert to.get("/", headers={"X-Forwarded-Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("path", ["/", "/nothing", "/v1/nothing", "/healthz", "/static/style.css", "/checks/none"])
def test_every_answer_is_hardened(to: FlaskClient, path: str) -> None:
    headers = to.get(path).headers
    policy = dict(each.split(" ", 1) for each in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in headers


def test_answers_about_a_document_are_not_cached(to: FlaskClient) -> None:
    answer = post(to, picture())
    place = answer.headers["Location"]
    for each in (answer, to.get(place), to.get(place.removeprefix("/v1")), to.get(f"{place}/report.pdf")):
        assert each.headers["Cache-Control"] == "no-store"


def test_limits_by_default_are_those_of_the_settings() -> None:
    to = create_app(inspect).test_client()
    codes = [post(to, b"error too_small").status_code for _ in range(11)]
    assert codes == [422] * 10 + [429]
