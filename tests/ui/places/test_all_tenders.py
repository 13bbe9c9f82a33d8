# SPDX-License-Identifier: MPL-2.0
"""The start place by keyboard: Enter leads to the first thing to do, and presses it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.ui.going import session_of
from tests.ui.walking import settle

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.ui import clock
from evidencepack.ui.chosen import Chosen
from evidencepack.ui.deadlines import short_day
from evidencepack.ui.places.new_tender import NewTenderDialog
from evidencepack.ui.places.tender_card import last_words
from evidencepack.ui.shell.where import ALL_TENDERS, TENDER, Where
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.changes import SetAnswer
from evidencepack.usecases.preferences import Preferences, write_preferences


def test_enter_on_arrival_does_the_first_thing_there_is_to_do(window: Window) -> None:
    window.open_at(Where(ALL_TENDERS))
    settle()
    heading = QApplication.focusWidget()
    assert heading is not None

    QTest.keyClick(heading, Qt.Key.Key_Return)

    assert window.place.here.place == TENDER


def test_a_tender_without_a_reference_is_told_what_to_write(window: Window) -> None:
    dialog = NewTenderDialog(window, window.place.context)
    dialog.title.setText("Home First")

    dialog._begin()

    assert "a short name of your own" in dialog.reference.accessibleDescription()
    assert [box for box, one in dialog._problems.items() if not one.isHidden()] == [dialog.reference]
    assert dialog.made == ""
    dialog.deleteLater()


def test_a_tender_without_a_name_is_told_what_to_write(window: Window) -> None:
    dialog = NewTenderDialog(window, window.place.context)
    dialog.reference.setText("HOME-FIRST")

    dialog._begin()

    assert "Write what the tender is called" in dialog.title.accessibleDescription()
    assert [box for box, one in dialog._problems.items() if not one.isHidden()] == [dialog.title]
    assert dialog.made == ""
    dialog.deleteLater()


def test_what_must_be_fixed_is_remembered_for_tenders_that_are_not_open(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2027, 12, 31, 23, 59))  # noqa: DTZ001 - the clock on the wall
    session = session_of(window)
    mou = next(session.facts.of_kind("mou"))
    session.change(SetAnswer(FieldPath(mou.id, "area"), FieldType.TEXT, None))
    checks = window.work.checks
    assert checks is not None
    checks.check_now()
    qtbot.waitUntil(lambda: not checks.running)
    assert checks.must_fix
    assert window.work.close_tender() == ""

    window.open_at(Where(ALL_TENDERS))

    words = f"{checks.must_fix} thing"
    qtbot.waitUntil(lambda: any(one.text().startswith(words) for one in window.place.findChildren(QLabel)))
    said = next(one.text() for one in window.place.findChildren(QLabel) if one.text().startswith(words))
    assert said.endswith(f"to fix, when last checked on {short_day(date(2027, 12, 31), date(2027, 12, 31))}")


@pytest.mark.parametrize("day", [None, "", "yesterday", "2027-13-01"])
def test_a_day_that_cannot_be_read_is_left_out(qapp: QApplication, tmp_path: Path, day: str | None) -> None:
    del qapp
    file = tmp_path / "preferences.toml"
    write_preferences(file, Preferences(to_fix={"a": 2}, checked={} if day is None else {"a": day}))

    assert last_words(*Chosen(file).checked("a")) == "2 things to fix, when last checked"


def test_nothing_to_fix_is_not_told() -> None:
    assert last_words(0, None) == ""
