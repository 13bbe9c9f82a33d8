# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

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
    Numbering,
    Paragraph,
    Signatory,
    Signature,
    Style,
    Table,
    TableRow,
    Toc,
    TocEntry,
)
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import CrossReference, Inlines, LineBreak, Link, Show, Text, Value
from evidencepack.errors import ExitCode
from evidencepack.render.number import (
    DanglingReferenceError,
    DuplicateAnchorError,
    inlines_of,
    number,
    plain,
)


def _document(*blocks: Block, anchor: str = "mou", letter: str = "", foot: tuple[Block, ...] = ()) -> Document:
    running = Running("", "", "TBN-MOU-01", "version 1.0")
    return Document(anchor, "Memorandum", running, (Section(blocks, foot=foot),), letter=letter)


def _words(text: str) -> Inlines:
    return (Text(text),)


def _labels(*blocks: Block) -> list[str]:
    numbered = number((_document(*blocks),)).documents[0].sections[0].blocks
    return [block.label for block in numbered if isinstance(block, Clause | Heading | Table | Figure)]


def _clauses(*levels: int) -> list[str]:
    return _labels(*(Clause(level, _words("Words")) for level in levels))


def test_clauses_count_one_point_letter_and_roman() -> None:
    assert _clauses(1, 2, 2, 3, 3, 4, 4, 3, 2, 1, 2) == [
        *("1", "1.1", "1.2", "(a)", "(b)", "(i)", "(ii)", "(c)", "1.3"),
        *("2", "2.1"),
    ]


def test_letters_after_z_are_doubled_as_in_word() -> None:
    assert _clauses(1, 2, *[3] * 28)[-3:] == ["(z)", "(aa)", "(bb)"]


def test_roman_numerals_run_past_ten() -> None:
    assert _clauses(1, 2, 3, *[4] * 14)[-6:] == ["(ix)", "(x)", "(xi)", "(xii)", "(xiii)", "(xiv)"]


def test_a_sub_clause_without_a_clause_above_counts_it_as_begun() -> None:
    assert _clauses(2, 3, 1) == ["1.1", "(a)", "2"]


def test_a_list_begins_anew_only_where_a_number_is_left_out() -> None:
    clauses = [Clause(1, _words("Words"), starts=number) for number in (2, 3, 5, 6)]
    schedules = [Heading(2, _words("Words"), numbering=Numbering.SCHEDULE, starts=number) for number in (1, 2, 4)]
    blocks = number((_document(*clauses, *schedules),)).documents[0].sections[0].blocks
    said = [(one.label, one.starts) for one in blocks if isinstance(one, Clause | Heading)]
    assert said[:4] == [("2", 2), ("3", 0), ("5", 5), ("6", 0)]
    assert said[4:] == [("Schedule 1", 1), ("Schedule 2", 0), ("Schedule 4", 4)]


def test_schedules_are_numbered_and_plain_headings_are_not() -> None:
    schedule = Heading(2, _words("Contributions"), numbering=Numbering.SCHEDULE)
    assert _labels(schedule, Heading(2, _words("Notes")), schedule) == ["Schedule 1", "", "Schedule 2"]


def test_an_appendix_heading_carries_the_letter_of_its_document() -> None:
    heading = Heading(1, _words("Flows"), numbering=Numbering.APPENDIX)
    for letter, label in (("G", "Appendix G"), ("", "")):
        block = number((_document(heading, letter=letter),)).documents[0].sections[0].blocks[0]
        assert isinstance(block, Heading)
        assert block.label == label


def test_tables_and_figures_count_only_when_they_have_a_title() -> None:
    table = Table((Column(),), (), (TableRow((Cell((_words("x"),)),)),))
    titled = Table((Column(),), (), (), title=_words("Hours"))
    figure = Figure("0" * 64, 10, 10, "Words")
    drawn = Figure("0" * 64, 10, 10, "Words", _words("Trend"))
    assert _labels(table, titled, figure, drawn, titled) == ["", "Table 1", "", "Figure 1", "Table 2"]


def test_every_document_counts_from_one() -> None:
    blocks = (Clause(1, _words("First")), Heading(2, _words("One"), numbering=Numbering.SCHEDULE))
    numbered = number((_document(*blocks), _document(*blocks, anchor="dsa")))
    again = numbered.documents[1].sections[0].blocks
    assert [block.label for block in again if isinstance(block, Clause | Heading)] == ["1", "Schedule 1"]


