# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from tests.render.typeset.setting import FONTS, LEFT, RIGHT, lines, run_of, set_blocks, table, words

from evidencepack.blocks.blocks import Align, Cell, Column, Fill, Gap, Heading, Paragraph, Style, Table, TableRow
from evidencepack.blocks.inlines import Text
from evidencepack.render.theme import MM, STANDARD
from evidencepack.render.typeset.columns import Padding, column_widths, paddings
from evidencepack.render.typeset.page import Page, Rule

LOOK = STANDARD.table


def _weights(page: Page) -> list[float]:
    """Return the weights of the rules of a table from the top; the header's rule is left out."""
    rules = sorted(page.rules, key=lambda rule: rule.y0)
    return [rule.weight for rule in rules if rule.y0 != STANDARD.portrait.header_rule]


def _row(*texts: str, fill: Fill = Fill.NONE, total: bool = False) -> TableRow:
    return TableRow(tuple(Cell((words(text),), fill) for text in texts), total)


def test_rules_are_heavy_above_the_head_and_light_between_rows() -> None:
    page = set_blocks(table(("a", "b"), ("c", "d"), ("e", "f"), head=("A", "B"))).pages[0]
    assert _weights(page) == [1.5, 1.0, 0.5, 0.5, 0.75]
    assert {(round(rule.x0, 3), round(rule.x1, 3)) for rule in page.rules} == {(round(LEFT, 3), round(RIGHT, 3))}


def test_a_table_without_a_head_has_a_light_rule_above() -> None:
    assert _weights(set_blocks(table(("a", "b"), ("c", "d"))).pages[0]) == [0.75, 0.5, 0.75]


def test_a_piece_at_a_page_break_ends_with_a_thin_rule() -> None:
    pages = set_blocks(table(*[("a", "b")] * 60, head=("A", "B"))).pages
    assert [_weights(page)[-1] for page in pages] == [0.5, 0.75]
    assert [_weights(page)[:2] for page in pages] == [[1.5, 1.0]] * 2


def test_a_total_row_is_bold_below_a_stronger_rule() -> None:
    page = set_blocks(Table((Column(),) * 2, (), (_row("a", "1"), _row("Total", "1", total=True)))).pages[0]
    assert {run.face for run in page.runs if run.text == "Total"} == {1}
    assert 0.75 in _weights(page)[1:-1]


def test_there_are_no_upright_rules() -> None:
    page = set_blocks(table(("a", "b"), head=("A", "B"))).pages[0]
    assert all(rule.y0 == rule.y1 for rule in page.rules)


def test_text_starts_on_the_margin_and_numbers_end_on_it() -> None:
    columns = (Column(), Column(30, Align.RIGHT))
    page = set_blocks(table(("Maitree", "1,310"), head=("Party", "Hours"), columns=columns)).pages[0]
    assert run_of(page, "Maitree").x == LEFT
    for text in ("1,310", "Hours"):
        run = run_of(page, text)
        assert run.x + run.width == pytest.approx(RIGHT)


def test_digits_are_of_one_width_so_that_numbers_stand_one_under_the_other() -> None:
    for face in FONTS.faces[:4]:
        assert len({face.width(digit) for digit in "0123456789"}) == 1


def test_row_heads_and_heads_are_bold() -> None:
    page = set_blocks(table(("Maitree", "b"), head=("A", "B"))).pages[0]
    assert [(run.text, run.face) for run in page.runs] == [("A", 1), ("B", 1), ("Maitree", 1), ("b", 0)]
    plain = set_blocks(table(("Maitree", "b"), row_headers=False)).pages[0]
    assert [run.face for run in plain.runs] == [0, 0]


def test_a_second_line_of_a_row_head_is_regular() -> None:
    cell = Cell((words("Maitree Community Trust"), words("মৈত্রী")))
    page = set_blocks(Table((Column(), Column()), (), (TableRow((cell, Cell((words("b"),)))),))).pages[0]
    assert [run.face for run in page.runs] == [1, 4, 0]


