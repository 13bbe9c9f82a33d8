# SPDX-License-Identifier: MPL-2.0
"""CHK-SG-10: what was planned for a day that has passed, and is not done: actions, gateways, answers to measures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.entry_dates import date_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading
from evidencepack.review.telling import answer, cell, rows, tell, words_in

_DONE = frozenset({"closed", "waiting_for_check"})


@dataclass(frozen=True, slots=True)
class _Planned:
    """What is to be done by a day: where the day stands, the day, and what it is."""

    at: FieldPath
    day: object
    what: str


_Look: TypeAlias = Callable[[Reading, Record], Iterator[_Planned]]


def overdue(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield what was to be done by a day that has passed."""
    look = _LOOKS.get(record.kind)
    for one in look(reading, record) if look else ():
        if isinstance(one.day, date) and one.day < reading.as_of:
            what = one.what.rstrip(".")
            said = {"record": record.reference, "answer": what, "day": date_text(one.day)}
            found = tell(words, record, one.at, said, "" if what else "unnamed")
            yield replace(found, item=record.reference, looked=(str(one.day), what))


def _action(_: Reading, action: Record) -> Iterator[_Planned]:
    """Yield the day of an action that is neither closed nor done and waiting for a check."""
    if action.answers.get("status") not in _DONE:
        yield _Planned(answer(action, "due"), action.answers.get("due"), words_in(action, "action"))


def _gateway(reading: Reading, gateway: Record) -> Iterator[_Planned]:
    """Yield the day of a gateway without an outcome."""
    gates = reading.library[gateway.kind].fields["gate"].choices
    if not words_in(gateway, "outcome"):
        label = next((one.label for one in gates if one.id == gateway.answers.get("gate")), "")
        yield _Planned(answer(gateway, "gate_date"), gateway.answers.get("gate_date"), label)


def _risk(_: Reading, risk: Record) -> Iterator[_Planned]:
    """Yield the days of the actions of an open risk; what is done is taken out of its list."""
    if risk.answers.get("status") != "closed":
        for row in rows(risk, "actions"):
            yield _Planned(cell(risk, "actions", row, "due"), row.cells.get("due"), words_in(row.cells, "what"))


def _measure(_: Reading, measure: Record) -> Iterator[_Planned]:
    """Yield the day of what was to be done about a measure, unless it was counted since."""
    due = measure.answers.get("action_due")
    since = [row.cells.get("period_end") for row in rows(measure, "readings")]
    if words_in(measure, "action") and not any(isinstance(due, date) and _after(day, due) for day in since):
        yield _Planned(answer(measure, "action_due"), due, words_in(measure, "action"))


def _after(day: object, due: date) -> bool:
    return isinstance(day, date) and day > due


def _steps(table: str, what: str) -> _Look:
    """Return what yields the days of a table of steps; a paper that is signed as it stands has them all the same."""

    def look(_: Reading, paper: Record) -> Iterator[_Planned]:
        for row in rows(paper, table):
            yield _Planned(cell(paper, table, row, "due"), row.cells.get("due"), words_in(row.cells, what))

    return look


def _once(field: str, what: str) -> _Look:
    """Return what yields the one day of a paper on which something is to be done again."""

    def look(_: Reading, paper: Record) -> Iterator[_Planned]:
        yield _Planned(answer(paper, field), paper.answers.get(field), what)

    return look


_LOOKS: Mapping[str, _Look] = {
    "action": _action,
    "gateway": _gateway,
    "risk": _risk,
    "kpi": _measure,
    "heads_of_terms": _steps("steps_to_contract", "step"),
    "social_value": _steps("project_plan", "step"),
    "continuity_plan": _once("next_test", "the next test"),
    "partnership_review": _once("next_review", "the next review"),
    "common_ground": _once("next_confirmation", "the next confirmation"),
}
