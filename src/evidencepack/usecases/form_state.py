# SPDX-License-Identifier: MPL-2.0
"""How a form stands, reckoned once for all who tell of it: its steps, what is missing or wrong, what was found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.library.model import Library
from evidencepack.usecases.badges import NO_BADGE, Badge
from evidencepack.usecases.findings_here import Here, badges_by_step, findings_here
from evidencepack.usecases.forms import Place, StepState, StepView, look_again, step_views, typed_wrong, unanswered
from evidencepack.usecases.missing import missing_in, needed_in
from evidencepack.usecases.readiness import Problem


@dataclass(frozen=True, slots=True)
class FormState:
    """How the form of a record stands.

    ``missing`` are needed answers that are not there, ``again`` what stands there and is not right yet, ``wrong`` what
    of it cannot be right as it was typed; ``to_do`` is all of it in the order of the form. ``here`` are the findings at
    its questions, ``whole`` those about all of it. ``badges`` counts what is to be fixed in the steps that somebody has
    begun: in the others all is still to do. ``lacks`` counts what is missing in the whole paper,
    ``elsewhere`` what of it other forms ask.
    """

    steps: tuple[StepView, ...] = ()
    missing: tuple[Place, ...] = ()
    again: tuple[Place, ...] = ()
    wrong: frozenset[Place] = frozenset()
    to_do: tuple[Place, ...] = ()
    here: tuple[Here, ...] = ()
    whole: tuple[Problem, ...] = ()
    badges: Mapping[int, Badge] = field(default_factory=dict)
    lacks: int = 0
    elsewhere: int = 0

    def badge(self, step: int) -> Badge:
        """Return what there is to fix in a step."""
        return self.badges.get(step, NO_BADGE)

    def is_begun(self, step: int) -> bool:
        """Whether somebody has begun a step."""
        return self.steps[step].state is not StepState.EMPTY


def form_state(
    facts: Facts, library: Library, record: Record, *, troubled: Collection[FieldPath], problems: Iterable[Problem]
) -> FormState:
    """Return how the form of a record stands.

    Args:
        facts: the tender's records.
        library: the kinds.
        record: whose form it is.
        troubled: where something stands that cannot be read as an answer.
        problems: what the checks of the tender have found.
    """
    told = tuple(problems)
    missing = unanswered(facts, library, record)
    again = look_again(facts, library, record, troubled)
    steps = step_views(facts, library, record, missing=missing, again=again)
    here, whole = findings_here(told, facts, library, record)
    begun = [number for number, step in enumerate(steps) if step.state is not StepState.EMPTY]
    wrong = typed_wrong(facts, library, record, troubled)
    to_do = in_order((*missing, *again), library, record)
    gaps = {one.path for one in told if one.is_missing and one.home.id == record.id}
    lacks = missing_in(facts, library, record, gaps)
    elsewhere = len(lacks - needed_in(facts, library, record))
    badges = badges_by_step(here, begun)
    return FormState(steps, missing, again, wrong, to_do, here, whole, badges, len(lacks), elsewhere)


def in_order(places: Iterable[Place], library: Library, record: Record) -> tuple[Place, ...]:
    """Return places of a form, each once, by its steps and questions; those of one question stay as they come."""
    steps = library[record.kind].steps
    once = dict.fromkeys(places)
    return tuple(sorted(once, key=lambda place: (place.step, steps[place.step].fields.index(place.field))))
