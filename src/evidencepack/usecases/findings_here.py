# SPDX-License-Identifier: MPL-2.0
"""Findings where a form asks for what they are about: the same findings as the list of readiness, by question."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Severity
from evidencepack.library.model import Library
from evidencepack.usecases.badges import Badge
from evidencepack.usecases.forms import Place, form_places
from evidencepack.usecases.readiness import Problem

_NEXT_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z“])")


@dataclass(frozen=True, slots=True)
class Here:
    """A finding, and the question, line and column of a form that it stands at."""

    place: Place
    problem: Problem

    @property
    def message(self) -> str:
        """The sentence, without the name of the paper: the form that it stands in has that above it."""
        return message_in(self.problem)

    @property
    def first(self) -> str:
        """The first sentence of it, for a list."""
        return _NEXT_SENTENCE.split(self.message, maxsplit=1)[0]

    @property
    def nags(self) -> bool:
        """Whether it must or should be fixed; what could be improved is only shown."""
        return self.problem.severity is not Severity.SUGGESTS


def findings_here(
    problems: Iterable[Problem], facts: Facts, library: Library, record: Record
) -> tuple[tuple[Here, ...], tuple[Problem, ...]]:
    """Return the findings that the form of a record asks about, in its order, and those about the record as a whole.

    Those of shared records that its tables show are among them. That answers are missing is seen without them.
    """
    some = [one for one in problems if not one.is_missing]
    if not some:
        return (), ()
    places: dict[FieldPath, Place] = {}
    for place, path in form_places(facts, library, record):
        places.setdefault(path, place)
    found = [Here(at, one) for one in some if (at := _place(one, places)) is not None]
    whole = (one for one in some if one.home.id == record.id and not any(here.problem is one for here in found))
    order = {place: at for at, place in enumerate(places.values())}
    return tuple(sorted(found, key=lambda here: order.get(here.place, len(order)))), tuple(whole)


def message_in(problem: Problem) -> str:
    """Return what a finding says in the paper that it is about."""
    home = problem.home
    bare = problem.message.removeprefix(f"{home.kind} {home.name}: ").removeprefix(f"{home.name}: ")
    return f"{bare[:1].upper()}{bare[1:]}"


def badges_by_step(here: Iterable[Here], steps: Collection[int]) -> Mapping[int, Badge]:
    """Return what there is to fix in each of some steps, by their numbers from 0."""
    found: dict[int, list[Severity]] = {}
    for one in here:
        if one.nags and one.place.step in steps:
            found.setdefault(one.place.step, []).append(one.problem.severity)
    return {step: Badge(some.count(Severity.BLOCKS), some.count(Severity.WARNS)) for step, some in found.items()}


def _place(one: Problem, places: Mapping[FieldPath, Place]) -> Place | None:
    """Return where a finding stands in a form; None where the form does not ask about it."""
    if "/" not in one.path:
        return None
    path = FieldPath.parse(one.path)
    exact = places.get(path)
    whole = places.get(FieldPath(path.record, path.field)) if exact is None and path.row else None
    return exact or (Place(whole.step, whole.field, path.row) if whole else None)
