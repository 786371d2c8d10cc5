"""Where people live is covered; where offices are stays."""

from __future__ import annotations

import pytest
from build import evidence

from forgecheck.judge.prose import prose
from forgecheck.show.private import private_spans

HOME = "惠州市惠阳区示例路38号2栋101室"


def found(text: str) -> list[str]:
    given = evidence(text)
    flowing = prose(given)
    assert flowing is not None
    return [flowing.text[each.start : each.end] for each in private_spans(given, flowing) if each.reason == "address"]


@pytest.mark.parametrize(
    "text",
    [
        f"广东测试律师事务所\n地址：{HOME}　电话：0755-82000300\n律师函\n张小明：",
        f"原告：某某消费金融有限公司，住所地{HOME}。",
        f"张小明：\n请来我司办理。\n书记员赵例文　电话：0755-82000300　地址：{HOME}",
        f"张小明：\n可向我司书面提出异议，邮寄地址：{HOME}",
        "张小明：\n地址：同上",
        "请支付住院费，住房公积金可以提取。",
        "被告住址不详。",
    ],
)
def test_silent_on_offices_and_on_what_is_no_address(text: str):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"被执行人：张小明，男，住{HOME}。",
        f"被传唤人　张小明\n住　　址　{HOME}",
        f"被传唤人\n张小明\n住址\n{HOME}\n注意事项：按时到庭，携带本票与身份证件，签收后将送达回证交回。",
        f"犯罪嫌疑人张小明\n住{HOME}。",
        f"您住所（{HOME}）将被强制收取财物",
        f"收件人：张小明　13300002266\n地址：{HOME}",
        f"送达地址：{HOME}　邮编：",
        f"您承租的{HOME}房屋，自三月起未付租金",
        f"户籍地{HOME}，现下落不明",
    ],
)
def test_a_home_is_found(text: str):
    assert found(text) == [HOME]
