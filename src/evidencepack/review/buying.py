# SPDX-License-Identifier: MPL-2.0
"""CHK-PR: what the law on buying, and the regulator of care, ask of those who bid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record, short_name
from evidencepack.library.entry_dates import date_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.partners import Partner, partners_of
from evidencepack.review.reading import Reading
from evidencepack.review.telling import answer, listed, rows, tell, words_in

_DELIVERS = frozenset({"consortium_member", "subcontractor"})
_RIVAL = frozenset({"supports_rival", "bids_separately", "unknown"})
_POOR = frozenset({"requires_improvement", "inadequate"})
_CRITERIA = {
    "quality": "quality and innovation",
    "value": "value",
    "integration": "integration and sustainability",
    "access": "access and choice",
    "social_value": "social value",
}
_NO_CONTEST = frozenset({"psr_direct_a", "psr_direct_b"})
_PLATFORM = {
    "platform_registered_on": "that it is registered",
    "platform_info_shared_on": "that it has shared its details",
}
_EQUAL = re.compile(r"\bequal|\bdivers|\binclus|\baccessib|\bdisab|\blanguage|\bethnic|\brace\b", re.IGNORECASE)
_CLOSE = 3


def unregistered(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-PR-01: yield whoever would give regulated care in England and has no number of the regulator."""
    who = [one.organisation for one in partners_of(reading) if one.fit.answers.get("delivery_role") in _DELIVERS]
    who += [one for name in reading.leads() if (one := reading.facts.get(name))]
    for one in who:
        cares = one.answers.get("does_regulated_activity") is True and one.answers.get("nation") == "england"
        if cares and not words_in(one, "cqc_provider_id"):
            found = tell(words, one, answer(one, "cqc_provider_id"), {"partner": _name(one)})
            yield replace(found, item=_name(one), looked=(one.id,))


def home_and_care(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-PR-02: yield each partner that lets the home and gives the care in it."""
    for partner in partners_of(reading):
        if all(partner.organisation.answers.get(name) is True for name in ("is_landlord", "provides_care")):
            found = tell(
                words, partner.organisation, answer(partner.organisation, "provides_care"), {"partner": partner.name}
            )
            yield replace(found, item=partner.name, looked=(partner.id,))


def undeclared(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-PR-03: yield each partner that will be checked for exclusion and has not declared itself."""
    for partner in partners_of(reading) if _route(reading).startswith("pa23") else ():
        said = partner.fit.answers
        checked = said.get("relied_on_for_conditions") is True or said.get("delivery_role") in _DELIVERS
        if checked and not isinstance(said.get("exclusion_self_declaration_date"), date):
            yield _of_fit(words, partner, "exclusion_self_declaration_date")


def near_a_rival(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-PR-04: yield each partner that may help another bid, where nobody says how information is kept apart."""
    for partner in partners_of(reading):
        missing = [one for one in ("other_bids_detail", "conflicts_declared") if not words_in(partner.fit, one)]
        bids = partner.fit.answers.get("other_bids")
        # How information is kept apart is asked only where the other bid is known.
        missing = missing or (["other_bids"] if bids == "unknown" else [])
        if bids in _RIVAL and missing:
            yield _of_fit(words, partner, missing[0])


def poor_rating(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-PR-06: yield whoever is rated below good and does not say what is being done."""
    who = [one.organisation for one in partners_of(reading)]
    who += [one for name in reading.leads() if (one := reading.facts.get(name))]
    for one in who:
        rating = one.answers.get("cqc_rating")
        if rating in _POOR and not words_in(one, "regulator_finding"):
            choices = {choice.id: choice.label for choice in reading.library[one.kind].fields["cqc_rating"].choices}
            said = {"partner": _name(one), "answer": choices.get(str(rating), str(rating))}
            yield replace(tell(words, one, answer(one, "regulator_finding"), said), looked=(str(rating),))


def criteria_missing(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-PR-07: yield the criteria of the Provider Selection Regime that a tender under it does not name."""
    tender, route = reading.facts.records[reading.tender], _route(reading)
    named = {words_in(row.cells, "criterion") for row in rows(tender, "psr_criteria")}
    missing = [words_ for name, words_ in _CRITERIA.items() if name not in named]
    if route.startswith("psr") and route not in _NO_CONTEST and missing:
        found = tell(words, tender, answer(tender, "psr_criteria"), {"names": listed(missing)})
        yield replace(found, looked=tuple(missing))


def questions_close(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-PR-08: yield the tender if questions to the buyer close within three days and some were not sent."""
    tender = reading.facts.records[reading.tender]
    close = tender.answers.get("clarification_deadline")
    waiting = [
        one.reference for one in reading.of("clarification") if not isinstance(one.answers.get("asked_on"), date)
    ]
    if isinstance(close, date) and 0 <= (close - reading.as_of).days <= _CLOSE and waiting:
        said = {"day": date_text(close), "names": listed(waiting)}
        yield replace(tell(words, tender, answer(tender, "clarification_deadline"), said), looked=tuple(waiting))


def not_on_platform(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-PR-09: yield whoever leads and has not registered, or not shared its details, where the Act asks for it."""
    for name in reading.leads() if _route(reading).startswith("pa23") else ():
        lead = reading.facts.records[name]
        missing = [field for field in _PLATFORM if not isinstance(lead.answers.get(field), date)]
        if missing:
            said = {"partner": _name(lead), "missing": listed([_PLATFORM[one] for one in missing])}
            yield replace(tell(words, lead, answer(lead, missing[0]), said), looked=tuple(missing))


def nothing_on_equality(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-PR-51: yield the tender if no measure and no promise is about equality, once there are any."""
    measures, promises = reading.of("kpi"), reading.of("commitment")
    said = [words_in(one, name) for one in (*measures, *promises) for name in ("name", "definition", "promise")]
    about = any(one.answers.get("theme") == "inclusion" for one in promises) or any(map(_EQUAL.search, said))
    if (measures or promises) and not about:
        tender = reading.facts.records[reading.tender]
        yield replace(tell(words, tender, None), looked=(tender.id,))


def _of_fit(words: RuleWords, partner: Partner, field: str) -> Finding:
    found = tell(words, partner.fit, answer(partner.fit, field), {"partner": partner.name})
    return replace(found, item=partner.name, looked=(partner.id,))


def _route(reading: Reading) -> str:
    return str(reading.facts.records[reading.tender].answers.get("route", ""))


def _name(organisation: Record) -> str:
    return short_name(organisation)
