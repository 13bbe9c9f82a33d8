# SPDX-License-Identifier: MPL-2.0
"""Spelling while the window is open: read when somebody first writes, asked on the main thread, guessing off it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from evidencepack.errors import EvidencePackError
from evidencepack.library.model import Library
from evidencepack.library.spelling.guesses import guesses
from evidencepack.library.spelling.slips import Slip, find_slips
from evidencepack.library.spelling.speller import Speller
from evidencepack.paths.workspace import own_words_file
from evidencepack.ui.session import Session
from evidencepack.ui.spelling.switch import switch
from evidencepack.ui.tasks import TaskRunner
from evidencepack.ui.words import say
from evidencepack.usecases.spelling import load_speller, names_in, read_own_words, write_own_words

READ_AFTER = 200
"""Milliseconds from the first focus of an answer to reading the dictionary, so that its page is painted before."""


class Checker(QObject):
    """What knows the words. ``changed``: other words are known than before, or checking was turned on or off."""

    changed = Signal()
    noted = Signal(str)
    """The person's own words, or the dictionary, could not be read."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = TaskRunner()
        self._speller: Speller | None = None
        self._own: tuple[str, ...] = ()
        self._known: frozenset[str] = frozenset()
        self._verdicts: dict[str, bool] = {}
        self._names: tuple[object, frozenset[str]] = (None, frozenset())
        self._reading = False
        self._switch = switch()
        self._switch.turned.connect(self.changed)

    @property
    def ready(self) -> bool:
        """Whether words can be asked about: the dictionary is there, and the person wants it."""
        return self._switch.on and self._speller is not None

    def need(self, library: Library) -> None:
        """Have the dictionary read soon; somebody is in an answer."""
        if self._switch.on and self._speller is None and not self._reading:
            self._reading = True
            QTimer.singleShot(READ_AFTER, self, lambda: self._read(library))

    def slips(self, text: str, session: Session, ignored: frozenset[str]) -> tuple[Slip, ...]:
        """Return what may be misspelt in a text; none while the dictionary is not there."""
        if not self.ready:
            return ()
        names = self._names_of(session)
        return tuple(
            slip
            for slip in find_slips(text, lambda word: self._knows(word, names))
            if slip.word.casefold() not in ignored
        )

    def guess(self, word: str, session: Session, done: Callable[[tuple[str, ...]], None]) -> None:
        """Find out what was meant by a word; a newer question takes the place of an older one."""
        speller, own = self._speller, sorted(self._names_of(session) | self._known)
        if speller is not None:
            self._tasks.submit("guesses", lambda: guesses(word, speller, own), done=done, failed=_raise)

    def own_words(self) -> tuple[tuple[str, ...], str]:
        """Return the person's own words as their file has them, and a sentence if it cannot be read."""
        return read_own_words(own_words_file())

    def remove(self, word: str) -> None:
        """Know a word no more.

        Raises:
            CannotWriteError: it is known as before.
        """
        kept, _ = self.own_words()
        self._take(write_own_words(own_words_file(), [one for one in kept if one != word]))

    def add(self, word: str) -> None:
        """Know a word from now on, in every tender.

        Raises:
            CannotWriteError: it is known until the window closes, and not kept.
        """
        # The file may hold words that were never read: the dictionary is read when somebody first writes.
        before, _ = self.own_words()
        self._take((*before, *self._own, word))
        self._own = write_own_words(own_words_file(), self._own)

    def _take(self, words: tuple[str, ...]) -> None:
        self._own = words
        self._known = frozenset(word.replace("’", "'").casefold() for word in words)
        self._verdicts.clear()
        self.changed.emit()

    def _knows(self, word: str, names: frozenset[str]) -> bool:
        known = self._verdicts.get(word)
        if known is None and self._speller is not None:
            known = self._verdicts[word] = self._speller.knows(word, names | self._known)
        return known is not False

    def _names_of(self, session: Session) -> frozenset[str]:
        """Return the names of a tender; reckoned again only when a fact has changed."""
        if self._names[0] is not session.facts:
            names = names_in(session.facts, session.library)
            if names != self._names[1]:
                self._verdicts.clear()
            self._names = (session.facts, names)
        return self._names[1]

    def _read(self, library: Library) -> None:
        self._tasks.submit(
            "read",
            lambda: (load_speller(library), *read_own_words(own_words_file())),
            done=self._have,
            failed=self._have_not,
        )

    def _have(self, read: tuple[Speller, tuple[str, ...], str]) -> None:
        self._speller, own, problem = read
        self._take(own)
        if problem:
            self.noted.emit(problem)

    def _have_not(self, error: Exception) -> None:
        """Go on without spelling where the dictionary is damaged; anything else is a fault of ours."""
        self.noted.emit(say("Spelling cannot be checked: the dictionary is damaged. Install the program again."))
        if not isinstance(error, EvidencePackError | OSError):
            raise error


def checker() -> Checker:
    """Return what checks the spelling of the running application; made when it is first asked for."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("there is no application to check for")
    found: Checker | None = app.findChild(Checker, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found or Checker(app)


def _raise(error: Exception) -> None:
    raise error
