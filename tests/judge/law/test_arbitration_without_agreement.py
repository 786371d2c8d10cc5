import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import arbitration_without_agreement

LAWFUL = (
    "某某仲裁委员会已作出仲裁裁决并生效，请您还款。",
    "根据合同约定，仲裁裁决已生效，请您还款。",
    "我司将依法申请仲裁，请您还款。",
    "案号（2025）某仲字第1号，仲裁已裁决，请您还款。",
    "劳动仲裁已经裁决，借款另案处理，请您知悉。",
    "仲裁需要书面协议，您没有签就不能仲裁，欠款可协商。",
    "依据仲裁条款，仲裁已经裁决生效，您应还款。",
    "仲裁结果已生效是真的吗？您帮我看看这个逾期短信",
    "骗子称仲裁裁决已生效，要您还款。",
    "仲裁委已作出裁决，请您还款。",
    "您的仲裁申请书副本已寄出，借款事宜请联系。",
    "您的案件正在调解，未仲裁，请还款。",
)
WEAK = (
    "您的欠款仲裁裁决已生效，请立即还款。",
    "【某某法务】您的案件仲裁已正式下达，今日还款。",
    "您逾期未还，仲裁裁决已经作出，即将执行。",
    "您的借款仲裁结果已下达，请处理。",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(arbitration_without_agreement, evidence(text)) == []


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    (finding,) = findings(arbitration_without_agreement, evidence(text))
    assert finding.severity == "weak"


def test_a_hint_also_where_the_text_was_read_poorly():
    (finding,) = findings(arbitration_without_agreement, evidence(WEAK[0], confidence=0.6))
    assert finding.severity == "weak"


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(arbitration_without_agreement, evidence(" ".join(WEAK[0])))


def test_says_when_nothing_could_be_read():
    assert unable(arbitration_without_agreement, evidence(None))
