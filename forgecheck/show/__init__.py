"""Report to words and pictures; decides nothing."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forgecheck.finding import Report

Renderer = Callable[["Report"], str | bytes]


def _lazy(module: str, function: str) -> Renderer:
    """A renderer whose module is imported when it is first used."""

    def render(report: Report) -> str | bytes:
        renderer: Renderer = getattr(importlib.import_module(f"{__name__}.{module}"), function)
        return renderer(report)

    return render


FORMATS: Mapping[str, Renderer] = {
    "text": _lazy("text", "as_text"),
    "json": _lazy("json", "json_text"),
    "html": _lazy("html", "as_html"),
    "png": _lazy("picture", "annotate"),
}
"""What a report can become, by name."""
