# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from evidencepack.blocks.blocks import (
    Block,
    Bullets,
    Callout,
    Cell,
    Clause,
    Column,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Signatory,
    Signature,
    Table,
    TableRow,
)
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.figures import Period, Result, Trend
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.examples import MARK, examples_in, examples_shown, with_marks
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Row
from evidencepack.domain.values import Table as Rows

OURS = (Text("We visit "), Value("daily", ("mou/freq",)))
THEIRS = (Text("We ring "), Value("first", ("risk/what",)))
ROW = "mou/in_scope/s1"
EXAMPLES = frozenset({"risk", ROW})


def _document(*blocks: Block) -> Document:
    return Document("mou", "M", Running("", "", "", ""), (Section(blocks),))


def _marked(block: Block) -> Block:
    return with_marks(_document(block), EXAMPLES).sections[0].blocks[0]


def _lines(table: Block) -> Iterator[list[str]]:
    assert isinstance(table, Table)
    for row in table.rows:
        yield [plain(line) for cell in row.cells for line in cell.lines]


def _cell(*lines: Inlines) -> Cell:
    return Cell(lines)


def test_records_and_rows_that_are_marked_are_examples() -> None:
    table = Rows((Row("s1", {"item": "visits"}, "visits"), Row("s2", {"item": "key safes"})))
    records = (
        Record("mou", "mou", "M", answers={"in_scope": table, "freq": "daily"}),
        Record("risk", "risk", "R", example="surge"),
    )
    assert examples_in(Facts("t", {record.id: record for record in records})) == EXAMPLES


def test_of_an_example_in_which_something_was_edited_only_the_rest_is_one() -> None:
    table = Rows((Row("s1", {"item": "visits", "note": "x"}, "visits:item"),))
    risk = Record("risk", "risk", "R", answers={"what": "surge", "owner": "Siân"}, example="surge:what")
    mou = Record("mou", "mou", "M", answers={"in_scope": table})
    left = examples_in(Facts("t", {"mou": mou, "risk": risk}))
    assert left == {"risk/what", f"{ROW}/item"}
    ours = Paragraph((Value("Siân", ("risk/owner",)), Value("x", (f"{ROW}/note",))))
    assert examples_shown(_document(ours), left) == {}
    assert with_marks(_document(ours), left) == _document(ours)
    assert examples_shown(_document(Paragraph(THEIRS)), left) == {"risk": "risk/what"}


def test_what_a_document_shows_is_known_by_the_paths_of_its_answers_however_they_were_joined() -> None:
    joined = Value("visits and R", ("mou/purpose", f"{ROW}/item", "risk/what"))
    drawn = Trend("KPI", (Period("May", "M"),), (Result(1.0, "1", paths=("risk/score",)),))
    document = _document(Paragraph((joined,)), Figure("", 0, 0, "A trend", drawing=drawn))
    assert examples_shown(document, EXAMPLES) == {ROW: f"{ROW}/item", "risk": "risk/what"}
    assert examples_shown(document.sections[0].blocks[1], EXAMPLES) == {"risk": "risk/score"}
    assert examples_shown(_document(Paragraph(OURS)), EXAMPLES) == {}
    assert examples_shown(document, frozenset()) == {}


@pytest.mark.parametrize("block", [Paragraph(()), Heading(1, ()), Clause(2, ())])
def test_words_of_an_example_have_the_mark_behind_them_and_other_words_have_none(
    block: Paragraph | Heading | Clause,
) -> None:
    found = _marked(replace(block, inlines=THEIRS))
    assert isinstance(found, type(block))
    assert plain(found.inlines) == f"We ring first {MARK}"
    assert _marked(replace(block, inlines=OURS)) == replace(block, inlines=OURS)


def test_a_gap_in_an_example_is_shown_and_has_no_second_mark() -> None:
    gap = Paragraph((Text("From "), Value("[to complete: Start]", ("risk/start",), missing=True)))
    assert _marked(gap) == gap
    assert examples_shown(gap, EXAMPLES) == {"risk": "risk/start"}


def test_in_a_list_and_in_a_box_only_the_item_with_the_example_is_marked() -> None:
    bullets = _marked(Bullets((OURS, THEIRS)))
    assert isinstance(bullets, Bullets)
    assert [plain(item) for item in bullets.items] == ["We visit daily", f"We ring first {MARK}"]
    box = _marked(Callout((Text("Box"),), (), (((Text("How"),), OURS), ((Text("Who"),), THEIRS))))
    assert isinstance(box, Callout)
    assert [plain(words) for _, words in box.rows] == ["We visit daily", f"We ring first {MARK}"]


def test_a_row_is_marked_once_in_the_widest_of_the_cells_that_show_the_example() -> None:
    ref, what = (Value("R-01", (f"{ROW}/ref",)),), (Value("Visit", (f"{ROW}/item",)),)
    table = Table(
        columns=(Column(11.0), Column(0.0), Column(0.0), Column(30.0)),
        head=(),
        rows=(
            TableRow((_cell(ref), _cell(OURS), _cell(what, what), _cell(ref))),
            TableRow((_cell(OURS), _cell(OURS), _cell(OURS), _cell(OURS))),
            TableRow((_cell(ref), _cell(OURS), _cell(what), _cell(ref))),
        ),
    )
    assert list(_lines(_marked(table))) == [
        ["R-01", "We visit daily", "Visit", f"Visit {MARK}", "R-01"],
        ["We visit daily"] * 4,
        ["R-01", "We visit daily", "Visit", "R-01"],
    ]


def test_a_cell_that_spans_columns_is_as_wide_as_they_are() -> None:
    what = (Value("Visit", (f"{ROW}/item",)),)
    row = TableRow((_cell(what), replace(_cell(what), span=2)))
    table = Table(columns=(Column(25.0), Column(20.0), Column(20.0)), head=(), rows=(row,))
    assert list(_lines(_marked(table))) == [["Visit", f"Visit {MARK}"]]


def test_what_only_the_head_of_a_table_shows_is_marked_in_its_note() -> None:
    body = TableRow((_cell(OURS),))
    found = _marked(Table(columns=(Column(),), head=(TableRow((_cell(THEIRS),)),), rows=(body,)))
    assert isinstance(found, Table)
    assert (plain(found.note), found.rows) == (MARK, (body,))


def test_a_figure_is_marked_in_its_note() -> None:
    drawn = Trend("KPI", (Period("May", "M"),), (Result(1.0, "1", paths=("risk/score",)),))
    figure = _marked(Figure("", 0, 0, "A trend", drawing=drawn, note=(Text("Counted."),)))
    assert isinstance(figure, Figure)
    assert plain(figure.note) == f"Counted. {MARK}"


def test_boxes_to_sign_stay_as_they_are() -> None:
    box = Signature((Signatory(THEIRS, (), ()),))
    assert _marked(box) == box
    assert _marked(PageBreak()) == PageBreak()
