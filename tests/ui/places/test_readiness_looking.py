# SPDX-License-Identifier: MPL-2.0
"""Readiness as somebody looks through it: rows, the road to the field and back, F4, filters. One check serves all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.going import close_document, come_forward, facts_of, session_of
from tests.ui.places.test_readiness import (
    ALT,
    F4,
    GONE,
    SHIFT,
    check,
    checks_of,
    empty,
    focus,
    press,
    readiness,
    titles,
    words,
)

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.ui.places.readiness import Readiness
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.where import DOCUMENT, DOCUMENTS, HELP, Where
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.changes import SetAnswer


@pytest.fixture(autouse=True)
def no_window_is_left() -> None:
    """The one window stays until all of these tests are through."""


@pytest.fixture
def window(one_window: Window) -> Iterator[Window]:
    come_forward(one_window)
    close_document(one_window)
    yield one_window
    one_window._drop_places(everywhere=False)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def place(window: Window, qtbot: QtBot) -> Readiness:
    """Readiness with two answers missing, both of which the memorandum prints, and one name that no font has."""
    if not checks_of(window).problems:
        empty(window, *GONE)
        maitree = next(one for one in facts_of(window).of_kind("organisation") if one.reference == "MT").id
        name = SetAnswer(FieldPath(maitree, "legal_name"), FieldType.TEXT, "Maitree 𓀀")
        session_of(window).change(name)
        check(window, qtbot)
    return readiness(window)


def test_missing_answers_are_one_row_and_the_row_opens_to_them(place: Readiness) -> None:
    assert titles(place)[0].startswith("Must fix · ")
    assert "Memorandum of understanding TBN-MOU-01" in titles(place)
    line = next(one for one in place.list.entries.entries if one.title.startswith("Memorandum"))
    assert line.second.startswith("2 answers missing · ")

    place.list.choose(line.id)

    shown = words(place.view)
    assert "Memorandum of understanding TBN-MOU-01: 2 answers missing" in shown
    assert {"Which area do you cover?", "When does it start?"} <= set(shown)


def test_one_click_goes_to_the_field_and_alt_left_comes_back(window: Window, place: Readiness) -> None:
    place.list.choose(next(one.id for one in place.list.entries.entries if one.title.startswith("Memorandum")))
    before = place.here

    press(place.view, "Go to the first")

    assert focus().accessibleName() == "Which area do you cover?"
    assert window.place.here.place == DOCUMENT
    QTest.keyClick(focus(), Qt.Key.Key_Left, ALT)
    assert window.place is place
    assert place.here == before

    press(place.view, "Why? CHK-PK-01")
    assert window.place.here == Where(HELP, part="rules-pk/CHK-PK-01")
    window.run(Command.BACK)
    window.run(Command.HELP)
    assert window.place.here == Where(HELP, part="rules-pk/CHK-PK-01")


@pytest.mark.usefixtures("place")
def test_f4_goes_from_finding_to_finding_and_round(window: Window) -> None:
    window.open_at(Where(DOCUMENTS))
    problems = checks_of(window).problems
    went = []
    for _ in range(len(problems) + 1):
        QTest.keyClick(focus(), F4)
        went.append(window.place.here.record)

    assert went[0] == went[-1]
    assert {problem.path.partition("/")[0] for problem in problems} == set(went)
    QTest.keyClick(focus(), F4, SHIFT)
    assert window.place.here.record == went[-2]


def test_f4_in_a_document_that_a_finding_led_to_leaves_it_for_the_next(window: Window, place: Readiness) -> None:
    mou = next(facts_of(window).of_kind("mou")).id
    own = [one for one in checks_of(window).problems if one.home.id == mou and one.is_missing]
    place.view.opened.emit(own[0].id)
    first = focus().accessibleName()

    QTest.keyClick(focus(), F4)

    assert (first, focus().accessibleName()) == ("Which area do you cover?", "When does it start?")


def test_filters_and_search_leave_what_is_asked_for(place: Readiness, qtbot: QtBot) -> None:
    every = len(titles(place))
    place.filters.rules.setCurrentIndex(place.filters.rules.findText("What can be printed"))
    place.filters.rules.activated.emit(place.filters.rules.currentIndex())
    assert "Memorandum of understanding TBN-MOU-01" not in titles(place)
    assert 1 < len(titles(place)) < every
    place.filters.rules.setCurrentIndex(0)

    place.filters.words.setText("which area")
    qtbot.waitUntil(lambda: titles(place)[1:] == ["“Which area do you cover?” has no answer"])

    place.filters.words.setText("nothing is like this")
    qtbot.waitUntil(lambda: not titles(place))
    assert words(place.view) == ["No finding is like that. Choose other filters, or empty the search."]


def test_a_partner_can_be_chosen(place: Readiness) -> None:
    place.filters.partners.setCurrentIndex(place.filters.partners.findText("Maitree"))
    place.filters.partners.activated.emit(place.filters.partners.currentIndex())

    assert "Characters that cannot be printed" in titles(place)
