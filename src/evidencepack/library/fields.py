# SPDX-License-Identifier: MPL-2.0
"""Fields, columns, choices and steps of a kind, read from its file."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from evidencepack.domain.trade import EvaluatorQuestion, Visibility, Weight
from evidencepack.domain.values import EXAMPLE, FieldType
from evidencepack.library.conditions import ConditionError, parse_condition
from evidencepack.library.entry import Desk, parse_entry
from evidencepack.library.entry_bounds import BOUNDED, bounds_of
from evidencepack.library.model import Accepts, Condition, Field, Written
from evidencepack.library.pick_lists import PickLists, read_pick_lists
from evidencepack.library.sentences import sentences
from evidencepack.library.toml_table import TomlTable
from evidencepack.library.vocabulary import PICKED, REFERENCE, SCRIPTED, SHOWS_ITSELF

_TYPED = frozenset({FieldType.DATE, FieldType.NUMBER, FieldType.MONEY, FieldType.PERCENTAGE, FieldType.DURATION})
_DESK = Desk(date(2027, 1, 1), find=lambda _kind, _text: "", call=str)


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a column takes from its table when it does not say otherwise."""

    visibility: Visibility = Visibility.PRIVATE
    weight: Weight = Weight.NOTIFY


def read_fields(top: TomlTable) -> dict[str, Field]:
    """Read every ``[[field]]`` with its columns and choices, by id, in the order of the file."""
    choices = read_pick_lists(top)
    columns = _Group(top.each("column", "of", "id"))
    fields: dict[str, Field] = {}
    for entry in top.each("field", "id"):
        field = _read_field(entry, choices, columns)
        if field.id in fields:
            entry.refuse("id", f"'{field.id}' is used twice")
        fields[field.id] = field
    _refuse_strays(top, fields, choices, columns)
    return fields


def read_conditions(entry: TomlTable, key: str) -> tuple[Condition, ...]:
    """Read a list of conditions, all of which must hold."""
    found = []
    for text in entry.texts(key):
        try:
            found.append(parse_condition(text))
        except ConditionError as error:
            entry.refuse(key, str(error))
    return tuple(found)


class _Group:
    """The ``[[column]]`` tables by the field they belong to."""

    def __init__(self, entries: Iterable[TomlTable]) -> None:
        self.of: dict[str, list[TomlTable]] = {}
        for entry in entries:
            self.of.setdefault(entry.text("of", needed=True), []).append(entry)


def _read_field(entry: TomlTable, choices: PickLists, columns: _Group) -> Field:
    field = _read_common(entry, choices, "", Inherited())
    inherited = Inherited(field.visibility, field.weight)
    own = tuple(_read_common(column, choices, f"{field.id}.", inherited) for column in columns.of.get(field.id, ()))
    rows_of, of_parties = entry.text("rows_of"), entry.flag("of_parties")
    by, only = entry.text("by"), read_conditions(entry, "only")
    _check_table(entry, field, own, rows_of)
    for key in ("of_parties", "only"):
        if entry.has(key) and not rows_of:
            entry.refuse(key, "goes only with rows_of")
    if by and not of_parties:
        entry.refuse("by", "goes only with of_parties")
    entry.refuse_repeats("column", [column.id for column in own])
    for column in own:
        if column.type is FieldType.TABLE:
            entry.refuse(f"column {column.id}.type", "a column cannot be a table")
    narrowed_by = entry.text("narrowed_by")
    if narrowed_by and field.type is not FieldType.TABLE:
        entry.refuse("narrowed_by", "goes only with table")
    entry.finish()
    return replace(
        field,
        columns=own,
        rows_of=rows_of,
        of_parties=of_parties,
        by=by or field.by,
        only=only,
        narrowed_by=narrowed_by,
    )


def _check_table(entry: TomlTable, field: Field, own: Sequence[Field], rows_of: str) -> None:
    if field.type is not FieldType.TABLE:
        if own or rows_of:
            entry.refuse("type", "only a table has columns or rows_of")
    elif bool(own) == bool(rows_of):
        entry.refuse("type", "a table needs either its own [[column]] entries or rows_of, not both and not neither")


