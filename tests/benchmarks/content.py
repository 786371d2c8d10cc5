"""What the rules say about drawn letters: `.venv/bin/python tests/benchmarks/content.py [--split test] [--count 400]`.

--files wide takes the templates of the files that begin so, --topic C05 those of one topic.  --part hold takes a third
of them, by a hash of their names, and shows rates alone: nobody who writes rules looks at these texts.  --part tune
takes the other two thirds.

False accusations of genuine texts, planted contradictions found in forged ones, the kinds of document told apart, and
the time of all rules.  The letters come from `models/synth/letters`; figures on them are figures on made-up texts.
With --rendered each text is drawn, saved as JPEG and read by the text reader, which takes seconds a letter (--keep DIR
keeps the readings), and what was found is also set against what is found on the clean text.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))
import drawn
from build import evidence
from forgecheck_models import figures
from forgecheck_models.synth.letters import Letter, letters
from forgecheck_models.synth.letters.templates import Template

from forgecheck.finding import Outcome
from forgecheck.judge import all_checks, judge
from forgecheck.models import Models

LOUD = ("strong", "decisive")
CHUNK = 2000  # characters: the text that the time is measured on
SPEED_LETTERS = 150  # about 40,000 characters


@dataclass(frozen=True)
class Read:
    """What was said about one letter."""

    letter: Letter
    kind: str
    said: tuple[tuple[str, str], ...]
    """Check and severity of every finding that accuses."""
    broken: tuple[str, ...] = ()
    """Checks that ended with an exception."""

    def heard(self, *severities: str, families: tuple[str, ...] = ()) -> bool:
        """Whether a check (of these families) spoke as loudly as that."""
        return any(s in severities and (not families or c.split(".")[0] in families) for c, s in self.said)


def said(outcomes: tuple[Outcome, ...]) -> tuple[tuple[str, str], ...]:
    """Check and severity of what accuses."""
    return tuple((each.name, f.severity) for each in outcomes for f in each.findings if f.severity != "info")


def look(letter: Letter, models: Models | None, keep: Path | None = None) -> Read:
    """As text, or as a picture where there are models."""
    # A text has no seals and patches.
    given = evidence(letter.text, seals=None, patches=None) if models is None else drawn.read(letter.text, models, keep)
    outcomes = tuple(judge(given, all_checks()))
    broken = tuple(each.name for each in outcomes if each.error)
    return Read(letter, given.kind.type if given.kind else "none", said(outcomes), broken)


def genuine_figures(reads: list[Read]) -> dict[str, object]:
    """Share of genuine letters that were accused, by severity and by check."""
    checks = Counter(pair for each in reads for pair in set(each.said))
    where = {
        f"{check} {severity}": sorted({each.letter.template for each in reads if (check, severity) in each.said})
        for check, severity in checks
    }
    return {
        "letters": len(reads),
        "decisive": share(each.heard("decisive") for each in reads),
        "strong_or_decisive": share(each.heard(*LOUD) for each in reads),
        "weak_or_more": share(bool(each.said) for each in reads),
        "checks": {f"{check} {severity}": count for (check, severity), count in checks.most_common()},
        "templates": where,
        "errors": dict(Counter(name for each in reads for name in each.broken)),
    }


def forged_figures(reads: list[Read]) -> dict[str, object]:
    """Share of plants of which a plausible family spoke, and by plant."""
    plants: dict[str, list[Read]] = {}
    for each in reads:
        plants.setdefault(each.letter.template, []).append(each)
    rows = []
    for name, group in plants.items():
        plant = group[0].letter.plant
        assert plant
        rows.append(
            {
                "template": name,
                "topic": plant.topic,
                "says": plant.says,
                "spoke": share(each.heard("weak", *LOUD, families=plant.families) for each in group),
                "found": share(each.heard(*LOUD, families=plant.families) for each in group),
                "anything": share(bool(each.said) for each in group),
                "by": dict(Counter(f"{c} {s}" for each in group for c, s in set(each.said)).most_common()),
            }
        )
    return {
        "letters": len(reads),
        "spoke": share(each.heard("weak", *LOUD, families=_families(each)) for each in reads),
        "found": share(each.heard(*LOUD, families=_families(each)) for each in reads),
        "plants": rows,
    }


def rendered_figures(drawn_ones: list[Read], clean_ones: list[Read]) -> dict[str, object]:
    """How much of what is said of the clean text is said of the drawn one as well, and where it is not."""
    rows: dict[str, object] = {}
    for name, loud in (("spoke", ("weak", *LOUD)), ("found", LOUD)):
        pairs = [
            (clean, each)
            for clean, each in zip(clean_ones, drawn_ones, strict=True)
            if clean.heard(*loud, families=_families(clean))
        ]
        kept = [each.heard(*loud, families=_families(each)) for _, each in pairs]
        lost = [clean for (clean, _), heard in zip(pairs, kept, strict=True) if not heard]
        rows |= {name: share(kept), f"{name}_lost": [each.letter.template for each in lost]}
    return rows


def _families(read: Read) -> tuple[str, ...]:
    return read.letter.plant.families if read.letter.plant else ()


def kind_figures(reads: list[Read]) -> dict[str, object]:
    """Confusion counts, F1 of each kind, and their mean over the kinds that occur."""
    pairs = Counter((each.letter.kind, each.kind) for each in reads)
    scores = {}
    for kind in sorted({each.letter.kind for each in reads}):
        hits = pairs[kind, kind]
        told = sum(count for (_, said_kind), count in pairs.items() if said_kind == kind)
        there = sum(count for (truth, _), count in pairs.items() if truth == kind)
        scores[kind] = round(2 * hits / (told + there), 3)
    wrong = Counter(f"{each.letter.template}: {each.letter.kind} -> {each.kind}" for each in reads if _mistaken(each))
    return {
        "macro_f1": round(sum(scores.values()) / max(1, len(scores)), 3),
        "accuracy": share(not _mistaken(each) for each in reads),
        "f1": scores,
        "confusion": {f"{truth} -> {told}": count for (truth, told), count in sorted(pairs.items())},
        "mistaken": dict(wrong.most_common()),
    }


def _mistaken(read: Read) -> bool:
    return read.letter.kind != read.kind


def speed(some: list[Letter]) -> dict[str, float]:
    """Milliseconds of all rules on texts of 2,000 characters, cut from these letters."""
    joined = "\n".join(each.text for each in some)
    times = []
    for start in range(0, min(len(joined), 20 * CHUNK) - CHUNK, CHUNK):
        given = evidence(joined[start : start + CHUNK])
        before = time.perf_counter()
        judge(given, all_checks())
        times.append(1000 * (time.perf_counter() - before))
    return {"median_ms": round(median(times), 1), "slowest_ms": round(max(times), 1), "texts": len(times)}


def held(name: str) -> bool:
    """Whether a template belongs to the third that rule writers never look at."""
    return hashlib.sha256(name.encode()).digest()[0] % 3 == 0


def topic_figures(reads: list[Read]) -> dict[str, dict[str, object]]:
    """By the first topic of a plant: templates, and the shares spoken of and found."""
    groups: dict[str, list[Read]] = {}
    for each in reads:
        if each.letter.plant:
            groups.setdefault(each.letter.plant.topic.split()[0], []).append(each)
    return {
        topic: {
            "templates": len({each.letter.template for each in group}),
            "spoke": share(each.heard("weak", *LOUD, families=_families(each)) for each in group),
            "found": share(each.heard(*LOUD, families=_families(each)) for each in group),
        }
        for topic, group in sorted(groups.items())
    }


def share(these: object) -> float:
    """The part of these that holds, 0..1."""
    listed = [bool(each) for each in these]  # type: ignore[attr-defined]
    return round(sum(listed) / len(listed), 4) if listed else 0.0


def kept(genuine: list[Read], forged: list[Read], result: dict[str, dict[str, object]]) -> dict[str, figures.Figure]:
    """What the texts may show; fillings of one template are not independent."""

    def told(what: str, reads: list[Read], *loud: str, of_plant: bool = False) -> figures.Figure:
        truths = [each.heard(*loud, families=_families(each) if of_plant else ()) for each in reads]
        return figures.share(what, truths, [each.letter.template for each in reads])

    return {
        "spoke": told("planted contradictions of which a check speaks", forged, "weak", *LOUD, of_plant=True),
        "found": told("planted contradictions that a check finds strong", forged, *LOUD, of_plant=True),
        "decisive": told("genuine texts: decisive findings", genuine, "decisive"),
        "strong": told("genuine texts: strong or decisive findings", genuine, *LOUD),
        "kinds": figures.number("kind of document, genuine texts, macro-F1", result["kind_genuine"]["macro_f1"]),
        "kinds_all": figures.number("kind of document, all texts, macro-F1", result["kind_all"]["macro_f1"]),
        "time": figures.number(f"all rules on {CHUNK:,} characters, median", result["time"]["median_ms"], "ms", 0),
    }


def show(result: dict[str, dict[str, object]], *, blind: bool) -> None:
    """The tables, for people; rates alone where they are to stay blind."""
    write = sys.stdout.write
    genuine, forged = result["genuine"], result["forged"]
    write(f"genuine: {genuine['letters']} letters, decisive {genuine['decisive']:.2%}, ")
    write(f"strong or decisive {genuine['strong_or_decisive']:.2%}, any {genuine['weak_or_more']:.2%}\n")
    for check, count in genuine["checks"].items():
        names = "" if blind else ", ".join(genuine["templates"][check][:4])
        write(f"    {count:4d}  {check}  {len(genuine['templates'][check])} templates  {names}\n")
    for check, count in genuine["errors"].items():
        write(f"    {count:4d}  {check} CRASHED\n")
    write(f"forged: {forged['letters']} letters, spoke {forged['spoke']:.2%}, found {forged['found']:.2%}\n")
    for topic, row in result["topics"].items():
        write(f"    {topic:6s} {row['templates']:3d} templates  spoke {row['spoke']:5.0%}  found {row['found']:5.0%}\n")
    for row in [] if blind else sorted(forged["plants"], key=lambda row: (row["spoke"], row["found"], row["topic"])):
        mark = f"{row['spoke']:5.0%} {row['found']:5.0%}"
        loudest = ", ".join(list(row["by"])[:3])
        write(f"    {mark}  {row['topic']:9s} {row['template']}: {row['says']}  [{loudest}]\n")
    if rendered := result.get("rendered"):
        write(f"of the clean text's: spoke {rendered['spoke']:.2%}, found {rendered['found']:.2%}\n")
    if rendered and not blind:
        write(f"    lost: {', '.join(rendered['spoke_lost'])}\n    found, lost: {', '.join(rendered['found_lost'])}\n")
    for name in ("kind_genuine", "kind_all"):
        kinds = result[name]
        write(f"{name}: macro-F1 {kinds['macro_f1']}, accuracy {kinds['accuracy']:.2%}\n")
        for kind, score in [] if blind else kinds["f1"].items():
            row = {k: v for k, v in kinds["confusion"].items() if k.startswith(f"{kind} ->")}
            told = ", ".join(f"{k.split(' -> ')[1]} {v}" for k, v in sorted(row.items(), key=lambda p: -p[1]))
            write(f"    {score:.3f}  {kind}: {told}\n")
    write(f"time of all rules on {CHUNK} characters: {result['time']}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--count", type=int, default=400, help="letters of each truth")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", default="", help="templates of the files whose names begin so")
    parser.add_argument("--topic", default="", help="forged templates of this topic")
    parser.add_argument("--part", choices=("all", "tune", "hold"), default="all")
    parser.add_argument("--rendered", action="store_true", help="draw, save as JPEG, read by the text reader")
    parser.add_argument("--keep", type=Path, help="folder of readings that are not made again")
    parser.add_argument("--json", type=Path, help="write all figures to this file")
    figures.option(parser)
    asked = parser.parse_args()
    models = Models(threads=1) if asked.rendered else None

    def only(template: Template) -> bool:
        of_topic = not (asked.topic and template.plant) or asked.topic in template.plant.topic.split()
        part = asked.part == "all" or held(template.name) == (asked.part == "hold")
        return of_topic and part and template.file.startswith(asked.files)

    genuine, forged = (
        [look(each, models, asked.keep) for each in letters(truth, asked.split, asked.seed, asked.count, only)]
        for truth in ("genuine", "forged")
    )
    result = {
        "genuine": genuine_figures(genuine),
        "forged": forged_figures(forged),
        "topics": topic_figures(forged),
        "kind_genuine": kind_figures(genuine),
        "kind_all": kind_figures(genuine + forged),
        "time": speed(letters("genuine", asked.split, asked.seed, SPEED_LETTERS)),
    }
    if models:
        result["rendered"] = rendered_figures(forged, [look(each.letter, None) for each in forged])
    show(result, blind=asked.part == "hold")
    if asked.json:
        asked.json.write_text(json.dumps(result, ensure_ascii=False, indent=1), "utf-8")
    if asked.figures:
        templates = [len({each.letter.template for each in reads}) for reads in (forged, genuine)]
        data = f"{asked.count} texts of {templates[0]} forged and {asked.count} of {templates[1]} genuine templates"
        name = f"content_{asked.split}" + ("_drawn" if asked.rendered else "")
        figures.keep(name, data, kept(genuine, forged, result))


if __name__ == "__main__":
    main()
