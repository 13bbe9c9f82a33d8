# SPDX-License-Identifier: MPL-2.0
"""Filters: chips beside each other, or a button that unfolds them."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from evidencepack.ui.look import look
from evidencepack.ui.widgets.chips import Chips


def seen(chips: Chips) -> list[str]:
    return [one.text() for one in chips.findChildren(QPushButton) if one.isVisible()]


def test_folded_filters_are_one_button_that_says_which_is_on(qtbot: QtBot) -> None:
    look()
    chips = Chips({"all": "All", "work": "Needs work"})
    qtbot.addWidget(chips)
    chips.count({"all": 34, "work": 1234})
    chips.show()
    assert seen(chips) == ["All 34", "Needs work 1,234"]
    said: list[str] = []
    chips.chosen.connect(said.append)

    chips.fold(folded=True)
    assert seen(chips) == ["All 34"]
    menu = chips.menu()
    assert [(one.text(), one.isChecked()) for one in menu.actions()] == [("All 34", True), ("Needs work 1,234", False)]
    menu.actions()[1].trigger()

    assert (said, chips.on, seen(chips)) == (["work"], "work", ["Needs work 1,234"])
    (folded,) = (one for one in chips.findChildren(QPushButton) if one.isVisible())
    assert folded.accessibleName() == "Shown: Needs work, 1,234"
