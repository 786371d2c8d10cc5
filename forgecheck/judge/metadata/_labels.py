"""Finds the implicit label of GB 45438-2025 in all forms that makers write."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from forgecheck.evidence import Container
from forgecheck.judge.metadata._xmp import properties

Value = Literal["1", "2", "3"]
_VALUES: dict[str, Value] = {"1": "1", "2": "2", "3": "3"}

NAMESPACE = "http://www.tc260.org.cn/ns/AIGC/"
_BLOCK_MAX = 8_000
"""Characters; a label has a few hundred."""
_LABEL = re.compile(r"""["']?\bLabel["']?\s{0,4}[:=]\s{0,4}["']?\s?([123])(?!\d)""")
_PRODUCER = re.compile(r"""["'](?:ContentProducer|ServiceProvider)["']\s{0,4}:\s{0,4}["']([^"']{1,100})["']""")
_FIELDS = "ContentProducer|ProduceID|ContentPropagator|PropagateID|ServiceProvider|ServiceUser"
_FIELD = re.compile(rf"""["'](?:{_FIELDS})["']\s{{0,4}}:""")
_BARE = re.compile(r"""AIGC["']?\s{0,4}[:=]?\s{0,4}\{""")


class AiLabel(NamedTuple):
    """One label."""

    value: Value | None
    """1: is AI-made; 2: may be; 3: is suspected to be; None where the maker leaves it out."""
    where: str
    """The field it stands in."""
    producer: str | None
    """Who made it, as the label says: a code or a name."""


def labels(container: Container) -> tuple[AiLabel, ...]:
    """All labels of a file, those of XMP first.

    >>> labels(Container("PNG", texts={"png:AIGC": '{"Label":"1","ContentProducer":"maker"}'}))
    (AiLabel(value='1', where='png:AIGC', producer='maker'),)
    """
    blocks = [*_xmp_blocks(container.xmp or ""), *_text_blocks(container)]
    return tuple(each for each in (_read(where, block) for where, block in blocks) if each is not None)


def _xmp_blocks(packet: str) -> Iterator[tuple[str, str]]:
    """The property AIGC, as element or attribute; a structure is put together to the form of the others."""
    known = [each for each in properties(packet) or () if each.namespace.startswith(NAMESPACE)]
    yield from (("xmp:AIGC", each.value) for each in known if each.name == "AIGC")
    parts = ",".join(f'"{each.name}":"{each.value}"' for each in known if each.name != "AIGC")
    if parts:
        yield "xmp:AIGC", parts


def _text_blocks(container: Container) -> Iterator[tuple[str, str]]:
    for where, text in container.texts.items():
        if where.endswith(":AIGC") or where == "exif:ImageDescription":
            yield where, text
        elif (start := _BARE.search(text)) is not None:
            yield where, text[start.start() :]


def _read(where: str, block: str) -> AiLabel | None:
    """A label, where the block has at least one field of the standard or of Tencent Cloud's form."""
    text = html.unescape(block[:_BLOCK_MAX])
    label, producer = _LABEL.search(text), _PRODUCER.search(text)
    if _FIELD.search(text) is None and (label is None or where == "exif:ImageDescription"):
        return None
    value = None if label is None else _VALUES[label[1]]
    return AiLabel(value, where, None if producer is None else producer[1])