def _read_common(entry: TomlTable, choices: PickLists, prefix: str, inherited: Inherited) -> Field:
    """Read the keys that fields and columns share."""
    name = entry.name("id")
    field = Field(
        id=name,
        label=entry.text("label", needed=True),
        type=entry.one_of("type", FieldType),
        help=entry.text("help", needed=True),
        example=entry.text("example"),
        weak=entry.text("weak"),
        strong=entry.text("strong"),
        source=entry.text("source"),
        required=entry.flag("required"),
        visibility=entry.one_of("visibility", Visibility, inherited.visibility),
        weight=entry.one_of("weight", Weight, inherited.weight),
        words=entry.whole("words"),
        longest=entry.whole("longest"),
        least=entry.bound("least"),
        most=entry.bound("most"),
        written=entry.one_of("written", Written, Written.FREELY),
        past=entry.flag("past"),
        answers=entry.some_of("answers", EvaluatorQuestion),
        choices=choices.get(prefix + name, ()),
        units=entry.texts("units"),
        any_unit=entry.flag("any_unit"),
        to=entry.text("to"),
        accepts=entry.one_of("accepts", Accepts, Accepts.ANYTHING),
        unused=entry.text("unused"),
        shown_when=read_conditions(entry, "shown_when"),
        required_when=read_conditions(entry, "required_when"),
    )
    _check_words(entry, field)
    _check_type(entry, field)
    _check_bounds(entry, field)
    if prefix:
        entry.finish()
    return field


def _check_words(entry: TomlTable, field: Field) -> None:
    if field.id == REFERENCE:
        entry.refuse("id", "every record has a reference already; choose another id")
    if field.id == EXAMPLE:
        entry.refuse("id", "the mark of an example has that name; choose another id")
    if sentences(field.help) > 2:
        entry.refuse("help", "is longer than two sentences")
    if not field.example:
        if field.type not in SHOWS_ITSELF:
            entry.refuse("example", "is missing")
    elif _is_tried(field) and (problem := parse_entry(field, field.example, _DESK).problem):
        entry.refuse("example", f"is not what the field takes: {problem}")
    if field.required and field.required_when:
        entry.refuse("required_when", "says nothing beside required = true")


def _is_tried(field: Field) -> bool:
    """Whether an example has to be something the field would take."""
    return field.type in _TYPED or field.longest > 0 or _is_formal(field)


def _is_formal(field: Field) -> bool:
    return field.written is not Written.FREELY


def _check_bounds(entry: TomlTable, field: Field) -> None:
    """Refuse bounds where nothing is counted, or between which nothing lies."""
    if field.type not in BOUNDED:
        for key in ("least", "most"):
            if entry.has(key):
                entry.refuse(key, "goes only with number, percentage, money and duration")
    elif operator.gt(*bounds_of(field)):
        entry.refuse("least", "is more than the most that the field takes")
    if _is_formal(field) and field.type is not FieldType.TEXT:
        entry.refuse("written", "goes only with text")
    if field.past and field.type is not FieldType.DATE:
        entry.refuse("past", "goes only with date")


def _check_type(entry: TomlTable, field: Field) -> None:
    """Refuse a key that does not go with the type, and a type without the key it needs."""
    if field.words and field.type not in SCRIPTED:
        entry.refuse("words", "goes only with text and long_text")
    if field.longest and field.type is not FieldType.TEXT:
        entry.refuse("longest", "goes only with text")
    if field.units and field.type is not FieldType.NUMBER:
        entry.refuse("units", "goes only with number")
    if field.any_unit and (field.units or field.type is not FieldType.NUMBER):
        entry.refuse("any_unit", "goes only with number, and not with units")
    if field.accepts is not Accepts.ANYTHING and field.type is not FieldType.FILE:
        entry.refuse("accepts", "goes only with file")
    if bool(field.to) != (field.type is FieldType.REFERENCE):
        entry.refuse("to", "goes only with reference" if field.to else "is missing: name the kind it refers to")
    if bool(field.choices) != (field.type in PICKED):
        entry.refuse(
            "type", "is no choice but has [[choice]] entries" if field.choices else "has no [[choice]] entries"
        )


def _refuse_strays(top: TomlTable, fields: Mapping[str, Field], choices: PickLists, columns: _Group) -> None:
    """Refuse choices and columns of a field that does not exist."""
    known = set(fields) | {f"{field.id}.{column.id}" for field in fields.values() for column in field.columns}
    for owner in choices:
        if owner not in known:
            top.refuse("choice.of", f"there is no field or column '{owner}'")
    for owner in columns.of:
        if owner not in fields:
            top.refuse("column.of", f"there is no field '{owner}'")
