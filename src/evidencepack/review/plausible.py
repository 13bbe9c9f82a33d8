# SPDX-License-Identifier: MPL-2.0
"""What is only wrong together: an end before a start, a day still to come of what has happened, a risk made worse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, FieldType, Number
from evidencepack.library.entry_bounds import out_of_bounds
from evidencepack.library.entry_dates import date_text
from evidencepack.library.model import Field, RuleWords
from evidencepack.review.answer_lines import AnswerLine, answer_lines, finding_at
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

_SCORES = (("likelihood", "impact"), ("residual_likelihood", "residual_impact"))


def wrong_way_round(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-SG-09: yield each day that is before the one that it must follow."""
    for line in answer_lines(reading):
        for first, second in PAIRS:
            begin, end = line.answers.get(first), line.answers.get(second)
            if isinstance(begin, date) and isinstance(end, date) and end < begin and {first, second} <= set(line.asked):
                message = words.message.format(
                    document=reading.called(line.record),
                    label=line.label(second),
                    day=date_text(end),
                    other=line.label(first),
                    otherday=date_text(begin),
                )
                yield finding_at(words, line, second, message)


def not_yet(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-DT-02: yield each day after the tender's own that is the day of something that has happened."""
    for line in answer_lines(reading):
        for name in sorted(HAPPENED & line.answers.keys() & line.asked.keys()):
            day = line.answers[name]
            if isinstance(day, date) and day > reading.as_of:
                message = words.message.format(
                    document=reading.called(line.record),
                    label=line.label(name),
                    day=date_text(day),
                    today=date_text(reading.as_of),
                )
                yield finding_at(words, line, name, message)


def out_of_range(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-DT-03: yield each value that could not be typed where it stands; files from elsewhere may bring such ones."""
    for line in answer_lines(reading):
        for name, answer in line.answers.items():
            problem = out_of_bounds(line.asked[name], answer) if name in line.asked else ""
            if problem:
                said = {"document": reading.called(line.record), "label": line.label(name), "problem": problem}
                yield finding_at(words, line, name, words.message.format(**said))


def made_worse(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-RK-04: yield each risk whose score after what you do is above the one before it."""
    for risk in reading.facts.of_kind("risk"):
        fields = reading.library[risk.kind].fields
        before, after = (_score(risk, fields, names) for names in _SCORES)
        if before and after and after > before:
            line = AnswerLine(risk, risk.answers, fields)
            message = words.message.format(document=reading.called(risk), before=before, after=after)
            yield finding_at(words, line, _SCORES[1][0], message)


def more_than_all(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-KP-11: yield each result with more cases met than there were, and each target of more than 100 per cent."""
    shares = {one.id: one for one in reading.facts.of_kind("kpi") if one.answers.get("unit") == "pct"}
    for line in answer_lines(reading):
        if line.record.id not in shares:
            continue
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


def _score(risk: Record, fields: Mapping[str, Field], names: tuple[str, str]) -> int:
    """Return likelihood times impact, each by its place in its list from 1; 0 while one of them has no answer."""
    product = 1
    for name in names:
        field = fields.get(name)
        ids = [choice.id for choice in field.choices] if field and field.type is FieldType.CHOICE else []
        answer = risk.answers.get(name)
        product *= ids.index(str(answer)) + 1 if answer in ids else 0
    return product


def _amount(answer: Answer | None) -> Number | None:
    return answer if isinstance(answer, Number) else None
