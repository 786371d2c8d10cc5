"""Whose names are covered: the recipient's and the parties', never those of who signs."""

from __future__ import annotations

from time import perf_counter

import pytest
from build import evidence

from forgecheck.judge.prose import prose
from forgecheck.show.private.names import names

NOBODY = [
    "广东测试律师事务所\n律师函\n某某科技有限公司：\n贵司逾期未付货款，请于七日内付清。\n广东测试律师事务所\n律师：张三丰\n2024年3月5日",
    "审判长　王小明\n审判员　李大山\n书记员　赵例文",
    "联系人：何文例、郑小样　0411-82000300",
    "请转入以下账户：\n户名：赵一样\n卡号：6212000000009375937",
    "款打吕例文个人账户，过时作废。",
    "本院执行局法官　沈例文（0755-82000300）",
    "【江苏样和律师事务所】您好，您的律师函已寄出。",
    "尊敬的客户：您的信用卡已逾期。",
    "【某某银行】温馨提示，请按时还款。",
    "费用：三百元\n金额：五百元\n时间：明天\n项目：贷款\n周五：还款日",
    "被告应当提交身份证复印件。\n证人出庭请携带身份证。",
    "高新区人民法院\n江苏：男孩遭遇",
    "曹小例：各位亲朋\n10:13\n曹小例：不还钱群就不解散\n杨某某：这是谁拉的群？\n发送 按住说话",
    "申请人应在七日内缴费。当事人对裁定不服的，可以上诉。",
]


def found(text: str) -> list[str]:
    given = evidence(text)
    flowing = prose(given)
    assert flowing is not None
    return [flowing.text[each.start : each.end] for each in names(given, flowing)]


@pytest.mark.parametrize("text", NOBODY)
def test_silent_where_nobody_private_is_named(text: str):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "广东测试律师事务所\n律师函\n张小明：\n您已逾期。",
        "律师函\n致：张小明先生（身份证号码：440303********0004）",
        "尊敬的张小明女士：\n您的贷款已逾期",
        "【某某银行】张小明，您的账单已出。",
        "法院文书最后通告：张小明你的案件今天移交",
        "被执行人：张小明，男，住示例路1号。",
        "被告：张小明，440303********0004。",
        "被传唤人　张小明\n案由　借款合同纠纷",
        "被告张小明于本判决生效之日起十日内归还借款",
        "申请执行人某某银行与被执行人张小明借款合同纠纷一案",
        "请协助冻结张小明名下银行存款",
        "张小明家属：\n现羁押在看守所。",
        "收件人：张小明　13300002266",
        "亲爱的用户张小明：\n账单已晚还",
        "您好，您儿子张小明欠款不还",
        "该客户（张小明）欠付三百元",
        "我们与张小明先生失去联系",
        "【某某银行】温馨提示：张小明，您的账单已晚还",
        "13300008456\n15:40\n张小明，白天找不到你，今晚再来",
        "犯罪嫌疑人张小明涉嫌诈骗，因",
        "将涉嫌诈骗罪的张小明刑事拘留",
    ],
)
def test_the_recipient_and_the_parties_are_found(text: str):
    assert found(text) == ["张小明"]


def test_a_known_name_is_covered_wherever_it_stands():
    assert found("律师函\n张小明：\n贵方张小明尚欠款。请张小明还款。") == ["张小明"] * 3


def test_several_people_addressed_in_one_line_are_all_found():
    assert found("律师函\n杨样文、赵小样：\n你们的房屋") == ["杨样文", "赵小样"]


def test_a_name_inside_an_organisations_name_stays():
    assert found("执行通知书\n高明：\n佛山市高明区人民法院通知您还款。") == ["高明"]


def test_somebody_is_not_somebody_else():
    assert found("致吴某：\n请按时应诉。\n律师吴某某") == ["吴某"]


def test_whoever_signs_too_is_not_covered():
    assert found("张小明：\n请还款。\n执行员张小明") == []


def test_a_rare_family_name_is_found_beside_an_identity_number():
    assert found("被执行人：仝某某（公民身份号码440303********0004）") == ["仝某某"]


def test_a_text_four_times_as_long_takes_no_more_than_ten_times_as_long():
    def taken(count: int) -> float:
        given = evidence("被告张三、" * count)
        flowing = prose(given)
        start = perf_counter()
        assert len(names(given, flowing)) == count
        return perf_counter() - start

    assert min(taken(4000) for _ in range(2)) < 10 * min(taken(1000) for _ in range(3)) + 0.1
