"""A report as the page shows it: plain data and small pictures; runs in a worker.

Whatever is said stands as a pair (Chinese, English); places stand as parts of the page's width and height, 0 to 1.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator

from forgecheck_web.notes import written
from PIL.Image import Image as Picture

from forgecheck.evidence import Box, Page
from forgecheck.finding import Report, Says
from forgecheck.show.advice import Advice, advice
from forgecheck.show.crops import as_jpeg
from forgecheck.show.facts import facts
from forgecheck.show.html import WIDEST_PAGE, clean_says, finding, maps, seals
from forgecheck.show.json import as_json, dumps
from forgecheck.show.marks import Mark, draw_bare, drawn_height, laid_out, margin, marks
from forgecheck.show.order import families, fitting, numbered, shown_pages
from forgecheck.show.picture import page_width
from forgecheck.show.private import REASONS, private_places
from forgecheck.show.safe import clean, file_name
from forgecheck.show.turn import turned_box, turned_size
from forgecheck.show.words import CAPTURES, FIELDS, family
from forgecheck.wording import BETTER, KINDS, LABELS

PIN_WIDTH = 240  # pixels of a page whose labels take as much room as those of the web page do on a phone
STRONGEST = 3  # reasons that are told first: what one remembers of a list


class Pictures(dict[str, bytes]):
    """JPEG files by the names that the page knows them by."""

    def keep(self, picture: Picture) -> str:
        """Keep a picture under a new name."""
        name = f"{len(self) + 1}.jpg"
        self[name] = as_jpeg(picture, WIDEST_PAGE)
        return name


def answer(report: Report) -> str:
    """The report, what the page shows of it, its pictures, and the worker's own notes, as JSON."""
    pictures = Pictures()
    shown = view(report, pictures)
    return json.dumps(
        {
            "label": report.verdict.label,
            "report": dumps(as_json(report)),
            "view": shown,
            "pictures": {name: _text(data) for name, data in pictures.items()},
            "seen": _text(written(report)),
        }
    )


