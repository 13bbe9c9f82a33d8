# SPDX-License-Identifier: MPL-2.0
"""Every place of the registry, as it is met: at every size, in every set of colours, by keyboard, and by its names."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.going import come_forward, facts_of, room_of
from tests.ui.walking import cut_words, missed, settle, stops, too_small, too_wide, unnamed

from evidencepack.ui.look import colour
from evidencepack.ui.places.settings.settings_place import PAGES
from evidencepack.ui.shell.navigation import NavList
from evidencepack.ui.shell.registry import PLACES, Entry
from evidencepack.ui.shell.where import ALL_TENDERS, CHECK, DOCUMENT, DOCUMENTS, HELP, HISTORY, RECORD, SETTINGS, Where
from evidencepack.ui.shell.window import Window
from evidencepack.ui.steps_menu import steps_menu
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.grid import Grid
from evidencepack.ui.widgets.master_list import MasterList
from evidencepack.usecases.preferences import Colours, Preferences

_SIZES = {"wide": (1366, 768), "125 %": (1093, 614), "200 %": (960, 540), "smallest": (860, 500)}
_NAMES = [entry.place for entry in PLACES]
_LISTED = [entry for entry in PLACES if not entry.inside]

_MADE = "stays for the next test"

every_place = pytest.mark.parametrize("place", _NAMES)
place_by_place = pytest.mark.parametrize("place", _NAMES, scope="module")
"""For tests that leave a place as they find it: they come one after the other, and it is made once for them all."""


@pytest.fixture(autouse=True)
def no_window_is_left() -> None:
    """The one window stays until all of these tests are through."""


@pytest.fixture
def window(one_window: Window) -> Window:
    come_forward(one_window)
    # Places that nobody looks at would be dressed anew with every look, too.
    drop_places(one_window)
    one_window.chosen.take(Preferences())
    one_window.resize(*_SIZES["wide"])
    return one_window


@pytest.fixture
def there(one_window: Window, request: pytest.FixtureRequest, place: str) -> Window:
    """The window at a place."""
    if one_window.property(_MADE) == place:
        come_forward(one_window)
        return one_window
    window: Window = request.getfixturevalue("window")
    go_to(window, place)
    window.setProperty(_MADE, place)
    return window


def drop_places(window: Window) -> None:
    """Go to all tenders, and have nothing left of any other place."""
    window.setProperty(_MADE, "")
    window.open_at(Where(ALL_TENDERS))
    window._drop_places(everywhere=False)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def go_to(window: Window, place: str) -> None:
    """Go to a place; to a form, at the memorandum or an organisation."""
    kinds = {DOCUMENT: "mou", CHECK: "mou", RECORD: "organisation"}
    record = next(facts_of(window).of_kind(kinds[place])).id if place in kinds else ""
    window.open_at(Where(place, record))
    settle()


@every_place
def test_every_control_has_a_name_and_is_large_enough_and_no_words_are_cut(window: Window, place: str) -> None:
    found = {}
    # One that is made in little room has more later, one that is made in much has less.
    for sizes in (("smallest", "125 %"), ("wide", "200 %")):
        drop_places(window)
        window.resize(*_SIZES[sizes[0]])
        go_to(window, place)
        for size in sizes:
            window.resize(*_SIZES[size])
            settle()
            assert window.size().toTuple() == _SIZES[size]
            found[size] = [*unnamed(window), *too_small(window), *cut_words(window), *too_wide(window)]

    assert found == {size: [] for size in _SIZES}


def test_no_words_are_cut_when_text_is_twice_as_large(window: Window) -> None:
    # One test for all places: a new look costs more than they do.
    window.chosen.take(Preferences(text_size=200))
    found = {}
    for place in _NAMES:
        go_to(window, place)
        found[place] = cut_words(window) + too_wide(window)
        for page in _pages_of(window):
            window.open_at(Where(place, part=page))
            settle()
            found[f"{place} {page}"] = cut_words(window) + too_wide(window)

    assert {place: cut for place, cut in found.items() if cut} == {}
    assert len(found) > len(_NAMES) + len(PAGES)


def _pages_of(window: Window) -> list[str]:
    """The pages of a place that has a list of them: of those that are made alike, the first and the longest."""
    if window.place.here.place == SETTINGS:
        return [page.name for page in PAGES]
    if window.place.here.place == HELP:
        names = [one.id for one in window.place.findChildren(MasterList)[0].entries.entries if one.id]
        return [*names[:4], *(name for name in names if name.endswith(("mou", "dsa")))]
    return []


def test_with_text_twice_as_large_the_papers_and_the_steps_are_still_read(window: Window) -> None:
    window.chosen.take(Preferences(text_size=200))
    go_to(window, DOCUMENTS)
    grid = window.place.findChild(Grid)
    assert grid is not None
    names = grid.cells.rows
    seen = [
        at for at in range(len(names)) if grid.rowViewportPosition(at) + grid.rowHeight(at) <= grid.viewport().height()
    ]
    heads = [
        at for at in range(1, len(grid.cells.columns)) if 0 <= grid.columnViewportPosition(at) < grid.viewport().width()
    ]
    assert len(seen) >= 4
    # What scrolls sideways begins with whole columns.
    assert all(grid.columnViewportPosition(at) + grid.columnWidth(at) <= grid.viewport().width() for at in heads)

    go_to(window, DOCUMENT)
    room = room_of(window)
    assert not room.rail.isVisible()
    menu = steps_menu(room, room.rail.standings, room.step, room.go_to_step, ())
    assert [one.text() for one in menu.actions()] == [
        f"{at}  {step.title}" for at, step in enumerate(room.rail.steps, start=1)
    ]
    menu.actions()[2].trigger()
    assert room.step == 2
    go_to(window, ALL_TENDERS)


def test_icons_of_the_header_grow_with_the_text(window: Window) -> None:
    go_to(window, ALL_TENDERS)
    small = {
        one: one.iconSize().width() for one in window.header.findChildren(QAbstractButton) if not one.icon().isNull()
    }

    window.chosen.take(Preferences(text_size=200))

    assert small
    assert {one: one.iconSize().width() for one in small} == {one: 2 * wide for one, wide in small.items()}


@pytest.mark.parametrize(("size", "text"), [((1366, 768), 100), ((1366, 768), 200), ((860, 500), 200)])
def test_every_place_of_the_navigation_is_in_sight_or_scrolled_to(
    window: Window, size: tuple[int, int], text: int
) -> None:
    window.resize(*size)
    window.chosen.take(Preferences(text_size=text))
    go_to(window, _NAMES[0])

    for places in window.findChildren(NavList):
        hidden = places.sizeHint().height() > places.height()
        assert hidden == places.verticalScrollBar().isVisible()
        assert not hidden or size != (1366, 768)


@pytest.mark.parametrize("colours", [Colours.LIGHT, Colours.DARK, Colours.CONTRAST])
def test_every_place_wears_the_colours_that_are_on(window: Window, colours: Colours) -> None:
    window.chosen.take(Preferences(colours=colours))
    found = {}
    for place in _NAMES:
        go_to(window, place)
        found[place] = _wears_its_colours(window)

    assert found == dict.fromkeys(_NAMES, True)


def test_what_is_open_takes_on_other_colours(window: Window) -> None:
    window.chosen.take(Preferences(colours=Colours.LIGHT))
    go_to(window, DOCUMENT)

    window.chosen.take(Preferences(colours=Colours.DARK))
    settle()

    assert _wears_its_colours(window)


def _wears_its_colours(window: Window) -> bool:
    seen = window.grab().toImage()
    counted = {colour(ink).name(): 0 for ink in (Ink.WINDOW, Ink.SURFACE, Ink.NAV)}
    for x in range(2, seen.width(), 9):
        for y in range(2, seen.height(), 9):
            name = seen.pixelColor(x, y).name()
            counted[name] = counted.get(name, 0) + 1
    usual = max(counted, key=lambda name: counted[name])
    grounds = {colour(ink).name() for ink in (Ink.WINDOW, Ink.SURFACE, Ink.DESK, Ink.PAPER)}
    return usual in grounds and counted[colour(Ink.NAV).name()] > 20


@place_by_place
def test_tab_comes_to_everything_and_goes_on_as_one_reads(there: Window) -> None:
    assert missed(there) == []
    back = [
        f"{_top(one)} {one.accessibleName()!r} -> {_top(after)} {after.accessibleName()!r}"
        for one, after in pairwise(stops(there.place))
        if one.parentWidget() is after.parentWidget() and _top(after) < _top(one) and _left(after) <= _left(one)
    ]
    assert back == []


@place_by_place
def test_f6_goes_round_the_parts_and_comes_back(there: Window) -> None:
    QTest.keyClick(there, Qt.Key.Key_F6)
    first = QApplication.focusWidget()
    seen: list[QWidget | None] = []
    while len(seen) < 20 and (not seen or seen[-1] is not first):
        QTest.keyClick(QApplication.focusWidget() or there, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())

    assert seen[-1] is first
    assert any(one is not None and there.place.isAncestorOf(one) for one in seen)
    assert any(one is not None and there.navigation.isAncestorOf(one) for one in seen)


@every_place
def test_coming_back_finds_it_as_it_was_left(window: Window, place: str, qtbot: QtBot) -> None:
    window.resize(*_SIZES["smallest"])
    go_to(window, place)
    inside = stops(window.place)
    target = inside[min(1, len(inside) - 1)]
    target.setFocus()
    settle()
    if place == HISTORY:  # who changed what is read in a while, and the newest of it chosen
        qtbot.waitUntil(lambda: bool(window.place.here.part))
    left = window.place.here
    go_to(window, ALL_TENDERS if place != ALL_TENDERS else DOCUMENTS)

    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()

    assert window.place.here == left
    assert QApplication.focusWidget() is target or place in {DOCUMENT, RECORD}
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.place.property("place") != place


@place_by_place
def test_it_says_where_one_is(there: Window, place: str) -> None:
    assert there.place.title
    assert there.windowTitle().startswith(there.place.title)
    assert there.place.crumbs[-1].where is None
    assert there.place.here.place == place


@pytest.mark.parametrize("entry", [entry for entry in _LISTED if entry.key], ids=lambda entry: entry.place)
def test_a_key_goes_there(window: Window, entry: Entry) -> None:
    other = DOCUMENTS if entry.place == ALL_TENDERS else ALL_TENDERS
    go_to(window, other)

    QTest.keySequence(window, QKeySequence(entry.key))

    assert window.place.property("place") == entry.place


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("key", [Qt.Key.Key_F10, Qt.Key.Key_Alt], ids=["F10", "Alt"])
def test_the_menu_unfolds_by_key_with_every_place_and_command(window: Window, key: Qt.Key) -> None:
    go_to(window, DOCUMENTS)
    here = QApplication.focusWidget() or window
    QTest.keyClick(here, key)
    menu = window.main_menu.menu
    assert menu.isVisible()
    assert menu.activeAction() is menu.actions()[0]
    groups = [one.menu() for one in menu.actions()]
    assert [one.title() for one in groups if isinstance(one, QMenu)] == ["&File", "&Edit", "&Go", "&View", "&Help"]
    words = {one.text() for group in groups if isinstance(group, QMenu) for one in group.actions()}
    assert {"Print…", "Find anything…", "Take the tour", *(entry.words for entry in _LISTED)} <= words
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def test_alt_with_another_key_unfolds_no_menu(window: Window) -> None:
    go_to(window, DOCUMENTS)
    here = QApplication.focusWidget() or window
    QTest.keyPress(here, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(here, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(QApplication.focusWidget() or window, Qt.Key.Key_Alt)
    assert QApplication.activePopupWidget() is None
    assert window.place.here.place == ALL_TENDERS


def test_where_nothing_is_printed_the_key_says_what_can_be(window: Window) -> None:
    go_to(window, ALL_TENDERS)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    said = window.header.findChild(QLabel, "status")
    assert said is not None
    assert said.text().startswith("Nothing is printed from here.")


class Shown(QObject):
    """Notes every window that appears."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{watched}")
        return False


@every_place
def test_no_part_of_it_is_a_window_of_its_own_for_a_moment(window: Window, place: str) -> None:
    window._drop_places(everywhere=True)
    shown = Shown()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(shown)
    go_to(window, place)
    app.removeEventFilter(shown)

    assert shown.windows == []


def test_the_navigation_lists_the_places_with_names_and_keys(window: Window) -> None:
    lists = (window.navigation.of_tender, window.navigation.everywhere)
    listed = [one.item(at).text() for one in lists for at in range(one.count())]

    assert listed == [entry.words for entry in _LISTED]
    assert len({entry.key for entry in _LISTED}) == len(_LISTED)


def _top(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), widget.rect().topLeft()).y()


def _left(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), widget.rect().topLeft()).x()
