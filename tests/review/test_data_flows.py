# SPDX-License-Identifier: MPL-2.0
"""Roles of a flow against who decides, against each other, and against the legal reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.review.on_sample import linked, messages, saying
from tests.shipped import LIBRARY

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import Answer, Reference
from evidencepack.library.starters_model import Role
from evidencepack.review.data_flows import decided_otherwise, ill_matched, public_tasks_of_others
from evidencepack.review.reading import Reading

ROLES = ("controller", "joint_controller", "processor")
GOOD = {
    ("controller", "controller"),
    ("joint_controller", "joint_controller"),
    ("controller", "processor"),
    ("processor", "controller"),
}


def found(answers: Mapping[str, Answer], *, public: bool = False) -> list[Finding]:
    council = Record("org", "organisation", "LBT", "", {"is_public_authority": public})
    flow = Record("f", "data_flow", "F1", "t", {"contains": "personal", "sender": Reference("org"), **answers})
    facts = Facts("t", {"t": Record("t", "tender", "TBN"), "org": council, "f": flow})
    reading = Reading("t", (), facts, LIBRARY, date(2027, 2, 15))
    rules = (("DS-54", decided_otherwise), ("DS-55", ill_matched), ("DS-37", public_tasks_of_others))
    return [finding for name, rule in rules for finding in rule(reading, LIBRARY.rules[name])]


def rules(**answers: Answer) -> list[str]:
    return [finding.rule for finding in found(answers)]


@pytest.mark.parametrize("sender", ROLES)
@pytest.mark.parametrize("receiver", ROLES)
def test_only_roles_that_go_together_may_meet(sender: str, receiver: str) -> None:
    wanted = [] if (sender, receiver) in GOOD else ["CHK-DS-55"]
    assert rules(sender_role=sender, receiver_role=receiver) == wanted


def test_a_lone_joint_controller_is_named() -> None:
    [finding] = found({"sender_role": "joint_controller", "receiver_role": "controller", "who_decides": "together"})
    assert finding == Finding(
        "CHK-DS-55",
        Severity.BLOCKS,
        "f",
        "f/sender_role",
        "Data flow F1: the sender is called joint controller and the receiver controller. "
        "These two do not go together, so nobody knows who answers for it.",
    )


@pytest.mark.parametrize(
    ("who", "sender", "receiver"),
    [
        ("each", "controller", "controller"),
        ("together", "joint_controller", "joint_controller"),
        ("sender", "controller", "processor"),
        ("receiver", "processor", "controller"),
    ],
)
def test_the_roles_must_follow_from_who_decides(who: str, sender: str, receiver: str) -> None:
    for roles in GOOD:
        wanted = [] if roles == (sender, receiver) else ["CHK-DS-54"]
        assert rules(who_decides=who, sender_role=roles[0], receiver_role=roles[1]) == wanted


def test_the_finding_stands_at_the_role_that_does_not_follow() -> None:
    [finding] = found({"who_decides": "sender", "sender_role": "controller", "receiver_role": "controller"})
    assert finding.field == "f/receiver_role"
    assert finding.message == (
        "Data flow F1: “Who decides why the information is used, and the main ways it is used?” says “The sender; "
        "the receiver only follows its instructions”. Yet the sender is called controller and the receiver controller. "
        "Duties in law then fall on the wrong one."
    )


@pytest.mark.parametrize("who", ["unsure", ""])
def test_who_is_not_sure_is_not_told_off(who: str) -> None:
    assert rules(who_decides=who, sender_role="controller", receiver_role="processor") == []


def test_counts_and_unanswered_roles_have_none() -> None:
    assert rules(contains="anonymous", sender_role="joint_controller", receiver_role="controller") == []
    assert rules(who_decides="together", sender_role="joint_controller") == []


@pytest.mark.parametrize(
    ("answers", "public", "wanted"),
    [
        ({"sender_art6": "e", "sender_task_belongs_to": "another_body"}, False, ["f/sender_art6"]),
        ({"receiver_art6": "e", "receiver_task_belongs_to": "nobody"}, False, ["f/receiver_art6"]),
        ({"sender_art6": "e", "sender_task_belongs_to": "another_body"}, True, []),
        ({"sender_art6": "e", "sender_task_belongs_to": "own"}, False, []),
        ({"sender_art6": "e"}, False, []),
        ({"sender_art6": "f", "sender_task_belongs_to": "another_body"}, False, []),
        ({"sender_art6": "e", "sender_task_belongs_to": "unsure", "ig_check": "Whose task?"}, False, []),
    ],
)
def test_public_task_is_for_tasks_of_ones_own(answers: dict[str, Answer], public: bool, wanted: list[str]) -> None:  # noqa: FBT001
    said = found(answers, public=public)
    assert [finding.field for finding in said if finding.rule == "CHK-DS-37"] == wanted


def test_every_example_of_a_flow_has_roles_that_follow() -> None:
    for starter in LIBRARY["data_flow"].starters:
        plain = {name: value for name, value in starter.values.items() if not isinstance(value, (Role, tuple))}
        assert rules(**plain) == []


def test_a_flow_to_oneself_is_no_sharing(sample_facts: Facts) -> None:
    assert messages(sample_facts, "DS-53") == []
    osierbed = linked(sample_facts, "OH")
    (message,) = messages(saying(sample_facts, "F3", receiver=osierbed, sender=osierbed), "DS-53")
    assert "from the organisation Osierbed to itself" in message
