# SPDX-License-Identifier: MPL-2.0
"""What a person types into a field, read as its value; and a value as text to type over. A slip is a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from evidencepack.domain.colour import read_colour
from evidencepack.domain.text import clean
from evidencepack.domain.values import (
    Attachment,
    Choices,
    Duration,
    FieldType,
    Frequency,
    Money,
    Number,
    Percentage,
    Reference,
    Scalar,
)
from evidencepack.library import entry_amounts as amounts
from evidencepack.library.entry_bounds import out_of_bounds
from evidencepack.library.entry_choices import (
    frequency_text,
    read_choice,
    read_choices,
    read_frequency,
    shown_choice,
)
from evidencepack.library.entry_dates import date_text
from evidencepack.library.entry_slip import SlipError, quoted
from evidencepack.library.model import Field, Written
from evidencepack.library.near_dates import read_date

Finder: TypeAlias = Callable[[str, str], str]
"""``find(kind, text)``: the id of the record of this kind that people call so, by reference or id; empty for none."""

Caller: TypeAlias = Callable[[str], str]
"""``call(id)``: what people call the record with this id, so that ``find`` finds it again."""

_YES_NO = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}


@dataclass(frozen=True, slots=True)
class Entered:
    """What came of an entry: a value (None when the field was emptied) or a problem; a note if letters were removed."""

    value: Scalar | None = None
    problem: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What reading an entry needs from outside: today's date, and how records are found and what they are called.

    ``latest``: the last day that can have passed, as far as anybody knows; a signature of a later day is a slip.
    """

    today: date
    find: Finder
    call: Caller
    latest: date = date.max


def parse_entry(field: Field, text: str, desk: Desk) -> Entered:
    """Read what was typed into a field. Never raises: a slip comes back as a sentence that says what to type."""
    cleaned = clean(text)
    if not cleaned.text.strip():
        return Entered(note=cleaned.note)
    try:
        value = _READERS[field.type](field, cleaned.text, desk)
    except SlipError as slip:
        return Entered(problem=str(slip), note=cleaned.note)
    problem = out_of_bounds(field, value) or _still_to_come(field, value, desk)
    return Entered(problem=problem, note=cleaned.note) if problem else Entered(value, note=cleaned.note)


def _still_to_come(field: Field, value: Scalar, desk: Desk) -> str:
    """Return the sentence that objects to a day to come where only one that has passed can be right."""
    if field.past and isinstance(value, date) and value > desk.latest:
        return f"{date_text(value)} has not come yet. Put the day itself, or leave this empty until then."
    return ""


def entry_text(field: Field, value: Scalar, desk: Desk) -> str:
    """Return a value as text that ``parse_entry`` reads back as the same value."""
    match value:
        case Choices():
            return "; ".join(shown_choice(field, chosen) for chosen in value.chosen)
        case Reference():
            return desk.call(value.record)
        case str() if not isinstance(value, Frequency):
            return shown_choice(field, value) if field.type is FieldType.CHOICE else value
        case _:
            return next(write(value) for known, write in _WRITERS.items() if isinstance(value, known))


def _read_line(field: Field, text: str, desk: Desk) -> str:
    del desk
    line = " ".join(text.split("\n")).strip()
    if field.longest and len(line) > field.longest:
        raise SlipError(f"That is {len(line):,} characters long. Write it in {field.longest} at most.")
    if field.written is Written.COLOUR:
        return _read_colour(line)
    return line


def _read_colour(line: str) -> str:
    colour = read_colour(line)
    if colour is None:
        raise SlipError(f"{quoted(line)} is not a colour. Write # and six digits or letters from A to F, like #1F5C99.")
    return str(colour)


def _read_yes_no(field: Field, text: str, desk: Desk) -> bool:
    del field, desk
    answer = _YES_NO.get(text.strip().casefold())
    if answer is None:
        raise SlipError("Answer yes or no.")
    return answer


def _read_reference(field: Field, text: str, desk: Desk) -> Reference:
    found = desk.find(field.to, text.strip())
    if not found:
        kind = field.to.replace("_", " ")
        raise SlipError(f"No {kind} is called {quoted(text)}. Pick one that you have entered, or enter it first.")
    return Reference(found)


def _refuse_file(field: Field, text: str, desk: Desk) -> Scalar:
    del field, text, desk
    raise SlipError("A file is not typed: choose it in the window, or name it to the command attach.")


def _refuse_table(field: Field, text: str, desk: Desk) -> Scalar:
    del field, text, desk
    raise SlipError("A table is filled in row by row, one cell at a time.")


_READERS: Mapping[FieldType, Callable[[Field, str, Desk], Scalar]] = {
    FieldType.TEXT: _read_line,
    FieldType.LONG_TEXT: lambda _field, text, _desk: text,
    FieldType.DATE: lambda _field, text, desk: read_date(text, desk.today),
    FieldType.NUMBER: lambda field, text, _desk: amounts.read_number(text, field.units, any_unit=field.any_unit),
    FieldType.MONEY: lambda _field, text, _desk: amounts.read_money(text),
    FieldType.PERCENTAGE: lambda _field, text, _desk: amounts.read_percentage(text),
    FieldType.YES_NO: _read_yes_no,
    FieldType.CHOICE: lambda field, text, _desk: read_choice(field, text),
    FieldType.CHOICES: lambda field, text, _desk: read_choices(field, text),
    FieldType.DURATION: lambda _field, text, _desk: amounts.read_duration(text),
    FieldType.FREQUENCY: lambda _field, text, _desk: read_frequency(text),
    FieldType.REFERENCE: _read_reference,
    FieldType.FILE: _refuse_file,
    FieldType.TABLE: _refuse_table,
}

_WRITERS: Mapping[type, Callable[[Any], str]] = {
    bool: lambda value: "yes" if value else "no",
    Frequency: frequency_text,
    date: date_text,
    Money: amounts.money_text,
    Percentage: amounts.percentage_text,
    Duration: amounts.duration_text,
    Number: amounts.number_text,
    Attachment: lambda value: value.name,
}
