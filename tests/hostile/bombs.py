"""Small files that ask for much: pixels, text, entities, profiles, pages."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from files import chunk, exif, flat_png, paper, pdf, picture, saved, stream, with_chunk, with_segment
from hostile.worst import exif_of_long_fields

XMP_SEGMENT = b"http://ns.adobe.com/xap/1.0/\0"
LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a0 "ha">'
    + b"".join(b'<!ENTITY a%d "%b">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    + b"]><x>&a9;</x>"
)
PACKETS = {
    "entities": LAUGHS,
    "one long entity": b'<!DOCTYPE x [<!ENTITY a "' + b"x" * 100_000 + b'">]><x>' + b"&a;" * 20_000 + b"</x>",
    "outer entity": b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    "outer dtd": b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>',
    "depth": b"<x>" * 36_000 + b"</x>" * 36_000,
    "many attributes": b"<x " + b" ".join(b'a%d="1"' % n for n in range(20_000)) + b"/>",
    "many namespaces": b"<x " + b" ".join(b'xmlns:a%d="urn:%d"' % (n, n) for n in range(9_000)) + b"/>",
}
"""XMP packets that have brought down readers of XML."""


def bombs() -> Iterator[tuple[str, bytes]]:
    """All of them."""
    yield from _pixels()
    yield from _texts()
    yield from _packets()
    yield from _profiles()
    yield from _papers()


def _pixels() -> Iterator[tuple[str, bytes]]:
    for width, height in ((13_000, 13_000), (20_000, 20_000), (65_535, 500), (1, 60_000), (9_999, 5_000)):
        yield f"png {width} x {height}", flat_png(width, height)
    jpeg = bytearray(saved(picture(), "JPEG"))
    at = jpeg.index(b"\xff\xc0") + 5
    jpeg[at : at + 4] = b"\xff\xff\xff\xff"
    yield "jpeg that lies", bytes(jpeg)
    gif = bytearray(saved(picture(), "GIF"))
    gif[6:10] = b"\xff\xff\xff\xff"
    yield "gif that lies", bytes(gif)
    body = b"VP8X" + struct.pack("<L", 10) + b"\0\0\0\0" + b"\xff\xff\xff" * 2
    yield "webp that lies", b"RIFF" + struct.pack("<L", len(body) + 4) + b"WEBP" + body
    bmp = bytearray(saved(picture(), "BMP"))
    bmp[18:26] = struct.pack("<ll", 30_000, -30_000)
    yield "bmp that lies", bytes(bmp)


def _texts() -> Iterator[tuple[str, bytes]]:
    png, bomb = saved(picture(), "PNG"), zlib.compress(bytes(50_000_000), 9)
    yield "zTXt", with_chunk(png, b"zTXt", b"Comment\0\0" + bomb)
    yield "iTXt", with_chunk(png, b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + bomb)
    yield "thousand zTXt", png[:33] + chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(990_000), 9)) * 1000 + png[33:]
    yield "exif", with_segment(saved(picture(), "JPEG"), 0xE1, b"Exif\0\0" + exif_of_long_fields())
    yield "exif text", saved(picture(), "JPEG", exif=exif({0x010E: "长" * 20_000}))


def _packets() -> Iterator[tuple[str, bytes]]:
    for name, packet in PACKETS.items():
        yield f"png, {name}", with_chunk(saved(picture(), "PNG"), b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet)
        if len(packet) < 65_000:
            yield f"jpeg, {name}", with_segment(saved(picture(), "JPEG"), 0xE1, XMP_SEGMENT + packet)


def _profiles() -> Iterator[tuple[str, bytes]]:
    png, jpeg = saved(picture(), "PNG"), saved(picture(), "JPEG")
    yield "png profile", with_chunk(png, b"iCCP", b"p3\0\0" + zlib.compress(bytes(50_000_000), 9))
    for number in range(255, 0, -1):
        jpeg = with_segment(jpeg, 0xE2, b"ICC_PROFILE\0" + bytes([number, 255]) + bytes(65_000))
    yield "jpeg profile", jpeg
    head = struct.pack(">L", 200) + bytes(12) + b"RGB XYZ " + bytes(12) + b"acsp" + bytes(92)
    table = struct.pack(">L", 0xFFFFFFFF) + bytes(64)
    yield "profile of many tags", saved(picture(), "PNG", icc_profile=(head + table)[:200].ljust(200, b"\0"))


CATALOG, PAGES = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>"
)
SQUARE = stream(b"1 0 0 rg 0 0 99 99 re f")
PACKED = b"/Filter /FlateDecode"


def _papers() -> Iterator[tuple[str, bytes]]:
    sort = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 1 /Width 30000 /Height 30000 "
    black = stream(zlib.compress(bytes(1_000_000), 9), sort + PACKED)
    yield "pdf picture", pdf([CATALOG, PAGES, PAGE, stream(b"500 0 0 500 0 0 cm /I Do"), black])
    yield "pdf of many pages", paper(2000)
    yield "pdf of a huge page", paper(1, 2_000_000, 2_000_000)
    claims = b"<< /Type /Pages /Count 2147483647 /Kids [3 0 R] >>"
    yield "pdf that claims pages", pdf([CATALOG, claims, PAGE, stream(b"")])
    kids = [b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % (number + 3) for number in range(5000)]
    yield "pdf of depth", pdf([CATALOG, *kids, b"<< /Type /Page /MediaBox [0 0 9 9] >>"])
    yield "pdf of brackets", pdf([CATALOG, PAGES, b"[" * 500_000])
    for name, action in ACTIONS.items():
        catalog = b"<< /Type /Catalog /Pages 2 0 R /OpenAction << %b >> >>" % action
        yield f"pdf that {name}", pdf([catalog, PAGES, PAGE, SQUARE])


ACTIONS = {
    "runs a script": b"/S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9'\\))",
    "launches": b"/S /Launch /F (/bin/sh)",
    "submits": b"/S /SubmitForm /F (http://127.0.0.1:9)",
}
"""What a PDF may ask for when it is opened."""


def pdf_that_draws_itself() -> bytes:
    """Twice, and each of the two twice, and so on."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /I 5 0 R >> >>"
    return pdf([CATALOG, PAGES, PAGE, stream(b"/I Do"), stream(b"/I Do /I Do", form)])


def traps() -> Iterator[tuple[str, bytes]]:
    """Files that no header gives away: only the end of their time ends them.  Never load one outside a worker."""
    yield "pdf that draws itself", pdf_that_draws_itself()
    dots = zlib.compress(b"0 0 1 1 re f\n" * 5_000_000, 9)
    yield "pdf of five million squares", pdf([CATALOG, PAGES, PAGE, stream(dots, PACKED)])
    twice = stream(zlib.compress(zlib.compress(bytes(400_000_000), 9), 9), b"/Filter [/FlateDecode /FlateDecode]")
    yield "pdf of twice packed zeros", pdf([CATALOG, PAGES, PAGE, twice])
