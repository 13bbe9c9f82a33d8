# SPDX-License-Identifier: MPL-2.0
"""The partners of a tender at a glance: who takes part, and for one of them fit, give and get, people, proof, talks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from evidencepack.domain.record import Facts, Record, short_name
from evidencepack.domain.values import Choices, Reference
from evidencepack.library.model import Library
from evidencepack.usecases.listing import title_of
from evidencepack.usecases.suggesting import type_of

ORGANISATION, PARTNERSHIP, CONTACT, TALK = "organisation", "partnership", "contact", "network_contact"
"""Kinds of record that this place is about."""

FIT = ("service_fit", "local_fit", "evidence_fit", "governance_fit")
"""The four questions of the fit test, by the field of the partnership record."""

_SOON = timedelta(days=60)
_PEOPLE = ("named_lead", "named_deputy", "signatory", "safeguarding_lead", "ig_lead")
_PUBLISHED = frozenset({"standards_exceeded", "standards_met"})
_LAST_DAYS = ("insurance_expiry", "cyber_essentials_expiry")


class Stand(Enum):
    """How an organisation stands in a tender."""

    LEAD = "lead"
    IN = "in"
    FIX = "fix"
    OPEN = "open"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """An organisation that takes part or was thought about: its id, short name, how it stands, what it is in the bid.

    ``fit`` is the record of the fit test (empty for whoever leads); ``sort`` and ``role`` are words (may be empty).
    """

    id: str
    name: str
    stand: Stand
    fit: str = ""
    sort: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class FitPart:
    """A part of the fit test: the field asked, the choice made ("pass", empty: none yet), its words, and why."""

    field: str
    result: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Given:
    """Something given or promised: the record that says so, what, and how much or how it is checked."""

    record: str
    what: str
    more: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of an organisation: the record, the name, what they are there, how to reach them."""

    record: str
    name: str
    roles: tuple[str, ...]
    reach: str
    gone: bool


@dataclass(frozen=True, slots=True)
class Assurance:
    """A proof: the path of the answer or the record, what it is, its last day (None: it has none), and if that is near.

    ``over``: the day is past; ``soon``: it is within 60 days, or lies before the contract starts. ``since`` is the day
    on which it was published, where that is known.
    """

    path: str
    what: str
    last: date | None = None
    over: bool = False
    soon: bool = False
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """A note of the contact log: the record, the day (None: not said), what was said, and what comes next."""

    record: str
    day: date | None
    said: str
    next: str


def partner_lines(facts: Facts, library: Library) -> tuple[PartnerLine, ...]:
    """Return who takes part in the tender, whoever leads first, then those that were thought about and left out."""
    lead = facts.get(_link(facts.records[facts.tender], "lead_provider"))
    lines = [PartnerLine(lead.id, short_name(lead), Stand.LEAD, sort=_sort(lead, library))] if lead else []
    known = {line.id for line in lines}
    for fit in facts.of_kind(PARTNERSHIP):
        found = facts.get(_link(fit, ORGANISATION))
        if found is not None and found.id not in known:
            known.add(found.id)
            role = choice_words(fit, "delivery_role", library)
            lines.append(PartnerLine(found.id, short_name(found), _stand(fit), fit.id, _sort(found, library), role))
    return tuple(sorted(lines, key=lambda line: line.stand is Stand.OUT))


def fit_parts(fit: Record, library: Library) -> tuple[FitPart, ...]:
    """Return the four parts of a fit test, answered or not."""
    said = fit.answers
    return tuple(
        FitPart(name, str(said.get(name, "")), choice_words(fit, name, library), str(said.get(f"{name}_reason", "")))
        for name in FIT
    )


def gives(facts: Facts, organisation: str) -> tuple[Given, ...]:
    """Return what an organisation brings, as its contributions say."""
    return tuple(
        Given(one.id, str(one.answers.get("what", one.reference)), _joined(one, "volume", "where_when"))
        for one in _of_party(facts, "contribution", organisation)
    )


def gets(facts: Facts, organisation: str) -> tuple[Given, ...]:
    """Return what an organisation is promised."""
    return tuple(
        Given(one.id, str(one.answers.get("promise", one.reference)), str(one.answers.get("how_checked", "")))
        for one in _of_party(facts, "guarantee", organisation)
    )


