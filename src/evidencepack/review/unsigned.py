# SPDX-License-Identifier: MPL-2.0
"""CHK-SG: signatures that are missing, that were given in part, or of somebody whose authority nobody noted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from evidencepack.domain.bank_holidays import bank_holidays
from evidencepack.domain.finding import Finding, Fix, Put
from evidencepack.domain.record import Record, short_name
from evidencepack.domain.trade import Severity, SignatureStage
from evidencepack.domain.values import FieldType, Reference, Row
from evidencepack.library.conditions import holds
from evidencepack.library.header import goes_into_pack
from evidencepack.library.model import SignatureLine
from evidencepack.library.nations import nation_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading
from evidencepack.review.telling import answer, cell, listed, reference, rows, tell, words_in

_SHEET, _SIGNINGS, _BEFORE = "signoff_sheet", "signings", SignatureStage.BEFORE_SUBMISSION
_LIST, _EACH_PARTY, _AUTHORISED = "acknowledgement", "each_party", "authorised_signatory"
_UNSETTLED = frozenset({"draft", "in_review"})
_MOST_DAYS, _SATURDAY = 10, 5


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Somebody who is to sign a paper: for which organisation, and who (empty where nobody is named)."""

    line: SignatureLine
    party: str = ""
    person: str = ""
    stage: str = _BEFORE


def missing_signatures(reading: Reading, paper: Record) -> tuple[str, ...]:
    """Return the names of those whose signature a paper of the pack lacks that is needed before the bid goes in."""
    return reading.once(_missing, paper.id)


