# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from evidencepack.blocks.blocks import Align, Block, Fill, Paragraph, Table
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.layouts.raci_grid import KEY, raci_grid
from evidencepack.compose.plain import plain
from evidencepack.compose.scope import Scope
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience, Visibility
from evidencepack.domain.values import Answer, FieldType, Reference, Row
from evidencepack.domain.values import Table as Rows
from evidencepack.library.model import Choice, Field, Kind, Library, Schedule
from evidencepack.library.template import Words

Grid = Callable[..., tuple[Block, ...]]


def _field(name: str, kind: FieldType = FieldType.TEXT, **more: object) -> Field:
    return Field(name, name.capitalize(), kind, "", visibility=Visibility.PACK, **more)  # type: ignore[arg-type]


LETTERS = (Choice("a", "A"), Choice("r", "R"), Choice("a_r", "A/R"), Choice("c", "C"), Choice("i", "I"))
FIELDS = (
    _field(
        "roles",
        FieldType.TABLE,
        columns=(
            _field("label", required=True),
            _field("organisation", FieldType.REFERENCE, to="organisation", required=True),
            _field("person", FieldType.REFERENCE, to="contact", required=True),
        ),
    ),
    _field("activities", FieldType.TABLE, columns=(_field("ref"), _field("activity"), _field("timing"))),
    _field(
        "letters",
        FieldType.TABLE,
        columns=(_field("activity"), _field("role"), _field("letter", FieldType.CHOICE, choices=LETTERS)),
    ),
)
RACI = Kind("raci", 1, "RACI", "", "RACI", "", True, {field.id: field for field in FIELDS}, (), {})


def _role(label: str, organisation: str, person: str) -> Row:
    return Row(label, {"label": label, "organisation": Reference(organisation), "person": Reference(person)})


ANSWERS: Mapping[str, Answer] = {
    "roles": Rows((_role("Manager", "fb", "sian"), _role("Lead", "mt", "rabeya"), _role("Director", "fb", "olu"))),
    "activities": Rows(
        (
            Row("a1", {"ref": "R-01", "activity": "Log each referral", "timing": "2 hours"}),
            Row("a2", {"ref": "R-02", "activity": "Decide"}),
        )
    ),
    "letters": Rows(
        (
            Row("l1", {"activity": "a1", "role": "Manager", "letter": "a_r"}),
            Row("l2", {"activity": "R-01", "role": "Lead", "letter": "r"}),
            Row("l3", {"activity": "a2", "role": "Director", "letter": "a"}),
            Row("l4", {"activity": "a2", "role": "Lead", "letter": "c"}),
            Row("l5", {"activity": "gone", "role": "Lead", "letter": "i"}),
            Row("l6", {"role": "Lead", "letter": "i"}),
        )
    ),
}


@pytest.fixture
def grid(facts: Facts, library: Library) -> Grid:
    def lay_out(schedule: Schedule | None = None, **changed: Answer) -> tuple[Block, ...]:
        record = replace(facts.records["m1"], kind="raci", answers={**ANSWERS, **changed})
        scope = Scope(RACI, record, facts, library, Audience.PACK)
        return raci_grid(schedule or Schedule("map", "The map", "raci_grid", "activities"), scope)

    return lay_out


def only(blocks: tuple[Block, ...]) -> Table:
    (table,) = blocks
    assert isinstance(table, Table)
    return table


def said(lines: tuple[Inlines, ...]) -> list[str]:
    return [plain(line) for line in lines]


def test_organisations_stand_above_their_people_side_by_side(grid: Grid) -> None:
    table = only(grid())
    above, below = table.head
    assert [(said(cell.lines), cell.span) for cell in above.cells] == [
        ([""], 3),
        (["Ferrybank (lead)"], 2),
        (["Maitree"], 1),
    ]
    assert [said(cell.lines) for cell in below.cells] == [
        ["Ref"],
        ["Activity"],
        ["When"],
        ["Siân", "Manager"],
        ["Olúmídé", "Director"],
        ["Rabeya", "Lead"],
    ]


def test_letters_stand_where_activity_and_person_meet_with_their_ground(grid: Grid) -> None:
    table = only(grid())
    assert [[(plain(cell.lines[0]), cell.fill) for cell in row.cells[3:]] for row in table.rows] == [
        [("A/R", Fill.INK), ("", Fill.NONE), ("R", Fill.TINT)],
        [("", Fill.NONE), ("A", Fill.INK), ("C", Fill.NONE)],
    ]
    assert table.rows[0].cells[3].lines[0] == (
        Value("A/R", ("m1/letters/l1/letter",), expansion="accountable and responsible"),
    )


