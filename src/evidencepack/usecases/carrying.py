# SPDX-License-Identifier: MPL-2.0
"""The facts of a tender as bytes for another process: the same facts come out, whatever state they are in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from evidencepack.domain.codec import decode, encode
from evidencepack.domain.handed_in import from_plain, to_plain
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import (
    Answer,
    Attachment,
    Choices,
    Duration,
    FieldType,
    Frequency,
    Money,
    Number,
    Percentage,
    Reference,
    Row,
    Scalar,
    Table,
)

_TYPES: Mapping[type, FieldType] = {
    str: FieldType.TEXT,
    date: FieldType.DATE,
    bool: FieldType.YES_NO,
    Number: FieldType.NUMBER,
    Money: FieldType.MONEY,
    Percentage: FieldType.PERCENTAGE,
    Duration: FieldType.DURATION,
    Frequency: FieldType.FREQUENCY,
    Choices: FieldType.CHOICES,
    Reference: FieldType.REFERENCE,
    Attachment: FieldType.FILE,
}


def facts_bytes(facts: Facts) -> bytes:
    """Return facts as bytes that ``read_facts`` understands. Issues keep them: what was written stays to be read."""
    # One line for each record: what writes JSON lets no other thread work meanwhile.
    issued = [to_plain(facts.issued)] if facts.issued else []
    lines = [json.dumps([facts.tender, facts.changed.isoformat(), *issued])]
    lines += [json.dumps(_record(one)) for one in facts.records.values()]
    return "\n".join(lines).encode()


def read_facts(data: bytes) -> Facts:
    """Return the facts that ``facts_bytes`` was given."""
    head, *lines = data.split(b"\n")
    tender, changed, *issued = json.loads(head)
    found = (
        Record(name, kind, reference, of, {key: _read(sent) for key, sent in answers.items()}, example)
        for name, kind, reference, of, example, answers in map(json.loads, lines)
    )
    last = from_plain(issued[0]) if issued else None
    return Facts(tender, {one.id: one for one in found}, date.fromisoformat(changed), last)


def _record(one: Record) -> list[Any]:
    answers = {key: _sent(answer) for key, answer in one.answers.items()}
    return [one.id, one.kind, one.reference, one.tender, one.example, answers]


def _sent(answer: Answer) -> list[Any]:
    if not isinstance(answer, Table):
        return _scalar(answer)
    rows = [[row.id, row.example, {key: _scalar(cell) for key, cell in row.cells.items()}] for row in answer.rows]
    return [FieldType.TABLE, rows]


def _scalar(value: Scalar) -> list[Any]:
    return [_TYPES[type(value)], encode(value)]


def _read(sent: list[Any]) -> Answer:
    kind, content = FieldType(sent[0]), sent[1]
    if kind is not FieldType.TABLE:
        return decode(kind, content)
    return Table(tuple(Row(name, _cells(cells), example) for name, example, cells in content))


def _cells(cells: Mapping[str, list[Any]]) -> Mapping[str, Scalar]:
    return {key: decode(FieldType(kind), content) for key, (kind, content) in cells.items()}
