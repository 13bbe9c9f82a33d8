# SPDX-License-Identifier: MPL-2.0
"""What can be checked only when every kind is known: targets, parties, signers, and every template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from evidencepack.domain.trade import Audience, Visibility
from evidencepack.domain.values import FieldType
from evidencepack.library.condition_check import check_fields, check_when
from evidencepack.library.expression_check import Place, check_output, check_test, dotted
from evidencepack.library.model import PAPER, Clause, Field, Kind, Schedule
from evidencepack.library.names import Scope, UnknownNameError, first_names, follow, row_scope
from evidencepack.library.problems import Problems
from evidencepack.library.starters_check import check_starters
from evidencepack.library.template import For, If, Name, Output, Template, Words
from evidencepack.library.vocabulary import COUNTED, LAYOUTS, NAME, RESERVED, THRESHOLDS

_ORGANISATION = "organisation"
_ADDED_UP = frozenset({FieldType.NUMBER, FieldType.MONEY})
_HEADING, _WORDS = "heading", "words"


def check_kind(kind: Kind, kinds: Mapping[str, Kind], problems: Problems) -> None:
    """Note every mistake of a kind that shows only beside the others."""
    for field in kind.fields.values():
        _check_targets(kind, field, kinds, problems)
        _check_narrowing(kind, field, problems)
    check_fields(kind, problems)
    check_starters(kind, kinds, problems)
    _check_people(kind, problems)
    place = Place(kind, kinds, first_names(kind, kinds), Audience.PACK, "", problems)
    _check_own_words(place)
    _check_answered_at(kind, problems)
    for clause in kind.clauses:
        key = f"clause {clause.key}"
        check_when(kind, key, clause.when, clause.audience, problems)
        there = replace(place, key=f"{key}.text", audience=clause.audience)
        check_template(replace(there, names={**place.names, **_row_of_each(there, clause)}), clause.text)
    for schedule in kind.schedules:
        _check_schedule(place, schedule)


def check_template(place: Place, template: Template) -> None:
    """Note every mistake of one template."""
    for piece in template:
        match piece:
            case Words():
                pass
            case Output():
                check_output(place, piece.of)
            case If():
                _check_if(place, piece)
            case For():
                _check_loop(place, piece)


def _check_if(place: Place, piece: If) -> None:
    for test, body in piece.branches:
        if test is not None:
            check_test(place, test)
        check_template(place, body)


def _check_loop(place: Place, loop: For) -> None:
    field = place.follow(loop.over)
    if field is None:
        return
    if field.type is not FieldType.TABLE:
        place.refuse(f"'{dotted(loop.over)}' is no table, so nothing can loop over it")
    elif loop.name in place.names or loop.name in RESERVED or not NAME.fullmatch(loop.name):
        place.refuse(f"a loop cannot call its row '{loop.name}': the name is taken, or is no name")
    else:
        names = {**place.names, loop.name: row_scope(field, place.kinds)}
        check_template(replace(place, names=names), loop.body)


def _check_own_words(place: Place) -> None:
    kind = place.kind
    check_template(replace(place, key="headline"), kind.headline or ())
    check_template(replace(place, key="called"), kind.called or ())
    check_template(replace(place, key="facts"), kind.facts or ())
    check_template(replace(place, key="lead"), kind.lead or ())
    check_template(replace(place, key="short_note"), kind.short_note or ())
    for part in fields(kind.letter) if kind.letter else ():
        check_template(replace(place, key=f"letter.{part.name}"), getattr(kind.letter, part.name))
    for line in kind.signatures:
        check_template(replace(place, key=f"signature {line.role}.statement"), line.statement)
        check_when(kind, f"signature {line.role}", line.when, Audience.PACK, place.problems)


def _check_answered_at(kind: Kind, problems: Problems) -> None:
    parts = {clause.key for clause in kind.clauses} | {schedule.key for schedule in kind.schedules}
    for question, key in kind.answered_at.items():
        if key not in parts:
            problems.add("answered_at", f"{question.value} leads to '{key}', which is no clause or schedule")


def _check_schedule(place: Place, schedule: Schedule) -> None:
    key = f"schedule {schedule.key}"
    place = replace(place, key=key, audience=schedule.audience)
    check_when(place.kind, key, schedule.when, schedule.audience, place.problems)
    if schedule.clause and schedule.clause not in {clause.key for clause in place.kind.clauses if not clause.each}:
        place.problems.add(f"{key}.clause", f"there is no clause '{schedule.clause}'")
    check_template(replace(place, key=f"{key}.intro"), schedule.intro or ())
    check_template(replace(place, key=f"{key}.note"), schedule.note or ())
    _check_layout(place, schedule)
    names = {**place.names, **_row_of(place, schedule)}
    for column in schedule.columns:
        cell = f"cell {schedule.key}.{column.heading}.text"
        check_template(replace(place, key=cell, names=names), column.text)
        if column.total and column.summed:
            _check_total(replace(place, key=cell, names=names), Name(("row", *column.summed)))
        _check_score(replace(place, key=f"cell {schedule.key}.{column.heading}.score", names=names), column.score)


def _check_score(place: Place, names: tuple[str, ...]) -> None:
    """Check that what is multiplied can be counted, and that the kind says what to call the result."""
    for name in names:
        field = place.follow(Name(("row", name)))
        if field and field.type not in COUNTED:
            place.refuse(f"'{name}' is neither a number nor a choice")
    for name in THRESHOLDS if names else ():
        field = place.follow(Name((place.kind.id, name)))
        if field and field.type is not FieldType.NUMBER:
            place.refuse(f"'{name}' says from where a score is called so, and is no number")


def _check_narrowing(kind: Kind, field: Field, problems: Problems) -> None:
    """Check that what says who may see a table is a choice among those who may."""
    said = kind.fields.get(field.narrowed_by)
    if field.narrowed_by and not (said and said.choices and {one.id for one in said.choices} <= set(Visibility)):
        problems.add(
            f"field {field.id}.narrowed_by",
            f"'{field.narrowed_by}' is no choice of this kind with {', '.join(Visibility)} as its ids",
        )


def _check_total(place: Place, summed: Name) -> None:
    try:
        found = follow(summed.parts, place.names, place.kinds)
    except UnknownNameError:
        return  # the text of the cell says so already
    if found.field.type not in _ADDED_UP:
        place.refuse(f"'{dotted(summed)}' is of type {found.field.type.value}, which cannot be added up")


def _check_layout(place: Place, schedule: Schedule) -> None:
    """Check that the tables and columns a layout reads by name are there, and may be seen."""
    rule = LAYOUTS.get(schedule.layout)
    for name, columns in rule.tables.items() if rule else ():
        table = place.kind.fields.get(schedule.of if name == "of" else name)
        known = {column.id: column for column in table.columns} if table else {}
        if missing := [column for column in columns if column not in known]:
            place.refuse(f"the layout {schedule.layout} reads {', '.join(missing)} of the table '{name}'")
        read = tuple(known[column] for column in columns if column in known)
        place.check_sight(read)
        _check_types(place, schedule.layout, read)
    for dotted_name in rule.names if rule else ():
        place.follow(Name(tuple(dotted_name.split("."))))


def _check_types(place: Place, layout: str, read: tuple[Field, ...]) -> None:
    for column in read:
        types = LAYOUTS[layout].types.get(column.id)
        if types and column.type not in types:
            expected = " or ".join(sorted(kind.value for kind in types))
            place.refuse(f"the layout {layout} needs '{column.id}' to be a {expected}, not a {column.type.value}")


def _row_of_each(place: Place, clause: Clause) -> dict[str, Scope]:
    """Return what a clause that stands once for each row of a table can name besides; note a table that does not do."""
    if not clause.each:
        return {}
    field = place.kind.fields.get(clause.each)
    if field is None or not {_HEADING, _WORDS} <= {column.id for column in field.columns}:
        place.refuse(f"each: '{clause.each}' is no table with the columns '{_HEADING}' and '{_WORDS}'")
        return {}
    if clause.binding or clause.guarded:
        place.refuse("a clause for each row is the document's own: it is neither binding nor guarded")
    place.check_sight((field,))
    return {"row": row_scope(field, place.kinds)}


def _row_of(place: Place, schedule: Schedule) -> dict[str, Scope]:
    if not schedule.of:
        return {}
    field = place.kind.fields.get(schedule.of)
    if field is None or field.type is not FieldType.TABLE:
        place.problems.add(f"schedule {schedule.key}.of", f"'{schedule.of}' is no table field")
        return {}
    place.check_sight((field,))
    return {"row": row_scope(field, place.kinds)}


def _check_targets(kind: Kind, field: Field, kinds: Mapping[str, Kind], problems: Problems) -> None:
    """Check that ``to`` and ``rows_of`` name kinds, and that ``of_parties`` has parties to go by."""
    own = () if field.rows_of else field.columns
    for place, one in ((f"field {field.id}", field), *((f"column {field.id}.{one.id}", one) for one in own)):
        if one.to and one.to not in kinds and one.to != PAPER:
            problems.add(f"{place}.to", f"there is no kind '{one.to}'")
    if field.rows_of and field.rows_of not in kinds:
        problems.add(f"field {field.id}.rows_of", f"there is no kind '{field.rows_of}'")
    elif field.of_parties:
        _check_of_parties(kind, field, problems)


def _check_of_parties(kind: Kind, field: Field, problems: Problems) -> None:
    place = f"field {field.id}.of_parties"
    by = next((column for column in field.columns if column.id == field.by), None)
    if not kind.parties or kind.parties == field.id:
        problems.add(place, "needs 'parties' of this kind, in another field")
    if by is None or by.to != _ORGANISATION:
        problems.add(place, f"needs a field '{field.by}' in the kind of the rows, that refers to an organisation")
    elif list(Visibility).index(by.visibility) < list(Visibility).index(field.visibility):
        problems.add(place, f"goes by '{by.id}', which is {by.visibility.value}, in a table that is not")


def _names_organisations(field: Field) -> bool:
    columns = {column.id: column.to for column in field.columns}
    return field.rows_of == _ORGANISATION or _ORGANISATION in {field.to, columns.get(_ORGANISATION)}


def _check_people(kind: Kind, problems: Problems) -> None:
    """Check that the parties are organisations, and that signers are parties or a table."""
    field = kind.fields.get(kind.parties)
    if kind.parties and not (field and _names_organisations(field)):
        problems.add(
            "parties",
            f"'{kind.parties}' is neither a reference to an organisation nor a table with a column 'organisation' "
            "that refers to one",
        )
    for line in kind.signatures:
        table = kind.fields.get(line.by)
        by_table = table is not None and table.type is FieldType.TABLE
        if not by_table and not (line.by == "each_party" and kind.parties):
            problems.add(f"signature {line.role}.by", f"'{line.by}' is neither each_party (with parties) nor a table")
