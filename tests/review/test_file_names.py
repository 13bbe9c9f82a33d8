# SPDX-License-Identifier: MPL-2.0
"""A file that is called after somebody is found; what offices call their files is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.review.on_sample import messages

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Attachment


def called(facts: Facts, name: str) -> Facts:
    """Return the facts with a piece of evidence whose file has a name."""
    item = Record("item-1", "evidence_item", "EV-90", "", {"file": Attachment("0" * 64, name)})
    return replace(facts, records={**facts.records, item.id: item})


@pytest.mark.parametrize(
    "name",
    ["Doris Whitcombe 3-2-2027.pdf", "Doris_Whitcombe_20270203.pdf", "letter-999-000-0018.pdf", "AB123456C.pdf"],
)
def test_a_file_called_after_somebody_is_found(name: str, sample_facts: Facts) -> None:
    (message,) = messages(called(sample_facts, name), "PD-15")
    assert name in message


@pytest.mark.parametrize(
    "name", ["Insurance 2027-02-03.pdf", "Doris Whitcombe.pdf", "Imran Chowdhury 2027-02-03.pdf", "scan_0001234.pdf"]
)
def test_other_names_of_files_are_left_alone(name: str, sample_facts: Facts) -> None:
    assert messages(called(sample_facts, name), "PD-15") == []
