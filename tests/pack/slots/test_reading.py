# SPDX-License-Identifier: MPL-2.0
"""What is read back of files that were really printed, against what was put into them."""

from __future__ import annotations

import io
from datetime import date

import pytest
from PIL import Image

from evidencepack.blocks.blocks import (
    Bullets,
    Cell,
    Clause,
    Column,
    Heading,
    Paragraph,
    Style,
    Table,
    TableRow,
)
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.bootstrap import Program
from evidencepack.pack.build import Part
from evidencepack.pack.press import Format
from evidencepack.pack.slots.reading import (
    NOT_READ,
    NOT_SEEN,
    Seen,
    look,
    of_others,
    read_foreign,
    read_own,
    with_others,
)
from evidencepack.render.properties import Properties
from evidencepack.render.questions import unasked

_TABLE = Table(
    (Column(60), Column()),
    (TableRow((Cell(((Text("Head one"),),)), Cell(((Text("Head two"),),)))),),
    (TableRow((Cell(((Text("a b c"),),)), Cell(((Text("d e"),),)))),),
    title=(Text("Three caption words"),),
    summary="A table.",
    anchor="t",
)


def _say(words: str) -> Inlines:
    return (Text(words),)


def _document() -> Document:
    half = (Text("Bold", bold=True), Text("ly said, "), Text("it", italic=True), Text("alic words."))  # 4 words
    blocks = (
        Heading(1, _say("Four words of title")),
        Paragraph(_say("A lead of six words here."), Style.LEAD),
        Paragraph(half),
        Paragraph(_say("word " * 60)),
        Bullets((_say("one item"), _say("two"))),
        Clause(1, _say("Legal status"), "c1", (), "1"),
        _TABLE,
    )
    return Document("d", "Four words of title", Running("", "Running words here", "R-1", "", ""), (Section(blocks),))


@pytest.fixture(scope="module")
def printed(program: Program) -> dict[str, bytes]:
    """The document as PDF and as Word, by ending."""
    properties = Properties("T", "A", "S", "R-1", "", date(2027, 1, 1))
    part = Part("d", (_document(),), (), properties, tuple(Format), stamp=False, asked=unasked)
    return {file.name.rpartition(".")[2]: file.data for file in part.print_on(program.press)}


@pytest.fixture(scope="module")
def pdf(printed: dict[str, bytes]) -> Seen:
    return read_own("pdf", printed["pdf"])


def _words(seen: Seen) -> dict[str, int]:
    assert seen.words is not None
    sorts = {sort for one in seen.words for sort in one}
    return {sort: sum(one.get(sort, 0) for one in seen.words) for sort in sorted(sorts)}


def test_words_of_a_pdf_are_told_apart_by_what_they_are(pdf: Seen) -> None:
    words = _words(pdf)
    running = words.pop("running")
    # The sign of each list item is read out too, and "Table 1:" before the caption.
    assert words == {"headings": 4 + 3, "body": 6 + 4 + 60 + 3 + 2, "tables": 4 + 5, "captions": 2 + 3}
    assert running >= 3


def test_words_of_a_word_file_are_told_apart_too(printed: dict[str, bytes]) -> None:
    words = _words(read_own("docx", printed["docx"]))
    assert (words["headings"], words["tables"]) == (4 + 2, 4 + 5)
    assert words["body"] == 6 + 4 + 60 + 3
    assert words["captions"] >= 3


def test_sizes_margins_fonts_and_first_words_are_those_on_the_page(pdf: Seen) -> None:
    body = pdf.sizes["body"]
    assert max(body, key=lambda size: body[size]) == 11.0
    assert pdf.edge == pytest.approx(20 * 72 / 25.4, abs=15)
    assert {"Arimo", "Arimo-Bold"} <= set(pdf.fonts)
    assert pdf.first == "Four words of title A lead of six words here. Boldly said,"
    assert pdf.pages == 1


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\nrubbish", b"PK\x03\x04rubbish", b"<html>", b"\x00" * 100_000], ids=range(5)
)
@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_what_is_not_what_its_ending_says_is_told_and_nothing_breaks(ending: str, data: bytes) -> None:
    assert read_own(ending, data) == Seen(trouble=NOT_READ)


