# SPDX-License-Identifier: MPL-2.0
"""Undo and redo of one document: typing joins, newer words stay, what is done anew cannot be redone over."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Row
from evidencepack.usecases.changes import AddRow, BringBackRow, Change, SetAnswer, apply_change, changed_records
from evidencepack.usecases.differences import differences
from evidencepack.usecases.undoing import PAUSE, Draft, Drafted, Step, Steps, Way, place_of

AT = FieldPath("d", "purpose")
OTHER = FieldPath("d", "area")
BAD, WORSE = Draft("1 Mar", "not a date"), Draft("1 Marc", "not a date")


@dataclass
class Desk:
    """Somebody who edits, with a clock that is moved by hand."""

    facts: Facts = field(
        default_factory=lambda: Facts("t", {"t": Record("t", "tender", "T"), "d": Record("d", "mou", "M", "t")})
    )
    steps: Steps = field(default_factory=Steps)
    drafts: dict[FieldPath, Draft] = field(default_factory=dict)
    now: float = 100.0

    def type(self, text: str | None, path: FieldPath = AT, *, after: float = 0.1, document: bool = True) -> None:
        self.now += after
        self._do(SetAnswer(path, FieldType.TEXT, text), joins=True, document=document)

    def add_row(self, row: str) -> None:
        self._do(AddRow("d", "steps", row), joins=False, document=True)

    def leave_unread(self, draft: Draft | None, *, after: float = 0.1) -> None:
        self.now += after
        drafted = Drafted(AT, self.drafts.get(AT), draft)
        self._put(AT, draft)
        self.steps.add(Step("typing", str(AT), (), (drafted,), joins=True), at=self.now)

    def undo(self) -> Way | None:
        return self._go(self.steps.undo(self.facts, self.drafts))

    def redo(self) -> Way | None:
        return self._go(self.steps.redo(self.facts, self.drafts))

    @property
    def purpose(self) -> object:
        return self.facts.records["d"].answers.get("purpose")

    def _do(self, change: Change, *, joins: bool, document: bool) -> None:
        before, self.facts = self.facts, apply_change(self.facts, change)
        parts = differences(before, self.facts, changed_records([change]), lambda *_: FieldType.TEXT)
        if document:
            words = f"{type(change).__name__} {len(parts)}"
            self.steps.add(Step(words, place_of(parts) or str(AT), parts, joins=joins), at=self.now)

    def _go(self, way: Way | None) -> Way | None:
        for change in way.changes if way else ():
            self.facts = apply_change(self.facts, change)
        for path, draft in (way.drafts if way else {}).items():
            self._put(path, draft)
        return way

    def _put(self, path: FieldPath, draft: Draft | None) -> None:
        if draft:
            self.drafts[path] = draft
        else:
            self.drafts.pop(path, None)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_typing_without_a_pause_is_one_step(desk: Desk) -> None:
    for text in ("C", "Ca", "Care"):
        desk.type(text)
    assert desk.undo() is not None
    assert desk.purpose is None
    assert desk.undo() is None
    desk.redo()
    assert desk.purpose == "Care"
    assert desk.redo() is None


@pytest.mark.parametrize("between", ["pause", "leaving", "another field", "a row"])
def test_typing_is_a_new_step_after(desk: Desk, between: str) -> None:
    desk.type("Care")
    if between == "leaving":
        desk.steps.settle()
    elif between == "another field":
        desk.type("Marsh", OTHER)
    elif between == "a row":
        desk.add_row("r")
    desk.type("Care at home", after=PAUSE if between == "pause" else 0.1)
    desk.undo()
    assert desk.purpose == "Care"


def test_typing_just_short_of_a_pause_is_the_same_step(desk: Desk) -> None:
    desk.type("Care")
    desk.type("Care at home", after=PAUSE - 0.01)
    desk.undo()
    assert desk.purpose is None


def test_what_was_typed_and_rubbed_out_is_no_step(desk: Desk) -> None:
    desk.add_row("r")
    desk.type("C")
    desk.type(None)
    assert desk.steps.undo_words.startswith("AddRow")


def test_typing_after_an_undo_is_a_step_of_its_own(desk: Desk) -> None:
    desk.type("Care")
    desk.type("Care at home", after=5)
    desk.undo()
    desk.type("Care at night")
    desk.undo()
    assert desk.purpose == "Care"


def test_a_new_edit_drops_what_could_be_done_again(desk: Desk) -> None:
    desk.type("Care")
    desk.undo()
    assert desk.steps.redo_words
    desk.add_row("r")
    assert desk.redo() is None
    assert not desk.steps.redo_words


def test_words_that_are_newer_stay_and_the_step_before_can_still_be_undone(desk: Desk) -> None:
    desk.add_row("r")
    desk.type("Care")
    desk.type("Night care", document=False)

    way = desk.undo()

    assert way is not None
    assert way.refused
    assert desk.purpose == "Night care"
    assert not desk.steps.redo_words
    desk.undo()
    assert "steps" not in desk.facts.records["d"].answers


def test_a_step_that_is_undone_already_is_passed_over(desk: Desk) -> None:
    desk.type("Care")
    desk.add_row("r")
    records = dict(desk.facts.records)
    records["d"] = Record("d", "mou", "M", "t", {"purpose": "Care"})
    desk.facts = Facts("t", records)
    desk.undo()
    assert desk.purpose is None


def test_what_cannot_be_read_is_undone_too(desk: Desk) -> None:
    desk.type("1 May")
    desk.leave_unread(BAD, after=9)
    desk.leave_unread(WORSE)
    desk.undo()
    assert desk.drafts == {}
    desk.undo()
    assert desk.purpose is None
    desk.redo()
    desk.redo()
    assert desk.drafts == {AT: WORSE}
    assert desk.purpose == "1 May"


def test_only_so_many_steps_are_kept(desk: Desk) -> None:
    desk.steps = Steps(most=3)
    for row in "abcde":
        desk.add_row(row)
    undone = 0
    while desk.undo():
        undone += 1
    assert undone == 3
    assert [row.id for row in getattr(desk.facts.records["d"].answers["steps"], "rows", ())] == ["a", "b"]


def test_undo_and_redo_say_where_they_lead_and_what_they_do(desk: Desk) -> None:
    desk.add_row("r")
    way = desk.undo()
    assert way is not None
    assert (way.words, way.place) == ("AddRow 1", "d/steps/r")
    assert desk.redo() == Way("AddRow 1", "d/steps/r", (BringBackRow("d", "steps", Row("r"), ""),))


def test_what_was_cleared_in_another_document_is_not_typed_there_again() -> None:
    desk = Desk()
    desk.leave_unread(BAD)
    desk.drafts.clear()

    assert desk.undo() is None
    assert desk.redo() is None

    assert desk.drafts == {}
