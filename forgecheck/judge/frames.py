"""Who does what to whom: the acts that a text speaks of, each with its actor, its mood and what stands beside it.

An act is a word of an act's class ("冻结", "拘留", "告知").  Around it the clause and the sentence tell who acts,
whether it is done, will be or only may be, whether it is denied, asked of a court, made to wait for a judgment, or told
of others.  The reading is shallow: it knows word classes and their order, no grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from forgecheck.judge.clauses import Sentence
from forgecheck.judge.words import Token

PRIVATE = frozenset({"we", "lender", "firm"})
OFFICIAL = frozenset({"court", "police", "procurator", "authority"})
BODIES = frozenset({"arbiter", "notary", "mediator", "banks"})
ACTORS = PRIVATE | OFFICIAL | BODIES | {"others"}
_TO = "向对给到至与和同跟请报"  # before an organ: it is spoken to, and does not act
_SAID, _LIST = 8, 40  # characters between a negation and what it denies, alone or in a list; assumed
_BLOCKS = frozenset({"pay", "nonpay", "absent", "if", "bypass", "court", "judge", "sue", "voluntary"})
_HELD = frozenset({"school", "career", "exit", "papers", "welfare", "travel"})  # "不得参军" bars, it does not deny
_OWNED = frozenset({"papers", "welfare", "school", "career", "account"})  # things; what is done to them stands behind
_DONE_TO = frozenset({"freeze", "void", "lose", "harm", "limit", "end"})
_ASKED = frozenset({"ask", "sue"})
# Asked of all that stands before, or told who alone may.
_DOUBTED = re.compile("真的吗|真的假的|是真是假|靠谱吗|合法吗|是不是真|只有[^,。]{0,8}(?:法院|机关)[^,。]{0,4}[才能可]")
# Behind an act: there is no such thing.
_NO_SUCH = re.compile("(?:根本|都|并|就|这[种回]事)?(?:是?不存在|是假|是骗|都?没有?这)")
_YOURSELF = re.compile("[你您](?:本人|自己)?(?:自行|可以|可自|主动)")
_OURS = re.compile("我[司所们公行方部]|本(?:公司|司|所|行|平台)")
_PARTIES = frozenset({"被执行人", "被执行人员"})
_MADE = frozenset({"put", "report", "amount_to", "spread"})
_MADE_OF = re.compile("[成为是作]$")
_ARGUED = re.compile("(?:[尚仍还均也]?(?:有|存在|存有|未能?达成)[^,。]{0,4}(?:分歧|争议|异议|一致)|问题|事宜|一事)")
_HANDED = frozenset({"judge", "hear", "summon", "payorder", "prison", "custody"})
_LEARNS = re.compile("(?:也|都|刚|才|已经?|今天|昨天)?(?:知道|明白|清楚|听说|收到|接到|拿到|看到|看了)")
_CLOSE = 24  # characters from actor to act that are shown as one claim; assumed
_OWN = re.compile("(?:的|内设|内部|自设|自有|自建|下属|专属|直属|司法)?")  # between a sender and an organ of its own
_WHEN = re.compile("之?[前后]|以[前后]|时(?![间效])|期间")  # behind an act: it only tells when
_THINGS = frozenset({"fee", "lawfee", "penalty"})  # of which "前" and "后" say when they are paid
_AFTER = 6  # characters after an act in which "了" or "完毕" makes it done


@dataclass(frozen=True)
class Frame:
    """One act in a sentence."""

    act: Token
    sentence: Sentence

    @cached_property
    def clause(self) -> tuple[int, int]:
        """Where the clause of the act begins and ends."""
        return self.sentence.clause(self.act.start)

    @property
    def span(self) -> tuple[int, int]:
        """From the actor, where he stands close before, to the act."""
        actor = self.actor
        near = actor is not None and actor.start < self.act.start and self.act.start - actor.end <= _CLOSE
        return actor.start if actor and near else self.act.start, self.act.end

    @cached_property
    def ahead(self) -> tuple[Token, ...]:
        """The words of the clause before the act."""
        return self.sentence.within(self.clause[0], self.act.start)

    @cached_property
    def around(self) -> frozenset[str]:
        """The classes of the other words of the clause."""
        own = self.sentence.within(*self.clause)
        return frozenset().union(*(each.classes for each in own if each is not self.act))

    def near(self, *classes: str) -> bool:
        """Whether a word of these classes stands in the clause of the act."""
        return not self.around.isdisjoint(classes)

    def has(self, *classes: str) -> bool:
        """Whether a word of these classes stands in the sentence."""
        return self.sentence.has(*classes)

    def passes(self, *classes: str) -> bool:
        """Whether a word of these classes stands in the sentence or near it."""
        return not self.sentence.passage.isdisjoint(classes)

    @cached_property
    def actor(self) -> Token | None:
        """Who acts; None where nobody is named."""
        if found := _last_actor(self.ahead, self.sentence):
            return found
        words = self.sentence.within(self.act.end, self.clause[1])
        for each in words:  # "支付令由平台作出"
            if each.classes & ACTORS and self.sentence.text[each.start - self.sentence.start - 1] == "由":
                return each
        clause = self.clause[0]
        while clause > self.sentence.start:
            start, end = self.sentence.clause(clause - 1)
            if found := _first_actor(self.sentence.within(start, end), self.sentence):
                return found
            clause = start
        return None

    @property
    def by(self) -> str:
        """private, you, court, police, procurator, authority, arbiter, notary, mediator, banks, others or nobody."""
        if _YOURSELF.search(
            self.sentence.text, self.clause[0] - self.sentence.start, self.act.start - self.sentence.start
        ):
            return "you"
        if _OURS.search(self.act.text) or self.act.classes & PRIVATE:
            return "private"
        if self.actor is None or self._received(self.actor):
            return "nobody"
        classes = self.actor.classes
        if classes & PRIVATE:
            return "private"
        return next((each for each in sorted(classes & ACTORS)), "nobody")

    def _received(self, actor: Token) -> bool:
        """Whether it only came to his knowledge ("我收到判决了")."""
        return (
            not self.act.classes.isdisjoint(_HANDED)
            and _LEARNS.match(self.sentence.text, actor.end - self.sentence.start) is not None
        )

    @cached_property
    def mode(self) -> str:
        """done, will, may, or plain where nothing says."""
        before = [each for each in self.ahead if each.classes & {"done", "will", "may"}]
        if any("may" in each.classes for each in before):
            return "may"
        last = before[-1].classes if before else frozenset()
        after = self.sentence.within(self.act.end, min(self.clause[1], self.act.end + _AFTER))
        if "done" in last or any(each.text in ("了", "完毕", "完成") for each in after):
            return "done"
        return "will" if "will" in last else "plain"

    @cached_property
    def denied(self) -> bool:
        """Whether a negation reaches the act."""
        barred = not self.act.classes.isdisjoint(_HELD)
        for each in self.ahead:
            if each.classes.isdisjoint({"not", "needless"}) or (barred and "limit" in each.classes):
                continue
            between = self.sentence.within(each.end, self.act.start)
            reach = 1 if len(each.text) == 1 else _SAID
            listed = "、" in self.sentence.text[each.end - self.sentence.start : self.act.start - self.sentence.start]
            reach = _LIST if listed else reach
            gap = self.act.start - each.end - sum(len(word.text) for word in between)
            blocks = _BLOCKS - {"nonpay"} if each.text.startswith(("不会", "不可能")) else _BLOCKS
            if gap <= reach and not any(word.classes & blocks for word in between):
                return True
        if _NO_SUCH.match(self.sentence.text, self.act.end - self.sentence.start):
            return True
        return not self.act.classes.isdisjoint(_OWNED) and self._spared

    @property
    def _spared(self) -> bool:
        """Whether what follows says that nothing is done to it ("社保卡不会因债务停用")."""
        words = self.sentence.within(self.act.end, self.clause[1])
        spared = next((at for at, each in enumerate(words) if each.text == "不会"), None)
        return spared is not None and any(each.classes & _DONE_TO for each in words[spared:])

    @property
    def a_time(self) -> bool:
        """Whether the act only tells when something else happens ("开庭前")."""
        return (
            self.act.classes.isdisjoint(_THINGS)
            and _WHEN.match(self.sentence.text, self.act.end - self.sentence.start) is not None
        )

    @property
    def a_party(self) -> bool:
        """Whether it is the name of a party and nothing that is done ("被执行人未履行", but "列为被执行人")."""
        if self.act.text not in _PARTIES:
            return False
        last = self.ahead[-1] if self.ahead else None
        made = last is not None and self.act.start - last.end <= 1 and not last.classes.isdisjoint(_MADE)
        return not made and not _MADE_OF.search(self.sentence.text[: self.act.start - self.sentence.start])

    @property
    def a_matter(self) -> bool:
        """Whether it is only named as what is talked or argued about ("债务的承担尚有分歧")."""
        at = self.act.start - self.sentence.start
        return (
            self.sentence.text[max(0, at - 1) : at] == "的"
            and _ARGUED.match(self.sentence.text, self.act.end - self.sentence.start) is not None
        )

    @cached_property
    def bypassed(self) -> bool:
        """Whether court and judgment are said to be needless."""
        return self.sentence.bypasses

    @cached_property
    def asked_of(self) -> bool:
        """Whether an authority is only asked for it, in this clause or an earlier one."""
        if self.bypassed:
            return False
        earlier = self.sentence.within(self.sentence.start, self.act.start)
        if any(each.classes & _ASKED and not self._of_us(each) and not self._unmade(each) for each in earlier):
            return True
        before = self.sentence.before if self.sentence.goes_on else None
        return before is not None and before.has("ask", "sue", "court")

    def _unmade(self, asking: Token) -> bool:
        """Whether it is said that nobody asked ("未申请延期的")."""
        at = asking.start - self.sentence.start
        return at > 0 and self.sentence.text[at - 1] in "未没"

    def _of_us(self, asking: Token) -> bool:
        """Whether the sender is the one who is asked ("向本公司申请"), or a bank is."""
        at = self.sentence.tokens.index(asking)
        last, following = (
            self.sentence.tokens[each] if 0 <= each < len(self.sentence.tokens) else None for each in (at - 1, at + 1)
        )
        if following is not None and following.classes & {"banks", "carrier"} and "court" not in self.around:
            return True
        return last is not None and bool(last.classes & PRIVATE) and _spoken_to(last, self.sentence)

    @cached_property
    def judged(self) -> bool:
        """Whether the sentence lets it wait for a judgment or the like."""
        before = self.sentence.before if self.sentence.goes_on else None
        return (self.sentence.has("judged") or (before is not None and before.has("judged"))) and not self.bypassed

    @cached_property
    def told(self) -> bool:
        """Whether it is said of others, warned of, or asked about."""
        if self.sentence.has("swindle", "example") or self.near("query") or _DOUBTED.search(self.sentence.text):
            return True
        asked = self.sentence.text.endswith(("?", "吗", "呢")) and self.clause[1] == self.sentence.end
        return asked or (
            any("say" in each.classes for each in self.sentence.within(self.sentence.start, self.act.start))
            and not self._announced
        )

    @property
    def _announced(self) -> bool:
        """Whether what is said is said by an organ, in the sender's words ("警察说会抓你")."""
        words = self.sentence.within(self.sentence.start, self.act.start)
        at = max(at for at, each in enumerate(words) if "say" in each.classes)
        return at > 0 and bool(words[at - 1].classes & OFFICIAL) and words[at].start == words[at - 1].end


