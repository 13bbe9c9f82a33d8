# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from decimal import Decimal

import pytest

from evidencepack.domain.print_rules import PageLook, PrintRules, read_print_rules
from evidencepack.domain.values import Money, Number


def test_a_tender_that_asks_for_nothing_has_no_rules() -> None:
    assert read_print_rules({}) == PrintRules()


def test_rules_are_read_from_a_tenders_answers() -> None:
    rules = read_print_rules(
        {
            "page_look": "compact",
            "type_size_pt": Number(Decimal("11.5")),
            "type_size_everywhere": True,
            "margin_mm": Number(Decimal(25), "mm"),
            "typeface": "Arial",
            "page_size": "a4",
        }
    )
    assert rules == PrintRules(PageLook.COMPACT, 11.5, True, 25, "Arial", "a4")


def test_answers_of_another_type_are_no_rules() -> None:
    assert read_print_rules({"page_look": "fancy", "type_size_pt": Money(12), "typeface": True}) == PrintRules()


@pytest.mark.parametrize(("asked", "kept"), [(0, 0), (-3, 0), (12, 12), (18, 18), (40, 18)])
def test_sizes_are_kept_up_to_large_print(asked: float, kept: float) -> None:
    assert PrintRules(size=asked).kept_size == kept


@pytest.mark.parametrize(("asked", "kept"), [(-1, 0), (20, 20), (40, 40), (41, 40)])
def test_margins_are_kept_while_there_is_room_for_text(asked: float, kept: float) -> None:
    assert PrintRules(margin=asked).kept_margin == kept
