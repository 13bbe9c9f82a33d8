# SPDX-License-Identifier: MPL-2.0
"""What all layouts share: the note, and what stands in place of a table without rows."""

from __future__ import annotations

from evidencepack.blocks.blocks import Block, Paragraph
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.bound import Rows
from evidencepack.compose.evaluate import evaluate
from evidencepack.compose.paragraphs import tidy
from evidencepack.compose.printing import missing_rows
from evidencepack.compose.scope import Scope
from evidencepack.library.model import Schedule


def note_of(schedule: Schedule, scope: Scope) -> Inlines:
    """Return the small print under a schedule."""
    return tidy(evaluate(schedule.note, scope)) if schedule.note else ()


def no_rows(schedule: Schedule, rows: Rows) -> tuple[Block, ...]:
    """Return the mark of a gap for a table without rows; the kind's sentence, if it has one, for one that may be empty.

    A table that has rows, of which none can be shown, gets the sentence too.
    """
    gap = not schedule.empty or (rows.required and not rows.items)
    return (Paragraph(missing_rows(rows) if gap else (Text(schedule.empty),)),)