def unsigned(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-SG-01: yield each paper of the pack that somebody has to sign before the bid goes in, and has not signed.

    A paper that still has gaps is not told: nobody is to sign it before they are filled.
    """
    missing = () if reading.given.missing.get(paper.id) else missing_signatures(reading, paper)
    if missing:
        version = words_in(paper, "version")
        said = {"document": reading.called(paper) + (f", version {version}," if version else "")}
        lists = all(one.kind == _LIST for one in _lines(reading, paper))
        found = tell(words, paper, None, {**said, "parties": listed(missing)}, "initials" if lists else "")
        out = Put(answer(paper, "in_pack"), FieldType.YES_NO, value=False)
        severity = Severity.WARNS if lists else words.severity
        yield replace(found, item=paper.reference, looked=missing, severity=severity, fixes=(Fix(words.fix, (out,)),))


def authority_unknown(reading: Reading, words: RuleWords, person: Record) -> Iterator[Finding]:
    """CHK-SG-03: yield each person who signs a paper of the pack, and of whom nobody noted why they may."""
    papers = reading.once(_signed_by).get(person.id, ())
    if papers and not words_in(person, "authority_basis"):
        name = words_in(person, "full_name") or person.reference
        found = tell(words, person, answer(person, "authority_basis"), {"person": name, "names": listed(papers)})
        yield replace(found, item=name, looked=(person.id,))


def to_chase(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-SG-04: yield each paper that has been out for signature for more than ten working days."""
    sent, missing = paper.answers.get("version_date"), missing_signatures(reading, paper)
    if paper.answers.get("status") == "out_for_signature" and missing and isinstance(sent, date):
        days = _working_days(reading, sent)
        if days > _MOST_DAYS:
            said = {"document": reading.called(paper), "parties": listed(missing), "number": f"{days}"}
            yield replace(tell(words, paper, None, said), item=paper.reference, looked=(str(sent), *missing))


def not_accepted(reading: Reading, words: RuleWords, sheet: Record) -> Iterator[Finding]:
    """CHK-SG-05: yield each signature to which somebody made an exception that nobody has settled."""
    for row in rows(sheet, _SIGNINGS):
        said = words_in(row.cells, "exceptions")
        if said:
            link = row.cells.get("party")
            party = reading.facts.get(link.record) if isinstance(link, Reference) else None
            name = short_name(party) if party else "Somebody"
            told = {"paper": words_in(row.cells, "paper"), "partner": name, "answer": said}
            found = tell(words, sheet, cell(sheet, _SIGNINGS, row, "exceptions"), told)
            yield replace(found, item=f"{told['paper']} ({name})", quote=said, span=(0, len(said)))


def still_a_draft(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-SG-08: yield each paper of the pack that is still a draft, or with those who read it."""
    status = words_in(paper, "status")
    kind = reading.library[paper.kind]
    if status in _UNSETTLED and goes_into_pack(paper, kind):
        label = next((one.label for one in kind.fields["status"].choices if one.id == status), status)
        said = {"document": reading.called(paper), "answer": label}
        out = Put(answer(paper, "in_pack"), FieldType.YES_NO, value=False)
        found = tell(words, paper, answer(paper, "status"), said)
        yield replace(found, item=paper.reference, looked=(status,), fixes=(Fix(words.fix, (out,)),))


def _missing(reading: Reading, name: str) -> tuple[str, ...]:
    paper = reading.facts.records[name]
    if not goes_into_pack(paper, reading.library[paper.kind]) or paper.kind == _SHEET:
        return ()
    recorded = reading.once(_recorded).get(paper.reference, ())
    if not reading.of(_SHEET) and paper.answers.get("status") == "signed":
        return ()
    found = [
        _called(reading, one)
        for one in _wanted(reading, paper)
        if one.stage == _BEFORE and not any(_is_about(row, one) and _is_settled(reading, row) for row in recorded)
    ]
    return tuple(dict.fromkeys(found))


def _recorded(reading: Reading) -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for sheet in reading.of(_SHEET):
        for row in rows(sheet, _SIGNINGS):
            paper = words_in(row.cells, "paper")
            found[paper] = (*found.get(paper, ()), row)
    return found


def _lines(reading: Reading, paper: Record) -> list[SignatureLine]:
    lines = reading.library[paper.kind].signatures
    return [one for one in lines if holds(one.when, paper.answers, rows=reading.rows(paper))]


def _wanted(reading: Reading, paper: Record) -> Iterator[_Wanted]:
    """Yield who is to sign a paper. A list that several people initial is one, for nobody in particular."""
    for line in _lines(reading, paper):
        if line.kind == _LIST:
            yield _Wanted(line, stage=line.stage)
        elif line.by == _EACH_PARTY:
            yield from _parties(reading, paper, line)
        else:
            for row in rows(paper, line.by):
                person = _person_in(row)
                home = reading.linked(reading.facts.records[person], "organisation") if person else None
                own = row.cells.get("organisation")
                party = own.record if isinstance(own, Reference) else home.id if home else ""
                yield _Wanted(line, party, person, line.stage)


def _parties(reading: Reading, paper: Record, line: SignatureLine) -> Iterator[_Wanted]:
    by = reading.library[paper.kind].parties
    own, one = reference(paper, "signatory"), reference(paper, by)
    if one:
        yield _Wanted(line, one.record, _of(own) or _usual(reading, one.record), line.stage)
    for row in rows(paper, by):
        party = _of(row.cells.get("organisation"))
        if party:
            stage = words_in(row.cells, "signs") or str(line.stage)
            yield _Wanted(line, party, _of(row.cells.get("signatory")) or _usual(reading, party), stage)


def _person_in(row: Row) -> str:
    return next((_of(row.cells[name]) for name in ("signatory", "contact", "person") if name in row.cells), "")


def _of(link: object) -> str:
    return link.record if isinstance(link, Reference) else ""


def _usual(reading: Reading, party: str) -> str:
    organisation = reading.facts.get(party)
    return _of(organisation.answers.get("signatory")) if organisation else ""


def _is_about(row: Row, one: _Wanted) -> bool:
    """Whether a row records this signature; a row that names nobody is about any signatory of its party."""
    party, person = _of(row.cells.get("party")), _of(row.cells.get("signatory"))
    return not party if one.line.kind == _LIST else party == one.party and person in {"", one.person}


def _is_settled(reading: Reading, row: Row) -> bool:
    """Whether a signature is there, or need not be there when the bid goes in, as its row says."""
    needed, deadline = (
        row.cells.get("needed_by"),
        reading.facts.records[reading.tender].answers.get("submission_deadline"),
    )
    later = isinstance(needed, date) and isinstance(deadline, date) and needed > deadline
    return "signed_on" in row.cells or bool(words_in(row.cells, "exceptions")) or later


def _called(reading: Reading, one: _Wanted) -> str:
    party = reading.facts.get(one.party) if one.party else None
    if one.line.kind == _LIST:
        return "those who are named in it"
    return short_name(party) if party else "a party that is not named yet"


def _signed_by(reading: Reading) -> dict[str, tuple[str, ...]]:
    """Return who signs papers of the pack for an organisation, each with the references of the papers."""
    found: dict[str, tuple[str, ...]] = {}
    for paper in reading.documents:
        if goes_into_pack(paper, reading.library[paper.kind]):
            for one in _wanted(reading, paper):
                if one.person and one.line.role == _AUTHORISED and paper.reference not in found.get(one.person, ()):
                    found[one.person] = (*found.get(one.person, ()), paper.reference)
    return found


def _working_days(reading: Reading, since: date) -> int:
    """Return how many working days lie behind a day, up to the day of the tender."""
    nation = nation_of(reading.facts)
    days = [since + timedelta(days=one) for one in range(1, (reading.as_of - since).days + 1)]
    return sum(day.weekday() < _SATURDAY and day not in bank_holidays(day.year, nation) for day in days)
