# SPDX-License-Identifier: MPL-2.0
"""Pages are drawn where they are seen, keep their place, and can be made larger and smaller."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.preview.some_pages import HEIGHT, WIDTH, MakePdf

from evidencepack.ui.preview.pages import Pages
from evidencepack.ui.preview.zoom import EDGE, Fit
from evidencepack.usecases.passages import Area


@pytest.fixture
def pages(qtbot: QtBot, make_pdf: MakePdf) -> Iterator[Pages]:
    """A hundred pages in a window for one and a half."""
    made = Pages()
    qtbot.addWidget(made)
    made.resize(324, 600)
    made.show()
    made.show_pdf(make_pdf(100))
    yield made
    made.release()


def drawn(pages: Pages) -> list[int]:
    return [sheet.number for sheet in pages.sheets if sheet.is_drawn]


def test_only_what_is_seen_and_the_pages_beside_it_are_drawn(pages: Pages, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: drawn(pages) == [0, 1, 2])

    pages.go_to_page(50)
    qtbot.waitUntil(lambda: drawn(pages) == [49, 50, 51, 52])

    assert [sheet.number for sheet in pages.sheets if sheet.image is not None] == [49, 50, 51, 52]


def test_the_memory_for_a_hundred_pages_stays_small_however_far_one_scrolls(pages: Pages, qtbot: QtBot) -> None:
    most = 0
    for page in range(0, 100, 7):
        pages.go_to_page(page)
        qtbot.waitUntil(lambda: all(sheet.is_drawn for sheet in pages.seen()))
        most = max(most, sum(sheet.image.sizeInBytes() for sheet in pages.sheets if sheet.image is not None))

    assert most < 5 * 4 * 330 * 440


def test_a_page_is_as_wide_as_the_room(pages: Pages) -> None:
    assert pages.sheets[0].width() == pages.viewport().width() - 2 * EDGE
    assert pages.sheets[0].height() == round(pages.sheets[0].width() * HEIGHT / WIDTH)


def test_a_whole_page_is_seen_when_it_is_to_fit(pages: Pages) -> None:
    pages.resize(600, 300)
    pages.zoom_to(Fit.PAGE)

    assert pages.sheets[0].height() == 300 - 2 * EDGE
    pages.resize(600, 500)
    assert pages.sheets[0].height() == 500 - 2 * EDGE


def test_larger_pages_keep_what_was_in_the_middle(pages: Pages) -> None:
    pages.go_to_page(20)
    place = Area(20, 140.0, 190.0, 10.0, 10.0)
    pages.verticalScrollBar().setValue(pages.place_of(place).center().y() - pages.viewport().height() // 2)

    pages.zoom_to(200)

    middle = pages.viewport().rect().center() + QPoint(0, pages.verticalScrollBar().value())
    assert abs(pages.place_of(place).center().y() - middle.y()) < 30
    assert pages.is_seen(place)


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(pages: Pages) -> None:
    before = pages.scale

    turn(pages, -120, Qt.KeyboardModifier.NoModifier)
    assert (pages.scale, pages.verticalScrollBar().value() > 0) == (before, True)

    turn(pages, 60, Qt.KeyboardModifier.ControlModifier)
    assert pages.scale == before
    turn(pages, 60, Qt.KeyboardModifier.ControlModifier)
    assert pages.scale > before
    turn(pages, -120, Qt.KeyboardModifier.ControlModifier)
    turn(pages, -120, Qt.KeyboardModifier.ControlModifier)
    assert pages.scale < before


def test_new_pages_stand_where_the_old_ones_stood_which_stay_until_then(
    pages: Pages, qtbot: QtBot, make_pdf: MakePdf
) -> None:
    pages.go_to_page(10)
    qtbot.waitUntil(lambda: all(sheet.is_drawn for sheet in pages.seen()))
    at, old = pages.verticalScrollBar().value(), pages.sheets[10].image

    pages.show_pdf(make_pdf(60))

    assert pages.verticalScrollBar().value() == at
    assert pages.sheets[10].image is old
    assert not pages.sheets[10].is_drawn
    qtbot.waitUntil(lambda: all(sheet.is_drawn for sheet in pages.seen()))
    assert pages.sheets[10].image is not old


def test_pages_that_are_gone_are_gone(pages: Pages, make_pdf: MakePdf) -> None:
    pages.go_to_page(99)
    pages.show_pdf(make_pdf(2))

    assert (pages.page_count, len(pages.sheets)) == (2, 2)
    assert pages.page <= 1
    assert pages.sheets[1].accessibleName() == "Page 2 of 2"


def test_the_page_that_is_read_is_the_one_at_the_head_and_the_last_can_be_gone_to(pages: Pages) -> None:
    assert pages.page == 0
    pages.go_to_page(3)
    assert pages.page == 3
    pages.go_to_page(99)
    assert pages.page == 99


def test_a_place_that_is_seen_is_not_scrolled_to_and_another_is(pages: Pages) -> None:
    pages.reveal(Area(0, 40, 40, 20, 10))
    assert pages.verticalScrollBar().value() == 0

    pages.reveal(Area(30, 40, 40, 20, 10))
    assert pages.is_seen(Area(30, 40, 40, 20, 10))


def test_pages_that_are_hidden_are_not_drawn(qtbot: QtBot, make_pdf: MakePdf) -> None:
    hidden = Pages()
    qtbot.addWidget(hidden)
    hidden.show_pdf(make_pdf(3))
    qtbot.wait(50)
    assert drawn(hidden) == []

    hidden.show()
    qtbot.waitUntil(lambda: drawn(hidden) != [])
    hidden.release()


def turn(pages: Pages, angle: int, held: Qt.KeyboardModifier) -> None:
    place = QPointF(150, 200)
    event = QWheelEvent(
        place, place, QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(pages.viewport(), event)
