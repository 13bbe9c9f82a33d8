# SPDX-License-Identifier: MPL-2.0
"""Marks added up by rule and by family: how much was found of what there was, how much that was said is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tests.readiness.defect import Defect, rule_of
from tests.readiness.examiner import Mark
from tests.readiness.mutator import FAMILY

_SHOWN = 100


@dataclass(frozen=True)
class Tally:
    """What was wanted of a rule or family, what of it was found, and what was said that is wrong.

    ``otherwise`` counts those of the found that only another rule told, ``refused`` those that the form refused by
    naming them, so that no rule was asked.
    """

    wanted: int = 0
    found: int = 0
    alarms: int = 0
    otherwise: int = 0
    refused: int = 0

    @property
    def recall(self) -> str:
        """Found of wanted, in per cent; a dash where nothing was wanted."""
        return share(self.found, self.wanted)

    @property
    def recall_of_rules(self) -> str:
        """Recall without what the form refuses: of what rules were asked, how much they told."""
        return share(self.found - self.refused, self.wanted - self.refused)

    @property
    def precision(self) -> str:
        """Rightly said of all that rules said; a dash where nothing was."""
        told = self.found - self.refused
        return share(told, told + self.alarms)


@dataclass
class Marks:
    """All marks of an examination; ``unasked`` are defects for which the program has no rule yet."""

    marks: Sequence[Mark]
    unasked: Sequence[Defect] = field(default_factory=tuple)

    def by_rule(self) -> dict[str, Tally]:
        """Return the tally of each rule, in the order of their ids."""
        wanted = Counter(one.name for mark in self.marks for one in mark.defect.wanted)
        found = Counter(one.name for mark in self.marks for one in mark.found)
        alarms = Counter(rule_of(one) for mark in self.marks for one in mark.alarms)
        otherwise = Counter(one.name for mark in self.marks for one in mark.otherwise)
        refused = Counter(one.name for mark in self.marks if mark.refused for one in mark.found)
        return {
            rule: Tally(wanted[rule], found[rule], alarms[rule], otherwise[rule], refused[rule])
            for rule in sorted(wanted | alarms)
        }

    def by_family(self) -> dict[str, Tally]:
        """Return the tally of each family of defects, in the order of the lists."""
        families = dict.fromkeys(mark.defect.family for mark in self.marks)
        return {name: tally(mark for mark in self.marks if mark.defect.family == name) for name in families}

    @property
    def all(self) -> Tally:
        """The tally of everything."""
        return tally(self.marks)

    def misses(self) -> Iterator[tuple[str, str]]:
        """Yield each rule that did not speak, and of what."""
        yield from ((one.name, mark.defect.what) for mark in self.marks for one in mark.missed)

    def false_alarms(self) -> Iterator[tuple[str, str]]:
        """Yield each rule that spoke wrongly, and of what."""
        yield from ((rule_of(one), mark.defect.what) for mark in self.marks for one in mark.alarms)


def tally(marks: Iterable[Mark]) -> Tally:
    """Return the tally of some marks."""
    some = list(marks)
    return Tally(
        sum(len(mark.defect.wanted) for mark in some),
        sum(len(mark.found) for mark in some),
        sum(len(mark.alarms) for mark in some),
        sum(len(mark.otherwise) for mark in some),
        sum(len(mark.found) for mark in some if mark.refused),
    )


def share(part: int, whole: int) -> str:
    """Return a part as a share, with one decimal, never rounded up to all."""
    return f"{part * 1000 // whole / 10:g} %" if whole else "–"


def report(marks: Marks) -> str:
    """Return the tables as Markdown: families and rules."""
    unasked = sorted({one.name for defect in marks.unasked for one in defect.wanted})
    return "\n\n".join(
        (
            _table("family of slips", {**marks.by_family(), "**all**": marks.all}),
            _in_short(marks),
            _table("rule", marks.by_rule()),
            f"Not asked, because the program has no such rule: {', '.join(unasked) or 'none'}.",
        )
    )


def report_in_short(marks: Marks) -> str:
    """Return the families and rules of a set of its own as Markdown, and what was said of its look-alikes."""
    right = [mark for mark in marks.marks if not mark.defect.wanted]
    wrong = sum(1 for mark in right if mark.alarms)
    return "\n\n".join(
        (
            _table("family of the fresh set", {**marks.by_family(), "**all**": marks.all}),
            f"Of its {len(right)} look-alikes, {wrong} were called wrong. By rule:",
            _table("rule", marks.by_rule()),
        )
    )


def _in_short(marks: Marks) -> str:
    """Return what the total hides: slips by hand alone, slips that rules were asked for alone, and look-alikes."""
    by_hand = tally(mark for mark in marks.marks if mark.defect.family != FAMILY)
    right = [mark for mark in marks.marks if not mark.defect.wanted]
    return (
        f"Of the slips written by hand, {by_hand.recall} are found; the others are the easier ones. Without those that"
        f" the form refuses, the rules tell {marks.all.recall_of_rules} of all. Of {len(right)} look-alikes, which are"
        f" right as they stand, {sum(1 for mark in right if mark.alarms)} were called wrong."
    )


def details(marks: Marks) -> str:
    """Return what was missed and what was said wrongly, for the one who examines: who mends a rule has not seen it."""
    return "\n\n".join((_list("Missed", marks.misses()), _list("Said wrongly", marks.false_alarms())))


def _table(of: str, tallies: dict[str, Tally]) -> str:
    rows = (
        f"| {name} | {one.wanted} | {one.found} | {one.otherwise} | {one.refused} | {one.alarms} | {one.recall} "
        f"| {one.precision} |"
        for name, one in tallies.items()
    )
    return "\n".join(
        (
            f"| {of} | wanted | found | by another rule | refused as typed | false alarms | recall | precision |",
            "|---|--:|--:|--:|--:|--:|--:|--:|",
            *rows,
        )
    )


def _list(title: str, entries: Iterator[tuple[str, str]]) -> str:
    lines = [f"- CHK-{rule}: `{_short(what)}`" for rule, what in entries]
    return "\n".join((f"{title} ({len(lines)}):", "", *(lines or ["- nothing"])))


def _short(what: str) -> str:
    line = what.replace("`", "’").replace("\n", " ")
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