def frames(sentences: Iterable[Sentence], acts: frozenset[str]) -> Iterator[Frame]:
    """Every act of these classes, in reading order."""
    for sentence in sentences:
        if sentence.classes & acts:
            found = (Frame(each, sentence) for each in sentence.tokens if each.classes & acts)
            yield from (frame for frame in found if not (frame.a_time or frame.a_party or frame.a_matter))


def _last_actor(tokens: tuple[Token, ...], sentence: Sentence) -> Token | None:
    """The actor nearest to what follows, who is not merely spoken to."""
    for at in range(len(tokens) - 1, -1, -1):
        each = tokens[at]
        if each.classes & ACTORS and not _spoken_to(each, sentence):
            owner = tokens[at - 1] if at else None
            return owner if owner is not None and _in_house(owner, each, sentence) else each
    return None


def _in_house(owner: Token, organ: Token, sentence: Sentence) -> bool:
    """Whether an organ is called the sender's own ("平台法庭")."""
    between = sentence.text[owner.end - sentence.start : organ.start - sentence.start]
    return (
        bool(owner.classes & PRIVATE)
        and bool(organ.classes & (OFFICIAL | BODIES))
        and _OWN.fullmatch(between) is not None
    )


def _first_actor(tokens: tuple[Token, ...], sentence: Sentence) -> Token | None:
    return next((each for each in tokens if each.classes & ACTORS and not _spoken_to(each, sentence)), None)


def _spoken_to(token: Token, sentence: Sentence) -> bool:
    at = token.start - sentence.start
    return at > 0 and sentence.text[at - 1] in _TO
