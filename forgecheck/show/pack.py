"""The evidence pack: one ZIP with the file as it was received and all that was found, to hand to those who decide."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from forgecheck.evidence import Format
from forgecheck.finding import Report
from forgecheck.show.json import as_json
from forgecheck.show.leaflet import leaflet
from forgecheck.show.mask import masked_pages
from forgecheck.show.pdf import as_pdf
from forgecheck.show.picture import annotate
from forgecheck.show.safe import file_name
from forgecheck.show.times import local, utc
from forgecheck.versions import versions

SUFFIXES: Mapping[Format, str] = {
    "JPEG": "jpg",
    "PNG": "png",
    "WEBP": "webp",
    "BMP": "bmp",
    "GIF": "gif",
    "PDF": "pdf",
}
README = "README.txt"
MANIFEST = "SHA256SUMS"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a ZIP can hold; real times stand in versions.json
_PLAIN_FILE = 0o100644 << 16


def evidence_pack(data: bytes, report: Report, examined_at: datetime) -> bytes:
    """The pack as a ZIP file.

    Parameters
    ----------
    data : bytes
        The file as received; it goes in unchanged.
    report : Report
        What `inspect` said of these bytes.
    examined_at : datetime
        When, with a time zone.

    Returns
    -------
    bytes
        The same arguments give the same bytes, also when the report was made anew from the same file.

    Raises
    ------
    ValueError
        The report is of other bytes, or the time has no zone.
    """
    document = report.evidence.document
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise ValueError(f"the report is of another file: {document.sha256}")
    if examined_at.tzinfo is None:
        raise ValueError(f"a time without a zone: {examined_at}")
    report = _timeless(report, examined_at)
    parts = {
        f"original.{SUFFIXES[document.container.format]}": data,
        "annotated.png": annotate(report),
        "report.json": _pretty(as_json(report)),
        "report.pdf": as_pdf(report),
        "versions.json": _pretty({"examined_at": {"utc": utc(examined_at), "local": local(examined_at)}, **versions()}),
        **_masked(report),
    }
    parts[README] = leaflet(report, [*parts, MANIFEST])
    return _zipped({**parts, MANIFEST: _manifest(parts)})


def _timeless(report: Report, examined_at: datetime) -> Report:
    """The report without what two runs over the same bytes do not share, and without the folders of its file."""
    document = replace(report.evidence.document, name=file_name(report.evidence.document.name))
    return replace(report, evidence=replace(report.evidence, document=document), timing_ms={}, examined_at=examined_at)


def _masked(report: Report) -> dict[str, bytes]:
    pages = masked_pages(report)
    return {"masked.png" if len(pages) == 1 else f"masked-{number}.png": png for number, png in pages.items()}


def _pretty(data: Mapping[str, object]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _manifest(parts: Mapping[str, bytes]) -> bytes:
    """As `sha256sum --check` reads it."""
    return "".join(f"{hashlib.sha256(parts[name]).hexdigest()}  {name}\n" for name in sorted(parts)).encode()


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name in sorted(parts):
            entry = ZipInfo(name, _EPOCH)
            entry.external_attr = _PLAIN_FILE
            entry.create_system = 3  # or it would tell which system made it
            archive.writestr(entry, parts[name])
    return buffer.getvalue()
