# SPDX-License-Identifier: MPL-2.0
"""From words on a page to their question, by mouse and by keyboard; and the marks on the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.preview.some_pages import MakePdf, layout_of_pages

from evidencepack.ui.preview.marks import Ending, on_paper
from evidencepack.ui.preview.reader import Reader
from evidencepack.ui.preview.zoom import Fit
from evidencepack.ui.tokens import Ink
from evidencepack.usecases.passages import Area

Key, Held = Qt.Key, Qt.KeyboardModifier
CHANGED = Area(0, 40.0, 180.0, 200.0, 12.0)


@pytest.fixture
def reader(qtbot: QtBot, make_pdf: MakePdf) -> Iterator[Reader]:
    """Five pages with an answer and fixed words on each, in a window whose form has the keyboard."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(324, 500)
    made = Reader(lambda path: f"Question {path[-1]}")
    made.setParent(window)
    made.resize(324, 500)
    form = QLineEdit(window)
    window.show()
    form.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    made.show_pdf(make_pdf(5))
    made.show_layout(layout_of_pages(5), (), None)
    yield made
    made.release()


@pytest.fixture
def chosen(reader: Reader) -> list[tuple[tuple[str, ...], bool]]:
    """What was gone to."""
    found: list[tuple[tuple[str, ...], bool]] = []
    reader.chosen.connect(lambda hit, stay: found.append((hit.paths, stay)))
    return found


