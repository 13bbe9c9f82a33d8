# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from itertools import pairwise

import pytest

from evidencepack.render.compounds import SIGN, SOFT, has_soft_break, held, may_part


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


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("https://www.example.org/a?b=c", ["https://", "www.", "example.", "org/", "a?", "b=", "c"]),
        ("pack_final-2.pdf", ["pack_", "final-", "2.", "pdf"]),
        ("a.b@c.example", ["a.", "b@", "c.", "example"]),
        ("one...", ["one..."]),
    ],
)
def test_addresses_and_file_names_part_after_their_signs(word: str, parts: list[str]) -> None:
    places = [0, *(found.start() for found in SIGN.finditer(word)), len(word)]
    assert [word[start:end] for start, end in pairwise(places)] == parts


def test_a_word_parts_where_a_person_says_so_and_not_at_its_ends() -> None:
    text = "\u00adsafe\u00adguard\u200bing\u00ad"
    assert [found.start() for found in SOFT.finditer(text)] == [5, 11]
    assert has_soft_break("safe\u00adguarding")
    assert not has_soft_break("safe-guarding")
