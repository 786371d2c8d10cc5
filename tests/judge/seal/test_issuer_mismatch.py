import pytest
from build import evidence, findings, seal, unable
from genuine import COURT_PAPERS, LAWYER_LETTERS

from forgecheck.judge.seal import issuer_mismatch

FIRM = (
    "北京市盈明(深圳)律师事务所\n律师函\n致：张某某\n"
    "本所接受前海微众融资担保股份有限公司委托，就您逾期还款事宜致函，请还款。\n{}\n2024年5月6日"
)
COURT = (
    "广东省深圳市福田区人民法院\n传票\n（2024）粤0304民初1号\n被传唤人 张某某\n应到时间 2024年6月3日\n{}\n2024年5月6日"
)

SAME = (
    (FIRM, "北京市盈明(深圳)律师事务所", "北京市盈明（深圳）律师事务所"),
    (FIRM, "北京市盈明(深圳)律师事务所", "北京市盈明深圳律师事务所"),
    (FIRM, "北京市盈明(深圳)律师事务所", "北京盈明律师事务所律师函专用章"),
    (FIRM, "北京市盈明(深圳)律师事务所", "北京市盈朋(深圳)律师事务所"),
    (FIRM, "北京市盈明(深圳)律师事务所", "前海微众融资担保股份有限公司"),
    (FIRM, "北京市盈明(深圳)律师事务所", "深圳前海微众融资担保股份有限公司合同专用章"),
    (FIRM, "北京市盈明(深圳)律师事务所", "北京市盈明(深圳)律师事务所(1)"),
    (FIRM, "盈明律师事务所", "北京市盈明(深圳)律师事务所"),
    (COURT, "广东省深圳市福田区人民法院", "深圳市福田区人民法院"),
    (COURT, "深圳市福田区人民法院", "广东省深圳市福田区人民法院执行局"),
    (COURT, "广东省深圳市福田区人民法院", "广东省深圳市福田区人民法院电子送达专用章"),
    (COURT, "广东省深圳市福田区人民法院", "广东省深圳市福由区人民法院"),
    (COURT, "广东省深圳市福田区人民法院", "深圳市福田区人民法院立案专用章"),
)


@pytest.mark.parametrize(("letter", "signature", "written"), SAME)
def test_silent_on_the_same_organisation(letter: str, signature: str, written: str):
    given = evidence(letter.format(signature), seals=(seal(written),))
    assert list(issuer_mismatch.check(given)) == []


@pytest.mark.parametrize("text", [*COURT_PAPERS, *LAWYER_LETTERS])
def test_silent_where_the_seal_is_the_letterheads(text: str):
    given = evidence(text, seals=(seal(text.split("\n")[0]),))
    assert list(issuer_mismatch.check(given)) == []


@pytest.mark.parametrize(
    "written", ["张某某印", "本件与原本核对无异", "云州市档案馆查询专用章", "某某街道办事处收文专用章", None]
)
def test_silent_but_unable_on_seals_without_an_organisation(written: str | None):
    given = evidence(FIRM.format("北京市盈明(深圳)律师事务所"), seals=(seal(written),))
    assert findings(issuer_mismatch, given) == []
    assert unable(issuer_mismatch, given)


def test_silent_on_a_seal_that_was_read_badly():
    given = evidence(COURT.format("广东省深圳市福田区人民法院"), seals=(seal("某某有限公司", confidence=0.6),))
    assert findings(issuer_mismatch, given) == []
    assert unable(issuer_mismatch, given)


@pytest.mark.parametrize("left", ["有限公司", "消费金融有限公司"])
def test_silent_where_only_the_end_of_the_signature_was_read(left: str):
    given = evidence(
        f"催收通知\n您已逾期，请还款。\n{left}\n2024年5月6日",
        type="collection_notice",
        seals=(seal("杭州样海消费金融有限公司"),),
    )
    assert list(issuer_mismatch.check(given)) == []


@pytest.mark.parametrize("type", ["other", "sms_screenshot", "chat_screenshot"])
def test_silent_on_other_pictures(type: str):
    given = evidence("采购合同\n甲方：某某有限公司", type=type, seals=(seal("海南远航贸易有限公司"),))
    assert list(issuer_mismatch.check(given)) == []


