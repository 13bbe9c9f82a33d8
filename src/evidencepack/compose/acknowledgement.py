# SPDX-License-Identifier: MPL-2.0
"""A list to initial: who has read a document that is acknowledged, not signed."""

from __future__ import annotations

from collections.abc import Sequence

from evidencepack.blocks.blocks import Cell, Column, Entry, Signatory, Table, TableRow
from evidencepack.blocks.inlines import Inlines, Text

_HEAD = ("Name", "Role", "Organisation", "Signature or initials", "Date")
_WIDE, _UPRIGHT = (48.0, 0.0, 58.0, 56.0, 32.0), (36.0, 0.0, 31.0, 36.0, 22.0)
_FREE = (Entry.NONE, Entry.NONE, Entry.NONE, Entry.SIGNATURE, Entry.DATE)
_ROOM = 11.5  # millimetres, for the hand


def acknowledgement(signatories: Sequence[Signatory], *, landscape: bool) -> Table:
    """Return a table with a row for each person, with room for initials and a date."""
    return Table(
        columns=tuple(Column(width) for width in (_WIDE if landscape else _UPRIGHT)),
        head=(TableRow(tuple(Cell(((Text(words),),)) for words in _HEAD)),),
        rows=tuple(_row(signatory) for signatory in signatories),
        summary="Who has read and agreed this document, with room for a signature or initials and a date.",
        row_height=_ROOM,
    )


def _row(signatory: Signatory) -> TableRow:
    columns: tuple[Inlines, ...] = (signatory.name, signatory.role, signatory.party, (), ())
    return TableRow(tuple(Cell((words,), entry=free) for words, free in zip(columns, _FREE, strict=True)))
