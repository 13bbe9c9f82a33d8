# SPDX-License-Identifier: MPL-2.0
"""Words that are new on the pages are found, and those that only moved are not."""

from __future__ import annotations

from evidencepack.usecases.page_changes import changed_areas
from evidencepack.usecases.passages import Area, Layout, Passage, Spot

LINE = 20.0


def measure(_face: int, text: str) -> float:
    return len(text) / 10


def passage(*lines: str, page: int = 0, top: float = 0.0, path: str = "", number: bool = False) -> Passage:
    spots = [
        Spot(Area(page, 0, top + LINE * at, len(line), 10), line, (path,) if path else (), 0, 10.0)
        for at, line in enumerate(lines)
    ]
    return Passage("a/0.0", tuple(spots), number)


def layout(*passages: Passage) -> Layout:
    return Layout((), passages)


def changed(before: Layout, after: Layout) -> list[tuple[float, float, float]]:
    return [(area.x, area.y, area.width) for area in changed_areas(before, after, measure)]


def test_nothing_has_changed_on_the_same_pages() -> None:
    one = layout(passage("We meet weekly."), passage("We talk."))

    assert changed(one, one) == []


def test_the_words_between_what_stayed_are_marked() -> None:
    before, after = layout(passage("We meet every week at ten")), layout(passage("We meet every other Monday at ten"))

    assert changed(before, after) == [(14, 0, len("other Monday"))]


def test_words_that_went_over_to_another_line_or_page_have_not_changed() -> None:
    before = layout(passage("one two", "three four"), passage("five"))
    after = layout(passage("one", "two three four"), passage("five", page=1, top=300))

    assert changed(before, after) == []


def test_a_change_over_two_lines_is_marked_in_both() -> None:
    before, after = layout(passage("one two", "three four")), layout(passage("one 2 2", "3 four"))

    assert changed(before, after) == [(4, 0, 3), (0, LINE, 1)]


def test_a_paragraph_that_is_new_is_marked_whole_and_the_others_are_not() -> None:
    first, last = passage("first"), passage("last", top=100)

    assert changed(layout(first, last), layout(first, passage("quite new", top=50), last)) == [(0, 50, 9)]


def test_where_words_have_gone_those_beside_them_are_marked() -> None:
    before, after = layout(passage("We meet every single week")), layout(passage("We meet every week"))

    assert changed(before, after) == [(8, 0, len("every week"))]


def test_a_paragraph_that_has_gone_leaves_no_mark() -> None:
    assert changed(layout(passage("first"), passage("second")), layout(passage("first"))) == []


def test_numbers_of_clauses_and_of_what_they_point_at_are_no_change() -> None:
    pointing = Spot(Area(0, 0, 0, 10, 10), "clause 26", (), 0, 10.0, points=True)
    elsewhere = pointing._replace(text="clause 27")
    before = layout(passage("2.1", number=True), Passage("a/0.1", (pointing,)))
    after = layout(passage("2.2", number=True), Passage("a/0.1", (elsewhere,)))

    assert changed(before, after) == []


def test_rows_are_known_again_by_the_answers_they_show() -> None:
    before = layout(passage("Mondays", path="m1/when"), passage("Fridays", path="m2/when", top=20))
    after = layout(
        passage("Tuesdays at nine", path="m3/when"),
        passage("Mondays at ten", path="m1/when", top=20),
        passage("Fridays", path="m2/when", top=40),
    )

    assert changed(before, after) == [(0, 0, 16), (8, 20, 6)]
