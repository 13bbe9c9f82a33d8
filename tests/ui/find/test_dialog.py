# SPDX-License-Identifier: MPL-2.0
"""Find anything, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.ui.going import facts_of

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType, Reference
from evidencepack.ui.find.dialog import FindDialog
from evidencepack.ui.shell.where import ALL_TENDERS, DOCUMENT, DOCUMENTS, READINESS, SETTINGS, Where
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.changes import SetAnswer
from evidencepack.usecases.tenders import tender_cards

Key = Qt.Key


def ask(window: Window, qtbot: QtBot) -> FindDialog:
    """Press Ctrl+K, and wait until the keyboard is in the line."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = next(one for one in window.findChildren(FindDialog) if one.isVisible())
    qtbot.waitUntil(dialog.words.hasFocus)
    return dialog


def lines(dialog: FindDialog) -> list[str]:
    return [one.title for one in dialog.list.entries.entries]


def find(window: Window, qtbot: QtBot, typed: str, expected: str) -> FindDialog:
    """Type into the search and wait until something is found."""
    dialog = ask(window, qtbot)
    # QTest has no keys for other letters than those of English.
    dialog.words.insert(typed)
    qtbot.waitUntil(lambda: expected in lines(dialog))
    return dialog


@pytest.mark.parametrize("typed", ["llyr", "LLŶR"])
def test_a_person_is_found_with_and_without_accents_and_opened_by_enter(
    window: Window, qtbot: QtBot, typed: str
) -> None:
    dialog = find(window, qtbot, typed, "Siân Llŷr-Evans")
    assert lines(dialog)[0] == "People and partners"

    QTest.keyClick(dialog.words, Key.Key_Return)

    assert not dialog.isVisible()
    person = next(one for one in facts_of(window).of_kind("contact") if "Llŷr" in str(one.answers.get("full_name")))
    home = person.answers["organisation"]
    assert isinstance(home, Reference)
    assert window.place.here.record in {person.id, home.record}


def test_the_arrows_move_and_enter_opens_an_answer(window: Window, qtbot: QtBot) -> None:
    dialog = find(window, qtbot, "calmer first month", "Answers")
    before = dialog.list.current
    while "Answers" in lines(dialog) and not dialog.list.current.startswith("Answers"):
        QTest.keyClick(dialog.words, Key.Key_Down)
    assert dialog.words.hasFocus()
    assert dialog.list.current != before or before.startswith("Answers")

    QTest.keyClick(dialog.words, Key.Key_Return)

    assert window.place.here.place == DOCUMENT
    window.activateWindow()
    qtbot.waitUntil(lambda: window.place.here.field is not None)


def test_enter_before_the_results_waits_for_them(window: Window, qtbot: QtBot) -> None:
    dialog = ask(window, qtbot)
    QTest.keyClicks(dialog.words, "readiness")
    QTest.keyClick(dialog.words, Key.Key_Return)

    qtbot.waitUntil(lambda: window.place.here.place == READINESS)


def test_commands_are_found_with_their_keys_and_done(window: Window, qtbot: QtBot) -> None:
    dialog = find(window, qtbot, "switch tender", "Switch tender")
    entry = next(one for one in dialog.list.entries.entries if one.title == "Switch tender")
    assert entry.figure == "Ctrl+O"
    dialog.reject()

    dialog = find(window, qtbot, "save it", "Save (it saves as you type)")
    QTest.keyClick(dialog.words, Key.Key_Return)
    assert window.place.here.place == DOCUMENTS


def test_pages_of_the_help_and_of_the_settings_are_found(window: Window, qtbot: QtBot) -> None:
    dialog = find(window, qtbot, "word template", "Your own look in Word")
    assert lines(dialog)[-3:-1] == ["Help", "Your own look in Word"]
    dialog.reject()

    dialog = find(window, qtbot, "dark", "Appearance")
    dialog.list.choose(next(one.id for one in dialog.list.entries.entries if one.title == "Appearance"))
    QTest.keyClick(dialog.words, Key.Key_Return)
    assert (window.place.here.place, window.place.here.part) == (SETTINGS, "appearance")


def test_near_spelling_is_offered_and_enter_takes_it(window: Window, qtbot: QtBot) -> None:
    dialog = find(window, qtbot, "safegaurding", "Did you mean “safeguarding”?")
    assert dialog.list.entries.entries[0].second.startswith("It is in ")

    QTest.keyClick(dialog.words, Key.Key_Return)

    assert dialog.words.text() == "safeguarding"
    qtbot.waitUntil(lambda: "Answers" in lines(dialog))


