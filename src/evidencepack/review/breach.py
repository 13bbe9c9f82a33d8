# SPDX-License-Identifier: MPL-2.0
"""CHK-DS-19 and CHK-DS-20: how soon partners hear of a breach, against the law's 72 hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Duration, DurationUnit, Reference
from evidencepack.library.entry_amounts import duration_text
from evidencepack.library.rows import parties_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.data_flows import CONTROLLER, FLOW, JOINT, roles_of
from evidencepack.review.reading import Reading

_AGREEMENT, _NOTICE = "dsa", "breach_notify_partner"
_MAP, _TASKS, _TIMING = "raci", "activities", "timing"
_BREACH = re.compile(r"\bbreach", re.IGNORECASE)
_HOURS, _SOON = 72, 24
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
        late = isinstance(notice, Duration) and hours_of(notice) >= _HOURS
        if isinstance(notice, Duration) and late and _has_controller(reading, agreement):
            label = reading.library[agreement.kind].fields[_NOTICE].label
            message = words.message.format(
                document=reading.called(agreement), label=label, answer=duration_text(notice)
            )
            yield _finding(words, FieldPath(agreement.id, _NOTICE), message)


def slow_notices(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-DS-20: yield each agreement in which partners hear of a breach after more than 24 hours, and before 72."""
    for agreement in _agreements(reading):
        notice = agreement.answers.get(_NOTICE)
        if isinstance(notice, Duration) and _SOON < hours_of(notice) < _HOURS:
            message = words.message.format(document=reading.called(agreement), answer=duration_text(notice))
            yield _finding(words, FieldPath(agreement.id, _NOTICE), message)


def hours_of(length: Duration) -> Decimal:
    """Return the hours on the clock of a length of time; none for working hours, which hang on a calendar."""
    return length.amount * _IN_HOURS.get(length.unit, Decimal(0))


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
