# SPDX-License-Identifier: MPL-2.0
"""Boxes that never split: callouts, and the boxes in which people sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from evidencepack.blocks.blocks import Callout, Signatory, Signature
from evidencepack.blocks.inlines import Inlines
from evidencepack.render.keeping import boxes_to_sign
from evidencepack.render.number import plain
from evidencepack.render.theme import SignatureLook
from evidencepack.render.word.cells import CellLook, TableLook, cell_xml, margins, row_xml, table_xml
from evidencepack.render.word.flow import Grid, Par
from evidencepack.render.word.inlines import inlines
from evidencepack.render.word.runs import Look, run, tab
from evidencepack.render.word.writing import Writing

_BOLD = Look(bold=True)
_NBSP = "\u00a0"
_SLASHES = f"{_NBSP * 12}/{_NBSP * 13}/"


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
    label = replace(par, content=inlines(writing, name, _BOLD))
    left = CellLook(widths[0], ground=ground, padding=margins(bottom=foot, right=0))
    right = CellLook(widths[1], ground=ground, padding=margins(left=0, bottom=foot))
    return row_xml(cell_xml(left, label.xml({})) + cell_xml(right, par.xml({})))


def signature(writing: Writing, block: Signature, width: float, *, page_break: bool = False) -> list[Grid]:
    """Return a box for each signatory; the last is never alone on its page."""
    look, last = boxes_to_sign(writing.theme.signature, len(block.signatories)), len(block.signatories) - 1
    return [
        _box(writing, look, signatory, width, page_break=page_break and place == 0, keep=place == last - 1)
        for place, signatory in enumerate(block.signatories)
    ]


def _box(
    writing: Writing, look: SignatureLook, signatory: Signatory, width: float, *, page_break: bool, keep: bool
) -> Grid:
    widths = (look.split, width - look.split)
    head = Par("EPSignatureHead", _expected(writing, signatory), keep=True, page_break=page_break)
    padding = margins(top=look.head_pad, bottom=look.head_pad)
    shaded = CellLook(width, 2, ground=writing.colour("tint1"), padding=padding)
    label = Par("EPSignature", "", keep=True)
    up = look.signature - look.label_pad - look.label.pitch - look.slash_up - look.slash.baseline
    slashes = Par("Normal", run(_SLASHES), more_before=up, keep=True)
    rows = (
        row_xml(cell_xml(shaded, head.xml({})), head=True),
        row_xml(
            cell_xml(CellLook(widths[0]), _labelled(label, "Signature (inside this box, black or blue ink)"))
            + cell_xml(CellLook(widths[1]), _labelled(label, "Date signed (day / month / year)") + slashes.xml({})),
            height=look.signature,
        ),
        row_xml(
            cell_xml(CellLook(widths[0]), _labelled(replace(label, keep=keep), "Full name in capitals"))
            + cell_xml(CellLook(widths[1]), _labelled(replace(label, keep=keep), "Role")),
            height=look.names,
        ),
    )
    party = plain(signatory.party, writing.numbered.labels)
    about = TableLook("EPSignatureBox", widths, f"Box to sign for {party}: signature, date, full name and role.")
    # Word adds the weight of the rules to the height of the rows; the space below gives it back.
    return Grid(table_xml(about, rows), after=look.after - 2 * look.outline, keep=keep)


def _labelled(par: Par, words: str) -> str:
    return replace(par, content=run(words)).xml({})


def _expected(writing: Writing, signatory: Signatory) -> str:
    """Return who signs: "Signatory for Maitree Community Trust expected: Rabeya Sultana, Chair of Trustees"."""
    who = run(f"{signatory.capacity} for " if signatory.party else signatory.capacity, _BOLD)
    who += inlines(writing, signatory.party, _BOLD)
    expected = [inlines(writing, words) for words in (signatory.name, signatory.role) if words]
    before = run(" expected: " if signatory.name else " ") if expected else ""
    return who + before + run(", ").join(expected)
