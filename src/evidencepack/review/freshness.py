# SPDX-License-Identifier: MPL-2.0
"""What runs out too soon: papers, cover and certificates before the tender needs them; people who have left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import Reference
from evidencepack.library.entry_dates import date_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.answer_lines import AnswerLine, answer_lines, finding_at
from evidencepack.review.reading import Reading
from evidencepack.review.scope import is_shown, records_in_use

NOW = frozenset(
    (
        "accessible_information_lead",
        "action_owner",
        "approver",
        "caldicott_guardian",
        "buyer_contact",
        "chair",
        "contact",
        "deputy",
        "deputy_chair",
        "dpo",
        "ig_lead",
        "keeper",
        "lead",
        "lifted_by",
        "lifted_by_if_conflict",
        "named_deputy",
        "named_lead",
        "next_by",
        "nominated_individual",
        "owner",
        "person",
        "risk_lead",
        "safeguarding_deputy",
        "safeguarding_lead",
        "signatory",
        "single_accountable_lead",
        "siro",
        "stand_in",
        "starter",
        "who",
    )
)
"""Fields and columns that name somebody for what is still to be done, so that one who has left cannot stand there."""

_DONE = frozenset({"adopters", "approvers", "adopted_by", "attendees", "confirmations", "partners", "readers"})
_OVER = frozenset({"closed", "done", "signed"})
_POLICIES = ("insurance_expiry", "cyber_essentials_expiry")
_EXPIRY, _REVIEW, _LEFT = "expiry_date", "review_date", ("left_on", "available_to")
_DEADLINE, _START = "submission_deadline", "contract_start"
_MOST = 6


def running_out(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-SG-06: yield each paper, cover, certificate and piece of evidence that runs out before it is needed.

    Everything is needed on the day the tender must be in: what has run out by then blocks. Papers, cover and
    certificates are needed at the start of the contract too, and evidence unless it says who renews it: a warning.
    """
    deadline, start = _day(reading, _DEADLINE), _day(reading, _START)
    for document, day in _papers(reading, _EXPIRY):
        if deadline and day < deadline:
            yield _paper(reading, words, document, _EXPIRY, day, deadline)
        elif start and day < start:
            found = _paper(reading, replace(words, message=words.says["start"]), document, _EXPIRY, day, start)
            yield replace(found, severity=Severity.WARNS)
    for record, name, renewed in _lapsing(reading):
        line = AnswerLine(record, record.answers, reading.library[record.kind].fields)
        yield from _lapse(reading, words, line, name, renewed=renewed)


def _lapsing(reading: Reading) -> Iterator[tuple[Record, str, bool]]:
    """Yield what can lapse: its record, the day's field, and whether somebody is to renew it."""
    for record in (one for one in records_in_use(reading) if one.kind == "organisation"):
        yield from ((record, name, False) for name in _POLICIES)
    for item in reading.of("evidence_item"):
        yield item, "expires", bool(str(item.answers.get("renewal", "")).strip())
    for annex in reading.of("annex"):
        if annex.answers.get("in_pack") is not False and is_shown(
            reading, reading.library["annex"].fields["expires"], annex
        ):
            yield annex, "expires", False


def to_look_at_again(reading: Reading, words: RuleWords, document: Record) -> Iterator[Finding]:
    """CHK-DT-54: yield each paper that somebody was to look at again by a day that has passed."""
    day = document.answers.get(_REVIEW)
    if isinstance(day, date) and day < reading.as_of:
        yield _paper(reading, words, document, _REVIEW, day, reading.as_of)


def people_gone(reading: Reading, words: RuleWords, contact: Record) -> Iterator[Finding]:
    """CHK-XD-02: yield each person who has left or is there no longer, or will be before the start, and is named."""
    gone = contact.kind == "contact" and _left(contact, _day(reading, _START) or reading.as_of)
    places = reading.once(_naming).get(contact.id) if gone else None
    if places:
        field, day = _last_day(contact)
        template = words.message if day <= reading.as_of else words.row_message
        message = template.format(person=_name(contact), day=date_text(day), places=_listed(places))
        line = AnswerLine(contact, contact.answers, reading.library[contact.kind].fields)
        yield finding_at(words, line, field, message)


def _naming(reading: Reading) -> dict[str, list[str]]:
    """Return the places that name somebody for what is still to be done, by the id of whom they name."""
    named: dict[str, list[str]] = {}
    for line in answer_lines(reading):
        for name in _naming_now(line):
            who = line.answers[name]
            if isinstance(who, Reference):
                where = f"“{line.label(name)}” in {reading.called(line.record)}"
                named.setdefault(who.record, []).append(where)
    return named


def _naming_now(line: AnswerLine) -> Iterator[str]:
    """Yield the answers of a line that say who does what from now on."""
    over = line.answers.get("status") in _OVER or "signed_on" in line.answers
    if not over and line.table not in _DONE and line.record.kind != "partnership_review":
        yield from sorted(NOW & line.answers.keys() & line.asked.keys())


def _left(contact: Record, before: date) -> bool:
    return _last_day(contact)[1] < before


def _last_day(contact: Record) -> tuple[str, date]:
    """Return the first of the days on which somebody left or is there for the last time, and its field."""
    days = {name: day for name in _LEFT if isinstance(day := contact.answers.get(name), date)}
    first = min(days, key=lambda one: days[one], default=_LEFT[0])
    return first, days.get(first, date.max)


def _lapse(reading: Reading, words: RuleWords, line: AnswerLine, name: str, *, renewed: bool) -> Iterator[Finding]:
    day, deadline, start = line.answers.get(name), _day(reading, _DEADLINE), _day(reading, _START)
    late = isinstance(day, date) and deadline is not None and day < deadline
    needed = deadline if late or renewed else start or deadline
    if isinstance(day, date) and needed and day < needed:
        said = {"label": line.label(name), "day": date_text(day), "otherday": date_text(needed)}
        message = words.says["cover"].format(document=reading.called(line.record), name=_name(line.record), **said)
        found = finding_at(words, line, name, message)
        yield replace(found, severity=Severity.BLOCKS if late else Severity.WARNS)


def _paper(reading: Reading, words: RuleWords, document: Record, name: str, day: date, other: date) -> Finding:
    line = AnswerLine(document, document.answers, reading.library[document.kind].fields)
    said = {"day": date_text(day), "otherday": date_text(other)}
    return finding_at(words, line, name, words.message.format(document=reading.called(document), **said))


def _papers(reading: Reading, name: str) -> Iterator[tuple[Record, date]]:
    for document in reading.documents:
        day = document.answers.get(name)
        if isinstance(day, date):
            yield document, day


def _day(reading: Reading, name: str) -> date | None:
    day = reading.facts.records[reading.tender].answers.get(name)
    return day if isinstance(day, date) else None


def _name(record: Record) -> str:
    names = ("short_name", "full_name", "title", "name")
    return next((str(record.answers[name]) for name in names if record.answers.get(name)), record.reference)


def _listed(places: list[str]) -> str:
    places = list(dict.fromkeys(places))
    more = len(places) - _MOST
    return "; ".join(places[:_MOST]) + (f"; and {more} more" if more > 0 else "")
