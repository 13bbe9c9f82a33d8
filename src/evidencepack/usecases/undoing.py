# SPDX-License-Identifier: MPL-2.0
"""Undo and redo: the steps of a person in one document. Nothing newer is ever lost by taking an older step back."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, MutableSequence, Sequence
from dataclasses import dataclass, field, replace

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.usecases.changes import Single
from evidencepack.usecases.differences import Answered, Marked, Part, RecordThere, RowMoved, RowThere, swapped
from evidencepack.usecases.taking_back import Refused, take

MOST_STEPS = 500
"""So many steps of a document can be taken back."""

PAUSE = 1.5
"""Seconds without a key after which further typing is a step of its own."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed where it cannot be read as an answer yet, and why not."""

    text: str
    problem: str


@dataclass(frozen=True, slots=True)
class Drafted:
    """What stands unread at a path was one thing and is another; None is nothing."""

    path: FieldPath
    before: Draft | None
    after: Draft | None


@dataclass(frozen=True, slots=True)
class Step:
    """What a person did: in words ("make Nasrin A/R"), its parts, and the path where they did it.

    ``joins``: it was typing, and is one step with more typing at the same path.
    """

    words: str
    place: str
    parts: tuple[Part, ...]
    drafts: tuple[Drafted, ...] = ()
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """What undo or redo does, in words; where the person goes; changes to make, drafts to put back (None: take away).

    With ``refused`` nothing is done.
    """

    words: str
    place: str
    changes: tuple[Single, ...] = ()
    drafts: Mapping[FieldPath, Draft | None] = field(default_factory=dict)
    refused: Refused | None = None


class Steps:
    """The steps of one document, the newest last, and those that were taken back."""

    def __init__(self, most: int = MOST_STEPS) -> None:
        self._past: deque[Step] = deque(maxlen=most)
        self._future: deque[Step] = deque(maxlen=most)
        self._last = 0.0
        self._open = False

    @property
    def undo_words(self) -> str:
        """What undo would take back; empty for nothing."""
        return self._past[-1].words if self._past else ""

    @property
    def redo_words(self) -> str:
        """What redo would do again; empty for nothing."""
        return self._future[-1].words if self._future else ""

    def add(self, step: Step, *, at: float) -> None:
        """Add what a person just did, at a time in seconds; what was taken back cannot be done again after it."""
        joins = self._open and step.joins and step.place == self._past[-1].place and at - self._last < PAUSE
        self._future.clear()
        self._last = at
        if joins:
            step = _joined(self._past.pop(), step)
        self._open = step.joins and bool(step.parts or step.drafts)
        if step.parts or step.drafts:
            self._past.append(step)

    def settle(self) -> None:
        """Let further typing be a step of its own: the person has left the field."""
        self._open = False

    def undo(self, facts: Facts, drafts: Mapping[FieldPath, Draft]) -> Way | None:
        """Return how to take the newest step back, and count it as taken back; None if there is none.

        A step that newer words stand upon is refused and forgotten: what it did can be found in the history. What
        stands unread is put back only where nothing newer was typed, in whatever document.
        """
        return self._turn(facts, drafts, self._past, self._future)

    def redo(self, facts: Facts, drafts: Mapping[FieldPath, Draft]) -> Way | None:
        """Return how to do again what was taken back last; as for ``undo``."""
        return self._turn(facts, drafts, self._future, self._past)

    def _turn(
        self,
        facts: Facts,
        drafts: Mapping[FieldPath, Draft],
        steps: MutableSequence[Step],
        onto: MutableSequence[Step],
    ) -> Way | None:
        self._open = False
        if not steps:
            return None
        step = steps.pop()
        turned = _turned(step)
        turned = replace(turned, drafts=tuple(one for one in turned.drafts if drafts.get(one.path) == one.before))
        taken = take(facts, turned.parts)
        if taken.refused:
            return Way(step.words, step.place, refused=taken.refused)
        if not taken.changes and not turned.drafts:
            return self._turn(facts, drafts, steps, onto)
        onto.append(turned)
        return Way(step.words, step.place, taken.changes, {one.path: one.after for one in turned.drafts})


def place_of(parts: Sequence[Part]) -> str:
    """Return where a step took place: the path of its first answer, row or record."""
    for part in parts:
        match part:
            case Answered(path=path):
                return str(path)
            case RecordThere(record=record):
                return record
            case RowThere() | RowMoved():
                return f"{part.record}/{part.field}/{part.row}"
            case Marked():
                return "/".join(filter(None, (part.record, part.field, part.row)))
    return ""


def _turned(step: Step) -> Step:
    """Return the step that leads the other way."""
    drafts = tuple(replace(one, before=one.after, after=one.before) for one in step.drafts)
    return replace(step, parts=tuple(map(swapped, step.parts)), drafts=drafts, joins=False)


def _joined(first: Step, second: Step) -> Step:
    """Return two steps of typing as one, without what is again as it was before the first."""
    parts: dict[object, Part] = {}
    for part in (*first.parts, *second.parts):
        parts[_whereabouts(part)] = _over(parts.get(_whereabouts(part)), part)
    drafts: dict[FieldPath, Drafted] = {}
    for one in (*first.drafts, *second.drafts):
        drafts[one.path] = replace(one, before=drafts[one.path].before) if one.path in drafts else one
    return replace(
        second,
        parts=tuple(part for part in parts.values() if part.before != part.after),
        drafts=tuple(one for one in drafts.values() if one.before != one.after),
    )


def _whereabouts(part: Part) -> object:
    match part:
        case Answered(path=path):
            return path
        case Marked(record=record, row=row):
            return record, row
        case _:
            return part


def _over(first: Part | None, second: Part) -> Part:
    match first, second:
        case (Answered(before=before), Answered()):
            return replace(second, before=before)
        case (Marked(before=mark), Marked()):
            return replace(second, before=mark)
        case _:
            return second
