# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree
from tests.render.word.files import W, body_of, document, has, part_of, words_of, write_files, written
from tests.render.word.lint import faults_of_form, lint
from tests.render.word.reading import read_text

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
    Style,
    Table,
    TableRow,
)
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.render.number import number
from evidencepack.render.theme import STANDARD


def _words(text: str) -> Inlines:
    return (Text(text),)


def _styles(data: bytes) -> list[str | None]:
    return [style.get(f"{W}val") for style in body_of(data).iter(f"{W}pStyle")]


def _list_of(paragraph: etree._Element) -> tuple[str | None, str | None]:
    level, number = (next(paragraph.iter(f"{W}{name}")) for name in ("ilvl", "numId"))
    return level.get(f"{W}val"), number.get(f"{W}val")


def test_every_style_of_paragraph_is_a_style_of_word() -> None:
    data = written(*(Paragraph(_words("x"), style) for style in Style))
    assert _styles(data) == [
        "BodyText",
        "EPLead",
        "EPLabel",
        "EPFacts",
        "EPNote",
        "EPCoverName",
        "EPCoverLabel",
        "Title",
        "EPCoverLine",
    ]


def test_clauses_of_each_document_are_one_list_that_starts_again() -> None:
    clauses = (Clause(1, _words("One")), Clause(2, _words("Two")), Clause(3, _words("a")), Clause(4, _words("i")))
    data = write_files((document(*clauses, anchor="one"), document(*clauses, anchor="two")))
    lists = [_list_of(paragraph) for paragraph in body_of(data).iter(f"{W}p")]
    assert [level for level, _ in lists] == ["0", "1", "2", "3"] * 2
    first, second = lists[0][1], lists[4][1]
    assert first != second
    numbers = {one.get(f"{W}numId"): one for one in part_of(data, "word/numbering.xml").iter(f"{W}num")}
    starts = [start.get(f"{W}val") for start in numbers[second].iter(f"{W}startOverride")]
    assert starts == ["1"] * 4


def test_a_clause_and_a_schedule_that_start_at_a_number_begin_a_list_there() -> None:
    clauses = (Clause(1, _words("Two"), starts=2), Clause(2, _words("Words")), Clause(1, _words("Nine"), starts=9))
    schedules = [
        Heading(2, _words(one), numbering=Numbering.SCHEDULE, starts=place) for one, place in (("A", 3), ("B", 7))
    ]
    data = write_files((document(*clauses, *schedules),))
    numbers = {one.get(f"{W}numId"): one for one in part_of(data, "word/numbering.xml").iter(f"{W}num")}
    lists = [_list_of(paragraph)[1] for paragraph in body_of(data).iter(f"{W}p")]
    starts = [next(numbers[one].iter(f"{W}startOverride")).get(f"{W}val") for one in lists]
    assert starts == ["2", "2", "9", "3", "7"]
    assert faults_of_form(data) == []


def test_a_clause_that_brings_in_a_list_stays_with_it() -> None:
    items = (Clause(3, _words(words)) for words in ("a", "b", "c", "d:"))
    body = body_of(written(Clause(2, _words("In")), *items, Paragraph(())))
    assert [has(paragraph, "keepNext") for paragraph in body.iter(f"{W}p")] == [True, False, False, True, True, False]


def test_neither_end_of_a_list_is_alone_on_a_page() -> None:
    for kind in (Bullets((_words("a"),) * 4), Bullets((_words("a"),) * 4, numbered=True)):
        body = body_of(written(kind, Paragraph(())))
        kept = [has(paragraph, "keepNext") for paragraph in body.iter(f"{W}p")]
        assert kept == [True, False, True, False, False]


@pytest.mark.parametrize(
    "block", [Table((Column(),), (), (TableRow((Cell((_words("one"),)),)),)), Callout(_words("Title"), (), ())]
)
def test_an_introduction_stays_with_the_table_or_box_below_it(block: Block) -> None:
    first, *_ = body_of(written(Paragraph(_words("One row for each flow.")), block)).iter(f"{W}p")
    assert has(first, "keepNext")
    assert has(first, "keepLines")


def test_a_paragraph_before_a_paragraph_or_a_note_is_free() -> None:
    for style in (Style.BODY, Style.NOTE):
        first, *_ = body_of(written(Paragraph(_words("Words."), style), Paragraph(_words("More.")))).iter(f"{W}p")
        assert not has(first, "keepNext")


def test_numbered_lists_each_begin_at_one() -> None:
    steps = Bullets((_words("a"), _words("b")), numbered=True)
    lists = [_list_of(paragraph) for paragraph in body_of(written(steps, steps)).iter(f"{W}p")]
    assert lists[0] == lists[1] != lists[2] == lists[3]


def test_a_list_without_items_is_nothing() -> None:
    assert lint(written(Paragraph(_words("a")), Bullets(()), PageBreak())) == []