def test_references_have_words_for_every_kind_of_target() -> None:
    documents = (
        _document(
            Clause(1, _words("Status"), "mou/status"),
            Clause(2, _words("Nothing"), "mou/nothing"),
            Clause(3, _words("agent"), "mou/agent"),
            Clause(4, _words("of another"), "mou/other"),
            Heading(2, _words("Contributions"), "mou/gives", Numbering.SCHEDULE),
            Heading(2, (Text("How we "), Value("meet", ("r/f",)), LineBreak(), Link("now", "https://x")), "mou/meet"),
            Table((Column(),), (), (), title=_words("Hours"), anchor="mou/hours"),
            Table((Column(),), (), (), summary="Hours a year", anchor="mou/year"),
            letter="B",
        ),
        _document(anchor="alone"),
    )
    numbered = number(documents)
    assert numbered.labels == {
        "mou": "Appendix B",
        "mou/status": "clause 1",
        "mou/nothing": "clause 1.1",
        "mou/agent": "clause 1.1(a)",
        "mou/other": "clause 1.1(a)(i)",
        "mou/gives": "Schedule 1",
        "mou/meet": "How we meet now",
        "mou/hours": "Table 1",
        "mou/year": "Hours a year",
        "alone": "Memorandum",
    }
    assert numbered.titles["mou"] == "Memorandum"
    assert numbered.titles["mou/gives"] == "Contributions"


def test_the_opener_of_an_appendix_begins_with_its_letter_once() -> None:
    for words in ("Responsibility map", "Appendix D · Responsibility map"):
        opener = Paragraph(_words(words), Style.OPENER)
        numbered = number((_document(opener, letter="D"),))
        block = numbered.documents[0].sections[0].blocks[0]
        assert isinstance(block, Paragraph)
        assert plain(block.inlines) == "Appendix D · Responsibility map"


def test_a_document_without_a_letter_keeps_its_opener() -> None:
    opener = Paragraph(_words("Responsibility map"), Style.OPENER)
    assert number((_document(opener),)).documents[0].sections[0].blocks == (opener,)


def test_the_foot_of_a_cover_is_numbered_too() -> None:
    numbered = number((_document(foot=(Clause(1, _words("At the foot"), "mou/foot"),)),))
    assert numbered.labels["mou/foot"] == "clause 1"


def test_two_places_of_one_name_are_refused_by_name() -> None:
    with pytest.raises(DuplicateAnchorError, match="mou/same") as caught:
        number((_document(Clause(1, (), "mou/same"), Heading(2, (), "mou/same")),))
    assert caught.value.exit_code is ExitCode.BAD_KIND


@pytest.mark.parametrize(
    "block",
    [
        Paragraph((CrossReference("nowhere"),)),
        Heading(2, _words("x"), aside=(CrossReference("nowhere"),)),
        Clause(2, (CrossReference("nowhere", Show.PAGE),)),
        Bullets(((CrossReference("nowhere"),),)),
        Table((Column(),), (), (TableRow((Cell(((CrossReference("nowhere"),),)),)),)),
        Table((Column(),), (), (), note=(CrossReference("nowhere"),)),
        Callout((), (), (((), (CrossReference("nowhere"),)),)),
        Figure("0" * 64, 1, 1, "Words", (CrossReference("nowhere"),)),
        Signature((Signatory((), (), (CrossReference("nowhere"),)),)),
        Toc(("Title", "Pages"), (0, 14), (TocEntry("nowhere", "A", _words("x")),)),
    ],
)
def test_a_reference_to_nothing_is_refused_by_name(block: Block) -> None:
    with pytest.raises(DanglingReferenceError, match="Memorandum refers to nowhere"):
        number((_document(block),))


def test_plain_words_of_a_reference_need_the_labels() -> None:
    inlines = (Text("See "), CrossReference("mou/status"))
    assert plain(inlines) == "See "
    assert plain(inlines, {"mou/status": "clause 1"}) == "See clause 1"


def test_a_contents_list_prints_titles_and_cells() -> None:
    toc = Toc(("Title", "Pages"), (0, 14), (TocEntry("mou", "A", _words("MOU"), (_words("v1.0"),)),))
    assert [plain(inlines) for inlines in inlines_of(toc)] == ["MOU", "v1.0"]
