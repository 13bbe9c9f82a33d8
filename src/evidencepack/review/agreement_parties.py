# SPDX-License-Identifier: MPL-2.0
"""CHK-DS: each party of a data sharing agreement can be rung, answers requests, and has its assurance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record, short_name
from evidencepack.domain.values import Reference, Row
from evidencepack.library.entry_dates import date_text
from evidencepack.library.rows import parties_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.data_flows import CONTROLLER, JOINT, roles_of
from evidencepack.review.reading import Reading
from evidencepack.review.renewals import toolkit_until
from evidencepack.review.telling import answer, rows, tell, words_in

_GOOD = frozenset({"standards_met", "standards_exceeded", "not_required"})
_ELSEWHERE = frozenset({"wales", "scotland", "northern_ireland"})
_A_MONTH = timedelta(31)
"""A toolkit is published each year in June; one that ends so shortly before the start is published again by then."""


def nobody_to_ring(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-21: yield each party without somebody still there who can be rung about a breach."""
    listed = rows(paper, "breach_contacts")
    for party in _parties(reading, paper):
        mine = [row for row in listed if row.cells.get("organisation") == Reference(party.id)]
        if not any(_can_be_rung(reading, row) for row in mine):
            yield _of(reading, words, party, paper, answer(paper, "breach_contacts"))


def nobody_answers(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-29: yield an agreement without a line on access, and each controller to whom nobody can send a request."""
    handled = {row.cells.get("right") for row in rows(paper, "rights_handling")}
    if paper.answers.get("sharing") == "personal" and "access" not in handled:
        yield tell(words, paper, answer(paper, "rights_handling"), {"document": reading.called(paper)}, "access")
    asked = {row.cells.get("organisation") for row in rows(paper, "rights_contacts") if row.cells.get("contact")}
    for party in _parties(reading, paper):
        if _is_controller(reading, party) and Reference(party.id) not in asked:
            yield _of(reading, words, party, paper, answer(paper, "rights_contacts"))


def no_assurance(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-DS-25: yield each party in whose hands information is, and whose toolkit or registration is not current."""
    for party in _parties(reading, paper):
        handles = party.answers.get("handles_personal_data") is True
        if handles and not words_in(party, "ico_registration_no"):
            yield _of(reading, words, party, party, answer(party, "ico_registration_no"), "fee")
        if handles and party.answers.get("nation") not in _ELSEWHERE:
            yield from _toolkit(reading, words, party)


def _toolkit(reading: Reading, words: RuleWords, party: Record) -> Iterator[Finding]:
    """Yield a party whose toolkit is not met, or ends before the bid goes in, or long before the contract starts."""
    until, needed = _until(party), max(reading.as_of, _day(reading, "submission_deadline") or reading.as_of)
    start = _day(reading, "contract_start")
    if until is None or until < needed:
        yield _of(reading, words, party, party, answer(party, "dspt_status"))
    elif start and start - until > _A_MONTH:
        said = {"partner": short_name(party), "day": date_text(until), "otherday": date_text(start)}
        found = tell(words, party, answer(party, "dspt_date"), said, "lapses")
        yield replace(found, item=said["partner"], looked=(party.id, str(until), str(start)))


def _until(party: Record) -> date | None:
    """Return the last day of a toolkit that is met, the last day there is where none is needed; None if it is not."""
    status, day = party.answers.get("dspt_status"), party.answers.get("dspt_date")
    if status in _GOOD and isinstance(day, date):
        return toolkit_until(day)
    return date.max if status == "not_required" else None


def _day(reading: Reading, name: str) -> date | None:
    day = reading.facts.records[reading.tender].answers.get(name)
    return day if isinstance(day, date) else None


def _can_be_rung(reading: Reading, row: Row) -> bool:
    link = row.cells.get("contact")
    person = reading.facts.get(link.record) if isinstance(link, Reference) else None
    if person is None:
        return False
    left = person.answers.get("left_on")
    gone = isinstance(left, date) and left <= reading.as_of
    return not gone and bool(words_in(person, "work_phone") or words_in(row.cells, "out_of_hours"))


def _is_controller(reading: Reading, party: Record) -> bool:
    return any(
        role in {CONTROLLER, JOINT} and flow.answers.get(side) == Reference(party.id)
        for flow in reading.of("data_flow")
        for side, role in zip(("sender", "receiver"), roles_of(flow), strict=True)
    )


def _parties(reading: Reading, paper: Record) -> list[Record]:
    parties = parties_of(paper, reading.library[paper.kind], reading.facts, reading.library)
    return [one for one in reading.of("organisation") if one.id in parties]


def _of(
    reading: Reading, words: RuleWords, party: Record, record: Record, path: FieldPath, sentence: str = ""
) -> Finding:
    name = short_name(party)
    found = tell(words, record, path, {"document": reading.called(record), "partner": name}, sentence)
    return replace(found, item=name, looked=(party.id, path.field))
