# SPDX-License-Identifier: MPL-2.0
"""Sheets: papers about the tender as it stands, printed beside the pack and not for signing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidencepack.blocks.blocks import Block, Cell, Column, Heading, Paragraph, Style, Table, TableRow
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Inlines, Text


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every sheet says of itself: its anchor, title and headline, what it is, and its running words.

    ``label`` is what stands over the rule: what the sheet is about.
    """

    anchor: str
    title: str
    headline: str
    lead: str
    running: Running
    label: str = "Readiness"

    def document(self, *blocks: Block) -> Document:
        """Return the sheet with what it holds, on pages that lie on their side."""
        opening = (
            Paragraph((Text(self.label),), Style.OPENER),
            Heading(1, (Text(self.headline),)),
            Paragraph((Text(self.lead),)),
        )
        return Document(self.anchor, self.title, self.running, (Section((*opening, *blocks), landscape=True),))


def table(heads: Sequence[tuple[str, float]], rows: Sequence[TableRow], *, summary: str) -> Table:
    """Return a table; each head has its words and its width in millimetres, 0 for what is left."""
    return Table(
        columns=tuple(Column(width) for _, width in heads),
        head=(TableRow(tuple(Cell((words(head),)) for head, _ in heads)),),
        rows=tuple(rows),
        summary=summary,
    )


def words(text: str) -> Inlines:
    """Return words as they stand in a cell; none for none."""
    return (Text(text),) if text else ()


def lines(*texts: str) -> Cell:
    """Return a cell of lines; empty ones are left out."""
    return Cell(tuple(words(text) for text in texts if text) or ((),))
