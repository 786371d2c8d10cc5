from __future__ import annotations

from contextlib import suppress

import numpy as np
import pytest
from files import paper, pdf, picture, saved, stream

from forgecheck.errors import InputError
from forgecheck.load import load
from forgecheck.load.limits import BATCH, WEB, Limits
from forgecheck.load.pdf import count_pages


def code(data: bytes, limits: Limits = WEB) -> str:
    with pytest.raises(InputError) as caught:
        load(data, "a.pdf", limits)
    return caught.value.code


def test_a_page_is_drawn_at_150_dpi():
    document = load(paper(), "a.pdf", WEB)
    page = document.pages[0]
    assert (page.width, page.height) == (1240, 1755)
    assert page.image[-20, 20].tolist() == [255, 0, 0]
    assert page.image[20, 20].tolist() == [255, 255, 255]
    assert not page.image.flags.writeable
    assert document.container.texts == {"pdf:Producer": "Acme Writer", "pdf:Title": "Letter"}
    assert document.capture.kind == "render"


def test_a_header_may_come_late():
    assert load(b"junk\n" * 20 + paper(), "a.pdf", WEB).container.format == "PDF"


def test_pages_count_from_one():
    assert [page.number for page in load(paper(3), "a.pdf", WEB).pages] == [1, 2, 3]


def test_too_many_pages_are_refused():
    assert code(paper(6)) == "too_many_pages"
    assert len(load(paper(6), "a.pdf", BATCH).pages) == 6


def test_pages_too_large_together_are_refused():
    assert code(paper(5, 2000, 2600)) == "too_many_pages"


@pytest.mark.parametrize(("width", "height"), [(14_400, 14_400), (200, 14_000), (3000, 2000)])
def test_a_large_page_is_drawn_smaller(width: float, height: float):
    limits = Limits(file_bytes=10**7, pixels=1_000_000, aspect_max=100)
    page = load(paper(1, width, height), "a.pdf", limits).pages[0]
    assert page.width * page.height <= limits.pixels
    assert max(page.width, page.height) <= limits.side_max
    assert page.width / page.height == pytest.approx(width / height, rel=0.02)


def test_a_tiny_page_is_refused():
    assert code(paper(1, 5, 5)) == "too_small"


def test_a_page_rotated_in_the_file_is_upright():
    catalog, pages = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate 90 >>"
    found = load(pdf([catalog, pages, page]), "a.pdf", WEB).pages[0]
    assert (found.width, found.height) == (1755, 1240)


def scan(width: int, height: int, placed: bytes = b"595 0 0 842 0 0") -> bytes:
    jpeg = saved(picture(width, height), "JPEG")
    entries = b"/Type /XObject /Subtype /Image /Width %d /Height %d " % (width, height)
    entries += b"/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /XObject << /I 5 0 R >> >> >>",
            stream(b"q %b cm /I Do Q" % placed),
            stream(jpeg, entries),
        ]
    )


def test_a_page_that_is_one_picture_is_not_called_drawn():
    document = load(scan(600, 850), "a.pdf", WEB)
    assert document.capture.kind != "render"
    assert load(scan(600, 850, b"200 0 0 200 0 0"), "a.pdf", WEB).capture.kind == "render"


def test_a_picture_inside_with_too_many_pixels_is_refused():
    assert code(scan(1000, 1000), Limits(file_bytes=10**7, pixels=200_000)) == "pixels_exceeded"


def test_a_seal_in_a_signature_field_is_drawn():
    # Signed PDFs show the seal as the appearance of a form field, which PDFium draws only when forms are on.
    data = pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R] >>",
            b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (seal) /F 4 /Rect [100 100 300 300] /P 3 0 R "
            b"/AP << /N 5 0 R >> >>",
            stream(b"1 0 0 rg 0 0 200 200 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 200 200]"),
        ]
    )
    image = load(data, "a.pdf", WEB).pages[0].image
    assert (image == np.array([255, 0, 0], np.uint8)).all(axis=-1).mean() == pytest.approx(
        40_000 / (595 * 842), rel=0.02
    )


def test_a_password_is_named():
    guard = b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <%b> /U <%b> >>" % (b"41" * 32, b"42" * 32)
    data = pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
            guard,
        ],
        b"/Encrypt 4 0 R /ID [<00> <00>]",
    )
    assert code(data) == "encrypted_pdf"


def test_an_unknown_way_of_encryption_is_named():
    data = paper().replace(b"/Info 5 0 R", b"/Encrypt << /Filter /Acme /V 9 >>")
    assert code(data) in {"encrypted_pdf", "decode_failed"}


@pytest.mark.parametrize("percent", [3, 10, 30, 50, 70, 90, 99])
def test_a_cut_pdf_is_mended_or_truncated(percent: int):
    data = paper(3)
    part = data[: len(data) * percent // 100]
    with suppress(InputError):
        assert 1 <= len(load(part, "a.pdf", WEB).pages) <= 3
        return
    assert code(part) == "truncated"


def test_a_pdf_of_nothing_is_damaged():
    assert code(b"%PDF-1.7\n%%EOF\n") == "decode_failed"
    assert code(b"%PDF-1.7\n") == "truncated"
    assert code(pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>"])) == "decode_failed"


def test_what_follows_the_end_is_counted():
    assert load(paper() + b"\r\n\n", "a.pdf", WEB).container.trailing_bytes == 0
    assert load(paper() + b"x" * 99, "a.pdf", WEB).container.trailing_bytes == 99


def test_one_page_of_many_is_read_alone_and_keeps_its_number():
    document = load(paper(6), "a.pdf", WEB, page=4)
    assert [page.number for page in document.pages] == [4]
    assert np.array_equal(document.pages[0].image, load(paper(6), "a.pdf", BATCH).pages[3].image)


@pytest.mark.parametrize("page", [0, 3])
def test_a_page_that_is_not_there_is_refused(page: int):
    with pytest.raises(InputError, match="decode_failed"):
        load(paper(2), "a.pdf", WEB, page=page)


def test_pages_are_counted_without_drawing_any():
    assert count_pages(paper(3)) == 3
    with pytest.raises(InputError):
        count_pages(b"%PDF-1.7\nnothing")


def test_attachments_are_counted_and_left_shut():
    data = pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a.exe) 4 0 R] >> >> >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
            b"<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>",
            stream(b"MZ secret", b"/Type /EmbeddedFile"),
        ]
    )
    assert load(data, "a.pdf", WEB).container.texts == {"pdf:Attachments": "1"}
