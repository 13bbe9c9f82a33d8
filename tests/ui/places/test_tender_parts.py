# SPDX-License-Identifier: MPL-2.0
"""Parts of the page of a tender: how long there is."""

from __future__ import annotations

from datetime import UTC, date, datetime

from pytestqt.qtbot import QtBot

from evidencepack.ui.look import look
from evidencepack.ui.places.tender_parts import Left
from evidencepack.usecases.tenders import TenderCard

_NOW = datetime(2027, 2, 15, 9, 30, tzinfo=UTC)


def left(qtbot: QtBot, day: date | None) -> Left:
    look()
    made = Left()
    qtbot.addWidget(made)
    made.show_time(TenderCard("a", "T-1", "Home first", "", "", day, ""), _NOW)
    return made


def test_the_days_left_stand_beside_the_title(qtbot: QtBot) -> None:
    made = left(qtbot, date(2027, 2, 20))

    assert not made.isHidden()
    assert made.accessibleName().startswith("5 days left")


def test_without_a_date_only_the_navigation_says_so(qtbot: QtBot) -> None:
    assert left(qtbot, None).isHidden()
