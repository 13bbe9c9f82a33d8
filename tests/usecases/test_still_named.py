# SPDX-License-Identifier: MPL-2.0
"""What refers to something that is to go, and which words are left behind."""

from __future__ import annotations

from tests.review.on_sample import less_row, record_of, without
from tests.shipped import LIBRARY

from evidencepack.domain.record import Facts
from evidencepack.usecases.still_named import in_the_way, left_behind


def test_answers_and_rows_that_refer_are_named_by_record_and_question_once(sample_facts: Facts) -> None:
    found = in_the_way(sample_facts, LIBRARY, [record_of(sample_facts, "M2").id])
    assert "Letter of support TBN-LOS-MT: “Which meetings will it come to?”" in found
    assert len(found) == len(set(found))


def test_what_goes_together_is_not_in_its_own_way(sample_facts: Facts) -> None:
    flow = record_of(sample_facts, "F2").id
    assert in_the_way(sample_facts, LIBRARY, [flow]) == ()
    two = [record_of(sample_facts, name).id for name in ("PER-01", "PER-02")]
    together = in_the_way(sample_facts, LIBRARY, two)
    assert not any(words.startswith(("Contact PER-01", "Contact PER-02")) for words in together)


def test_only_what_the_removal_left_is_told(sample_facts: Facts) -> None:
    already = without(sample_facts, "RK-01")
    assert left_behind(already, already, LIBRARY) == ()
    (one,) = left_behind(sample_facts, already, LIBRARY)
    assert "RK-01" in one
    both = less_row(already, "TBN-MOU-01", "parties", 2)
    assert ["RK-01" in sentence for sentence in left_behind(already, both, LIBRARY)] == [False]
