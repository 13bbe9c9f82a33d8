# SPDX-License-Identifier: MPL-2.0
"""What is only wrong together: an end before a start, a day still to come of what has happened, more than all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Number
from evidencepack.library.entry_bounds import out_of_bounds
from evidencepack.library.entry_dates import date_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.answer_lines import finding_at, lines_of
from evidencepack.review.reading import Reading

PAIRS = (
    ("asked_on", "answered_on"),
    ("available_from", "available_to"),
    ("award_date", "contract_start"),
    ("clarification_deadline", "submission_deadline"),
    ("contract_start", "contract_end"),
    ("dated", "expires"),
    ("held_on", "next_review"),
    ("last_reviewed", "next_review"),
    ("period_from", "period_to"),
    ("period_start", "period_end"),
    ("previous_start", "previous_end"),
    ("published", "clarification_deadline"),
    ("published", "submission_deadline"),
    ("raised_on", "closed_on"),
    ("raised_on", "due"),
    ("start", "due"),
    ("start_date", "end_date"),
    ("start_date", "review_date"),
    ("submission_deadline", "award_date"),
    ("submission_deadline", "contract_start"),
    ("version_date", "expiry_date"),
    ("version_date", "review_date"),
)
"""Fields and columns of which the first is never after the second, wherever one record or one row has both."""

HAPPENED = frozenset(
    (
        "accessible_information_checked_on",
        "adopted_on",
        "agreed_on",
        "answered_on",
        "approved_on",
        "asked_on",
        "changed_on",
        "checked_on",
        "closed_on",
        "confirmed_on",
        "cqc_report_date",
        "dated",
        "debarment_checked_on",
        "decided_on",
        "dspt_date",
        "entered_on",
        "exclusion_self_declaration_date",
        "held_on",
        "last_done",
        "last_reviewed",
        "last_talk",
        "looked_on",
        "own_plan_checked",
        "period_end",
        "period_to",
        "permission_date",
        "platform_info_shared_on",
        "platform_registered_on",
        "raised_on",
        "read_on",
        "reviewed_on",
        "settled_on",
        "tested_on",
        "together_since",
        "trained_on",
    )
)
"""Fields and columns that hold the day of something that has happened."""


def wrong_way_round(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-SG-09: yield each day that is before the one that it must follow."""
    for line in lines_of(reading, record):
        days = {name: day for name, day in line.answers.items() if isinstance(day, date) and name in line.asked}
        for first, second in PAIRS if len(days) > 1 else ():
            begin, end = days.get(first), days.get(second)
            if begin and end and end < begin:
                message = words.message.format(
                    document=reading.called(line.record),
                    label=line.label(second),
                    day=date_text(end),
                    other=line.label(first),
                    otherday=date_text(begin),
                )
                yield finding_at(words, line, second, message)


def not_yet(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-DT-52: yield each day after the tender's own that is the day of something that has happened."""
    for line in lines_of(reading, record):
        for name, day in line.answers.items():
            if isinstance(day, date) and name in HAPPENED and name in line.asked and day > reading.as_of:
                message = words.message.format(
                    document=reading.called(line.record),
                    label=line.label(name),
                    day=date_text(day),
                    today=date_text(reading.as_of),
                )
                yield finding_at(words, line, name, message)


def out_of_range(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-DT-53: yield each value that could not be typed where it stands; files from elsewhere may bring such ones."""
    for line in lines_of(reading, record):
        for name, answer in line.answers.items():
            problem = out_of_bounds(line.asked[name], answer) if name in line.asked else ""
            if problem:
                said = {"document": reading.called(line.record), "label": line.label(name), "problem": problem}
                yield finding_at(words, line, name, words.message.format(**said))


def more_than_all(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-KP-51: yield each result with more cases met than there were, and each target of more than 100 per cent."""
    for line in lines_of(reading, record) if record.answers.get("unit") == "pct" else ():
        met, cases = _amount(line.answers.get("met")), _amount(line.answers.get("cases"))
        if met is not None and cases is not None and met.amount > cases.amount:
            said = {"label": line.label("met"), "answer": f"{met.amount:f}", "most": f"{cases.amount:f}"}
            yield finding_at(words, line, "met", words.message.format(document=reading.called(line.record), **said))
        for name in ("baseline", "target", "amber_from", "red_from"):
            share = _amount(line.answers.get(name)) if name in line.asked else None
            if share is not None and share.amount > 100:
                said = {"label": line.label(name), "answer": f"{share.amount:f}%", "most": "100%"}
                message = words.message.format(document=reading.called(line.record), **said)
                yield finding_at(words, line, name, message)


def _amount(answer: Answer | None) -> Number | None:
    return answer if isinstance(answer, Number) else None
