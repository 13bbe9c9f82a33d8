# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree
from tests.render.everything import properties
from tests.render.word.files import (
    TEMPLATE,
    W,
    body_of,
    document,
    everything,
    has,
    pack,
    words_of,
    write_files,
    written,
)
from tests.render.word.lint import lint
from tests.render.word.reading import read_text

from evidencepack.blocks.blocks import Align, Cell, Column, Fill, PageBreak, Paragraph, Table, TableRow
from evidencepack.blocks.inlines import CrossReference, Show, Text, Value
from evidencepack.render.number import number
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.typesetter import typeset
from evidencepack.render.word.cells import EASE, eased, padding_right
from evidencepack.render.word.writer import write_word

PATH = "01890000-0000-7000-8000-000000000001/name"


def _row(*texts: str, fill: Fill = Fill.NONE, total: bool = False) -> TableRow:
    return TableRow(tuple(Cell(((Text(text),),), fill=fill) for text in texts), total=total)


def _table(*rows: TableRow, **more: object) -> Table:
    values: dict[str, object] = {
        "columns": (Column(30), Column(), Column(40, Align.RIGHT)),
        "head": (_row("Who", "What", "How much"),),
        "rows": rows or (_row("Maitree", "Visits", "12"), _row("Kestrel", "Records", "24")),
        "summary": "Who does what.",
    }
    return Table(**{**values, **more})  # type: ignore[arg-type]


def _rows(data: bytes) -> list[etree._Element]:
    return list(body_of(data).iter(f"{W}tr"))


def _cells(row: etree._Element) -> list[etree._Element]:
    return list(row.iter(f"{W}tc"))


@pytest.mark.parametrize(("landscape", "width"), [(False, 9354), (True, 14286)])
def test_a_table_is_as_wide_as_the_text(*, landscape: bool, width: int) -> None:
    data = write_files((document(_table(), landscape=landscape),))
    columns = [int(column.get(f"{W}w", "0")) for column in body_of(data).iter(f"{W}gridCol")]
    assert sum(columns) == pytest.approx(width, abs=3)
    assert columns[0] == 1701


def test_columns_are_as_wide_as_on_the_typeset_pages() -> None:
    _, pages = everything()
    tables = [table for table in body_of(pack()).iter(f"{W}tbl") if _style(table) in {"EPOpen", "TableNormal"}]
    written_widths = iter([[int(one.get(f"{W}w", "0")) / 20 for one in table.iter(f"{W}gridCol")] for table in tables])
    for shape in pages.tables.values():
        # Figures are tables in Word too, of which the typeset pages keep no shape.
        assert any(_is_as_wide(widths, shape.widths) for widths in written_widths), shape


def _is_as_wide(widths: list[float], typeset: tuple[float, ...]) -> bool:
    """Say whether columns are as wide as typeset ones. Word holds twentieths of a point, to which each is rounded."""
    whole = abs(sum(widths) - sum(typeset)) <= max(0.2, len(widths) / 40)
    return whole and widths == pytest.approx(typeset, abs=0.5)


def test_a_word_as_wide_as_its_column_has_room_to_spare() -> None:
    widths = eased([50.0, 200.0, 60.0])
    assert widths == pytest.approx([50.0, 200.0 - EASE, 60.0 + EASE])
    assert padding_right(10.0) == pytest.approx(10.0 - EASE)
    assert padding_right(0.0) == 0.0


def _style(table: etree._Element) -> str:
    return next(table.iter(f"{W}tblStyle")).get(f"{W}val", "")


def test_widths_of_cells_add_up_over_the_columns_they_cover() -> None:
    data = written(_table(TableRow((Cell(((Text("Total"),),), span=2), Cell(((Text("36"),),))), total=True)))
    grid = [int(column.get(f"{W}w", "0")) for column in body_of(data).iter(f"{W}gridCol")]
    first = next(_rows(data)[1].iter(f"{W}tcW"))
    assert int(first.get(f"{W}w", "0")) == pytest.approx(grid[0] + grid[1], abs=1)


def test_heads_repeat_and_rows_stay_whole() -> None:
    head, *rows = _rows(written(_table()))
    assert has(head, "tblHeader")
    assert not any(has(row, "tblHeader") for row in rows)
    assert all(has(row, "cantSplit") for row in (head, *rows))


def test_a_row_taller_than_a_third_of_the_page_may_split() -> None:
    assert not has(_rows(written(_table(_row("a", "word " * 2000, "1"))))[1], "cantSplit")


