# SPDX-License-Identifier: MPL-2.0
"""Words name records by their references, as whole words."""

from __future__ import annotations

import pytest
from tests.review.on_sample import read, record_of

from evidencepack.domain.record import Facts
from evidencepack.review.named_records import all_named, named_in


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("KPI-07, TBN-CS-01", ["KPI-07", "TBN-CS-01"]),
        ("see kpi-07 (and KPI-07).", ["KPI-07"]),
        ("KPI-077 or XKPI-07 or KPI-07a", []),
        ("“KPI-07”–KPI-08/KPI-09", ["KPI-07", "KPI-08", "KPI-09"]),
        ("", []),
        ("<b>&{{ \u0000 العربية", []),
    ],
)
def test_a_reference_counts_as_a_whole_word_alone(words: str, named: list[str], sample_facts: Facts) -> None:
    assert [one.reference for one in named_in(read(sample_facts), words)] == named


def test_a_record_names_by_links_by_cells_and_by_words(sample_facts: Facts) -> None:
    found = all_named(read(sample_facts), record_of(sample_facts, "TBN-CS-01"))
    assert {record_of(sample_facts, one).id for one in ("MT", "KPI-07")} <= found
    assert record_of(sample_facts, "TBN-CS-01").id not in found
