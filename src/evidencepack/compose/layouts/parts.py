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
    """Return the kind's sentence for a table without rows, or the mark of a gap if the kind has none."""
    return (Paragraph((Text(schedule.empty),) if schedule.empty else missing_rows(rows)),)
