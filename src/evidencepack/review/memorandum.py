# SPDX-License-Identifier: MPL-2.0
"""CHK-MO: what a memorandum needs so that its partners, and a court, know what was agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record, short_name
from evidencepack.domain.values import Duration, Money, Reference
from evidencepack.library.entry_amounts import money_text
from evidencepack.library.entry_dates import date_text
from evidencepack.library.rows import parties_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.day_sums import last_day
from evidencepack.review.prose import prose_of
from evidencepack.review.reading import Reading
from evidencepack.review.telling import answer, cell, listed, rows, tell, words_in

_STANDS = frozenset({"agreed", "out_for_signature", "signed"})
_SOON, _STEPS, _PARTIES = 183, 2, 2
_GUARANTEE = re.compile(
    r"\bguarante\w+|\bminimum (?:income|volume|number|of)\b|\bat least (?:£|\d+ (?:hours|sessions|referrals|people))|"
    r"\b(?:will|shall) (?:pay|buy|purchase|commission|refer at least)\b|\bfirm order\b|"
    r"\bcommitted (?:spend|income|volume)\b|\bwhether (?:or not )?(?:they are |it is )?(?:used|needed|taken up)\b|"
    r"\b(?:assured|promised|secured|underwritten|ring-?fenced)\b|\btake or pay\b|\bretainer\b|"
    r"\b(?:not|no) (?:fewer|less) than\b|\b(?:a |the )?minimum\b|\b(?:commit\w*|undertakes?) to (?:buy|refer|"
    r"pay|spend|commission)\b|"
    r"\b\d[\d,]* referrals\b|\bexclusive (?:right|supplier)\b",
    re.IGNORECASE,
)
_VOLUME = re.compile(
    r"\bguarante\w+ (?:\w+ ){0,3}?(?:income|volumes?|work|referrals?|hours|sessions|payments?|placements?|"
    r"business|number|£[\d,]+)|"
    r"\b(?:minimum|guaranteed|assured|committed|fixed) (?:income|volumes?|spend|number of|level of (?:work|"
    r"income)|referrals)\b|"
    r"\b(?:will|shall|undertakes? to|agrees? to|commits? to) (?:refer|buy|purchase|commission|pay for|send|"
    r"place|order|spend) "
    r"(?:(?:at least|a minimum of|no fewer than|not less than|up to and including) )?(?:£ ?)?\d[\d,]*|"
    r"\b(?:at least|a minimum of|no fewer than|not less than) (?:£ ?\d[\d,]*|"
    r"\d[\d,]* (?:\w+ ){0,2}?(?:referrals|hours of work|paid hours|"
    r"packages|people a (?:week|month|year)))",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\bguarante\w+|£ ?\d[\d,.]*|\b\d[\d,]* (?:[\w-]+ ){0,2}(?:sessions|referrals|hours|people|placements|"
    r"visits|clients|packages|"
    r"nominations|users)\b",
    re.IGNORECASE,
)
"""An amount in what is promised to a party; words about what a partner gives may hold one."""

_NOT_PROMISED = re.compile(r"\b(?:no|not|never|nobody|neither|without|nor)\b[^.;]*$", re.IGNORECASE)
_COVER = {
    "public_liability": "public_liability_gbp",
    "employers_liability": "employers_liability_gbp",
    "professional_indemnity": "professional_indemnity_gbp",
    "treatment": "treatment_cover_gbp",
    "abuse": "abuse_cover_gbp",
    "cyber": "cyber_cover_gbp",
}
_EVERYBODY = re.compile(r"\b(?:every|each|all|both)\b", re.IGNORECASE)


def few_parties(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-MO-01: yield a memorandum of fewer than two parties, and each party without a legal name."""
    parties = _parties(reading, paper)
    if len(parties) < _PARTIES:
        yield tell(words, paper, answer(paper, "parties"), {"document": reading.called(paper)})
    for party in parties:
        if not words_in(party, "legal_name"):
            said = {"document": reading.called(paper), "partner": _name(party)}
            found = tell(words, paper, answer(paper, "parties"), said, "nameless")
            yield replace(found, item=_name(party), looked=(party.id,))


