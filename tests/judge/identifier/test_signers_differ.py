"""Papers that are signed by whom they are headed first; all names are invented."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.identifier import signers_differ

ONE, TWO = "广东衡样律师事务所", "广东江恒律师事务所"
LETTER = (
    "{}\n律师函\n（2024）粤衡律函字第126号\n朱小红先生：\n{}受珠海示江商业银行股份有限公司委托，就您逾期贷款致函。\n"
    "请尽快归还本金72,966.56元。\n特此函告\n{}\n2024年2月27日"
)
COURT = "{}\n传票\n（2024）粤0305民初1号\n张某某：请于2024年5月6日到庭。\n{}\n2024年4月6日"
IN_ORDER = (
    LETTER.format(ONE, "本所", ONE),
    LETTER.format("北京市衡样律师事务所", "本所", "北京市衡样（深圳）律师事务所"),
    LETTER.format("北京衡样律师事务所", "本所", "北京市衡样律师事务所深圳分所"),
    LETTER.format(ONE, "本所", "衡样律师事务所"),
    LETTER.format(ONE, "本所", f"{ONE}（盖章）\n{TWO}（盖章）"),
    LETTER.format(f"{ONE}\n{TWO}", "本所", TWO),
    LETTER.format("广东省衡样律师事务所", "本所", ONE),
    LETTER.format(ONE, "本所", "律师：陶三样"),
    LETTER.format(ONE, "本所", "珠海示江商业银行股份有限公司"),
    LETTER.format("珠海示江商业银行股份有限公司", "本公司", ONE),
    LETTER.format("广东某某律师事务所", "本所", "广东××律师事务所"),
    LETTER.format(ONE, "广东衡样（珠海）律师事务所接", ONE),
    COURT.format("广东省深圳市南山区人民法院", "深圳市南山区人民法院"),
    COURT.format("深圳市南山区人民法院", "此致\n深圳市福田区人民法院"),
    COURT.format("深圳市南山区人民法院", "联系人：王法官\n深圳市南山区人民法院立案庭"),
    f"{ONE}\n律师复函\n致：{TWO}\n贵所发来的律师函收悉。\n{ONE}\n2024年1月1日",
    "深圳市南山区人民法院\n委托函\n深圳市福田区人民法院：\n请协助送达。\n深圳市南山区人民法院\n2024年1月1日",
)


@pytest.mark.parametrize("text", [*GENUINE, *IN_ORDER])
def test_silent_on_genuine(text: str):
    assert findings(signers_differ, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        LETTER.format(ONE, "本所", TWO),
        LETTER.format(ONE, "本所", f"律师：陶三样\n{TWO}（盖章）"),
        LETTER.format("上海示远律师事务所", "本所", "四川明恒律师事务所"),
        LETTER.format("北京市正义（深圳）律师事务所", "本所", TWO),
    ],
)
def test_strong_where_another_signs(text: str):
    [found] = findings(signers_differ, evidence(text))
    assert found.severity == "strong"
    assert found.place is not None


@pytest.mark.parametrize("other", ["深圳市福田区人民法院", "广州市中级人民法院（院印）"])
def test_only_a_hint_in_papers_of_courts(other: str):
    [found] = findings(signers_differ, evidence(COURT.format("深圳市南山区人民法院", other)))
    assert found.severity == "weak"


def test_silent_on_the_court_above_to_which_one_may_appeal():
    ending = "如不服本判决，可在判决书送达之日起十五日内，向本院递交上诉状，上诉于\n上海金融法院。\n审判员  陈某某"
    assert findings(signers_differ, evidence(COURT.format("上海市浦东新区人民法院", ending))) == []


@pytest.mark.parametrize(
    "text",
    [
        LETTER.format(ONE, "本所", "广东衡例律师事务所"),
        LETTER.format(ONE, f"{TWO}接", ONE),
        LETTER.format(ONE, f"{TWO}依法接", ONE),
    ],
)
def test_a_hint_where_one_sign_differs_or_only_the_text_names_another(text: str):
    assert [each.severity for each in findings(signers_differ, evidence(text))] == ["weak"]


def test_a_hint_where_the_lines_are_not_clear():
    given = evidence(LETTER.format(ONE, "本所", TWO), confidence=0.9)
    assert [each.severity for each in findings(signers_differ, given)] == ["weak"]


def test_silent_on_news_about_two_firms():
    text = f"{ONE}\n记者获悉，有人冒充律师发函。\n{TWO}\n2024年1月1日"
    assert findings(signers_differ, evidence(text)) == []


def test_says_when_nothing_was_read():
    assert unable(signers_differ, evidence(None))
