# SPDX-License-Identifier: MPL-2.0
"""A list to initial: who has read a document that is acknowledged, not signed."""

from __future__ import annotations

from collections.abc import Sequence

from evidencepack.blocks.blocks import Cell, Column, Signatory, Table, TableRow
from evidencepack.blocks.inlines import Inlines, Text

_HEAD = ("Name", "Role", "Organisation", "Signature or initials", "Date")
_WIDTHS = (50.0, 0.0, 62.0, 44.0, 26.0)


def acknowledgement(signatories: Sequence[Signatory]) -> Table:
    """Return a table with a row for each person, with room for initials and a date."""
    return Table(
        columns=tuple(Column(width) for width in _WIDTHS),
        head=(TableRow(tuple(Cell(((Text(words),),)) for words in _HEAD)),),
        rows=tuple(_row(signatory) for signatory in signatories),
        summary="Who has read and agreed this document, with room for a signature or initials and a date.",
    )


def _row(signatory: Signatory) -> TableRow:
    columns: tuple[Inlines, ...] = (signatory.name, signatory.role, signatory.party, (), ())
    return TableRow(tuple(Cell((words,)) for words in columns))