def test_a_filled_cell_has_bold_text_on_its_ground() -> None:
    rows = (_row("R", "High", "then", fill=Fill.INK), _row("R", "Medium", "then", fill=Fill.TINT))
    page = set_blocks(Table((Column(20), Column(30), Column()), (), rows, row_headers=False)).pages[0]
    assert [box.fill for box in page.boxes if box.fill in {"ink", "tint2"}] == ["ink"] * 3 + ["tint2"] * 3
    high, medium = run_of(page, "High"), run_of(page, "Medium")
    assert (high.face, high.colour) == (1, "white")
    assert (medium.face, medium.colour) == (1, "ink")
    assert high.x == pytest.approx(LEFT + 20 * MM + LOOK.filled_left)


def test_a_column_after_a_filled_one_starts_further_in() -> None:
    row = TableRow((Cell((words("a"),)), Cell((words("High"),), Fill.INK), Cell((words("then"),))))
    found = paddings(Table((Column(), Column(20), Column()), (), (row,)), LOOK)
    assert found == [
        Padding(0, LOOK.right),
        Padding(LOOK.filled_left, LOOK.filled_right),
        Padding(LOOK.after_filled, 0),
    ]
    assert found[0].both == LOOK.right


def test_heads_stand_at_the_bottom_unless_they_explain() -> None:
    columns = (Column(30), Column(20), Column())
    page = set_blocks(table(("a", "b", "c"), head=("one two three four", "A", "B"), columns=columns)).pages[0]
    assert run_of(page, "A").y == max(run.y for run in page.runs if run.face == 1 and run.text != "a")
    head = (TableRow((Cell((words("Partner"),)), Cell((words("1 Purpose"), words("Which gap?"))))),)
    page = set_blocks(Table((Column(), Column()), head, (_row("a", "b"),))).pages[0]
    assert run_of(page, "Partner").y == run_of(page, "1 Purpose").y
    assert run_of(page, "Which gap?").face == 0


def test_a_grid_centres_its_letters_and_leaves_white_between_columns() -> None:
    columns = (Column(), Column(20, Align.CENTRE), Column(20, Align.CENTRE))
    head = (TableRow((Cell(((),)), Cell((words("Ferrybank"),), span=2))), _row("Activity", "Siân", "Róisín"))
    rows = (_row("Log and answer each referral that comes", "A", "R", fill=Fill.INK),)
    page = set_blocks(Table(columns, head, rows, size=9, centred=True, gap=1.0)).pages[0]
    letter = run_of(page, "A")
    middle = RIGHT - 30 * MM
    run = [run for run in page.runs if run.text == "A"][0]  # noqa: RUF015
    assert run.x + run.width / 2 == pytest.approx(middle)
    assert letter.size == 9
    boxes = sorted((box.x, box.x + box.width) for box in page.boxes if box.fill == "ink")
    assert boxes[2][0] - boxes[1][1] == pytest.approx(1.0)
    assert run_of(page, "Ferrybank").x + run_of(page, "Ferrybank").width / 2 == pytest.approx(RIGHT - 20 * MM)
    under = [rule for rule in page.rules if _is_short(rule)]
    assert any(rule.x0 == pytest.approx(RIGHT - 40 * MM + 0.5) for rule in under)


def _is_short(rule: Rule) -> bool:
    return rule.x1 - rule.x0 < 45 * MM


def test_a_table_has_white_space_above_it_less_below_a_heading() -> None:
    alone = set_blocks(Heading(2, words("Head")), table(("a", "b"))).pages[0]
    head, cell = alone.runs[0], alone.runs[1]
    style = STANDARD.headings[1]
    expected = style.pitch - style.baseline + style.after + LOOK.pad + 12 / 2 + 0.3465 * 9.5
    assert cell.y - head.y == pytest.approx(expected)


def test_white_space_that_was_asked_for_is_enough_above_a_table() -> None:
    page = set_blocks(Paragraph(words("x"), Style.COVER_LINE), Gap(16), table(("Name",), ("a",))).pages[0]
    below = run_of(page, "x").y + STANDARD.cover_line.pitch - STANDARD.cover_line.baseline
    assert min(rule.y0 for rule in page.rules if rule.y0 > below) == pytest.approx(below + 16 * MM, abs=1)


