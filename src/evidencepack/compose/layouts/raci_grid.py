# SPDX-License-Identifier: MPL-2.0
"""The responsibility map: activities down, people across under their organisations, one letter where they meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from evidencepack.blocks.blocks import Align, Block, Cell, Column, Fill, Table, TableRow
from evidencepack.blocks.inlines import Inline, Inlines, Text, Value
from evidencepack.compose.bound import Answered, Entity, Item, RowOf, Unanswered
from evidencepack.compose.layouts.parts import no_rows, note_of
from evidencepack.compose.plain import plain
from evidencepack.compose.printing import called, missing, printed
from evidencepack.compose.scope import Scope
from evidencepack.library.model import Schedule

_ROLES, _LETTERS = "roles", "letters"
_FIXED = (11.0, 0.0, 36.0)
_HEADS = ("Ref", "Activity", "When")
_CELLS = ("ref", "activity", "timing")
_WIDE, _NARROW, _MOST_WIDE, _MOST = 18.4, 15.0, 8, 10
_FILLS = {"A": Fill.INK, "A/R": Fill.INK, "R": Fill.TINT}
_SAID = {
    "A": "accountable",
    "A/R": "accountable and responsible",
    "R": "responsible",
    "C": "consulted",
    "I": "informed",
}
_HONORIFICS = frozenset({"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "rev", "sir", "dame"})
KEY: Inlines = (
    Text("A", bold=True),
    Text(" answers for the result and has the final say: exactly one named person in each row. "),
    Text("R", bold=True),
    Text(" does the work. "),
    Text("A/R", bold=True),
    Text(" does both. "),
    Text("C", bold=True),
    Text(" gives a view before. "),
    Text("I", bold=True),
    Text(" is told after."),
)
"""What the letters mean, in one line under the table."""


@dataclass(frozen=True, slots=True)
class _Role:
    """One column: the words a letter names it by, its organisation's id and name, and the head of the column."""

    names: frozenset[str]
    organisation: str
    above: Inlines
    head: tuple[Inlines, ...]


def raci_grid(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return the grid of a record with the tables ``roles``, ``letters`` and the one that ``of`` names (activities).

    Widths follow the page of 252 mm: eight people at 18.4 mm, ten at 15 mm; more people stand in a second table.
    """
    activities, roles = scope.rows(schedule.of), scope.rows(_ROLES)
    for rows in (activities, roles):
        if not rows.items:
            return no_rows(schedule, rows)
    columns = sorted_by_organisation([_role(scope, item) for item in roles.items])
    letters = _letters(scope)
    parts = [columns[start : start + _MOST] for start in range(0, len(columns), _MOST)]
    tables = [_table(scope, activities.items, part, letters) for part in parts]
    note = (*KEY, *((Text(" "), *extra) if (extra := note_of(schedule, scope)) else ()))
    summary = (
        f"{schedule.heading}: who is accountable, responsible, consulted and informed for each activity. {plain(KEY)}"
    )
    return tuple(replace(table, note=note, summary=summary) for table in tables)


def sorted_by_organisation(roles: Sequence[_Role]) -> list[_Role]:
    """Return the columns with those of one organisation side by side, organisations in order of first appearance."""
    order = list(dict.fromkeys(role.organisation for role in roles))
    return sorted(roles, key=lambda role: order.index(role.organisation))


def _table(
    scope: Scope, activities: Sequence[Item], roles: Sequence[_Role], letters: Mapping[tuple[str, str], Inlines]
) -> Table:
    width = _WIDE if len(roles) <= _MOST_WIDE else _NARROW
    return Table(
        columns=(*(Column(fixed) for fixed in _FIXED), *(Column(width, Align.CENTRE) for _ in roles)),
        head=(_organisations(roles), _people(roles)),
        rows=tuple(_row(scope, activity, roles, letters) for activity in activities),
        size=9,
        centred=True,
        gap=1,
        named=2,
    )


def _organisations(roles: Sequence[_Role]) -> TableRow:
    groups = [list(group) for _, group in groupby(roles, key=lambda role: role.organisation)]
    spans = (Cell((group[0].above,), span=len(group)) for group in groups)
    return TableRow((Cell(((),), span=len(_FIXED)), *spans))


def _people(roles: Sequence[_Role]) -> TableRow:
    return TableRow((*(Cell(((Text(head),),)) for head in _HEADS), *(Cell(role.head) for role in roles)))


def _row(scope: Scope, activity: Item, roles: Sequence[_Role], letters: Mapping[tuple[str, str], Inlines]) -> TableRow:
    within = scope.of_row(activity)
    fixed = (Cell((printed(within, scope.step(activity, name)),)) for name in _CELLS)
    names = _names(scope, activity, "ref")
    found = (_letter(names, role.names, letters) for role in roles)
    return TableRow((*fixed, *(Cell((letter,), fill=_FILLS.get(plain(letter), Fill.NONE)) for letter in found)))


def _letter(activity: frozenset[str], role: frozenset[str], letters: Mapping[tuple[str, str], Inlines]) -> Inlines:
    found = next((letters[a, r] for a in activity for r in role if (a, r) in letters), ())
    return tuple(_spoken(inline) for inline in found)


def _spoken(letter: Inline) -> Inline:
    """Return a letter with the word that it stands for."""
    return replace(letter, expansion=_SAID.get(letter.text, "")) if isinstance(letter, Value) else letter


def _letters(scope: Scope) -> Mapping[tuple[str, str], Inlines]:
    """Return the letters by what their rows call the activity and the role."""
    return {
        (_word(scope, item, "activity"), _word(scope, item, "role")): printed(scope, scope.step(item, "letter"))
        for item in scope.rows(_LETTERS).items
    }


def _names(scope: Scope, item: Item, column: str) -> frozenset[str]:
    """Return what letters may call a row by: its own id, or the words of one column."""
    row = {item.row.id} if isinstance(item, RowOf) else {item.record.id}
    return frozenset({*row, _word(scope, item, column)} - {""})


def _word(scope: Scope, item: Item, column: str) -> str:
    found = scope.step(item, column)
    return plain(printed(scope, found)) if isinstance(found, Answered) else ""


def _role(scope: Scope, item: Item) -> _Role:
    organisation, label = scope.organisation_of(item), printed(scope, scope.step(item, "label"))
    names = _names(scope, item, "label")
    head = (_first_name(scope, item), label)
    if isinstance(organisation, Unanswered):
        return _Role(names, "", missing(organisation), head)
    return _Role(names, organisation.record.id, _organisation(scope, organisation), head)


def _organisation(scope: Scope, organisation: Entity) -> Inlines:
    lead = scope.lead()
    is_lead = isinstance(lead, Entity) and lead.record.id == organisation.record.id
    return (*called(scope, organisation), *((Text(" (lead)"),) if is_lead else ()))


def _first_name(scope: Scope, item: Item) -> Inlines:
    """Return a person's first name, which fits a narrow column; titles such as Dr are no names."""
    return tuple(
        value if value.missing else replace(value, text=_first_word(value.text))
        for value in printed(scope, scope.step(item, "person"))
        if isinstance(value, Value)
    )


def _first_word(name: str) -> str:
    words: Iterator[str] = (word for word in name.split() if word.rstrip(".").casefold() not in _HONORIFICS)
    return next(words, name)
