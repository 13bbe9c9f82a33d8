# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.domain.record import Facts
from evidencepack.usecases.copies import UnreadableRangeError, parties_of, read_range


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", (1, 2, 3, 4, 5)),
        ("2", (2,)),
        ("1-3", (1, 2, 3)),
        (" 4 – 5 , 1", (1, 4, 5)),
        ("4-", (4, 5)),
        ("-2", (1, 2)),
        ("3-99", (3, 4, 5)),
    ],
)
def test_a_range_is_read_as_people_type_it(text: str, pages: tuple[int, ...]) -> None:
    assert read_range(text, 5) == pages


@pytest.mark.parametrize("text", ["x", "1-2-3", "1,,2", "9", "0"])
def test_what_is_no_range_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UnreadableRangeError, match="1-"):
        read_range(text, 5)


def test_the_parties_of_a_document_get_a_copy_each(sample_facts: Facts) -> None:
    mou = next(sample_facts.of_kind("mou"))
    assert parties_of(sample_facts, mou.id) == ("Ferrybank", "Maitree", "Osierbed", "Lea Marsh", "Kestrel")


def test_where_a_document_names_nobody_the_partners_of_the_tender_get_one(sample_facts: Facts) -> None:
    assert parties_of(sample_facts) == ("Maitree", "Osierbed", "Lea Marsh", "Kestrel")
    study = next(sample_facts.of_kind("case_study"))
    assert parties_of(sample_facts, study.id) == parties_of(sample_facts)