def test_rows_split_where_they_do_on_the_typeset_page_whatever_is_guessed() -> None:
    # Words as narrow as these are guessed to be much wider than they are.
    tall = _row("a", " ".join(["jilt"] * 600), "1")
    numbered = number((document(_table(tall, tall)),))
    pages = typeset(numbered, STANDARD, TEMPLATE.fonts, stamp=False)
    (shape,) = pages.tables.values()
    third = (STANDARD.portrait.floor - STANDARD.portrait.top) / 3
    for heights in (shape.heights, (third - 1, third + 1)):
        set_so = replace(pages, tables={name: shape._replace(heights=heights) for name in pages.tables})
        rows = _rows(write_word(numbered, set_so, properties(), TEMPLATE, stamp=False))[1:]
        assert [has(row, "cantSplit") for row in rows] == [height <= third for height in heights]


def test_a_table_begins_and_ends_with_two_rows() -> None:
    rows = _rows(written(_table(*(_row(str(number), "", "") for number in range(6)))))
    assert [has(row, "keepNext") for row in rows] == [True, True, False, False, False, True, False]


def test_the_last_row_stays_with_its_note() -> None:
    data = written(_table(note=(Text("Hours a year."),)))
    assert has(_rows(data)[-1], "keepNext")
    assert read_text(data)[-1] == "Hours a year."


def test_the_first_column_names_the_row_in_bold() -> None:
    named, plain = (written(_table(row_headers=on)) for on in (True, False))
    assert [has(cell, "b") for cell in _cells(_rows(named)[1])] == [True, False, False]
    assert [has(cell, "b") for cell in _cells(_rows(plain)[1])] == [False, False, False]
    assert [look.get(f"{W}firstColumn") for look in body_of(named).iter(f"{W}tblLook")] == ["1"]


def test_a_table_without_a_head_opens_below_a_light_rule_and_has_none_under_its_first_row() -> None:
    data = written(_table(head=()))
    first, second = _rows(data)
    assert [edge.get(f"{W}sz") for edge in first.iter(f"{W}top") if edge.get(f"{W}sz")] == ["4"] * 3
    assert not has(second, "tcBorders")
    assert [look.get(f"{W}firstRow") for look in body_of(data).iter(f"{W}tblLook")] == ["0"]
    assert lint(data) == []


def test_lines_of_a_row_name_below_the_first_are_regular() -> None:
    row = TableRow((Cell(((Text("SR-1"),), (Text("Safeguarding"),))), *_row("b", "c").cells))
    first, *_ = _cells(_rows(written(_table(row)))[1])
    assert [has(paragraph, "b") for paragraph in first.iter(f"{W}p")] == [True, False]


def test_lists_in_cells_are_word_lists_with_a_hanging_indent() -> None:
    cell = Cell(((Text("We do:"),), (Text("visit"),), (Text("call"),), (Text("first"),)), signs=("", "•", "•", "1"))
    data = written(_table(TableRow((cell, *_row("b", "c").cells))))
    first, *_ = _cells(_rows(data)[1])
    numbers = [[one.get(f"{W}val") for one in paragraph.iter(f"{W}numId")] for paragraph in first.iter(f"{W}p")]
    assert numbers[:3] == [[], ["2"], ["2"]]
    assert numbers[3] not in ([], ["2"])
    assert {one.get(f"{W}hanging") for one in first.iter(f"{W}ind")} == {"171"}
    assert lint(data) == []


def test_a_tall_last_row_may_stand_alone() -> None:
    rows = _rows(written(_table(*(_row("a", "word " * 170, "1") for _ in range(3)))))
    assert [has(row, "keepNext") for row in rows] == [True, True, False, False]


def test_a_total_is_bold_under_a_rule_of_its_own() -> None:
    cells = _cells(_rows(written(_table(_row("a", "b", "1"), _row("Total", "", "1", total=True))))[-1])
    assert has(cells[2], "b")
    assert [edge.get(f"{W}sz") for edge in cells[2].iter(f"{W}top")] == ["6"]


def test_an_ink_cell_has_white_bold_words_and_its_own_padding() -> None:
    cell = _cells(_rows(written(_table(_row("a", "High", "1", fill=Fill.INK))))[1])[1]
    assert [shade.get(f"{W}fill") for shade in cell.iter(f"{W}shd")] == ["0B0C0C"]
    assert [colour.get(f"{W}val") for colour in cell.iter(f"{W}color")] == ["FFFFFF"]
    assert has(cell, "b")
    (margins,) = cell.iter(f"{W}tcMar")
    assert [(str(edge.tag).removeprefix(W), edge.get(f"{W}w")) for edge in margins] == [
        ("left", "113"),
        ("right", "53"),
    ]


def test_numbers_stand_right_with_their_head() -> None:
    rows = _rows(written(_table()))
    assert [[jc.get(f"{W}val") for jc in row.iter(f"{W}jc")] for row in rows] == [["right"]] * 3


def test_lines_of_a_head_below_the_first_are_regular() -> None:
    head = TableRow((Cell(((Text("Siân"),), (Text("Lead"),))), *_row("b", "c").cells))
    styles = [style.get(f"{W}val") for style in _rows(written(_table(head=(head,))))[0].iter(f"{W}pStyle")]
    assert styles == ["EPTableHead95", "EPTableText95", "EPTableHead95", "EPTableHead95"]


