# SPDX-License-Identifier: MPL-2.0
"""The coverage grid: for each partner, the five questions and the four-part fit; met, thin or missing.

Nothing is scored and nothing is counted in per cent: a place says what counts there, and what is wanting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from evidencepack.domain.record import Record
from evidencepack.domain.trade import EvaluatorQuestion
from evidencepack.domain.values import Number, Reference, Table
from evidencepack.library.header import goes_into_pack
from evidencepack.review.four_fits import Fit, fit_of
from evidencepack.review.partners import Partner, papers_of, partners_of, people_of
from evidencepack.review.reading import Reading
from evidencepack.review.standing import Counts, Place, Standing
from evidencepack.review.telling import rows, words_in

_AMOUNT = re.compile(
    r"(?<![\d/:.-])(?<!level )(?<!band )(?<!grade )(?<!lot )(?<!since )(?!(?:19|"
    r"20)\d\d\b)\d[\d,.]*%?(?! ?(?:/|:|to \d|days? a week|hours? a day|of the))(?:-|\s+)[^\W\d]|£\d|\d%|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty)\s+"
    r"(?!of\b|or\b|to\b)[^\W\d]",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\d+(?:\.\d+)+|\bspecification\b", re.IGNORECASE)
_EXPLAINS = re.compile(
    r"\d|\b(?:spec\w*|needs?|gaps?|cannot|can’t|without|because|asks?|requires?|where|who|whom|neither|nobody|"
    r"no other|only|lacks?|"
    r"wards?|borough|areas?|neighbourhoods?|speak\w*|waits?|waiting|so that)\b",
    re.IGNORECASE,
)
"""What says why a partner is there: a need, a place, a reason; praise alone does not."""

_TREND = 3


@dataclass(frozen=True, slots=True)
class Covered:
    """A partner, how each of the five questions stands for it, and each part of its fit."""

    partner: Partner
    places: Mapping[EvaluatorQuestion, Place]
    fits: Mapping[Fit, Place]


_Look: TypeAlias = Callable[[Reading, Partner], Place]


def coverage(reading: Reading) -> tuple[Covered, ...]:
    """Return the grid: a row for each partner of the bid, a place for each question and for each part of its fit."""
    return tuple(
        Covered(
            partner,
            {question: place(reading, partner, question) for question in EvaluatorQuestion},
            {fit: fit_of(reading, partner, fit) for fit in Fit},
        )
        for partner in partners_of(reading)
    )


def place(reading: Reading, partner: Partner, question: EvaluatorQuestion) -> Place:
    """Return how one question stands for one partner."""
    return _LOOKS[question](reading, partner)


def has_amount(volume: str) -> bool:
    """Whether words say how much: a number and what it counts, in figures or in words."""
    return _AMOUNT.search(volume) is not None


def seats(reading: Reading, partner: Partner) -> tuple[Record, ...]:
    """Return the meetings to which people of a partner come, as members or to chair."""
    people = people_of(reading, partner.id)
    return tuple(one for one in reading.of("meeting") if people & frozenset(_comes(one)))


def _purpose(reading: Reading, partner: Partner) -> Place:
    told = [
        Counts(f"{one.id}/p1_purpose", f"{one.reference}: why this partner") for one in _narratives(reading, partner)
    ]
    gap = words_in(partner.fit, "gap_filled")
    if gap and _fits_are_shown(reading):
        told.append(Counts(f"{partner.fit.id}/gap_filled", f"{partner.fit.reference}: the gap it fills"))
    said = [gap, *(words_in(one, "p1_purpose") for one in _narratives(reading, partner))]
    if not told:
        return Place(Standing.MISSING, (), "why it was chosen")
    if words_in(partner.fit, "spec_ref") or any(_REFERENCE.search(one) for one in said):
        return Place(Standing.MET, tuple(told))
    return Place(Standing.THIN, tuple(told), "the paragraph of the specification that it answers")


def _fits_are_shown(reading: Reading) -> bool:
    """Whether the pack shows the gap that each partner fills: nobody outside reads what no paper of it prints."""
    return any(goes_into_pack(one, reading.library[one.kind]) for one in reading.of("fit_grid"))


def _contribution(reading: Reading, partner: Partner) -> Place:
    gifts = _of_party(reading, "contribution", partner)
    counted = [one for one in gifts if has_amount(words_in(one, "volume"))]
    counts = tuple(Counts(f"{one.id}/volume", f"{one.reference}: {words_in(one, 'volume')}") for one in counted)
    if not counted:
        return Place(Standing.MISSING, (), "an amount")
    if any(words_in(one, "where_when") for one in counted):
        return Place(Standing.MET, counts)
    return Place(Standing.THIN, counts, "where and when")


def _governance(reading: Reading, partner: Partner) -> Place:
    lead, meetings = reading.linked(partner.organisation, "named_lead"), seats(reading, partner)
    counts = [Counts(f"{partner.id}/named_lead", f"named lead: {words_in(lead, 'full_name')}")] if lead else []
    counts += [Counts(f"{one.id}/people", f"{one.reference} {words_in(one, 'name')}") for one in meetings]
    if not lead or not meetings:
        lacking = (None if lead else "a named lead", None if meetings else "a seat in a meeting")
        return Place(Standing.MISSING, tuple(counts), " and ".join(filter(None, lacking)))
    if any(_sits(one, people_of(reading, partner.id)) for one in meetings):
        return Place(Standing.MET, tuple(counts))
    return Place(Standing.THIN, tuple(counts), "a seat as a member, not only as a guest")


def _evidence(reading: Reading, partner: Partner) -> Place:
    stories = [one for one in papers_of(reading, partner.id) if one.kind == "case_study"]
    measures = [one for one in _measures(reading, partner) if _results(one)]
    counts = [Counts(f"{one.id}/effect", f"{one.reference} {words_in(one, 'title')}") for one in stories]
    counts += [Counts(f"{one.id}/readings", f"{one.reference} {words_in(one, 'name')}") for one in measures]
    if not counts:
        return Place(Standing.MISSING, (), "a case study, or results of a measure")
    proved = any(re.search(r"\d", words_in(one, "effect")) for one in stories)
    if proved or any(_results(one) >= _TREND for one in measures):
        return Place(Standing.MET, tuple(counts))
    return Place(Standing.THIN, tuple(counts), "an effect with a number, or three results in a row")


def _assurance(reading: Reading, partner: Partner) -> Place:
    measures, audits = _measures(reading, partner), _audits(reading, partner)
    counts = [Counts(f"{one.id}/verification", f"{one.reference} {words_in(one, 'name')}") for one in measures]
    counts += [Counts(f"{one.id}/in_short", f"{one.reference} {words_in(one, 'in_short')}") for one in audits]
    if not counts:
        return Place(Standing.MISSING, (), "a measure that it supplies, or a check of its work")
    if audits or any(words_in(one, "verification") for one in measures):
        return Place(Standing.MET, tuple(counts))
    return Place(Standing.THIN, tuple(counts), "how its figures are checked")


_LOOKS: Mapping[EvaluatorQuestion, _Look] = {
    EvaluatorQuestion.PURPOSE: _purpose,
    EvaluatorQuestion.CONTRIBUTION: _contribution,
    EvaluatorQuestion.GOVERNANCE: _governance,
    EvaluatorQuestion.EVIDENCE: _evidence,
    EvaluatorQuestion.ASSURANCE: _assurance,
}


def _narratives(reading: Reading, partner: Partner) -> list[Record]:
    mine = (one for one in papers_of(reading, partner.id) if one.kind == "narrative")
    return [one for one in mine if _EXPLAINS.search(words_in(one, "p1_purpose"))]


def _of_party(reading: Reading, kind: str, partner: Partner) -> list[Record]:
    return [one for one in reading.of(kind) if one.answers.get("party") == Reference(partner.id)]


def _measures(reading: Reading, partner: Partner) -> list[Record]:
    """Return the measures that a partner supplies, or whose owner is one of its people."""
    people, it = people_of(reading, partner.id), Reference(partner.id)
    return [
        one
        for one in reading.of("kpi")
        if it in {one.answers.get("party"), one.answers.get("supplied_with")} or _link(one, "owner") in people
    ]


def _audits(reading: Reading, partner: Partner) -> list[Record]:
    audits = reading.of("audit")
    return [
        one
        for one in audits
        if one.answers.get("applies_to") == "every_party" or one.answers.get("party") == Reference(partner.id)
    ]


def _comes(meeting: Record) -> Iterator[str]:
    yield from (_link(meeting, name) for name in ("chair", "deputy_chair"))
    yield from (
        person.record for row in rows(meeting, "people") if isinstance(person := row.cells.get("person"), Reference)
    )


def _sits(meeting: Record, people: frozenset[str]) -> bool:
    """Whether somebody is a member of a meeting, or chairs it, and does not come as a guest alone."""
    guests = {
        person.record
        for row in rows(meeting, "people")
        if row.cells.get("comes_as") == "invited" and isinstance(person := row.cells.get("person"), Reference)
    }
    return any(one in people and one not in guests for one in _comes(meeting))


def _results(measure: Record) -> int:
    readings = measure.answers.get("readings")
    there = readings.rows if isinstance(readings, Table) else ()
    return sum(any(isinstance(row.cells.get(name), Number) for name in ("result", "met")) for row in there)


def _link(record: Record, name: str) -> str:
    link = record.answers.get(name)
    return link.record if isinstance(link, Reference) else ""
