# SPDX-License-Identifier: MPL-2.0
"""What needs another look in a step, in a line each: what cannot be read, what is needed, what is still an example."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.trade import Severity
from evidencepack.library.model import Field, Kind
from evidencepack.ui.places.finding_words import MARKS
from evidencepack.ui.session import Session
from evidencepack.ui.widgets.error_summary import ErrorSummary, Trouble
from evidencepack.ui.words import counted, say
from evidencepack.usecases.findings_here import Here
from evidencepack.usecases.form_state import FormState
from evidencepack.usecases.forms import Place, lines_of
from evidencepack.usecases.letters import is_letter_grid, letter_grid


@dataclass(frozen=True, slots=True)
class Look:
    """What needs another look, in the order of the form.

    ``missing`` are needed answers of it that are not there, ``unread`` what was typed and cannot be read.
    """

    places: tuple[Place, ...] = ()
    missing: frozenset[Place] = frozenset()
    unread: frozenset[Place] = frozenset()

    def among(self, places: Collection[Place]) -> Look:
        """Return what of it is among these places."""
        kept = tuple(one for one in self.places if one in places)
        return Look(kept, self.missing.intersection(places), self.unread.intersection(places))

    @property
    def wrong(self) -> Look:
        """Return what of it cannot be right as it stands; what nobody has answered yet is still to do."""
        return replace(self.among(self.unread), missing=frozenset())

    def of_step(self, step: int) -> Look:
        """Return what of it is in one step."""
        return self.among([one for one in self.places if one.step == step])


def look_of(state: FormState) -> Look:
    """Return what needs another look in a form, before what the checks have found."""
    return Look(state.to_do, frozenset(state.missing), state.wrong)


def show_look(summary: ErrorSummary, session: Session, record: str, look: Look, go: Callable[[Place], None]) -> None:
    """Show in a summary what needs another look; nothing where all is well."""
    places = look.places
    words = Wording(session, session.facts.records[record])
    troubles = [_trouble(place, words.of(place, missing=place in look.missing), go) for place in places]
    kept = say("Your words are saved. You can carry on and come back.")
    title = counted(len(places), "One answer needs another look", "{n} answers need another look")
    summary.show_troubles(title, troubles, kept)


def show_advice(
    summary: ErrorSummary, session: Session, record: str, here: Sequence[Here], go: Callable[[Place], None]
) -> None:
    """Show in a summary what must or should be fixed in a step, the worst first; nothing where there is nothing."""
    words = Wording(session, session.facts.records[record])
    some = sorted((one for one in here if one.nags), key=lambda one: list(Severity).index(one.problem.severity))
    troubles = [_trouble(one.place, words.found(one), go) for one in some]
    title = counted(len(some), "One thing to look at in this step", "{n} things to look at in this step")
    summary.show_troubles(title, troubles)


@dataclass(frozen=True, slots=True)
class Wording:
    """Puts what is wrong at a place into words."""

    session: Session
    record: Record

    def of(self, place: Place, *, missing: bool) -> str:
        """Return the line for a place."""
        draft = self.session.drafts.get(self._path(place))
        if draft is not None:
            return f"{self._where(place)}: {draft.problem}"
        if missing:
            return say("{where}: an answer is needed here", where=self._where(place))
        if place.line and is_letter_grid(self._kind, place.field):
            return self._slip(place)
        return say("{where}: this is an example. Change it, or say that it is yours", where=self._where(place))

    def found(self, here: Here) -> str:
        """Return the line for what the checks say at a place, in its first sentence."""
        must = [MARKS[here.problem.severity].words] if here.problem.severity is Severity.BLOCKS else []
        return ": ".join((*must, self._where(here.place), here.first))

    @property
    def _kind(self) -> Kind:
        return self.session.library[self.record.kind]

    def _field(self, place: Place) -> Field:
        return self._kind.fields[place.field]

    def _where(self, place: Place) -> str:
        """Return what a person calls a place: the question; in a table also the line and its column."""
        field = self._field(place)
        parts = [field.label.rstrip("?")]
        if place.line:
            lines = self._lines(field)
            parts.append(say("line {n}", n=lines.index(place.line) + 1 if place.line in lines else len(lines)))
        if place.column:
            parts.append(field.column(place.column).label.rstrip("?"))
        return ", ".join(parts)

    def _lines(self, field: Field) -> Sequence[str]:
        found = lines_of(self.session.facts, self.session.library, self.record, field)
        return [line.id for line in found]

    def _path(self, place: Place) -> FieldPath:
        if place.line and self._field(place).rows_of:
            return FieldPath(place.line, place.column or place.field)
        return FieldPath(self.record.id, place.field, place.line, place.column)

    def _slip(self, place: Place) -> str:
        grid = letter_grid(self.session.facts, self.record)
        task = next((one.title for one in grid.tasks if one.id == place.line), "")
        slip = grid.slip(place.line)
        return f"{task}: {slip[:1].lower()}{slip[1:]}"


def _trouble(place: Place, words: str, go: Callable[[Place], None]) -> Trouble:
    return Trouble(words, lambda: go(place))
