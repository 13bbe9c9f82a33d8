# SPDX-License-Identifier: MPL-2.0
"""Fields, columns, choices and steps of a kind, read from its file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from evidencepack.domain.trade import EvaluatorQuestion, Visibility, Weight
from evidencepack.domain.values import FieldType
from evidencepack.library.conditions import ConditionError, parse_condition
from evidencepack.library.entry_reader import Entry
from evidencepack.library.model import Choice, Condition, Field, Step
from evidencepack.library.vocabulary import PICKED, REFERENCE, SCRIPTED, SHOWS_ITSELF

_SENTENCE_END = re.compile(r"[.!?][\"')\u2019\u201d]?(?=\s+[\"'(\u2018\u201c]?[A-Z0-9\u00a3]|\s*$)")
_NOT_AN_END = re.compile(r"\b(?:e\.g|i\.e|etc|No|no|Art|Arts|s|ss|Sch|para|paras|reg|v|Dr|Mr|Mrs|Ms|St|p|pp)\.$")

Choices = Mapping[str, tuple[Choice, ...]]


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a column takes from its table when it does not say otherwise."""

    visibility: Visibility = Visibility.PRIVATE
    weight: Weight = Weight.NOTIFY


def sentences(text: str) -> int:
    """Count the sentences of a help text; a full stop of a common abbreviation does not end one."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    real = [end for end in ends if end == len(text.rstrip()) or not _NOT_AN_END.search(text[:end])]
    rest = text[real[-1] :].strip() if real else text.strip()
    return len(real) + bool(rest)


def read_fields(top: Entry) -> dict[str, Field]:
    """Read every ``[[field]]`` with its columns and choices, by id, in the order of the file."""
    choices = _read_choices(top.each("choice", "of", "id"))
    columns = _Group(top.each("column", "of", "id"))
    fields: dict[str, Field] = {}
    for entry in top.each("field", "id"):
        field = _read_field(entry, choices, columns)
        if field.id in fields:
            entry.refuse("id", f"'{field.id}' is used twice")
        fields[field.id] = field
    _refuse_strays(top, fields, choices, columns)
    return fields


def read_steps(top: Entry, fields: Mapping[str, Field]) -> tuple[Step, ...]:
    """Read every ``[[step]]``; each field stands in exactly one."""
    steps = []
    for entry in top.each("step", "id"):
        step = Step(entry.name("id"), entry.text("title", needed=True), entry.texts("fields"), entry.text("intro"))
        for name in step.fields:
            if name not in fields:
                entry.refuse("fields", f"there is no field '{name}'")
        if not step.fields:
            entry.refuse("fields", "is missing")
        entry.finish()
        steps.append(step)
    _refuse_repeats(top, "step", [step.id for step in steps])
    placed = Counter(name for step in steps for name in step.fields)
    for name in fields:
        if placed[name] != 1:
            top.refuse(f"field {name}", f"stands in {placed[name]} steps; it must stand in one")
    return tuple(steps)


def read_conditions(entry: Entry, key: str) -> tuple[Condition, ...]:
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

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.of: dict[str, list[Entry]] = {}
        for entry in entries:
            self.of.setdefault(entry.text("of", needed=True), []).append(entry)


def _read_field(entry: Entry, choices: Choices, columns: _Group) -> Field:
    field = _read_common(entry, choices, "", Inherited())
    inherited = Inherited(field.visibility, field.weight)
    own = tuple(_read_common(column, choices, f"{field.id}.", inherited) for column in columns.of.get(field.id, ()))
    rows_of, of_parties = entry.text("rows_of"), entry.flag("of_parties")
    _check_table(entry, field, own, rows_of)
    if of_parties and not rows_of:
        entry.refuse("of_parties", "goes only with rows_of")
    _refuse_repeats(entry, "column", [column.id for column in own])
    for column in own:
        if column.type is FieldType.TABLE:
            entry.refuse(f"column {column.id}.type", "a column cannot be a table")
    entry.finish()
    return replace(field, columns=own, rows_of=rows_of, of_parties=of_parties)


def _check_table(entry: Entry, field: Field, own: Sequence[Field], rows_of: str) -> None:
    if field.type is not FieldType.TABLE:
        if own or rows_of:
            entry.refuse("type", "only a table has columns or rows_of")
    elif bool(own) == bool(rows_of):
        entry.refuse("type", "a table needs either its own [[column]] entries or rows_of, not both and not neither")


def _read_common(entry: Entry, choices: Choices, prefix: str, inherited: Inherited) -> Field:
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
        answers=entry.some_of("answers", EvaluatorQuestion),
        choices=choices.get(prefix + name, ()),
        units=entry.texts("units"),
        to=entry.text("to"),
        shown_when=read_conditions(entry, "shown_when"),
        required_when=read_conditions(entry, "required_when"),
    )
    _check_words(entry, field)
    _check_type(entry, field)
    if prefix:
        entry.finish()
    return field


def _check_words(entry: Entry, field: Field) -> None:
    if field.id == REFERENCE:
        entry.refuse("id", "every record has a reference already; choose another id")
    if sentences(field.help) > 2:
        entry.refuse("help", "is longer than two sentences")
    if not field.example and field.type not in SHOWS_ITSELF:
        entry.refuse("example", "is missing")
    if field.required and field.required_when:
        entry.refuse("required_when", "says nothing beside required = true")


def _check_type(entry: Entry, field: Field) -> None:
    """Refuse a key that does not go with the type, and a type without the key it needs."""
    if field.words and field.type not in SCRIPTED:
        entry.refuse("words", "goes only with text and long_text")
    if field.units and field.type is not FieldType.NUMBER:
        entry.refuse("units", "goes only with number")
    if bool(field.to) != (field.type is FieldType.REFERENCE):
        entry.refuse("to", "goes only with reference" if field.to else "is missing: name the kind it refers to")
    if bool(field.choices) != (field.type in PICKED):
        entry.refuse(
            "type", "is no choice but has [[choice]] entries" if field.choices else "has no [[choice]] entries"
        )


def _read_choices(entries: Iterable[Entry]) -> Choices:
    lists: dict[str, list[Choice]] = {}
    for entry in entries:
        choice = Choice(entry.name("id"), entry.text("label", needed=True), entry.text("help"))
        owners = entry.texts("of", or_one=True)
        if not owners:
            entry.refuse("of", "is missing: name the field, or field.column")
        for owner in owners:
            if any(choice.id == other.id for other in lists.get(owner, ())):
                entry.refuse("id", f"'{choice.id}' is used twice in {owner}")
            lists.setdefault(owner, []).append(choice)
        entry.finish()
    return {owner: tuple(found) for owner, found in lists.items()}


def _refuse_strays(top: Entry, fields: Mapping[str, Field], choices: Choices, columns: _Group) -> None:
    """Refuse choices and columns of a field that does not exist."""
    known = set(fields) | {f"{field.id}.{column.id}" for field in fields.values() for column in field.columns}
    for owner in choices:
        if owner not in known:
            top.refuse("choice.of", f"there is no field or column '{owner}'")
    for owner in columns.of:
        if owner not in fields:
            top.refuse("column.of", f"there is no field '{owner}'")


def _refuse_repeats(entry: Entry, what: str, names: Iterable[str]) -> None:
    for name, times in Counter(names).items():
        if times > 1:
            entry.refuse(what, f"'{name}' is used {times} times")
