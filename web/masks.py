"""Which places of a page are to be burnt over, as the form of the mask page sends it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import isfinite

from forgecheck_web.jobs import Part, Wanted
from forgecheck_web.problems import BAD_MASKS, Refused
from werkzeug.datastructures import MultiDict

MOST_AREAS = 100  # drawn by hand; assumed
_AREA = re.compile(r"[01](?:\.\d{1,6})?(?:,[01](?:\.\d{1,6})?){3}")


def wanted(form: MultiDict[str, str], view: Mapping[str, object]) -> Wanted:
    """The page, the numbers of its places that are ticked, and areas drawn by hand; raises Refused.

    An area is ``left,top,right,bottom`` in parts of the page's width and height.
    """
    try:
        number = int(form.get("page", "1"))
        (page,) = [each for each in view["pages"] if each["number"] == number]
        ticked = [page["places"][int(each)]["at"] for each in form.getlist("mask") if each.isdecimal()]
    except (ValueError, IndexError):
        raise Refused(BAD_MASKS) from None
    areas = [_area(each) for each in form.getlist("area")[:MOST_AREAS]]
    return Wanted("masked", page=number, masks=(*map(_part, ticked), *areas))


def _area(text: str) -> Part:
    if not _AREA.fullmatch(text):
        raise Refused(BAD_MASKS)
    return _part([float(each) for each in text.split(",")])


def _part(numbers: list[float]) -> Part:
    left, top, right, bottom = (min(max(float(each), 0.0), 1.0) for each in numbers)
    if not all(map(isfinite, (left, top, right, bottom))) or left >= right or top >= bottom:
        raise Refused(BAD_MASKS)
    return left, top, right, bottom
