"""A world of papers whose makers are known: planted campaigns among honest firms, banks, courts and single forgers.

Rows are made as a batch would write them (facts of evidence, not pictures): texts of the letter templates, laid out
line by line, then read with mistakes.  Who made a paper is its `hand`; papers of one hand share:

* a campaign: a template, the picture of a seal, or both; names, sums, days, hosts and accounts change;
* a firm, a bank: its own form and seal, its own hotline;
* a court: the form that all courts use, its own name and seal;
* hands that write in popular words: wording that stands on the internet, everything else their own.

Nothing else is shared on purpose, but all name the same few banks, hotlines and official hosts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from random import Random
from typing import Literal, NamedTuple

import numpy as np
from forgecheck_models.synth.letters.facts import Facts
from forgecheck_models.synth.letters.slots import fill
from forgecheck_models.synth.letters.templates import Split, Template, Truth, templates

from forgecheck.evidence import (
    Box,
    Capture,
    Container,
    Document,
    DocumentType,
    Evidence,
    Kind,
    Page,
    Seal,
    TextLine,
)
from forgecheck.look.fields import find_fields
from forgecheck.look.flow import flow
from forgecheck.show.json import facts as as_data

Way = Literal["both", "seal", "template", "message"]
WAYS: tuple[tuple[Way, int], ...] = (("both", 14), ("seal", 8), ("template", 8), ("message", 10))
"""What the campaigns share, and how many of forty do."""
LETTERS: tuple[DocumentType, ...] = ("lawyer_letter", "collection_notice", "contract_cancellation")
COURT: tuple[DocumentType, ...] = ("court_notice", "dishonest_debtor_notice", "consumption_restriction_order")
SCREEN: tuple[DocumentType, ...] = ("sms_screenshot",)
MOST_COURTS = 90  # there are names of 101
LONG = 22  # signs from which a line of a template is a paragraph
_CHOICE = re.compile(r"\{\?((?:[^{}]|\{[^{}]*\})*)\}")
_SLOT = re.compile(r"\{([a-z][a-z_0-9]*(?::[^{}]*)?)\}")
_COMMON = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面"


class Style(NamedTuple):
    """How somebody sets his letters, in widths of a letter."""

    columns: float
    pitch: float
    title: float
    title_gap: float
    indent: int
    sign_gap: float
    margin: float
    seal: float


@dataclass(frozen=True, slots=True)
class Form:
    """A text with slots, and how it is set."""

    lines: tuple[str, ...]
    kind: DocumentType
    style: Style
    truth: Truth


@dataclass(frozen=True, slots=True)
class Stamp:
    """The picture of a seal, or a stamp that leaves other flaws each time."""

    letters: int
    """128 bits."""
    flaws: int
    """64 bits of the picture."""
    ink: bool
    """A stamp: each impression has flaws of its own."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody who makes papers."""

    name: str
    campaign: bool
    forms: tuple[Form, ...]
    stamps: tuple[Stamp, ...] = ()
    """One of them is on each paper; none: no seal."""
    pools: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Slots that are filled from few values of his own."""


class Draft(NamedTuple):
    """A paper before it is drawn."""

    form: Form
    texts: list[str]
    stamp: Stamp | None


class Made(NamedTuple):
    """One paper: its row, and by whom."""

    row: dict[str, object]
    hand: str
    campaign: bool


class World:
    """Hands and their papers, from a seed; the same seed gives the same rows.

    Parameters
    ----------
    split
        Which templates the wording is taken from: "dev" to choose numbers by, "test" to measure.
    """

    def __init__(self, seed: int, split: Split) -> None:
        self.rng = Random(f"world {seed}")
        self.noise = np.random.default_rng(seed)
        self.split = split
        self._serial = 0
        self._seed = seed
        self._named: set[str] = set()
        whole = Facts("banks", (2023, 2026))
        self._banks = [fill(whole, f"bank:{at}") for at in range(12)]

    # Parts ----------------------------------------------------------------------------------------------------------

    def templates(self, truth: Truth, kinds: tuple[DocumentType, ...]) -> list[Template]:
        """Templates of the split."""
        return [each for each in templates(truth) if each.split == self.split and each.kind in kinds]

    def form(self, kinds: tuple[DocumentType, ...], truth: Truth, paragraphs: int, style: Style | None = None) -> Form:
        """A form nobody else has: the frame of a template, with paragraphs of others put in."""
        pool = self.templates(truth, kinds)
        base = self.rng.choice(pool)
        others = [
            line
            for each in pool
            if each.kind == base.kind and each is not base
            for line in self._chosen(each.body)
            if len(line) >= LONG
        ]
        lines = self._chosen(base.body)
        at = max((n for n, line in enumerate(lines) if len(line) >= LONG), default=len(lines) - 1)
        more = self.rng.sample(others, min(paragraphs, len(others)))
        return Form((*lines[: at + 1], *more, *lines[at + 1 :]), base.kind, style or self.style(), truth)

    def _chosen(self, body: str) -> list[str]:
        text = _CHOICE.sub(lambda found: self.rng.choice(found[1].split("|")), body)
        return [line for line in text.split("\n") if line.strip()]

    def style(self) -> Style:
        """One of many ways to set a letter; some are much alike."""
        rng = self.rng
        return Style(
            rng.choice((28, 30, 32, 34, 36, 38, 40, 42)) + rng.uniform(-0.4, 0.4),
            rng.choice((1.4, 1.5, 1.6, 1.75, 1.9, 2.0)),
            rng.choice((1.3, 1.4, 1.5, 1.6, 1.8, 2.0)),
            rng.choice((0.6, 1.0, 1.5, 2.0)),
            rng.choice((0, 2, 2, 2)),
            rng.choice((0, 0, 1, 2, 4, 8)),
            rng.choice((3, 3.5, 4, 5, 6)),
            rng.uniform(7, 10),
        )

    def stamp(self, ink: bool) -> Stamp:
        """A new seal."""
        return Stamp(self._bits(128, 0.5), 0 if self.rng.random() < 0.5 else self._bits(64, 0.25), ink)

    def _bits(self, count: int, share: float) -> int:
        return int("".join("1" if self.rng.random() < share else "0" for _ in range(count)), 2)

    def values(self, *slots: str, most: int = 4) -> dict[str, tuple[str, ...]]:
        """Pools of a few values each."""
        found = {}
        for slot in slots:
            count = self.rng.randint(1, most)
            found[slot] = tuple(self._value(slot) for _ in range(count))
        return found

    def own(self, *slots: str) -> dict[str, tuple[str, ...]]:
        """Pools of the one name or number that no other honest body has."""
        found = {}
        for slot in slots:
            while (value := self._value(slot)) in self._named:
                pass
            self._named.add(value)
            found[slot] = (value,)
        return found

    def _value(self, slot: str) -> str:
        self._serial += 1
        if slot == "host":
            word = "".join(self.rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(7))
            return f"{word}.{self.rng.choice(('top', 'cc', 'vip', 'com', 'xyz'))}"
        return fill(Facts(f"{self._seed}/{self._serial}", (2023, 2026)), slot)

    # Hands ----------------------------------------------------------------------------------------------------------

    def campaign(self, name: str, way: Way) -> Hand:
        """Somebody who sends the same to many."""
        rng = self.rng
        if way == "message":
            form = self.form(SCREEN, "forged", rng.randint(1, 2))
            tail = rng.choice(
                ("详情{host}/{key}", "点击 https://{host}/{key} 处理", "请联系{mobile}", "回电{mobile}协商")
            )
            form = replace(form, lines=(*form.lines[:-1], form.lines[-1] + tail))
            return Hand(name, True, (form,), (), self.values("host", "mobile", "cf", "micro", "own_port", most=3))
        kinds = COURT if rng.random() < 0.25 else LETTERS
        forms = tuple(
            self.form(kinds, "forged", rng.randint(1, 4)) for _ in range(rng.randint(2, 3) if way == "seal" else 1)
        )
        if rng.random() < 0.6:
            tail = rng.choice(
                ("联系电话：{mobile}", "收款户名：{payee}　账号：{card}", "还款链接：https://{host}/{key}")
            )
            forms = tuple(replace(each, lines=(*each.lines[:-1], tail, each.lines[-1])) for each in forms)
        pools = self.values("mobile", "card", "host", most=4)
        if way != "template":
            pools |= self.values("firm", "lawyer", "court", most=2)
        stamps = (self.stamp(ink=False),) if way != "template" else tuple(self.stamp(False) for _ in range(20))
        return Hand(name, True, forms, () if way == "template" and rng.random() < 0.4 else stamps, pools)

    def firm(self, name: str) -> Hand:
        """An honest law firm or lender with a form of its own."""
        forms = tuple(self.form(LETTERS, "genuine", self.rng.randint(1, 3)) for _ in range(self.rng.randint(1, 2)))
        pools = self.own("firm", "cf", "micro", "landline", "firm_code") | self.values("lawyer", most=4)
        return Hand(name, False, forms, (self.stamp(ink=self.rng.random() < 0.5),), pools)

    def sender(self, name: str) -> Hand:
        """A bank's messages."""
        form = self.form(SCREEN, "genuine", self.rng.randint(0, 1))
        return Hand(
            name, False, (form,), (), self.own("cf", "micro", "bank") | self.values("n95", "own_port", "port", most=1)
        )

    def court(self, name: str, forms: tuple[Form, ...]) -> Hand:
        """A court: everybody's forms, its own seal and judges."""
        own = tuple(
            replace(each, style=each.style._replace(seal=each.style.seal + self.rng.uniform(-0.3, 0.3)))
            for each in self.rng.sample(forms, 2)
        )
        pools = self.own("court", "landline") | self.values("judge", "clerk", most=4)
        return Hand(name, False, own, (self.stamp(ink=self.rng.random() < 0.5),), pools)

    def borrower(self, name: str, form: Form) -> Hand:
        """Somebody who took the words from elsewhere; the rest is his own."""
        own = replace(form, style=self.style())
        pools = self.values("firm", "cf", "micro", "mobile", "landline", "lawyer", "own_port", most=1)
        stamps = (self.stamp(ink=self.rng.random() < 0.5),) if form.kind not in SCREEN else ()
        return Hand(name, False, (own,), stamps, pools)

    def single(self, name: str) -> Hand:
        """Somebody of whom one paper is known."""
        kinds = self.rng.choice(
            (LETTERS, LETTERS, COURT, SCREEN, ("police_notice", "chat_screenshot", "debt_relief_ad", "other"))
        )
        truth: Truth = self.rng.choice(("genuine", "forged"))
        stamps = (self.stamp(ink=self.rng.random() < 0.5),) if kinds in (LETTERS, COURT) else ()
        return Hand(name, False, (self.form(kinds, truth, self.rng.randint(1, 3)),), stamps)

    def hands(self, papers: int, campaigns: int) -> Iterator[tuple[Hand, int]]:
        """All hands with how many papers each makes: a fifth in campaigns, the rest of other kinds."""
        rng = self.rng
        ways = [way for way, count in WAYS for _ in range(count)]
        shares = [rng.lognormvariate(0, 0.8) for _ in range(campaigns)]
        for at, share in enumerate(shares):
            yield (
                self.campaign(f"campaign {at}", ways[at % len(ways)]),
                max(3, round(papers * 0.2 * share / sum(shares))),
            )
        scale = papers / 5000
        for at in range(max(1, round(70 * scale))):
            yield self.firm(f"firm {at}"), rng.randint(3, 25)
        for at in range(max(1, round(7 * scale))):
            yield self.sender(f"sender {at}"), rng.randint(40, 150)
        common = self.style()
        forms = tuple(self.form(COURT, "genuine", rng.randint(0, 2), common) for _ in range(10))
        for at in range(min(max(1, round(60 * scale)), MOST_COURTS)):
            yield self.court(f"court {at}", forms), rng.randint(1, 20)
        for at in range(max(1, round(15 * scale))):
            words = self.form(LETTERS, rng.choice(("genuine", "forged")), rng.randint(1, 3))
            for borrower in range(rng.randint(8, 25)):
                yield self.borrower(f"letter words {at} {borrower}", words), 1 + (rng.random() < 0.2)
        for at in range(max(1, round(10 * scale))):
            words = self.form(SCREEN, rng.choice(("genuine", "forged")), rng.randint(0, 1))
            for borrower in range(rng.randint(8, 25)):
                yield self.borrower(f"message words {at} {borrower}", words), 1 + (rng.random() < 0.2)
        for at in range(papers):
            yield self.single(f"single {at}"), 1

    def papers(self, count: int, campaigns: int = 40) -> list[Made]:
        """So many papers, shuffled."""
        made: list[Made] = []
        for hand, times in self.hands(count, campaigns):
            made += (self.paper(hand) for _ in range(min(times, count - len(made))))
            if len(made) >= count:
                break
        self.rng.shuffle(made)
        return made

    # Papers ---------------------------------------------------------------------------------------------------------

    def draft(self, hand: Hand) -> Draft:
        """What one more paper of a hand says."""
        self._serial += 1
        form = self.rng.choice(hand.forms)
        letter = Facts(f"{self._seed}/{self._serial}", (2023, 2026))
        for slot, pool in hand.pools.items():
            letter.known[slot] = self.rng.choice(pool)
        if "bank" not in letter.known:
            letter.known["bank"] = self.rng.choice(self._banks)
        letter.known["payee"] = fill(letter, "name:payee")
        letter.known.setdefault("host", "zxfw.court.gov.cn")
        texts = [_SLOT.sub(lambda found: fill(letter, found[1]), line) for line in form.lines]
        return Draft(form, texts, self.rng.choice(hand.stamps) if hand.stamps else None)

    def paper(self, hand: Hand) -> Made:
        """One more paper of a hand, as it was read."""
        label = "forged" if hand.campaign else "no_forgery_found"
        return Made(self._row(*self.draft(hand), label), hand.name, hand.campaign)

    def _row(self, form: Form, texts: list[str], stamp: Stamp | None, label: str) -> dict[str, object]:
        noise = self.noise
        wrong = float(noise.choice((0.002, 0.01, 0.03, 0.05), p=(0.35, 0.35, 0.2, 0.1)))
        scale, blur = float(noise.uniform(14, 40)), float(noise.choice((0.02, 0.04, 0.08)))
        lines, width, end = laid(form, texts, scale)
        if form.kind not in SCREEN and noise.random() < 0.2:  # cut off above or below
            keep = max(round(len(lines) * noise.uniform(0.6, 0.95)), 4)
            lines = lines[:keep] if noise.random() < 0.7 else lines[-keep:]
        read = tuple(
            TextLine(text, shaken(box, scale * blur, noise), 0.95)
            for text, box in ((misread(text, wrong, noise), box) for text, box in lines)
            if text and noise.random() > wrong / 4
        )
        seals = (
            () if stamp is None or noise.random() < 0.12 else (self._seal(stamp, form.style, scale, width, end, wrong),)
        )
        page = Page(
            1, np.broadcast_to(np.uint8(255), (round(end + 4 * scale), round(width), 3)), lines=read, seals=seals
        )
        digest = sha256(f"{self._seed}/{self._serial}".encode()).hexdigest()
        document = Document(f"{digest[:12]}.jpg", digest, 1000, Container("JPEG"), Capture("messenger", ()), (page,))
        text = flow((page,))
        evidence = Evidence(document, text, find_fields(text), Kind(form.kind, 1.0))
        return {"verdict": {"label": label}, **as_data(evidence)}

    def _seal(self, stamp: Stamp, style: Style, scale: float, width: float, end: float, wrong: float) -> Seal:
        noise = self.noise
        flaws = self._bits(64, 0.25) if stamp.ink else stamp.flaws
        letters = _flipped(stamp.letters, 128, 0.015 + wrong, noise)
        if noise.random() < 0.04:  # badly read
            letters = self._bits(128, 0.5)
        found = f"{letters:032x}{_flipped(flaws, 64, 0.01 + wrong / 3, noise):016x}"
        side = style.seal * scale * float(noise.normal(1, 0.02))
        box = Box(round(width * 0.6), round(end - side), round(width * 0.6 + side), round(end))
        origin = (
            ("ink" if noise.random() < 0.5 else "unclear")
            if stamp.ink
            else ("electronic" if noise.random() < 0.3 else "unclear")
        )
        return Seal(1, box, "round", 0.9, origin=origin, hash=found)


