# SPDX-License-Identifier: MPL-2.0
"""Looking through pages and printing them, into PDF files in the place of paper; these are read back."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.going import come_forward, facts_of, open_document, session_of, wait_until
from tests.ui.walking import cut_words, settle, too_small, unnamed

from evidencepack.domain.trade import Audience
from evidencepack.ui.press_room import PressRoom
from evidencepack.ui.print_dialog import PrintDialog
from evidencepack.ui.shell.window import Window

NAMES = ("Ferrybank", "Maitree", "Osierbed", "Lea Marsh", "Kestrel")


@pytest.fixture(autouse=True)
def no_window_is_left() -> None:
    """One window stays until all of these tests are through."""


@pytest.fixture(scope="module")
def opened(one_window: Window) -> tuple[PrintDialog, str]:
    """A dialog for the tests that leave its pages as they are, and what it said first."""
    made = opened_on_the_memorandum(one_window)
    return made, note(made)


@pytest.fixture
def dialog(opened: tuple[PrintDialog, str]) -> PrintDialog:
    found, _ = opened
    named_pages(found).setText("")
    found.choices._each.setChecked(False)
    found._note.clear()
    return found


@pytest.fixture
def own_dialog(window: Window) -> PrintDialog:
    return opened_on_the_memorandum(window)


def opened_on_the_memorandum(window: Window) -> PrintDialog:
    """Open the memorandum and press Ctrl+P."""
    open_document(window, next(facts_of(window).of_kind("mou")).id)
    come_forward(window)
    settle()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    found = window.findChild(PrintDialog)
    assert found is not None
    wait_until(lambda: found.pages.page_count > 0)
    return found


def named(dialog: PrintDialog, kind: type[QLineEdit | QComboBox], name: str) -> QLineEdit | QComboBox:
    return next(one for one in dialog.findChildren(kind) if one.accessibleName() == name)


def named_pages(dialog: PrintDialog) -> QLineEdit:
    found = named(dialog, QLineEdit, "Pages")
    assert isinstance(found, QLineEdit)
    return found


def ticked(dialog: PrintDialog, words: str) -> None:
    next(one for one in dialog.findChildren(QCheckBox) if one.text() == words).setChecked(True)


def note(dialog: PrintDialog) -> str:
    return dialog._note.text()


def printed(dialog: PrintDialog, file: Path, qtbot: QtBot) -> None:
    dialog.choices.file = str(file)
    dialog.print_now()
    qtbot.waitUntil(lambda: "way" in note(dialog))


def test_the_pages_shown_are_those_of_the_document(opened: tuple[PrintDialog, str]) -> None:
    dialog, said = opened
    # The full paper: in the pack it stands in its short form, of six.
    assert dialog.pages.page_count > 6
    assert said.startswith(f"{dialog.pages.page_count} pages.")


def test_every_control_of_the_dialog_has_a_name_and_room(dialog: PrintDialog) -> None:
    assert unnamed(dialog) == []
    assert too_small(dialog) == []
    assert cut_words(dialog) == []


def test_a_range_of_pages_is_printed_in_their_size(dialog: PrintDialog, qtbot: QtBot, tmp_path: Path) -> None:
    named_pages(dialog).setText("2-3")
    printed(dialog, tmp_path / "paper.pdf", qtbot)
    with pypdfium2.PdfDocument(tmp_path / "paper.pdf") as paper:
        assert len(paper) == 2
        assert [round(length) for length in paper[0].get_size()] == pytest.approx([595, 842], abs=1)
        shown = bytes(paper[0].render(scale=0.5).buffer)
        assert min(shown) < 80
        assert max(shown) > 250


def test_each_partner_gets_a_copy_with_its_name_at_the_head(dialog: PrintDialog, qtbot: QtBot, tmp_path: Path) -> None:
    ticked(dialog, "One copy for each partner")
    named_pages(dialog).setText("1")
    printed(dialog, tmp_path / "paper.pdf", qtbot)
    assert sorted(file.name for file in tmp_path.glob("paper*")) == sorted(
        f"paper Copy for {name}.pdf" for name in NAMES
    )
    for name in NAMES:
        with pypdfium2.PdfDocument(tmp_path / f"paper Copy for {name}.pdf") as paper:
            assert f"Copy for {name}" in paper[0].get_textpage().get_text_range()
    assert note(dialog) == "5 pages are on their way."


def test_what_is_no_range_is_said_and_nothing_is_printed(dialog: PrintDialog, tmp_path: Path) -> None:
    named_pages(dialog).setText("nine")
    dialog.choices.file = str(tmp_path / "paper.pdf")
    dialog.print_now()
    assert note(dialog).startswith("“nine” is no range of pages.")
    assert list(tmp_path.glob("paper*")) == []


def test_a_copy_for_partners_is_made_anew_for_them(
    own_dialog: PrintDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = own_dialog
    reader = named(dialog, QComboBox, "For")
    assert isinstance(reader, QComboBox)
    reader.setCurrentIndex(1)
    assert dialog.choices.audience is Audience.PARTNER
    qtbot.waitUntil(lambda: "pages" in note(dialog) and "made" not in note(dialog))
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    QTest.mouseClick(dialog._view, Qt.MouseButton.LeftButton)
    with pypdfium2.PdfDocument(opened[0]) as pdf:
        assert "For partners. Not part of the tender." in pdf[0].get_textpage().get_text_range()
    see_that_a_part_is_handed_out_too(dialog, qtbot, opened)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    named_pages(dialog).setText("")
    dialog.choices._each.setChecked(False)
    QTest.mouseClick(dialog._view, Qt.MouseButton.LeftButton)
    assert note(dialog).startswith("This computer opens PDF files with no program.")


def see_that_a_part_is_handed_out_too(dialog: PrintDialog, qtbot: QtBot, opened: list[str]) -> None:
    """The viewer gets the pages that are chosen, and each partner's name stands at the head of its own."""
    ticked(dialog, "One copy for each partner")
    named_pages(dialog).setText("2")
    QTest.mouseClick(dialog._view, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(opened) > 1)
    with pypdfium2.PdfDocument(opened[1]) as pdf:
        said = [page.get_textpage().get_text_range() for page in pdf]
    assert [f"Copy for {name}" in words for name, words in zip(NAMES, said, strict=True)] == [True] * len(NAMES)


def test_without_a_printer_it_says_so_and_offers_the_viewer(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidencepack.ui.print_dialog.QPrinterInfo.availablePrinterNames", list)
    room = PressRoom(session_of(window), window.work.store)
    study = next(facts_of(window).of_kind("case_study")).id
    dialog = PrintDialog(window, room, session_of(window), "A case study", document=study)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.pages.page_count > 0)
    assert not dialog._print.isEnabled()
    assert dialog._view.isEnabled()
    assert "No printer is set up" in note(dialog)
    dialog.reject()
    room.close()
