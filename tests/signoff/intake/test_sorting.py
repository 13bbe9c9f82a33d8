# SPDX-License-Identifier: MPL-2.0
"""Pages of scans are put to the copies that went out, or nowhere; whatever is wrong with them is said."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.scans.sending import mark, read, version_out

from evidencepack.domain.page_mark import PageMark
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import SentVersion
from evidencepack.signoff.intake.pages import ReadPage, Why
from evidencepack.signoff.intake.sorting import Intake, sort_pages

MOU, LETTER = version_out(), version_out("Letter of support", parties=("Maitree",), pages=2)
NEWER = version_out(number=2)
OTHER = version_out("Risks", tender="another bid")
OUT = (MOU, LETTER)


def _why(intake: Intake) -> list[Why]:
    return [one.why for one in intake.unplaced]


def test_shuffled_pages_of_several_documents_come_to_their_copies_in_order() -> None:
    pages = [read(MOU, 0, one) for one in (1, 2, 3)] + [read(MOU, 1, one) for one in (1, 2, 3)]
    pages += [read(LETTER, 0, one) for one in (1, 2)]
    pages = [replace(one, number=at, file=f"{at}.jpg") for at, one in enumerate(pages, start=1)]
    Random(3).shuffle(pages)  # noqa: S311 - the same order each time
    intake = sort_pages(pages, OUT, "bid")
    assert [(one.name, [page.sent.number for page in one.pages], one.missing) for one in intake.returned] == [
        ("Memorandum, version 1.0, copy for Maitree", [1, 2, 3], ()),
        ("Memorandum, version 1.0, copy for Osier", [1, 2, 3], ()),
        ("Letter of support, version 1.0, copy for Maitree", [1, 2], ()),
    ]
    assert intake.remarks == ()
    assert intake.unplaced == ()


def test_a_strip_alone_is_enough() -> None:
    page = read(MOU, 1, 2)
    (one,) = sort_pages([replace(page, squares=())], OUT, "bid").returned
    assert one.copy.organisation == "Osier"
    assert [page.sent.number for page in one.pages] == [2]


def test_pages_that_did_not_come_are_named() -> None:
    intake = sort_pages([read(MOU, 0, 2)], OUT, "bid")
    assert intake.remarks == ("Memorandum, version 1.0, copy for Maitree: pages 1 and 3 did not come back.",)


def test_a_page_that_came_twice_is_taken_once() -> None:
    pages = [read(LETTER, 0, 1), read(LETTER, 0, 2), read(LETTER, 0, 2, file="again.pdf")]
    intake = sort_pages(pages, OUT, "bid")
    assert [page.read.file for page in intake.returned[0].pages] == ["scan.pdf", "scan.pdf"]
    assert intake.remarks == (
        "Letter of support, version 1.0, copy for Maitree: page 2 came again (again.pdf, page 2). The first was taken.",
    )


def test_an_older_version_is_taken_for_what_it_is() -> None:
    intake = sort_pages([read(MOU, 0, one) for one in (1, 2, 3)], (MOU, NEWER), "bid")
    assert [one.version.number for one in intake.returned] == [1]
    assert intake.remarks == (
        "Memorandum, version 1.0, copy for Maitree: version 2.0 of it went out on 2026-11-02. A signature on this one "
        "does not count for that.",
    )


def test_a_page_of_an_older_version_among_those_of_a_newer_one_is_found() -> None:
    pages = [read(NEWER, 0, 1), read(MOU, 0, 2), read(NEWER, 0, 3)]
    intake = sort_pages(pages, (MOU, NEWER), "bid")
    assert intake.remarks[-1] == (
        "scan.pdf: pages of two versions of Memorandum are mixed: page 2 of version 1.0, pages 1 and 3 of version 2.0. "
        "Ask which of them was read and signed."
    )
    assert [(one.version.number, one.missing) for one in intake.returned] == [(1, (1, 3)), (2, (2,))]


def test_sheets_of_two_signers_that_changed_places_are_found() -> None:
    one = [read(MOU, 0, 1, file="a.pdf"), read(MOU, 0, 2, file="a.pdf"), read(MOU, 1, 3, file="a.pdf")]
    two = [read(MOU, 1, 1, file="b.pdf"), read(MOU, 1, 2, file="b.pdf"), read(MOU, 0, 3, file="b.pdf")]
    intake = sort_pages([*one, *two], OUT, "bid")
    assert [found.missing for found in intake.returned] == [(), ()]
    assert intake.remarks == (
        "a.pdf: pages of two copies of Memorandum are mixed: pages 1 and 2 of the copy for Maitree, page 3 of the copy "
        "for Osier. Look who signed which.",
        "b.pdf: pages of two copies of Memorandum are mixed: page 3 of the copy for Maitree, pages 1 and 2 of the copy "
        "for Osier. Look who signed which.",
    )


def test_two_whole_copies_in_one_file_are_no_mixture() -> None:
    pages = [read(MOU, copy, one, at=3 * copy + one) for copy in (0, 1) for one in (1, 2, 3)]
    assert sort_pages(pages, OUT, "bid").remarks == ()


def test_a_page_with_another_stub_is_put_nowhere_and_the_true_one_is_kept() -> None:
    true = mark(MOU, 0, 2)
    forged = ReadPage("scan.pdf", 4, (replace(true, stub="00000000").square,))
    intake = sort_pages([read(MOU, 0, 2), forged], OUT, "bid")
    assert _why(intake) == [Why.REPLACED]
    assert [page.read.number for page in intake.returned[0].pages] == [2]


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (ReadPage("a.png", 1), Why.UNREADABLE),
        (ReadPage("a.png", 1, ("https://example.org",)), Why.UNREADABLE),
        (ReadPage("a.png", 1, ("EP2:NEW:LAYOUT",)), Why.NEWER),
        (ReadPage("a.png", 1, (mark(MOU, 0, 1).square[:-1] + "!",)), Why.DAMAGED),
        (ReadPage("a.png", 1, (mark(MOU, 0, 1).square, mark(MOU, 0, 2).square)), Why.TWO_PAGES),
        (ReadPage("a.png", 1, (mark(MOU, 0, 1).square,), (mark(MOU, 0, 2).strip,)), Why.DISAGREE),
        (ReadPage("a.png", 1, (mark(NEWER, 0, 1).square,)), Why.UNKNOWN),
        (ReadPage("a.png", 1, (mark(OTHER, 0, 1).square,)), Why.OTHER_TENDER),
        (ReadPage("a.png", 1, (replace(mark(MOU, 0, 1), version=2).square,)), Why.REPLACED),
        (ReadPage("a.png", 1, (replace(mark(MOU, 0, 1), of=4).square,)), Why.REPLACED),
        (ReadPage("a.png", 1, (PageMark(MOU.copies[0].code, 1, 9, 9, "00000000").square,)), Why.NO_SUCH_PAGE),
        (ReadPage("a.png", 1, refused="This picture is damaged."), Why.REFUSED),
        (ReadPage("a.png", 1, typed=("not a code", 1)), Why.MISTYPED),
        (ReadPage("a.png", 1, typed=(NEWER.copies[0].code, 1)), Why.MISTYPED),
        (ReadPage("a.png", 1, typed=(MOU.copies[0].code, 4)), Why.MISTYPED),
        (ReadPage("a.png", 1, typed=(OTHER.copies[0].code, 1)), Why.OTHER_TENDER),
    ],
)
def test_what_does_not_agree_in_everything_is_put_nowhere(page: ReadPage, why: Why) -> None:
    intake = sort_pages([page], (*OUT, OTHER), "bid")
    assert _why(intake) == [why]
    assert intake.returned == ()
    assert intake.unplaced[0].words.endswith(".")


def test_a_code_that_was_typed_files_a_page_and_says_so() -> None:
    code = printed(MOU.copies[1].code).lower()
    page = ReadPage("a.png", 1, typed=(f" {code} ", 3))
    (one,) = sort_pages([page], OUT, "bid").returned
    assert (one.copy.organisation, one.pages[0].sent.number, one.pages[0].by_hand) == ("Osier", 3, True)
    assert "page 3 by a code that was typed" in sort_pages([page], OUT, "bid").remarks[-1]


def test_what_a_machine_read_comes_before_what_was_typed() -> None:
    typed = ReadPage("typed.png", 1, typed=(MOU.copies[0].code, 3))
    (one,) = sort_pages([typed, read(MOU, 0, 3)], OUT, "bid").returned
    assert [page.read.file for page in (*one.pages, *one.again)] == ["scan.pdf", "typed.png"]


@given(st.sampled_from([MOU, LETTER, NEWER, OTHER]), st.integers(1, 2), st.integers(0, 31), st.integers(33, 126))
def test_a_mark_with_one_sign_changed_is_never_put_anywhere(
    version: SentVersion, page: int, at: int, sign: int
) -> None:
    whole = mark(version, 0, page).square
    changed = whole[:at] + chr(sign) + whole[at + 1 :]
    intake = sort_pages([ReadPage("a.png", 1, (changed,))], (MOU, LETTER, NEWER), "bid")
    assert bool(intake.returned) == (changed == whole and version is not OTHER)
