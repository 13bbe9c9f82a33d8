# SPDX-License-Identifier: MPL-2.0
"""Which words are looked at: those that partners or the buyer may read, in answers, in lines and in house wording."""

from __future__ import annotations

from tests.review.on_sample import record_of, saying, saying_in_row
from tests.shipped import LIBRARY

from evidencepack.domain.record import Facts
from evidencepack.library.header import is_over
from evidencepack.review.prose import Prose, prose_of
from evidencepack.review.reading import Reading
from evidencepack.review.scope import records_in_use
from evidencepack.usecases.clock import as_of


def found(facts: Facts, text: str) -> list[Prose]:
    papers = tuple(one for one in facts.records.values() if LIBRARY[one.kind].document and not is_over(one))
    reading = Reading(facts.tender, papers, facts, LIBRARY, as_of(facts))
    return [one for record in records_in_use(reading) for one in prose_of(reading, record) if text in one.text]


def test_an_answer_is_found_with_its_record_its_place_and_its_question(sample_facts: Facts) -> None:
    (one,) = found(saying(sample_facts, "TBN-CS-01", problem="A canary."), "canary")
    case = record_of(sample_facts, "TBN-CS-01")
    assert (one.about.id, str(one.path), one.label) == (case.id, f"{case.id}/problem", "What was the problem")


def test_a_line_of_a_table_is_counted(sample_facts: Facts) -> None:
    (one,) = found(saying_in_row(sample_facts, "TBN-CS-01", "measures", 2, source="A canary."), "canary")
    assert one.label == "Which numbers show it: Source, line 2"


def test_private_and_hidden_words_are_left_out(sample_facts: Facts) -> None:
    assert found(saying(sample_facts, "TBN-LOS-MT", condition="none", no_condition_reason="canary"), "canary") == []
    assert found(saying(sample_facts, "TBN-LOS-MT", condition_words="canary"), "canary") == []
    assert len(found(saying(sample_facts, "TBN-LOS-MT", condition="also", condition_words="canary"), "canary")) == 1


def test_words_of_a_house_belong_to_the_document_whose_clause_they_are(sample_facts: Facts) -> None:
    (one,) = found(saying(sample_facts, "mou.insurance", text="Ask the canary."), "canary")
    assert one.about.reference == "TBN-MOU-01"
    assert one.path.record == record_of(sample_facts, "mou.insurance").id


def test_a_paper_that_is_over_is_not_looked_at(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "TBN-CS-01", problem="A canary.", status="withdrawn")
    assert found(facts, "canary") == []
