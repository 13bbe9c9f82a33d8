# SPDX-License-Identifier: MPL-2.0
"""A limit ends where the buyer's question or the pack says, and what is said of it is true at its edge."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidencepack.ui.preview.limits import Share, ending_of, size_words
from evidencepack.ui.preview.marks import Ending
from evidencepack.ui.preview.measuring import share_of
from evidencepack.ui.widgets.marks import Mark
from evidencepack.usecases.packing import Measured
from evidencepack.usecases.passages import Area, Layout, Passage, Spot
from evidencepack.usecases.previewing import Preview
from evidencepack.usecases.word_limit import CHARACTERS, Place, WordEnd


def preview(pages: int, limit: int = 0) -> Preview:
    return Preview(b"", pages, limit=limit)


@pytest.mark.parametrize(("pages", "shown"), [(3, False), (4, False), (5, True)])
def test_the_line_is_there_only_where_the_limit_bites(pages: int, shown: bool) -> None:  # noqa: FBT001 - a table
    ending = ending_of(preview(pages, 4), None)

    assert (ending is not None) == shown
    if ending is not None:
        assert ending.pages == 4
        assert ending.words == "The limit of 4 pages ends here"


def test_one_page_is_one_page() -> None:
    ending = ending_of(preview(2, 1), None)

    assert ending is not None
    assert ending.words == "The limit of 1 page ends here"
    assert size_words(preview(2, 1), None).words == "1 page too many."


def test_the_pack_leaves_what_stands_before_it_has_not_taken() -> None:
    share = Share(limit=40, before=37, others=38)
    ending = ending_of(preview(5), share)

    assert ending is not None
    assert ending.pages == 3
    assert ending.words == "The pack’s limit of 40 sides ends here"
    assert ending_of(preview(3), share) is None


def test_a_pack_that_is_full_before_it_leaves_nothing() -> None:
    ending = ending_of(preview(2), Share(limit=40, before=44, others=44))

    assert ending is not None
    assert ending.pages == 0


def test_the_nearer_of_two_limits_is_shown() -> None:
    ending = ending_of(preview(9, 4), Share(limit=40, before=33, others=33))

    assert ending is not None
    assert ending.pages == 4


@pytest.mark.parametrize(("others", "mark"), [(20, None), (37, Mark.WARN), (38, Mark.WARN), (39, Mark.BLOCK)])
def test_the_size_of_the_pack_is_said_and_marked_when_it_is_near(others: int, mark: Mark | None) -> None:
    words = size_words(preview(2), Share(40, 0, others))

    assert words.words == f"The pack has {others + 2} of its 40 sides."
    assert words.mark is mark


def test_what_a_pack_leaves_comes_from_where_its_documents_stand() -> None:
    size = Measured(pages=13, sides=10, limit=12, spans={"a": (4, 6), "b": (7, 13)})

    assert share_of(size, "b") == Share(limit=12, before=3, others=3)
    assert share_of(size, "c") is None
    assert share_of(Measured(13, 10, 0, size.spans), "b") is None


def test_words_past_a_limit_are_marked_where_they_stand_within_the_pages() -> None:
    past = (Area(0, 10, 20, 30, 10), Area(1, 10, 20, 80, 10))
    long = replace(preview(2), words=WordEnd(750, 8, past))

    ending = ending_of(long, None)

    assert ending == Ending(2, "", past, "The limit of 750 words ends here")
    assert size_words(long, None) == ("8 words too many.", Mark.BLOCK)


def test_a_limit_of_words_and_one_of_pages_are_both_shown() -> None:
    ending = ending_of(replace(preview(2, 1), words=WordEnd(5, 1, (Area(1, 0, 0, 1, 1),))), None)

    assert ending is not None
    assert (ending.pages, ending.words) == (1, "The limit of 1 page ends here")
    assert ending.past_words == "The limit of 5 words ends here"


@pytest.mark.parametrize(("pages", "ends"), [(2, None), (3, 2)])
def test_the_sides_of_a_slot_end_where_the_files_before_have_not_taken_them(pages: int, ends: int | None) -> None:
    share = Share(0, 0, 0, places=(Place("Method statements", sides=5, before=3), Place("Others", sides=0)))
    ending = ending_of(preview(pages), share)

    assert (ending.pages if ending else None) == ends
    if ending is not None:
        assert ending.words == "The 5 sides of “Method statements” end here"
        assert size_words(preview(pages), share) == ("1 side too many for “Method statements”.", Mark.BLOCK)
    else:
        assert size_words(preview(pages), share) == ("", None)


def test_the_nearest_limit_of_words_is_shown_whoever_sets_it() -> None:
    spots = tuple(Spot(Area(0, 10, 20 * at, 50, 10), "five words stand here now ", (), 0, 10.0) for at in range(4))
    pages = replace(
        preview(1), layout=Layout(((600.0, 800.0),), (Passage("a", spots),)), measure=lambda _face, text: len(text)
    )
    share = Share(0, 0, 0, places=(Place("Method", words=10),))

    ending = ending_of(pages, share)

    assert ending is not None
    assert [area.y for area in ending.past] == [40, 60]
    assert ending.past_words == "The 10 words of “Method” end here"
    assert size_words(pages, share) == ("10 words too many for “Method”.", Mark.BLOCK)
    characters = WordEnd(30, 7, (Area(0, 10, 20, 5, 10),), CHARACTERS)
    nearer = ending_of(replace(pages, words=characters), share)
    assert nearer is not None
    assert nearer.past_words == "The limit of 30 characters ends here"
    assert size_words(replace(pages, words=characters), share).words == "7 characters too many."


def test_a_paper_that_the_pack_prints_in_its_short_form_is_counted_by_that() -> None:
    share = share_of(Measured(14, 11, 12, {"a": (4, 6), "b": (7, 14)}), "a", short=True)
    assert share == Share(limit=12, before=0, others=8, short=3)

    assert size_words(preview(14), share).words == "Its short form has 3. The pack has 11 of its 12 sides."
    assert ending_of(preview(14), share) is None
