import pytest
from build import evidence, findings, unable
from genuine import GENUINE

from forgecheck.judge.sender import phone_of_claimed_sender

COURT = "某某市某某区人民法院\n传 票\n（2024）粤0305民初1号\n被传唤人 张某某\n{}\n审判员 李某某\n2024年5月6日"
POLICE = (
    "某某市公安局某某分局\n立案告知书\n张某某：你报称的诈骗案我局已立案侦查。\n{}\n某某市公安局某某分局\n2024年5月6日"
)
LETTER = "广东某某律师事务所\n律师函\n致：张某某\n请还款。\n{}\n广东某某律师事务所\n2024年5月6日"
IN_ORDER = (
    COURT.format("承办法官电话：0755-86123456"),
    COURT.format("联系电话：12368"),
    COURT.format("书记员：王某　联系电话：0755-86123456　手机：13812345678"),
    COURT.format("书记员手机13812345678，也可拨打12368。"),
    COURT.format("被告张某某，联系电话：13812345678"),
    COURT.format("原告委托代理人李某某律师，电话13812345678"),
    COURT.format("法院专递 EMS 收件人联系电话：13812345678"),
    COURT.format("联系电话：138****5678"),
    COURT.format("本院咨询电话 95588"),
    POLICE.format("联系人：王警官　电话：0755-84461234"),
    POLICE.format("如有疑问请拨打110。"),
    POLICE.format("报案人联系电话：13812345678"),
    LETTER.format("联系电话：13812345678"),
    "13800138000\n您好，我是某某法院书记员，联系电话13812345678",
)


@pytest.mark.parametrize("text", [*GENUINE, *IN_ORDER])
def test_silent_on_genuine(text: str):
    assert findings(phone_of_claimed_sender, evidence(text)) == []


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        (COURT.format("承办法官：王某　电话：13812345678"), "mobile"),
        (COURT.format("请立即致电17012345678"), "virtual"),
        (COURT.format("执行局联系电话：400-123-4567"), "service_400"),
        (COURT.format("本院唯一联系电话：17012345678，其他电话均非本院。"), "virtual"),
        (POLICE.format("办案民警：王某　电话：13812345678"), "mobile"),
    ],
)
def test_a_hint_where_no_office_line_is_given(text: str, sort: str):
    [found] = findings(phone_of_claimed_sender, evidence(text))
    assert (found.severity, found.evidence["sort"]) == ("weak", sort)
    assert found.place is not None


def test_says_when_nothing_was_read():
    assert unable(phone_of_claimed_sender, evidence(None))
