# SPDX-License-Identifier: MPL-2.0
"""A finding that quotes words has the sentence in which they stand."""

from __future__ import annotations

import pytest
from tests.review.on_sample import read, record_of, saying

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Severity
from evidencepack.review.quoting import with_sentence

TEXT = "Nasrin leads. We meet soon; then we write. Nobody waits."


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [("soon", "We meet soon;"), ("Nasrin", "Nasrin leads."), ("leads. We", "Nasrin leads. We meet soon;")],
)
def test_the_sentences_that_a_quote_touches_are_taken(quote: str, sentence: str, sample_facts: Facts) -> None:
    facts = saying(sample_facts, "TBN-NAR-01", p2_delivery=TEXT)
    assert with_sentence(read(facts), _found(facts, quote, TEXT.index(quote))).sentence == sentence


def test_what_quotes_no_words_of_an_answer_stays_as_it_is(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "TBN-NAR-01", p2_delivery=TEXT)
    for one in (_found(facts, "soon", 0), _found(facts, "", 0)):
        assert with_sentence(read(facts), one) is one


def _found(facts: Facts, quote: str, start: int) -> Finding:
    record = record_of(facts, "TBN-NAR-01").id
    span = (start, start + len(quote))
    return Finding("CHK-VG-01", Severity.WARNS, record, f"{record}/p2_delivery", "Soon.", quote=quote, span=span)
