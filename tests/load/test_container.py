from __future__ import annotations

import struct
import zlib

import numpy as np
import pytest
from files import chunk, exif, picture, saved, with_chunk, with_segment
from PIL import Image, PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

from forgecheck.evidence import Container
from forgecheck.load import load
from forgecheck.load.exif import read_exif
from forgecheck.load.limits import WEB

PACKET = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>letter</a></x:xmpmeta>'


def container(data: bytes) -> Container:
    return load(data, "a", WEB).container


def test_jpeg_segments_tables_and_sampling_are_read():
    found = container(saved(picture(), "JPEG", quality=75, subsampling=2))
    assert found.segments[0] == ("APP0", 14)
    assert [name for name, _ in found.segments][-2:] == ["SOS", "EOI"]
    assert found.jpeg is not None
    assert found.jpeg.sampling == ((2, 2), (1, 1), (1, 1))
    assert not found.jpeg.progressive
    # T.81 table K.1 at quality 75: the first row, halved and rounded.
    assert found.jpeg.tables[0][:8] == (8, 6, 5, 8, 12, 20, 26, 31)
    assert found.jpeg.tables[0][8:16] == (6, 6, 7, 10, 13, 29, 30, 28)
    assert found.jpeg.tables[1][:4] == (9, 9, 12, 24)


@pytest.mark.parametrize("quality", [1, 30, 95])
def test_jpeg_tables_agree_with_those_that_wrote_them(quality: int):
    table = [min(255, 1 + index * quality % 200) for index in range(64)]
    found = container(saved(picture(), "JPEG", qtables=[table, table]))
    assert found.jpeg is not None
    assert found.jpeg.tables[0] == tuple(table)


def test_a_progressive_jpeg_says_so():
    found = container(saved(picture(), "JPEG", progressive=True)).jpeg
    assert found is not None
    assert found.progressive


def test_wide_tables_are_read():
    values = struct.pack(">64H", *range(300, 364))
    found = container(with_segment(saved(picture(), "JPEG"), 0xDB, b"\x13" + values)).jpeg
    assert found is not None
    assert found.tables[3][:3] == (300, 301, 305)
    assert found.tables[3][8] == 302


def test_restart_and_fill_bytes_do_not_end_the_walk():
    noise = np.random.default_rng(0).integers(0, 255, (200, 200, 3), np.uint8)
    data = saved(noise, "JPEG", quality=98, restart_marker_blocks=1)
    found = container(data[:2] + b"\xff\xff\xff" + data[2:])
    assert found.segments[-1] == ("EOI", 0)
    assert found.trailing_bytes == 0


def test_a_damaged_segment_ends_the_walk_quietly():
    data = saved(picture(), "JPEG")
    at = data.index(b"\xff\xc4")
    broken = data[: at + 2] + b"\0\1" + data[at + 4 :]
    from forgecheck.load.jpeg import walk_jpeg

    facts = walk_jpeg(broken)
    assert not facts.complete
    assert facts.size == (96, 64)
    assert facts.container.segments[-1][0] == "SOF0"


def test_exif_fields_are_kept_and_places_are_not():
    block = Image.Exif()
    block[0x010F], block[0x0110], block[0x0131] = "Acme", "Phone 1", "美图秀秀".encode()
    block[0x013B], block[0x010E], block[0x0132] = "Painter", "A picture", "2026:01:02 03:04:05"
    block.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + "截图".encode("utf-16-be")
    block.get_ifd(0x8769)[0x829A] = IFDRational(1, 50)
    block.get_ifd(0x8825)[1] = "N"
    block.get_ifd(0x8825)[2] = (31.0, 12.0, 5.0)
    block.endian = ">"
    for kind in ("JPEG", "PNG", "WEBP"):
        texts = container(saved(picture(), kind, exif=block.tobytes())).texts
        assert texts["exif:Make"] == "Acme"
        assert texts["exif:Model"] == "Phone 1"
        assert texts["exif:Software"] == "美图秀秀"
        assert texts["exif:Artist"] == "Painter"
        assert texts["exif:DateTime"] == "2026:01:02 03:04:05"
        assert texts["exif:ImageDescription"] == "A picture"
        assert texts["exif:ExposureTime"] == "1/50"
        assert "exif:UserComment" in texts
        assert not any("GPS" in name or "31" in text for name, text in texts.items())


@pytest.mark.parametrize("order", ["little", "big"])
def test_exif_is_read_in_both_byte_orders(order: str):
    mark, pack = (b"II*\0", "<") if order == "little" else (b"MM\0*", ">")
    comment = b"UNICODE\0" + "截图".encode("utf-16-le" if order == "little" else "utf-16-be")
    directory = struct.pack(f"{pack}LHHHLHHHHLLL", 8, 2, 0x0112, 3, 1, 6, 0, 0x8769, 4, 1, 38, 0)
    inner = struct.pack(f"{pack}HHHLLL", 1, 0x9286, 7, len(comment), 56, 0)
    texts, orientation = read_exif(mark + directory + inner + comment)
    assert (texts, orientation) == ({"exif:UserComment": "截图"}, 6)


