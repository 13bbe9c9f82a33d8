# SPDX-License-Identifier: MPL-2.0
"""What a step is called: "make Nasrin A/R", "typing in “Purpose”"; and why one is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field, Kind, Library
from evidencepack.usecases.differences import Answered, Marked, Part, RecordThere, RowMoved, RowThere
from evidencepack.usecases.letters import Head, is_letter_grid, letter_grid
from evidencepack.usecases.listing import title_of
from evidencepack.usecases.taking_back import Refused, Why

_LONGEST = 48
_TYPED = frozenset({FieldType.TEXT, FieldType.LONG_TEXT, FieldType.DATE, FieldType.NUMBER, FieldType.MONEY})
_REFUSALS = {
    Why.NEWER: "{what} has newer words since, and they stay. History shows what was there before.",
    Why.GONE: "{what} is gone, so this step was left alone. History shows what was there before.",
    Why.NAMED: "{what} speaks of it by now, so it stays. Clear that answer first.",
    Why.TAKEN: "Another one has its reference by now, so it was not brought back. History shows what was there.",
}


@dataclass(frozen=True, slots=True)
class Scene:
    """The facts before and after a step, and the kinds that give things their names."""

    before: Facts
    after: Facts
    library: Library

    def record(self, name: str) -> Record | None:
        """Return a record as it is after the step, or as it was if it is gone."""
        return self.after.get(name) or self.before.get(name)

    def kind(self, record: str) -> Kind | None:
        """Return the kind of a record."""
        found = self.record(record)
        return self.library[found.kind] if found else None


def step_words(scene: Scene, parts: Sequence[Part], drafts: Sequence[FieldPath] = ()) -> str:
    """Return what a step is called, as it stands behind "Undo: "."""
    said = [part for part in parts if not isinstance(part, Marked)]
    if not said:
        return _typing(scene, drafts[0]) if drafts else "change an example"
    records = [part for part in said if isinstance(part, RecordThere)]
    if records:
        return _record_words(scene, records)
    return _letter_words(scene, said) or _table_words(scene, said) or _answer_words(scene, said)


def refusal_words(facts: Facts, library: Library, refused: Refused) -> str:
    """Return the sentence that says why a step is left alone."""
    return _REFUSALS[refused.why].format(what=_named(Scene(facts, facts, library), refused.path))


def _record_words(scene: Scene, parts: Sequence[RecordThere]) -> str:
    doing = "add" if parts[0].after else "remove"
    found, kind = scene.record(parts[0].record), scene.kind(parts[0].record)
    if len(parts) > 1 or found is None or kind is None:
        return f"{doing} {len(parts)} entries"
    title = kind.title[:1].lower() + kind.title[1:]
    return f"{doing} {title} {_short(title_of(found))}"


def _letter_words(scene: Scene, parts: Sequence[Part]) -> str:
    """Return what a step in a grid of letters did; empty for any other."""
    tables = {(_record_of(part), _field_of(part)) for part in parts}
    record, field = next(iter(tables))
    kind, before, after = scene.kind(record), scene.before.get(record), scene.after.get(record)
    if len(tables) > 1 or not (kind and before and after) or not is_letter_grid(kind, field):
        return ""
    was, now = letter_grid(scene.before, before), letter_grid(scene.after, after)
    both = dict.fromkeys((*was.letters, *now.letters))
    places = [place for place in both if was.letters.get(place) != now.letters.get(place)]
    if len(places) != 1:
        return f"change {len(places)} letters"
    task, role = places[0]
    who, what = _person(now.roles, role), _first(now.tasks, task)
    letter = now.letters.get(places[0], "")
    if not letter:
        return f"clear the letter of {who} in {what}"
    choices = {choice.id: choice.label for choice in kind.fields[field].column("letter").choices}
    return f"make {who} {choices.get(letter, letter)} in {what}"


def _table_words(scene: Scene, parts: Sequence[Part]) -> str:
    """Return what a step did with the lines of a table; empty if none came, went or moved."""
    rows = [part for part in parts if isinstance(part, RowThere | RowMoved)]
    if not rows:
        return ""
    table = _quoted(_label(scene, rows[0].record, rows[0].field))
    there = [part for part in rows if isinstance(part, RowThere) and part.field == rows[0].field]
    if not there:
        return f"move a line of {table}"
    lines = "a line" if len(there) == 1 else f"{len(there)} lines"
    if len({part.after is None for part in there}) > 1:
        return f"put other lines into {table}"
    return f"add {lines} to {table}" if there[0].after else f"remove {lines} from {table}"


def _answer_words(scene: Scene, parts: Sequence[Part]) -> str:
    answers = [part for part in parts if isinstance(part, Answered)]
    if len(answers) != 1:
        return f"change {len(answers)} answers"
    part = answers[0]
    if part.after is None:
        return f"clear {_named(scene, str(part.path))}"
    if part.type in _TYPED:
        return _typing(scene, part.path)
    return f"answer {_named(scene, str(part.path))}"


def _typing(scene: Scene, path: FieldPath) -> str:
    return f"typing in {_named(scene, str(path))}"


def _named(scene: Scene, path: str) -> str:
    """Return what a person calls what stands at a path of a record, a table, a row or an answer."""
    record, field, _row, column = (*path.split("/"), "", "", "")[:4]
    if not field:
        found = scene.record(record)
        return title_of(found) if found else "It"
    return _quoted(_label(scene, record, field, column))


def _label(scene: Scene, record: str, field: str, column: str = "") -> str:
    kind = scene.kind(record)
    found: Field | None = kind.fields.get(field) if kind else None
    if found and column:
        found = next((one for one in found.columns if one.id == column), found)
    return found.label if found else field.replace("_", " ")


def _quoted(words: str) -> str:
    return f"“{_short(words)}”"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _person(roles: Sequence[Head], role: str) -> str:
    """Return the first name of the person in a role, or the role's own words."""
    found = next((one for one in roles if one.id == role), None)
    return (found.second.split(" ")[0] or found.title) if found else "nobody"


def _first(tasks: Sequence[Head], task: str) -> str:
    found = next((one.title for one in tasks if one.id == task), "")
    return found.split(" ")[0] if found[:1].isupper() and any(map(str.isdigit, found.split(" ")[0])) else _quoted(found)


def _record_of(part: Part) -> str:
    return part.path.record if isinstance(part, Answered) else part.record


def _field_of(part: Part) -> str:
    match part:
        case Answered(path=path):
            return path.field
        case RecordThere():
            return ""
        case _:
            return part.field
