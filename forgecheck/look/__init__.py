"""Document to evidence: every instrument is read once; none has an opinion."""

from __future__ import annotations

from dataclasses import replace

from forgecheck.evidence import Capture, Container, Document, Evidence, Page
from forgecheck.look.codes import find_codes
from forgecheck.look.fields import find_fields
from forgecheck.look.flow import flow
from forgecheck.look.kind import classify
from forgecheck.look.pixels.edited import with_edits
from forgecheck.look.pixels.patches import flat_patches
from forgecheck.look.pixels.traces import find_traces
from forgecheck.look.seals import find_seals
from forgecheck.look.seals.origin import with_origins
from forgecheck.look.text import read_page
from forgecheck.models import Models
from forgecheck.stages import reached


def look(document: Document, models: Models) -> Evidence:
    """Read every page's text, seals and pixels, then the fields and the kind of document in the text."""
    read = [read_page(page, models.reader) for page in document.pages]
    reached("look")
    pages = tuple(_look_at(page, document.container, document.capture, models) for page in read)
    document = replace(document, pages=pages)
    text = flow(pages)
    evidence = Evidence(document, text)
    fields = find_fields(text)
    return replace(evidence, fields=fields, kind=classify(text, fields, pages))


def _look_at(page: Page, container: Container, capture: Capture, models: Models) -> Page:
    page = replace(page, codes=find_codes(page))
    page = replace(page, patches=flat_patches(page))
    page = replace(page, traces=find_traces(page, container, capture))
    page = with_edits(page, container, capture, models.tamper_net)
    return replace(page, seals=with_origins(page, find_seals(page, models)))
