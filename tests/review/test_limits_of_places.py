# SPDX-License-Identifier: MPL-2.0
"""CHK-PR-05 and what goes into the place on the portal: it speaks of the appendices only where they all go there."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.review.on_sample import read, record_of, saying
from tests.shipped import LIBRARY

from evidencepack.domain.record import Facts
from evidencepack.domain.values import Answer, Choices, Number, Reference, Row, Table
from evidencepack.review.measures import Extent, Measures
from evidencepack.review.reading import Given
from evidencepack.review.register import RULES


def _said(facts: Facts, **slot: Answer) -> list[str]:
    """Return what the rule says of a pack of 12 sides and 300 words whose place takes 11 sides and 299 words."""
    limits: dict[str, Answer] = {"max_sides": Number(Decimal(11)), "max_words": Number(Decimal(299))}
    paper = record_of(facts, "TBN-MOU-01").id
    reading = read(saying(facts, "SL-1", **{**limits, **slot}))
    reading = replace(reading, given=Given(measures=Measures(12, {paper: Extent(12, 300)})))
    return [one.message for one in RULES["PR-05"](reading, LIBRARY.rules["PR-05"])]


def _holding(what: str, paper: Reference | None = None) -> Table:
    return Table((Row("r", {"what": what, **({"paper": paper} if paper else {})}),))


@pytest.mark.parametrize("what", ["pack", "bundle"])
def test_a_place_that_holds_the_whole_pack_is_held_to_its_limits(sample_facts: Facts, what: str) -> None:
    assert len(_said(sample_facts)) == len(_said(sample_facts, holds=_holding(what))) == 2


def test_a_place_that_holds_one_paper_says_nothing_of_all_appendices(sample_facts: Facts) -> None:
    paper = Reference(record_of(sample_facts, "TBN-CS-01").id)
    assert [one for one in _said(sample_facts, holds=_holding("paper", paper)) if "sides" in one] == []
    assert _said(sample_facts, holds=_holding("paper", paper)) == []


@pytest.mark.parametrize(("left_out", "count"), [("cover", 2), ("running", 2), ("tables", 1), ("headings", 1)])
def test_words_that_the_buyer_counts_otherwise_are_left_to_the_finished_files(
    sample_facts: Facts, left_out: str, count: int
) -> None:
    assert len(_said(sample_facts, not_counted=Choices((left_out,)))) == count
