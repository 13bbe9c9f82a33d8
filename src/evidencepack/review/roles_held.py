# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-06 and CHK-XD-02 between records: one role entered with two people, or with somebody of another house."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding, Put, Side
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Choices, FieldType, Reference, Row
from evidencepack.library.entry_dates import date_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.clash import Fact, differ, label_at
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import sentences_of
from evidencepack.review.spoken_names import called, people_in
from evidencepack.review.telling import rows, tell, words_in

_OFFICES: Mapping[str, str] = {
    "named_lead": "named_lead",
    "deputy_lead": "named_deputy",
    "safeguarding_lead": "safeguarding_lead",
    "ig_lead": "ig_lead",
    "dpo": "dpo",
    "caldicott_guardian": "caldicott_guardian",
    "siro": "siro",
    "nominated_individual": "nominated_individual",
}
"""Which field of an organisation names who has a role that a person's own record ticks."""

_TABLES: Mapping[tuple[str, str], tuple[str, str]] = {
    ("common_ground", "parties"): ("lead", "named_lead"),
    ("info_flow_access", "parties"): ("ig_lead", "ig_lead"),
}
"""The tables of papers that name somebody for each party: the column, and the field of the organisation."""

_STRANGERS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("raci", "roles"): ("person", "deputy"),
    ("common_ground", "parties"): ("lead",),
    ("info_flow_access", "parties"): ("ig_lead",),
    ("dsa", "breach_contacts"): ("contact",),
    ("dsa", "rights_contacts"): ("contact",),
    ("partnership_review", "attendees"): ("person",),
    ("gateway", "confirmations"): ("person",),
}
_OWN: Mapping[str, tuple[str, ...]] = {
    "contribution": ("named_lead", "deputy"),
    "commitment": ("named_lead",),
}
_PAPERS = frozenset({"letter_of_support", "narrative", "mou", "heads_of_terms", "governance", "social_value"})
_DOES = re.compile(
    r"[^.;]{0,20}?\b(?:leads?|chairs?|covers?|comes?|sits?|attends?|checks?|runs?|will|answers|decides?|is|sends?|rings?|meets?|"
    r"joins?|lifts?|stands in|supplies|owns?)\b"
)
_RISKS = re.compile(r"\brisk register\b", re.IGNORECASE)
_ANSWERS = frozenset({"a", "a_r"})


