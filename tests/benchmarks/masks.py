"""How much private data a masked copy covers, and how much else: `.venv/bin/python tests/benchmarks/masks.py`.

Every letter of `models/synth/letters` is filled with the places of its slots known.  Names, identity numbers,
addresses, telephones and accounts were labelled by hand, template by template, as the recipient's or not.  Counted are
values (all of their characters covered) and characters.  With --rendered letters are drawn, masked and read again.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))
from build import evidence
from forgecheck_models.synth.letters.facts import Facts
from forgecheck_models.synth.letters.slots import fill
from forgecheck_models.synth.letters.templates import _CHOICE, _SLOT, Template, templates
from render import letter_picture

from forgecheck import inspect
from forgecheck.finding import Report
from forgecheck.judge.prose import fold, prose
from forgecheck.models import Models
from forgecheck.show.mask import masked_page
from forgecheck.show.private import private_places, private_spans

KINDS = {
    "name": ("name", "lawyer", "judge", "clerk", "officer", "president"),
    "identity_number": ("masked", "identity", "spoilt_identity", "masked_elsewhere"),
    "address": ("address",),
    "phone": ("mobile", "landline"),
    "account": ("account", "card", "spoilt_card"),
}
OWN = {
    "address": "cancel-lease ruling-transfer summons-form summons-table service-receipt address-confirmation "
    "payment-order lawyer-rent t-judgment-default-guarantee t-list-decision-property t-oth-lease t-oth-answer "
    "t-police-penalty-collector t-rem-water-bill parcel-slip power-bill police-penalty police-summons-paper "
    "sms-parcel-court t-end-rent-house t-summons-lines t-police-release forced-visit t-long-summons-private "
    "t-long-judgment-code t-long-list-decision w-court-summons w-court-judgment-default w-court-payment-order "
    "w-court-address w-letter-rent w-long-good-judgment w-measure-registry w-police-detention w-c07-strip-of-paper "
    "w-c15-neighbours w-c11-thirty-days w-long-list-spouse w-d2-complaint w-c24-no-objection f-case-old-style-judgment "
    "f-address-confirmation f-auction-notice f-cancel-lease f-other-lease-contract f-other-insurance-page "
    "f-other-electric-bill f-sms-parcel f-other-judge-diary",
    "phone": "address-confirmation t-oth-petition parcel-slip complaint-letter statement-of-claim iou "
    "t-oth-complaint-regulator f-address-confirmation f-other-complaint-to-regulator",
    "account": "t-rem-settlement-offer power-bill police-freeze t-rem-bank-letterhead t-oth-bank-flow card-spoilt "
    "t-d4-reminder t-d4-sms t-d4-settle w-d4-debit-card w-d4-sms w-d4-letter w-d4-refund f-notice-utility "
    "f-other-electric-bill f-card-spoilt-notice f-card-spoilt-sms f-card-spoilt-cancel",
}
"""Templates in which such a value is the recipient's own."""
LIVES = re.compile(r"[，（现]住$|住[　 ]*址[：　]\s*$|工作单位或者?住址　$")
"""What stands before an address in a template where it is a person's home."""
ALSO_OTHERS = {("judgment-loan", "address:2")}
"""Single slots that are the recipient's, in templates whose other slots of that kind are not."""
NEITHER = re.compile(r"name:\d")
"""Further people: nobody's mistake if covered, nobody's if not."""
LITERAL = re.compile(r"[1-9]\d{17,18}|[1-9]\d{16}X|\d{4}\*+\d{4}")
"""Identity and card numbers that stand in a template as they are."""
NO_RECIPIENT = (
    "news-",
    "t-oth-news-",
    "t-oth-novel",
    "t-oth-poem",
    "t-oth-movie",
    "t-oth-mock-trial",
    "t-oth-minutes",
    "t-oth-internal-memo",
    "chat-",
    "t-chat-",
    "t-long-chat-",
    "lawyer-labour",
    "lawyer-defamation",
    "lawyer-reply",
    "t-law-labour",
    "t-law-stop",
    "t-law-reply",
    "t-law-rectify",
    "t-e1-tort-law",
    "cancel-service",
    "t-end-training",
    "t-rem-neighbour",
    "notice-lost",
    "receipt",
    "t-oth-iou",
    "police-bulletin",
    "police-not-filed",
    "power-of-attorney",
    "t-oth-power",
    "company-discipline",
    "w-chat-",
    "w-news-",
    "w-long-good-news",
    "w-long-good-qa",
    "w-paper-",
    "w-end-course",
    "w-end-withdrawn",
    "w-end-objection",
    "w-letter-against",
    "w-letter-false-freeze",
    "w-letter-wages",
    "w-letter-answer",
    "w-letter-stop",
)
"""Beginnings of templates whose {name} is a sender's, a client's, a reporter's or a friend's."""


