"""The API does what its description says, and its description says what it does."""

from __future__ import annotations

import json
import re
from importlib.resources import files

import pytest
from clients import client, post
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from webstub import picture
from werkzeug.test import TestResponse

DESCRIBED = json.loads(files("forgecheck_web").joinpath("openapi.json").read_text("utf-8"))
REPORT = json.loads(files("forgecheck.show").joinpath("report.schema.json").read_text("utf-8"))
REGISTRY = Registry().with_resources(
    [
        ("/v1/report.schema.json", Resource.from_contents(REPORT)),
        ("urn:api", Resource.from_contents({"$schema": "https://json-schema.org/draft/2020-12/schema", **DESCRIBED})),
    ]
)
FOR_PEOPLE = re.compile(r"/(?:checks/.*|static/.*)?")


@pytest.fixture
def to() -> FlaskClient:
    return client()


def holds(answer: TestResponse, path: str, method: str = "get") -> None:
    """The answer is one of those described for this operation."""
    operation = DESCRIBED["paths"][path][method]
    described = operation["responses"][str(answer.status_code)]
    assert set(described.get("headers", ())) <= set(answer.headers.keys())
    if "content" not in described:
        assert not answer.data
        return
    content = described["content"][answer.mimetype]
    if "schema" in content:
        schema = json.loads(json.dumps(content["schema"]).replace('"#/', '"urn:api#/'))
        Draft202012Validator(schema, registry=REGISTRY).validate(answer.json)


def test_every_route_for_programs_is_described_and_every_described_one_exists(to: FlaskClient) -> None:
    routes = {
        (re.sub(r"<(?:\w+:)?(?:check_)?(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in to.application.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if not FOR_PEOPLE.fullmatch(rule.rule)
    }
    described = {(path, method) for path, item in DESCRIBED["paths"].items() for method in item}
    assert routes == described


def test_every_parameter_in_a_path_is_described() -> None:
    for path, item in DESCRIBED["paths"].items():
        for operation in item.values():
            named = {each["name"] for each in operation.get("parameters", ()) if each["in"] == "path"}
            assert named == set(re.findall(r"{(\w+)}", path))
            assert operation["summary"]
            assert operation["responses"]


def test_answers_are_as_described(to: FlaskClient) -> None:
    upload, one = "/v1/checks", "/v1/checks/{id}"
    done = post(to, picture())
    holds(done, upload, "post")
    place = done.headers["Location"]
    holds(to.get(place), one)
    waiting = post(to, picture(seconds=0.3), Prefer="respond-async")
    assert waiting.status_code == 202
    holds(waiting, upload, "post")
    holds(to.get(waiting.headers["Location"]), one)
    for name in ("report.pdf", "evidence.zip", "annotated.png"):
        holds(to.get(f"{place}/{name}"), f"{one}/{name}")
        holds(to.get(f"/v1/checks/none/{name}"), f"{one}/{name}")
    holds(to.delete(place), one, "delete")
    holds(to.delete(place), one, "delete")
    holds(to.get(place), one)
    for path in ("/v1/openapi.json", "/v1/report.schema.json", "/healthz", "/metrics"):
        holds(to.get(path), path)


def test_refusals_are_as_described(to: FlaskClient) -> None:
    for answer in (
        to.post("/v1/checks"),
        post(to, b"error truncated"),
        post(to, b"error timeout"),
        post(to, b"error unsupported_format"),
        post(to, b"bug"),
        post(to, bytes(10_000_001)),
        post(to, picture(), Origin="https://evil.example"),
        post(to, picture(), Host="evil.example"),
        post(client(uploads="0 per minute"), picture()),
        post(client(most_bytes=1), picture()),
    ):
        assert answer.status_code >= 400
        holds(answer, "/v1/checks", "post")
