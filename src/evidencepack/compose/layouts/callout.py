# SPDX-License-Identifier: MPL-2.0
"""A shaded box: the first cell is its title, the others are labels with their words."""

from __future__ import annotations

from evidencepack.blocks.blocks import Block, Callout
from evidencepack.blocks.inlines import Inlines, LineBreak, Text
from evidencepack.compose.evaluate import evaluate
from evidencepack.compose.layouts.parts import note_of
from evidencepack.compose.paragraphs import lines
from evidencepack.compose.scope import Scope
from evidencepack.library.model import Schedule


def callout(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return one box; its note stands at the right of the title. Labels without words are left out."""
    title, *rest = schedule.columns
    words = ((column.heading, _in_one(lines(evaluate(column.text, scope)))) for column in rest)
    rows = tuple(((Text(label),), found) for label, found in words if found)
    return (Callout(_in_one(lines(evaluate(title.text, scope))), note_of(schedule, scope), rows),)


def _in_one(found: tuple[Inlines, ...]) -> Inlines:
    """Return lines as one paragraph with line breaks."""
    return tuple(inline for place, line in enumerate(found) for inline in ((LineBreak(), *line) if place else line))
