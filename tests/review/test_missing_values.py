# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable

from tests.review.conftest import review_of_any_kind

from evidencepack.blocks.inlines import Value
from evidencepack.domain.finding import Finding
from evidencepack.domain.trade import Severity
from evidencepack.review.register import Reading

AREA = Value("[to complete: Area]", ("mou-1/area",), missing=True)


def test_each_gap_of_a_document_is_found_once(reading: Callable[..., Reading]) -> None:
    assert review_of_any_kind(reading(missing={"mou-1": (AREA, AREA), "elsewhere": (AREA,)})) == (
        Finding("CHK-PK-01", Severity.BLOCKS, "mou-1", "mou-1/area", "Mou TBN-MOU-01 prints [to complete: Area]"),
    )


def test_a_gap_in_another_record_says_whose_answer_is_missing(reading: Callable[..., Reading]) -> None:
    gaps = tuple(
        Value("[to complete: Area]", (path,), missing=True) for path in ("org-1/area", "gov-1/area", "no/area")
    )
    assert [finding.message for finding in review_of_any_kind(reading(missing={"mou-1": gaps}))] == [
        "[to complete: Area] of the organisation Ferrybank",
        "[to complete: Area] of the governance G",
        "Mou TBN-MOU-01 prints [to complete: Area]",
    ]


def test_a_gap_without_a_question_still_counts(reading: Callable[..., Reading]) -> None:
    [finding] = review_of_any_kind(reading(missing={"mou-1": (Value("[to complete]", (), missing=True),)}))
    assert finding.field == ""


def test_the_worst_comes_first(reading: Callable[..., Reading]) -> None:
    found = review_of_any_kind(reading({"purpose": ""}, missing={"mou-1": (AREA,)}))
    assert [finding.rule for finding in found] == ["CHK-PK-01", "CHK-RQ-01"]


def test_a_required_answer_that_is_printed_as_a_gap_is_listed_once(reading: Callable[..., Reading]) -> None:
    gap = Value("[to complete: Purpose]", ("mou-1/purpose",), missing=True)
    assert [finding.rule for finding in review_of_any_kind(reading({"purpose": ""}, missing={"mou-1": (gap,)}))] == [
        "CHK-PK-01"
    ]
    assert [finding.rule for finding in review_of_any_kind(reading({"purpose": ""}, missing={"gone": (gap,)}))] == [
        "CHK-RQ-01"
    ]
