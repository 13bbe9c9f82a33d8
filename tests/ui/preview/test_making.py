# SPDX-License-Identifier: MPL-2.0
"""The pages beside a form, in the window: they follow what is typed, lead back to it, and never hold it up."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot
from tests.ui.going import PATIENCE, facts_of, open_document

from evidencepack.domain.record import Facts
from evidencepack.ui.places.document_place import Document
from evidencepack.ui.preview import pane as pane_module
from evidencepack.ui.preview.limits import Share
from evidencepack.ui.room import Room
from evidencepack.ui.shell.where import DOCUMENT
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.previewing import Asker, OvertakenError, Preview

Key = Qt.Key


@pytest.fixture
def room(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Room:
    """A narrative of one page, with its pages beside it; marks of change stay as long as the test."""
    monkeypatch.setattr(pane_module, "STANDS", 3_600_000)
    made = open_document(window, next(facts_of(window).of_kind("narrative")).id)
    qtbot.waitUntil(lambda: made.preview.pages.page_count > 0)
    return made


def waits(room: Room) -> bool:
    """Whether pages wait to be begun, or to be shown until the pause is long enough."""
    return any(timer.isActive() for timer in room.making.findChildren(QTimer))


def path_of(room: Room, field: str) -> str:
    return f"{room.record_id}/{field}"


def click_words(room: Room, path: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
    """Click the last line of an answer on its page; return the words there."""
    pages = room.preview.pages
    passage = pages.layout_now.showing(path)[0]
    spot = [one for one in pages.layout_now.passages[passage].spots if path in one.paths][-1]
    pages.reveal(spot.area)
    place = pages.place_of(spot.area).center() - pages.sheets[spot.area.page].pos()
    QTest.mouseClick(pages.sheets[spot.area.page], Qt.MouseButton.LeftButton, held, QPoint(place))
    return spot.text


def box() -> QPlainTextEdit:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPlainTextEdit)
    return focus


def words(room: Room) -> str:
    return " ".join(one.text() for one in room.preview.findChildren(QLabel) if one.isVisible())


def test_typing_marks_the_words_on_the_page_and_keeps_the_keyboard(room: Room, qtbot: QtBot) -> None:
    room.go_to_step(1)
    edit = box()
    QTest.keyClick(edit, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)

    QTest.keyClicks(edit, "Quite plainly ")
    qtbot.waitUntil(lambda: bool(room.preview.pages.marks.changed))

    assert QApplication.focusWidget() is edit
    pages = room.preview.pages
    (first, *_) = pages.layout_now.areas(pages.layout_now.showing(path_of(room, "p1_purpose"))[0])
    (changed, *_) = pages.marks.changed
    assert (changed.x, changed.y) == (first.x, first.y)
    assert pages.is_seen(changed)
    assert pages.marks.focus[0] == first
    assert "Changed on page 1." in words(room)


def test_the_page_scrolls_to_the_question_that_has_the_keyboard(room: Room) -> None:
    pages = room.preview.pages
    pages.zoom_to(300)
    seen = {}
    for step in (1, 4):
        room.go_to_step(step)
        seen[step] = pages.marks.focus
        assert any(map(pages.is_seen, seen[step]))

    assert seen[1] != seen[4]


def test_a_click_on_a_sentence_puts_the_cursor_into_its_question(room: Room) -> None:
    said = click_words(room, path_of(room, "p3_governance"))

    assert room.step == 3
    assert box().textCursor().position() == box().toPlainText().index(said.strip()) > 0


def test_ctrl_and_a_click_shows_the_question_and_stays(room: Room) -> None:
    click_words(room, path_of(room, "p2_delivery"), Qt.KeyboardModifier.ControlModifier)

    assert room.step == 2
    assert QApplication.focusWidget() is room.preview.pages


def test_by_keyboard_one_goes_to_the_pages_from_answer_to_answer_and_to_its_question(
    window: Window, room: Room
) -> None:
    room.go_to_step(1)
    for _ in range(6):
        if QApplication.focusWidget() is not room.preview.pages:
            QTest.keyClick(QApplication.focusWidget() or window, Key.Key_F6)
    pages = room.preview.pages
    assert QApplication.focusWidget() is pages

    for _ in pages.layout_now.stops:
        if not is_chosen(room, "p4_evidence"):
            QTest.keyClick(pages, Key.Key_Down)
    QTest.keyClick(pages, Key.Key_Return)

    assert room.step == 4
    asked = box()
    pages.setFocus()
    QTest.keyClick(pages, Key.Key_Escape)
    assert QApplication.focusWidget() is asked


def is_chosen(room: Room, field: str) -> bool:
    layout = room.preview.pages.layout_now
    return room.preview.pages.marks.chosen[0] in layout.areas(layout.showing(path_of(room, field))[0])


def test_words_that_another_form_asks_for_lead_there_and_back(window: Window, room: Room) -> None:
    partner = next(path for _, path in room.preview.pages.layout_now.stops if room.record_id not in path)

    click_words(room, partner)

    assert window.place.property("place") != DOCUMENT
    QTest.keyClick(window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.place.property("place") == DOCUMENT


def test_hiding_the_pages_is_remembered_for_every_document(window: Window, room: Room) -> None:
    QTest.keyClick(window, Key.Key_F8)
    assert room.preview.isHidden()
    assert not window.chosen.now.preview

    other = open_document(window, next(facts_of(window).of_kind("mou")).id)
    assert other.preview.isHidden()
    QTest.keyClick(window, Key.Key_F8)
    assert not other.preview.isHidden()
    assert window.chosen.now.preview


def test_small_pages_are_remembered_too(window: Window, room: Room) -> None:
    room.preview.bar.strip.click()
    other = open_document(window, next(facts_of(window).of_kind("mou")).id)

    assert window.chosen.now.small_pages
    assert not other.preview.strip.isHidden()


def test_in_a_narrow_window_the_pages_take_the_place_of_the_form_and_a_sentence_gives_it_back(
    window: Window, room: Room
) -> None:
    window.resize(900, 560)
    assert room.preview.isHidden()

    QTest.keyClick(window, Key.Key_F8)
    assert not room.preview.isHidden()
    assert not room.page.isVisible()
    assert QApplication.focusWidget() is room.preview.pages
    click_words(room, path_of(room, "p2_delivery"))

    assert room.page.isVisible()
    assert room.preview.isHidden()
    assert box().isVisible()
    assert window.chosen.now.preview
    ways: list[Callable[[], None]] = [room.preview.pages.left_by_key.emit, partial(room.go_to_step, 3)]
    for back in ways:
        QTest.keyClick(window, Key.Key_F8)
        assert not room.page.isVisible()
        back()
        assert room.page.isVisible()


def test_typing_is_never_held_up_and_only_the_latest_pages_are_shown(
    window: Window, room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, asked, shown = threading.Event(), list[str](), list[Preview]()
    printed = room.making._printer

    def slow(facts: Facts, record: str, asker: Asker) -> Preview:
        asked.append(str(facts.records[record].answers["p1_purpose"]))
        gate.wait(PATIENCE / 1000)
        return printed(facts, record, asker)

    monkeypatch.setattr(room.making, "_printer", slow)
    monkeypatch.setattr(room.preview, "show_preview", keeping(shown, room.preview.show_preview))
    room.go_to_step(1)
    edit = box()
    for word in ("One ", "Two ", "Three "):
        QTest.keyClicks(edit, word)
        qtbot.waitUntil(lambda: not waits(room))
    assert shown == []
    gate.set()
    qtbot.waitUntil(lambda: bool(shown))

    assert "Three" in shown[-1].layout.text_of(0)
    assert len(shown) == 1
    assert asked[-1].count("Three") == 1
    del window


def test_pages_are_begun_in_a_short_pause_and_shown_in_a_longer_one(
    room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidencepack.ui.preview.making.PREVIEW_AFTER", 3_600_000)
    shown, made = list[Preview](), list[Preview]()
    printed = room.making._printer

    def noting(facts: Facts, record: str, asker: Asker) -> Preview:
        made.append(printed(facts, record, asker))
        return made[-1]

    monkeypatch.setattr(room.making, "_printer", noting)
    monkeypatch.setattr(room.preview, "show_preview", shown.append)
    room.go_to_step(1)
    QTest.keyClicks(box(), "Ahead ")
    qtbot.waitUntil(lambda: room.making._ready is not None)
    assert shown == []

    room.making._pause.timeout.emit()

    assert shown == [made[-1]]
    assert "Ahead" in shown[-1].layout.text_of(0)


def test_pages_of_words_that_were_changed_meanwhile_are_not_made_to_the_end(
    room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, gate, ended = threading.Event(), threading.Event(), list[str]()
    printed = room.making._printer

    def slow(facts: Facts, record: str, asker: Asker) -> Preview:
        begun.set()
        gate.wait(PATIENCE / 1000)
        try:
            made = printed(facts, record, asker)
        except OvertakenError:
            ended.append("overtaken")
            raise
        ended.append(made.layout.text_of(0))
        return made

    monkeypatch.setattr(room.making, "_printer", slow)
    room.go_to_step(1)
    QTest.keyClicks(box(), "Wombat ")
    qtbot.waitUntil(begun.is_set)
    QTest.keyClicks(box(), "Quokka ")
    gate.set()
    qtbot.waitUntil(lambda: "Quokka" in room.preview.pages.layout_now.text_of(0))

    assert ended[0] == "overtaken"
    assert "Quokka" in ended[-1]
    assert "These pages are old" not in words(room)


def keeping(shown: list[Preview], show: Callable[[Preview], None]) -> Callable[[Preview], None]:
    def both(preview: Preview) -> None:
        shown.append(preview)
        show(preview)

    return both


def test_a_fault_is_said_in_words_and_the_next_pages_are_as_good_as_ever(
    room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = room.making._printer

    def broken(*_: object) -> Preview:
        raise ZeroDivisionError("of a tester")

    monkeypatch.setattr(room.making, "_printer", broken)
    room.making.make()
    qtbot.waitUntil(lambda: "These pages are old" in words(room))
    assert "Something went wrong in the program. Your words are saved; you can go on." in words(room)
    assert room.preview.pages.page_count > 0

    monkeypatch.setattr(room.making, "_printer", printed)
    room.making.make()
    qtbot.waitUntil(lambda: "These pages are old" not in words(room))


def test_what_the_pack_leaves_is_asked_once_for_a_tender_with_a_limit(
    window: Window, room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = window.place
    assert isinstance(place, Document)
    assert room._sharing.isActive()
    monkeypatch.setattr("evidencepack.ui.preview.measuring.ask_share", lambda *_: Share(1, 1, 39))
    room.share_wanted.emit()

    qtbot.waitUntil(lambda: "The pack has 40 of its 1 sides." in words(room))


def test_pages_that_come_when_the_document_is_closed_are_shown_nowhere(
    window: Window, room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, ended, shown = threading.Event(), list[str](), list[Preview]()
    printed = room.making._printer

    def slow(facts: Facts, record: str, asker: Asker) -> Preview:
        gate.wait(PATIENCE / 1000)
        return printed(facts, record, asker)

    monkeypatch.setattr(room.making, "_printer", slow)
    monkeypatch.setattr(room.preview, "show_preview", shown.append)
    room.making.make()
    qtbot.waitUntil(lambda: not waits(room))
    window.place.close_place()
    gate.set()
    window.place.context.tasks.submit("after", str, done=ended.append, failed=lambda _: None)
    qtbot.waitUntil(lambda: bool(ended))

    assert shown == []


def test_pages_that_are_hidden_are_not_made_and_come_when_they_are_shown(
    window: Window, room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Facts] = []
    printed = room.making._printer

    def noting(facts: Facts, record: str, asker: Asker) -> Preview:
        asked.append(facts)
        return printed(facts, record, asker)

    monkeypatch.setattr(room.making, "_printer", noting)
    QTest.keyClick(window, Key.Key_F8)
    room.go_to_step(1)
    QTest.keyClicks(box(), "Hidden ")
    qtbot.waitUntil(lambda: not waits(room))
    assert asked == []

    QTest.keyClick(window, Key.Key_F8)
    qtbot.waitUntil(lambda: "Hidden" in room.preview.pages.layout_now.text_of(0))
    assert len(asked) == 1
