import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import invented_statute

LETTER = "某某律师事务所\n律师函\n致：张某某\n{}\n某某律师事务所\n{}"
REAL = (
    "根据《中华人民共和国民法典》第六百七十五条。",
    "根据《征信业管理条例》第十五条。",
    "根据《网络借贷信息中介机构业务活动管理暂行办法》。",
    "根据《最高人民法院关于公布失信被执行人名单信息的若干规定》第一条。",
    "根据《中华人民共和国商业银行法》《中华人民共和国反洗钱法》。",
    "根据《消费金融公司管理办法》第四十条。",
    "根据《深圳经济特区个人破产条例》。",
    "根据《河北省社会信用信息条例》。",
    "根据《刑法》《刑事诉讼法》《中华人民共和国刑法修正案（十一）》。",
    "根据《中华人民共和国社会信用体系建设法（向社会公开征求意见稿）》。",
    "专家建议制定《个人征信法》，尚无时间表。",
    "我国没有《催收法》，催收依照民法典进行。",
    "某某公司称“根据《网贷法》第八条”，与事实不符。",
    "根据《贷款通则》第十九条，借款人应当还款。",
    "双方签订《还款协议》《借款合同》，办法如下。",
    "网贷合法吗？根据合同约定还款即可。",
    "根据最高人民法院的规定，第三条适用。",
    "《物权法定原则研究》《老赖的一百种方法》",
)
INVENTED = (
    "根据《网贷法》第八条，您应还款。",
    "依据《中华人民共和国失信人管理法》，您将受罚。",
    "依据《反逃废债法》第十二条，您应还款。",
    "您违反《催收管理法》，请立即还款。",
    "根据《民间借贷催收管理法》，您将被强制执行，请还款。",
    "依照《贷款惩戒法》第八十八条，您应还款。",
    "根据网贷管理法第十条，您应还款。",
    "依据《民法典刑法》第1260条，您应还款。",
)


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert findings(invented_statute, evidence(text)) == []


@pytest.mark.parametrize("sentence", REAL)
def test_silent_on_statutes_drafts_and_wishes(sentence: str):
    assert findings(invented_statute, evidence(LETTER.format(sentence, "2024年5月6日"))) == []


@pytest.mark.parametrize("sentence", INVENTED)
def test_strong_on_names_that_were_made_up(sentence: str):
    (finding,) = findings(invented_statute, evidence(LETTER.format(sentence, "2024年5月6日")))
    assert finding.severity == "strong"
    assert "并不存在" in finding.says.zh


def test_silent_in_news():
    text = "本报讯（记者 某某）催收短信称，依据《网贷法》第八条，借款人须立即还款。"
    assert findings(invented_statute, evidence(text)) == []


def test_weak_after_the_table_was_made():
    (finding,) = findings(invented_statute, evidence(LETTER.format(INVENTED[0], "2031年5月6日")))
    assert finding.severity == "weak"


def test_weak_where_a_court_is_taken_for_a_law():
    (finding,) = findings(invented_statute, evidence("根据最高法第193条，您应还款。"))
    assert finding.severity == "weak"


def test_weak_where_the_name_was_read_poorly():
    (finding,) = findings(invented_statute, evidence(LETTER.format(INVENTED[0], "2024年5月6日"), confidence=0.6))
    assert finding.severity == "weak"


def test_says_when_nothing_could_be_read():
    assert unable(invented_statute, evidence(None))
