# SPDX-License-Identifier: MPL-2.0
"""The peer: the same blocks through platypus, as its guide teaches it (arguments: documents, file to write).

BaseDocTemplate, a Paragraph in every cell, TableOfContents with multiBuild, "Page x of y" by a canvas that waits.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from bid import documents
from reportlab.lib.colors import black
from reportlab.lib.fonts import addMapping
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus.tableofcontents import TableOfContents

from evidencepack.blocks import blocks as b
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.paths.resources import resource
from evidencepack.render.number import number

_LEFT, _RIGHT, _EDGE = 25 * mm, 20 * mm, 27 * mm
_WIDTH = A4[0] - _LEFT - _RIGHT


def _fonts() -> None:
    for name, file in (("A", "Regular"), ("AB", "Bold")):
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", f"Arimo-{file}.ttf"))))
    addMapping("A", 0, 0, "A")
    addMapping("A", 1, 0, "AB")


def _style(name: str, size: float, leading: float, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(name, **{"fontName": "A", "fontSize": size, "leading": leading, **more})


class _Styles:
    def __init__(self) -> None:
        self.body = _style("body", 11, 15, spaceAfter=7, rightIndent=15 * mm)
        self.h1 = _style("h1", 20, 23, fontName="AB", spaceAfter=3, keepWithNext=1)
        self.h2 = _style("h2", 14, 18, fontName="AB", spaceBefore=9, spaceAfter=4, keepWithNext=1)
        clause = {"leftIndent": 12 * mm, "rightIndent": 3 * mm, "bulletIndent": 0}
        self.clauses = (
            _style("c1", 11, 15, fontName="AB", spaceBefore=7, spaceAfter=1, keepWithNext=1, **clause),
            _style("c2", 11, 15, spaceAfter=3, **clause),
            _style("c3", 11, 15, spaceAfter=1, **{**clause, "leftIndent": 20 * mm, "bulletIndent": 12 * mm}),
        )
        self.bullet = _style("bullet", 11, 15, leftIndent=4 * mm, rightIndent=15 * mm, spaceAfter=3)
        self.cell, self.head = _style("cell", 9.5, 12), _style("head", 9.5, 12, fontName="AB")


class _Counted(Canvas):
    """The usual recipe for "Page x of y": keep the pages, then draw them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for page in self._kept:
            self.__dict__.update(page)
            self.setFont("A", 9)
            self.drawString(_LEFT, 42, f"version 1.0 Page {self._pageNumber} of {len(self._kept)}")
            super().showPage()
        super().save()


class _Doc(BaseDocTemplate):
    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        if getattr(flowable, "entry", None):
            self.canv.bookmarkPage(flowable.entry)
            self.canv.addOutlineEntry(flowable.entry, flowable.entry, 0)
            self.notify("TOCEntry", (0, flowable.entry, self.page, flowable.entry))


def _markup(inlines: Inlines) -> str:
    found = [inline for inline in inlines if isinstance(inline, Text | Value)]
    return "".join(f"<b>{escape(i.text)}</b>" if i.bold else escape(i.text) for i in found)


def _flowables(block: b.Block, styles: _Styles) -> Iterator[Flowable]:  # noqa: C901
    match block:
        case b.Heading(level=1):
            title = Paragraph(_markup(block.inlines), styles.h1)
            title.entry = _markup(block.inlines)
            yield title
        case b.Heading():
            yield Paragraph(_markup(block.inlines), styles.h2)
        case b.Paragraph():
            yield Paragraph(_markup(block.inlines), styles.body)
        case b.Clause():
            yield Paragraph(_markup(block.inlines), styles.clauses[block.level - 1], bulletText=block.label)
        case b.Bullets():
            yield from (Paragraph(_markup(item), styles.bullet, bulletText="•") for item in block.items)
        case b.Table():
            yield Paragraph(f"{block.label} {_markup(block.title)}", styles.h2)
            yield _table(block, styles)
        case b.Signature():
            yield from (_signature(signatory, styles) for signatory in block.signatories)
        case b.PageBreak():
            yield PageBreak()


def _table(block: b.Table, styles: _Styles) -> Table:
    rest = _WIDTH - sum(column.width * mm for column in block.columns)
    widths = [column.width * mm or rest for column in block.columns]
    rows = [
        [Paragraph(_markup(cell.lines[0]), styles.head if row in block.head else styles.cell) for cell in row.cells]
        for row in (*block.head, *block.rows)
    ]
    table = Table(rows, colWidths=widths, repeatRows=1)
    lines = [("LINEBELOW", (0, 0), (-1, -1), 0.5, black), ("LINEABOVE", (0, 0), (-1, 0), 1.5, black)]
    table.setStyle(TableStyle([*lines, ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return table


def _signature(signatory: b.Signatory, styles: _Styles) -> KeepTogether:
    who = f"{signatory.capacity} {_markup(signatory.party)} {_markup(signatory.name)} {_markup(signatory.role)}"
    rows = [[Paragraph(who, styles.cell), ""], ["Signature", "Date"], ["Full name in capitals", "Role"]]
    table = Table(rows, colWidths=[95 * mm, 70 * mm], rowHeights=[None, 24 * mm, 12 * mm])
    table.setStyle(TableStyle([("BOX", (0, 0), (-1, -1), 0.75, black), ("FONT", (0, 0), (-1, -1), "A", 9)]))
    return KeepTogether([table, Spacer(1, 9)])


def _story(pack: tuple[Document, ...], styles: _Styles) -> Iterator[Flowable]:
    yield Paragraph("Contents", styles.h1)
    contents = TableOfContents()
    contents.levelStyles = [styles.cell]
    yield contents
    for document in pack[1:]:
        yield PageBreak()
        for block in document.sections[0].blocks:
            yield from _flowables(block, styles)


def main(count: int, out: Path) -> None:
    """Print the pack."""
    _fonts()
    file = _Doc(str(out), pagesize=A4)
    frame = Frame(_LEFT, _EDGE, _WIDTH, A4[1] - 2 * _EDGE, 0, 0, 0, 0)
    file.addPageTemplates(PageTemplate("page", [frame]))
    file.multiBuild(list(_story(number(documents(count)).documents, _Styles())), canvasmaker=_Counted)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