def test_a_caption_stands_above_and_a_note_below() -> None:
    page = set_blocks(table(("a", "b"), title=words("Hours"), note=words("A year."))).pages[0]
    assert lines(page) == ["Table 1\u2002Hours", "ab", "A year."]
    assert run_of(page, "A year.").colour == "ink2"


def test_a_table_of_only_a_note_prints_it() -> None:
    assert lines(set_blocks(Table((Column(),), (), (), note=words("None."))).pages[0]) == ["None."]


def test_wide_text_falls_back_to_nine_points_before_words_break() -> None:
    for letters, size in ((18, 9.5), (19, 9.0), (40, 9.0)):
        page = set_blocks(table(("m" * letters,) * 3, row_headers=False)).pages[0]
        assert {run.size for run in page.runs} == {size}
        assert "".join(run.text for run in page.runs) == "m" * letters * 3


@pytest.mark.parametrize(
    ("widths", "needs", "expected"),
    [
        ((20, 0), (10, 10), (20 * MM, 300 - 20 * MM)),
        ((0, 0), (10, 10), (150, 150)),
        ((0, 0), (110, 10), (150, 150)),
        ((0, 0, 0), (120, 10, 10), (120, 90, 90)),
        ((50, 50), (10, 10), (150, 150)),
        ((100, 100), (10, 110), None),
        ((20, 0), (90, 10), (90, 210)),
    ],
)
def test_widths_are_kept_shared_or_given_up(
    widths: tuple[float, ...], needs: tuple[float, ...], expected: tuple[float, ...] | None
) -> None:
    found, fits = column_widths(tuple(Column(width) for width in widths), list(needs), 300)
    assert fits
    assert sum(found) == pytest.approx(300)
    assert all(width >= need - 0.01 for width, need in zip(found, needs, strict=True))
    if expected:
        assert found == pytest.approx(expected)


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        ((100, 150, 0), (340 / 3, 490 / 3, 70 / 3)),
        ((90, 60, 0), (100, 100, 100)),
        ((400, 60, 30), (210, 60, 30)),
        ((400, 100, 30), (170, 100, 30)),
        ((400, 20, 30), (250, 20, 30)),
        ((900, 400, 100), (120, 80, 100)),
    ],
)
def test_columns_of_no_width_share_by_what_they_hold(wishes: tuple[float, ...], expected: tuple[float, ...]) -> None:
    found, _ = column_widths((Column(),) * 3, [10.0, 10.0, 10.0], 300, wishes=wishes)
    assert found == pytest.approx(expected)


def test_a_column_of_names_takes_what_it_needs_and_leaves_the_rest_to_the_text() -> None:
    rows = [("Rabeya Sultana", "Chair of trustees", "word " * 60), ("Siân Llŷr-Evans", "Manager", "word " * 9)]
    page = set_blocks(table(*rows, head=("Who", "Role", "What they do"))).pages[0]
    assert [run.text for run in page.runs if run.text in {"Rabeya Sultana", "Chair of trustees"}] == [
        "Rabeya Sultana",
        "Chair of trustees",
    ]
    assert run_of(page, "word").x - run_of(page, "Chair").x < 40 * MM


def test_the_columns_of_a_grid_are_even() -> None:
    columns = (Column(40), *(Column(align=Align.CENTRE),) * 3)
    page = set_blocks(table(("Activity", "A", "R and a long word", "C"), columns=columns, centred=True)).pages[0]
    middles = [run.x + run.width / 2 for run in page.runs[1:]]
    assert middles[2] - middles[1] == pytest.approx(middles[1] - middles[0])


def test_tied_words_and_addresses_part_before_other_words_break() -> None:
    words_of_rows = ("4 September 2027", "responsibilities", "tomas.dvorak@ferrybank-home.example") * 3
    page = set_blocks(table(words_of_rows, row_headers=False)).pages[0]
    texts = [run.text for run in page.runs]
    assert texts.count("4 ") == texts.count("September ") == texts.count("2027") == 3
    assert any(text.endswith("@") for text in texts)


def test_words_that_cannot_all_fit_level_the_widest_columns_down() -> None:
    found, fits = column_widths((Column(),) * 4, [120.0, 20.0, 120.0, 110.0], 300)
    assert not fits
    assert found[1] == 20
    assert found == pytest.approx([280 / 3, 20, 280 / 3, 280 / 3])


