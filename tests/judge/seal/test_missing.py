import pytest
from build import evidence, findings, seal, unable
from genuine import BANK_MESSAGES, COURT_PAPERS, COURT_SMS, LAWYER_LETTERS, ORDINARY

from forgecheck.judge.seal import missing


@pytest.mark.parametrize("text", [*COURT_SMS, *BANK_MESSAGES, *ORDINARY])
def test_silent_on_messages(text: str):
    assert list(missing.check(evidence(text))) == []


@pytest.mark.parametrize("text", [*COURT_PAPERS, *LAWYER_LETTERS])
def test_silent_where_there_is_a_seal(text: str):
    assert list(missing.check(evidence(text, seals=(seal(),)))) == []


@pytest.mark.parametrize("text", COURT_PAPERS)
def test_silent_on_court_papers_whose_signature_block_was_not_seen(text: str):
    assert findings(missing, evidence(text)) == []


@pytest.mark.parametrize("text", LAWYER_LETTERS)
def test_weak_on_a_whole_letter_without_a_seal(text: str):
    (finding,) = findings(missing, evidence(text, size=(4000, 1600)))
    assert finding.severity == "weak"
    assert finding.place is not None


def test_silent_where_the_picture_ends_at_the_signature():
    text = LAWYER_LETTERS[0].rsplit("\n", 2)[0]
    signature = 100 + 60 * text.count("\n")
    given = evidence(text, size=(4000, signature + 50))
    assert findings(missing, given) == []
    assert unable(missing, given)


def test_says_when_seals_were_not_searched_for():
    assert unable(missing, evidence(LAWYER_LETTERS[0], seals=None))