def two_in_a_role(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-XD-06: yield each place of a record that gives a role to somebody else than another record does."""
    look = {
        "organisation": _of_organisation,
        "contribution": _of_contribution,
        "raci": _of_map,
        "dsa": _of_agreement,
        "partnership_review": _of_review,
    }.get(record.kind)
    if look:
        yield from look(reading, words, record)
    for (kind, table), (column, field) in _TABLES.items():
        for row in rows(record, table) if kind == record.kind else ():
            home = _at(reading, row.cells.get("organisation"))
            if home:
                mine = FieldPath(record.id, table, row.id, column)
                yield from _two(reading, words, (mine, row.cells.get(column)), home, field)


def strangers(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-XD-02: yield each place of a record that names, for an organisation, somebody of another one."""
    for path, home, link in _named(reading, record):
        person = _at(reading, link)
        of = reading.linked(person, "organisation") if person else None
        if person and home and of and of.id != home.id:
            said = {"document": reading.called(record), "person": called(person), "label": label_at(reading, path)}
            found = tell(words, record, path, {**said, "partner": called(home), "here": called(of)}, "stranger")
            sides = (
                Side(str(path), f"{said['document']}: {said['label']}", called(person)),
                Side(f"{person.id}/organisation", reading.called(person), called(of)),
            )
            yield replace(found, sides=sides)


def gone_in_words(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-XD-02: yield each sentence that says what somebody does who has left."""
    gone = reading.once(_gone)
    for sentence in sentences_of(reading, record) if gone and record.kind in _PAPERS else ():
        for one in people_in(reading, sentence.text):
            person = reading.facts.records[one.record]
            if one.record in gone and _DOES.match(sentence.text[one.end :]):
                said = {
                    "person": called(person),
                    "day": date_text(gone[one.record]),
                    "places": label_at(reading, sentence.prose.path),
                }
                found = tell(words, record, sentence.prose.path, said)
                span = sentence.start + one.start, sentence.start + one.end
                yield replace(found, quote=one.name, span=span)


def _gone(reading: Reading) -> dict[str, date]:
    left = {one.id: one.answers.get("left_on") for one in reading.of("contact")}
    return {name: day for name, day in left.items() if isinstance(day, date) and day <= reading.as_of}


def _named(reading: Reading, record: Record) -> Iterator[tuple[FieldPath, Record | None, Answer | None]]:
    """Yield each place that names somebody for an organisation: its path, the organisation, who."""
    for (kind, table), columns in _STRANGERS.items():
        for row in rows(record, table) if kind == record.kind else ():
            home = _at(reading, row.cells.get("organisation"))
            yield from ((FieldPath(record.id, table, row.id, one), home, row.cells.get(one)) for one in columns)
    for field in _OWN.get(record.kind, ()):
        yield FieldPath(record.id, field), reading.linked(record, "party"), record.answers.get(field)
    for field in (*dict.fromkeys(_OFFICES.values()), "signatory") if record.kind == "organisation" else ():
        yield FieldPath(record.id, field), record, record.answers.get(field)


def _of_organisation(reading: Reading, words: RuleWords, home: Record) -> Iterator[Finding]:
    """Yield each office of an organisation whose holder does not tick it, while somebody else of it does."""
    people = [one for one in reading.of("contact") if one.answers.get("organisation") == Reference(home.id)]
    for role, field in _OFFICES.items():
        person = reading.linked(home, field)
        ticked = [one for one in people if _ticks(one, role)]
        if person and ticked and person.id not in {one.id for one in ticked}:
            mine = Fact(FieldPath(home.id, field), called(person))
            known = [Fact(FieldPath(one.id, "roles"), called(one)) for one in ticked]
            yield differ(reading, words, mine, f"{called(home)}: {label_at(reading, mine.path)}", known)
    lead, deputy = reading.linked(home, "named_lead"), reading.linked(home, "named_deputy")
    stands_in = reading.linked(lead, "deputy") if lead else None
    if lead and deputy and stands_in and deputy.id != stands_in.id:
        mine = Fact(FieldPath(home.id, "named_deputy"), called(deputy))
        known = [Fact(FieldPath(lead.id, "deputy"), called(stands_in))]
        yield differ(reading, words, mine, f"{called(home)}: who stands in for {called(lead)}", known)


def _of_agreement(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """Yield each contact for breaches who does not tick that role, while somebody else of the same house does."""
    for row in rows(paper, "breach_contacts"):
        person, home = _at(reading, row.cells.get("contact")), row.cells.get("organisation")
        people = [one for one in reading.of("contact") if one.answers.get("organisation") == home]
        ticked = [one for one in people if _ticks(one, "breach_contact")]
        if person and ticked and person.id not in {one.id for one in ticked}:
            mine = Fact(FieldPath(paper.id, "breach_contacts", row.id, "contact"), called(person))
            known = [Fact(FieldPath(one.id, "roles"), called(one)) for one in ticked]
            yield differ(reading, words, mine, "who is rung about a breach", known)


def _of_review(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """Yield who chaired the review, where it is neither the chair nor the deputy of the meeting on learning."""
    chair = reading.linked(paper, "chair")
    meetings = [one for paper_ in reading.of("governance") if (one := reading.linked(paper_, "learning_meeting"))]
    for meeting in meetings[:1]:
        holders = [(field, one) for field in ("chair", "deputy_chair") if (one := reading.linked(meeting, field))]
        if chair and holders and chair.id not in {one.id for _, one in holders}:
            mine = Fact(FieldPath(paper.id, "chair"), called(chair))
            known = [Fact(FieldPath(meeting.id, field), called(one)) for field, one in holders]
            yield differ(reading, words, mine, words_in(meeting, "name") or meeting.reference, known)


def _of_contribution(reading: Reading, words: RuleWords, gift: Record) -> Iterator[Finding]:
    """Yield the lead or the deputy of the only thing that a partner gives, where the partner names somebody else."""
    home = reading.linked(gift, "party")
    all_of_it = [one for one in reading.of("contribution") if home and one.answers.get("party") == Reference(home.id)]
    if home and len(all_of_it) == 1:
        for field, theirs in (("named_lead", "named_lead"), ("deputy", "named_deputy")):
            path = FieldPath(gift.id, field)
            yield from _two(reading, words, (path, gift.answers.get(field)), home, theirs)


def _of_map(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """Yield roles of a map with somebody else's job, deputies that differ, and who answers for the risk register."""
    for row in rows(paper, "roles"):
        yield from _job(reading, words, paper, row)
        person, deputy = _at(reading, row.cells.get("person")), _at(reading, row.cells.get("deputy"))
        stands_in = reading.linked(person, "deputy") if person else None
        if person and deputy and stands_in and deputy.id != stands_in.id:
            mine = Fact(FieldPath(paper.id, "roles", row.id, "deputy"), called(deputy))
            known = [Fact(FieldPath(person.id, "deputy"), called(stands_in))]
            yield differ(reading, words, mine, f"who stands in for {called(person)}", known)
    yield from _risk_register(reading, words, paper)


def _job(reading: Reading, words: RuleWords, paper: Record, row: Row) -> Iterator[Finding]:
    """Yield a role that is called by the job of one person and given to another of the same organisation."""
    label, person = words_in(row.cells, "label").casefold(), _at(reading, row.cells.get("person"))
    home = row.cells.get("organisation")
    if not person or not label or words_in(person, "job_title").casefold().startswith(label):
        return
    others = [one for one in reading.of("contact") if one.answers.get("organisation") == home and one.id != person.id]
    asked = set(label.split())
    mine_too = asked <= set(words_in(person, "job_title").casefold().split())
    holders = [one for one in others if not mine_too and asked <= set(words_in(one, "job_title").casefold().split())]
    if len(holders) == 1 and len(asked) > 1:
        mine = Fact(FieldPath(paper.id, "roles", row.id, "person"), called(person))
        known = [Fact(FieldPath(one.id, "job_title"), called(one)) for one in holders]
        put = Put(mine.path, FieldType.REFERENCE, Reference(holders[0].id))
        yield differ(reading, words, mine, words_in(row.cells, "label"), known, put)


def _risk_register(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    leads = [one for one in reading.of("governance") if reading.linked(one, "single_accountable_lead")]
    tasks = {row.id for row in rows(paper, "activities") if _RISKS.search(words_in(row.cells, "activity"))}
    roles = {row.id: row for row in rows(paper, "roles")}
    for letter in rows(paper, "letters") if leads and tasks else ():
        role = roles.get(str(letter.cells.get("role")))
        answers = letter.cells.get("letter") in _ANSWERS and letter.cells.get("activity") in tasks
        person = _at(reading, role.cells.get("person")) if role and answers else None
        lead = reading.linked(leads[0], "single_accountable_lead")
        if person and lead and person.id != lead.id:
            mine = Fact(FieldPath(paper.id, "letters", letter.id, "letter"), called(person))
            known = [Fact(FieldPath(leads[0].id, "single_accountable_lead"), called(lead))]
            yield differ(reading, words, mine, "who answers for the risk register", known)


def _two(
    reading: Reading, words: RuleWords, mine: tuple[FieldPath, Answer | None], home: Record, field: str
) -> Iterator[Finding]:
    path, link = mine
    person, theirs = _at(reading, link), reading.linked(home, field)
    if person and theirs and person.id != theirs.id:
        known = [Fact(FieldPath(home.id, field), called(theirs))]
        of = f"{called(home)}: {label_at(reading, known[0].path)}"
        put = Put(path, FieldType.REFERENCE, Reference(theirs.id))
        yield differ(reading, words, Fact(path, called(person)), of, known, put)


def _ticks(person: Record, role: str) -> bool:
    ticked = person.answers.get("roles")
    return isinstance(ticked, Choices) and role in ticked.chosen


def _at(reading: Reading, link: Answer | None) -> Record | None:
    return reading.facts.get(link.record) if isinstance(link, Reference) else None
