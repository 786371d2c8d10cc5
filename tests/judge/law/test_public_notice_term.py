"""Thirty days since 2022, sixty before and abroad."""

import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.law import public_notice_term as check

LAWFUL = (
    "深圳市南山区人民法院\n公告\n张某：自公告之日起经过三十日即视为送达。\n2024年5月6日",
    "深圳市南山区人民法院\n公告\n张某：自公告之日起经过六十日即视为送达。\n2021年5月6日",
    "深圳市南山区人民法院\n公告\n张某：自公告之日起经过六十日即视为送达。\n2022年1月6日",
    "深圳市南山区人民法院\n公告\n张某：自公告之日起经过六十日即视为送达。",
    "深圳市南山区人民法院\n公告\nJOHN SMITH：自公告之日起经过六十日即视为送达。\n2024年5月6日",
    "深圳市南山区人民法院\n公告\n张某（台湾居民）：自公告之日起经过六十日即视为送达。\n2024年5月6日",
    "深圳市南山区人民法院\n公告\n张某，护照号E123：自公告之日起经过六十日即视为送达。\n2024年5月6日",
    "深圳市南山区人民法院\n公告\n申请人因票据遗失申请公示催告，公告期六十日。\n2024年5月6日",
    "深圳市南山区人民法院\n公告\n张某：判决自公告之日起满三十日视为送达，房屋应于六十日内腾空。\n2024年5月6日",
    "某某劳动人事争议仲裁委员会\n公告\n自公告之日起经过六十日视为送达。\n2024年5月6日",
)
WEAK = (
    "深圳市南山区人民法院\n公告\n王某：现向你公告送达开庭传票。自公告之日起经过六十日即视为送达。\n2025年1月2日",
    "深圳市南山区人民法院\n公告\n王某：本公告发出之日起满60日视为送达。\n2024年5月6日",
    "深圳市南山区人民法院\n公告\n王某：向你公告送达传票，公告期60日。\n2023年5月6日",
    "深圳市南山区人民法院\n公告\n王某：自发出公告之日起，经过60天，即视为送达。\n2023年5月6日",
)


@pytest.mark.parametrize("text", [*GENUINE, *LAWFUL])
def test_silent_on_genuine(text: str):
    assert findings(check, evidence(text)) == []


@pytest.mark.parametrize("text", WEAK)
def test_weak_where_it_is_less_clear(text: str):
    assert [each.severity for each in findings(check, evidence(text))] == ["weak"]


def test_a_hint_only_where_the_text_was_read_poorly():
    assert [each.severity for each in findings(check, evidence(WEAK[0], confidence=0.6))] == ["weak"]


def test_spaces_between_the_characters_do_not_hide_it():
    assert findings(check, evidence(WEAK[0].replace("六十日即", "六 十 日 即")))


def test_says_when_nothing_could_be_read():
    assert unable(check, evidence(None))
