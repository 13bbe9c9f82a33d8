# SPDX-License-Identifier: MPL-2.0
"""Which fields the kinds use: names that templates, conditions, layouts and tables read, followed along references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

from evidencepack.domain.values import FieldType
from evidencepack.library.conditions import tests_of
from evidencepack.library.model import Condition, Field, Kind, Schedule
from evidencepack.library.names import Scope, UnknownNameError, first_names, follow, follow_in, row_scope
from evidencepack.library.template import Compare, Expression, Filtered, For, If, Logic, Name, Output, Template
from evidencepack.library.vocabulary import LAYOUTS, THRESHOLDS


@dataclass(slots=True)
class Uses:
    """The fields and columns that are used, by identity: the objects of the library themselves."""

    kinds: Mapping[str, Kind]
    found: set[int] = field(default_factory=set)

    def walk(self, kind: Kind) -> None:
        """Note every field that this kind's words, conditions and layouts read."""
        names = first_names(kind, self.kinds)
        for template in _own_words(kind):
            self._template(template, names)
        for clause in kind.clauses:
            self._conditions(clause.when, kind.fields)
        for schedule in kind.schedules:
            self._conditions(schedule.when, kind.fields)
            self._schedule(kind, schedule, names)
        for one in kind.fields.values():
            self._field(kind, one)
        own = {clause.each for clause in kind.clauses}
        self._tables(kind, {kind.parties, *own, *(line.by for line in kind.signatures)})

    def _tables(self, kind: Kind, names: set[str]) -> None:
        """Note tables of people, parties and own clauses: the program reads their columns itself."""
        for name in names & set(kind.fields):
            own = () if kind.fields[name].rows_of else kind.fields[name].columns
            self._note(kind.fields[name], *own)

    def _field(self, kind: Kind, one: Field) -> None:
        columns = {column.id: column for column in one.columns}
        if one.rows_of:
            self._conditions(one.only, columns)
            self._note(*(columns[name] for name in (one.by,) if one.of_parties and name in columns))
        self._named(kind, one.narrowed_by)
        for owner in (one, *(() if one.rows_of else one.columns)):
            self._conditions((*owner.shown_when, *owner.required_when), {**kind.fields, **columns})

    def _schedule(self, kind: Kind, schedule: Schedule, names: Mapping[str, Scope]) -> None:
        table = kind.fields.get(schedule.of)
        inner = {**names, "row": row_scope(table, self.kinds)} if table else names
        self._named(kind, schedule.of)
        for column in schedule.columns:
            self._template(column.text, inner)
            for name in column.score:
                self._name(("row", name), inner)
        if any(column.score for column in schedule.columns):
            self._named(kind, *THRESHOLDS)
        rule = LAYOUTS[schedule.layout]
        for dotted in rule.names:
            self._name(tuple(dotted.split(".")), names)
        for name, read in rule.tables.items():
            shown = kind.fields.get(schedule.of if name == "of" else name)
            self._note(*([shown, *(c for c in shown.columns if c.id in read)] if shown else ()))

    def _template(self, template: Template, names: Mapping[str, Scope]) -> None:
        for piece in template:
            match piece:
                case Output(of=of):
                    self._expression(of, names)
                case If(branches=branches):
                    for test, body in branches:
                        self._expression(test, names)
                        self._template(body, names)
                case For(name=name, over=over, body=body):
                    table = self._name(over.parts, names)
                    inner = {**names, name: row_scope(table, self.kinds)} if table else names
                    self._template(body, inner)

    def _expression(self, one: Expression | None, names: Mapping[str, Scope]) -> None:
        match one:
            case Name(parts=parts):
                self._name(parts, names)
            case Filtered(of=of, arguments=arguments):
                self._expression(of, names)
                self._column(of, arguments, names)
            case Compare(left=left):
                self._expression(left, names)
            case Logic(terms=terms):
                for term in terms:
                    self._expression(term, names)

    def _column(self, of: Expression, arguments: tuple[object, ...], names: Mapping[str, Scope]) -> None:
        """Note the column of a table that a filter joins."""
        if not isinstance(of, Name):
            return
        table = follow(of.parts, names, self.kinds).field
        for argument in arguments if table.type is FieldType.TABLE else ():
            self._note(*follow_in(row_scope(table, self.kinds), tuple(str(argument).split(".")), self.kinds).way)

    def _name(self, parts: tuple[str, ...], names: Mapping[str, Scope]) -> Field | None:
        try:
            found = follow(parts, names, self.kinds)
        except UnknownNameError:
            return None
        self._note(*found.way)
        return found.field

    def _named(self, kind: Kind, *names: str) -> None:
        self._note(*(kind.fields[name] for name in names if name in kind.fields))

    def _conditions(self, conditions: tuple[Condition, ...], known: Mapping[str, Field]) -> None:
        for test in (test for condition in conditions for test in tests_of(condition)):
            table = known.get(test.table)
            columns = {column.id: column for column in table.columns} if table else known
            self._note(*(one for one in (table, columns.get(test.field)) if one))

    def _note(self, *found: Field) -> None:
        self.found.update(id(one) for one in found)


def _own_words(kind: Kind) -> Iterator[Template]:
    yield from (kind.headline or (), kind.facts or (), kind.lead or (), kind.short_note or ())
    yield from (clause.text for clause in kind.clauses)
    yield from (line.statement for line in kind.signatures)
    for schedule in kind.schedules:
        yield from (schedule.intro or (), schedule.note or ())
    if kind.letter:
        yield from (getattr(kind.letter, part.name) for part in fields(kind.letter))