def test_each_letter_says_its_word(grid: Grid) -> None:
    table = only(grid())
    found = [inline for row in table.rows for cell in row.cells[3:] for line in cell.lines for inline in line]
    assert [inline.expansion for inline in found if isinstance(inline, Value)] == [
        "accountable and responsible",
        "responsible",
        "accountable",
        "consulted",
    ]
    assert table.named == 2
    assert "C gives a view before." in table.summary


def test_each_row_names_its_task_and_a_time_that_is_not_set_stays_empty(grid: Grid) -> None:
    table = only(grid())
    assert [said(cell.lines) for cell in table.rows[1].cells[:3]] == [["R-02"], ["Decide"], [""]]


def test_first_names_keep_where_they_came_from(grid: Grid) -> None:
    assert only(grid()).head[1].cells[3].lines[0] == (Value("Siân", ("m1/roles/Manager/person", "sian/full_name")),)


def test_a_title_is_no_first_name(grid: Grid, facts: Facts) -> None:
    doctor = Rows((_role("Lead", "mt", "dr"),))
    facts.records["dr"] = replace(facts.records["rabeya"], answers={"full_name": "Dr. Ngọzi Okonkwo"})  # type: ignore[index]
    assert said(only(grid(roles=doctor)).head[1].cells[3].lines) == ["Ngọzi", "Lead"]
    facts.records["dr"] = replace(facts.records["rabeya"], answers={"full_name": "Dr"})  # type: ignore[index]
    assert said(only(grid(roles=doctor)).head[1].cells[3].lines) == ["Dr", "Lead"]


def test_people_and_organisations_that_are_gone_are_marked(grid: Grid) -> None:
    cells = only(grid(roles=Rows((_role("Lead", "gone", "gone"),)))).head
    assert said(cells[0].cells[1].lines) == ["[to complete: Organisation]"]
    assert said(cells[1].cells[3].lines) == ["[to complete: Person]", "Lead"]


@pytest.mark.parametrize(
    ("people", "widths"),
    [(8, [[18.4] * 8]), (9, [[15.0] * 9]), (10, [[15.0] * 10]), (12, [[15.0] * 10, [18.4] * 2])],
)
def test_columns_narrow_and_then_the_map_is_cut(grid: Grid, people: int, widths: list[list[float]]) -> None:
    tables = grid(roles=Rows(tuple(_role(f"Role {number}", "fb", "sian") for number in range(people))))
    assert [[column.width for column in table.columns[3:]] for table in tables if isinstance(table, Table)] == widths
    assert all(
        [column.width for column in table.columns[:3]] == [11, 0, 36] for table in tables if isinstance(table, Table)
    )


def test_the_key_says_what_the_letters_mean_and_a_note_may_follow(grid: Grid) -> None:
    assert only(grid()).note == KEY
    noted = Schedule("map", "The map", "raci_grid", "activities", note=(Words("Inside the partnership."),))
    assert only(grid(noted)).note == (*KEY, Text(" "), Text("Inside the partnership."))


def test_the_grid_is_set_as_a_grid(grid: Grid) -> None:
    table = only(grid())
    assert (table.size, table.centred, table.gap) == (9, True, 1)
    assert {column.align for column in table.columns[3:]} == {Align.CENTRE}
    assert table.summary.startswith("The map: who is accountable")


@pytest.mark.parametrize("table", ["activities", "roles"])
def test_a_map_without_tasks_or_people_says_so(grid: Grid, table: str) -> None:
    gap = Value(f"[to complete: {table.capitalize()}]", (f"m1/{table}",), missing=True)
    assert grid(**{table: Rows()}) == (Paragraph((gap,)),)


def test_a_map_can_show_shared_records(facts: Facts, library: Library) -> None:
    shared = replace(RACI.fields["activities"], columns=(), rows_of="task")
    own = {column.id: column for column in RACI.fields["activities"].columns}
    task = Kind("task", 1, "Task", "", "T", "", False, own, (), {})
    records = {**facts.records, "a1": replace(facts.records["c1"], id="a1", kind="task", answers={"activity": "Log"})}
    kind = replace(RACI, fields={**RACI.fields, "activities": shared})
    record = replace(facts.records["m1"], kind="raci", answers=ANSWERS)
    scope = Scope(
        kind, record, replace(facts, records=records), Library({**library.kinds, "task": task}), Audience.PACK
    )
    table = only(raci_grid(Schedule("map", "The map", "raci_grid", "activities"), scope))
    assert [plain(cell.lines[0]) for cell in table.rows[0].cells[3:]] == ["A/R", "", ""]
