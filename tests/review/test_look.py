# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Number, Reference
from evidencepack.review.register import Reading, review


def said(reading: Callable[..., Reading], lead: Mapping[str, Answer] | None = None, **answers: Answer) -> list[str]:
    """Return what the rules for the look of pages say of a tender and the organisation that leads."""
    tender = {"title": "Reablement", "lead_provider": Reference("org-9"), **answers}
    records = (
        Record("tender-1", "tender", "TBN", "tender-1", tender),
        Record("org-9", "organisation", "FB", "", {"name": "Ferrybank", **(lead or {})}),
    )
    findings = review(reading({}, *records))
    return [f"{one.rule} {one.field} {one.message}" for one in findings if one.rule.startswith(("CHK-LK", "CHK-PK-10"))]


def points(amount: str) -> Number:
    return Number(Decimal(amount))


@pytest.mark.parametrize(
    "typeface", ["", "  ", "Arial", "arial 11pt", "Arial or similar", "Any sans serif", "Helvetica"]
)
def test_a_typeface_as_wide_as_arial_is_kept(reading: Callable[..., Reading], typeface: str) -> None:
    assert said(reading, typeface=typeface) == []


@pytest.mark.parametrize("typeface", ["Calibri", "Times New Roman", "Arial Narrow"])
def test_another_typeface_is_said_not_to_be_kept(reading: Callable[..., Reading], typeface: str) -> None:
    [finding] = said(reading, typeface=typeface)
    assert finding.startswith("CHK-PK-10 tender-1/typeface")
    assert f"{typeface} → Arimo" in finding


@pytest.mark.parametrize(("page_size", "kept"), [("a4", True), ("any", True), ("other", False)])
def test_paper_other_than_a4_is_said_not_to_be_kept(
    reading: Callable[..., Reading], page_size: str, *, kept: bool
) -> None:
    assert [finding[:9] for finding in said(reading, page_size=page_size)] == ([] if kept else ["CHK-LK-52"])


def test_sizes_and_margins_within_reason_are_kept(reading: Callable[..., Reading]) -> None:
    assert said(reading, type_size_pt=points("14"), margin_mm=points("25")) == []


@pytest.mark.parametrize(
    ("answers", "ending"),
    [
        ({"type_size_pt": points("24")}, "24 → 18 points"),
        ({"margin_mm": points("50")}, "50 → 40 millimetres"),
        ({"margin_mm": points("-5")}, "-5 → their own"),
        ({"page_look": "compact", "type_size_pt": points("11.5")}, "compact → text of 12 points, not compact"),
        ({"page_look": "compact", "type_size_pt": points("14")}, "compact → text of 14 points, not compact"),
    ],
)
def test_what_pages_cannot_keep_is_said(
    reading: Callable[..., Reading], answers: dict[str, Answer], ending: str
) -> None:
    [finding] = said(reading, {}, **answers)
    assert finding.startswith(("CHK-LK-53", "CHK-PK-10 tender-1/type_size_pt"))
    assert finding.endswith(ending)


def test_the_compact_look_can_be_used_up_to_11_points(reading: Callable[..., Reading]) -> None:
    assert said(reading, page_look="compact", type_size_pt=points("11")) == []


def test_a_colour_that_is_printed_darker_is_told_to_the_person(reading: Callable[..., Reading]) -> None:
    [finding] = said(reading, {"brand_colour": "#f5a623"})
    assert finding.startswith("CHK-LK-54 org-9/brand_colour")
    assert finding.endswith("#F5A623 → #754F10")


def test_a_colour_that_is_dark_enough_is_not_spoken_of(reading: Callable[..., Reading]) -> None:
    assert said(reading, {"brand_colour": "0B5C6B"}) == []


def test_what_is_no_colour_is_said(reading: Callable[..., Reading]) -> None:
    [finding] = said(reading, {"brand_colour": "teal"})
    assert finding.startswith("CHK-LK-55 org-9/brand_colour")


def test_a_tender_without_a_lead_has_no_colour(reading: Callable[..., Reading]) -> None:
    assert said(reading, lead_provider=Reference("gone"), brand_colour="teal") == []


@pytest.mark.parametrize("field", ["type_size_pt", "margin_mm", "appendix_side_limit"])
def test_a_number_with_words_behind_it_that_nobody_asked_for_is_said_to_be_unread(
    reading: Callable[..., Reading], field: str
) -> None:
    [finding] = said(reading, {}, **{field: Number(Decimal(12), "e9")})
    assert finding.startswith(f"CHK-LK-56 tender-1/{field}")
    assert finding.endswith("12 e9 → 12")
    assert said(reading, {}, **{field: Number(Decimal(12))}) == []
