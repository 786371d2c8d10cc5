"""Clusters as one self-contained page: no script, nothing loaded from elsewhere, pictures re-encoded and embedded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template
from PIL import Image, UnidentifiedImageError

from forgecheck import __version__
from forgecheck.batch.export import THUMBNAILS
from forgecheck.batch.files import picture_path
from forgecheck.finding import Says
from forgecheck.link.report.clusters import SIGNALS, Cluster, Member
from forgecheck.link.run import Linked, Shown
from forgecheck.show.crops import as_uri
from forgecheck.show.safe import clean, clean_name
from forgecheck.wording import KINDS, LABELS

MOST_LISTED = 40  # groups in the list before the groups
MOST_CLUSTERS, MOST_MEMBERS, MOST_BONDS, MOST_PICTURES, MOST_ISSUERS = 200, 60, 12, 8, 6
"""What is shown of a run, and of a cluster; the tables hold all."""
MOST_PIXELS = 4_000_000  # of a thumbnail; the batch writes far smaller ones
WIDEST = 240  # px of a picture on the page
UNKNOWN = Says("没有结果", "no result")


def as_html(found: Sequence[Cluster], linked: Linked, outs: Sequence[Path], more: int = 0) -> str:
    """The page; every text is escaped.  `more` clusters are not shown."""
    return _template().render(
        version=__version__,
        numbers=_numbers(linked),
        most_listed=MOST_LISTED,
        groups=[_group(each, linked.shown, outs) for each in found],
        more=more,
    )


def _numbers(linked: Linked) -> list[tuple[str, str, int]]:
    found = [
        ("本次比较", "compared now", linked.papers),
        ("有相似的", "alike to others", linked.clustered),
        ("组", "groups", linked.clusters),
        ("库里共有", "in the store", linked.stored),
    ]
    return [*found, ("没有参加比较", "not compared", linked.skipped)] if linked.skipped else found


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(files("forgecheck.link.report").joinpath("page.html").read_text("utf-8"))


def _group(cluster: Cluster, shown: Mapping[int, Shown], outs: Sequence[Path]) -> Mapping[str, object]:
    members = sorted(cluster.members, key=lambda each: (each.ident not in shown, each.ident))
    here = [each for each in members if each.ident in shown]
    names = {each.ident: _name(each) for each in members}
    issuers = Counter(clean(shown[each.ident].issuer) for each in here)
    issuers.pop("", None)
    return {
        "number": cluster.number,
        "papers": cluster.papers,
        "pictures": len(members),
        "here": len(here),
        "forged": _count(members, "label", "forged"),
        "since": min(each.day for each in members),
        "signals": [(SIGNALS[name], count) for name, count in cluster.by_signal.items()],
        "labels": [(label, LABELS[label], count) for label in LABELS if (count := _count(members, "label", label))],
        "kinds": [(KINDS[kind], count) for kind in KINDS if (count := _count(members, "kind", kind))],
        "issuers": issuers.most_common(MOST_ISSUERS),
        "shown": _pictures(here, shown, outs),
        "members": [_member(each, shown) for each in members[:MOST_MEMBERS]],
        "more": max(len(members) - MOST_MEMBERS, 0),
        "bonds": [
            {
                "one": names[bond.one],
                "other": names[bond.other],
                "signals": [(SIGNALS[name], f"{bans:.1f}") for name, bans in bond.signals.items()],
            }
            for bond in cluster.bonds[:MOST_BONDS]
        ],
    }


def _count(members: Sequence[Member], what: str, value: str) -> int:
    return sum(getattr(each, what) == value for each in members)


def _name(member: Member) -> str:
    return f"{member.sha256[:12]}{f'#{member.page}' if member.page else ''}"


def _member(member: Member, shown: Mapping[int, Shown]) -> Mapping[str, object]:
    return {
        "path": clean_name(shown[member.ident].path) if member.ident in shown else "",
        "name": _name(member),
        "day": member.day,
        "label": member.label,
        "says": next((says for label, says in LABELS.items() if label == member.label), UNKNOWN),
    }


def _pictures(here: Sequence[Member], shown: Mapping[int, Shown], outs: Sequence[Path]) -> list[Mapping[str, str]]:
    """The first pictures of which the batch kept a small copy; one of each paper."""
    found: list[Mapping[str, str]] = []
    taken: set[int] = set()
    for each in here:
        if each.same in taken or len(found) == MOST_PICTURES:
            continue
        uri = _thumbnail(outs[shown[each.ident].out], each)
        if uri is not None:
            taken.add(each.same)
            found.append({"path": clean_name(shown[each.ident].path), "uri": uri})
    return found


def _thumbnail(out: Path, member: Member) -> str | None:
    """The batch's small picture, decoded and encoded anew; None where there is none that can be read."""
    path = picture_path(out / THUMBNAILS, member.sha256, member.page, ".jpg")
    try:
        with Image.open(path, formats=["JPEG"]) as picture:
            return None if picture.width * picture.height > MOST_PIXELS else as_uri(picture, WIDEST)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
