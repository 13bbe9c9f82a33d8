# SPDX-License-Identifier: MPL-2.0
"""Cells of a spreadsheet put into a table: what is taken, what is added, what stays unread."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import reduce

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Reference
from evidencepack.usecases.changes import apply_change, rows_of
from evidencepack.usecases.letters import letter_grid
from evidencepack.usecases.naming import naming_desk
from evidencepack.usecases.pasting import Cells, Paste, Target, plan_letters, plan_paste


class Pasting:
    """Pastes into tables of the sample."""

    def __init__(self, facts: Facts, program: Program, kind: str, field: str) -> None:
        self.facts, self.library = facts, program.library
        self.record: Record = next(facts.of_kind(kind))
        self.field = self.library[kind].fields[field]

    def target(self) -> Target:
        columns = tuple(one for one in self.field.columns if one.type is not FieldType.TABLE)
        return Target(self.facts, self.library, self.record, self.field, columns)

    def paste(self, cells: Cells, line: int | None = None, column: str = "") -> Paste:
        rows = rows_of(self.record, self.field.id)
        desk = naming_desk(self.facts, self.library, date(2027, 2, 1))
        name = rows[line].id if line is not None else ""
        made = plan_paste(self.target(), cells, desk, line=name, column=column)
        self.facts = reduce(apply_change, made.changes, self.facts)
        self.record = self.facts.records[self.record.id]
        return made

    def texts(self, column: str) -> list[object]:
        return [row.cells.get(column) for row in rows_of(self.record, self.field.id)]


@pytest.fixture
def steps(sample_facts: Facts, program: Program) -> Pasting:
    """The steps of a disagreement: three lines of what, who and within."""
    return Pasting(sample_facts, program, "mou", "disagreement_steps")


def test_cells_go_to_the_right_and_down_and_lines_are_added(steps: Pasting) -> None:
    made = steps.paste([["Ring", "both leads"], ["Meet", "chairs"]], 2, "step")

    assert (made.taken, made.added, made.unread) == (4, 1, ())
    assert steps.texts("step")[2:] == ["Ring", "Meet"]
    assert steps.texts("who")[2:] == ["both leads", "chairs"]
    assert made.first == rows_of(steps.record, "disagreement_steps")[2].id


def test_cells_begin_at_the_column_that_is_chosen(steps: Pasting) -> None:
    before = steps.texts("step")

    steps.paste([["both leads"], ["chairs"]], 0, "who")

    assert steps.texts("who")[:2] == ["both leads", "chairs"]
    assert steps.texts("step") == before


def test_a_cell_that_cannot_be_read_is_kept_as_it_is_and_named(steps: Pasting) -> None:
    made = steps.paste([["Ring", "leads", "soonish"], ["Meet", "chairs", "2 weeks"]])

    line = rows_of(steps.record, "disagreement_steps")[3].id
    assert [(one.line, one.column, one.text) for one in made.unread] == [(line, "within", "soonish")]
    assert "not a length of time" in made.unread[0].why
    assert [(path.row, path.column, draft.text) for path, draft in made.drafts.items()] == [(line, "within", "soonish")]
    assert (made.taken, made.added) == (5, 2)


def test_a_line_of_heads_says_where_cells_belong(steps: Pasting) -> None:
    labels = {one.id: one.label for one in steps.target().columns}

    made = steps.paste([[labels["who"].upper(), labels["step"]], ["both leads", "Ring"]], 0)

    assert (made.taken, made.added) == (2, 0)
    assert (steps.texts("step")[0], steps.texts("who")[0]) == ("Ring", "both leads")


def test_an_empty_cell_leaves_the_answer(steps: Pasting) -> None:
    before = steps.texts("step")

    steps.paste([["", "both leads"]], 0)

    assert steps.texts("step") == before


def test_cells_beyond_the_last_column_are_named(steps: Pasting) -> None:
    made = steps.paste([["a", "b", "1 day", "further"]])

    assert [(one.text, one.why) for one in made.unread] == [("further", "The table has no column for it.")]
    assert made.drafts == {}


def test_people_are_found_by_name(sample_facts: Facts, program: Program) -> None:
    pasting = Pasting(sample_facts, program, "risk_register", "parties")
    maitree = next(one for one in sample_facts.of_kind("organisation") if one.answers.get("short_name") == "Maitree")

    made = pasting.paste([[str(maitree.answers["legal_name"])], ["Nobody Ltd"]])

    assert Reference(maitree.id) in pasting.texts("organisation")
    assert [one.text for one in made.unread] == ["Nobody Ltd"]
    assert "No organisation is called" in made.unread[0].why


def test_shared_records_are_added_with_references_of_their_own(sample_facts: Facts, program: Program) -> None:
    pasting = Pasting(sample_facts, program, "mou", "meetings")
    before = [one.reference for one in sample_facts.of_kind("meeting")]

    made = pasting.paste([["Huddle"], ["Board"]])

    added = [one for one in pasting.facts.of_kind("meeting") if one.reference not in before]
    assert [one.answers["name"] for one in added] == ["Huddle", "Board"]
    assert len({one.reference for one in added}) == 2
    assert made.added == 2


def test_what_is_not_asked_in_a_line_is_named_and_not_hidden_in_it(sample_facts: Facts, program: Program) -> None:
    pasting = Pasting(sample_facts, program, "mou", "disagreement_steps")
    who = replace(
        pasting.field.column("who"), shown_when=program.library["dsa"].fields["flows"].column("sender").shown_when
    )
    assert who.shown_when
    columns = tuple(who if one.id == "who" else one for one in pasting.target().columns)
    desk = naming_desk(pasting.facts, pasting.library, date(2027, 2, 1))

    made = plan_paste(replace(pasting.target(), columns=columns), [["Ring", "leads"]], desk)

    assert [(one.column, one.why) for one in made.unread] == [("who", "It is not asked in this line.")]
    assert made.taken == 1


def test_letters_are_given_and_others_named(sample_facts: Facts, program: Program) -> None:
    record = next(sample_facts.of_kind("raci"))
    grid = letter_grid(sample_facts, record)
    letters = {one.id: one.label for one in program.library["raci"].fields["letters"].column("letter").choices}

    made = plan_letters(record, grid, letters, [["a", "r", "R / A"], ["x", "", "i"]], (0, 0))

    after = letter_grid(facts := reduce(apply_change, made.changes, sample_facts), facts.records[record.id])
    roles, tasks = [one.id for one in grid.roles], [one.id for one in grid.tasks]
    assert [after.letters[tasks[0], role] for role in roles[:3]] == ["a", "r", "a_r"]
    assert after.letters[tasks[1], roles[2]] == "i"
    assert [(one.text, one.line, one.column) for one in made.unread] == [("x", tasks[1], roles[0])]


def test_letters_beyond_the_grid_are_named(sample_facts: Facts, program: Program) -> None:
    record = next(sample_facts.of_kind("raci"))
    grid = letter_grid(sample_facts, record)
    letters = {one.id: one.label for one in program.library["raci"].fields["letters"].column("letter").choices}

    made = plan_letters(record, grid, letters, [["a", "r"], ["c", "i"]], (len(grid.tasks) - 1, len(grid.roles) - 1))

    assert made.taken == 1
    assert [one.text for one in made.unread] == ["r", "c", "i"]
