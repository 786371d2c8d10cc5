"""Bytes to Document: the format by content, the limits by header, then the pixels, upright and in sRGB."""

from __future__ import annotations

import hashlib

from forgecheck.errors import InputError
from forgecheck.evidence import Document, Format, Page
from forgecheck.load.limits import Limits


def load(data: bytes, name: str, limits: Limits, page: int | None = None) -> Document:
    """Decode one file.

    Parameters
    ----------
    data : bytes
        The file as received.
    name : str
        Its name, kept as it is for reports; it decides nothing.
    limits : Limits
        What is refused, and which formats are accepted.
    page : int, optional
        The one page of a PDF to read, from 1, and it keeps this number; all pages when omitted.

    Raises
    ------
    InputError
        For whatever is wrong with the file; nothing else is raised.
    """
    from forgecheck.load.sniff import sniff

    if len(data) > limits.file_bytes:
        raise InputError("file_too_large", f"{len(data)} bytes")
    kind = sniff(data)
    if kind not in limits.formats:
        raise InputError("unsupported_format", kind)
    try:
        return _read(data, name, kind, limits, page)
    except InputError:
        raise
    except MemoryError:
        raise InputError("out_of_memory") from None
    except Exception as error:  # the promise above: parsers of hostile bytes fail in ways nobody lists
        raise InputError("decode_failed", type(error).__name__) from error


def _read(data: bytes, name: str, format: Format, limits: Limits, page: int | None) -> Document:
    from forgecheck.load.capture import tell_capture
    from forgecheck.load.raster import read_picture

    if format == "PDF":
        from forgecheck.load.pdf import read_pdf

        pdf = read_pdf(data, limits, page)
        container, images, typeset = pdf.container, pdf.images, not pdf.pictured
    else:
        container, image = read_picture(data, format, limits)
        images, typeset = (image,), False
    pages = tuple(Page(number, image) for number, image in enumerate(images, page or 1))
    capture = tell_capture(images[0], container, typeset)
    return Document(name, hashlib.sha256(data).hexdigest(), len(data), container, capture, pages)
