# SPDX-License-Identifier: MPL-2.0
"""Where a limit of words ends on the pages: at the word that is one too many, in whichever paragraph that is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, FieldType, Number
from evidencepack.usecases.changes import SetAnswer, apply_change
from evidencepack.usecases.passages import Area, Layout, Passage, Spot
from evidencepack.usecases.previewing import preview_document
from evidencepack.usecases.word_limit import WordEnd, word_end

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
