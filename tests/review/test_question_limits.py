# SPDX-License-Identifier: MPL-2.0
"""CHK-PR-52 and CHK-PR-05 at the edge: exactly as much as a question or a place allows is right, one more is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.review.on_sample import read, record_of, saying
from tests.shipped import LIBRARY

from evidencepack.domain.record import Facts
from evidencepack.domain.values import Number, Reference
from evidencepack.review.measures import Extent, Measures
from evidencepack.review.reading import Given
from evidencepack.review.register import RULES

NARRATIVE, STORY = "TBN-NAR-01", "TBN-CS-01"
FIVE = ("p1_purpose", "p2_delivery", "p3_governance", "p4_evidence", "p5_assurance")


@pytest.fixture
def facts(sample_facts: Facts) -> Facts:
    """One narrative of ten words for question Q4, and one case study for it; nothing else is for it."""
    ours = {NARRATIVE, STORY}
    for one in (*sample_facts.of_kind("narrative"), *sample_facts.of_kind("case_study")):
        if one.reference not in ours:
            sample_facts = saying(sample_facts, one.reference, question=None, tender_questions=None)
    question = Reference(record_of(sample_facts, "Q4").id)
    told = saying(sample_facts, NARRATIVE, question=question, **dict.fromkeys(FIVE, "Two words"))
    return saying(told, STORY, tender_questions="Q4 and Q40")


def said(facts: Facts, rule: str = "PR-52", **extents: Extent) -> list[str]:
    """Return what a rule says, where papers take so much as typeset (``NAR`` and ``CS``)."""
    names = {"NAR": NARRATIVE, "CS": STORY}
    papers = {record_of(facts, names[name]).id: extent for name, extent in extents.items()}
    reading = replace(read(facts), given=Given(measures=Measures(sum(one.sides for one in papers.values()), papers)))
    return [one.message for one in RULES[rule](reading, LIBRARY.rules[rule])]


def limited(facts: Facts, reference: str, limits: Mapping[str, int]) -> Facts:
    return saying(facts, reference, **{name: Number(Decimal(most)) for name, most in limits.items()})


@pytest.mark.parametrize(("most", "count"), [(10, 0), (9, 1), (0, 0)])
def test_words_against_the_question(facts: Facts, most: int, count: int) -> None:
    assert len(said(limited(facts, "Q4", {"word_limit": most}))) == count


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("At most 49 characters.", []),
        ("At most 48 characters.", ["has 49 characters, and question Q4 allows 48"]),
        ("40 characters without spaces", []),
        ("39 characters, not counting spaces", ["has 40 characters, and question Q4 allows 39"]),
        ("6,000 characters with spaces", []),
        ("The portal has 2 boxes.", []),
    ],
)
def test_characters_against_what_the_buyer_says_of_the_answer(facts: Facts, note: str, told: list[str]) -> None:
    found = said(saying(facts, "Q4", limit_note=note, word_limit=None))
    assert len(found) == len(told)
    assert all(part in message for part, message in zip(told, found, strict=True))


@pytest.mark.parametrize(("most", "count"), [(2, 0), (1, 1)])
def test_sides_as_typeset_against_the_question(facts: Facts, most: int, count: int) -> None:
    assert len(said(limited(facts, "Q4", {"side_limit": most}), NAR=Extent(2))) == count


@pytest.mark.parametrize(("most", "count"), [(5, 0), (4, 1)])
def test_all_appendices_of_a_question_count_together(facts: Facts, most: int, count: int) -> None:
    found = said(limited(facts, "Q4", {"appendix_sides": most}), NAR=Extent(2), CS=Extent(3))
    assert len(found) == count
    assert all("(TBN-CS-01 and TBN-NAR-01) take 5 sides, and it allows 4" in one for one in found)


@pytest.mark.parametrize(("most", "count"), [(700, 0), (699, 1)])
def test_words_of_the_appendices_against_their_place_on_the_portal(facts: Facts, most: int, count: int) -> None:
    found = said(limited(facts, "SL-1", {"max_words": most}), "PR-05", NAR=Extent(1, 300), CS=Extent(1, 400))
    assert len(found) == count


def test_while_nobody_has_laid_the_papers_out_nothing_is_said_of_sides(facts: Facts) -> None:
    assert said(limited(facts, "Q4", {"side_limit": 1, "appendix_sides": 1})) == []
