"""How many of the values in drawn letters are found: `.venv/bin/python tests/benchmarks/fields.py [--drawn DIR]`.

The letters come from `models/synth/letters`, whose slots tell what stands in a text: recall is the share of those
values that a field of the right sort holds.  Clean, with noise as readers make it (`tests/noise.py`), and with --drawn
as a JPEG that was read.  --list names what was missed, what was taken for another sort, and what no slot explains:
the last are mostly words that stand in the templates, and are for people to look through.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))
import drawn
from build import evidence
from forgecheck_models.synth.letters.facts import Facts
from forgecheck_models.synth.letters.slots import fill
from forgecheck_models.synth.letters.templates import Template, templates
from noise import noisy

from forgecheck.evidence import Evidence, FieldName, Role
from forgecheck.look.fields.folded import fold
from forgecheck.models import Models
from forgecheck.numerals import calendar_day, capitals

_SLOT = re.compile(r"\{([a-z][a-z_0-9]*(?::[^{}|]*)?)\}")
_CASES = ("case", "case2", "appeal_case", "case_half")
_DAYS = ("day", "day_formal", "day_iso", "workday", "filed", "judged", "effective", "lent", "due", "dots", "session")
_AMOUNTS: dict[str, Role] = {
    "principal": "principal",
    "interest": "interest",
    "penalty": "penalty",
    "total": "total",
    "claim_fee": "litigation_fee",
    "half_fee": "litigation_fee",
    "preservation_fee": "litigation_fee",
    "enforcement_fee": "litigation_fee",
    "wrong_fee": "litigation_fee",
    "principal_words": "principal",
    "total_words": "total",
    "wrong_total": "total",
    "wrong_words": "",
}
_OTHERS: dict[str, FieldName] = {
    **dict.fromkeys(("court", "appeal", "high"), "court"),
    **dict.fromkeys(("lender", "bank"), "company"),
    **dict.fromkeys(("cf", "micro", "amc", "guarantor", "insurer", "collector", "legal", "company"), "company"),
    **dict.fromkeys(("lender_code", "firm_code", "spoilt_lender_code", "spoilt_firm_code"), "credit_code"),
    **dict.fromkeys(("identity", "masked", "spoilt_identity"), "identity_number"),
    **dict.fromkeys(("licence", "official_licence", "future_licence", "next_licence"), "licence_number"),
    **dict.fromkeys(("card", "account", "spoilt_card"), "account"),
    **dict.fromkeys(("parcel", "s10", "spoilt_s10"), "parcel_number"),
    **dict.fromkeys(("mobile", "landline", "n95", "n400", "port", "own_port"), "phone"),
    "firm": "law_firm",
    "spoilt_organisation": "organisation_code",
}
# What a sum may be called as well: templates use the total as any sum that is claimed.
_ALSO: dict[Role, tuple[Role, ...]] = {"total": ("", "principal"), "principal": ("", "total"), "": ("total",)}
_PHONES: dict[str, Role] = {
    "mobile": "mobile",
    "landline": "landline",
    "n95": "service_95",
    "n400": "service_400",
    "port": "port_106",
    "own_port": "port_106",
}


class Value(NamedTuple):
    """Something that stands in a text."""

    name: FieldName
    value: str
    written: str
    role: Role = ""


def values(template: Template, seed: int, text: str) -> Iterator[Value]:
    """What the slots put into this filling."""
    facts = Facts(f"{template.truth}/{template.name}/{seed}", template.years)
    for slot in sorted(set(_SLOT.findall(template.body))):
        written = fill(facts, slot)
        if len(written) > 1 and written in text and (known := _value(slot.partition(":")[0], written)):
            yield known


def _value(slot: str, written: str) -> Value | None:
    if slot in _CASES:
        return Value("case_number", written.replace("(", "（").replace(")", "）"), written)
    if slot in _DAYS:
        day = calendar_day(*re.split("[年月日.-]", written)[:3])
        return Value("date", day.isoformat(), written) if day else None
    if slot in _AMOUNTS:
        words = capitals(written)
        yuan = words.cents / 100 if words else float(written.replace(",", ""))
        return Value("amount", f"{yuan:.2f}", written, _AMOUNTS[slot])
    if slot in _OTHERS:
        name = _OTHERS[slot]
        plain = re.sub(r"[^0-9*]", "", written) if name == "phone" else fold(written)
        return Value(name, plain, written, _PHONES.get(slot, ""))
    return None


class Score:
    """Counts of one sort of field, and what went wrong."""

    def __init__(self) -> None:
        self.there = self.found = self.role_right = 0
        self.missed: Counter[str] = Counter()
        self.roles: Counter[str] = Counter()


def count(given: Evidence, known: list[Value], where: str, scores: dict[str, Score]) -> None:
    """Adds what was found of the values of one text."""
    fields = given.fields or ()
    for each in known:
        score = scores[each.name]
        names = (each.name, "sms_sender") if each.name == "phone" else (each.name,)
        values = (each.value, f"{each.value}之一", f"{each.value}之二")
        same = [field for field in fields if field.name in names and field.value in values]
        score.there += 1
        score.found += bool(same)
        right = any(field.role in (each.role, *_ALSO.get(each.role, ())) for field in same)
        score.role_right += right
        if not same:
            score.missed[f"{where}: {each.written}"] += 1
        elif not right:
            score.roles[f"{where}: {each.written} {each.role or '-'} -> {same[0].role or '-'}"] += 1


def unexplained(given: Evidence, known: list[Value], where: str) -> Iterator[str]:
    """Fields of the sorts that slots make which no slot explains."""
    sorts = {*_OTHERS.values(), "case_number", "date", "amount"}
    there = {(each.name, each.value) for each in known}
    for field in given.fields or ():
        if field.name in sorts and (field.name, field.value) not in there:
            yield f"{field.name} {field.value!r} ({where})"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--seeds", type=int, default=1, help="fillings of each template")
    parser.add_argument("--drawn", type=Path, help="draw the texts too; the folder keeps the readings")
    parser.add_argument("--list", action="store_true", help="name what went wrong")
    asked = parser.parse_args()
    models = Models(threads=1) if asked.drawn else None
    ways: dict[str, dict[str, Score]] = {way: defaultdict(Score) for way in ("clean", "noisy", "drawn")}
    odd: Counter[str] = Counter()
    for template in (*templates("genuine"), *templates("forged")):
        if template.split != asked.split:
            continue
        for seed in range(1, 1 + asked.seeds):
            text = template.fill(seed)
            known, clean = list(values(template, seed, text)), evidence(text)
            count(clean, known, template.name, ways["clean"])
            count(evidence(noisy(text, Random(text))), known, template.name, ways["noisy"])
            if models:
                count(drawn.read(text, models, asked.drawn), known, template.name, ways["drawn"])
            odd.update(unexplained(clean, known, template.name))
    write = sys.stdout.write
    write(f"{'field':18s} {'there':>6s}" + "".join(f" {way:>7s} {'role':>6s}" for way in ways) + "\n")
    for name in sorted(ways["clean"]):
        cells = (
            f" {score.found / score.there:7.1%} {score.role_right / score.there:6.1%}"
            for way in ways.values()
            if (score := way[name]).there
        )
        write(f"{name:18s} {ways['clean'][name].there:6d}" + "".join(cells) + "\n")
    if asked.list:
        for way, scores in ways.items():
            for name, score in scores.items():
                for title, wrong in (("missed", score.missed), ("role", score.roles)):
                    for what, times in wrong.most_common():
                        write(f"{way} {name} {title}: {what}\n" * bool(times))
        for what, _ in odd.most_common():
            write(f"no slot: {what}\n")


if __name__ == "__main__":
    main()
