# SPDX-License-Identifier: MPL-2.0
"""Beside the places to sign in a review of scans: a copy as a whole, and a page that was put nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from evidencepack.domain.short_code import CodeFault, printed, read_code
from evidencepack.signoff.intake.pages import Unplaced
from evidencepack.ui.signing.picture import PaperPicture, WholePage
from evidencepack.ui.signing.review import Review
from evidencepack.ui.signing.review_words import copy_name, how_much
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import asked, button, column, fill, label, row
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import counted, say

_THUMB = 0.5
_MOST_PAGES = 999


class CopyPane(QFrame):
    """What came of a copy, and what has to be known of it; ``touched`` are sentences on whose signature that is."""

    looked = Signal()

    def __init__(self, review: Review, code: str, touched: Sequence[str]) -> None:
        super().__init__()
        self._review, self._code = review, code
        self.done = button(say("I have looked at these pages"), self._look)
        fill(self, QVBoxLayout(self), (*self._parts(touched), None), 10, (0, 0, 8, 0))

    def _parts(self, touched: Sequence[str]) -> Iterator[QWidget]:
        review, code = self._review, self._code
        returned = review.returned[code]
        yield column(
            label(copy_name(returned), "h2"),
            label(say("Code {code}, {pages}", code=printed(code), pages=how_much(returned)), "hint"),
            gap=2,
        )
        if code in review.done:
            yield from (StateRow(Mark.DONE, words) for words in review.done[code])
            return
        yield from (StateRow(Mark.WARN, words) for words in (*review.remarks(code), *touched))
        for one in review.signed_pdfs(code):
            mark = Mark.DONE if one.holds and not one.others else Mark.WARN
            yield from (StateRow(mark, words) for words in one.sentences)
        files = list(dict.fromkeys(page.read.file for page in returned.pages))
        whence = say("From {files}", files=", ".join(files))
        yield StateRow(Mark.DONE, say("Every page is one of those that went out"), whence)
        spots = len(review.spots(code))
        if spots:
            words = counted(spots, "1 place to sign is on these pages", "{n} places to sign are on these pages")
            yield StateRow(Mark.NOW, words, say("Look at each in the list and say what it is."))
        else:
            more = say("They are kept with the copy once you have looked.")
            yield StateRow(Mark.IDEA, say("Nobody signs on these pages"), more)
            self.done.setEnabled(code not in review.looked)
            yield row(self.done, None)

    def _look(self) -> None:
        self._review.looked.add(self._code)
        self.looked.emit()


class PagePane(QFrame):
    """A page that was put nowhere: why, how it looks, and the boxes for the code that stands on it.

    ``typed`` carries the code and the page once both can be read.
    """

    typed = Signal(str, int)

    def __init__(self, one: Unplaced, picture: bytes) -> None:
        super().__init__()
        self.code, self.page = QLineEdit(), QLineEdit()
        self.code.setPlaceholderText(say("7K3M-9Q2X"))
        self.page.setPlaceholderText("3")
        self._problem = label("", "error")
        self._problem.hide()
        self.put = button(say("Put it there"), self._put)
        fill(self, QVBoxLayout(self), (*self._parts(one, picture), None), 10, (0, 0, 8, 0))

    def _parts(self, one: Unplaced, picture: bytes) -> Iterator[QWidget]:
        title = one.read.place
        yield column(label(title, "h2"), label(say("It was put nowhere."), "hint"), gap=2)
        yield StateRow(Mark.WARN, one.words)
        if not picture:
            return
        code = asked(self.code, say("Short code"), say("It stands beside the square on the page."))
        page = asked(self.page, say("Page"), say("It stands below the code."))
        yield row(code, page, gap=16)
        yield self._problem
        whole: Callable[[], None] = lambda: WholePage(self.window(), picture, title).open()  # noqa: E731
        yield row(self.put, button(say("Show the whole page…"), whole), None, gap=10)
        shown = PaperPicture(picture, say("The page as it came: {place}", place=title), most=_THUMB)
        yield shown

    def _put(self) -> None:
        """Take what is typed if it is a code and a page; whether it went out is said by where the page is put then."""
        code, number = read_code(self.code.text()), self.page.text().strip()
        if isinstance(code, CodeFault):
            self._refuse(self.code, say("That is no code of a page: {why}.", why=code.value))
        elif not (number.isascii() and number.isdecimal() and 0 < int(number) <= _MOST_PAGES):
            self._refuse(self.page, say("Type the page as a number, such as 3."))
        else:
            self.typed.emit(code, int(number))

    def _refuse(self, line: QLineEdit, words: str) -> None:
        self._problem.setText(words)
        self._problem.show()
        line.setAccessibleDescription(words)
        line.setFocus()
