# SPDX-License-Identifier: MPL-2.0
"""What runs out too soon: papers, cover and certificates before the tender needs them; people who have left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Reference
from evidencepack.library.entry_dates import date_text
from evidencepack.library.model import RuleWords
from evidencepack.review.answer_lines import AnswerLine, answer_lines, finding_at
from evidencepack.review.reading import Reading
from evidencepack.review.scope import records_in_use

NOW = frozenset(
    (
        "accessible_information_lead",
        "action_owner",
        "approver",
        "caldicott_guardian",
        "chair",
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
_EXPIRY, _REVIEW, _LEFT = "expiry_date", "review_date", "left_on"
_DEADLINE, _START = "submission_deadline", "contract_start"
_MOST = 6


def over_before_deadline(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-SG-06: yield each paper that runs out before the tender must be in."""
    deadline = _day(reading, _DEADLINE)
    for document, day in _papers(reading, _EXPIRY):
        if deadline and day < deadline:
            yield _paper(reading, words, document, _EXPIRY, day, deadline)


def over_before_start(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-SG-07: yield each paper that runs out between the deadline of the tender and the start of the contract."""
    deadline, start = _day(reading, _DEADLINE), _day(reading, _START)
    for document, day in _papers(reading, _EXPIRY):
        if start and day < start and not (deadline and day < deadline):
            yield _paper(reading, words, document, _EXPIRY, day, start)


def to_look_at_again(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-DT-04: yield each paper that somebody was to look at again by a day that has passed."""
    for document, day in _papers(reading, _REVIEW):
        if day < reading.as_of:
            yield _paper(reading, words, document, _REVIEW, day, reading.as_of)


def lapsing_cover(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-SG-11: yield cover, certificates and evidence that lapse before they are needed.

    Cover and certificates of an organisation are needed at the start of the contract. Evidence is needed on the day
    the tender must be in; and at the start too, unless it says who renews it.
    """
    deadline, start = _day(reading, _DEADLINE), _day(reading, _START)
    for record in records_in_use(reading):
        for name in _POLICIES if record.kind == "organisation" else ():
            yield from _lapse(reading, words, record, name, start or deadline)
    for item in reading.facts.of_kind("evidence_item"):
        needed = deadline if str(item.answers.get("renewal", "")).strip() else start or deadline
        yield from _lapse(reading, words, item, "expires", needed)


def people_gone(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-XD-02: yield each person who has left, or leaves before the contract starts, and is still named."""
    start = _day(reading, _START)
    gone = {one.id: one for one in reading.facts.of_kind("contact") if _left(one, start or reading.as_of)}
    named: dict[str, list[str]] = {}
    for line in answer_lines(reading) if gone else ():
        for name in _naming_now(line):
            who = line.answers[name]
            if isinstance(who, Reference) and who.record in gone:
                where = f"“{line.label(name)}” in {reading.called(line.record)}"
                named.setdefault(who.record, []).append(where)
    for contact, places in named.items():
        record = gone[contact]
        day = _as_day(record.answers[_LEFT])
        template = words.message if day <= reading.as_of else words.row_message
        message = template.format(person=_name(record), day=date_text(day), places=_listed(places))
        line = AnswerLine(record, record.answers, reading.library[record.kind].fields)
        yield finding_at(words, line, _LEFT, message)


def _naming_now(line: AnswerLine) -> Iterator[str]:
    """Yield the answers of a line that say who does what from now on."""
    over = line.answers.get("status") in _OVER or "signed_on" in line.answers
    if not over and line.table not in _DONE and line.record.kind != "partnership_review":
        yield from sorted(NOW & line.answers.keys() & line.asked.keys())


def _left(contact: Record, before: date) -> bool:
    day = contact.answers.get(_LEFT)
    return isinstance(day, date) and day < before


def _lapse(reading: Reading, words: RuleWords, record: Record, name: str, needed: date | None) -> Iterator[Finding]:
    day = record.answers.get(name)
    if isinstance(day, date) and needed and day < needed:
        line = AnswerLine(record, record.answers, reading.library[record.kind].fields)
        said = {"label": line.label(name), "day": date_text(day), "otherday": date_text(needed)}
        message = words.message.format(document=reading.called(record), name=_name(record), **said)
        yield finding_at(words, line, name, message)


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


def _as_day(answer: Answer) -> date:
    return answer if isinstance(answer, date) else date.min


def _name(record: Record) -> str:
    names = ("short_name", "full_name", "title", "name")
    return next((str(record.answers[name]) for name in names if record.answers.get(name)), record.reference)


def _listed(places: list[str]) -> str:
    places = list(dict.fromkeys(places))
    more = len(places) - _MOST
    return "; ".join(places[:_MOST]) + (f"; and {more} more" if more > 0 else "")
