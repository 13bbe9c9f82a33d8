# SPDX-License-Identifier: MPL-2.0
"""A list to initial: who has read a document that is acknowledged, not signed."""

from __future__ import annotations

from collections.abc import Sequence

from evidencepack.blocks.blocks import Cell, Column, Signatory, Table, TableRow
from evidencepack.blocks.inlines import Inlines, Text

_HEAD = ("Name", "Role and organisation", "Signature or initials", "Date")
_WIDTHS = (44.0, 0.0, 46.0, 26.0)
_DATE: Inlines = (Text("/        /"),)
_ROOM: Inlines = (Text(" "),)  # a second line, so that a pen has room


def acknowledgement(signatories: Sequence[Signatory]) -> Table:
    """Return a table with a row for each person, with room for initials and a date."""
    return Table(
        columns=tuple(Column(width) for width in _WIDTHS),
        head=(TableRow(tuple(Cell(((Text(words),),)) for words in _HEAD)),),
        rows=tuple(_row(signatory) for signatory in signatories),
        summary="Who has read and agreed this document, with room for a signature or initials and a date.",
    )


def _row(signatory: Signatory) -> TableRow:
    role = (signatory.role, signatory.party) if signatory.role else (signatory.party, _ROOM)
    return TableRow((Cell((signatory.name,)), Cell(role), Cell((_ROOM, _ROOM)), Cell((_DATE,))))
