# SPDX-License-Identifier: MPL-2.0
"""Readiness in the window: when it checks, the number of what must be fixed, and what an empty one says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.going import facts_of, room_of, session_of

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.ui import checks
from evidencepack.ui.checks import Checks
from evidencepack.ui.places.finding_words import group_of
from evidencepack.ui.places.readiness import Readiness
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.where import READINESS, Where
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.changes import SetAnswer

F4, SHIFT, ALT = Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
GONE = (("area", FieldType.TEXT), ("start_date", FieldType.DATE))


def checks_of(window: Window) -> Checks:
    assert window.work.checks is not None
    return window.work.checks


def check(window: Window, qtbot: QtBot) -> None:
    """Do the checks, and wait for them."""
    checks_of(window).check_now()
    qtbot.waitUntil(lambda: not checks_of(window).running)


def empty(window: Window, *names: tuple[str, FieldType]) -> str:
    """Take answers of the memorandum away; return its id."""
    mou = next(facts_of(window).of_kind("mou")).id
    session_of(window).change(*(SetAnswer(FieldPath(mou, name), kind, None) for name, kind in names))
    return mou


def readiness(window: Window) -> Readiness:
    window.open_at(Where(READINESS))
    place = window.place
    assert isinstance(place, Readiness)
    return place


def titles(place: Readiness) -> list[str]:
    return [one.title for one in place.list.entries.entries]


def words(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


def press(widget: QWidget, text: str) -> None:
    button = next(one for one in widget.findChildren(QPushButton) if one.text() == text and one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_the_number_in_the_navigation_counts_what_must_be_fixed(window: Window, qtbot: QtBot) -> None:
    empty(window, *GONE)
    tender = facts_of(window).tender
    session_of(window).change(SetAnswer(FieldPath(tender, "route"), FieldType.CHOICE, None))
    check(window, qtbot)

    assert len(checks_of(window).problems) == 3
    items = window.navigation.of_tender
    names = [str(items.item(at).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(items.count())]
    assert [name for name in names if "to fix" in name] == ["Readiness, 2 to fix"]


def test_an_empty_place_says_so_in_words(window: Window, qtbot: QtBot) -> None:
    place = readiness(window)
    assert "Checking your answers" in words(place)

    qtbot.waitUntil(lambda: not checks_of(window).running)

    assert "We found nothing to fix" in words(place)
    QTest.keyClick(focus(), F4)
    assert window.place is place


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Checks come as soon as nobody edits any more."""
    monkeypatch.setattr(checks, "CHECK_AFTER", 10)


@pytest.mark.usefixtures("soon")
def test_an_edit_is_checked_by_itself_and_what_is_mended_goes(window: Window, qtbot: QtBot) -> None:
    place = readiness(window)
    before = next(facts_of(window).of_kind("mou")).answers["area"]
    assert isinstance(before, str)
    mou = empty(window, GONE[0])
    qtbot.waitUntil(lambda: bool(checks_of(window).problems))
    assert titles(place)[1] == "“Which area do you cover?” has no answer"

    session_of(window).change(SetAnswer(FieldPath(mou, "area"), FieldType.TEXT, before))

    qtbot.waitUntil(lambda: not checks_of(window).problems)
    assert "We found nothing to fix" in words(place)


def test_f5_checks_now_from_anywhere(window: Window, qtbot: QtBot) -> None:
    empty(window, GONE[0])
    QTest.keyClick(focus(), Qt.Key.Key_F5)

    qtbot.waitUntil(lambda: bool(checks_of(window).problems))
    window.run(Command.NEXT_FINDING)
    assert room_of(window).path_here == FieldPath(next(facts_of(window).of_kind("mou")).id, "area")


def test_every_rule_is_in_a_group_that_has_a_name(program: Program) -> None:
    assert [rule for rule in program.library.rules if group_of(rule) == "Other checks"] == []
