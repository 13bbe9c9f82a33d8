# SPDX-License-Identifier: MPL-2.0
"""The history place: who changed what when, old and new words side by side, and both put back and undone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.going import facts_of, session_of

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.ui.places import history as history_module
from evidencepack.ui.places.history import History
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.where import DOCUMENT, HISTORY, Where
from evidencepack.ui.shell.window import Window
from evidencepack.ui.widgets.quote import Quote
from evidencepack.usecases.changes import RemoveRow, SetAnswer, rows_of
from evidencepack.usecases.comparing import BEGINNING


@pytest.fixture
def mou(window: Window) -> str:
    """The memorandum, in which an answer was changed and a line taken out."""
    session = session_of(window)
    record = next(session.facts.of_kind("mou"))
    session.work_in(record.id)
    session.change(SetAnswer(FieldPath(record.id, "area"), FieldType.TEXT, "Marsh ward"))
    session.change(RemoveRow(record.id, "in_scope", rows_of(record, "in_scope")[0].id))
    session.work_in("")
    return record.id


@pytest.fixture
def place(window: Window, qtbot: QtBot, mou: str) -> History:
    return open_history(window, qtbot, mou)


def open_history(window: Window, qtbot: QtBot, document: str) -> History:
    window.open_at(Where(HISTORY, document))
    found = window.place
    assert isinstance(found, History)
    qtbot.waitUntil(lambda: found.list.entries.rowCount() > 0)
    return found


def said(place: QWidget) -> str:
    QApplication.processEvents()
    return " | ".join(label.text() for label in place.findChildren(QLabel) if label.isVisible())


def shown(place: QWidget, words: str) -> list[QPushButton]:
    """The buttons that can be seen and are called so, by what they say or by their full name."""
    buttons = place.findChildren(QPushButton)
    return [one for one in buttons if words in (one.text(), one.accessibleName()) and one.isVisible()]


def press(place: QWidget, words: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(shown(place, words)))
    shown(place, words)[0].click()


def titles(place: History) -> list[str]:
    return [entry.title for entry in place.list.entries.entries]


def test_sittings_are_listed_by_day_the_newest_first(place: History) -> None:
    assert titles(place)[0] == "Today"
    assert titles(place)[1].endswith("changed 1 answer and 1 line")
    assert "brought in" in titles(place)[2]


def test_the_old_and_the_new_words_stand_side_by_side(place: History, qtbot: QtBot) -> None:
    label = place.session.library["mou"].fields["area"].label
    qtbot.waitUntil(lambda: label in said(place))
    spoken = [one.accessibleName() for quote in place.findChildren(Quote) for one in quote.findChildren(QLabel)]
    assert any("begin taken out" in one for one in spoken)
    assert any("begin added Marsh ward end added" in one for one in spoken)


def test_one_answer_is_put_back_undone_and_put_back_again(
    window: Window, place: History, mou: str, qtbot: QtBot
) -> None:
    label = place.session.library["mou"].fields["area"].label
    press(place, f"Put this back: {label}", qtbot)
    assert facts_of(window).records[mou].answers["area"] != "Marsh ward"
    qtbot.waitUntil(lambda: len(titles(place)) > 3)
    assert "put back as it was" in place.list.entries.entries[1].second

    window.run(Command.UNDO)
    assert facts_of(window).records[mou].answers["area"] == "Marsh ward"
    assert window.place.here.place == DOCUMENT


def test_a_document_is_put_back_whole_after_a_question(
    window: Window, place: History, mou: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def agree(_parent: QWidget, title: str, _sentence: str, **_words: str) -> bool:
        asked.append(title)
        return True

    monkeypatch.setattr(history_module, "agreed", agree)
    before = len(rows_of(facts_of(window).records[mou], "in_scope"))
    press(place, "Put it all back…", qtbot)
    assert asked[0].startswith("Put the document back as it was:")
    record = facts_of(window).records[mou]
    assert record.answers["area"] != "Marsh ward"
    assert len(rows_of(record, "in_scope")) == before + 1


def test_unchanged_answers_are_shown_when_asked_for(place: History, qtbot: QtBot) -> None:
    before = len(place.findChildren(Quote))
    press(place, "Show unchanged answers", qtbot)
    quotes = place.findChildren
    qtbot.waitUntil(lambda: len([one for one in quotes(Quote) if one.isVisible()]) > before)
    press(place, "Hide unchanged answers", qtbot)


def test_any_two_moments_are_compared_but_nothing_is_put_back_to_before_the_beginning(
    place: History, qtbot: QtBot
) -> None:
    place._before.setCurrentIndex(place._before.findData(BEGINNING))
    place._before.activated.emit(place._before.currentIndex())
    assert "What changed since the beginning" in said(place)
    assert not shown(place, "Put this back")
    assert not shown(place, "Put it all back…")
    place._load()
    qtbot.wait(300)
    assert place._before.currentData() == BEGINNING


def test_the_whole_tender_has_its_history_and_a_way_to_each_answer(window: Window, qtbot: QtBot, mou: str) -> None:
    place = open_history(window, qtbot, "")
    label = place.session.library["mou"].fields["area"].label
    qtbot.waitUntil(lambda: label in said(place))
    assert not shown(place, "Put this back")
    next(one for one in place.findChildren(QPushButton) if label in one.accessibleName()).click()
    assert (window.place.here.place, window.place.here.record) == (DOCUMENT, mou)


def test_the_list_follows_what_is_saved_meanwhile(window: Window, place: History, mou: str, qtbot: QtBot) -> None:
    session = session_of(window)
    session.change(SetAnswer(FieldPath(mou, "area"), FieldType.TEXT, "Ferry ward"))
    session.save()
    qtbot.waitUntil(lambda: "Ferry ward" in said(place))