def filled(template: Template, seed: int) -> tuple[str, list[tuple[int, int, str]]]:
    """The text as the template gives it, and start, end and name of each slot."""
    facts = Facts(f"{template.truth}/{template.name}/{seed}", template.years)
    rng = facts.rng("choices")
    body = _CHOICE.sub(lambda found: rng.choice(found[1].split("|")), template.body)
    text, slots, at = "", [], 0
    for found in _SLOT.finditer(body):
        text += body[at : found.start()]
        value = fill(facts, found[1])
        slots.append((len(text), len(text) + len(value), found[1]))
        text, at = text + value, found.end()
    text += body[at:]
    assert text == template.fill(seed)
    return text, slots


def kind_of(slot: str) -> str | None:
    """What sort of private value a slot may be."""
    return next((kind for kind, names in KINDS.items() if slot.partition(":")[0] in names), None)


def nobodys(template: Template, slot: str) -> bool:
    """Whether it is neither the recipient's nor the sender's."""
    return bool(NEITHER.fullmatch(slot)) or (slot == "name" and template.name.startswith(NO_RECIPIENT))


def own(template: Template, slot: str, before: str) -> bool:
    """Whether it is the recipient's, by the template and the text before it."""
    kind = kind_of(slot)
    if kind == "address" and LIVES.search(before):
        return True
    if kind in ("name", "identity_number"):
        return kind_of(slot) == "identity_number" or (slot == "name" and not nobodys(template, slot))
    return (template.name, slot) in ALSO_OTHERS or template.name in OWN[kind].split()


def covered(text: str) -> dict[int, str]:
    """Characters that would be covered, by their index in the text."""
    given = evidence(text)
    starts = [found.start() for found in re.finditer(r"^[^\n]*$", text, re.MULTILINE)]
    flowing = prose(given)
    if flowing is None:
        return {}
    found = {}
    for span in private_spans(given, flowing):
        for at in range(flowing.origin[span.start], flowing.origin[span.end - 1] + 1):
            known = flowing.flow.origin[at]
            if known:
                row = round((known[1].polygon[0][1] - 100) / 60)
                found[starts[row] + known[2]] = span.reason
    return found


@dataclass
class Tally:
    """Values by kind, and characters."""

    values: Counter[str] = field(default_factory=Counter)
    """The recipient's."""
    whole: Counter[str] = field(default_factory=Counter)
    """Of them, those covered to the last character."""
    others: Counter[str] = field(default_factory=Counter)
    """The sender's and other bodies'."""
    touched: Counter[str] = field(default_factory=Counter)
    """Of them, those of which a character was covered."""
    chars: Counter[str] = field(default_factory=Counter)
    """All, covered, and covered without being private."""

    def add(self, template: Template, seed: int, tell: bool) -> None:
        """Count one letter."""
        text, slots = filled(template, seed)
        cover = covered(text)
        private = {at for found in LITERAL.finditer(text) for at in range(*found.span())}
        for start, end, slot in slots:
            kind = kind_of(slot)
            if kind is None:
                continue
            seen = [at in cover for at in range(start, end)]
            if nobodys(template, slot):
                private |= set(range(start, end))
            elif own(template, slot, text[:start]):
                private |= set(range(start, end))
                self.values[kind] += 1
                self.whole[kind] += all(seen)
            else:
                self.others[kind] += 1
                self.touched[kind] += any(seen)
            his = own(template, slot, text[:start])
            wrong = not all(seen) if his else any(seen)
            if tell and wrong and not nobodys(template, slot):
                around = text[max(0, start - 20) : end + 12].replace("\n", "⏎")
                say(f"{'missed' if his else 'wrong'} {kind}, {template.kind} {template.name}: {around}")
        stray = sorted(set(cover) - private)
        if tell and stray:
            say(f"stray, {template.kind} {template.name}: {''.join(text[at] for at in stray)}")
        self.chars += Counter(all=len(text), covered=len(cover), stray=len(stray))