def test_a_cell_without_lines_is_an_empty_paragraph() -> None:
    data = written(_table(TableRow((Cell(()), Cell(((),)), Cell(((Text("1"),),))))))
    assert read_text(data)[3:6] == ("", "", "1")
    assert lint(data) == []


def test_a_caption_counts_and_starts_again_in_each_document() -> None:
    title = {"title": (Text("Contributions"),)}
    first = document(_table(**title), _table(**title), anchor="one")
    data = write_files((first, document(_table(**title), anchor="two")))
    codes = [code.text for code in body_of(data).iter(f"{W}instrText")]
    captions = [words for words in read_text(data) if words.startswith("Table")]
    assert codes == [" SEQ Table \\* ARABIC \\r 1 ", " SEQ Table \\* ARABIC ", " SEQ Table \\* ARABIC \\r 1 "]
    assert captions == ["Table 1\u2002Contributions", "Table 2\u2002Contributions", "Table 1\u2002Contributions"]


def test_references_to_tables_with_and_without_caption_arrive() -> None:
    words = Paragraph((CrossReference("a"), Text(" "), CrossReference("b"), Text(" "), CrossReference("a", Show.PAGE)))
    data = written(words, _table(anchor="a", title=(Text("Hours"),)), _table(anchor="b"))
    assert read_text(data)[0].replace("\u00a0", " ") == "Table 1 Who does what. –"
    assert lint(data) == []


@pytest.mark.parametrize("title", [(), (Text("Hours"),)])
def test_a_table_can_start_a_page(title: tuple[Text, ...]) -> None:
    body = body_of(written(Paragraph((Text("before"),)), PageBreak(), _table(title=title)))
    broken = [paragraph for paragraph in body.iter(f"{W}p") if has(paragraph, "pageBreakBefore")]
    assert [words_of(paragraph) for paragraph in broken] == ["Table 1\u2002Hours" if title else "Who"]


def test_a_hundred_thousand_letters_fit_a_cell() -> None:
    long = "a" * 100_000
    data = written(_table(TableRow((Cell(((Value(long, (PATH,)),),)), *_row("b", "c").cells))))
    assert long in read_text(data)
    assert lint(data) == []


def test_rows_for_the_hand_have_a_least_height() -> None:
    heights = [
        (height.get(f"{W}val"), height.get(f"{W}hRule"))
        for height in body_of(written(_table(row_height=11.5))).iter(f"{W}trHeight")
    ]
    assert heights == [("652", "atLeast")] * 2


def test_a_white_line_parts_cells_on_ink_one_below_the_other() -> None:
    rows = [TableRow((Cell(((Text("R"),),)), Cell(((Text("A"),),), Fill.INK), Cell(((Text("C"),),))))] * 2
    found = _rows(written(_table(*rows)))[1:]
    sides = ("top", "bottom")
    colours = [[[one.get(f"{W}color") for one in row.iter(f"{W}{side}")] for side in sides] for row in found]
    white = [[[colour for colour in each if colour] for each in row] for row in colours]
    # Both cells say it: LibreOffice believes the lower one.
    assert white == [[[], ["FFFFFF"]], [["FFFFFF"], []]]


def test_labels_stand_apart_and_other_scripts_are_regular_in_the_head_of_a_row() -> None:
    label = (Text("Where and when:", bold=True), Text(" Marsh"))
    row = TableRow((Cell(((Text("Nasrin নাসরিন"),),)), Cell(((Text("Visits"),), label)), Cell(((Text("1"),),))))
    who, what, _ = _cells(_rows(written(_table(row)))[1])
    assert [(words_of(run), has(run, "b")) for run in who.iter(f"{W}r")] == [("Nasrin ", True), ("নাসরিন", False)]
    assert [has(paragraph, "spacing") for paragraph in what.iter(f"{W}p")] == [False, True]


@pytest.mark.parametrize("label", ["Table 1", ""])
def test_a_table_without_rows_leaves_its_caption_its_note_and_its_place(label: str) -> None:
    title, note = (Text("Visits"),), (Text("None yet."),)
    empty = Table((Column(),), (), (), title=title, note=note, label=label, summary="Visits.", anchor="a")
    data = write_files((document(Paragraph((CrossReference("a", Show.PAGE),)), PageBreak(), empty),))
    assert not has(body_of(data), "tbl")
    assert "None yet." in words_of(body_of(data))
    assert lint(data) == []


def test_a_table_without_a_row_of_heads_says_so_to_those_who_cannot_see_it() -> None:
    for head, said in (((_row("Who", "What", "How much"),), "Who does what."), ((), "Who does what. No row of heads")):
        (described,) = body_of(written(_table(head=head))).iter(f"{W}tblDescription")
        assert (described.get(f"{W}val") or "").startswith(said)
        assert ("No row" in said) is ("No row" in (described.get(f"{W}val") or ""))
