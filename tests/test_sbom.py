"""The bill of materials names what runs, and weights by their sha256."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from forgecheck.cli import main
from forgecheck.models import WEIGHTS
from forgecheck.sbom import bill

PROJECT = Path(__file__).parents[1] / "pyproject.toml"


@pytest.fixture(scope="module")
def bom() -> dict[str, object]:
    return bill()


def test_every_dependency_is_in_the_bill_and_no_tool_is(bom):
    names = {each["name"] for each in bom["components"]}
    asked = re.search(r"^dependencies = \[(.*?)^\]", PROJECT.read_text(), re.MULTILINE | re.DOTALL)[1]
    assert set(re.findall(r'^    "([\w.-]+)', asked, re.MULTILINE)) <= names
    assert "pyclipper" in names  # asked for by an extra of a dependency
    assert not {"pytest", "mypy", "hypothesis", "forgecheck"} & names


def test_weights_stand_in_it_with_what_they_must_hold(bom):
    models = {
        each["name"]: each["hashes"][0]["content"] for each in bom["components"] if each["type"].startswith("machine")
    }
    assert models == {Path(each.path).name: each.sha256 for each in WEIGHTS.values()}


def test_every_reference_leads_somewhere(bom):
    refs = {each["bom-ref"] for each in bom["components"]} | {bom["metadata"]["component"]["bom-ref"]}
    assert {each["ref"] for each in bom["dependencies"]} <= refs
    assert {ref for each in bom["dependencies"] for ref in each["dependsOn"]} <= refs
    assert all(
        each["purl"] == f"pkg:pypi/{each['name']}@{each['version']}" for each in bom["components"] if "purl" in each
    )


def test_it_is_valid_where_the_validator_is_installed(bom):
    """It is in the extra `audit`; the form was checked with version 11.6 of it."""
    validation = pytest.importorskip("cyclonedx.validation.json")
    from cyclonedx.schema import SchemaVersion

    assert validation.JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bom)) is None


def test_the_same_installation_gives_the_same_bill(bom, capsys: pytest.CaptureFixture[str]):
    assert main(["sbom"]) == 0
    assert json.loads(capsys.readouterr().out) == bom
