# SPDX-License-Identifier: MPL-2.0
"""The library as somebody works with it: keeping, finding, taking, saying a clause in their own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.going import facts_of, session_of
from tests.ui.walking import settle

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.ui.places.library_cards import ChangedCard, ItemCard, KeepCard, WordingCard
from evidencepack.ui.places.library_place import LibraryPlace
from evidencepack.ui.shell.where import LIBRARY, Where
from evidencepack.ui.shell.window import Window

NAME = "A Friday table"


@pytest.fixture
def place(window: Window, qtbot: QtBot) -> LibraryPlace:
    window.open_at(Where(LIBRARY))
    found = window.place
    assert isinstance(found, LibraryPlace)
    qtbot.waitUntil(lambda: bool(found._shelf.wordings))
    return found


@pytest.fixture
def kept_study(window: Window, place: LibraryPlace, qtbot: QtBot) -> LibraryPlace:
    """A case study of the tender is kept."""
    study = next(facts_of(window).of_kind("case_study")).id
    keep(window, place, qtbot, study, NAME)
    qtbot.waitUntil(lambda: names(place) == [NAME])
    return place


def keep(window: Window, place: LibraryPlace, qtbot: QtBot, record: str, name: str) -> KeepCard:
    window.open_at(Where(LIBRARY, record, part="keep"))
    qtbot.waitUntil(lambda: isinstance(place.card, KeepCard) and place.card.what.currentData() == record)
    card = place.card
    assert isinstance(card, KeepCard)
    card.name.setText(name)
    card.owner.setCurrentIndex(card.owner.findText("Kwabena Mensah"))
    card.review_by.setText("31 January 2099")
    press(card, "Keep a copy")
    return card


def names(place: LibraryPlace) -> list[str]:
    return [row.id for row in place.grid.cells.rows]


def words(widget: QWidget | None) -> str:
    assert widget is not None
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def press(widget: QWidget | None, name: str) -> None:
    assert widget is not None
    settle()
    found = [one for one in widget.findChildren(QPushButton) if name in {one.accessibleName(), one.text()}]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_an_empty_library_says_how_to_begin(place: LibraryPlace) -> None:
    assert "Nothing in the library yet" in words(place)
    press(place, "Add the first")
    assert isinstance(place.card, KeepCard)


def test_a_document_is_kept_with_who_looks_after_it(kept_study: LibraryPlace) -> None:
    cells = [cell.text for cell in kept_study.grid.cells.rows[0].cells]
    assert cells == [NAME, "Case study", "Kwabena Mensah", "Fresh", "31 Jan 2099", "not yet"]
    assert "Look at it again by 31 January 2099" in words(kept_study.card)


def test_a_name_that_is_there_is_replaced_only_when_asked_twice(
    window: Window, kept_study: LibraryPlace, qtbot: QtBot
) -> None:
    study = next(facts_of(window).of_kind("case_study")).id
    card = keep(window, kept_study, qtbot, study, NAME)
    assert "Something of that name is kept already." in words(card)

    press(card, "Put this in its place")
    qtbot.waitUntil(lambda: not isinstance(kept_study.card, KeepCard))
    assert names(kept_study) == [NAME]


def test_without_a_day_to_look_again_it_says_so(window: Window, place: LibraryPlace, qtbot: QtBot) -> None:
    window.open_at(Where(LIBRARY, part="keep"))
    qtbot.waitUntil(lambda: isinstance(place.card, KeepCard))
    card = place.card
    assert isinstance(card, KeepCard)
    card.name.setText(NAME)
    press(card, "Keep a copy")
    qtbot.waitUntil(lambda: "Say when somebody should look at it again" in words(card))


def test_taking_is_a_step_that_can_be_undone_and_is_kept(
    window: Window, kept_study: LibraryPlace, qtbot: QtBot, kept: Callable[[], Facts]
) -> None:
    before = sorted(facts_of(window).records)
    count = len(list(facts_of(window).of_kind("case_study")))
    assert isinstance(kept_study.card, ItemCard)
    press(kept_study.card, "Take into this tender")
    qtbot.waitUntil(lambda: len(list(facts_of(window).of_kind("case_study"))) == count + 1)
    qtbot.waitUntil(lambda: kept_study.grid.cells.rows[0].cells[5].text == "1 tender")

    session_of(window).undo()
    assert sorted(facts_of(window).records) == before
    session_of(window).redo()
    window.close()
    assert len(list(kept().of_kind("case_study"))) == count + 1


def test_filters_and_search_find_it(kept_study: LibraryPlace) -> None:
    kept_study.words.setText("friday")
    assert names(kept_study) == [NAME]
    kept_study.words.setText("nothing of the kind")
    assert names(kept_study) == []
    kept_study.words.clear()
    kept_study.filter.setCurrentIndex(kept_study.filter.findData("letter"))
    kept_study.filter.activated.emit(kept_study.filter.currentIndex())
    assert names(kept_study) == []
    assert "Case studies, 1" in [kept_study.filter.itemText(at) for at in range(kept_study.filter.count())]


@pytest.fixture
def wording(window: Window, place: LibraryPlace, qtbot: QtBot) -> LibraryPlace:
    """The part "Insurance" of the memorandum, which the sample says in words of its own."""
    window.open_at(Where(LIBRARY, part="wording"))
    qtbot.waitUntil(lambda: isinstance(place.card, WordingCard))
    assert names(place)[0] == "wording.mou.insurance"
    return place


def test_your_words_stand_beside_what_the_standard_says_now(window: Window, wording: LibraryPlace) -> None:
    card = wording.card
    assert isinstance(card, WordingCard)
    mine = next(facts_of(window).of_kind("house_wording")).answers["text"]
    assert card.yours.toPlainText() == mine
    assert "The standard now" in words(card)
    assert str(mine) not in words(card)


def test_the_standard_can_stand_again_and_undo_brings_yours_back(
    window: Window, wording: LibraryPlace, qtbot: QtBot
) -> None:
    press(wording.card, "Go back to the standard")
    qtbot.waitUntil(lambda: not list(facts_of(window).of_kind("house_wording")))
    session_of(window).undo()
    assert len(list(facts_of(window).of_kind("house_wording"))) == 1


def test_other_words_are_kept_in_the_tender_that_is_open(window: Window, wording: LibraryPlace, qtbot: QtBot) -> None:
    assert isinstance(wording.card, WordingCard)
    wording.card.yours.setPlainText("Each party keeps the cover that the law asks of it.")
    press(wording.card, "Keep in your words")
    qtbot.waitUntil(
        lambda: (
            next(facts_of(window).of_kind("house_wording")).answers["text"]
            == "Each party keeps the cover that the law asks of it."
        )
    )


def test_words_that_cannot_be_used_are_refused_and_stay_in_the_box(
    window: Window, wording: LibraryPlace, qtbot: QtBot
) -> None:
    before = facts_of(window)
    card = wording.card
    assert isinstance(card, WordingCard)
    card.yours.setPlainText("We pay {{ no_such_thing }}.")
    press(card, "Keep in your words")
    qtbot.waitUntil(lambda: "That was not done" in words(wording))
    assert card.yours.toPlainText() == "We pay {{ no_such_thing }}."
    assert facts_of(window) is before


def test_what_is_typed_waits_while_somebody_looks_at_another_part(wording: LibraryPlace, qtbot: QtBot) -> None:
    assert isinstance(wording.card, WordingCard)
    wording.card.yours.setPlainText("Not finished")
    wording.grid.choose(names(wording)[1])
    qtbot.waitUntil(lambda: isinstance(wording.card, WordingCard) and wording.card.view.reference != "mou.insurance")
    wording.grid.choose("wording.mou.insurance")
    qtbot.waitUntil(lambda: isinstance(wording.card, WordingCard) and wording.card.view.reference == "mou.insurance")
    assert wording.card.yours.toPlainText() == "Not finished"


def test_what_changed_since_it_was_copied_is_offered_not_forced(
    window: Window, kept_study: LibraryPlace, qtbot: QtBot
) -> None:
    assert isinstance(kept_study.card, ItemCard)
    count = len(list(facts_of(window).of_kind("case_study")))
    press(kept_study.card, "Take into this tender")
    qtbot.waitUntil(lambda: len(list(facts_of(window).of_kind("case_study"))) == count + 1)
    copy = list(facts_of(window).of_kind("case_study"))[-1]
    study = next(facts_of(window).of_kind("case_study"))
    change_title(window, study.id)
    card = keep(window, kept_study, qtbot, study.id, NAME)
    press(card, "Put this in its place")
    qtbot.waitUntil(lambda: bool(kept_study._shelf.changed))
    assert facts_of(window).records[copy.id].answers["title"] != "Fridays"

    press(kept_study, "1 thing has changed")
    assert isinstance(kept_study.card, ChangedCard)
    assert "Now: Fridays" in words(kept_study.card)
    taking = [one for one in kept_study.card.findChildren(QPushButton) if one.text() == "Take the new one"]
    QTest.mouseClick(taking[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: facts_of(window).records[copy.id].answers["title"] == "Fridays")


def change_title(window: Window, record: str) -> None:
    session = session_of(window)
    field = session.library["case_study"].fields["title"]
    session.enter(FieldPath(record, "title"), field, "Fridays")
