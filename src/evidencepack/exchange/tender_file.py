# SPDX-License-Identifier: MPL-2.0
"""The tender file: one tender with everything it refers to, as JSON that carries its ids (``docs/tender-file.md``)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from evidencepack.domain.codec import Json, WrongShapeError, decode, encode
from evidencepack.domain.record import Record
from evidencepack.domain.values import EXAMPLE, Answer, FieldType, Row, Table
from evidencepack.exchange.attachments import CarriedFile, read_attachments, written
from evidencepack.exchange.mistakes import BadTenderFileError, Mistakes, NewerTenderFileError
from evidencepack.exchange.reading import Reading
from evidencepack.exchange.records import TENDER, belonging_to, read_records
from evidencepack.exchange.strict_json import parse
from evidencepack.library.model import Library

FORMAT = "evidencepack-tender"
"""What every tender file says it is."""

VERSION = 1
"""The version of the format that this program writes, and the newest it reads."""

_KEYS = frozenset({"format", "version", "as_of", "tender", "records", "attachments"})


@dataclass(frozen=True, slots=True)
class TenderFile:
    """One tender: its own record, the day its dates are read from, every record in order (its own too), its files.

    ``notes`` tell the person what was changed while reading: characters removed, with the path where.
    """

    tender: Record
    as_of: date
    records: tuple[Record, ...]
    attachments: tuple[CarriedFile, ...] = ()
    notes: tuple[str, ...] = ()


def read_tender_file(data: bytes, library: Library) -> TenderFile:
    """Read a tender file that anyone may have sent.

    Raises:
        BadTenderFileError: if anything is wrong; it lists the first twenty mistakes, each with the path of its key.
        NewerTenderFileError: if the file was written by a newer version of the program.
    """
    mistakes = Mistakes()
    top = _top(parse(data, mistakes))
    reading = Reading(library, mistakes)
    reading.members(top, "", _KEYS)
    as_of = _as_of(reading, top["as_of"]) if "as_of" in top else date.min
    records = read_records(reading, top.get("records", ()), "records")
    attachments = read_attachments(reading, top.get("attachments", ()), "attachments")
    tender = _tender(reading, top, records)
    mistakes.refuse()
    shared = frozenset(kind.id for kind in library.kinds.values() if kind.shared)
    return TenderFile(tender, as_of, belonging_to(tender.id, records, shared), attachments, tuple(reading.notes))


def write_tender_file(file: TenderFile, library: Library) -> bytes:
    """Return the file as bytes: the same tender always gives the same bytes. Notes are not written."""
    tree: Json = {
        "format": FORMAT,
        "version": VERSION,
        "as_of": file.as_of.isoformat(),
        "tender": file.tender.id,
        "records": [_written(record, library) for record in file.records],
        "attachments": written(file.attachments),
    }
    return (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _top(tree: Json) -> Mapping[str, Json]:
    """Return the whole file if it says that it is a tender file of a version known here."""
    if not isinstance(tree, Mapping) or tree.get("format") != FORMAT:
        raise BadTenderFileError([f'format: expected "{FORMAT}"; this is some other file'])
    version = tree.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BadTenderFileError(["version: expected a whole number, 1 or more"])
    if version > VERSION:
        raise NewerTenderFileError(
            [f"version: the file is of version {version}; this program reads {VERSION}, so install the newer one"]
        )
    return tree


def _as_of(reading: Reading, json: Json) -> date:
    try:
        found = decode(FieldType.DATE, json)
    except WrongShapeError as error:
        reading.mistakes.add("as_of", str(error))
        return date.min
    return found if isinstance(found, date) else date.min


def _tender(reading: Reading, top: Mapping[str, Json], records: tuple[Record, ...]) -> Record:
    found = next((record for record in records if record.kind == TENDER), None)
    if found is None:
        reading.mistakes.add("records", "there is no record of kind tender")
        return Record("", TENDER, "")
    if found.id and top.get("tender", found.id) != found.id:
        reading.mistakes.add("tender", "expected the id of the record of kind tender")
    return found


def _written(record: Record, library: Library) -> Json:
    fields = library[record.kind].fields
    values: dict[str, Json] = {
        name: _encoded(record.answers[name], [column.id for column in field.columns])
        for name, field in fields.items()
        if name in record.answers
    }
    return {"id": record.id, "kind": record.kind, "reference": record.reference, "values": values, **_mark(record)}


def _encoded(answer: Answer, columns: list[str]) -> Json:
    if not isinstance(answer, Table):
        return encode(answer)
    return [
        {
            "id": row.id,
            "cells": {column: encode(row.cells[column]) for column in columns if column in row.cells},
            **_mark(row),
        }
        for row in answer.rows
    ]


def _mark(thing: Record | Row) -> Mapping[str, Json]:
    return {EXAMPLE: thing.example} if thing.example else {}
