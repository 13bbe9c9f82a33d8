# SPDX-License-Identifier: MPL-2.0
"""The sign-off sheet: the last page of a copy, on which one organisation signs one version of one paper."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.blocks.blocks import Block, Cell, Column, Entry, Heading, Paragraph, Signature, Style, Table, TableRow
from evidencepack.blocks.document import Document, Section
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.counting import counted
from evidencepack.compose.evaluate import evaluate
from evidencepack.compose.formats import long_date
from evidencepack.compose.opener import title, version
from evidencepack.compose.paragraphs import tidy
from evidencepack.compose.scope import Scope
from evidencepack.compose.sheets.copies import CopyFor, boxes_of

SHEET = "sign_here"
"""Behind the id of the paper: the anchor of the sheet."""

_BOX = Text("□", expansion="box to tick")
_LABELS = 46.0  # millimetres
_AUTHORITY, _OBJECTION = 13.0, 21.0  # millimetres, for the hand
_COUNTS = "What is written here is settled first; only then the signature counts."


def sign_sheet(scope: Scope, copy: CopyFor) -> Document | None:
    """Return the sheet for the organisation whose copy it is; None where it has no box to sign."""
    boxed = boxes_of(scope, copy.organisation.id)
    if not boxed:
        return None
    boxes = [
        Signature(tuple(one.signatory for one in people), tidy(evaluate(line.statement, scope)))
        for line, people in boxed
    ]
    blocks: tuple[Block, ...] = (
        Paragraph((Text("Sign-off sheet"),), Style.OPENER),
        Heading(1, (Text(title(scope)),)),
        _what(scope, copy),
        _tick(f"I have read all {counted(copy.pages, 'page')} of this copy."),
        _tick(f"I am allowed to sign for {copy.name}."),
        _room("What allows me to sign", "My office, a minute or a letter", _AUTHORITY),
        *boxes,
        _room("What I do not agree to", _COUNTS, _OBJECTION),
    )
    return Document(f"{scope.record.id}/{SHEET}", "Sign-off sheet", copy.running, (Section(blocks),))


def _what(scope: Scope, copy: CopyFor) -> Table:
    rows = tuple(TableRow((_cell(label), _cell(words))) for label, words in _facts(scope, copy))
    return _table(rows, "What is signed: the paper, its version, its code, for whom, and where it goes.")


def _facts(scope: Scope, copy: CopyFor) -> Iterator[tuple[str, str]]:
    yield "Paper", f"{scope.record.reference}, {version(scope)}, {counted(copy.pages, 'page')}"
    yield "Code of this copy", f"{copy.code}; the words of the paper: {copy.fingerprint}"
    yield "Signed for", copy.name
    if copy.due:
        yield "Needed back by", long_date(copy.due)
    if copy.keeper:
        yield "Send it to", copy.keeper


def _tick(words: str) -> Paragraph:
    return Paragraph((_BOX, Text(f" {words}")))


def _room(label: str, help_: str, height: float) -> Table:
    """Return room to write in, beside what is to be written."""
    what = Cell(((Text(label),), (Text(help_),)))
    row = TableRow((what, Cell(((),), entry=Entry.WORDS)))
    return _table((row,), f"{label}: room to write.", height)


def _table(rows: tuple[TableRow, ...], summary: str, height: float = 0.0) -> Table:
    return Table(columns=(Column(_LABELS), Column()), head=(), rows=rows, summary=summary, size=9.5, row_height=height)


def _cell(words: str) -> Cell:
    line: Inlines = (Text(words),)
    return Cell((line,))