def test_columns_of_no_width_and_no_words_share_the_measure() -> None:
    assert column_widths((Column(), Column()), [0.0, 0.0], 300) == ([150.0, 150.0], True)


def test_a_value_in_a_cell_keeps_its_look() -> None:
    row = TableRow((Cell(((Text("a "), Text("b", bold=True)),)),))
    page = set_blocks(Table((Column(),), (), (row,), row_headers=False)).pages[0]
    assert [run.face for run in page.runs] == [0, 1]


def test_a_name_in_another_script_is_regular_in_the_head_of_a_row() -> None:
    page = set_blocks(table(("Nasrin Akhtar (নাসরিন)", "Connector"))).pages[0]
    assert FONTS.faces[run_of(page, "Nasrin").face].name == FONTS.faces[1].name
    assert run_of(page, "নাসরিন").face % 2 == 0


def test_cells_on_ink_one_below_the_other_are_parted_by_a_white_line() -> None:
    columns = (Column(), Column(20, Align.CENTRE), Column(20, Align.CENTRE))
    inked, plain = Cell((words("A"),), Fill.INK), Cell((words("C"),))
    rows = tuple(TableRow((Cell((words("R"),)), *cells)) for cells in ((inked, plain), (inked, inked), (plain, inked)))
    page = set_blocks(Table(columns, (), rows, size=9, centred=True, gap=1.0)).pages[0]
    white = [rule for rule in page.rules if rule.colour == "white"]
    inks = sorted((box for box in page.boxes if box.fill == "ink"), key=lambda box: (box.x, box.y))
    assert [(rule.x0, rule.y0) for rule in white] == [(inks[1].x, inks[1].y), (inks[3].x, inks[3].y)]
    assert {rule.weight for rule in white} == {0.5}
    assert page.rules.index(white[0]) > 0


def test_a_table_without_a_head_goes_on_below_a_thin_rule() -> None:
    first, second = set_blocks(table(*[("a", "b")] * 60)).pages
    assert (_weights(first)[0], _weights(second)[0]) == (0.75, 0.5)
    rules = sorted(rule.y0 for rule in second.rules)
    assert STANDARD.portrait.top in rules


def test_labelled_paragraphs_of_a_cell_stand_apart() -> None:
    label = Text("Where and when:", bold=True)
    cell = Cell((words("Sessions"), words("Twelve a week"), (label, Text(" Marsh"))))
    page = set_blocks(Table((Column(),), (), (TableRow((cell,)),), row_headers=False)).pages[0]
    first, second, third = (run_of(page, text).y for text in ("Sessions", "Twelve", "Where"))
    assert (third - second) - (second - first) == pytest.approx(LOOK.labelled)


def test_labelled_paragraphs_stay_whole_where_a_row_splits() -> None:
    label = Text("So that:", bold=True)
    cell = Cell(tuple((label, Text(f" line {number}")) for number in range(150)))
    pages = set_blocks(Table((Column(),), (), (TableRow((cell,)),), row_headers=False)).pages
    said = [line for page in pages for line in lines(page) if "So that" in line]
    assert said == [f"So that: line {number}" for number in range(150)]
    for page in pages:
        assert max(run.y for run in page.runs if "line" in run.text) < STANDARD.portrait.floor


def test_running_text_before_a_table_keeps_more_white() -> None:
    for style, more in ((Style.BODY, LOOK.introduced), (Style.NOTE, 0.0)):
        tables = set_blocks(Paragraph(words("Text"), style), table(("a", "b"))).pages[0]
        others = set_blocks(Paragraph(words("Text"), style), Heading(2, words("a"))).pages[0]
        assert tables.runs[0].y == others.runs[0].y
        top = min(rule.y0 for rule in tables.rules if rule.y0 > STANDARD.portrait.header_rule + 1)
        body = STANDARD.body if style is Style.BODY else STANDARD.note
        gap = max(body.after + more, 8.0)
        assert top == pytest.approx(STANDARD.portrait.top + body.pitch + gap)
