# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.render.compounds import held, may_part


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Gwenllïan Prŷs-Jones", ["Gwenllïan Prŷs", "Jones"]),
        ("Zoë Beaumont-Núñez", ["Zoë Beaumont", "Núñez"]),
        ("TBN-MOU-01 and (KPI-04), yes", ["TBN", "MOU", "01 and (KPI", "04), yes"]),
        ("a drop-in", ["a drop", "in"]),
        ("moving-and-handling", ["moving", "and-handling"]),
        ("sports-based work", ["sports-based work"]),
        ("one - two", ["one - two"]),
        ("- an item", ["- an item"]),
        ("ends in a hyphen-", ["ends in a hyphen-"]),
        ("ask d-m.jones@a-b.example today", ["ask d-m.jones@a-b.example today"]),
        ("no hyphen", ["no hyphen"]),
        ("", [""]),
    ],
)
def test_hyphens_hold_but_in_compounds_and_addresses(text: str, parts: list[str]) -> None:
    assert held(text) == parts
    assert "-".join(held(text)) == text


def test_a_very_long_word_costs_no_more_than_its_length() -> None:
    text = "a" * 100_000 + " b-c"
    assert held(text) == [text[:-2], "c"]


def test_codes_and_addresses_do_not_part() -> None:
    assert [word for word in ("day-to-day", "and/or", "SR-1", "a-b.pdf", "word") if may_part(word)] == [
        "day-to-day",
        "and/or",
    ]