def test_damaged_exif_is_left_unread():
    whole = exif({0x0131: "x" * 100, 0x0112: 6})
    for end in range(len(whole)):
        texts, orientation = read_exif(whole[:end])
        assert orientation in (1, 6)
        assert all(text.strip("x") == "" for text in texts.values())
    assert read_exif(b"") == ({}, 1)
    assert read_exif(b"Exif\0\0XX*\0" + bytes(100)) == ({}, 1)


def test_an_exif_directory_that_points_to_itself_ends():
    assert read_exif(b"II*\0" + struct.pack("<LHHHLLL", 8, 1, 0x8769, 4, 1, 8, 0)) == ({}, 1)


def test_an_exif_block_of_repeated_long_fields_costs_no_time():
    entry = struct.pack("<HHLL", 0x0131, 2, 60_000, 8)
    assert len(read_exif(b"II*\0\x08\0\0\0" + struct.pack("<H", 5000) + entry * 5000)[0]) <= 1


def test_png_texts_of_all_three_kinds_are_read():
    info = PngImagePlugin.PngInfo()
    info.add_text("Title", "plain")
    info.add_text("Comment", "packed " * 50, zip=True)
    info.add_itxt("Author", "作者", "zh", "作者", zip=True)
    info.add_itxt("Source", "open", "", "")
    found = container(saved(picture(), "PNG", pnginfo=info))
    assert found.texts["png:Title"] == "plain"
    assert found.texts["png:Comment"] == ("packed " * 50).strip()
    assert found.texts["png:Author"] == "作者"
    assert found.texts["png:Source"] == "open"
    assert found.segments[-1] == ("IEND", 0)
    assert found.segments[0] == ("IHDR", 13)


def test_png_text_in_utf8_against_the_standard_is_read():
    data = with_chunk(saved(picture(), "PNG"), b"tEXt", b"AIGC\0" + "标识".encode())
    assert container(data).texts["png:AIGC"] == "标识"


def test_the_texts_of_a_file_are_limited_together():
    data = saved(picture(), "PNG")
    for index in range(8):
        body = b"Key%d\0\0" % index + zlib.compress(b"a" * 300_000)
        data = with_chunk(data, b"zTXt", body)
    assert sum(len(text) for text in container(data).texts.values()) <= 1_000_000


def test_a_broken_chunk_name_ends_the_walk():
    data = saved(picture(), "PNG")
    from forgecheck.load.png import walk_png

    facts = walk_png(data[:33] + chunk(b"\0\0\0\0", b"x") + data[33:])
    assert facts.container.segments == (("IHDR", 13),)
    assert not facts.complete


@pytest.mark.parametrize("format", ["JPEG", "WEBP", "PNG"])
def test_the_xmp_packet_is_kept_as_text(format: str):
    if format == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", PACKET.decode(), zip=True)
        found = container(saved(picture(), "PNG", pnginfo=info))
        assert "png:XML:com.adobe.xmp" not in found.texts
    else:
        found = container(saved(picture(), format, xmp=PACKET))
    assert found.xmp == PACKET.decode()


def test_a_long_xmp_packet_is_left_unread():
    assert container(saved(picture(), "WEBP", xmp=b"<x>" + b"a" * 256_000 + b"</x>")).xmp is None


def test_jpeg_and_gif_comments_are_kept():
    assert container(saved(picture(), "JPEG", comment="Created with GIMP")).texts["jpeg:comment"] == "Created with GIMP"
    assert container(saved(picture(), "GIF", comment="made here")).texts["gif:comment"] == "made here"


def test_a_bare_ai_label_in_an_application_segment_is_kept():
    data = with_segment(saved(picture(), "JPEG"), 0xEB, b'AIGC{"Label":"1","ContentProducer":"maker"}')
    assert container(data).texts["jpeg:AIGC"] == '{"Label":"1","ContentProducer":"maker"}'


def test_webp_chunks_are_listed():
    found = container(saved(picture(), "WEBP", exif=exif({0x0131: "Tool"}), xmp=PACKET))
    assert [name for name, _ in found.segments] == ["VP8X", "VP8 ", "EXIF", "XMP "]
    assert found.texts["exif:Software"] == "Tool"


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF"])
def test_bytes_after_the_end_are_counted(format: str):
    data = saved(picture(), format)
    assert container(data).trailing_bytes == 0
    assert container(data + b"x" * 777).trailing_bytes == 777


def test_a_second_picture_in_the_file_is_trailing_data():
    first, second = Image.fromarray(picture()), Image.fromarray(picture()[::-1])
    data = saved(first, "MPO", save_all=True, append_images=[second])
    document = load(data, "a", WEB)
    assert document.container.format == "JPEG"
    assert document.container.trailing_bytes > 1000
    assert np.abs(document.pages[0].image.astype(int) - picture()).mean() < 6
