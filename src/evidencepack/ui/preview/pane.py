# SPDX-License-Identifier: MPL-2.0
"""The real pages beside the form: what they are, whether they are up to date, and where a limit ends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, QVariantAnimation, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from evidencepack.ui.look import look
from evidencepack.ui.preview.bar import PagesBar
from evidencepack.ui.preview.limits import Share, ending_of, size_words
from evidencepack.ui.preview.reader import Reader
from evidencepack.ui.preview.strip import Strip
from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.widgets.cards import Notice, Tone
from evidencepack.ui.widgets.marks import Mark, MarkSign
from evidencepack.ui.widgets.parts import button, label, row
from evidencepack.ui.words import counted, say
from evidencepack.usecases.passages import Layout
from evidencepack.usecases.previewing import NO_LAYOUT, Preview

STANDS = 5000
"""Milliseconds for which what has changed stays marked after the last change."""

_FADES = 400
_TELLS = 4000


class PreviewPane(QFrame):
    """The pages, the line over them, the small ones beside them, and below them how many there are."""

    strip_shown = Signal(bool)
    """The person has the small pages shown, or hidden."""

    wanted_again = Signal()
    """The person wants the pages to be made, after that has failed."""

    def __init__(self, name_of: Callable[[str], str]) -> None:
        """Begin without pages; ``name_of`` says what asks for the answer at a path."""
        super().__init__()
        self.pages = Reader(name_of)
        self.bar = PagesBar(self.pages)
        self.strip = Strip(self.pages)
        self.before: Layout = NO_LAYOUT
        """What new pages are compared with, so that what was changed just now is marked."""
        self._preview: Preview | None = None
        self._share: Share | None = None
        self._said = say("The pages are being made…")
        self._sign = MarkSign(Mark.WARN)
        self._note = label(self._said, "small")
        self._retry = button(say("Try again"), self.wanted_again.emit, kind="small")
        self._problem = Notice(Tone.WARN, say("The pages are old"), "", row(self._retry, None))
        self._lay_out()
        self.bar.strip_wanted.connect(self.strip.setVisible)
        self.bar.strip_wanted.connect(self.strip_shown)
        self.strip.going.connect(self.pages.go_to_page)
        self.pages.fixed.connect(lambda: self.tell(say("No question asks for these words. They are always the same.")))
        self._standing = QTimer(self, singleShot=True, interval=STANDS)
        self._standing.timeout.connect(self._fade)
        self._fading = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=_FADES)
        self._fading.valueChanged.connect(lambda value: self.pages.fade(float(value)))
        self._fading.finished.connect(self._settle)
        self._telling = QTimer(self, singleShot=True, interval=_TELLS)
        self._telling.timeout.connect(self._show_note)
        self._slow = QTimer(self, singleShot=True, interval=700)
        self._slow.timeout.connect(lambda: self._say_note(say("The new pages are being made…")))

    def show_waiting(self) -> None:
        """Say that new pages are being made, if that takes long enough to be noticed."""
        self._slow.start()

    def show_preview(self, preview: Preview) -> None:
        """Show new pages where the old ones were."""
        self._slow.stop()
        self._problem.hide()
        self._preview = preview
        self.pages.show_pdf(preview.pdf, preview.layout.sizes)
        self._stop_fading()
        self.pages.show_layout(preview.layout, preview.changed, ending_of(preview, self._share))
        self._show_limits()
        if preview.changed:
            self._standing.start()
            page = preview.changed[0].page + 1
            changed = say("Changed on page {n}.", n=page)
            self._show_note(changed)
        else:
            self.before = preview.layout

    def show_problem(self, sentence: str) -> None:
        """Say why there are no new pages; the old ones stay, marked as old."""
        self._slow.stop()
        self._stop_fading()
        self.pages.show_old()
        title = say("These pages are old") if self.pages.page_count else say("There are no pages yet")
        self._problem.setVisible(True)
        self._problem.tell(title, sentence)
        self._say_note(title)

    def show_strip(self, *, on: bool) -> None:
        """Show the small pages beside the others, or not."""
        self.bar.strip.setChecked(on)

    def show_share(self, share: Share | None) -> None:
        """Show what the pack leaves to this document."""
        self._share = share
        self._show_limits()

    def tell(self, words: str) -> None:
        """Say something below the pages for a few seconds."""
        self._say_note(words)
        announce(self.pages, words)
        self._telling.start()

    def close_pane(self) -> None:
        """Let go of the file, and wait for nothing."""
        for timer in (self._standing, self._telling, self._slow):
            timer.stop()
        self._fading.stop()
        self.pages.release()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.strip)
        beside.addWidget(self.pages, 1)
        layout.addWidget(self.bar)
        layout.addWidget(self._problem)
        layout.addLayout(beside, 1)
        layout.addWidget(row(self._sign, self._note, gap=8, margins=(12, 6, 12, 6), name="footbar"))
        for part in (self._problem, self.strip, self._sign):
            part.hide()

    def _show_limits(self) -> None:
        if self._preview is None:
            return
        ending = ending_of(self._preview, self._share)
        self.pages.show_ending(ending)
        self.strip.show_ending(ending)
        self._show_note()

    def _show_note(self, first: str = "") -> None:
        """Say how many pages there are and, where there is a limit, how much of it they use."""
        if self._preview is None:
            self._say_note(self._said)
            return
        pages = counted(self._preview.pages, "1 page.", "{n} pages.")
        size = size_words(self._preview, self._share)
        self._sign.setVisible(size.mark is not None)
        if size.mark is not None:
            self._sign.show_mark(size.mark)
        self._say_note(" ".join(filter(None, (first, pages, size.words))))

    def _say_note(self, words: str) -> None:
        self._note.setText(words)

    def _fade(self) -> None:
        if look().calm or not self.isVisible():
            self.pages.fade(0)
            self._settle()
        else:
            self._fading.start()

    def _settle(self) -> None:
        """From now on new pages are compared with those that are shown."""
        if self._preview is not None:
            self.before = self._preview.layout
        self._show_note()

    def _stop_fading(self) -> None:
        """Stop without the end that fading comes to by itself."""
        self._standing.stop()
        self._fading.blockSignals(True)
        self._fading.stop()
        self._fading.blockSignals(False)
