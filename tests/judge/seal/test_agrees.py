import pytest
from build import evidence, findings, seal, unable
from genuine import COURT_PAPERS, LAWYER_LETTERS

from forgecheck.judge.seal import agrees

FIRM = "云州明衡律师事务所\n律师函\n致：张某某\n本所受云州启澄资产管理有限公司委托致函。\n请还款。\n{}\n2024年5月6日"


@pytest.mark.parametrize(
    "written",
    ["临溪嘉诺科技有限公司", "临溪市人民法院", "张某之印", None, "本件与原件核对无异"],
)
def test_silent_on_other_names(written: str | None):
    given = evidence(FIRM.format("云州明衡律师事务所"), type="lawyer_letter", seals=(seal(written),))
    assert list(agrees.check(given)) == []


def test_silent_on_seals_and_pages_that_were_read_badly():
    text = FIRM.format("云州明衡律师事务所")
    poor = seal("云州明衡律师事务所", confidence=0.6)
    assert findings(agrees, evidence(text, type="lawyer_letter", seals=(poor,))) == []
    good = seal("云州明衡律师事务所")
    assert findings(agrees, evidence(text, type="lawyer_letter", seals=(good,), confidence=0.6)) == []


@pytest.mark.parametrize("written", ["云州明衡律师事务所", "云州明衡律师事务所律师函专用章", "明衡律师事务所"])
def test_says_what_agrees_but_never_that_it_is_genuine(written: str):
    given = evidence(FIRM.format("云州明衡律师事务所"), type="lawyer_letter", seals=(seal(written),))
    (finding,) = findings(agrees, given)
    assert (finding.severity, finding.fits) == ("info", True)
    assert "不能说明" in finding.says.zh


@pytest.mark.parametrize("text", [*COURT_PAPERS, *LAWYER_LETTERS])
def test_never_speaks_against_a_genuine_paper(text: str):
    given = evidence(text, seals=(seal(text.split("\n")[0]),))
    assert all(each.severity == "info" for each in findings(agrees, given))


def test_says_when_seals_were_not_searched_for():
    assert unable(agrees, evidence(FIRM.format("云州明衡律师事务所"), type="lawyer_letter", seals=None))
