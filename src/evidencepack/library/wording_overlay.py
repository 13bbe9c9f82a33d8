# SPDX-License-Identifier: MPL-2.0
"""A kind as an organisation says it: its own words where it has some that can be used, the standard everywhere else."""

from __future__ import annotations

from dataclasses import replace

from evidencepack.domain.record import Facts
from evidencepack.domain.text import clean
from evidencepack.library.model import Clause, Kind, Library, Schedule, SignatureLine
from evidencepack.library.template import Template
from evidencepack.library.templates import parse_template
from evidencepack.library.wording import HouseWording, house_wordings, part_called
from evidencepack.library.wording_check import wording_problem


def housed(kind: Kind, facts: Facts, library: Library) -> Kind:
    """Return the kind with the house wording that is in force for a tender.

    Words that cannot be used any more are left out: the standard stands in their place, and a check says so.
    """
    for wording in house_wordings(facts):
        if wording.kind == kind.id and not wording_problem(wording, library):
            kind = _with(kind, wording)
    return kind


def _with(kind: Kind, wording: HouseWording) -> Kind:
    part = part_called(kind, wording.part)
    if part is None or not wording.replaces(part):
        return kind
    words = clean(wording.text).text.strip()
    said, name = parse_template(words), wording.part
    return replace(
        kind,
        clauses=tuple(_clause(one, wording, said) if one.key == name else one for one in kind.clauses),
        schedules=tuple(_schedule(one, name, said) for one in kind.schedules),
        signatures=tuple(_signature(one, name, said) for one in kind.signatures),
    )


def _clause(clause: Clause, wording: HouseWording, said: Template) -> Clause:
    return replace(clause, heading=wording.heading.strip(), text=said, modified=bool(clause.advice))


def _schedule(schedule: Schedule, name: str, said: Template) -> Schedule:
    if name == f"schedule.{schedule.key}.intro":
        return replace(schedule, intro=said)
    return replace(schedule, note=said) if name == f"schedule.{schedule.key}.note" else schedule


def _signature(line: SignatureLine, name: str, said: Template) -> SignatureLine:
    return replace(line, statement=said) if name == f"signature.{line.role}" else line
