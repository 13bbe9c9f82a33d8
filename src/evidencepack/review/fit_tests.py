# SPDX-License-Identifier: MPL-2.0
"""CHK-FT: the four-part fit of each partner: what fails, what is to be mended, what a pass rests on, how old it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from evidencepack.domain.finding import Finding, Fix, NewRow, Put
from evidencepack.domain.record import Record, short_name
from evidencepack.domain.values import Choices, FieldType, Reference
from evidencepack.library.entry_dates import date_text
from evidencepack.library.partner_types import points_to_show
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.partners import named_partners, people_of
from evidencepack.review.reading import Reading
from evidencepack.review.spoken_names import meetings_in, people_in
from evidencepack.review.telling import answer, cell, listed, reference, rows, tell, words_in

PARTS = {
    "service_fit": "service fit",
    "local_fit": "local fit",
    "evidence_fit": "evidence fit",
    "governance_fit": "governance fit",
}
"""The four parts of a fit test, and what a sentence calls them."""

_OLD = 365
_PLACE = re.compile(r"\b[A-Z][\w’'-]{3,}")
_NO_PLACE = frozenset({"London", "Borough", "City", "County", "Council", "District", "Ward", "North", "South", "East"})
_DISTANCE = re.compile(r"\bmiles?\b|\bkm\b|\bpostcodes?\b|\bminutes?\b")
_TIME = re.compile(r"\d|\b(?:hours?|days?|weeks?|same day|daily|weekly)\b", re.IGNORECASE)
_FEW = 8
_SHARED = re.compile(
    r"\b(?:named|leads?|deput\w+|seats?|sits?|board|triage|huddle|meetings?|meets|comes|attends|reviews?|joint\w*|"
    r"shared|ladder|levels?|escalat\w+|memorandum|agreement|terms|signs?|signed|signator\w+|stop-?rules?|decides?|"
    r"chairs?|reports? to|answers? (?:to|for)|accountab\w+|coordinator|liaison|contact person|with (?:us|the partners)|"
    r"partnership|risk register|co-?chairs?)\b",
    re.IGNORECASE,
)
"""Words that tie somebody to how the partners decide together; what a partner has of its own does not."""

_ANY_LEAD = re.compile(r"\bnamed leads?\b|\bsignator(?:y|ies)\b|\bleads of (?:each|every|the) part", re.IGNORECASE)


def failed_and_in(reading: Reading, words: RuleWords, fit: Record) -> Iterator[Finding]:
    """CHK-FT-01: yield each partner that is in the bid although it failed a part."""
    failed = [name for name in PARTS if fit.answers.get(name) == "fail"]
    if failed and fit.answers.get("decision") == "include" and not _gone(fit):
        found = _at(reading, words, fit, failed[0], missing=listed([PARTS[one] for one in failed]))
        leave = Put(answer(fit, "decision"), FieldType.CHOICE, "exclude")
        yield replace(found, looked=(*failed, "include"), fixes=(Fix(words.fix, (leave,)),))


def unmended(reading: Reading, words: RuleWords, fit: Record) -> Iterator[Finding]:
    """CHK-FT-02: yield each partner with a part to be mended and no plan for it, or a plan that is late."""
    broken = [name for name in PARTS if fit.answers.get(name) == "fix"]
    if not broken or fit.answers.get("decision") == "exclude" or _gone(fit):
        return
    plan, said = rows(fit, "fix_plan"), {"missing": listed([PARTS[one] for one in broken])}
    if not any("owner" in row.cells and "due" in row.cells for row in plan):
        reason = words_in(fit, f"{broken[0]}_reason")
        line = NewRow(fit.id, "fix_plan", (("gap", FieldType.TEXT, reason),))
        fixes = (Fix(words.fix, (line,)),) if reason and not plan else ()
        yield replace(_at(reading, words, fit, "fix_plan", **said), looked=(*broken, "none"), fixes=fixes)
    for row in plan:
        due = row.cells.get("due")
        if isinstance(due, date) and due < reading.as_of:
            told = {"partner": _name(reading, fit), "day": date_text(due), "answer": words_in(row.cells, "action")}
            found = tell(words, fit, cell(fit, "fix_plan", row, "due"), told, "late")
            yield replace(found, item=told["partner"], looked=(*broken, str(due)))


def untested(reading: Reading, words: RuleWords, partner: Record) -> Iterator[Finding]:
    """CHK-FT-03: yield each partner whom a paper names as one, and that nobody has put to the four-part test."""
    papers = reading.once(named_partners).get(partner.id)
    buyer = reference(reading.facts.records[reading.tender], "buyer")
    buys = partner.answers.get("org_type") == "commissioner" or (buyer is not None and buyer.record == partner.id)
    if papers and not buys and partner.id not in reading.leads():
        fits = reading.once(_fits).get(partner.id, ())
        tested = any(one.answers.get("decision") == "exclude" or _is_begun(one) for one in fits)
        if not tested:
            at = answer(fits[0], "service_fit") if fits else None
            name = short_name(partner)
            found = tell(words, partner, at, {"partner": name, "document": papers})
            yield replace(found, item=name, looked=(partner.id,))


def not_local(reading: Reading, words: RuleWords, fit: Record) -> Iterator[Finding]:
    """CHK-FT-05: yield each partner whose local fit says neither where it is nor how fast.

    Of a longer reason, a response time that is entered is enough.
    """
    partner, said = reading.linked(fit, "organisation"), words_in(fit, "local_fit_reason")
    if partner is None or not said or not _counts(fit) or fit.answers.get("local_fit") == "fail":
        return
    timed = any(one.answers.get("party") == Reference(partner.id) for one in reading.of("response_time"))
    # A few words that name no place and no time say nothing, whatever is entered elsewhere.
    bare = len(said.split()) <= _FEW and not _TIME.search(said)
    placed = _DISTANCE.search(said) or _places(reading, partner) & set(_PLACE.findall(said))
    if not placed and (bare or not timed):
        found = _at(reading, words, fit, "local_fit_reason", "bare" if timed else "")
        yield replace(found, quote=said, span=(0, len(said)))


def nothing_attached(reading: Reading, words: RuleWords, fit: Record) -> Iterator[Finding]:
    """CHK-FT-06: yield each pass on evidence with nothing behind it; the fix names what there is."""
    if fit.answers.get("evidence_fit") == "pass" and not words_in(fit, "evidence_links") and _counts(fit):
        there = ", ".join(_evidence(reading, fit))
        put = Put(answer(fit, "evidence_links"), FieldType.TEXT, there)
        fixes = (Fix(words.fix.format(names=there), (put,)),) if there else ()
        yield replace(_at(reading, words, fit, "evidence_links"), looked=("pass",), fixes=fixes)


def nobody_escalates(reading: Reading, words: RuleWords, fit: Record) -> Iterator[Finding]:
    """CHK-FT-07: yield each pass on governance of a partner that the shared ladder does not hold.

    Nobody of it stands in the ladder of escalation, or its reason tells only of what the partner has of its own.
    """
    partner, levels = reading.linked(fit, "organisation"), reading.of("escalation_level")
    if partner is None or fit.answers.get("governance_fit") != "pass" or not levels or not _counts(fit):
        return
    people = [reading.facts.get(one) for one in people_of(reading, partner.id)]
    names = [words_in(one, "full_name") for one in people if one] + [_name(reading, fit)]
    reason = words_in(fit, "governance_fit_reason")
    tied = _SHARED.search(reason) or meetings_in(reading, reason) or people_in(reading, reason)
    if reason and not tied:
        found = _at(reading, words, fit, "governance_fit_reason", "own")
        yield replace(found, quote=reason, span=(0, len(reason)))
        return
    told = [words_in(level, "who_decides") for level in levels]
    theirs = any(name and name in one for one in told for name in names)
    if not theirs and not any(_ANY_LEAD.search(_without_others(reading, one)) for one in told):
        yield replace(_at(reading, words, fit, "governance_fit_reason"), looked=tuple(told))


def points_missing(reading: Reading, words: RuleWords, fit: Record) -> Iterator[Finding]:
    """CHK-FT-08: yield each partner that does not show all that is expected of its type."""
    partner = reading.linked(fit, "organisation")
    sort = partner.answers.get("org_type") if partner else None
    guide = next((one for one in reading.library.partner_types.values() if sort in one.organisations), None)
    if guide is None or not _counts(fit):
        return
    ticked = fit.answers.get(guide.checks)
    shown = ticked.chosen if isinstance(ticked, Choices) else ()
    missing = [one for one in points_to_show(guide, reading.library.kinds) if one.id not in shown]
    if missing:
        said = {"number": f"{len(missing)}", "missing": listed([f"“{one.label}”" for one in missing])}
        said["name"] = f"{len(points_to_show(guide, reading.library.kinds))}"
        found = _at(reading, words, fit, guide.checks, answer=guide.title[0].lower() + guide.title[1:], **said)
        yield replace(found, looked=tuple(one.id for one in missing))


def old_test(reading: Reading, words: RuleWords, fit: Record) -> Iterator[Finding]:
    """CHK-FT-09: yield each test that is more than a year old, or older than the tender."""
    day, published = fit.answers.get("checked_on"), reading.facts.records[reading.tender].answers.get("published")
    if not isinstance(day, date) or not _counts(fit):
        return
    if (reading.as_of - day).days > _OLD:
        yield replace(_at(reading, words, fit, "checked_on", day=date_text(day)), looked=(str(day),))
    elif isinstance(published, date) and day < published:
        said = {"partner": _name(reading, fit), "day": date_text(day), "otherday": date_text(published)}
        found = tell(words, fit, answer(fit, "checked_on"), said, "before")
        yield replace(found, item=said["partner"], looked=(str(day), str(published)))


def _fits(reading: Reading) -> dict[str, tuple[Record, ...]]:
    found: dict[str, tuple[Record, ...]] = {}
    for fit in reading.of("partnership"):
        link = fit.answers.get("organisation")
        if isinstance(link, Reference):
            found[link.record] = (*found.get(link.record, ()), fit)
    return found


def _is_begun(fit: Record) -> bool:
    return any(fit.answers.get(name) for name in PARTS)


def _places(reading: Reading, partner: Record) -> set[str]:
    """Return the names of places in the area of the tender, and in where the partner works."""
    told = [words_in(reading.facts.records[reading.tender], "area")]
    told += [words_in(partner, name) for name in ("operating_area", "registered_address")]
    return {place for one in told for place in _PLACE.findall(one)} - _NO_PLACE


def _evidence(reading: Reading, fit: Record) -> list[str]:
    """Return the references of the case studies that tell of a partner, and of the measures that it supplies."""
    partner = fit.answers.get("organisation")
    told = [
        one.reference
        for one in reading.of("case_study")
        if any(row.cells.get("organisation") == partner for row in rows(one, "partners"))
    ]
    return told + [one.reference for one in reading.of("kpi") if one.answers.get("party") == partner]


def _without_others(reading: Reading, text: str) -> str:
    """Return words without the leads of one organisation: "Ferrybank’s named lead" is nobody of a partner."""
    for one in reading.of("organisation"):
        text = re.sub(rf"{re.escape(words_in(one, 'short_name'))}[’'](?:s )?(?:\w+ )?(?:leads?|signatory)", "", text)
    return text


def _gone(fit: Record) -> bool:
    return fit.answers.get("partner_stage") == "left"


def _counts(fit: Record) -> bool:
    return fit.answers.get("decision") != "exclude" and not _gone(fit)


def _name(reading: Reading, fit: Record) -> str:
    partner = reading.linked(fit, "organisation")
    return short_name(partner) if partner else fit.reference


def _at(reading: Reading, words: RuleWords, fit: Record, field: str, sentence: str = "", **said: str) -> Finding:
    name = _name(reading, fit)
    return replace(tell(words, fit, answer(fit, field), {"partner": name, **said}, sentence), item=name)
