# SPDX-License-Identifier: MPL-2.0
"""The journey of a pack that is written: files from outside, the slots of the portal, a checked set of folders."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit
from tests.journey.bid import LONG_WORK, export
from tests.journey.hand import Hand, seen
from tests.pack.annexed import A4, foreign
from tests.usecases.test_vetting import OPENS, locked

from evidencepack.ui.places.adding_outcome import AddingOutcome
from evidencepack.ui.print_dialog import PrintDialog

COVER, ACCOUNTS = "2026-03-14 Public_liability.pdf", "Accounts.pdf"
TITLES = ("Public liability", "Accounts")
"""What two files from outside are called, and what the program makes of that."""


def fill_slots(hand: Hand, to: Path) -> None:
    """Open the sample, put two files in, look at its slots and at the whole, and export below a folder."""
    hand.see("Welcome")
    hand.press("Open the sample")
    hand.press("Carry on")
    hand.keys("ctrl+1")
    hand.see("Upload slots")
    hand.shot("tender")
    hand.keys("ctrl+5")
    hand.see("The finished files are checked when you export.")
    hand.shot("pack")
    _add_files(hand, to)
    _open_annex(hand)
    _look_through(hand)
    hand.keys("ctrl+5")
    hand.until(lambda: _says("The pages of 2 annexes come on top"), "the pack is not counted anew", patience=LONG_WORK)
    hand.shot("slots")
    export(hand, to, "Export…")
    hand.shot("behind")
    hand.close()


def _add_files(hand: Hand, to: Path) -> None:
    """Bring two files at once, one of them locked, and type its password when it is asked for."""
    (to / COVER).write_bytes(foreign(A4, A4).data)
    (to / ACCOUNTS).write_bytes(locked().data)
    hand.press("Add files…")
    hand.find(QFileDialog, "Files for the pack")
    box = hand.find(QLineEdit, "fileNameEdit")
    hand.ask(lambda: box.setCompleter(None))  # type: ignore[arg-type]
    hand.reach(box)
    hand.keys("ctrl+a")
    hand.write(f'"{to / COVER}" "{to / ACCOUNTS}"')
    hand.keys("Return")
    hand.find(AddingOutcome, "Files for the pack")
    hand.see("1 file is in the pack now")
    hand.shot("locked")
    hand.fill(f"Password of “{ACCOUNTS}”", OPENS)
    hand.keys("Return")
    hand.see("Its lock is taken off")
    hand.shot("unlocked")
    hand.press("Close")
    hand.until(lambda: not _open(AddingOutcome), "the outcome stays")


def _open_annex(hand: Hand) -> None:
    """Open the annex that the list has come to, and look at its form."""
    hand.keys("Return")
    hand.see("It has 2 pages.")
    hand.shot("annex")
    hand.keys("ctrl+5")


def _look_through(hand: Hand) -> None:
    """Look at the pack with its annexes as it would be printed, with tab sheets."""
    hand.press("Look through it or print…")
    dialog = hand.find(PrintDialog, "")
    hand.press("A tab sheet before each part")
    hand.until(lambda: dialog.pages.page_count > 0 and dialog.choices.tabs, "no pages to look at", patience=LONG_WORK)
    hand.until(lambda: _says("pages."), "it does not say how many pages there are", patience=LONG_WORK)
    hand.shot("print")
    hand.keys("Escape")
    hand.until(lambda: not _open(PrintDialog), "the dialog stays")


def _says(words: str) -> bool:
    return any(words in one.text() for one in seen(QLabel))


def _open(kind: type[AddingOutcome | PrintDialog]) -> bool:
    return any(True for _ in seen(kind))
