# SPDX-License-Identifier: MPL-2.0
"""CHK-IF: who can see what, when a leaver's access ends, and how information moves at the hard moments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Frequency
from evidencepack.library.entry_dates import date_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading
from evidencepack.review.telling import answer, cell, listed, rows, tell, words_in

_TIME = re.compile(
    r"\b(\d+|an?|one|two|three|four|five|seven|ten) (?:working )?(hour|day|week|month)s?\b", re.IGNORECASE
)
_LATE = re.compile(r"\bend of the (?:week|month|quarter)\b|\b(?:next|following) (?:week|month)\b", re.IGNORECASE)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "ten": 10}
_HOURS = {"hour": 1, "day": 24, "week": 168, "month": 720}
_A_DAY = 24
_BROAD = frozenset({"edit", "admin"})
_SHARED = re.compile(
    r"\b(?:shared|generic|team|common|group) (?:log-?in|account|password|user ?name)s?\b", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:no|never|not|without)\W+(?:\w+\W+)?$", re.IGNORECASE)
_WORDS = ("role", "system", "data_set", "why")
_MOMENTS = {
    "handover_steps": "a handover",
    "escalation_steps": "something that is stuck",
    "incident_steps": "something that goes wrong",
}
_DAYS = {
    Frequency.DAILY: 1,
    Frequency.WEEKLY: 7,
    Frequency.FORTNIGHTLY: 14,
    Frequency.MONTHLY: 31,
    Frequency.EVERY_6_WEEKS: 42,
    Frequency.QUARTERLY: 92,
    Frequency.SIX_MONTHLY: 184,
    Frequency.ANNUALLY: 366,
}


def late_cutoff(reading: Reading, words: RuleWords, governance: Record) -> Iterator[Finding]:
    """CHK-IF-01: yield when the end of a leaver's access is not said, or is more than a day away."""
    text = words_in(governance, "leaver_cutoff")
    hours = [_count(number) * _HOURS[unit.lower()] for number, unit in _TIME.findall(text)]
    if reading.of("info_flow_access") and (not text or _LATE.search(text) or any(one > _A_DAY for one in hours)):
        yield _at(reading, words, governance, answer(governance, "leaver_cutoff"), answer=text or "nothing")


def broad_access(reading: Reading, words: RuleWords, role: Record) -> Iterator[Finding]:
    """CHK-IF-02: yield each job that may change or manage records without a reason, or without somebody's approval."""
    missing = [] if words_in(role, "why") else ["why"]
    missing += [] if reading.linked(role, "approver") else ["approver"]
    if role.answers.get("level") in _BROAD and missing:
        yield _at(reading, words, role, answer(role, missing[0]), name=words_in(role, "role") or "somebody")


def open_after_leaving(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-IF-03: yield each leaver whose access ended more than a day after the last one, or is open still."""
    for row in rows(paper, "jml_log"):
        left, ended = row.cells.get("left_on"), row.cells.get("access_on")
        if row.cells.get("event") == "leaver" and isinstance(left, date):
            until = ended if isinstance(ended, date) else reading.as_of
            if until > left + timedelta(days=1):
                said = {"name": words_in(row.cells, "initials") or "somebody", "day": date_text(left)}
                yield _at(reading, words, paper, cell(paper, "jml_log", row, "access_on"), **said)


def shared_logins(reading: Reading, words: RuleWords, role: Record) -> Iterator[Finding]:
    """CHK-IF-04: yield each job whose people have no log-in of their own."""
    told = [(name, text, said) for name in _WORDS for text in [words_in(role, name)] for said in _SHARED.finditer(text)]
    named = [name for name, text, said in told if not _NOT.search(text[: said.start()])]
    if role.answers.get("own_login") is False or named:
        name = words_in(role, "role") or "somebody"
        yield _at(reading, words, role, answer(role, (named or ["own_login"])[0]), name=name)


def overdue_review(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-IF-05: yield when the last check of access is longer ago than was promised."""
    days = [day for row in rows(paper, "access_reviews") if isinstance(day := row.cells.get("reviewed_on"), date)]
    often = paper.answers.get("access_review_freq")
    length = _DAYS.get(often) if isinstance(often, Frequency) else None
    if days and length and (reading.as_of - max(days)).days > length:
        yield _at(reading, words, paper, answer(paper, "access_reviews"), day=date_text(max(days)))


def before_training(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-IF-06: yield each joiner who had access before the training."""
    for row in rows(paper, "jml_log"):
        trained, given = row.cells.get("trained_on"), row.cells.get("access_on")
        early = isinstance(trained, date) and isinstance(given, date) and given < trained
        if row.cells.get("event") == "joiner" and early:
            name = words_in(row.cells, "initials") or "somebody"
            yield _at(reading, words, paper, cell(paper, "jml_log", row, "access_on"), name=name)


def hard_moments(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-IF-07: yield a plan that leaves out a handover, what is stuck, or what goes wrong."""
    missing = [name for name in _MOMENTS if not rows(paper, name)]
    if missing:
        said = listed([_MOMENTS[one] for one in missing])
        yield _at(reading, words, paper, answer(paper, missing[0]), missing=said)


def _count(number: str) -> int:
    return int(number) if number.isdigit() else _NUMBERS[number.lower()]


def _at(reading: Reading, words: RuleWords, record: Record, path: FieldPath, **said: str) -> Finding:
    found = tell(words, record, path, {"document": reading.called(record), **said})
    return replace(found, item=said.get("name", record.reference), looked=(found.message, path.field))
