import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.sender import link_host

COURT = "【某某市某某区人民法院】您有（2025）苏0981民初1号案件文书送达，请点击链接查收：{}"
OFFICIAL = (
    "https://zxfw.court.gov.cn/zxfw/#/pagesAjkj/app/wssd/index?qdbh=1",
    "https://jysd.10102368.com/sd?key=abc",
    "http://sd.gdems.com/v3/dzsd/a1",
    "http://dzsd.hbfy.gov.cn/sd/a",
    "https://sfpt.cdfy12368.gov.cn/sfsdw//r/abc",
    "http://171.106.48.55:28083/a",
    "zxgk.court.gov.cn",
    "HTTPS://ZXFW.COURT.GOV.CN/A",
    "https://www.chinacourt.org/a",
    "https://mp.weixin.qq.com/s/abc",
    "sf.taobao.com",
    "https://paimai.jd.com/1234",
    "起诉状.pdf",
    "2025.6.3",
)


@pytest.mark.parametrize("text", GENUINE)
def test_silent_on_genuine(text: str):
    assert findings(link_host, evidence(text)) == []


@pytest.mark.parametrize("link", OFFICIAL)
def test_silent_on_official_hosts_and_on_what_is_no_link(link: str):
    assert findings(link_host, evidence(COURT.format(link))) == []


def test_silent_where_a_line_cuts_an_official_host():
    assert findings(link_host, evidence("【某某市人民法院】\n请查收\nhttps://zxfw.court.go\nv.cn/zxfw/a")) == []


@pytest.mark.parametrize(
    "text",
    [
        "某某区人民法院\n民事判决书\n被告经营网址为 www.some-loan.vip 的平台。本院认为构成违约。\n审判员 某某",
        "被告在其网站 www.some-shop.top 上销售商品，本院认为，某某人民法院有管辖权。",
        "某某市公安局\n受案回执\n你报称被 https://loan.cheat.top 诈骗一案，我局已受理。\n某某市公安局\n2024年5月6日",
        "某某市公安局某某分局\n立案告知书\n张某某被网站abc.vip诈骗一案，我局认为有犯罪事实发生。\n2024年5月6日",
    ],
)
def test_silent_on_a_paper_that_tells_of_a_web_site(text: str):
    assert findings(link_host, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "95588\n【某某银行】您的借款合同纠纷案已作出民事判决书，请尽快登录 https://m.some-bank.com 还款。",
        "某某律师事务所\n律师函\n人民法院已作出判决书，履行方式请登录 www.some-bank.com 查询。\n某某律师事务所",
    ],
)
def test_silent_on_a_lender_that_tells_of_a_judgment(text: str):
    assert findings(link_host, evidence(text)) == []


def test_strong_on_a_paper_that_asks_to_open_a_foreign_link():
    text = "某某区人民法院\n传票\n请于今日点击 http://zxfw-court.top/x 查看案件\n审判员 某某\n2024年5月6日"
    assert [each.severity for each in findings(link_host, evidence(text, type="court_notice"))] == ["strong"]


def test_silent_on_a_notice_of_auction():
    text = "某某市某某区人民法院\n拍卖公告\n本院将在淘宝网司法拍卖网络平台（sf.taobao.com）上公开拍卖下列财产。"
    assert findings(link_host, evidence(text)) == []


def test_silent_on_a_lender_with_its_own_link():
    text = "【某某消费金融】您的借款已逾期，逾期将向人民法院起诉，请登录 https://m.example-loan.com 还款"
    assert findings(link_host, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "10086\n【防骗提醒】有不法分子冒充法院发送您有传票，点击链接 http://abc.top/x 查看的短信，请勿点击。中国移动",
        "【某某市公安局】凡收到“您有一张传票未领取，请点击 http://abc.top/x 查看”等短信的，都是诈骗。",
    ],
)
def test_silent_on_a_warning_that_repeats_a_forged_link(text: str):
    assert findings(link_host, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "【人民法院调解平台】请登录tiaojie.court·gov.cn参加调解",
        "【人民法院调解平台】请登录tiaojie.court\n·gov.cn参加调解",
        "某某市某某区人民法院\n通知\n请将证据发送至承办法官邮箱 fayuan_mst@163.com。",
        "某某市某某区人民法院\n通知\n请将证据发送至承办法官邮箱 fayuan_mst@\n163.com。",
    ],
)
def test_silent_on_a_dot_misread_and_on_an_address_of_mail(text: str):
    assert findings(link_host, evidence(text)) == []


def test_silent_where_the_reader_lost_the_dot_before_the_country():
    assert findings(link_host, evidence(COURT.format("https://zxfw.court.govcn/zxfw/a"))) == []


def test_a_hint_only_where_the_courts_own_line_sends_an_unknown_link():
    text = "12368\n" + COURT.format("http://abc.top/x")
    assert [each.severity for each in findings(link_host, evidence(text))] == ["weak"]


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("http://abc.top/x", "abc.top"),
        ("http://zxfw.court.gov.cn.vip8.top/a", "zxfw.court.gov.cn.vip8.top"),
        ("http://zxfw.court.gov.cn@evil.top/a", "evil.top"),
        ("https://court-gov.com/zxfw", "court-gov.com"),
        ("http://45.12.34.56/a", "45.12.34.56"),
    ],
)
def test_strong_on_foreign_hosts_in_the_name_of_a_court(link: str, host: str):
    (finding,) = findings(link_host, evidence(COURT.format(link)))
    assert (finding.severity, finding.evidence["host"]) == ("strong", host)
    assert finding.place is not None


def test_strong_where_a_private_sender_offers_a_court_paper():
    text = "【某某法务】您的传票已生成，请点击 http://abc.top/x 查看"
    assert [each.severity for each in findings(link_host, evidence(text))] == ["strong"]


@pytest.mark.parametrize("head", ["", "106912345678\n"])
@pytest.mark.parametrize("host", ["susong99.com", "sd.wenshu8.cn", "esong.net"])
def test_a_hint_only_where_it_may_be_a_courts_service_company(head: str, host: str):
    (finding,) = findings(link_host, evidence(head + COURT.format(f"https://{host}/a")))
    assert finding.severity == "weak"


@pytest.mark.parametrize("link", ["https://susong99.com/a", "http://abc.cn/a"])
def test_strong_on_any_foreign_host_from_a_private_number(link: str):
    (finding,) = findings(link_host, evidence("17012345678\n" + COURT.format(link)))
    assert finding.severity == "strong"


@pytest.mark.parametrize("link", ["t.cn/A6xyz", "https://dwz.cn/abc", "https://zxfw.court.g0v.cn/a"])
def test_weak_on_shorteners_and_misread_hosts(link: str):
    assert [each.severity for each in findings(link_host, evidence(COURT.format(link)))] == ["weak"]


def test_says_when_nothing_could_be_read():
    assert unable(link_host, evidence(None))