def test_an_appendix_carries_its_letter_as_a_number_of_word() -> None:
    one = document(Heading(1, _words("Narrative"), numbering=Numbering.APPENDIX))
    data = write_files((replace(one, letter="BB"),))
    starts = part_of(data, "word/numbering.xml").iter(f"{W}startOverride")
    assert [start.get(f"{W}val") for start in starts] == ["2", "2"]
    assert lint(data) == []


def test_letters_that_word_cannot_count_to_are_words() -> None:
    one = document(Heading(1, _words("Narrative"), numbering=Numbering.APPENDIX))
    data = write_files((replace(one, letter="AAB"),))
    assert read_text(data) == ("Appendix AAB: Narrative",)


def test_a_document_in_another_language_says_so_in_every_run() -> None:
    welsh = replace(document(Paragraph(_words("Cytundeb"))), language="cy")
    data = write_files((welsh, document(Paragraph(_words("Agreement")), anchor="two")))
    assert [one.get(f"{W}val") for one in body_of(data).iter(f"{W}lang")] == ["cy-GB"]


def test_a_title_without_facts_keeps_more_space() -> None:
    title, facts = Heading(1, _words("Title")), Paragraph(_words("5 parties"), Style.FACTS)
    alone, with_facts = (body_of(written(title, after)) for after in (Paragraph(_words("x")), facts))
    assert [has(body[0], "spacing") for body in (alone, with_facts)] == [True, False]


def test_a_cover_title_of_many_lines_is_set_smaller() -> None:
    short, long = (
        [size.get(f"{W}val") for size in body_of(written(Paragraph(_words(text), Style.COVER_TITLE))).iter(f"{W}sz")]
        for text in ("Home First", "Home First Reablement and Supported Discharge " * 4)
    )
    assert (short, long) == ([], ["48"])


def test_the_first_block_of_a_page_drops_the_space_before_it() -> None:
    body = body_of(written(Heading(2, _words("a")), PageBreak(), Heading(2, _words("b")), Heading(2, _words("c"))))
    befores = [[space.get(f"{W}before") for space in paragraph.iter(f"{W}spacing")] for paragraph in body.iter(f"{W}p")]
    assert befores == [["0"], ["0"], []]


def test_figures_have_words_that_stand_for_them_and_the_size_asked_for() -> None:
    from tests.render.everything import PICTURE_SHA256

    body = body_of(written(Figure(PICTURE_SHA256, 79, 30, "Rose from 71% to 94%.")))
    (extent,) = (one for one in body.iter() if str(one.tag).endswith("}extent"))
    (about,) = (one for one in body.iter() if str(one.tag).endswith("}docPr"))
    assert (extent.get("cx"), extent.get("cy")) == ("2844000", "1080000")
    assert about.get("descr") == "Rose from 71% to 94%."


def test_labels_of_the_numbering_pass_are_not_typed_again() -> None:
    numbered = number((document(Clause(1, _words("Scope"))),))
    assert numbered.documents[0].sections[0].blocks[0] == Clause(1, _words("Scope"), label="1")
    assert "1" not in [text.text for text in body_of(written(Clause(1, _words("Scope")))).iter(f"{W}t")]


def test_words_beside_a_heading_stand_as_far_from_it_as_on_the_typeset_page() -> None:
    data = written(
        Heading(2, _words("Contributions"), aside=_words("clause 5")), Clause(1, _words("Law"), tags=("one", "two"))
    )
    # An em space is as wide as its size, here in half points.
    gaps = [next(run.iter(f"{W}sz")).get(f"{W}val") for run in body_of(data).iter(f"{W}r") if words_of(run) == "\u2003"]
    assert gaps == ["18", "18", "9"]
    assert STANDARD.tag_gap == 9.0


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_of_each_level_is_words_own_style_with_its_place_in_the_outline(level: int) -> None:
    data = written(Heading(level, _words("Title")))
    used = [style.get(f"{W}val") for style in body_of(data).iter(f"{W}pStyle")]
    assert f"Heading{level}" in used
    styles = part_of(data, "word/styles.xml")
    (style,) = (one for one in styles.iter(f"{W}style") if one.get(f"{W}styleId") == f"Heading{level}")
    assert [one.get(f"{W}val") for one in style.iter(f"{W}outlineLvl")] == [str(level - 1)]


def test_a_small_heading_is_based_on_words_own_of_the_second_level() -> None:
    data = written(Heading(2, _words("Purpose"), small=True))
    assert "EPHeading2Small" in [style.get(f"{W}val") for style in body_of(data).iter(f"{W}pStyle")]
    styles = part_of(data, "word/styles.xml")
    (style,) = (one for one in styles.iter(f"{W}style") if one.get(f"{W}styleId") == "EPHeading2Small")
    assert [one.get(f"{W}val") for one in style.iter(f"{W}basedOn", f"{W}outlineLvl")] == ["Heading2", "1"]
