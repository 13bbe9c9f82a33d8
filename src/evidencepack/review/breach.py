# SPDX-License-Identifier: MPL-2.0
"""CHK-DS-19 and CHK-XD-04: how soon partners hear of a breach, against the law's 72 hours and against the tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Duration, DurationUnit, Reference, Row, Table
from evidencepack.library.entry_amounts import duration_text
from evidencepack.library.model import RuleWords
from evidencepack.library.rows import parties_of
from evidencepack.review.data_flows import CONTROLLER, FLOW, JOINT, roles_of
from evidencepack.review.overrides import contradictions
from evidencepack.review.reading import Reading
from evidencepack.review.spoken import in_common, promised_times

_AGREEMENT, _NOTICE = "dsa", "breach_notify_partner"
_MAP, _TASKS, _TIMING = "raci", "activities", "timing"
_BREACH = re.compile(r"\bbreach", re.IGNORECASE)
_HOURS = 72
_IN_HOURS = {
    DurationUnit.MINUTES: Decimal(1) / 60,
    DurationUnit.HOURS: Decimal(1),
    DurationUnit.DAYS: Decimal(24),
    DurationUnit.WORKING_DAYS: Decimal(24),
    DurationUnit.WEEKS: Decimal(168),
    DurationUnit.MONTHS: Decimal(720),
    DurationUnit.YEARS: Decimal(8760),
}
"""Hours on the clock; working days at their shortest. Working hours depend on a calendar, so they are left out."""


def late_notices(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-DS-19: yield each agreement with a controller in which partners hear of a breach after 72 hours or more."""
    for agreement in _agreements(reading):
        notice = agreement.answers.get(_NOTICE)
        late = isinstance(notice, Duration) and notice.amount * _IN_HOURS.get(notice.unit, Decimal(0)) >= _HOURS
        if isinstance(notice, Duration) and late and _has_controller(reading, agreement):
            label = reading.library[agreement.kind].fields[_NOTICE].label
            message = words.message.format(
                document=reading.called(agreement), label=label, answer=duration_text(notice)
            )
            yield _finding(words, FieldPath(agreement.id, _NOTICE), message)


def notices(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-XD-04: yield each paper with another time for breaches: in a row of its own, or in a task linked with it."""
    yield from contradictions(reading, words)
    for agreement in _agreements(reading):
        notice = agreement.answers.get(_NOTICE)
        for document, row in _tasks(reading, agreement) if isinstance(notice, Duration) else ():
            said = {one.length for one in promised_times(str(row.cells.get(_TIMING, "")))}
            if isinstance(notice, Duration) and said and in_common(notice) not in said:
                message = words.row_message.format(
                    document=reading.called(document),
                    record=str(row.cells.get("ref", "")),
                    here=str(row.cells[_TIMING]),
                    paper=agreement.reference,
                    elsewhere=duration_text(notice),
                )
                yield _finding(words, FieldPath(document.id, _TASKS, row.id, _TIMING), message)


def _tasks(reading: Reading, agreement: Record) -> Iterator[tuple[Record, Row]]:
    """Yield the tasks about a breach that go with an agreement, each with the paper in which it stands."""
    for document in (one for one in reading.documents if one.kind == _MAP):
        table = document.answers.get(_TASKS)
        for row in table.rows if isinstance(table, Table) else ():
            goes_with = re.findall(r"[\w-]+", str(row.cells.get("linked", "")))
            if agreement.reference in goes_with and _BREACH.search(str(row.cells.get("activity", ""))):
                yield document, row


def _agreements(reading: Reading) -> Iterator[Record]:
    return (one for one in reading.documents if one.kind == _AGREEMENT)


def _has_controller(reading: Reading, agreement: Record) -> bool:
    """Whether a party of an agreement is a controller in any flow."""
    parties = parties_of(agreement, reading.library[agreement.kind], reading.facts, reading.library)
    return any(
        role in {CONTROLLER, JOINT} and flow.answers.get(side) in {Reference(one) for one in parties}
        for flow in reading.facts.of_kind(FLOW)
        for side, role in zip(("sender", "receiver"), roles_of(flow), strict=True)
    )


def _finding(words: RuleWords, path: FieldPath, message: str) -> Finding:
    return Finding(f"CHK-{words.id}", words.severity, path.record, str(path), message)