@pytest.mark.parametrize(
    ("letter", "signature", "written"),
    [
        (FIRM, "北京市盈明(深圳)律师事务所", "广东金石律师事务所"),
        (FIRM, "北京市盈明(深圳)律师事务所", "海南远航贸易有限公司"),
        (COURT, "广东省深圳市福田区人民法院", "广东省佛山市禅城区人民法院"),
        (COURT, "广东省深圳市福田区人民法院", "广东省深圳市中级人民法院"),
        (COURT, "广东省深圳市福田区人民法院", "海南远航贸易有限公司"),
        (COURT, "广东省深圳市福田区人民法院", "佛山市南海区司法局"),
    ],
)
def test_strong_on_another_organisation(letter: str, signature: str, written: str):
    (finding,) = findings(issuer_mismatch, evidence(letter.format(signature), seals=(seal(written),)))
    assert finding.severity == "strong"
    assert finding.box == seal().box
    assert written in finding.says.zh


NOTICE = "通知书\n张某某：\n您的款项已逾期，请于收到本通知之日起七日内缴清。特此通知。\n{}\n2024年5月6日"


@pytest.mark.parametrize(
    ("signature", "written"),
    [
        ("云州市石桥街道办事处", "云州市石桥街道办事处"),
        ("云州县白鹭镇沙洲村民委员会", "云州县白鹭镇沙洲村委会"),
        ("国家税务总局云州市石桥区税务局", "国家税务总局云州市石桥区税务局征税专用章"),
        ("云州仲裁委员会", "云州仲裁委员会仲裁专用章"),
        ("云州银行股份有限公司石桥支行", "云州银行石桥支行业务专用章"),
        ("云州明衡资产管理有限公司", "云州明衡资产管理有限公"),
        ("云州明衡商事调解中心", "云州明衡商事调解中心调解专用章"),
        ("云州市消费者协会", "云州市消费全协会"),
        ("徐州南样小额贷款有限公司", "徐州市样小林款有限公司"),
        ("云州经济开发区管理委员会", "云州经济开发区管委会"),
        ("何某某", "云州明衡资产管理有限公司"),
    ],
)
def test_silent_on_the_own_seal_of_many_sorts_of_bodies(signature: str, written: str):
    given = evidence(NOTICE.format(signature), type="collection_notice", seals=(seal(written),))
    assert findings(issuer_mismatch, given) == []


@pytest.mark.parametrize("end", ["", "（盖章）"])
@pytest.mark.parametrize(
    ("signature", "written"),
    [
        ("云州市石桥街道办事处", "临溪正序资产管理有限公司"),
        ("云州市消费者协会", "国家税务总局临溪市白鹭区税务局"),
        ("云州明衡法律服务所", "临溪仲裁委员会"),
        ("云州银行股份有限公司石桥支行", "临溪银行股份有限公司白鹭支行"),
        ("云州农村商业银行股份有限公司", "临溪农村商业银行股份有限公司"),
    ],
)
def test_strong_on_a_stranger_among_many_sorts_of_bodies(signature: str, written: str, end: str):
    given = evidence(NOTICE.format(signature + end), type="collection_notice", seals=(seal(written),))
    assert [each.severity for each in findings(issuer_mismatch, given)] == ["strong"]


@pytest.mark.parametrize("written", ["临溪市白鹭街道办事处", "临溪县白鹭镇沙洲村民委员会", "临溪市正序物业服务中心"])
def test_only_weak_where_the_seal_may_be_a_witness(written: str):
    given = evidence(COURT.format("广东省深圳市福田区人民法院"), seals=(seal(written),))
    assert [each.severity for each in findings(issuer_mismatch, given)] == ["weak"]


def test_silent_on_the_plain_seal_of_a_notary():
    given = evidence(COURT.format("广东省深圳市福田区人民法院"), seals=(seal("临溪市正序公证处"),))
    assert findings(issuer_mismatch, given) == []


def test_only_weak_where_another_seal_fits():
    given = evidence(
        COURT.format("广东省深圳市福田区人民法院"), seals=(seal("福田区人民法院"), seal("海南远航贸易有限公司"))
    )
    assert [each.severity for each in findings(issuer_mismatch, given)] == ["weak"]


def test_says_when_nothing_could_be_read():
    assert unable(issuer_mismatch, evidence(None, type="lawyer_letter"))


def test_says_when_seals_were_not_searched_for():
    assert unable(issuer_mismatch, evidence(FIRM.format(""), seals=None))