def people_of(facts: Facts, organisation: str) -> tuple[Person, ...]:
    """Return who works for an organisation: those with a part in this first, in the order of the parts."""
    record = facts.records[organisation]
    parts: dict[str, list[str]] = {}
    for name in _PEOPLE:
        if (link := _link(record, name)) in facts.records:
            parts.setdefault(link, []).append(name)
    for one in facts.of_kind(CONTACT):
        if _link(one, ORGANISATION) == organisation:
            parts.setdefault(one.id, [])
    return tuple(_person(facts.records[name], tuple(roles)) for name, roles in parts.items())


def assurances(facts: Facts, library: Library, organisation: str, today: date) -> tuple[Assurance, ...]:
    """Return the proofs of an organisation: those with a last day, the nearest first, then toolkit and registration."""
    start = facts.records[facts.tender].answers.get("contract_start")
    until = max(today + _SOON, start if isinstance(start, date) else today)
    found = [
        Assurance(path, what, last, last < today, today <= last < until)
        for path, what, last in _last_days(facts, library, organisation)
    ]
    found.sort(key=lambda one: one.last or date.max)
    return (*found, *_without_end(facts.records[organisation], library))


def talks(facts: Facts, organisation: str) -> tuple[Talk, ...]:
    """Return what the contact log says of an organisation, the newest first; notes without a day come last."""
    found = [_talk(one) for one in facts.of_kind(TALK) if _link(one, ORGANISATION) == organisation]
    return tuple(sorted(found, key=lambda one: one.day or date.min, reverse=True))


def choice_words(record: Record, field: str, library: Library) -> str:
    """Return the words of the choice that was made; empty if none was."""
    chosen = record.answers.get(field)
    choices = library[record.kind].fields[field].choices
    return next((one.label for one in choices if one.id == chosen), "")


def _stand(fit: Record) -> Stand:
    decision = fit.answers.get("decision")
    if decision == "exclude" or fit.answers.get("partner_stage") == "left":
        return Stand.OUT
    if decision == "fix_first" or any(fit.answers.get(name) in {"fix", "fail"} for name in FIT):
        return Stand.FIX
    return Stand.IN if decision == "include" else Stand.OPEN


def _sort(organisation: Record, library: Library) -> str:
    """Return what type of partner an organisation is; where it is of none, what kind of organisation."""
    found = type_of(library, organisation)
    return library.partner_types[found].title if found else choice_words(organisation, "org_type", library)


def _person(record: Record, parts: tuple[str, ...]) -> Person:
    held = record.answers.get("roles")
    more = ("breach_contact",) if isinstance(held, Choices) and "breach_contact" in held.chosen else ()
    reach = str(record.answers.get("work_phone") or record.answers.get("work_email") or "")
    return Person(record.id, title_of(record), (*parts, *more), reach, "left_on" in record.answers)


def _last_days(facts: Facts, library: Library, organisation: str) -> Iterator[tuple[str, str, date]]:
    record = facts.records[organisation]
    for name in _LAST_DAYS:
        if isinstance(last := record.answers.get(name), date):
            yield f"{organisation}/{name}", library[ORGANISATION].fields[name].label, last
    for one in facts.of_kind("evidence_item"):
        last = one.answers.get("expires")
        if isinstance(last, date) and _link(one, ORGANISATION) == organisation:
            yield one.id, title_of(one), last


def _without_end(organisation: Record, library: Library) -> Iterator[Assurance]:
    said, published = organisation.answers, organisation.answers.get("dspt_date")
    if said.get("dspt_status") in _PUBLISHED:
        words = choice_words(organisation, "dspt_status", library)
        day = published if isinstance(published, date) else None
        yield Assurance(f"{organisation.id}/dspt_status", words, since=day)
    if number := said.get("ico_registration_no"):
        yield Assurance(f"{organisation.id}/ico_registration_no", str(number))


def _talk(record: Record) -> Talk:
    day, said = record.answers.get("last_talk"), record.answers
    words = str(said.get("what_was_said") or title_of(record))
    return Talk(record.id, day if isinstance(day, date) else None, words, str(said.get("next_step", "")))


def _of_party(facts: Facts, kind: str, organisation: str) -> Iterator[Record]:
    return (one for one in facts.of_kind(kind) if _link(one, "party") == organisation)


def _link(record: Record, field: str) -> str:
    link = record.answers.get(field)
    return link.record if isinstance(link, Reference) else ""


def _joined(record: Record, *fields: str) -> str:
    return ", ".join(str(record.answers[name]) for name in fields if name in record.answers)
