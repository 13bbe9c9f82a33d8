# SPDX-License-Identifier: MPL-2.0
"""Pictures that travel with a tender file: each is drawn anew before anything of the file is taken in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, TypeVar

from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Attachment, Row, Scalar, Table
from evidencepack.exchange.attachments import CarriedFile
from evidencepack.exchange.mistakes import Mistakes, child, word
from evidencepack.exchange.tender_file import TenderFile
from evidencepack.guard.faults import GuardError
from evidencepack.library.model import Accepts, Field, Library
from evidencepack.store.attachments import AttachedFile
from evidencepack.usecases.attaching import look_at

_Use: TypeAlias = tuple[str, Accepts]
_Value = TypeVar("_Value", bound=Scalar)


def with_vetted_pictures(file: TenderFile, library: Library) -> TenderFile:
    """Return the tender with every picture, and every answer that names it, as it is drawn anew.

    Other files stay as they came.

    Raises:
        BadTenderFileError: if a picture cannot be used; it names each such file, with the reason.
    """
    files = [found for record in file.records for found in _files(record, library)]
    pictures = {(answer.sha256, field.accepts): field for field, answer in files if _is_picture(field)}
    made = _vetted(file.attachments, pictures)
    others = {answer.sha256 for field, answer in files if not _is_picture(field)}
    gone = {sha256 for sha256, _ in pictures} - others
    carried = [one for one in file.attachments if one.sha256 not in gone]
    records = tuple(_renewed(record, library, made) for record in file.records)
    tender = next(record for record in records if record.id == file.tender.id)
    attachments = {one.sha256: one for one in (*carried, *made.values())}
    return replace(file, tender=tender, records=records, attachments=tuple(attachments.values()))


def _is_picture(field: Field) -> bool:
    return field.accepts in {Accepts.LOGO, Accepts.WORD_TEMPLATE}


def _vetted(carried: Sequence[CarriedFile], pictures: Mapping[_Use, Field]) -> dict[_Use, CarriedFile]:
    """Return each picture drawn anew, by what it was and what it is used for."""
    made: dict[_Use, CarriedFile] = {}
    mistakes = Mistakes()
    places = {one.sha256: place for place, one in enumerate(carried)}
    for (sha256, accepts), field in pictures.items():
        one = carried[places[sha256]]
        try:
            looked = look_at(field, AttachedFile(one.data, one.name, one.media_type)).file
        except GuardError as error:
            mistakes.add(child(child("attachments", places[sha256]), "data"), f"{word(one.name)}: {error}")
        else:
            made[sha256, accepts] = CarriedFile(looked.answer().sha256, looked.name, looked.media_type, looked.data)
    mistakes.refuse()
    return made


def _files(record: Record, library: Library) -> Iterator[tuple[Field, Attachment]]:
    """Yield every file that answers a question of a record, cells of tables included, with the question."""
    for name, answer in record.answers.items():
        field = library[record.kind].fields[name]
        if isinstance(answer, Attachment):
            yield field, answer
        elif isinstance(answer, Table):
            for row in answer.rows:
                yield from (
                    (field.column(column), cell) for column, cell in row.cells.items() if isinstance(cell, Attachment)
                )


def _renewed(record: Record, library: Library, made: Mapping[_Use, CarriedFile]) -> Record:
    """Return a record whose answers name the pictures as they are now."""

    def renew(field: Field, answer: _Value) -> _Value | Attachment:
        now = made.get((answer.sha256, field.accepts)) if isinstance(answer, Attachment) else None
        return Attachment(now.sha256, now.name) if now else answer

    def renew_row(field: Field, row: Row) -> Row:
        return replace(row, cells={name: renew(field.column(name), cell) for name, cell in row.cells.items()})

    answers: dict[str, Answer] = {}
    for name, answer in record.answers.items():
        field = library[record.kind].fields[name]
        if isinstance(answer, Table):
            answers[name] = Table(tuple(renew_row(field, row) for row in answer.rows))
        else:
            answers[name] = renew(field, answer)
    return replace(record, answers=answers)
