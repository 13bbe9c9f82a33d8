# SPDX-License-Identifier: MPL-2.0
"""The dialogs about signing as they are met: names, sizes, words that fit, what they ask before they go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.signing.coming_back import LONG, NOWHERE, TODAY, line, scans, sent
from tests.ui.walking import cut_words, missed, settle, too_small, too_wide, unnamed

from evidencepack.domain.came_back import Seen
from evidencepack.domain.signoff import State
from evidencepack.ui.look import look
from evidencepack.ui.signing import review_dialog
from evidencepack.ui.signing.event_dialog import EventDialog
from evidencepack.ui.signing.other_panes import PagePane
from evidencepack.ui.signing.picture import WholePage
from evidencepack.ui.signing.place_pane import PlacePane
from evidencepack.ui.signing.press import SendWish
from evidencepack.ui.signing.review import Review
from evidencepack.ui.signing.review_dialog import ScanReview
from evidencepack.ui.signing.send_question import SendQuestion
from evidencepack.ui.signing.sending import SentReport
from evidencepack.ui.signing.sent_outcome import SentOutcome
from evidencepack.usecases.preferences import Colours, Preferences
from evidencepack.usecases.sign_outlook import SignOutlook

_SIZES = ((1366, 768, 100), (860, 500, 100), (1366, 768, 200))


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    look()
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def dressed() -> Iterator[Callable[[Preferences], None]]:
    yield lambda wanted: look().wear(wanted)
    look().wear(Preferences())


def reviewed(parent: QWidget) -> ScanReview:
    return ScanReview(parent, Review(scans(sent())), person="Siân", today=TODAY)


def questions() -> tuple[SignOutlook, ...]:
    parties = (("a", "Maitree"), ("b", LONG))
    return (
        SignOutlook(
            "1", "TBN-MOU-01", "Memorandum of understanding", 2, parties, unnamed=False, missing=0, last=sent()
        ),
        SignOutlook("2", "TBN-DSA-01", "Data sharing agreement", 1, parties, unnamed=True, missing=3),
    )


def every_dialog(parent: QWidget) -> Iterator[tuple[str, QDialog]]:
    """Yield each dialog, in each of its states."""
    version = sent()
    question = SendQuestion(parent, questions(), "Siân")
    yield "send", question
    question.paper.setCurrentIndex(1)
    yield "send, not ready", question
    said = ("2 PDFs keep to the standards.",)
    report = SentReport(version, version.copies, Path("/a/folder"), 4, Path("/a/folder/b.pdf"), said)
    yield "sent", SentOutcome(parent, "Send for signing", report)
    noting = EventDialog(parent, line(version, State.DRAFTED, State.DECLINED), person="Siân", today=TODAY)
    yield "note", noting
    accepting = EventDialog(parent, line(version, State.DRAFTED), person="Siân", today=TODAY)
    accepting.state.setCurrentIndex(accepting.states.index(State.ACCEPTED))
    yield "note, accepted", accepting
    yield "note, over", EventDialog(parent, line(version, State.SUPERSEDED), person="Siân", today=TODAY)
    review = reviewed(parent)
    for name in [one.id for one in review.list.entries.entries if one.id]:
        review.list.choose(name)
        if isinstance(review.pane, PlacePane):
            review.pane.choose(Seen.SIGNED)
        yield name, review
    yield "page", WholePage(parent, review.review.taken.pictures[NOWHERE], "IMG_2043.png")


@pytest.mark.parametrize(("wide", "high", "text"), _SIZES)
def test_every_control_has_a_name_and_no_words_are_cut(
    parent: QWidget, dressed: Callable[[Preferences], None], wide: int, high: int, text: int
) -> None:
    dressed(Preferences(text_size=text))
    parent.resize(wide, high)
    found = {}
    for name, dialog in every_dialog(parent):
        dialog.show()
        settle()
        faults = [*unnamed(dialog), *too_small(dialog), *cut_words(dialog), *too_wide(dialog), *missed(dialog)]
        found[name] = [*faults, *([f"{dialog.size()}"] if dialog.width() > wide or dialog.height() > high else [])]
        if not isinstance(dialog, ScanReview | SendQuestion):
            dialog.hide()

    assert {name: faults for name, faults in found.items() if faults} == {}
    assert len(found) == 12


def words(dialog: QWidget) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def test_a_paper_that_lacks_something_is_not_sent_and_says_what(parent: QWidget) -> None:
    opened: list[str] = []
    question = SendQuestion(parent, questions(), "Siân", begin="2")
    question.opened.connect(opened.append)
    question.show()
    said = words(question)
    assert "3 answers are missing" in said
    assert "Somebody who is to sign is not named" in said
    assert not question.do.isEnabled()
    question._go()
    assert opened == ["2"]


def test_what_goes_out_is_what_was_chosen_and_needs_a_name(parent: QWidget) -> None:
    question = SendQuestion(parent, questions(), "Siân")
    question.show()
    assert "It goes out as version 2.0" in words(question)
    question.partner.setCurrentIndex(2)
    question.both.setChecked(True)
    question.who.clear()
    question.do.click()
    assert "Say who sends it." in words(question)
    question.who.setText(" Ann ")
    question.do.click()
    assert question.wish == SendWish("1", "b", "Ann", duplex=True, tabs=False, word=True)


def test_a_decline_needs_its_reason_and_its_day(parent: QWidget) -> None:
    heard: list[object] = []
    dialog = EventDialog(parent, line(sent(), State.DRAFTED, State.SENT), person="Siân", today=TODAY)
    dialog.noting.connect(heard.append)
    dialog.show()
    assert State.SIGNED not in dialog.states
    dialog.state.setCurrentIndex(dialog.states.index(State.DECLINED))
    dialog.do.click()
    assert "Say why." in words(dialog)
    dialog.why.setText("The board wants another clause 4 <b>&{{")
    dialog.day.setText("31 December 2026")
    dialog.do.click()
    assert "That day is still to come." in words(dialog)
    dialog.day.setText("12/11")
    dialog.do.click()
    (note,) = heard
    assert (note.state, note.day, note.by) == (State.DECLINED, date(2026, 11, 12), "Siân")  # type: ignore[attr-defined]
    dialog.fail("The disk is full.")
    assert "The disk is full." in words(dialog)
    assert dialog.do.isEnabled()


def test_keys_say_what_a_place_is_and_go_on_to_the_next(parent: QWidget) -> None:
    dialog = reviewed(parent)
    dialog.show()
    QTest.keyClick(dialog.list, Qt.Key.Key_N)
    first = dialog.list.current
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.list.current != first
    QTest.keyClick(dialog.list, Qt.Key.Key_Y)
    pane = dialog.pane
    assert isinstance(pane, PlacePane)
    QTest.keyClicks(pane.deputy, "Tony")
    assert [one.seen for one in dialog.review.decisions.values()] == [Seen.NOT_SIGNED, Seen.SIGNED]
    assert [one.deputy for one in dialog.review.decisions.values()] == ["", "Tony"]
    assert len(dialog.review.ready) == 1


def test_where_there_is_little_room_the_day_is_scrolled_to(parent: QWidget) -> None:
    parent.resize(860, 500)
    dialog = reviewed(parent)
    dialog.show()
    settle()
    QTest.keyClick(dialog.list, Qt.Key.Key_Y)
    pane = dialog.pane
    assert isinstance(pane, PlacePane)
    assert pane.day.visibleRegion().boundingRect().height() == pane.day.height()


def test_a_page_without_a_code_is_put_where_somebody_says(parent: QWidget) -> None:
    dialog = reviewed(parent)
    dialog.show()
    _, second = dialog.review.returned
    dialog.list.choose(f"page:1:{NOWHERE[0]}")
    pane = dialog.pane
    assert isinstance(pane, PagePane)
    pane.code.setText("7K3M")
    pane.put.click()
    assert "a code has 8 letters and digits" in words(dialog)
    pane.code.setText(second)
    pane.page.setText("x")
    pane.put.click()
    assert "Type the page as a number" in words(dialog)
    pane.page.setText("2")
    pane.put.click()
    assert dialog.review.unplaced == ()
    assert dialog.list.current == f"copy:{second}"
    assert "page 1 did not come back." in words(dialog)


def test_what_was_said_is_noted_copy_by_copy_and_closing_asks(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def refuse(_parent: QWidget, title: str, *_words: str, **_buttons: str) -> bool:
        asked.append(title)
        return False

    monkeypatch.setattr(review_dialog, "agreed", refuse)
    heard: list[tuple[str, ...]] = []
    dialog = reviewed(parent)
    dialog.noting.connect(heard.append)
    dialog.show()
    QTest.keyClick(dialog.list, Qt.Key.Key_T)
    dialog.reject()
    assert (asked, dialog.isVisible()) == (["Close without noting it?"], True)
    dialog.who.clear()
    dialog.do.click()
    assert "Say who looks." in words(dialog)
    dialog.who.setText("Ann")
    dialog.do.click()
    first, _ = dialog.review.returned
    assert heard == [(first,)]
    dialog.tell(first, ["Pages 1 to 3 kept."])
    assert "Pages 1 to 3 kept." in words(dialog)
    dialog.reject()
    assert not dialog.isVisible()


def test_pictures_grow_and_shrink_by_keys(parent: QWidget) -> None:
    page = WholePage(parent, scans(sent()).pictures[NOWHERE], "IMG_2043.png")
    page.show()
    before = page._sheet.width()
    QTest.keyClicks(page, "++")
    assert page._sheet.width() > before
    QTest.keyClicks(page, "---")
    assert page._sheet.width() < before


def test_the_dialogs_wear_the_colours_that_are_on(parent: QWidget, dressed: Callable[[Preferences], None]) -> None:
    seen = set()
    for colours in (Colours.LIGHT, Colours.DARK):
        dressed(Preferences(colours=colours))
        dialog = reviewed(parent)
        dialog.show()
        settle()
        seen.add(dialog.grab().toImage().pixelColor(4, 4).name())
        dialog.hide()
    assert len(seen) == 2
