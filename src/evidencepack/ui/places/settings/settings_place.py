# SPDX-License-Identifier: MPL-2.0
"""The settings: pages at the left, what can be chosen at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.look import scaled
from evidencepack.ui.places.settings.appearance import Appearance
from evidencepack.ui.places.settings.backups_page import BackupsPage
from evidencepack.ui.places.settings.keys_page import KeysPage
from evidencepack.ui.places.settings.organisation_page import OrganisationPage
from evidencepack.ui.places.settings.page import SettingsPage
from evidencepack.ui.places.settings.words_page import WordsPage
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.place import Crumb, Place
from evidencepack.ui.shell.where import SETTINGS, Where
from evidencepack.ui.widgets.master_list import Entry, MasterList
from evidencepack.ui.widgets.parts import column
from evidencepack.ui.words import say

PageMaker: TypeAlias = Callable[[Context], SettingsPage]

_LIST = 210


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the settings: its name in ``Where.part``, its words in the list, and what makes it.

    ``also`` are other words that it is found by.
    """

    name: str
    words: str
    make: PageMaker
    also: str = ""


PAGES = (
    Page("appearance", "Appearance", Appearance, "colours dark light contrast text size typeface movements"),
    Page("organisation", "Your organisation", OrganisationPage, "logo name address"),
    Page("words", "Spelling", WordsPage, "your own words dictionary"),
    Page("backups", "Backups", BackupsPage, "restore file"),
    Page("keyboard", "Keyboard", KeysPage, "keys shortcuts"),
)
"""In the order of the list. Another page is another line here."""


class Settings(Place):
    """One page at a time, each made when it is first looked at."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._pages: dict[str, SettingsPage] = {}
        self._shown = PAGES[0].name
        self._list = MasterList(say("Settings"))
        self._list.show_entries([Entry(page.name, say(page.words)) for page in PAGES])
        self._list.chosen.connect(self._show)
        self._frame: QFrame = column(10, self._list, gap=0, margins=(0, 0, 1, 0), name="railframe")
        self._frame.setFixedWidth(scaled(_LIST))
        self._stack = QStackedWidget()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._frame)
        layout.addWidget(self._stack, 1)
        self._show(self._shown)

    @property
    def title(self) -> str:
        """What the page is called."""
        return next(say(page.words) for page in PAGES if page.name == self._shown)

    @property
    def crumbs(self) -> Sequence[Crumb]:
        """A page is a level below the settings."""
        return (Crumb(say("Settings"), Where(SETTINGS)), Crumb(self.title))

    @property
    def here(self) -> Where:
        """The page."""
        return Where(SETTINGS, part=self._shown)

    def arrive(self, where: Where) -> None:
        """Show a page, and put the keyboard into the list of pages."""
        if any(page.name == where.part for page in PAGES):
            self._list.choose(where.part)
        self._pages[self._shown].refresh()
        self._list.setFocus()

    def fit(self, width: LayoutWidth) -> None:
        """Fold the page."""
        super().fit(width)
        for page in self._pages.values():
            page.fit(width)

    def parts(self) -> Sequence[QWidget]:
        """The list, and the page."""
        return (self._frame, self._stack)

    def _show(self, name: str) -> None:
        if name not in self._pages:
            page = next(page for page in PAGES if page.name == name).make(self.context)
            self._pages[name] = page
            self._stack.addWidget(page)
            page.fit(self.width_class)
        self._shown = name
        self._pages[name].refresh()
        self._stack.setCurrentWidget(self._pages[name])
        self.moved.emit()
