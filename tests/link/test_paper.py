"""Rows to papers."""

from __future__ import annotations

import pytest
from link.papers import fingerprint, row, stamp, text

from forgecheck.link.paper import paper


def test_a_row_keeps_what_links_papers():
    found = paper(row(text(), [stamp(fingerprint(1))], label="forged"))
    assert found is not None
    assert (found.kind, found.label, found.page) == ("lawyer_letter", "forged", 0)
    assert found.issuer == "云南正信律师事务所"
    assert found.lines[1].text == "律师函"
    assert "phone" in found.fields
    assert [seal.hash for seal in found.seals] == [fingerprint(1)]


def test_a_page_of_a_pdf_keeps_its_number():
    given = row(text())
    given["input"]["page"] = 3
    assert paper(given).page == 3


def test_a_file_that_could_not_be_judged_is_no_paper():
    assert paper({"input": {"path": "a"}, "error": {"code": "truncated"}}) is None


@pytest.mark.parametrize("damage", ["input", "document", "text", "seals"])
def test_a_foreign_row_is_refused(damage: str):
    given = row(text())
    given[damage] = "x"
    with pytest.raises(ValueError, match="row"):
        paper(given)


def test_a_row_without_a_sound_hash_is_refused():
    given = row(text())
    given["input"]["sha256"] = "../../etc/passwd"
    with pytest.raises(ValueError, match="SHA-256"):
        paper(given)
