"""The bill of materials: what is installed with forgecheck, and the weights it reads with.  CycloneDX 1.6 (ECMA-424).

Read from the installed packages themselves, so it tells what runs here, and the same installation gives the same bytes.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from forgecheck import __version__
from forgecheck.models import WEIGHTS, Weights

Data = dict[str, object]
ROOT: Final = "forgecheck"


def bill() -> Data:
    """The bill as data for JSON."""
    extras = _closure()
    refs = {name: _purl(name) for name in sorted(extras)}
    own: Data = {
        "type": "application",
        "bom-ref": ROOT,
        "name": ROOT,
        "version": __version__,
        "licenses": [{"expression": "Apache-2.0"}],
    }
    weights = [each.sha256 for each in WEIGHTS.values()]
    needs = {ROOT: [*_needed(ROOT, set(), refs), *weights]}
    needs |= {ref: _needed(name, extras[name], refs) for name, ref in refs.items()}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, ' '.join([__version__, *refs.values(), *weights]))}",
        "version": 1,
        "metadata": {"component": own},
        "components": [*(_library(name, ref) for name, ref in refs.items()), *map(_model, WEIGHTS.values())],
        "dependencies": [{"ref": ref, "dependsOn": each} for ref, each in needs.items()],
    }


def _closure() -> Mapping[str, set[str]]:
    """Canonical name of every installed package that forgecheck needs to run, and the extras asked of it."""
    found: dict[str, set[str]] = {}
    todo = list(_requirements(ROOT, set()))
    while todo:
        asked = todo.pop()
        name = canonicalize_name(asked.name)
        known = found.get(name)
        # What is not installed is not needed on this system, or missing: `forgecheck doctor` tells.
        if (known is None and _is_installed(name)) or (known is not None and asked.extras - known):
            found[name] = (known or set()) | asked.extras
            todo += _requirements(name, found[name])
    return found


def _is_installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _requirements(name: str, extras: set[str]) -> Iterator[Requirement]:
    """What a package with these extras asks for here."""
    for line in distribution(name).requires or ():
        asked = Requirement(line)
        if asked.marker is None or any(asked.marker.evaluate({"extra": each}) for each in ("", *sorted(extras))):
            yield asked


def _needed(name: str, extras: set[str], refs: Mapping[str, str]) -> list[str]:
    names = {canonicalize_name(each.name) for each in _requirements(name, extras)}
    return sorted(refs[each] for each in names if each in refs)


def _purl(name: str) -> str:
    """Package URL (ECMA-427)."""
    return f"pkg:pypi/{name}@{distribution(name).version}"


def _library(name: str, ref: str) -> Data:
    found: Data = {"type": "library", "bom-ref": ref, "name": name, "version": distribution(name).version, "purl": ref}
    licences = _licences(name)
    return found | {"licenses": licences} if licences else found


def _licences(name: str) -> list[Data]:
    """As the package states them: an SPDX expression, else the names of its classifiers."""
    stated = distribution(name).metadata
    if "License-Expression" in stated:
        return [{"expression": stated["License-Expression"]}]
    marks = stated.get_all("Classifier") or []
    names = [mark.rsplit(" :: ", 1)[-1] for mark in marks if mark.startswith("License :: ")]
    return [{"license": {"name": each}} for each in names]


def _model(weights: Weights) -> Data:
    return {
        "type": "machine-learning-model",
        "bom-ref": weights.sha256,
        "name": weights.path.rsplit("/", 1)[-1],
        "version": weights.sha256[:12],
        "hashes": [{"alg": "SHA-256", "content": weights.sha256}],
        "licenses": [{"expression": "Apache-2.0"}],
    }