def laid(form: Form, texts: list[str], scale: float) -> tuple[list[tuple[str, Box]], float, float]:
    """Lines with their boxes, the page's width, and where the text ends; `scale`: px a letter is wide."""
    style = form.style
    columns = 16.0 if form.kind in SCREEN else style.columns
    margin = 2.0 if form.kind in SCREEN else style.margin
    lines: list[tuple[str, Box]] = []
    y = 3.0
    for at, text in enumerate(texts):
        short = len(text) < LONG
        last = at >= len(texts) - 2
        if form.kind not in SCREEN and at <= 1 and len(text) <= 14 and "函" in text[-2:] + text[:3]:
            x = margin + (columns - style.title * len(text)) / 2
            lines.append((text, _box(x, y, style.title * len(text), style.title, scale)))
            y += style.title + style.title_gap
            continue
        x = margin if short or form.kind in SCREEN else margin + style.indent
        for part in wrapped(text, columns, x - margin):
            wide = signs(part)
            left = margin + columns - style.sign_gap - wide if last and short and form.kind not in SCREEN else x
            lines.append((part, _box(left, y, wide, 1.0, scale)))
            y += style.pitch
            x = margin
    return lines, (columns + 2 * margin) * scale, y * scale


def wrapped(text: str, columns: float, indent: float) -> Iterator[str]:
    """The text in lines of a column."""
    line, wide = "", indent
    for each in text:
        step = signs(each)
        if wide + step > columns and line:
            yield line
            line, wide = "", 0.0
        line, wide = line + each, wide + step
    yield line


def signs(text: str) -> float:
    """Widths of a letter that a text takes."""
    return sum(0.5 if each.isascii() else 1.0 for each in text)


def misread(text: str, share: float, noise: np.random.Generator) -> str:
    """The text with so many of its signs taken for others, lost or doubled."""
    found = []
    for each, chance in zip(text, noise.random(len(text)), strict=True):
        if chance >= share:
            found.append(each)
        elif chance < 0.7 * share:
            found.append(str(noise.integers(10)) if each.isdigit() else _COMMON[int(noise.integers(len(_COMMON)))])
    return "".join(found)


def shaken(box: Box, px: float, noise: np.random.Generator) -> tuple[tuple[float, float], ...]:
    """The corners of a box, each side a little off."""
    left, top, right, bottom = np.array(box) + noise.normal(0, px, 4)
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def _box(x: float, y: float, wide: float, high: float, scale: float) -> Box:
    return Box(*(round(each * scale) for each in (x, y, x + wide, y + high)))


def _flipped(bits: int, count: int, share: float, noise: np.random.Generator) -> int:
    return bits ^ int("".join("1" if each else "0" for each in noise.random(count) < share), 2)
