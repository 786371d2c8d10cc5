"""What we tell people to do: official channels only, and none that stands on the picture."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from show.reports import LETTER, field, report

from forgecheck.evidence import DocumentType
from forgecheck.finding import Finding, Says, Weighed
from forgecheck.show.advice import advice
from forgecheck.show.channels import area_codes, channels, city
from forgecheck.show.topics import KINDS

COURT = "深圳市南山区人民法院"
CASE = "（2024）粤0305执1234号"


def contacts(given):
    return {each.contact for each in advice(given) if each.contact}


def phones(given):
    return {each.phone for each in contacts(given)}


def sites(given):
    return {each.url for each in contacts(given)}


def words(given):
    return "\n".join(f"{each.says.zh}\n{each.says.en}" for each in advice(given))


@pytest.mark.parametrize("kind", get_args(DocumentType))
def test_every_kind_is_told_first_not_to_pay_because_of_the_picture(kind):
    steps = advice(report("甲", (), type=kind))
    assert "不要因为这张图片付款" in steps[0].says.zh
    assert all(each.says.zh and each.says.en and each.because for each in steps)


@pytest.mark.parametrize("kind", get_args(DocumentType))
def test_every_kind_has_its_topics(kind):
    assert kind in KINDS


@pytest.mark.parametrize(
    "kind", ["court_notice", "dishonest_debtor_notice", "consumption_restriction_order", "police_notice"]
)
def test_official_papers_must_not_be_ignored(kind):
    assert "不要不理会" in advice(report("甲", (), type=kind, label="forged"))[1].says.zh


@pytest.mark.parametrize("kind", ["lawyer_letter", "sms_screenshot", "debt_relief_ad", "other"])
def test_other_papers_are_not_called_court_papers(kind):
    assert "不要不理会" not in words(report("甲", (), type=kind))
    assert not any("12368" in (phone or "") for phone in phones(report("甲", (), type=kind)))


def test_a_known_city_gets_its_area_code_and_the_case_number():
    given = report("甲", (), type="court_notice", fields=(field("court", COURT), field("case_number", CASE)))
    assert "0755-12368" in phones(given)
    assert CASE in words(given)


def test_an_unknown_city_is_named_and_no_code_is_guessed():
    given = report("甲", (), type="court_notice", fields=(field("court", "江苏省昆山市人民法院"),))
    assert "12368" in phones(given)
    assert "前面加昆山市的电话区号" in words(given)


def test_a_court_without_a_city_gets_the_general_rule():
    given = report("甲", (), type="court_notice", fields=(field("court", "山东省单县人民法院"),))
    assert "前面加法院所在地的电话区号" in words(given)


@pytest.mark.parametrize("kind", ["dishonest_debtor_notice", "consumption_restriction_order"])
def test_blacklists_are_looked_up_at_the_enforcement_site(kind):
    given = report("甲", (), type=kind, fields=(field("case_number", CASE),))
    assert "https://zxgk.court.gov.cn" in sites(given)
    assert "https://zxfw.court.gov.cn" in sites(given)
    assert CASE in words(given)


@pytest.mark.parametrize(
    ("kind", "phone"),
    [
        ("lawyer_letter", "12348"),
        ("sms_screenshot", "12321"),
        ("collection_notice", "12378"),
        ("contract_cancellation", "12378"),
        ("police_notice", "96110"),
        ("debt_relief_ad", "96110"),
    ],
)
def test_each_kind_has_its_channel(kind, phone):
    assert phone in phones(report("甲", (), type=kind))


def test_a_court_paper_whose_head_was_cut_off_must_not_be_ignored():
    text = "执行通知书\n某某网络科技有限公司：\n责令你自收到本通知之日起三日内履行。"
    assert "不要不理会" in words(report(text, (), type="other"))


def test_a_courts_own_message_is_not_reported_as_spam():
    text, fields = "您有一份传票，请登录查看", (field("court", COURT),)
    assert "12321" not in phones(report(text, (), type="sms_screenshot", fields=fields, label="no_forgery_found"))
    assert "12321" in phones(report(text, (), type="sms_screenshot", fields=fields, label="suspicious"))
    assert "12321" in phones(report("您的贷款已逾期", (), type="sms_screenshot", label="no_forgery_found"))


@pytest.mark.parametrize("text", ["某某仲裁委员会 裁决书", "某某市公证处 执行证书", "国家税务总局某某市税务局"])
def test_papers_of_other_authorities_must_not_be_ignored(text):
    assert "不要不理会" in words(report(text, (), type="other"))


def test_a_law_firm_is_looked_up_in_the_register():
    assert "https://credit.acla.org.cn" in sites(report("甲", (), type="lawyer_letter"))


def test_threats_lead_to_the_police():
    assert "110" in phones(report("否则上门并通知家人", (), type="other"))
    assert "110" not in phones(report("请按时还款", (), type="other"))


def test_a_finding_on_the_sender_is_the_reason_it_gives():
    fraud = Weighed("sender.private_account", Finding("strong", Says("个人账户", "private account")), 1.0)
    assert "sender.private_account" in {each.because for each in advice(report("甲", (fraud,), type="other"))}


def test_an_unclear_picture_is_asked_for_again():
    assert "要原图" in words(report("甲", (), type="other", label="inconclusive"))
    assert "要原图" not in words(report("甲", (), type="other", label="no_forgery_found"))


def test_no_phone_or_link_of_the_picture_is_passed_on():
    text = LETTER + "\n电话 400-123-4567 手机 13800138000 https://evil.example/x 12368法院 加微信 abc123"
    fields = (
        field("phone", "400-123-4567"),
        field("link", "https://evil.example/x"),
        field("court", "加微信13800138000市人民法院"),
        field("case_number", "请拨13800138000 https://evil.example/x"),
        field("law_firm", "https://evil.example/x"),
    )
    for kind in get_args(DocumentType):
        given = report(text, (), type=kind, fields=fields)
        said = words(given) + str(contacts(given))
        assert not [each for each in ("400-123", "13800138000", "evil.example", "abc123") if each in said]


def test_every_named_number_stands_in_our_own_table():
    known = {each.phone for each in channels().values()} | {f"{code}-12368" for code in area_codes().values()}
    for kind in get_args(DocumentType):
        given = report("失信 逾期 上门 保证金", (), type=kind, fields=(field("court", COURT),))
        assert phones(given) - {None} <= known
        assert set(re.findall(r"\b(?:1[12]\d{1,3}|96110)\b", words(given))) <= {str(each) for each in known} | {"12368"}


def test_nothing_is_ever_called_real():
    for kind in get_args(DocumentType):
        said = words(report("甲", (), type=kind, label="no_forgery_found"))
        assert "真" not in said
        assert "genuine" not in said.lower()


@pytest.mark.parametrize(
    ("court", "expected"),
    [
        ("广东省深圳市南山区人民法院", "深圳市"),
        ("北京市第一中级人民法院", "北京市"),
        ("内蒙古自治区呼和浩特市新城区人民法院", "呼和浩特市"),
        ("延边朝鲜族自治州中级人民法院", "延边朝鲜族自治州"),
        ("山东省单县人民法院", None),
        ("人民法院", None),
    ],
)
def test_the_city_in_a_courts_name(court, expected):
    assert city(court) == expected


def test_area_codes_are_area_codes():
    assert all(re.fullmatch(r"0\d{2,3}", code) for code in area_codes().values())
    assert len(area_codes()) > 30
