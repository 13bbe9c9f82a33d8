# SPDX-License-Identifier: MPL-2.0
"""Puts pages on paper. The pages are drawn at 300 dots an inch in a process of their own: Qt holds Python meanwhile.

``do_print`` runs there. What it is handed is plain.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.guard.worker import Told, Work
from evidencepack.guard.working import Line

DOTS = 300
"""Dots an inch. Finer than eyes are, and what office printers do."""

How: TypeAlias = tuple[str, int, bool, str, bool]
"""How pages are printed, as it is handed to the process: printer, copies, both sides, file, all names together."""

_POINTS = 72.0
_NAME_POINTS, _NAME_TOP = 9, 5.0


class CannotPrintError(EvidencePackError):
    """The printer takes nothing."""

    exit_code: ClassVar[ExitCode] = ExitCode.CANNOT_WRITE


@dataclass(frozen=True, slots=True)
class Sheet:
    """What to print: pages (from 1) of a PDF, on which printer, and how.

    ``names``: one copy for each, with the name at the head of every page; none for copies without a name.
    ``file``: a PDF file is written in the place of paper; empty for paper. ``together``: one file for all names.
    """

    title: str
    pdf: bytes
    pages: tuple[int, ...]
    printer: str = ""
    copies: int = 1
    duplex: bool = False
    names: tuple[str, ...] = ()
    file: str = ""
    together: bool = False


def ask_print(work: Work, sheet: Sheet, told: Told) -> int:
    """Print, in another process, and wait for it; return how many pages were printed.

    ``told(done, total, name)`` hears of each page, on this thread; ``name`` is that of the copy, or empty.
    """
    return int(
        work.do(
            do_print,
            told,
            sheet.title,
            sheet.pdf,
            list(sheet.pages),
            (sheet.printer, sheet.copies, sheet.duplex, sheet.file, sheet.together),
            list(sheet.names),
        )
    )


def do_print(line: Line, title: str, pdf: bytes, pages: Sequence[int], how: How, names: Sequence[str]) -> int:
    """Print the pages of a PDF."""
    os.environ.setdefault("QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM", "1")  # no second icon in the dock
    app = QGuiApplication.instance() or QGuiApplication(["evidencepack"])
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    done, total = 0, (len(names) or 1) * len(pages)
    for run in _runs(pages, names, together=how[-1]):
        name = "" if how[-1] else run[0][1]
        printer = _printer(" – ".join(filter(None, (title, name))), how, name)
        for copy in _drawn(printer, document, run):
            line.tell(done, total, copy)
            done += 1
    document.close()
    del app
    return done


def _runs(pages: Sequence[int], names: Sequence[str], *, together: bool) -> list[list[tuple[int, str]]]:
    """Return what goes to the printer in one piece: pages, each with the name at its head; a piece for each name."""
    copies = [[(page, name) for page in pages] for name in names or ("",)]
    return [[one for copy in copies for one in copy]] if together else copies


def _printer(title: str, how: How, name: str) -> QPrinter:
    called, copies, duplex, file, _together = how
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if file:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        stem, dot, ending = file.rpartition(".")
        printer.setOutputFileName(f"{stem} {name}{dot}{ending}" if name else file)
    elif called:
        printer.setPrinterName(called)
    printer.setResolution(DOTS)
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setCopyCount(copies)
    both, one = QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexNone
    printer.setDuplex(both if duplex else one)
    return printer


def _drawn(printer: QPrinter, document: QPdfDocument, run: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Draw pages one after the other; before each is drawn, say whose copy it is of.

    Raises:
        CannotPrintError: if the printer takes nothing.
    """
    painter = QPainter()
    for at, (page, name) in enumerate(run):
        yield name
        size = document.pagePointSize(page - 1)
        printer.setPageLayout(_layout(size))
        if not (painter.begin(printer) if not at else printer.newPage()):
            raise CannotPrintError(
                "The printer does not answer. Nothing more was printed; your answers are saved. "
                "See whether it is on, then print again."
            )
        _draw(painter, document, page - 1, size, name)
    painter.end()


def _layout(size: QSizeF) -> QPageLayout:
    upright = QPageSize(QSizeF(min(size.toTuple()), max(size.toTuple())), QPageSize.Unit.Point)
    across = size.width() > size.height()
    way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    return QPageLayout(upright, way, QMarginsF())


def _draw(painter: QPainter, document: QPdfDocument, page: int, size: QSizeF, name: str) -> None:
    whole = QSize(*(round(length * DOTS / _POINTS) for length in size.toTuple()))
    painter.drawImage(QRectF(0, 0, whole.width(), whole.height()), document.render(page, whole))
    if name:
        font = QFont()
        font.setPointSizeF(_NAME_POINTS)
        painter.setFont(font)
        top = _NAME_TOP * DOTS / 25.4
        place = QRectF(0, top, whole.width(), top)
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, name)
