# SPDX-License-Identifier: MPL-2.0
"""CHK-SV: promises of social value with a number, a day and a name, that belong to the work and are counted once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from evidencepack.domain.finding import Finding, Fix, Put
from evidencepack.domain.record import Record, short_name
from evidencepack.domain.values import FieldType, Number, Reference
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.partners import partners_of
from evidencepack.review.reading import Reading
from evidencepack.review.task_map import DOES, task_map
from evidencepack.review.telling import answer, listed, reference, tell, words_in

_PROMISE, _SHARE = "commitment", "pct"
_YEARS = ("year_1", "year_2", "year_3")
_OTHERS = frozenset({"council", "housing", "education"})
"""Buyers on whom the rules for central government are not binding."""

_NAMED = re.compile(r"\bPPN\W?0*2\b|\bsocial value model\b|\bPPN\W?0?6/20\b", re.IGNORECASE)
_CONVERTS = re.compile(
    r"\bconver\w+|(?:start|begin|enter|find|move|go|get)\w* (?:\w+ ){0,3}(?:paid )?(?:work|job|employment)"
    r"|into (?:paid )?(?:work|jobs?|employment)|\boffered (?:a |paid )*(?:job|post|work)",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"\b(?:12|twelve) months?\b|\b(?:a|one|1) year\b|\bretention\b|\bretained\b|\bstill (?:employed|in work)\b",
    re.IGNORECASE,
)
_BOUNDS = re.compile(
    r"\d|\b(?:borough|ward|wards|council|county|city|town|village|parish|district|postcodes?|region|miles?|kilomet\w+)\b"
)
_SORT = ("party", "contribution", "unit", "theme")
_NO_THINGS = frozenset(
    {"hour", "people", "person", "session", "started", "start", "completed", "offered", "place", "every", "least"}
)
_SKILLS, _EDUCATION = "skills", "education_skills"


def unfinished(reading: Reading, words: RuleWords, promise: Record) -> Iterator[Finding]:
    """CHK-SV-01: yield each promise without an amount, a unit or a day."""
    asked = {"total": "how much", "unit": "of what", "due": "by when"}
    yield from _lacking(reading, words, promise, asked)


def nobody_delivers(reading: Reading, words: RuleWords, promise: Record) -> Iterator[Finding]:
    """CHK-SV-02: yield each promise without the organisation or the person who keeps it."""
    asked = {"party": "which organisation", "named_lead": "which person"}
    yield from _lacking(reading, words, promise, asked)


def unproved(reading: Reading, words: RuleWords, promise: Record) -> Iterator[Finding]:
    """CHK-SV-03: yield each promise without proof, or without somebody else who looks at it."""
    asked = {"evidence": "what proves it", "verified_by": "who checks that"}
    yield from _lacking(reading, words, promise, asked)


def bolted_on(reading: Reading, words: RuleWords, promise: Record) -> Iterator[Finding]:
    """CHK-SV-04: yield each promise of a partner that belongs to nothing it gives, and to no task of the map."""
    party = reference(promise, "party")
    partner = next((one for one in partners_of(reading) if party and one.id == party.record), None)
    linked = reading.linked(promise, "contribution")
    if partner is None or (linked and linked.answers.get("party") == party) or _is_task(reading, promise):
        return
    gifts = [one for one in reading.of("contribution") if one.answers.get("party") == party]
    fixes = tuple(
        Fix(words.fix.format(name=f"{one.reference} {words_in(one, 'what')}"), (_link(promise, one),)) for one in gifts
    )
    found = _at(words, promise, "contribution", partner=partner.name)
    yield replace(found, fixes=fixes, looked=(promise.reference, linked.reference if linked else ""))


def other_framework(reading: Reading, words: RuleWords, tender: Record) -> Iterator[Finding]:
    """CHK-SV-05: yield a tender of a council or the like that is measured by the rules of central government."""
    told = [words_in(tender, name) for name in ("title", "service_name", "questions_note", "procedure")]
    told += [words_in(one, name) for one in reading.of("question") for name in ("text", "limit_note")]
    central = tender.answers.get("social_value_framework") == "ppn002"
    if central and tender.answers.get("buyer_type") in _OTHERS and not any(map(_NAMED.search, told)):
        at = answer(tender, "social_value_framework")
        choices = {one.id: one.label for one in reading.library[tender.kind].fields[at.field].choices}
        fixes = tuple(
            Fix(words.fix.format(name=choices[one]), (Put(at, FieldType.CHOICE, one),)) for one in ("toms", "own")
        )
        yield replace(tell(words, tender, at), looked=("ppn002", words_in(tender, "buyer_type")), fixes=fixes)


def counted_twice(reading: Reading, words: RuleWords, promise: Record) -> Iterator[Finding]:
    """CHK-SV-06: yield each promise that may be counted twice: told again, or said twice to be counted elsewhere."""
    for other in reading.of(_PROMISE):
        if other.id == promise.id:
            return
        alone = not (_elsewhere(promise) or _elsewhere(other))
        same = alone and (_amounts(promise) == _amounts(other) or _alike(promise, other))
        if same or (_elsewhere(promise) and _elsewhere(other) and _belong(promise, other)):
            found = _at(words, promise, "counted_elsewhere", name=other.reference)
            yield replace(found, looked=(promise.reference, other.reference))


def skills_unmeasured(reading: Reading, words: RuleWords, partner: Record) -> Iterator[Finding]:
    """CHK-SV-07: yield each skills partner that promises, and of which nobody measures who starts and who stays."""
    promises = [one for one in reading.of(_PROMISE) if one.answers.get("party") == Reference(partner.id)]
    skills = [one for one in promises if one.answers.get("theme") in {_SKILLS, "jobs"}]
    if partner.answers.get("org_type") != _EDUCATION or not skills:
        return
    told = [f"{words_in(one, 'name')} {words_in(one, 'definition')}" for one in reading.of("kpi")]
    told += [words_in(one, "promise") for one in skills]
    missing = [] if any(_amount(one, "total") for one in skills) else ["how many begin"]
    missing += [] if any(map(_CONVERTS.search, told)) else ["how many of them get work"]
    missing += [] if any(map(_STAYS.search, told)) else ["how many are still there after 12 months"]
    if missing:
        name = short_name(partner)
        found = tell(words, partner, None, {"partner": name, "missing": listed(missing)})
        yield replace(found, item=name, looked=tuple(missing))


def local_is_nowhere(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-SV-08: yield a plan that does not say what local means, or says it with no place and no distance."""
    said, at = words_in(paper, "local_definition"), answer(paper, "local_definition")
    capital = re.search(r"(?<!^)(?<![.!?] )\b[A-Z]", said)
    if not said:
        yield replace(tell(words, paper, at, {"document": reading.called(paper)}), looked=("",))
    elif not capital and not _BOUNDS.search(said):
        found = tell(words, paper, at, {"document": reading.called(paper), "answer": said}, "vague")
        yield replace(found, quote=said, span=(0, len(said)))


