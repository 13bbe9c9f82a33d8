# SPDX-License-Identifier: MPL-2.0
"""Help: the words of the field in plain English, and the keys."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from evidencepack.library.glossary import Term, find_terms
from evidencepack.ui.look import scaled
from evidencepack.ui.places.key_list import key_lists
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.place import Crumb, Place
from evidencepack.ui.shell.where import HELP, Where
from evidencepack.ui.widgets.heading import PageHeading
from evidencepack.ui.widgets.master_list import Entry, MasterList
from evidencepack.ui.widgets.parts import Pane, column, emptied, label
from evidencepack.ui.words import counted, say

_LIST, _MARGINS = 210, (24, 18, 24, 20)
_GLOSSARY, _KEYS = "glossary", "keys"


class Help(Place):
    """The pages of the help, one at a time."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._words = {_GLOSSARY: say("Words explained"), _KEYS: say("Keyboard")}
        self._list = MasterList(say("Help"))
        self._list.show_entries([Entry(name, words) for name, words in self._words.items()])
        self._frame: QFrame = column(10, self._list, gap=0, margins=(0, 0, 1, 0), name="railframe")
        self._frame.setFixedWidth(scaled(_LIST))
        self._glossary = Glossary(context.work.library.glossary)
        heading = PageHeading(say("Keyboard"), say("Nothing needs a mouse."))
        keys = column(heading, *key_lists(), None, gap=14, margins=_MARGINS, name="page")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._glossary)
        self._stack.addWidget(Pane(keys))
        self._list.chosen.connect(self._show)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._frame)
        layout.addWidget(self._stack, 1)

    @property
    def title(self) -> str:
        """What the page is called."""
        return self._words[self._list.current or _GLOSSARY]

    @property
    def crumbs(self) -> Sequence[Crumb]:
        """A page is a level below the help."""
        return (Crumb(say("Help"), Where(HELP)), Crumb(self.title))

    @property
    def here(self) -> Where:
        """The page."""
        return Where(HELP, part=self._list.current)

    def arrive(self, where: Where) -> None:
        """Show a page, and put the keyboard into the list of pages."""
        if where.part:
            self._list.choose(where.part)
        self._list.setFocus()

    def parts(self) -> Sequence[QWidget]:
        """The list, and the page."""
        return (self._frame, self._stack)

    def do(self, command: Command) -> bool:
        """Find a word."""
        if command is Command.FIND_HERE and self._list.current == _GLOSSARY:
            self._glossary.finder.setFocus()
            return True
        return False

    def _show(self, name: str) -> None:
        self._stack.setCurrentIndex(list(self._words).index(name))
        self.moved.emit()


class Glossary(QFrame):
    """Every word with what it means, those first that one looks for."""

    def __init__(self, terms: Sequence[Term]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._terms = tuple(terms)
        self.finder = QLineEdit()
        self.finder.setPlaceholderText(say("Find a word"))
        self.finder.setAccessibleName(say("Find a word"))
        self.finder.setClearButtonEnabled(False)
        self.finder.setMaximumWidth(scaled(320))
        self.finder.textChanged.connect(self._show)
        self._count = label("", "small")
        self._found = QFrame()
        self._layout_of_found = QVBoxLayout(self._found)
        self._layout_of_found.setContentsMargins(0, 0, 0, 0)
        self._layout_of_found.setSpacing(10)
        heading = PageHeading(say("Words explained"), say("The words of tenders and care, in plain English."))
        page = column(heading, self.finder, self._count, self._found, None, gap=12, margins=_MARGINS, name="page")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Pane(page))
        self._show("")

    def _show(self, words: str) -> None:
        emptied(self._layout_of_found)
        found = find_terms(self._terms, words.strip()) if words.strip() else self._terms
        self._count.setText(counted(len(found), "1 word", "{n} words"))
        for group, terms in groupby(found, key=lambda term: term.group):
            self._layout_of_found.addWidget(label(group, "h2"))
            for term in terms:
                self._layout_of_found.addWidget(_explained(term))


def _explained(term: Term) -> QFrame:
    first, *others = term.names
    also = f" ({', '.join(others)})" if others else ""
    return column(label(f"{first}{also}", "strong"), label(term.meaning), gap=0)
