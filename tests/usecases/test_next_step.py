# SPDX-License-Identifier: MPL-2.0
"""One next step: what must be fixed before what is missing before the rest, and what was put off comes tomorrow."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from evidencepack.domain.trade import Severity
from evidencepack.usecases.next_step import next_step
from evidencepack.usecases.readiness import Home, Problem

_TODAY = date(2027, 2, 15)


def problem(name: str, severity: Severity, *, rule: str = "LK-01", weight: int = 0) -> Problem:
    home = Home("r", "Memorandum", name, question="Q3", weight=Decimal(weight))
    return Problem(name, severity, rule, "title", "message", "help", home, "r")


_HINT = problem("hint", Severity.SUGGESTS)
_LOOK = problem("look", Severity.WARNS, weight=15)
_MISSING = problem("missing", Severity.WARNS, rule="RQ-01")
_FIX = problem("fix", Severity.BLOCKS, weight=8)
_FIX_MORE = problem("fix more", Severity.BLOCKS, weight=15)
_ALL = (_HINT, _LOOK, _MISSING, _FIX, _FIX_MORE)


def named(*problems: Problem, resting: dict[str, str] | None = None) -> str:
    found = next_step(problems, resting=resting or {}, today=_TODAY)
    return found.id if found else ""


def test_what_must_be_fixed_comes_first_by_the_marks_it_carries() -> None:
    assert named(*_ALL) == "fix more"
    assert named(_HINT, _LOOK, _MISSING, _FIX) == "fix"


def test_then_missing_answers_then_what_needs_a_look_and_hints_never() -> None:
    assert named(_HINT, _LOOK, _MISSING) == "missing"
    assert named(_HINT, _LOOK) == "look"
    assert named(_HINT) == ""
    assert named() == ""


def test_what_was_put_off_rests_until_its_day() -> None:
    assert named(*_ALL, resting={"fix more": "2027-02-16"}) == "fix"
    assert named(*_ALL, resting={"fix more": "2027-02-15"}) == "fix more"
