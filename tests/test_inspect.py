"""The whole road, on pictures drawn here."""

from __future__ import annotations

import io
from importlib.resources import as_file, files

import numpy as np
import pytest
from forgecheck_models.synth.sample import FORGED_LETTER, draw
from forgecheck_models.synth.seals import Design, draw_seal, impress
from render import page, rows

from forgecheck import Models, inspect
from forgecheck.errors import InputError

pytestmark = pytest.mark.reader

LAWFUL_LETTER = """\
广东衡某律师事务所
律师函
（2023）粤衡律函字第12号
张某某先生：
　　受深圳市某某消费金融有限公司委托，就您与委托人之间的借款合同纠纷一事，郑重函告如下：
　　一、截至2023年9月30日，您尚欠本金人民币18,600.00元。依据《中华人民共和国民法典》第五百七十七条、\
第六百七十五条的规定，借款人应当按照约定的期限返还借款。
　　二、请您于收到本函之日起七日内与委托人联系，或者将欠款存入合同约定的还款账户。
　　三、逾期未履行的，委托人将依法向有管辖权的人民法院提起诉讼。
　　特此函告。
广东衡某律师事务所
2023年10月8日
"""

COURT_NOTICE = """\
深圳市南山区人民法院
应诉通知书
（2023）粤0305民初12345号
张某某：
　　本院受理原告深圳市某某消费金融有限公司与你借款合同纠纷一案，现发送起诉状副本一份，并通知如下：
　　一、在收到起诉状副本之日起十五日内提出答辩状。不按时提出答辩状的，不影响本案的审理。
　　二、当事人必须依法行使诉讼权利，有权委托代理人，提供证据，进行辩论。
　　联系电话：12368。
深圳市南山区人民法院
2023年10月8日
"""


def encode(text: str, format: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    draw(text).save(buffer, format, **options)
    return buffer.getvalue()


@pytest.mark.parametrize("text", [LAWFUL_LETTER, COURT_NOTICE], ids=["letter", "court"])
@pytest.mark.parametrize("form", [("PNG", {}), ("JPEG", {"quality": 70})], ids=["png", "jpeg"])
def test_a_lawful_paper_is_not_accused(models, text, form):
    report = inspect(encode(text, form[0], **form[1]), "letter", models)
    assert report.verdict.label == "no_forgery_found"
    assert [
        each.finding.severity for each in report.verdict.weighed if each.finding.severity in ("strong", "decisive")
    ] == []


def test_kinds_are_told_apart(models):
    assert inspect(encode(LAWFUL_LETTER, "PNG"), "letter", models).evidence.kind.type == "lawyer_letter"
    assert inspect(encode(COURT_NOTICE, "PNG"), "notice", models).evidence.kind.type == "court_notice"


@pytest.mark.parametrize("form", [("PNG", {}), ("JPEG", {"quality": 70})], ids=["png", "jpeg"])
def test_the_sample_is_called_forged_for_the_reasons_planted_in_it(models, form):
    report = inspect(encode(FORGED_LETTER, form[0], **form[1]), "sample", models)
    assert report.verdict.label == "forged"
    heard = {each.check for each in report.verdict.weighed}
    planted = {"law.repealed_statute", "law.article_beyond_end", "law.not_the_issuers_power", "identifier.case_number"}
    assert planted <= heard
    assert all(each.finding.box is not None for each in report.verdict.weighed if each.check in planted)


def sealed(text: str, name: str) -> bytes:
    """The letter with a seal of this name over its signature, as a messenger sends it."""
    page = draw(text)
    with as_file(files("forgecheck.show") / "fonts" / "NotoSansSC-subset.otf") as font:
        seal = draw_seal(Design(name, font=str(font)), 260)
    inked, _ = impress(page, seal, (page.width - 260, page.height - 190), np.random.default_rng(7))
    buffer = io.BytesIO()
    inked.save(buffer, "JPEG", quality=80)
    return buffer.getvalue()


def test_a_letter_under_its_own_seal_is_not_accused(models):
    report = inspect(sealed(LAWFUL_LETTER, "广东衡某律师事务所"), "letter.jpg", models)
    (seal,) = report.evidence.pages[0].seals
    assert seal.text.endswith("东衡某律师事务所")  # the first letter lies under the date
    assert report.verdict.label == "no_forgery_found"
    assert not {each.check for each in report.verdict.weighed} & {"seal.missing", "seal.issuer_mismatch"}


def test_a_letter_under_a_strangers_seal_is_suspicious(models):
    report = inspect(sealed(LAWFUL_LETTER, "云州启澄资产管理有限公司"), "letter.jpg", models)
    (finding,) = [each.finding for each in report.verdict.weighed if each.check == "seal.issuer_mismatch"]
    assert finding.severity == "strong"
    assert report.verdict.label == "suspicious"


def test_an_ordinary_page_is_not_accused(models):
    buffer = io.BytesIO()
    from PIL import Image

    Image.fromarray(page(rows(12), (1080, 900))).save(buffer, "PNG")
    report = inspect(buffer.getvalue(), "page.png", models)
    assert report.verdict.label == "no_forgery_found"


def test_an_empty_picture_cannot_be_judged(models):
    buffer = io.BytesIO()
    from PIL import Image

    Image.new("RGB", (600, 800), "white").save(buffer, "PNG")
    assert inspect(buffer.getvalue(), "white.png", models).verdict.label == "inconclusive"


def test_a_broken_file_is_a_coded_error(models):
    with pytest.raises(InputError) as caught:
        inspect(encode(LAWFUL_LETTER, "JPEG")[:5000], "cut.jpg", models)
    assert caught.value.code == "truncated"


def test_same_bytes_same_report_on_one_thread_and_on_two(models):
    from forgecheck.show.json import as_json

    data = encode(FORGED_LETTER, "JPEG", quality=80)
    reports = [as_json(inspect(data, "sample.jpg", each)) for each in (models, models, Models(threads=1))]
    for report in reports:
        report.pop("timing")
    assert reports[0] == reports[1] == reports[2]