def no_scope(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-MO-02: yield a memorandum that does not say what it is for, or what it leaves out."""
    missing = [] if words_in(paper, "purpose") else ["what it is for"]
    missing += [] if rows(paper, "in_scope") else ["what it covers"]
    missing += [] if rows(paper, "out_scope") else ["what it leaves out"]
    if missing:
        said = {"document": reading.called(paper), "missing": listed(missing)}
        yield tell(words, paper, answer(paper, "out_scope" if words_in(paper, "purpose") else "purpose"), said)


def promised_nothing(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-MO-03: yield each party to which nobody promises anything, and each partner to which only its people do."""
    promised = {one.answers.get("party") for one in reading.of("guarantee")}
    by_others = {one.answers.get("party") for one in reading.of("guarantee") if not _by_itself(reading, one)}
    for party in _parties(reading, paper):
        me = Reference(party.id)
        if me not in (promised if party.id in reading.leads() else by_others):
            said = {"document": reading.called(paper), "partner": _name(party)}
            found = tell(words, paper, answer(paper, "guarantees"), said, "own" if me in promised else "")
            yield replace(found, item=_name(party), looked=(party.id,))


def _by_itself(reading: Reading, promise: Record) -> bool:
    """Whether somebody of a party promises it what the party gets."""
    person = reading.linked(promise, "by_whom")
    return person is not None and person.answers.get("organisation") == promise.answers.get("party")


def no_agreement(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-MO-04: yield a memorandum that shares personal information without an agreement that stands."""
    agreement = reading.linked(paper, "dsa")
    stands = agreement is not None and agreement.answers.get("status") in _STANDS
    if paper.answers.get("personal_data") is True and not stands:
        said = {"document": reading.called(paper), "record": agreement.reference if agreement else ""}
        yield tell(words, paper, answer(paper, "dsa"), said, "draft" if agreement else "")


def unsaid_status(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-MO-05: yield a memorandum that does not say whether it binds."""
    if not paper.answers.get("binding_status"):
        yield tell(words, paper, answer(paper, "binding_status"), {"document": reading.called(paper)})


def promised_income(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-MO-07: yield each row about money that promises an amount of work or income."""
    for row in rows(paper, "funding"):
        for column in ("purpose", "basis"):
            text = words_in(row.cells, column)
            for said in list(_GUARANTEE.finditer(text) or ())[:1] or list(_VOLUME.finditer(text))[:1]:
                told = {"document": reading.called(paper), "answer": said[0]}
                found = tell(words, paper, cell(paper, "funding", row, column), told)
                yield replace(found, quote=said[0], span=said.span(), looked=(text,))
    yield from _in_other_words(reading, words, paper)


def _in_other_words(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """Yield each promise of an amount of work or income in the other words of a memorandum, and in its promises."""
    records = (paper, *reading.of("guarantee"))
    for prose in (one for record in records for one in prose_of(reading, record) if one.path.field != "funding"):
        found = _VOLUME.search(prose.text) or (_COUNTED.search(prose.text) if prose.path.record != paper.id else None)
        if found and not _NOT_PROMISED.search(prose.text[: found.start()]):
            told = {"document": reading.called(prose.about), "answer": found[0]}
            message = words.message.format(**told)
            one = Finding(f"CHK-{words.id}", words.severity, prose.about.id, str(prose.path), message)
            yield replace(one, quote=found[0], span=found.span(), looked=(prose.text,))


def endless_steps(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-MO-08: yield a memorandum with fewer than two steps for a disagreement, and each step without a time."""
    steps = rows(paper, "disagreement_steps")
    if len(steps) < _STEPS:
        yield tell(words, paper, answer(paper, "disagreement_steps"), {"document": reading.called(paper)})
    for row in steps:
        if not isinstance(row.cells.get("within"), Duration):
            said = {"document": reading.called(paper), "name": words_in(row.cells, "step")}
            found = tell(words, paper, cell(paper, "disagreement_steps", row, "within"), said, "step")
            yield replace(found, item=words_in(row.cells, "step"), looked=(words_in(row.cells, "step"),))


def late_review(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-MO-09: yield a memorandum without a first review, or with one after more than six months."""
    start, review = paper.answers.get("start_date"), paper.answers.get("review_date")
    if not isinstance(review, date):
        yield tell(words, paper, answer(paper, "review_date"), {"document": reading.called(paper)}, "none")
    elif isinstance(start, date) and (review - start).days > _SOON:
        said = {"document": reading.called(paper), "day": date_text(review), "otherday": date_text(start)}
        yield replace(tell(words, paper, answer(paper, "review_date"), said), looked=(str(start), str(review)))


def short_term(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-MO-10: yield a memorandum that ends before the last day of the contract's first term."""
    tender, end = reading.facts.records[reading.tender], paper.answers.get("end_date")
    start, term = tender.answers.get("contract_start"), tender.answers.get("initial_term")
    last = last_day(start, term) if isinstance(start, date) and isinstance(term, Duration) else None
    if last and isinstance(end, date) and end < last:
        said = {"document": reading.called(paper), "day": date_text(end), "otherday": date_text(last)}
        yield replace(tell(words, paper, answer(paper, "end_date"), said), looked=(str(end), str(last)))


def low_cover(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-MO-11: yield each cover of a party that is below what the memorandum asks for."""
    for row in rows(paper, "insurance_minimums"):
        name, least, who = words_in(row.cells, "cover"), row.cells.get("minimum"), words_in(row.cells, "who")
        for party in _parties(reading, paper) if name in _COVER and isinstance(least, Money) else ():
            held = party.answers.get(_COVER[name])
            asked = (not who or _EVERYBODY.search(who) or _name(party) in who) and not _needless(party, name)
            if asked and isinstance(least, Money) and (held.pence if isinstance(held, Money) else 0) < least.pence:
                label = reading.library[party.kind].fields[_COVER[name]].label.rstrip("?")
                said = {"partner": _name(party), "label": label, "most": money_text(least)}
                said["answer"] = money_text(held) if isinstance(held, Money) else "nothing"
                found = tell(words, party, answer(party, _COVER[name]), said)
                yield replace(found, item=_name(party), looked=(said["answer"], said["most"]))


def _needless(party: Record, cover: str) -> bool:
    """Whether a party needs no such cover: without employees, none against their claims."""
    return cover == "employers_liability" and party.answers.get("no_employees") is True


def _parties(reading: Reading, paper: Record) -> list[Record]:
    parties = parties_of(paper, reading.library[paper.kind], reading.facts, reading.library)
    return [one for one in reading.of("organisation") if one.id in parties]


def _name(organisation: Record) -> str:
    return short_name(organisation)
