import pytest
from build import evidence, findings, unable
from genuine import GENUINE
from papers import papers

from forgecheck.judge.identifier import phone_number

QUIET = (
    "联系电话：010-88001234",
    "电话：0755-88001234",
    "电话：（0571）88001234",
    "座机0335-8001234",
    "座机0349-8001234，0580-8001234，0701-8001234",
    "电话：13800138000",
    "手机：138 0013 8000",
    "手机：138****8000",
    "电话：13800138000 13900139000",
    "电话：13800138000-801",
    "合同编号：0381-88001234",
    "电话400-800-1234",
    "热线95588",
    "手机尾号138001",
    "传真：00852-88001234",
    "账号：138001380001",
    "拨打12368",
    "电话：028-88001234转8012",
)


@pytest.mark.parametrize("text", [*("某某律师事务所\n律师函\n" + each for each in QUIET), *GENUINE, *papers().values()])
def test_silent_on_numbers_that_can_be_dialled(text: str):
    assert findings(phone_number, evidence(text)) == []


@pytest.mark.parametrize(
    "words",
    [
        "电话：0341-88001234",
        "座机（0381）8800123",
        "请拨打0621-88001234",
        "电话：026-88001234",
        "Tel:0365 88001234",
        "手机138001380003",
        "联系电话：1380013800",
        "请致电158123456789",
        "微信：1391234567",
    ],
)
def test_a_hint_on_numbers_that_cannot(words: str):
    (finding,) = findings(phone_number, evidence("某某律师事务所\n律师函\n张某：请还款。" + words))
    assert finding.severity == "weak"


def test_noise_of_a_line_that_was_not_read_clearly_says_nothing():
    assert findings(phone_number, evidence("某某律师事务所\n律师函\n手机138001380003", confidence=0.9)) == []


def test_unable_without_text():
    assert unable(phone_number, evidence(None))
