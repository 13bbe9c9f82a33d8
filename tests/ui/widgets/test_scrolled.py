# SPDX-License-Identifier: MPL-2.0
"""A dialog with much to say stays within its window, keeps its buttons in sight, and scrolls by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evidencepack.ui.look import look
from evidencepack.ui.widgets.parts import Pane, button, column, label, row
from evidencepack.ui.widgets.scrolled import ScrolledDialog


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    """A window of 700 by 500 pixels, which holds its dialogs."""
    look()
    made = QWidget()
    made.resize(700, 500)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def dialog(parent: QWidget, lines: int) -> ScrolledDialog:
    made = ScrolledDialog(parent, "What came of it", wide=560)
    page = column(*[label(f"Line {number} of what came of it") for number in range(lines)], None, name="page")
    made.lay_out([label("It is done", "h2")], page, row(None, button("Close", made.accept)))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # it goes with its window
    made.open()
    return made


@pytest.mark.parametrize("lines", [3, 60])
def test_it_is_as_high_as_its_words_while_there_is_room(qtbot: QtBot, parent: QWidget, lines: int) -> None:
    scrolls = lines > 10
    made = dialog(parent, lines)
    pane, close = made.findChild(Pane), made.findChild(QPushButton)
    assert pane is not None
    assert close is not None
    bar = pane.verticalScrollBar()
    qtbot.waitUntil(lambda: (bar.maximum() > 0) == scrolls, timeout=60_000)
    assert made.height() <= 500
    assert made.rect().contains(close.mapTo(made, close.rect().bottomRight()))
    QTest.keyClick(made, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(made, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(made, Qt.Key.Key_PageDown)
    assert (bar.value() > 0) == scrolls
    made.close()
