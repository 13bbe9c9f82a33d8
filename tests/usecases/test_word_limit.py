# SPDX-License-Identifier: MPL-2.0
"""Where a limit of words ends on the pages: at the word that is one too many, in whichever paragraph that is."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, FieldType, Number
from evidencepack.pack.slots.reading import read_own
from evidencepack.usecases.changes import SetAnswer, apply_change
from evidencepack.usecases.passages import Area, Layout, Passage, Spot
from evidencepack.usecases.previewing import preview_document
from evidencepack.usecases.word_limit import CHARACTERS, Place, WordEnd, place_end, word_end

_WIDE = 2.0
"""Width of a letter of the made-up face, in its size."""


def narrative(limit: int, **paragraphs: str) -> Record:
    answers: dict[str, Answer] = {"word_limit": Number(Decimal(limit), "words"), **paragraphs}
    return Record("n", "narrative", "N-01", "t", answers=answers)


def line(text: str, field: str, y: float, x: float = 50.0) -> Spot:
    return Spot(Area(0, x, y, _WIDE * 10 * len(text), 10), text, (f"n/{field}",), 0, 10.0)


def measure(_face: int, text: str) -> float:
    return _WIDE * len(text)


LAYOUT = Layout(
    ((600.0, 800.0),),
    (
        Passage("a", (line("One two ", "p1_purpose", 100), line("three", "p1_purpose", 112))),
        Passage("b", (line("Four five six", "p2_delivery", 124),)),
    ),
)
WORDS = {"p1_purpose": "One two three", "p2_delivery": "Four five six"}


def test_within_the_limit_and_without_one_nothing_ends() -> None:
    assert word_end(narrative(6, **WORDS), LAYOUT, measure) is None
    assert word_end(narrative(0, **WORDS), LAYOUT, measure) is None


@pytest.mark.parametrize(
    ("limit", "begins"),
    [(5, (50 + 20 * 10, 124)), (4, (50 + 20 * 5, 124)), (3, (50, 124)), (2, (50, 112)), (1, (50 + 20 * 4, 100))],
)
def test_the_words_past_it_begin_at_the_first_one_too_many(limit: int, begins: tuple[float, float]) -> None:
    found = word_end(narrative(limit, **WORDS), LAYOUT, measure)

    assert found is not None
    assert (found.limit, found.over) == (limit, 6 - limit)
    assert (found.areas[0].x, found.areas[0].y) == begins
    last = found.areas[-1]
    assert last.x + last.width == 50 + 20 * len("Four five six")


def question(**answers: Answer) -> Record:
    return Record("q", "question", "Q1", "t", answers=answers)


@pytest.mark.parametrize(("own", "asked", "limit"), [(5, 4, 4), (4, 5, 4), (0, 5, 5), (6, 6, 0)])
def test_the_nearer_of_two_limits_of_words_cuts(own: int, asked: int, limit: int) -> None:
    buyers = question(word_limit=Number(Decimal(asked), "words"))
    found = word_end(narrative(own, **WORDS), LAYOUT, measure, buyers)
    assert (found.limit if found else 0) == limit


@pytest.mark.parametrize(
    ("most", "spaces", "begins", "over"),
    [
        (27, True, None, 0),
        (26, True, (50 + 20 * 12, 124), 1),
        (14, True, (50, 124), 13),
        (13, True, (50, 124), 14),
        (12, True, (50 + 20 * 4, 112), 15),
        (22, False, None, 0),
        (21, False, (50 + 20 * 12, 124), 1),
        (11, False, (50, 124), 11),
    ],
)
def test_a_limit_of_characters_cuts_where_a_box_of_the_portal_would(
    most: int,
    spaces: bool,  # noqa: FBT001 - a table
    begins: tuple[float, float] | None,
    over: int,
) -> None:
    buyers = question(character_limit=Number(Decimal(most), "characters"), spaces=spaces)
    found = word_end(narrative(0, **WORDS), LAYOUT, measure, buyers)
    assert (found is not None) == (begins is not None)
    if found is not None:
        assert (found.unit, found.limit, found.over) == (CHARACTERS, most, over)
        assert (found.areas[0].x, found.areas[0].y) == begins


def test_the_tighter_limit_is_shown_of_words_and_characters() -> None:
    both = question(word_limit=Number(Decimal(5), "words"), character_limit=Number(Decimal(4), "characters"))
    found = word_end(narrative(0, **WORDS), LAYOUT, measure, both)
    assert found is not None
    assert found.unit == CHARACTERS
    assert (found.areas[0].x, found.areas[0].y) == (50 + 20 * 4, 100)


def test_a_slot_counts_all_words_of_its_pages_but_those_that_do_not_count() -> None:
    heading = Passage("h", (line("A heading", "title", 88),), sort="headings")
    layout = Layout(LAYOUT.sizes, (heading, *LAYOUT.passages), (3,))

    def over(words: int, *uncounted: str) -> int:
        found = place_end(layout, measure, Place("Method", words=words, uncounted=uncounted))
        return found.over if found else 0

    assert [over(words) for words in (0, 10, 11, 12)] == [0, 1, 0, 0]
    assert over(8, "running") == 0
    assert over(7, "running") == 1
    assert over(5, "running", "headings") == 1
    found = place_end(layout, measure, Place("Method", words=5, uncounted=("running", "headings")))
    assert found is not None
    assert (found.place, found.limit) == ("Method", 5)
    assert (found.areas[0].x, found.areas[0].y) == (50 + 20 * 10, 124)


def test_a_word_in_two_looks_is_one_word() -> None:
    bold = Spot(Area(0, 50, 100, 20, 10), "(three)", ("n/p1_purpose",), 1, 10.0)
    rest = Spot(Area(0, 70, 100, 20, 10), ", four", ("n/p1_purpose",), 0, 10.0)
    layout = Layout(((600.0, 800.0),), (Passage("a", (line("One two ", "p1_purpose", 100), bold, rest)),))
    assert place_end(layout, measure, Place("Method", words=4)) is None
    found = place_end(layout, measure, Place("Method", words=3))
    assert found is not None
    assert (found.over, len(found.areas)) == (1, 1)


def test_the_real_pages_of_a_narrative_end_where_its_words_do(program: Program, sample_facts: Facts) -> None:
    found = next(sample_facts.of_kind("narrative"))
    words = str(found.answers["p1_purpose"]).split()
    limit = SetAnswer(FieldPath(found.id, "word_limit"), FieldType.NUMBER, Number(Decimal(len(words) - 3), "words"))
    facts = apply_change(sample_facts, limit)

    shown = preview_document(facts, found.id, library=program.library, press=program.press)

    assert isinstance(shown.words, WordEnd)
    first = shown.words.areas[0]
    hit = shown.layout.at(first.page, first.x + 2, first.y + first.height / 2)
    assert hit is not None
    assert hit.paths == (f"{found.id}/p1_purpose",)
    assert words[-3] in hit.words
    before = shown.layout.at(first.page, first.x - 2, first.y + first.height / 2)
    assert before is not None
    assert words[-4] in before.words


def test_a_preview_counts_as_the_finished_file_is_counted(program: Program, sample_facts: Facts) -> None:
    found = next(sample_facts.of_kind("governance"))
    shown = preview_document(sample_facts, found.id, library=program.library, press=program.press)
    counts = Counter[str]()
    for page in read_own("pdf", shown.pdf).words or ():
        counts.update(page)
    assert shown.measure is not None
    assert min(counts["tables"], counts["headings"], counts["running"]) > 0
    for left_out in ((), ("tables",), ("headings", "running"), ("tables", "captions", "headings", "running")):
        end = place_end(shown.layout, shown.measure, Place("Method", words=1, uncounted=left_out))
        assert end is not None
        assert end.over + 1 == counts.total() - sum(counts[sort] for sort in left_out)