def wrong_total(reading: Reading, words: RuleWords, promise: Record) -> Iterator[Finding]:
    """CHK-SV-09: yield each promise whose total is not what its years add up to; shares do not add up."""
    total, years = _amount(promise, "total"), [_amount(promise, year) for year in _YEARS]
    known = [year for year in years if year is not None]
    if total is None or len(known) < len(years) or promise.answers.get("unit") == _SHARE or sum(known) == total:
        return
    label = reading.library[_PROMISE].fields["total"].label
    said = {"document": reading.called(promise), "label": label}
    at = answer(promise, "total")
    mend = Put(at, FieldType.NUMBER, Number(Decimal(sum(known))))
    found = tell(words, promise, at, {**said, "answer": f"{total:,f}", "here": f"{sum(known):,f}"})
    yield replace(
        found, looked=(str(total), *map(str, known)), fixes=(Fix(words.fix.format(answer=sum(known)), (mend,)),)
    )


def _lacking(reading: Reading, words: RuleWords, promise: Record, asked: dict[str, str]) -> Iterator[Finding]:
    missing = [name for name in asked if not _stands(reading, promise, name)]
    if missing:
        yield _at(words, promise, missing[0], missing=listed([asked[one] for one in missing]))


def _stands(reading: Reading, promise: Record, name: str) -> bool:
    link, said = reference(promise, name), promise.answers.get(name)
    return reading.facts.get(link.record) is not None if link else said is not None and str(said).strip() != ""


def _is_task(reading: Reading, promise: Record) -> bool:
    """Whether a map gives the partner a task that names the promise."""
    party = reference(promise, "party")
    for paper in reading.of("raci"):
        everything = task_map(paper)
        theirs = {one.row.id for one in everything.roles if party and one.organisation == party.record}
        for task in everything.tasks:
            said = f"{task.activity} {words_in(task.row.cells, 'linked')}"
            about = re.search(rf"\b{re.escape(promise.reference)}\b", said)
            if about and theirs.intersection(task.with_letters(DOES)):
                return True
    return False


def _link(promise: Record, gift: Record) -> Put:
    return Put(answer(promise, "contribution"), FieldType.REFERENCE, Reference(gift.id))


def _elsewhere(promise: Record) -> bool:
    """Whether a promise says where it is counted already; that it is, without where, says nothing."""
    return promise.answers.get("counted_elsewhere") is True and bool(words_in(promise, "counted_where"))


def _alike(promise: Record, other: Record) -> bool:
    """Whether two promises of one contribution count the same sort of people or things for one theme."""
    same = all(promise.answers.get(one) is not None and promise.answers[one] == other.answers.get(one) for one in _SORT)
    return same and bool(_things(promise) & _things(other))


def _things(promise: Record) -> frozenset[str]:
    """Return what a promise is about: its longer words, without their endings."""
    found = re.findall(r"[a-z]{5,}", words_in(promise, "promise").casefold())
    return frozenset(one.removesuffix("s") for one in found) - _NO_THINGS


def _belong(promise: Record, other: Record) -> bool:
    """Whether two promises are of one organisation, or one of them says that it is counted in the other."""
    where, there = words_in(promise, "counted_where"), words_in(other, "counted_where")
    named = re.search(rf"\b{re.escape(other.reference)}\b", where) or re.search(
        rf"\b{re.escape(promise.reference)}\b", there
    )
    return bool(named) or promise.answers.get("party") == other.answers.get("party")


def _amounts(promise: Record) -> tuple[object, ...]:
    """Return what two promises share if they are one: who, how much of what in each year, and for what; else itself."""
    said = [promise.answers.get(name) for name in ("party", "unit", "theme", "total", *_YEARS)]
    return tuple(said) if all(one is not None for one in said) else (promise.id,)


def _amount(promise: Record, name: str) -> Decimal | None:
    said = promise.answers.get(name)
    return said.amount if isinstance(said, Number) else None


def _at(words: RuleWords, promise: Record, field: str, **said: str) -> Finding:
    said_in_short = words_in(promise, "promise")
    called = f"{promise.reference} ({said_in_short})" if said_in_short else promise.reference
    found = tell(words, promise, answer(promise, field), {"record": called, **said})
    return replace(found, item=promise.reference, looked=(promise.reference, field))
