"""Masked wording: what changes from one receiver to the next is gone, the rest is kept."""

from __future__ import annotations

import pytest
from link.papers import OTHER, read, text

from forgecheck.link.mask import masked


def test_two_letters_of_one_template_read_the_same():
    assert masked(read(text(number=1))) == masked(read(text(number=2)))


def test_letters_of_other_templates_do_not():
    assert masked(read(text())) != masked(read(text(OTHER)))


@pytest.mark.parametrize("secret", ["张建国", "138", "2025", "正信", "江州"])
def test_nothing_of_a_receiver_is_left(secret: str):
    given = text(number=0, phone="13812345678")
    assert secret in given
    assert secret not in masked(read(given))


def test_the_wording_is_left():
    assert "多次透支消费" in masked(read(text()))
    assert "依法提起诉讼" in masked(read(text()))


def test_stops_and_spaces_count_for_nothing():
    plain = text()
    assert masked(read(plain.replace("，", ",").replace("。", "."))) == masked(read(plain))


def test_a_sum_in_words_is_masked():
    one, other = (
        masked(read(f"请于三日内付清人民币{sum_}整，逾期依法处理。")) for sum_ in ("壹万贰仟元", "叁拾伍万元")
    )
    assert one == other


def test_an_empty_page_has_no_wording():
    assert masked(read("")) == ""
