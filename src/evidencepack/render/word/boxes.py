# SPDX-License-Identifier: MPL-2.0
"""Callouts: shaded boxes that never split."""

from __future__ import annotations

from collections.abc import Sequence

from evidencepack.blocks.blocks import Callout
from evidencepack.blocks.inlines import Inlines
from evidencepack.render.number import plain
from evidencepack.render.word.cells import CellLook, TableLook, cell_xml, margins, row_xml, table_xml
from evidencepack.render.word.flow import Grid, Par
from evidencepack.render.word.inlines import inlines
from evidencepack.render.word.runs import Look, tab
from evidencepack.render.word.writing import Writing

_BOLD = Look(bold=True)


def callout(writing: Writing, block: Callout, width: float, *, page_break: bool = False) -> Grid:
    """Return the shaded box with its bar: title and aside on one line, then labels and words in two columns."""
    look = writing.theme.callout
    label = look.label + look.side
    widths = (label, width - label)
    ground, inner = writing.colour("tint1"), width - 2 * look.side
    aside = tab() + inlines(writing, block.aside, Look(style="EPCalloutAside")) if block.aside else ""
    title = Par("EPCalloutTitle", inlines(writing, block.title) + aside, tab_at=inner, keep=True, page_break=page_break)
    top = margins(top=look.top, bottom=0 if block.rows else look.bottom)
    rows = [row_xml(cell_xml(CellLook(width, 2, ground=ground, padding=top), title.xml({})), head=True)]
    for place, (name, words) in enumerate(block.rows):
        last = place == len(block.rows) - 1
        rows.append(_callout_row(writing, name, words, widths, last=last))
    about = TableLook("EPCalloutBox", widths, plain(block.title, writing.numbered.labels), first_column=True)
    return Grid(table_xml(about, rows), before=look.before, after=look.after)


def _callout_row(writing: Writing, name: Inlines, words: Inlines, widths: Sequence[float], *, last: bool) -> str:
    """Return a row of label and words; words without a label take the whole width."""
    ground = writing.colour("tint1")
    foot = writing.theme.callout.bottom if last else 0.0
    par = Par("EPCallout", inlines(writing, words), keep=not last)
    if not name:
        return row_xml(cell_xml(CellLook(sum(widths), 2, ground=ground, padding=margins(bottom=foot)), par.xml({})))
    label = par._replace(content=inlines(writing, name, _BOLD))
    left = CellLook(widths[0], ground=ground, padding=margins(bottom=foot, right=0))
    right = CellLook(widths[1], ground=ground, padding=margins(left=0, bottom=foot))
    return row_xml(cell_xml(left, label.xml({})) + cell_xml(right, par.xml({})))
