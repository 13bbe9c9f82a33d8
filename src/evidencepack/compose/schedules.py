# SPDX-License-Identifier: MPL-2.0
"""Schedules: a heading that names the clause it belongs to, an introduction, and what its layout makes."""

from __future__ import annotations

from evidencepack.blocks.blocks import Block, Callout, Figure, Figures, Heading, Numbering, Paragraph, Style, Table
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.clauses import plain_blocks
from evidencepack.compose.evaluate import evaluate
from evidencepack.compose.layouts.parts import note_of
from evidencepack.compose.layouts.registry import LAYOUTS
from evidencepack.compose.paragraphs import paragraphs
from evidencepack.compose.pointing import pointer, schedule_anchor
from evidencepack.compose.scope import Scope
from evidencepack.library.model import Schedule
from evidencepack.library.template import Call

_BOX = "callout"


def schedule_blocks(schedule: Schedule, scope: Scope, *, headed: bool = True) -> tuple[Block, ...]:
    """Return the blocks of a schedule that the document keeps; one under the document's headline has no other."""
    intro = plain_blocks(paragraphs(evaluate(schedule.intro, scope))) if schedule.intro else ()
    body = LAYOUTS[schedule.layout](schedule, scope)
    heading = (_heading(schedule, scope),) if headed and not _has_a_title(schedule, body) else ()
    return (*heading, *intro, *body, *_note_below(schedule, scope, body))


def _has_a_title(schedule: Schedule, body: tuple[Block, ...]) -> bool:
    """Whether what the layout makes has a title of its own: an unnumbered box, or a figure that opens a document."""
    if schedule.numbered:
        return False
    drawn = schedule.opens and bool(body) and isinstance(body[0], Figure) and bool(body[0].title)
    return drawn or schedule.layout == _BOX


def _heading(schedule: Schedule, scope: Scope) -> Heading:
    return Heading(
        2,
        (Text(schedule.heading),),
        schedule_anchor(scope.record.id, schedule.key),
        Numbering.SCHEDULE if schedule.numbered else Numbering.NONE,
        _aside(schedule, scope),
        small=scope.kind.small_headings,
    )


def _aside(schedule: Schedule, scope: Scope) -> Inlines:
    """Return the number of the clause a schedule belongs to; plain headings and clauses left out have none."""
    clause = next((clause for clause in scope.kind.clauses if clause.key == schedule.clause), None)
    if clause is None or not scope.kind.numbered or not scope.shows(clause):
        return ()
    return pointer(scope, Call("clause", clause.key))


def _note_below(schedule: Schedule, scope: Scope, body: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the note as a paragraph of its own where the layout has no table, box or figure to carry it.

    Without rows, a note that only explains a table has nothing to explain: it stays if it holds an answer or a gap.
    """
    if any(isinstance(block, Table | Callout | Figure | Figures) for block in body):
        return ()
    note = note_of(schedule, scope)
    if schedule.of and not any(isinstance(inline, Value) for inline in note):
        return ()
    return (Paragraph(note, Style.NOTE),) if note else ()
