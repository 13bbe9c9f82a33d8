# SPDX-License-Identifier: MPL-2.0
"""The data flow asks like a wizard: each answer decides which questions come next, and none comes too early."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.shipped import LIBRARY

from evidencepack.domain.values import Answer
from evidencepack.library.conditions import holds

FLOW = LIBRARY["data_flow"]
ORDER = [name for step in FLOW.steps for name in step.fields]
PERSONAL: Mapping[str, Answer] = {"contains": "personal", "sender_role": "controller", "receiver_role": "controller"}


def asked(**answers: Answer) -> set[str]:
    """The questions that come with these answers."""
    return {name for name, field in FLOW.fields.items() if holds(field.shown_when, answers, rows=lambda _table: ())}


def needed(**answers: Answer) -> set[str]:
    """Those of them that must be answered because of these answers, and not anyway."""
    conditional = {name for name, field in FLOW.fields.items() if field.required_when}
    must = {name for name in conditional if holds(FLOW.fields[name].required_when, answers, rows=lambda _table: ())}
    return must & asked(**answers)


def test_no_question_depends_on_a_later_one() -> None:
    early = [
        (name, test.field)
        for name, field in FLOW.fields.items()
        for condition in (*field.shown_when, *field.required_when)
        for test in (condition, *condition.others)
        if ORDER.index(test.field) > ORDER.index(name)
    ]
    assert early == []


def test_counts_need_no_role_and_no_legal_reason() -> None:
    lawful = {"who_decides", "sender_role", "sender_art6", "receiver_art6", "special_category", "basis_confirmed"}
    assert asked(contains="anonymous") & lawful == set()
    assert asked(contains="personal") >= {"use", "who_decides", "sender_role", "special_category", "basis_confirmed"}


def test_the_task_is_asked_before_the_reason_and_the_role_before_both() -> None:
    for side in ("sender", "receiver"):
        places = [ORDER.index(name) for name in ("who_decides", f"{side}_role", f"{side}_task_belongs_to")]
        assert sorted(places) == places
        assert places[-1] < ORDER.index(f"{side}_art6")


def test_a_processor_needs_no_reason_of_its_own() -> None:
    found = asked(**{**PERSONAL, "receiver_role": "processor"})
    assert {"sender_art6", "sender_task_belongs_to"} <= found
    assert {"receiver_art6", "receiver_task_belongs_to"} & found == set()


@pytest.mark.parametrize("side", ["sender", "receiver"])
@pytest.mark.parametrize(
    ("reason", "follows"),
    [
        ("a", {"consent_withdrawal"}),
        ("b", set()),
        ("c", {"statutory_basis"}),
        ("d", set()),
        ("e", {"statutory_basis"}),
        ("ea", {"recognised_interest"}),
        ("f", {"lia_ref"}),
    ],
)
def test_each_reason_asks_for_what_the_law_wants_with_it_on_either_side(
    side: str, reason: str, follows: set[str]
) -> None:
    among = {"consent_withdrawal", "statutory_basis", "recognised_interest", "lia_ref"}
    assert needed(**PERSONAL, **{f"{side}_art6": reason}) & among == follows


@pytest.mark.parametrize(
    ("answers", "follows"),
    [
        ({"special_category": False}, set()),
        ({"special_category": True}, {"art9_condition"}),
        ({"special_category": True, "art9_condition": "a"}, {"art9_condition", "consent_withdrawal"}),
        (
            {"special_category": True, "art9_condition": "h"},
            {"art9_condition", "sch1_condition", "secrecy_basis"},
        ),
        (
            {"special_category": True, "art9_condition": "g", "sch1_condition": "p2_18"},
            {"art9_condition", "sch1_condition", "apd_ref"},
        ),
        ({"criminal_data": True}, {"criminal_condition"}),
    ],
)
def test_health_and_crime_ask_for_their_conditions(answers: Mapping[str, Answer], follows: set[str]) -> None:
    among = {"art9_condition", "sch1_condition", "secrecy_basis", "apd_ref", "criminal_condition", "consent_withdrawal"}
    assert needed(**PERSONAL, **answers) & among == follows


def test_an_open_point_is_written_down_for_the_information_governance_lead() -> None:
    assert "ig_check" in needed(**PERSONAL, basis_confirmed=False)
    assert "ig_check" not in asked(**PERSONAL, basis_confirmed=True)
    assert ORDER[-2:] == ["basis_confirmed", "ig_check"]
