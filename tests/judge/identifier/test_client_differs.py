import pytest
from build import evidence, findings, unable
from genuine import GENUINE
from papers import papers

from forgecheck.judge.identifier import client_differs

LETTER = "浙江某律师事务所\n律师函\n张三：\n{}\n律师李四\n2025年3月5日"
QUIET = (
    "受江恒银行委托，就您于2024年3月向江恒银行借款一事函告如下。",
    "受江恒银行股份有限公司委托。您向江恒银行申请信用卡，至今未还。",
    "受浙江江恒商业银行股份有限公司的委托。您与江恒银行签订借款合同。",
    "受江恒银行委托。您向远例银行借款，债权已转让给江恒银行。",
    "受江恒消费金融有限公司委托。您通过平台向远例银行借款。",
    "受远方担保公司委托。您向江恒银行借款，我方已代偿。",
    "受邮储银行委托。您与邮政储蓄银行签订借款合同。",
    "受某某银行委托。您向远例银行借款。",
    "受江恒银行和远例银行联合委托。您向远例银行借款。",
    "受江恒银行委托，您尚欠本金5000元。请向江恒银行还款。",
    "受江恒银行委托。您的工资卡在远例银行办理。",
    "受江恒银行委托。您向江恒银行借款，还款账户在远例银行开立。您与江恒银行签订合同。",
)


@pytest.mark.parametrize("text", [*(LETTER.format(each) for each in QUIET), *GENUINE, *papers().values()])
def test_silent_where_the_client_may_be_the_creditor(text: str):
    assert findings(client_differs, evidence(text)) == []


@pytest.mark.parametrize(
    "words",
    [
        "受江恒银行的委托，您于2024年3月5日向远例银行借款5000元，请归还。",
        "我所接受江恒银行股份有限公司委托。您与远例银行股份有限公司签订借款合同。（债权未经转让）",
        "受江恒消费金融有限公司委托。您欠远例消费金融有限公司借款5000元。",
        "受江恒小额贷款有限公司委托。您在远例小额贷款有限公司办理借款。",
    ],
)
def test_a_hint_on_another_lenders_debt(words: str):
    (finding,) = findings(client_differs, evidence(LETTER.format(words)))
    assert finding.severity == "weak"


def test_noise_of_one_sign_in_a_name_is_no_other_lender():
    assert findings(client_differs, evidence(LETTER.format("受江恒银行委托，您向江桓银行借款5000元。"))) == []


def test_unable_without_text():
    assert unable(client_differs, evidence(None))
