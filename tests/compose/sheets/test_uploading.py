# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from evidencepack.blocks.blocks import Bullets, Fill, Heading, Paragraph, Table
from evidencepack.blocks.document import Document, Running
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.sheets.uploading import UploadLine, UploadPlace, upload_checklist, weekday

DUE = date(2027, 2, 26)
FILE = UploadLine("AppA.pdf", "The whole pack", "Ferrybank …", 42, "0.27", "63ab38d7b71f")
FULL = UploadPlace("Quality", mandatory=True, rules="PDF", files=(FILE,), counts="39 of 40 sides")
EMPTY = UploadPlace("Form of tender", mandatory=True, rules="", files=(), wrong=("Nothing is in it",))
FREE = UploadPlace("Anything else", mandatory=False, rules="", files=(), unsure=("Nobody has said",))


def _made(*places: UploadPlace, due: date | None = DUE, time: str = "12:00 noon") -> Document:
    return upload_checklist(places, Running("", "", "R-1", "", ""), due=due, time=time)


def _words(inlines: Inlines) -> str:
    return "".join(one.text for one in inlines if isinstance(one, Text))


def _said(document: Document) -> Iterator[str]:
    for block in document.sections[0].blocks:
        if isinstance(block, Heading | Paragraph):
            yield _words(block.inlines)
        elif isinstance(block, Bullets):
            yield from map(_words, block.items)


def _rows(document: Document) -> list[list[str]]:
    table = next(block for block in document.sections[0].blocks if isinstance(block, Table))
    return [[" | ".join(map(_words, cell.lines)) for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(
    ("due", "time", "headline", "advice"),
    [
        (DUE, "12:00 noon", "One file, due 12:00 noon on Friday 26 February 2027", "by Wednesday 24 February 2027, 48"),
        (DUE, "", "One file, due Friday 26 February 2027", "by Wednesday 24 February 2027"),
        (date(2027, 3, 1), "", "One file, due Monday 1 March 2027", "by Saturday 27 February 2027"),
        (None, "noon", "One file, and no deadline is known", "Find out the deadline"),
        (date.min, "", "One file, due Monday 1 January 1", "Find out the deadline"),
    ],
)
def test_the_headline_has_the_deadline_and_the_lead_the_day_48_hours_before(
    due: date | None, time: str, headline: str, advice: str
) -> None:
    said = list(_said(_made(FULL, due=due, time=time)))
    assert said[:2] == ["Upload checklist", headline]
    assert advice in said[2]


def test_each_file_has_a_box_its_name_first_words_sides_size_code_and_room_for_initials() -> None:
    place, file = _rows(_made(FULL))
    assert place == ["1. Quality | Must have a file. PDF | 39 of 40 sides"]
    assert file == ["⬜", "AppA.pdf | The whole pack. Begins: Ferrybank …", "42", "0.27", "63ab38d7b71f", ""]


def test_an_empty_place_stands_out_if_it_must_have_a_file_and_not_if_it_may_stay_empty() -> None:
    document = _made(EMPTY, FREE)
    table = next(block for block in document.sections[0].blocks if isinstance(block, Table))
    assert [row.cells[0].fill for row in table.rows] == [Fill.BAND, Fill.INK, Fill.BAND, Fill.NONE]
    assert _rows(document)[1][0].startswith("EMPTY. Something must be here")
    assert _rows(document)[3] == ["Empty. It may stay so."]
    assert list(_said(document))[2].startswith("One place that must have a file is empty. Upload by")


def test_a_place_over_its_limit_and_one_that_is_otherwise_wrong_are_as_loud_as_an_empty_one() -> None:
    over = replace(FULL, counts="103 of 40 sides", wrong=("103 sides count",), over=True)
    document = _made(over, replace(FULL, wrong=("“a.docx” is DOCX; it takes PDF",)), FULL, FREE)
    table = next(block for block in document.sections[0].blocks if isinstance(block, Table))
    fills = [row.cells[0].fill for row in table.rows]
    assert [row[0].partition(".")[0] for row, fill in zip(_rows(document), fills, strict=True) if fill is Fill.INK] == [
        "OVER THE LIMIT", "NOT RIGHT YET",
    ]  # fmt: skip
    assert fills[:3] == [Fill.BAND, Fill.INK, Fill.NONE]


def test_the_headline_counts_the_places_that_need_something() -> None:
    wrong = replace(FULL, wrong=("It is too long",))
    assert list(_said(_made(EMPTY, wrong, FULL)))[1].startswith(
        "2 of 3 places still need something: two files so far, due"
    )
    assert list(_said(_made(EMPTY)))[1].startswith("1 of 1 place still needs something: no files so far, due")


def test_a_file_that_the_bundle_promises_and_that_goes_nowhere_comes_first_of_what_to_put_right() -> None:
    running = Running("", "", "R-1", "", "")
    document = upload_checklist([EMPTY], running, due=DUE, time="", placeless=["Goes to no place: AK-signed.pdf"])
    said = list(_said(document))
    at = said.index("Put this right first")
    assert said[at + 1 : at + 3] == ["Goes to no place: AK-signed.pdf.", "Form of tender: Nothing is in it."]
    needs = "1 of 1 place still needs something, and one file goes to no place yet: no files so far, due"
    assert said[1].startswith(needs)


def test_files_without_a_place_are_in_the_headline_though_each_place_is_right() -> None:
    running = Running("", "", "R-1", "", "")
    document = upload_checklist([FULL], running, due=None, time="", placeless=["a.pdf", "b.pdf"])
    assert list(_said(document))[1] == "Two files go to no place yet: one file so far, and no deadline is known"


def test_what_must_be_put_right_stands_apart_from_what_to_look_at() -> None:
    said = list(_said(_made(EMPTY, FREE)))
    assert said[3:7] == [
        "Put this right first", "Form of tender: Nothing is in it.", "Look at this", "Anything else: Nobody has said.",
    ]  # fmt: skip
    assert "Put this right first" not in list(_said(_made(FULL)))


def test_sides_that_nobody_knows_are_a_question() -> None:
    unknown = UploadLine("a.zip", "A file", "", 0, "1.00", "0" * 12)
    assert _rows(_made(UploadPlace("Q", mandatory=False, rules="", files=(unknown,))))[1][1:3] == [
        "a.zip | A file",
        "?",
    ]


def test_days_have_their_names() -> None:
    assert weekday(date(2028, 2, 29)) == "Tuesday 29 February 2028"
