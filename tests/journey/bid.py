# SPDX-License-Identifier: MPL-2.0
"""The journey: from the first run through a new tender, two partners and four papers to an exported pack."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from tests.journey.filling import fill_document, fill_letters
from tests.journey.hand import Hand, LostError, all_words

from evidencepack.ui.places.pack_outcome import Outcome
from evidencepack.ui.widgets.grid import Grid

ORGANISATION = "Ferrybank Care Limited"
TITLE = "Home First reablement"
PARTNERS = (("Maitree Community Trust", "Maitree"), ("Lea Marsh College", "Lea Marsh"))
PAPERS = ("Memorandum of understanding", "Responsibility map (RACI)", "Data sharing agreement", "Case study")


LONG_WORK = 600.0
"""Seconds for an export on a busy machine."""


def make_bid(hand: Hand, to: Path, papers: Sequence[str]) -> None:
    """Go all the way, with papers by their titles, and export below a folder."""
    _begin(hand)
    for legal, short in PARTNERS:
        _add_partner(hand, legal, short)
    for paper in papers:
        _add_paper(hand, paper)
    _look_around(hand)
    _export(hand, to)
    hand.close()


def _begin(hand: Hand) -> None:
    hand.see("Welcome")
    hand.shot("first-run")
    hand.press("Enter your organisation")
    hand.fill("What is your organisation’s full legal name?", ORGANISATION)
    hand.fill("And in short?", "Ferrybank")
    hand.shot("organisation")
    hand.press("Keep")
    hand.press("Begin a tender")
    hand.fill("What is the tender called?", TITLE)
    hand.fill("What is the buyer’s reference?", "HF-2027-01")
    hand.press("Begin")
    hand.see(TITLE)
    hand.shot("tender")


def _add_partner(hand: Hand, legal: str, short: str) -> None:
    hand.keys("ctrl+2")
    hand.press("Add a partner")
    hand.fill("What is it called?", legal)
    hand.fill("What do you call them?", short)
    hand.press("Add this partner")
    hand.see(short)
    hand.shot("partner")


def _add_paper(hand: Hand, title: str) -> None:
    hand.keys("ctrl+3")
    hand.press("Add a document")
    hand.fill("Find a paper", title)
    hand.shot(f"adding-{title.split(maxsplit=1)[0].lower()}")
    hand.keys("Return")
    hand.see(title)
    fill_letters(hand) if "RACI" in title else fill_document(hand)
    hand.shot(title.split(maxsplit=1)[0].lower())


def _look_around(hand: Hand) -> None:
    hand.keys("ctrl+3")
    hand.find(Grid, "Documents of this tender")
    hand.shot("documents")
    hand.keys("ctrl+4")
    hand.see("Would an evaluator believe it?")
    hand.shot("readiness")
    hand.keys("ctrl+6")
    hand.see("Who has signed what")
    hand.shot("sign-off")


def _export(hand: Hand, to: Path) -> None:
    hand.keys("ctrl+5")
    hand.shot("pack")
    export(hand, to, "Export as a draft…")


def export(hand: Hand, to: Path, words: str) -> None:
    """Press the button that exports, choose the folder below which the pack goes, and look at what came of it."""
    hand.press(words)
    dialog = hand.find(QFileDialog, "Where shall the pack go?")
    box = hand.find(QLineEdit, "fileNameEdit")
    # Folders that Qt finds late would take the place of what was typed. It is its own dialog, and no part of ours.
    hand.ask(lambda: box.setCompleter(None))  # type: ignore[arg-type]
    name_folder(hand, dialog, box, str(to))
    hand.keys("Return")
    outcome = hand.find(Outcome, "Export the pack", patience=LONG_WORK)
    hand.shot("exported")
    if not any(str(to) in words for words in hand.ask(lambda: [one.text() for one in outcome.findChildren(QLabel)])):
        raise LostError(f"the pack went elsewhere; on the screen: {hand.ask(all_words)}")
    hand.keys("Escape")
    hand.until(lambda: QApplication.activeModalWidget() is None, "the last dialog stays")


def name_folder(hand: Hand, dialog: QFileDialog, box: QLineEdit, name: str) -> None:
    """Type where the pack shall go, and look before it is said, as who sees a slip types again.

    What the dialog has chosen is looked at, too: while it still reads a folder, it takes the one above for it.
    """
    said = chosen = ""
    for _ in range(3):
        hand.reach(box)
        hand.keys("ctrl+a")
        hand.write(name)
        said, chosen = hand.ask(box.text), ", ".join(hand.ask(dialog.selectedFiles))
        if said == chosen == name:
            return
    raise LostError(f"typed {name}, and there stands {said}, of which {chosen} is chosen")
