# SPDX-License-Identifier: MPL-2.0
"""What makes a narrative hard to read is told at the answer in which it stands."""

from __future__ import annotations

from tests.review.on_sample import read, record_of, saying
from tests.shipped import LIBRARY

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.review.plain_english import hard_to_read

PAPER = "TBN-NAR-02"


def test_a_short_form_is_told_where_it_stands_first(sample_facts: Facts) -> None:
    (found,) = _said(sample_facts, p2_delivery="The QZW signs the list.", p5_assurance="Each QZW is read.")
    assert (found.field.rpartition("/")[2], found.quote, found.span) == ("p2_delivery", "QZW", (4, 7))


def test_a_short_form_in_the_plural_is_told_with_its_ending(sample_facts: Facts) -> None:
    (found,) = _said(sample_facts, p5_assurance="Both QZWs are read out.")
    assert (found.field.rpartition("/")[2], found.quote) == ("p5_assurance", "QZWs")


def test_sentences_that_hide_who_does_it_are_told_at_the_first(sample_facts: Facts) -> None:
    hidden = "The list is signed. The key was fitted. The room is kept. The form was sent. The bed is made."
    told = [one for one in _said(sample_facts, p2_delivery=hidden * 3) if "hide who" in one.message]
    assert [(one.field.rpartition("/")[2], one.quote) for one in told] == [("p2_delivery", "is signed")]


def test_a_short_form_that_is_explained_is_none(sample_facts: Facts) -> None:
    assert _said(sample_facts, p2_delivery="The queue zone watch (QZW) signs the list.") == []


def _said(facts: Facts, **answers: str) -> list[Finding]:
    changed = saying(facts, PAPER, **answers)
    return list(hard_to_read(read(changed), LIBRARY.rules["VG-05"], record_of(changed, PAPER)))
