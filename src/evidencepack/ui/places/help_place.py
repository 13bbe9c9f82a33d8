# SPDX-License-Identifier: MPL-2.0
"""Help: the manual, the words of the field in plain English, and the keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from evidencepack.library.glossary import Term, find_terms
from evidencepack.library.manual import Group, Page, read_pages
from evidencepack.library.manual_papers import paper_pages
from evidencepack.library.manual_rules import beginning_with, rule_pages
from evidencepack.paths.resources import resource
from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.look import scaled
from evidencepack.ui.places.help_page import PageView
from evidencepack.ui.places.key_list import key_lists
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.place import Crumb, Place
from evidencepack.ui.shell.where import HELP, Where
from evidencepack.ui.widgets.heading import PageHeading
from evidencepack.ui.widgets.master_list import Entry, MasterList
from evidencepack.ui.widgets.parts import Pane, column, emptied, label
from evidencepack.ui.words import counted, say

_MARGINS = (24, 18, 24, 20)
_LIST = {
    LayoutWidth.WIDE: 276,
    LayoutWidth.MIDDLE: 262,
    LayoutWidth.SLIM: 236,
    LayoutWidth.NARROW: 212,
    LayoutWidth.TIGHT: 196,
}
_GLOSSARY, _KEYS, _FIRST = "glossary", "keys", "getting-started"


class Help(Place):
    """The pages of the help, one at a time: those of the manual, and two that are made for finding."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._pages = {page.name: page for page in _manual(context)}
        self._rule = ""
        self._words = {
            _GLOSSARY: say("Words explained"),
            _KEYS: say("Keyboard"),
            **{name: page.title for name, page in self._pages.items()},
        }
        self._list = MasterList(say("Help"))
        self._frame: QFrame = column(10, self._list, gap=0, margins=(0, 0, 1, 0), name="railframe")
        self._glossary = Glossary(context.work.library.glossary)
        heading = PageHeading(say("Keyboard"), say("Nothing needs a mouse."))
        keys = column(heading, *key_lists(), None, gap=14, margins=_MARGINS, name="page")
        self._page = PageView()
        self._keys = Pane(keys)
        self._stack = QStackedWidget()
        for part in (self._page, self._glossary, self._keys):
            self._stack.addWidget(part)
        self._list.chosen.connect(self._show)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._frame)
        layout.addWidget(self._stack, 1)
        self._list.show_entries(list(self._entries()))

    @property
    def title(self) -> str:
        """What the page is called."""
        return self._words[self._list.current or _FIRST]

    @property
    def crumbs(self) -> Sequence[Crumb]:
        """A page is a level below the help."""
        return (Crumb(say("Help"), Where(HELP)), Crumb(self.title))

    @property
    def here(self) -> Where:
        """The page, and the rule that it begins with."""
        return Where(HELP, part="/".join(filter(None, (self._list.current, self._rule))))

    def arrive(self, where: Where) -> None:
        """Show a page, and put the keyboard into the list of pages; on a page of rules, the rule that is asked for.

        Its part is the name of the page, and behind a stroke the rule: "rules-xd/CHK-XD-06".
        """
        name, _, rule = where.part.partition("/")
        if name:
            self._list.choose(name)
        if rule and name in self._pages:
            self._show(name, rule)
        self._list.setFocus()

    def fit(self, width: LayoutWidth) -> None:
        """Give the list room for the longest names where there is room beside it."""
        super().fit(width)
        self._frame.setFixedWidth(scaled(_LIST[width]))

    def parts(self) -> Sequence[QWidget]:
        """The list, and the page."""
        return (self._frame, self._stack)

    def do(self, command: Command) -> bool:
        """Find a word."""
        if command is Command.FIND_HERE and self._list.current == _GLOSSARY:
            self._glossary.finder.setFocus()
            return True
        return False

    def _entries(self) -> Iterator[Entry]:
        """Yield the lines of the list: what one looks things up in first, then the manual, group by group."""
        for name in (_FIRST, _GLOSSARY, _KEYS):
            yield Entry(name, self._words[name])
        rest = [page for page in self._pages.values() if page.name != _FIRST]
        for group, pages in groupby(rest, key=lambda page: page.group):
            yield Entry("", say(group.value))
            yield from (Entry(page.name, page.title) for page in pages)

    def _show(self, name: str, rule: str = "") -> None:
        self._rule = rule
        if name in self._pages:
            self._page.show_page(beginning_with(self._pages[name], rule) if rule else self._pages[name])
        self._stack.setCurrentWidget({_GLOSSARY: self._glossary, _KEYS: self._keys}.get(name, self._page))
        self.moved.emit()


def _manual(context: Context) -> tuple[Page, ...]:
    from evidencepack.ui.shell.registry import PLACES

    by_hand = read_pages(resource("manual"), [entry.place for entry in PLACES])
    library = context.work.library
    pages = (*by_hand, *paper_pages(library.kinds), *rule_pages(library.rules))
    return tuple(page for group in Group for page in pages if page.group is group)


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
