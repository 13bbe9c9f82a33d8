# SPDX-License-Identifier: MPL-2.0
"""The page on readiness lists the rules that there are, and every rule of the list is one or was decided about."""

from __future__ import annotations

import tomllib

from rule_list import FATES, PAGE, page, unaccounted

from evidencepack.review.register import FAMILIES, RULES

OURS = 51
TOLD = tomllib.loads(FATES.read_text(encoding="utf-8"))


def number(rule: str) -> int:
    return int(rule[-2:])


def test_the_page_is_what_the_script_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: .venv/bin/python packaging/rule_list.py"


def test_no_rule_is_built_and_decided_against() -> None:
    assert {one["id"] for one in TOLD["fate"]} & set(RULES) == set()


def test_a_rule_is_of_the_list_or_has_a_number_of_ours() -> None:
    strange = [one for one in RULES if TOLD["listed"].get(one[:2], 0) < number(one) < OURS]
    assert strange == []


def test_what_was_merged_went_into_rules_of_the_list() -> None:
    into = {name for one in TOLD["fate"] for name in one.get("into", ())}
    assert {name for name in into if name not in RULES} <= set(unaccounted())
    assert all(one["why"].endswith(".") for one in TOLD["fate"])


def test_no_id_is_in_two_families() -> None:
    assert sum(len(family.RULES) for family in FAMILIES) == len(RULES)
