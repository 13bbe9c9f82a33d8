# SPDX-License-Identifier: MPL-2.0
"""Words used of the words allowed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from evidencepack.ui.widgets.budget import Budget


@pytest.mark.parametrize(
    ("used", "said"),
    [
        (0, "0 of 1,500 words"),
        (1200, "1,200 of 1,500 words"),
        (1349, "1,349 of 1,500 words"),
        (1350, "150 words left"),
        (1499, "1 word left"),
        (1500, "0 words left"),
        (1501, "1 word too many"),
        (3000, "1,500 words too many"),
    ],
)
def test_words_are_counted_against_their_limit(qtbot: QtBot, used: int, said: str) -> None:
    budget = Budget(1500)
    qtbot.addWidget(budget)

    budget.count("word " * used)

    assert [label.text() for label in budget.findChildren(QLabel)] == [said]
