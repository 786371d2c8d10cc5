"""Files that a check can leave behind for people: marked picture, report, evidence pack, masked copy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal, NamedTuple

from forgecheck.finding import Report

SUFFIXES = {"--report": (".html", ".htm", ".pdf"), "--pack": (".zip",), "--masked": (".png",)}


class Handout(NamedTuple):
    """Where to write what; None for what is not asked for."""

    picture: Path | None = None
    report: Path | None = None
    pack: Path | None = None
    masked: Path | None = None

    def wrong(self, files: int) -> str | None:
        """What is wrong with these wishes for so many files; None where nothing is."""
        for option, path in (("--report", self.report), ("--pack", self.pack), ("--masked", self.masked)):
            if path is not None and (files > 1 or path.suffix.lower() not in SUFFIXES[option]):
                return f"{option} takes one FILE and writes {' or '.join('NAME' + each for each in SUFFIXES[option])}"
        return None

    def made(self, found: Report, data: bytes, lang: Literal["zh", "en"]) -> Iterator[tuple[Path, bytes, str]]:
        """Path, bytes and name of each, made one after the other; a masked copy is one file a page."""
        from forgecheck.show.html import as_html
        from forgecheck.show.mask import masked_pages
        from forgecheck.show.pack import evidence_pack
        from forgecheck.show.pdf import as_pdf
        from forgecheck.show.picture import annotate

        if self.picture:
            yield self.picture, annotate(found), "标注图 / annotated picture"
        if self.report and self.report.suffix.lower() == ".pdf":
            yield self.report, as_pdf(found, lang), "报告 / report"
        elif self.report:
            yield self.report, as_html(found).encode(), "报告 / report"
        if self.pack:
            pack = evidence_pack(data, found, found.examined_at or datetime.now(UTC))
            yield self.pack, pack, f"材料包 / evidence pack (SHA-256 {sha256(pack).hexdigest()})"
        if self.masked:
            pages = masked_pages(found)
            for number, png in pages.items():
                path = self.masked if len(pages) == 1 else self.masked.with_stem(f"{self.masked.stem}-{number}")
                yield path, png, "遮盖后的图片，给别人看之前请检查 / masked copy: look at it before you show it"
