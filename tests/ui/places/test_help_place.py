# SPDX-License-Identifier: MPL-2.0
"""The help: the same pages as docs/manual, the words explained, and the keys."""

from __future__ import annotations

import manual
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView
from tests.shipped import PROGRAM
from tests.ui.going import facts_of
from tests.ui.walking import cut_words, settle

from evidencepack.library.manual import Group, Points, Steps
from evidencepack.ui.places.help_place import Help
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.where import DOCUMENT, HELP, PACK, Where
from evidencepack.ui.shell.window import Window

_PAGES = [page for page in manual.manual_pages(PROGRAM) if page.name != "glossary"]
_RULES = [page for page in _PAGES if page.group is Group.RULES]
_TO_SEE = [page for page in _PAGES if page not in _RULES[1:]]
"""Pages of rules are all made alike: one of them is looked at."""


def _open(window: Window, part: str = "") -> Help:
    window.open_at(Where(HELP, part=part))
    settle()
    assert isinstance(window.place, Help)
    return window.place


def _seen(place: Help) -> list[str]:
    return [one.text() for one in place.findChildren(QLabel) if one.isVisible()]


def test_it_opens_on_how_to_get_started(window: Window) -> None:
    place = _open(window)

    assert place.title == "Getting started"
    assert "Look round first" in _seen(place)


def test_it_shows_every_page_of_the_manual_whole_and_uncut(window: Window) -> None:
    for page in _TO_SEE:
        place = _open(window, page.name)

        said = _seen(place)
        assert place.title == page.title
        for part in page.parts:
            assert set(part.items if isinstance(part, Points | Steps) else (part.words,)) <= set(said), page.name
        assert cut_words(place) == [], page.name


def test_its_list_names_each_page_once(window: Window) -> None:
    (found,) = _open(window).findChildren(QListView)
    titles = [str(found.model().index(row, 0).data()) for row in range(found.model().rowCount())]

    assert titles[:3] == ["Getting started", "Words explained", "Keyboard"]
    assert all(titles.count(page.title) >= 1 for page in _PAGES)


@pytest.mark.parametrize(("part", "title"), [("keys", "Keyboard"), ("glossary", "Words explained")])
def test_keys_and_words_have_addresses_too(window: Window, part: str, title: str) -> None:
    place = _open(window, part)

    assert (place.title, place.here) == (title, Where(HELP, part=part))


def test_a_page_begins_at_its_top(window: Window) -> None:
    place = _open(window, "paper-mou")
    bar = place._page._pane.verticalScrollBar()
    bar.setValue(bar.maximum())

    _open(window, "paper-dsa")

    assert bar.maximum() > 0
    assert bar.value() == 0


def test_a_page_of_rules_begins_with_the_rule_that_somebody_asks_for(window: Window) -> None:
    place = _open(window, "rules-gv/CHK-GV-05")
    heads = [words for words in _seen(place) if words.startswith("CHK-")]

    assert heads[0].startswith("CHK-GV-05: ")
    assert heads[1].startswith("CHK-GV-01: ")
    assert (place.title, place.here.part) == ("Ways of working", "rules-gv/CHK-GV-05")
    # A long page has its whole height at once, and is not empty for as long as its parts are shown.
    window.open_at(Where(HELP, part="rules-xd"))
    assert place._page._parts.sizeHint().height() > 2 * place.height()


def test_a_long_page_is_read_with_the_keyboard_alone(window: Window) -> None:
    place = _open(window, "paper-mou")
    bar = place._page._pane.verticalScrollBar()
    QTest.keyClick(place._list, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is place._page

    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(place._page, key)
        seen.append(bar.value())

    assert 0 < seen[0] < seen[1] <= seen[2] == bar.maximum()
    assert seen[3] == 0


@pytest.mark.parametrize(("place", "kind", "title"), [(PACK, "", "Pack"), (DOCUMENT, "dsa", "Data sharing agreement")])
def test_f1_opens_the_page_about_what_is_open(window: Window, place: str, kind: str, title: str) -> None:
    record = next(facts_of(window).of_kind(kind)).id if kind else ""
    window.open_at(Where(place, record))
    settle()

    window.run(Command.HELP)
    if place == DOCUMENT:
        # The first time it is the help on the question that opens, beside the form.
        window.run(Command.HELP)

    assert window.place.title == title