def read_again(count: int) -> None:
    """Draw letters, mask what was found on the picture, read the masked picture, and look for what was private."""
    models = Models()
    values, left, others, lost = 0, 0, 0, 0
    chosen = [each for truth in ("genuine", "forged") for each in templates(truth) if each.split == "test"]
    for template in Random("masks").sample(chosen, count):
        text, slots = filled(template, 7)
        report = inspect(letter_picture(text), "letter.jpg", models)
        page = report.evidence.pages[0]
        places = private_places(report)
        shown = masked_page(page, places)
        before, after = squeezed(report), squeezed(inspect(shown, "masked.png", models))
        private = {text[a:b] for a, b, slot in slots if kind_of(slot) and own(template, slot, text[:a])} & set(
            _seen(before, text, slots)
        )
        values += len(private)
        rest = before
        for each in private:
            rest = rest.replace(fold(each), "")
        still = [each for each in private if legible(fold(each), after, rest)]
        left += len(still)
        kept = sum(block.size for block in SequenceMatcher(None, rest, after, autojunk=False).get_matching_blocks())
        others, lost = others + len(rest), lost + len(rest) - kept
        if still:
            say(f"still legible, {template.kind} {template.name}: {still}")
    say(f"{values} private values on {count} drawn letters, {left} legible after masking")
    say(f"{others} other characters read before, {lost} of them not after ({lost / others:.2%})")


def legible(value: str, text: str, elsewhere: str) -> bool:
    """Whether half of a value, and two characters at least, can still be read, and not from what stands elsewhere."""
    size = max(len(value) // 2, 2)
    parts = (value[at : at + size] for at in range(len(value) - size + 1))
    return any(part in text and part not in elsewhere for part in parts)


def _seen(read: str, text: str, slots: list[tuple[int, int, str]]) -> list[str]:
    """Values that the reader read at all."""
    return [text[a:b] for a, b, _ in slots if fold(text[a:b]) in read]


def squeezed(report: Report) -> str:
    """All that was read, folded, in one line."""
    return fold(report.evidence.flow.text).replace("\n", "") if report.evidence.flow else ""


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / max(whole, 1):.1%})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--split", choices=("dev", "test"))
    parser.add_argument("--seeds", type=int, default=3, help="fillings of each template")
    parser.add_argument("--misses", action="store_true", help="print what went wrong in the first filling")
    parser.add_argument(
        "--rendered", type=int, metavar="N", help="draw N letters of the test half, mask and read again"
    )
    given = parser.parse_args()
    if given.rendered:
        read_again(given.rendered)
        return
    tally = Tally()
    for template in (*templates("genuine"), *templates("forged")):
        if given.split in (None, template.split):
            for seed in range(given.seeds):
                tally.add(template, seed, given.misses and seed == 0)
    t = tally
    rows = [(kind, t.whole[kind], t.values[kind], t.touched[kind], t.others[kind]) for kind in KINDS]
    rows.append(("all", t.whole.total(), t.values.total(), t.touched.total(), t.others.total()))
    for kind, whole, values, touched, others in rows:
        say(f"{kind:16} covered {share(whole, values)}; of others' {share(touched, others)}")
    say(f"of the characters covered, not private: {share(tally.chars['stray'], tally.chars['covered'])}")


if __name__ == "__main__":
    main()
