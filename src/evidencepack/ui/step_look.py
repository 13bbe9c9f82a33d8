# SPDX-License-Identifier: MPL-2.0
"""What needs another look in a step, in a line each: what cannot be read, what is needed, what is still an example."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.library.model import Field, Kind
from evidencepack.ui.session import Session
from evidencepack.ui.widgets.error_summary import ErrorSummary, Trouble
from evidencepack.ui.words import counted, say
from evidencepack.usecases.forms import Place, lines_of
from evidencepack.usecases.letters import is_letter_grid, letter_grid

_MOST = 8


@dataclass(frozen=True, slots=True)
class Look:
    """What needs another look, in the order of the form, and what of it is a needed answer that is missing."""

    places: tuple[Place, ...] = ()
    missing: frozenset[Place] = frozenset()

    def among(self, places: Collection[Place]) -> Look:
        """Return what of it is among these places."""
        return Look(tuple(one for one in self.places if one in places), self.missing.intersection(places))

    def of_step(self, step: int) -> Look:
        """Return what of it is in one step."""
        return self.among([one for one in self.places if one.step == step])


def show_look(summary: ErrorSummary, session: Session, record: str, look: Look, go: Callable[[Place], None]) -> None:
    """Show in a summary what needs another look; nothing where all is well."""
    places = look.places
    words = Wording(session, session.facts.records[record])
    troubles = [_trouble(place, words.of(place, missing=place in look.missing), go) for place in places[:_MOST]]
    more = len(places) - len(troubles)
    also = counted(more, "1 more is not named here.", "{n} more are not named here.") if more > 0 else ""
    kept = say("Your words are saved. You can carry on and come back.")
    title = counted(len(places), "One answer needs another look", "{n} answers need another look")
    summary.show_troubles(title, troubles, " ".join(filter(None, (also, kept))))


@dataclass(frozen=True, slots=True)
class Wording:
    """Puts what is wrong at a place into words."""

    session: Session
    record: Record

    def of(self, place: Place, *, missing: bool) -> str:
        """Return the line for a place."""
        if missing:
            return say("{where}: an answer is needed here", where=self._where(place))
        draft = self.session.drafts.get(self._path(place))
        if draft is not None:
            return f"{self._where(place)}: {draft.problem}"
        if place.line and is_letter_grid(self._kind, place.field):
            return self._slip(place)
        return say("{where}: this is an example. Change it, or say that it is yours", where=self._where(place))

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
