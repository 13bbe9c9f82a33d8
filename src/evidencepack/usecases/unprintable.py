# SPDX-License-Identifier: MPL-2.0
"""Characters that no font has: found as an export would find them, told by question and record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.library.model import Library
from evidencepack.pack.build import pack_part
from evidencepack.pack.labels import labels_of
from evidencepack.pack.plan import Plan
from evidencepack.pack.press import Press
from evidencepack.render.fonts.lost import REMEDIES, Lost, MissingGlyphError
from evidencepack.review.measures import NOT_LAID_OUT, Measures
from evidencepack.review.reading import Unprintable
from evidencepack.usecases.measuring import measures_of

_NAMES = ("short_name", "full_name", "name")


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What shows once a pack is laid out: answers that nothing can print or, where there are none, how much it is.

    ``measures`` are those of the appendices: cover, contents and evidence matrix do not count.
    """

    unprintable: tuple[Unprintable, ...] = ()
    measures: Measures = NOT_LAID_OUT


def lay_out(plan: Plan, press: Press) -> LaidOut:
    """Lay a pack out, and return every answer for which its export would be refused, or how much there is of it."""
    try:
        spans = pack_part(plan, (), pages=len(plan.appendices)).measured(press)
    except MissingGlyphError as error:
        return LaidOut(tuple(_by_answer(plan, error.lost)))
    return LaidOut(measures=measures_of(plan, spans))


def _by_answer(plan: Plan, everything: Iterable[Lost]) -> Iterator[Unprintable]:
    found: dict[tuple[str, str], list[Lost]] = {}
    for lost in everything:
        path = next((path for path in lost.paths if path in plan.labels), "")
        found.setdefault((path, "" if path else lost.words), []).append(lost)
    for (path, words), group in found.items():
        yield Unprintable(path, plan.labels.get(path, ""), words, tuple(lost.name() for lost in group))


def unprintable_sentence(lost: Sequence[Lost], questions: Mapping[str, str]) -> str:
    """Return which characters cannot be printed, in answers to which questions, and what to do; empty for none."""
    if not lost:
        return ""
    told = [f"{one.name()} in {one.asked(questions) or one.place(questions)}" for one in lost]
    what = "The character" if len(told) == 1 else "The characters"
    return f"{what} {', '.join(told)} cannot be printed. {REMEDIES[len(told) > 1]}"


def questions_of(facts: Facts, library: Library) -> Mapping[str, str]:
    """Return how a sentence names the question of each answer, by its path: “Full legal name” of Ferrybank.

    A document is not named: the sentence does that, or there is only one.
    """
    return dict(_questions(facts, library))


def _questions(facts: Facts, library: Library) -> Iterator[tuple[str, str]]:
    for path, label in labels_of(facts, library).items():
        record = facts.records[FieldPath.parse(path).record]
        whose = "" if library[record.kind].document else f" of {_short_name(record)}"
        yield path, f"“{label}”{whose}"


def _short_name(record: Record) -> str:
    """Return the short name: it is not often the one with the characters that cannot be shown."""
    return next((str(record.answers[name]) for name in _NAMES if record.answers.get(name)), record.reference)