def click(reader: Reader, page: int, x: float, y: float, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    place = QPoint(round(x * reader.scale), round(y * reader.scale))
    QTest.mouseClick(reader.sheets[page], Qt.MouseButton.LeftButton, held, place)


def press(reader: Reader, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    QTest.keyClick(reader, key, held)


def seen(reader: Reader, page: int, x: float, y: float) -> QColor:
    sheet = reader.sheets[page]
    return sheet.grab().toImage().pixelColor(round(x * reader.scale), round(y * reader.scale))


def test_a_click_on_words_goes_to_what_asks_for_them(
    reader: Reader, chosen: list[tuple[tuple[str, ...], bool]]
) -> None:
    click(reader, 1, 100, 106)
    click(reader, 0, 100, 106, Held.ControlModifier)

    assert chosen == [(("r/f2",), False), (("r/f1",), True)]


def test_a_click_on_words_that_are_always_the_same_says_so(
    reader: Reader, chosen: list[tuple[tuple[str, ...], bool]], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(reader.fixed):
        click(reader, 0, 100, 306)
    with qtbot.assertNotEmitted(reader.fixed):
        click(reader, 0, 100, 380)

    assert chosen == []


def test_arrows_go_from_answer_to_answer_and_enter_to_the_question(
    reader: Reader, chosen: list[tuple[tuple[str, ...], bool]]
) -> None:
    reader.setFocus()
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return, Key.Key_Up, Key.Key_Space, Key.Key_Up, Key.Key_Up):
        press(reader, key)
    press(reader, Key.Key_Enter)

    assert chosen == [(("r/f3",), False), (("r/f2",), True), (("r/f1",), False)]


def test_what_is_gone_to_by_keys_comes_into_the_view_and_has_the_ring(reader: Reader) -> None:
    reader.setFocus()
    for _ in range(4):
        press(reader, Key.Key_Down)

    (area,) = reader.marks.chosen
    assert area.page == 4
    assert reader.is_seen(area)
    across = [seen(reader, 4, area.x - tenth / 10, area.y + 6) for tenth in range(50)]
    assert min(ink.lightness() for ink in across) < 100
    assert max(ink.saturation() for ink in across) > 200


def test_keys_of_zooming_are_the_pages_own_while_they_have_the_keyboard(reader: Reader) -> None:
    elsewhere: list[bool] = []
    shortcut = QShortcut(QKeySequence("Ctrl+0"), reader.window())
    shortcut.activated.connect(lambda: elsewhere.append(True))
    reader.setFocus()
    fit = reader.scale

    press(reader, Key.Key_Plus, Held.ControlModifier)
    larger = reader.scale
    press(reader, Key.Key_Minus, Held.ControlModifier)
    press(reader, Key.Key_Minus, Held.ControlModifier)
    smaller = reader.scale
    press(reader, Key.Key_0, Held.ControlModifier)

    assert larger > fit > smaller
    assert (reader.zoom, reader.scale) == (Fit.WIDTH, fit)
    assert elsewhere == []


def test_escape_leaves_the_pages(reader: Reader, qtbot: QtBot) -> None:
    reader.setFocus()
    with qtbot.waitSignal(reader.left_by_key):
        press(reader, Key.Key_Escape)


def test_home_and_end_go_to_the_first_and_last_page(reader: Reader) -> None:
    reader.setFocus()
    press(reader, Key.Key_End)
    assert reader.page == 4
    assert reader.accessibleName() == "Preview, page 5 of 5"
    press(reader, Key.Key_Home)
    assert reader.accessibleName() == "Preview, page 1 of 5"
    assert "Enter goes to its question" in reader.accessibleDescription()


def test_what_is_typed_has_a_bar_in_the_margin_beside_it_and_is_scrolled_to(reader: Reader) -> None:
    reader.point_at(("r/f4",))

    (area,) = reader.marks.focus
    assert area.page == 3
    assert reader.is_seen(area)
    margin = reader.layout_now.sizes[3][0] * 0.045
    assert margin + 4 < area.x
    assert seen(reader, 3, margin + 1.5, area.y + 6).name() == on_paper(Ink.ACCENT).name()


def test_the_first_name_of_an_answer_that_is_on_the_pages_counts(reader: Reader) -> None:
    reader.point_at(("r/rows/r1/name", "r/f2", "r/f3"))

    assert [area.page for area in reader.marks.focus] == [1]


def test_pages_do_not_run_away_from_whoever_reads_them(reader: Reader) -> None:
    reader.setFocus()
    reader.point_at(("r/f5",))
    reader.show_layout(layout_of_pages(5), (Area(4, 40, 180, 20, 10),), None)

    assert reader.verticalScrollBar().value() == 0


def test_changes_are_marked_by_ground_and_line_and_scrolled_to(reader: Reader) -> None:
    reader.show_layout(layout_of_pages(5), (CHANGED,), None)

    assert seen(reader, 0, 100, 186).name() == on_paper(Ink.MARK).name()
    below = {seen(reader, 0, 100, 190 + tenth / 10).name() for tenth in range(40)}
    assert any(QColor(name).lightness() < 140 for name in below)

    reader.show_layout(layout_of_pages(5), (CHANGED._replace(page=3),), None)
    assert reader.page in {2, 3}
    assert reader.is_seen(CHANGED._replace(page=3))


def test_marks_of_change_fade_and_go(reader: Reader) -> None:
    reader.show_layout(layout_of_pages(5), (CHANGED,), None)
    reader.fade(0.4)
    assert QColor(seen(reader, 0, 100, 186)).lightness() > on_paper(Ink.MARK).lightness()

    reader.fade(0)
    assert reader.marks.changed == ()
    assert seen(reader, 0, 100, 186).name() == "#ffffff"


def test_pages_past_a_limit_are_veiled_and_the_line_says_so(reader: Reader) -> None:
    reader.show_ending(Ending(2, "The limit of 2 pages ends here"))

    assert seen(reader, 1, 150, 250).name() == "#ffffff"
    assert seen(reader, 2, 150, 1).name() == on_paper(Ink.ERROR).name()
    assert seen(reader, 2, 150, 250).lightness() < 245
    assert seen(reader, 3, 150, 250).lightness() < 245
    reader.show_ending(None)
    assert seen(reader, 2, 150, 250).name() == "#ffffff"


def test_words_past_a_limit_are_hatched_behind_a_line_and_the_rest_is_not(reader: Reader) -> None:
    reader.show_ending(Ending(9, "", (Area(1, 120, 240, 60, 20),), "The limit of 5 words ends here"))

    assert seen(reader, 1, 150, 250).lightness() < 245
    assert seen(reader, 1, 90, 250).name() == "#ffffff"
    assert seen(reader, 0, 150, 250).name() == "#ffffff"
    assert QColor(seen(reader, 1, 90, 260)).hsvHue() == on_paper(Ink.ERROR).hsvHue()


def test_old_pages_are_marked_as_old_until_there_are_new_ones(reader: Reader) -> None:
    reader.show_old()
    assert seen(reader, 0, 150, 250).lightness() < 250

    reader.show_layout(layout_of_pages(5), (), None)
    assert seen(reader, 0, 150, 250).name() == "#ffffff"


def test_the_mouse_shows_where_words_lead(reader: Reader) -> None:
    place = QPoint(round(100 * reader.scale), round(106 * reader.scale))
    QTest.mouseMove(reader.sheets[0], place)
    reader.sheets[0].pointed.emit(0, place.toPointF() / reader.scale)

    assert [area.page for area in reader.marks.under] == [0]
    assert reader.sheets[0].cursor().shape() == Qt.CursorShape.PointingHandCursor
    reader.sheets[0].left.emit()
    assert reader.marks.under == ()


def test_a_choice_stays_on_its_answer_when_the_pages_change(
    reader: Reader, chosen: list[tuple[tuple[str, ...], bool]]
) -> None:
    reader.setFocus()
    press(reader, Key.Key_Down)
    fewer = layout_of_pages(5)
    reader.show_layout(replace(fewer, passages=fewer.passages[2:]), (), None)
    press(reader, Key.Key_Return)

    assert chosen == [(("r/f2",), False)]


def test_other_keys_go_on_to_the_window(reader: Reader) -> None:
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Key.Key_9, Held.ControlModifier)
    event.ignore()
    QApplication.sendEvent(reader, event)

    assert not event.isAccepted()


def test_a_choice_that_is_gone_leaves_another_one(reader: Reader, chosen: list[tuple[tuple[str, ...], bool]]) -> None:
    reader.setFocus()
    fewer = layout_of_pages(5)
    reader.show_layout(replace(fewer, passages=fewer.passages[2:]), (), None)
    press(reader, Key.Key_Return)

    assert chosen == [(("r/f2",), False)]


def test_a_page_that_is_seen_can_be_heard(reader: Reader) -> None:
    assert reader.sheets[0].accessibleName() == "Page 1 of 5"
    assert reader.sheets[0].accessibleDescription() == "Answer 1 Always the same"

    reader.go_to_page(3)
    assert reader.sheets[3].accessibleDescription() == "Answer 4 Always the same"
    fewer = layout_of_pages(5)
    reader.show_layout(replace(fewer, passages=fewer.passages[7:]), (), None)
    assert reader.sheets[3].accessibleDescription() == "Always the same"