def test_other_files_are_not_looked_into() -> None:
    assert read_own("xlsx", b"anything") is NOT_SEEN


@pytest.fixture(scope="module")
def outside(printed: dict[str, bytes]) -> list[Seen]:
    """Return what is read of files from outside: rubbish, a sort that nobody reads, a PDF, a scan, a Word file."""
    picture = io.BytesIO()
    Image.effect_noise((60, 80), 60).save(picture, "PDF")
    files = [("pdf", b"rubbish"), ("zip", b"PK"), ("pdf", printed["pdf"])]
    return read_foreign([*files, ("pdf", picture.getvalue()), ("docx", printed["docx"])])


def test_files_from_outside_are_read_in_a_child_each_for_itself(outside: list[Seen]) -> None:
    assert [one.trouble for one in outside] == [NOT_READ, "", "", "", ""]
    assert outside[1] is NOT_SEEN


def test_a_pdf_from_outside_has_as_many_words_as_its_structure_has_for_who_made_it(
    outside: list[Seen], pdf: Seen
) -> None:
    (words,) = outside[2].words or ()
    assert words == {"body": sum(_words(pdf).values())}
    assert outside[2].first == pdf.first
    assert (outside[2].pages, outside[2].scans) == (1, 0)


def test_sizes_of_text_and_the_nearest_edge_are_measured_on_its_pages(outside: list[Seen], pdf: Seen) -> None:
    sizes = outside[2].sizes["body"]
    assert max(sizes, key=lambda size: sizes[size]) == 11.0
    assert set(pdf.sizes["body"]) <= set(sizes)
    # Running lines stand nearer to the edge than what they run along.
    assert 0 < outside[2].edge < pdf.edge


def test_a_scan_has_a_page_whose_words_nobody_can_count(outside: list[Seen]) -> None:
    assert (outside[3].pages, outside[3].scans, outside[3].words, outside[3].sizes) == (1, 1, ({"body": 0},), {})


def test_words_of_a_word_file_from_outside_are_counted(outside: list[Seen], printed: dict[str, bytes]) -> None:
    assert outside[4].words == read_own("docx", printed["docx"]).words


def test_the_child_reads_each_file_by_its_ending_and_what_cannot_be_read_by_itself(printed: dict[str, bytes]) -> None:
    files = [("pdf", b"rubbish"), ("docx", printed["docx"]), ("docx", b"PK"), ("pdf", printed["pdf"])]
    broken, word, no_word, whole = look(b"".join(data for _, data in files), [(end, len(data)) for end, data in files])
    assert broken == no_word == {"trouble": NOT_READ}
    assert word["first"] == whole["first"] == "Four words of title A lead of six words here. Boldly said,"
    assert (whole["pages"], "pages" in word) == (1, False)


def test_of_a_file_from_outside_what_it_says_of_its_structure_is_not_relied_on() -> None:
    sizes = {"body": {11.0: 9}}
    seen = Seen(3, ({"body": 5, "tables": 4},), sizes, 50.0, ("Papyrus",), "Certificate شهادة for Zoë মৈত্রী")
    relied = of_others(seen)
    assert relied == Seen(3, ({"body": 9},), sizes, 50.0, (), "Certificate for Zoë", is_foreign=True)
    assert of_others(Seen(2)).words is None


def test_words_on_pages_from_outside_are_added_to_those_of_our_own_pages_of_a_bundle() -> None:
    own = Seen(2, ({"body": 7, "tables": 3}, {"running": 2}))
    whole = Seen(2, ({"body": 10}, {"body": 52}), scans=1)
    assert with_others(own, whole).words == ({"body": 7, "tables": 3}, {"running": 2, "body": 50})
    assert with_others(own, whole).scans == 1
    assert with_others(own, Seen(3, ({"body": 1},) * 3)) == own
    assert with_others(own, Seen(trouble=NOT_READ)) == own
