# SPDX-License-Identifier: MPL-2.0
"""What is said round the pages: how many, what has changed, whether they are old; and how large they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.preview.some_pages import MakePdf, layout_of_pages
from tests.ui.walking import cut_words, settle, too_small, unnamed

from evidencepack.ui.look import look
from evidencepack.ui.preview.limits import Share
from evidencepack.ui.preview.pane import PreviewPane
from evidencepack.ui.preview.zoom import Fit
from evidencepack.usecases.passages import Area
from evidencepack.usecases.preferences import Preferences
from evidencepack.usecases.previewing import Preview

CHANGED = (Area(1, 40, 100, 60, 12),)


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[PreviewPane]:
    made = PreviewPane(lambda path: f"Question {path}")
    qtbot.addWidget(made)
    made.resize(400, 560)
    made.show()
    yield made
    made.close_pane()


@pytest.fixture
def five(make_pdf: MakePdf) -> Preview:
    return Preview(make_pdf(5), 5, layout_of_pages(5))


@pytest.fixture
def wear() -> Iterator[Callable[[Preferences], None]]:
    """Put settings on for a test."""
    yield look().wear
    look().wear(Preferences())


def words(pane: PreviewPane) -> str:
    return " ".join(one.text() for one in pane.findChildren(QLabel) if one.isVisible() and one.text())


def press(pane: PreviewPane, name: str) -> None:
    found = next(one for one in pane.findChildren(QPushButton) if one.text().strip() == name)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_it_says_that_pages_are_being_made_and_then_how_many_there_are(pane: PreviewPane, five: Preview) -> None:
    assert "The pages are being made…" in words(pane)

    pane.show_preview(five)

    assert "Page 1 of 5" in words(pane)
    assert "5 pages." in words(pane)


@pytest.mark.parametrize("calm", [True, False])
def test_what_has_changed_is_marked_and_said_for_a_while(
    pane: PreviewPane, five: Preview, qtbot: QtBot, wear: Callable[[Preferences], None], *, calm: bool
) -> None:
    wear(Preferences(fewer_movements=calm))
    pane._standing.setInterval(1)
    pane.show_preview(five)
    first = pane.before
    newer = replace(five, layout=layout_of_pages(5), changed=CHANGED)

    pane.show_preview(newer)

    assert pane.pages.marks.changed == CHANGED
    assert "Changed on page 2. 5 pages." in words(pane)
    assert pane.before is first
    qtbot.waitUntil(lambda: pane.pages.marks.changed == ())
    assert "Changed" not in words(pane)
    assert pane.before is newer.layout


def test_what_is_typed_in_one_go_is_marked_as_one(pane: PreviewPane, five: Preview) -> None:
    pane.show_preview(five)
    pane.show_preview(replace(five, layout=layout_of_pages(5), changed=CHANGED))
    pane.show_preview(replace(five, layout=layout_of_pages(5), changed=CHANGED))

    assert pane.before is five.layout


def test_an_edit_that_was_taken_back_leaves_no_mark(pane: PreviewPane, five: Preview) -> None:
    pane.show_preview(five)
    pane.show_preview(replace(five, layout=layout_of_pages(5), changed=CHANGED))
    again = replace(five, layout=layout_of_pages(5))
    pane.show_preview(again)

    assert pane.pages.marks.changed == ()
    assert pane.before is again.layout


def test_pages_that_cannot_be_made_say_why_and_the_old_ones_stay_marked_as_old(
    pane: PreviewPane, five: Preview, qtbot: QtBot
) -> None:
    pane.show_preview(five)
    white = pane.pages.sheets[0].grab().toImage().pixelColor(100, 300).lightness()

    pane.show_problem("The character “𓀀” cannot be printed.")

    assert pane.pages.page_count == 5
    assert "These pages are old The character “𓀀” cannot be printed." in words(pane)
    assert pane.pages.sheets[0].grab().toImage().pixelColor(100, 300).lightness() < white
    with qtbot.waitSignal(pane.wanted_again):
        press(pane, "Try again")
    pane.show_preview(five)
    assert "old" not in words(pane)


def test_a_problem_before_the_first_pages_does_not_speak_of_old_ones(pane: PreviewPane) -> None:
    pane.show_problem("The logo cannot be read.")

    assert "There are no pages yet" in words(pane)


def test_what_takes_a_moment_is_not_spoken_of_and_what_takes_longer_is(
    pane: PreviewPane, five: Preview, qtbot: QtBot
) -> None:
    pane.show_preview(five)
    pane.show_waiting()
    assert "being made" not in words(pane)

    qtbot.waitUntil(lambda: "The new pages are being made…" in words(pane))
    pane.show_preview(five)
    assert "being made" not in words(pane)


def test_a_limit_is_shown_on_the_pages_and_said_below_them(pane: PreviewPane, five: Preview) -> None:
    pane.show_preview(replace(five, limit=3))
    assert "5 pages. 2 pages too many." in words(pane)

    pane.show_preview(five)
    pane.show_share(Share(limit=40, before=38, others=38))
    assert "The pack has 43 of its 40 sides." in words(pane)
    pane.show_share(None)
    assert "40" not in words(pane)


def test_buttons_and_the_menu_make_pages_larger_and_smaller(pane: PreviewPane, five: Preview) -> None:
    pane.show_preview(five)
    fit = pane.pages.scale

    pane.bar.larger.click()
    assert pane.pages.scale > fit
    assert pane.bar.size_button.accessibleName() == f"Size of the pages: {pane.pages.zoom} %"
    pane.bar.smaller.click()
    pane.bar.smaller.click()
    assert pane.pages.scale < fit
    menu = pane.bar._menu.actions()
    menu[0].trigger()
    assert (pane.pages.zoom, pane.pages.scale) == (Fit.WIDTH, fit)
    menu[-1].trigger()
    assert pane.pages.zoom == 300
    assert not pane.bar.larger.isEnabled()


def test_small_pages_go_to_the_pages_they_show(pane: PreviewPane, five: Preview, qtbot: QtBot) -> None:
    pane.show_preview(five)
    pane.bar.strip.click()
    assert pane.strip.isVisible()
    pane.strip.setFocus()

    QTest.keyClick(pane.strip, Qt.Key.Key_Down)
    QTest.keyClick(pane.strip, Qt.Key.Key_Down)
    assert pane.pages.page == 2
    QTest.keyClick(pane.strip, Qt.Key.Key_End)
    assert pane.pages.page == 4
    pane.pages.go_to_page(0)
    assert pane.strip.currentIndex().row() == 0
    qtbot.waitUntil(lambda: pane.strip.currentIndex().data(Qt.ItemDataRole.UserRole) is not None)


def test_small_pages_say_their_number_and_whether_they_are_past_a_limit(pane: PreviewPane, five: Preview) -> None:
    pane.show_preview(replace(five, limit=4))
    model = pane.strip.model()
    role = Qt.ItemDataRole.AccessibleTextRole

    assert model.index(3, 0).data(role) == "Page 4 of 5"
    assert model.index(4, 0).data(role) == "Page 5 of 5, past the limit"


def test_words_are_told_for_a_moment(pane: PreviewPane, five: Preview, qtbot: QtBot) -> None:
    pane.show_preview(five)

    pane.pages.fixed.emit()

    assert "No question asks for these words." in words(pane)
    pane._telling.start(1)
    qtbot.waitUntil(lambda: "No question" not in words(pane))


@pytest.mark.parametrize("size", [100, 200])
def test_everything_has_a_name_and_room(
    pane: PreviewPane, five: Preview, size: int, wear: Callable[[Preferences], None]
) -> None:
    wear(Preferences(text_size=size))
    pane.resize(400 * size // 100, 560)
    pane.show_preview(five)
    pane.bar.strip.setChecked(True)
    pane.show_problem("The character “𓀀” in “Which area do you cover?” cannot be printed. Write it another way.")
    settle()

    assert unnamed(pane) == []
    assert cut_words(pane) == []
    assert too_small(pane) == []
