# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from evidencepack.blocks.blocks import (
    Block,
    Bullets,
    Callout,
    Cell,
    Clause,
    Column,
    Figure,
    Heading,
    Numbering,
    PageBreak,
    Paragraph,
    Signatory,
    Signature,
    Style,
    Table,
    TableRow,
)
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import CrossReference, Inlines, LineBreak, Show, Text, Value
from evidencepack.render.number import number
from evidencepack.render.plain_text import TextPart, text_parts


def _t(words: str) -> Inlines:
    return (Text(words),)


def _parts(*blocks: Block) -> tuple[TextPart, ...]:
    return text_parts(number((Document("d", "Title", Running("", "", "", ""), (Section(blocks),)),)))


def _row(*words: str) -> TableRow:
    return TableRow(tuple(Cell((_t(one),)) for one in words))


def test_headings_begin_parts_and_the_title_and_what_stands_round_it_is_left_out() -> None:
    assert _parts(
        Paragraph(_t("Narrative"), Style.OPENER),
        Heading(1, _t("Title")),
        Paragraph(_t("Facts"), Style.FACTS),
        Paragraph(_t("Before")),
        Heading(2, _t("Purpose")),
        Paragraph((Text("One"), LineBreak(), Value("two", ("p",)))),
        Heading(3, _t("Smaller")),
        PageBreak(),
        Heading(2, _t("Nothing below")),
    ) == (TextPart("", "Before"), TextPart("Purpose", "One\ntwo\n\nSmaller"))


def test_clauses_keep_their_numbers() -> None:
    assert _parts(
        Clause(1, _t("Who"), anchor="who"), Clause(2, _t("We are.")), Clause(3, _t("first")), Clause(3, _t("second"))
    ) == (TextPart("1 Who", "1.1 We are.\n\n(a) first\n\n(b) second"),)


def test_lists_have_a_dash_or_a_number_before_each_item() -> None:
    (part,) = _parts(Bullets((_t("one"), _t("two"))), Bullets((_t("one"), _t("two")), numbered=True))
    assert part.text == "- one\n- two\n\n1. one\n2. two"


def test_a_table_is_a_list_that_names_its_columns() -> None:
    rows = _row("Visits", "1", "2"), _row("Calls", "", "3")
    head = (_row("Measure", "Before", "After"),)
    table = Table((Column(), Column(), Column()), head, rows, title=_t("Numbers"), note=_t("A note"))
    (part,) = _parts(table)
    assert part.text == "Numbers\n\n- Visits; Before: 1; After: 2\n- Calls; After: 3\n\nA note"


def test_a_box_beside_the_answer_is_a_part_of_its_own_and_says_so() -> None:
    callout = Callout(_t("Case study"), _t("2026"), ((_t("Problem"), _t("alone")), ((), _t("unnamed"))))
    assert _parts(Paragraph(_t("Words")), callout) == (
        TextPart("", "Words"),
        TextPart("Case study", "Problem: alone\nunnamed", aside=True),
    )


def test_a_picture_is_told_and_a_box_to_sign_is_not() -> None:
    (part,) = _parts(
        Figure("0" * 64, 10, 10, "A map of the wards"), Signature((Signatory(_t("Party"), _t("Name"), _t("Role")),))
    )
    assert part.text == "A map of the wards"


def test_references_give_numbers_and_no_pages() -> None:
    to = "target"
    (part, _schedule) = _parts(
        Paragraph(
            (
                *_t("See "),
                CrossReference(to),
                *_t(", page "),
                CrossReference(to, Show.PAGE),
                *_t(" and "),
                CrossReference(to, Show.TEXT),
                *_t("."),
            )
        ),
        Heading(2, _t("Times"), to, Numbering.SCHEDULE),
        Paragraph(_t("Soon")),
    )
    assert part.text == "See Schedule 1 and Times."


def test_a_document_without_words_has_no_part() -> None:
    assert _parts(Heading(1, _t("Title")), Paragraph(())) == ()
