# SPDX-License-Identifier: MPL-2.0
"""One next step: what must be fixed before what is missing before the rest, and what was put off comes tomorrow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Severity
from evidencepack.usecases.next_step import Beginning, beginning, next_step, resting_key
from evidencepack.usecases.readiness import Home, Problem

_TODAY = date(2027, 2, 15)


def problem(name: str, severity: Severity, *, rule: str = "PK-10", weight: int = 0) -> Problem:
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


def test_a_tender_begins_with_its_deadline_then_a_partner_then_a_paper(program: Program) -> None:
    tender = Record("t", "tender", "T")
    bare = Facts("t", {"t": tender})
    due = Facts("t", {"t": replace(tender, answers={"submission_deadline": date(2027, 3, 1)})})
    joined = Facts("t", {**due.records, "p": Record("p", "partnership", "P", "t")})
    begun = Facts("t", {**joined.records, "m": Record("m", "mou", "M", "t")})

    found = [beginning(one, program.library, resting={}, today=_TODAY) for one in (bare, due, joined, begun)]

    assert found == [Beginning.DEADLINE, Beginning.PARTNER, Beginning.PAPER, None]


def test_who_bids_alone_puts_the_partner_off(program: Program) -> None:
    bare = Facts("t", {"t": Record("t", "tender", "T")})
    resting = {resting_key(bare, one): "2027-02-16" for one in (Beginning.DEADLINE, Beginning.PARTNER)}

    assert beginning(bare, program.library, resting=resting, today=_TODAY) is Beginning.PAPER
    assert beginning(bare, program.library, resting=resting, today=date(2027, 2, 16)) is Beginning.DEADLINE
