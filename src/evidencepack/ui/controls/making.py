# SPDX-License-Identifier: MPL-2.0
"""Which control a field of which type gets."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from evidencepack.domain.values import FieldType
from evidencepack.library.entry_choices import FREQUENCIES, frequency_text
from evidencepack.library.model import Field
from evidencepack.ui.controls.amounts import AmountControl, DurationControl
from evidencepack.ui.controls.control import Control
from evidencepack.ui.controls.dates import DateControl
from evidencepack.ui.controls.line import LineControl
from evidencepack.ui.controls.lists import ListControl, ReferenceControl
from evidencepack.ui.controls.long_text import LongTextControl
from evidencepack.ui.controls.picks import YES_NO, ChecksControl, Option, RadioControl
from evidencepack.ui.controls.template import file_control
from evidencepack.ui.session import Session
from evidencepack.usecases.naming import names_of_kind
from evidencepack.usecases.spelling import is_prose

_MOST_RADIOS = 5


def make_control(field: Field, session: Session) -> Control:
    """Return a new control for a field; tables have an editor of their own."""
    control = _MAKERS[field.type](field, session)
    if is_prose(field):
        control.watch_spelling(session)
    return control


def picked_from(field: Field, session: Session) -> list[str] | None:
    """Return what a field is picked from, as the entry's text; None where it is typed."""
    match field.type:
        case FieldType.CHOICE:
            return [choice.label for choice in field.choices]
        case FieldType.FREQUENCY:
            return [frequency_text(frequency) for frequency in FREQUENCIES]
        case FieldType.YES_NO:
            return [words for words, _ in YES_NO]
        case FieldType.REFERENCE:
            return list(names_of_kind(session.facts, session.library, field.to).values())
        case _:
            return None


def _line(field: Field, _session: Session) -> Control:
    return LineControl(field.type)


def _number(field: Field, _session: Session) -> Control:
    return AmountControl(field.units) if field.units else LineControl(field.type)


def _choice(field: Field, _session: Session) -> Control:
    if len(field.choices) > _MOST_RADIOS:
        return ListControl([choice.label for choice in field.choices])
    return RadioControl(_options(field))


def _list(field: Field, session: Session) -> Control:
    return ListControl(picked_from(field, session) or [])


def _reference(field: Field, session: Session) -> Control:
    return ReferenceControl(picked_from(field, session) or [])


def _options(field: Field) -> list[Option]:
    return [(choice.label, choice.help) for choice in field.choices]


_MAKERS: Mapping[FieldType, Callable[[Field, Session], Control]] = {
    FieldType.TEXT: _line,
    FieldType.LONG_TEXT: lambda _field, _session: LongTextControl(),
    FieldType.DATE: lambda _field, session: DateControl(session.desk.today),
    FieldType.NUMBER: _number,
    FieldType.MONEY: _line,
    FieldType.PERCENTAGE: _line,
    FieldType.YES_NO: lambda _field, _session: RadioControl(YES_NO, across=True),
    FieldType.CHOICE: _choice,
    FieldType.CHOICES: lambda field, _session: ChecksControl(_options(field)),
    FieldType.DURATION: lambda _field, _session: DurationControl(),
    FieldType.FREQUENCY: _list,
    FieldType.REFERENCE: _reference,
    FieldType.FILE: lambda field, _session: file_control(field.accepts),
}