def _text(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def view(report: Report, pictures: Pictures) -> dict[str, object]:
    """What the page shows; the pictures it needs are put into `pictures`."""
    evidence, verdict = report.evidence, report.verdict
    blind = dict(verdict.blind)
    found = [finding(report, each, pictures.keep) for each in numbered(report)]
    grave = [each for each in found if each["severity"] in ("decisive", "strong")][:STRONGEST]
    steps, better = _steps(report)
    marked = {page.number for page in shown_pages(report)}
    told = {str(each["number"]) for each in grave}
    return {
        "label": verdict.label,
        "title": LABELS[verdict.label],
        "summary": clean_says(verdict.summary),
        "sure": _sure(report),
        "kind": KINDS[evidence.kind.type if evidence.kind else "other"],
        "capture": CAPTURES[evidence.document.capture.kind],
        "name": file_name(evidence.document.name),
        "reasons": grave,
        "hints": [each for each in found if each not in grave],
        "steps": [(clean_says(each.says), each.contact) for each in steps],
        "better": better,
        "seals": _compared(report, seals(report, pictures.keep)),
        "pages": [_page(report, page, pictures, page.number in marked, told) for page in evidence.pages],
        "blind": [(family(name), clean_says(blind[name])) for name in families(report) if name in blind],
        "looked": [family(name) for name in families(report) if name not in blind],
        "maps": maps(report, pictures.keep),
        "fits": [clean_says(each.finding.says) for each in fitting(report)],
        "text": [(page.number, [clean(line.text) for line in page.lines or ()]) for page in evidence.pages],
        "fields": [(FIELDS[each.name], clean(each.value)) for each in evidence.fields or ()],
        "facts": facts(report),
    }


def _sure(report: Report) -> Says | None:
    """How sure the verdict is, in one sentence; None where there is no verdict."""
    graves = Counter(each.finding.severity for each in numbered(report))
    decisive, strong = graves["decisive"], graves["strong"]
    if report.verdict.label == "forged" and decisive:
        return Says(
            f"依据：有 {decisive} 处在正规文书里不可能出现的矛盾。",
            f"Because of {_counted(decisive, 'contradiction')} that no proper paper can hold.",
        )
    if report.verdict.label == "forged":
        return Says(
            f"依据：有 {strong} 处明显的问题，来自互不相关的检查。",
            f"Because of {_counted(strong, 'clear sign')} of kinds that do not depend on each other.",
        )
    if report.verdict.label == "suspicious":
        return Says(
            "依据：有明显的问题，但还不足以断定，所以请先核实。",
            "There is a clear sign, but not enough to be certain: so ask first.",
        )
    if report.verdict.label == "no_forgery_found":
        return Says(
            "做得好的假文件，图上可能一点也看不出来。",
            "A well made forgery may show nothing at all on its picture.",
        )
    return None


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' if count > 1 else ''}"


def _steps(report: Report) -> tuple[list[Advice], Says | None]:
    """What to do next, and how to get a better file, which the page tells elsewhere."""
    files = BETTER.values()
    steps = advice(report)
    better = next((each.says for each in steps if each.says in files), None)
    return [each for each in steps if each.says not in files], better


def _compared(report: Report, shown: list[dict[str, object]]) -> list[dict[str, object]]:
    """The seals, each beside the signature of its paper."""
    signers = [each.value for name in ("signature", "issuer") for each in report.evidence.named(name)]
    differ = _places(report, "seal.issuer_mismatch")
    agree = _places(report, "seal.agrees")
    lettered = [seal for page in report.evidence.pages for seal in page.seals or ()]
    return [
        {
            **each,
            "page": seal.page,
            "signer": clean(signers[0]) if signers else None,
            "fit": "differs"
            if (seal.page, seal.box) in differ
            else "agrees"
            if (seal.page, seal.box) in agree
            else None,
        }
        for each, seal in zip(shown, lettered, strict=True)
    ]


def _places(report: Report, check: str) -> set[tuple[int, Box]]:
    places = (each.finding.place for each in report.verdict.weighed if each.check == check)
    return {(place.page, place.box) for place in places if place is not None}


def _page(report: Report, page: Page, pictures: Pictures, marked: bool, told: set[str]) -> dict[str, object]:
    width = min(page_width(page), WIDEST_PAGE)
    height = drawn_height(page, width)
    return {
        "number": page.number,
        "marked": marked,
        "picture": pictures.keep(draw_bare(page, width)),
        "width": width,
        "height": height,
        "marks": list(_marks(report, page, width, told)) if marked else [],
        "places": _places_to_mask(report, page),
    }


def _marks(report: Report, page: Page, width: int, told: set[str]) -> Iterator[dict[str, object]]:
    """The boxes on a page: seals and what is told first stay in sight, the others until somebody asks for them."""
    every = marks(report)
    plain = [each for each in every if each.label in told or _is_seal(each)]
    faint = [each for each in every if each not in plain]
    tones = {str(each.number): each.finding.severity for each in numbered(report)}
    edge, height = margin(width), drawn_height(page, width)

    def across(x: float) -> float:
        return round((x - edge) / width, 5)

    def down(y: float) -> float:
        return round((y - edge) / height, 5)

    for chosen in (plain, *([each] for each in faint)):
        fine, coarse = laid_out(page, chosen, width), laid_out(page, chosen, PIN_WIDTH)
        for (mark, outline, _), (_, _, tab) in zip(fine, coarse, strict=True):
            yield {
                "label": mark.label,
                "seal": _is_seal(mark),
                "tone": "seal" if _is_seal(mark) else tones[mark.label],
                "faint": chosen is not plain,
                "at": [across(outline.left), down(outline.top), across(outline.right), down(outline.bottom)],
                "tab": _centre(tab, page),
            }


def _centre(tab: Box, page: Page) -> list[float]:
    """Where a label's middle lies on the page, whose edge it may straddle but not leave."""
    edge, height = margin(PIN_WIDTH), drawn_height(page, PIN_WIDTH)
    across = ((tab.left + tab.right) / 2 - edge) / PIN_WIDTH
    down = ((tab.top + tab.bottom) / 2 - edge) / height
    return [round(min(max(each, 0.0), 1.0), 5) for each in (across, down)]


def _is_seal(mark: Mark) -> bool:
    return not mark.label.isdecimal()


def _places_to_mask(report: Report, page: Page) -> list[dict[str, object]]:
    """What can be masked with a tap: private values first, each with the reason, then every line of text."""
    private = [
        {"text": REASONS[each.reason].zh, "why": REASONS[each.reason], "at": _part(each.box, page)}
        for each in private_places(report)
        if each.page == page.number
    ]
    lines = [{"text": clean(line.text), "why": None, "at": _part(line.box, page)} for line in page.lines or ()]
    return private + lines


def _part(box: Box, page: Page) -> list[float]:
    """A place of the page image as parts of the page as it is shown."""
    width, height = turned_size(page)
    left, top, right, bottom = turned_box(box, page)
    return [round(left / width, 5), round(top / height, 5), round(right / width, 5), round(bottom / height, 5)]