def test_nothing_typed_shows_the_places_and_later_what_was_chosen_last(window: Window, qtbot: QtBot) -> None:
    dialog = ask(window, qtbot)
    assert lines(dialog)[0] == "Go to"
    assert "Readiness" in lines(dialog)
    dialog.reject()
    QTest.keyClick(find(window, qtbot, "case study tbn-cs-01", "Case study TBN-CS-01").words, Key.Key_Return)
    window.open_at(Where(DOCUMENTS))

    assert lines(ask(window, qtbot))[:2] == ["Recent", "Case study TBN-CS-01"]


def test_what_is_typed_a_moment_ago_is_found(window: Window, qtbot: QtBot) -> None:
    mou = next(facts_of(window).of_kind("mou")).id
    assert window.work.session is not None
    window.work.session.change(SetAnswer(FieldPath(mou, "area"), FieldType.TEXT, "Quillfeather Marsh"))

    dialog = find(window, qtbot, "quillfeather", "Which area do you cover?")

    assert dialog.list.entries.entries[1].second.endswith("Quillfeather Marsh")


def test_escape_closes_it_and_gives_the_keyboard_back(window: Window, qtbot: QtBot) -> None:
    before = QApplication.focusWidget()
    dialog = ask(window, qtbot)

    QTest.keyClick(dialog.words, Key.Key_Escape)

    assert not dialog.isVisible()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)


def test_without_a_tender_the_tenders_are_found(window: Window, qtbot: QtBot) -> None:
    assert not window.work.close_tender()
    window.open_at(Where(ALL_TENDERS))

    (card,) = window.work.store.wait_for(tender_cards)
    dialog = find(window, qtbot, "home first", card.title)

    QTest.keyClick(dialog.words, Key.Key_Return)
    assert window.work.session is not None


def test_it_stands_inside_the_smallest_window(window: Window, qtbot: QtBot) -> None:
    window.resize(860, 500)
    dialog = find(window, qtbot, "m", "Answers")

    assert dialog.height() < 500
    assert dialog.width() < 860


def test_the_line_keeps_its_height_where_nothing_is_found(window: Window, qtbot: QtBot) -> None:
    dialog = ask(window, qtbot)
    before = dialog.words.height()

    dialog.words.insert("zzzzq")
    qtbot.waitUntil(lambda: lines(dialog) == [])

    assert dialog.words.height() == before


def shown_of(dialog: FindDialog, group: str) -> list[str]:
    """The lines below the head of a group."""
    entries = dialog.list.entries.entries
    at = next(at for at, one in enumerate(entries) if one.title == group and not one.id)
    behind = (at + 1 + later for later, one in enumerate(entries[at + 1 :]) if not one.id)
    return [one.title for one in entries[at + 1 : next(behind, len(entries))]]


def test_a_long_group_is_shown_whole_by_keyboard_alone(window: Window, qtbot: QtBot) -> None:
    dialog = find(window, qtbot, "m", "Answers")
    first = shown_of(dialog, "Documents")
    assert first[-1].startswith("Show all ")
    while dialog.list.current != "more Documents":
        QTest.keyClick(dialog.words, Key.Key_Down)

    QTest.keyClick(dialog.words, Key.Key_Return)

    every = shown_of(dialog, "Documents")
    assert every[: len(first) - 1] == first[:-1]
    assert first[-1] == f"Show all {len(every)}"
    assert dialog.list.entries.entries[dialog.list.currentIndex().row()].title == every[len(first) - 1]
    assert dialog.words.hasFocus()


def test_all_that_was_found_is_shown_by_control_and_enter(window: Window, qtbot: QtBot) -> None:
    dialog = find(window, qtbot, "nasrin", "Answers")
    chosen, wanted = dialog.list.current, dialog.all.text()
    assert dialog.all.isVisible()

    QTest.keyClick(dialog.words, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    entries = dialog.list.entries.entries
    assert wanted == f"Show all {sum(bool(one.id) for one in entries)}"
    assert not any(one.more for one in entries)
    assert dialog.list.current == chosen
    assert dialog.all.isHidden()


def test_odd_words_are_looked_for_as_they_stand(window: Window, qtbot: QtBot) -> None:
    dialog = ask(window, qtbot)
    said = dialog.findChildren(QLabel)

    for typed in ("<b>&{{", "\"'%_*^", "🙂🙂", "مرحبا بالعالم", "\\ AND NOT ("):
        dialog.words.setText(typed)
        qtbot.waitUntil(lambda: any("ound" in one.text() for one in said))
        assert dialog.words.text() == typed
        dialog.words.clear()
        qtbot.waitUntil(lambda: not any("ound" in one.text() for one in said))
        assert lines(dialog)[0] == "Go to"
