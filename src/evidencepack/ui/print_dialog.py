# SPDX-License-Identifier: MPL-2.0
"""Looking through the real pages and printing them: which, how many, on both sides, one for each partner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from evidencepack.domain.trade import Audience
from evidencepack.errors import EvidencePackError
from evidencepack.guard.faults import StoppedError
from evidencepack.guard.worker import Work
from evidencepack.paths.files import write_atomically
from evidencepack.paths.names import legal_name
from evidencepack.ui.look import scaled
from evidencepack.ui.paper import Sheet, ask_print
from evidencepack.ui.places.whereto import place_to_begin
from evidencepack.ui.press_room import PressRoom
from evidencepack.ui.pressing import Wanted, ask_pages
from evidencepack.ui.preview.bar import PagesBar
from evidencepack.ui.preview.pages import Pages
from evidencepack.ui.print_choices import PrintChoices
from evidencepack.ui.session import Session
from evidencepack.ui.viewer import new_file, show_in_viewer
from evidencepack.ui.widgets.parts import Pane, button, column, label, row
from evidencepack.ui.widgets.progress import ProgressDialog
from evidencepack.ui.words import counted, say
from evidencepack.usecases.copies import UnreadableRangeError, parties_of
from evidencepack.usecases.pack_order import is_bundled
from evidencepack.usecases.previewing import Preview

_PAGES, _PRINT = "pages", "print"
_WIDE, _HIGH, _SIDE = 1040, 640, 300
_MOST = 0.92


class PrintDialog(QDialog):
    """The pages of the pack (no document), or of one document by the id of its record, or pages that are made already.

    ``printed`` says that all of them are on their way to the printer.
    """

    printed = Signal()

    def __init__(
        self,
        parent: QWidget,
        room: PressRoom,
        session: Session,
        title: str,
        *,
        document: str | Preview = "",
        audience: Audience = Audience.PACK,
    ) -> None:
        """``document`` may be pages that are made already, and stay as they are."""
        super().__init__(parent)
        self.setWindowTitle(say("Print {what}", what=title))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ready = document if isinstance(document, Preview) else None
        self._room, self._title, self._document = room, title, document if isinstance(document, str) else ""
        self._made: Preview | None = None
        self._progress: ProgressDialog | None = None
        self.pages = Pages()
        self.pages.setAccessibleName(say("The pages as they will be printed"))
        printers = tuple(QPrinterInfo.availablePrinterNames())
        parties = () if self._ready else parties_of(session.facts, self._document)
        packed = not document
        bundled = packed and is_bundled(session.facts, session.library)
        self.choices = PrintChoices(printers, parties, audience, packed=packed, bundled=bundled)
        self.choices.fix(fixed=self._ready is not None)
        self.choices.remade.connect(self._make)
        self._note = label("", "small")
        # Without a printer the viewer is the way on.
        self._view = button(say("Open in your PDF viewer"), self._open, kind="" if printers else "primary")
        self._keeps = button(say("Save as a PDF…"), self._save)
        self._print = button(say("Print"), self.print_now, kind="primary")
        self._lay_out()
        self._fit(parent)
        self._make()

    def print_now(self) -> None:
        """Print what is chosen; what cannot be read is said, and nothing is printed."""
        choices = self.choices
        sheet = self._sheet()
        if sheet is not None:
            where = choices.printer, choices.file
            self._send(replace(sheet, printer=where[0], file=where[1], copies=choices.copies), self._done)

    def _sheet(self) -> Sheet | None:
        """Return what is chosen; None while pages are being made, and where a range cannot be read, which is said."""
        if self._made is None:
            return None
        try:
            pages = self.choices.range_of(self._made.pages)
        except UnreadableRangeError as error:
            self._note.setText(str(error))
            return None
        return Sheet(self._title, self._made.pdf, pages, duplex=self.choices.duplex, names=self.choices.names)

    def _send(self, sheet: Sheet, done: Callable[[int], None]) -> None:
        """Have pages printed, or drawn into a file."""
        paper = not sheet.together
        self._follow(say("Send the pages to the printer") if paper else say("Make the PDF"))
        work = self._room.run(_PRINT, lambda work: self._put_on_paper(work, sheet), done=done, failed=self._fail)
        if self._progress is not None:
            self._progress.cancelled.connect(work.stop)

    def _hand_out(self, take: Callable[[Path], None]) -> None:
        """Make a PDF file of what is chosen, and have it taken: all the pages as they are, or some, or with names."""
        sheet = self._sheet()
        if sheet is None or self._made is None:
            return
        file = new_file(self._title)
        if len(sheet.pages) == self._made.pages and not sheet.names:
            file.write_bytes(sheet.pdf)
            self._take(file, take)
        else:
            drawn = replace(sheet, file=str(file), together=True)
            self._send(drawn, lambda _pages: self._take(file, take))

    def _take(self, file: Path, take: Callable[[Path], None]) -> None:
        self._close_progress()
        try:
            take(file)
        except EvidencePackError as error:
            self._note.setText(str(error))

    def _view_file(self, file: Path) -> None:
        show_in_viewer(file)
        copies = say("Choose the number of copies there.") if self.choices.copies > 1 else ""
        opened = say("Opened in your PDF viewer. If you see nothing, save it as a PDF instead.")
        self._note.setText(" ".join(filter(None, (opened, copies))))

    def _save(self) -> None:
        """Let the person choose a file, in the system's own dialog, and write the PDF there."""
        beginning = place_to_begin() / f"{legal_name(self._title, otherwise='pages', room=4)}.pdf"
        kinds = f"{say('PDF files')} (*.pdf)"
        name, _ = QFileDialog.getSaveFileName(self, say("Save as a PDF"), str(beginning), kinds)
        if name:
            self._hand_out(partial(self._keep, Path(name)))

    def _keep(self, place: Path, file: Path) -> None:
        write_atomically(place, file.read_bytes())
        self._note.setText(say("Saved as {file}.", file=place))

    def done(self, result: int) -> None:
        """Let go of the pages, and of what is being made."""
        self._room.stop(_PAGES)
        self.pages.release()
        super().done(result)

    def _lay_out(self) -> None:
        first, other = (self._print, self._view) if self.choices.can_print else (self._view, self._print)
        page = column(self.choices, 4, other, self._keeps, None, name="page", margins=(0, 0, 6, 0))
        side = column(Pane(page), self._note, row(button(say("Close"), self.reject), None, first))
        side.setFixedWidth(scaled(_SIDE))
        beside = QHBoxLayout()
        beside.setSpacing(16)
        bar = PagesBar(self.pages)
        bar.strip.hide()
        beside.addWidget(column(bar, self.pages, gap=0), 1)
        beside.addWidget(side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addLayout(beside)

    def _fit(self, parent: QWidget) -> None:
        room = parent.window().size() * _MOST
        self.resize(min(scaled(_WIDE), room.width()), min(scaled(_HIGH), room.height()))

    def _make(self) -> None:
        """Have the pages made as they are chosen now."""
        if self._ready is not None:
            self._show(self._ready)
            return
        self._made = None
        self._allow(what=False)
        self._note.setText(say("The pages are being made…"))
        choices = self.choices
        wanted = Wanted(
            self._document, choices.audience, (), choices.duplex, bundled=choices.bundled, tabs=choices.tabs
        )
        self._room.do(
            _PAGES, ask_pages, done=self._show, failed=self._fail, wanted=wanted, with_annexes=choices.bundled
        )

    def _show(self, made: Preview) -> None:
        self._made = made
        self.pages.show_pdf(made.pdf)
        self._allow(what=True)
        pages = counted(made.pages, "{n} page.", "{n} pages.")
        none = "" if self.choices.can_print else say("No printer is set up here. Open them in your PDF viewer.")
        self._note.setText(" ".join(filter(None, (pages, none))))

    def _allow(self, *, what: bool) -> None:
        self._view.setEnabled(what)
        self._keeps.setEnabled(what)
        self._print.setEnabled(what and self.choices.can_print)

    def _open(self) -> None:
        self._hand_out(self._view_file)

    def _follow(self, step: str) -> None:
        self._progress = ProgressDialog(self, step, (step,))
        self._progress.open()

    def _put_on_paper(self, work: Work, sheet: Sheet) -> int:
        def told(done: int, of: int, name: str) -> None:
            self._room.tell(lambda: self._show_step(done, of, name))

        return ask_print(work, sheet, told)

    def _show_step(self, done: int, of: int, name: str) -> None:
        if self._progress is not None:
            page = say("Page {n} of {of}", n=done + 1, of=of)
            words = say("{page}, copy for {name}", page=page, name=name) if name else page
            self._progress.show_step(0, done, of, words)

    def _done(self, pages: int) -> None:
        self._close_progress()
        self._note.setText(counted(pages, "{n} page is on its way to the printer.", "{n} pages are on their way."))
        if self._made is not None and len(self.choices.range_of(self._made.pages)) == self._made.pages:
            self.printed.emit()

    def _fail(self, error: Exception) -> None:
        self._close_progress()
        stopped = say("Stopped. Pages that were sent before may still come out.")
        self._note.setText(stopped if isinstance(error, StoppedError) else str(error))

    def _close_progress(self) -> None:
        if self._progress is not None:
            self._progress.hide()
            self._progress.deleteLater()
            self._progress = None
