# SPDX-License-Identifier: MPL-2.0
"""The sheets beside a pack: the coverage grid, the evidence map and the renewal sheet, from what a review finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import groupby

from evidencepack.blocks.document import Document, Running
from evidencepack.compose.formats import MONTHS, short_date
from evidencepack.compose.sheets.coverage import coverage_sheet
from evidencepack.compose.sheets.evidence import PromiseGroup, PromiseLine, ProofLine, evidence_sheet
from evidencepack.compose.sheets.renewals import RenewalLine, renewal_sheet
from evidencepack.domain.record import short_name
from evidencepack.pack.build import Part
from evidencepack.pack.fingerprint import with_fingerprint
from evidencepack.pack.grids import grid_parts
from evidencepack.pack.plan import Plan
from evidencepack.pack.press import Format
from evidencepack.pack.whereabouts import Whereabouts
from evidencepack.render.properties import Properties
from evidencepack.review.evidence_map import Held, Sort, evidence_map
from evidencepack.review.reading import Reading
from evidencepack.review.renewals import Renewal, renewals
from evidencepack.review.standing import Standing


class SheetKind(StrEnum):
    """The sheets, by the names of their files."""

    COVERAGE = "coverage-grid"
    EVIDENCE = "evidence-map"
    RENEWALS = "renewal-sheet"


_SORTS: Mapping[Sort, str] = {
    Sort.ROLE: "What each partner brings",
    Sort.RESPONSE_TIME: "How fast",
    Sort.TARGET: "Targets",
    Sort.SOCIAL_VALUE: "Social value",
    Sort.EFFECT: "Effects that case studies claim",
}
_STANDS: Mapping[Standing, str] = {Standing.MET: "Held", Standing.THIN: "Thin", Standing.MISSING: "Not held"}
_NOT_FOR_OTHERS = "Internal: do not send."
_CODES: Mapping[SheetKind, str] = {
    SheetKind.COVERAGE: "GRID",
    SheetKind.EVIDENCE: "MAP",
    SheetKind.RENEWALS: "DAYS",
}


def sheet_of(kind: SheetKind, reading: Reading, plan: Plan, where: Whereabouts) -> Document:
    """Return one of the sheets of a tender, for its own desk."""
    reference = f"{plan.tender.reference}-{_CODES[kind]}"
    running = Running(
        _NOT_FOR_OTHERS, f"{plan.lead}, {short_date(reading.as_of)}", reference, short_date(reading.as_of)
    )
    match kind:
        case SheetKind.COVERAGE:
            return coverage_sheet(grid_parts(reading), running)
        case SheetKind.EVIDENCE:
            return _evidence(reading, where, running)
        case SheetKind.RENEWALS:
            begins = plan.tender.answers.get("contract_start")
            lines = renewal_lines(renewals(reading))
            return renewal_sheet(lines, running, begins=begins if isinstance(begins, date) else None)


def sheet_part(kind: SheetKind, document: Document, plan: Plan, formats: tuple[Format, ...]) -> Part:
    """Return the files of a sheet."""
    of_whom = ", ".join(dict.fromkeys((plan.lead, plan.tender.reference)))
    properties = Properties(
        title=f"{document.title}: {of_whom}",
        author=plan.lead,
        subject=plan.tender.reference,
        reference=document.running.reference,
        version=document.running.version,
        as_of=plan.as_of,
    )
    return Part(kind.value, (with_fingerprint(document),), (), properties, formats, stamp=False, asked=plan.asked)


def renewal_lines(days: Iterable[Renewal]) -> tuple[RenewalLine, ...]:
    """Return what is to be renewed as lines; what happens alike on one day is one line."""
    alike = sorted(days, key=lambda one: (*_alike(one), one.called))
    return tuple(_line(list(some)) for _, some in groupby(alike, key=_alike))


def _alike(one: Renewal) -> tuple[bool, date, str, bool]:
    return not one.over, one.day, one.what, one.early


def _line(some: Sequence[Renewal]) -> RenewalLine:
    first = some[0]
    return RenewalLine(first.day, first.what, tuple(map(_of_what, some)), first.early, first.over)


def _of_what(one: Renewal) -> str:
    """Return what is to be renewed, who sees to it, and how: "EV-03 Certificate · Tomáš Dvořák · in May 2027"."""
    return " · ".join(filter(None, (one.called, one.who, one.note)))


def _evidence(reading: Reading, where: Whereabouts, running: Running) -> Document:
    found = evidence_map(reading)
    groups = [
        PromiseGroup(title, tuple(_promise(one, where) for one in found.held if one.promise.sort is sort))
        for sort, title in _SORTS.items()
    ]
    return evidence_sheet(groups, [reading.called(one) for one in found.unused], running)


def _promise(held: Held, where: Whereabouts) -> PromiseLine:
    promise = held.promise
    party = promise.party
    return PromiseLine(
        promise.record.reference,
        promise.said,
        short_name(party) if party else "",
        where.of(promise.record.id),
        _STANDS[held.standing],
        tuple(_proofs(held, where)),
        weak=held.standing is not Standing.MET,
    )


def _proofs(held: Held, where: Whereabouts) -> Iterator[ProofLine]:
    for proof in held.proofs:
        dated = f"{MONTHS[proof.day.month - 1]} {proof.day.year}" if proof.day else ""
        said = f"{proof.called}: about {proof.of}, so it does not count" if proof.of else proof.called
        yield ProofLine(said, dated, where.of(proof.record))
