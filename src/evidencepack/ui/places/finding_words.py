# SPDX-License-Identifier: MPL-2.0
"""What the list of findings says: the groups of rules, the marks, and the line of each finding."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from evidencepack.domain.trade import Severity
from evidencepack.library.rule_groups import RULE_GROUPS
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.master_list import Entry
from evidencepack.ui.words import counted, say
from evidencepack.usecases.readiness import MISSING, Line, Problem, number_of

MARKS = {Severity.BLOCKS: Mark.BLOCK, Severity.WARNS: Mark.WARN, Severity.SUGGESTS: Mark.IDEA}

CONTRADICTION = "XD"
"""A rule of the group of those that hold two places against each other begins so."""


def group_of(rule: str) -> str:
    """Return the group that a rule is in, in words."""
    prefix = "RQ" if rule in MISSING else rule.partition("-")[0]
    return say(RULE_GROUPS.get(prefix, "Other checks"))


def title_of_line(line: Line) -> str:
    """Return what a line is called in the list; missing answers by their record, their number stands below it."""
    first = line.problems[0]
    if len(line.problems) > 1 and first.is_missing:
        return line.home.words
    if first.is_missing and first.question:
        return say("“{question}” has no answer", question=first.question)
    return first.title


def heading_of_line(line: Line) -> str:
    """Return what a line is called alone: "Memorandum of understanding NEW-MOU-01: 14 answers missing"."""
    if len(line.problems) == 1 or not line.problems[0].is_missing:
        return title_of_line(line)
    return say("{place}: {missing}", place=line.home.words, missing=_missing(line))


def second_of_line(line: Line) -> str:
    """Return how much is missing there or where it is, and what that counts, for the second line."""
    first = line.problems[0]
    if len(line.problems) == 1:
        return " · ".join(filter(None, (line.home.words, weight_words(first))))
    if not first.is_missing:
        where = line.home.words if line.home.document else line.home.kind
        places = counted(len(line.problems), "{n} place", "{n} places")
        return " · ".join(filter(None, (where, places, weight_words(first))))
    steps = dict.fromkeys(one.step_title for one in line.problems if one.step_title)
    return " · ".join(filter(None, (_missing(line), weight_words(first), "; ".join(steps))))


def weight_words(problem: Problem) -> str:
    """Return for which question of the buyer it is, and how much that counts; empty if nobody knows."""
    home = problem.home
    if not home.weight:
        return home.question
    return say("{question}, {n} % of the marks", question=home.question, n=f"{home.weight.normalize():f}")


def _missing(line: Line) -> str:
    return counted(len(line.problems), "{n} answer missing", "{n} answers missing")


def entries_of(lines: Sequence[Line]) -> tuple[Entry, ...]:
    """Return the lines under their three heads, each head with the number of things to fix below it.

    An answer that several papers lack is one thing, and is listed under each of them: the head says in how many places.
    """
    found: list[Entry] = []
    for severity, some in groupby(lines, key=lambda line: line.severity):
        group = tuple(some)
        problems = [one for line in group for one in line.problems]
        number, places = number_of(problems), len(problems)
        head = f"{MARKS[severity].words} · {number:,}"
        in_places = say("{head}, in {n} places", head=head, n=f"{places:,}") if places > number else head
        found.append(Entry("", in_places))
        found += [Entry(line.id, title_of_line(line), second_of_line(line), MARKS[severity]) for line in group]
    return tuple(found)


def tier_words(severity: Severity, number: int) -> str:
    """Return how many findings of a tier there are."""
    match severity:
        case Severity.BLOCKS:
            return counted(number, "{n} must fix", "{n} must fix")
        case Severity.WARNS:
            return counted(number, "{n} should fix", "{n} should fix")
        case Severity.SUGGESTS:
            return counted(number, "{n} could improve", "{n} could improve")
