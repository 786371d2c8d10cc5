"""The properties of an XMP packet, whether written as elements or as attributes.  ISO 16684-1:2019, clause 7."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

CHARACTERS_MAX = 256_000
"""A longer packet is left unread."""


class Property(NamedTuple):
    """One property of the packet."""

    namespace: str
    name: str
    value: str


def properties(packet: str) -> tuple[Property, ...] | None:
    """All properties that have a text; None where the packet is too long, damaged, or declares entities.

    >>> properties('<x xmlns:a="urn:a" a:Tool="GIMP"><a:Label> 1 </a:Label></x>')
    (Property(namespace='urn:a', name='Tool', value='GIMP'), Property(namespace='urn:a', name='Label', value='1'))
    >>> properties("<x>") is None
    True
    """
    if len(packet) > CHARACTERS_MAX:
        return None
    try:
        root = fromstring(packet, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError):
        return None
    return tuple(each for each in _walk(root) if each.value)


def _walk(root: Element) -> Iterator[Property]:
    for element in root.iter():
        for name, value in element.attrib.items():
            yield Property(*_parted(name), value.strip())
        yield Property(*_parted(element.tag), (element.text or "").strip())


def _parted(name: str) -> tuple[str, str]:
    """Namespace and local name of ``{namespace}name``."""
    namespace, brace, local = name.removeprefix("{").partition("}")
    return (namespace, local) if brace else ("", name)
