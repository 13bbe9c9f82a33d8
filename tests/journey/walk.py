# SPDX-License-Identifier: MPL-2.0
"""Starts the real window on the screen there is and makes the journey; the pack goes below FOLDER.

    walk FOLDER [--keyboard] [--pictures FOLDER] [--colours dark] [--size 1093x614] [--text 200] [--papers TITLE ...]
    walk FOLDER --slots [...]

Exits with 0 when the whole way was gone.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import sys
import threading
import traceback
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication
from tests.journey.bid import PAPERS, make_bid
from tests.journey.hand import Hand
from tests.journey.slots import fill_slots

from evidencepack.bootstrap import Program
from evidencepack.ui.chosen import Chosen
from evidencepack.ui.collector import Collector
from evidencepack.ui.constants import keep_constants
from evidencepack.ui.look import look
from evidencepack.ui.main import make_window
from evidencepack.usecases.preferences import Colours, Preferences

_LAST_STEP = 20.0
"""Seconds that the hand has to see that the window is gone."""


def main() -> int:
    """Make the journey; what went wrong goes to standard error."""
    wanted = _arguments()
    keep_constants()
    app = QApplication([])
    look()
    chosen = Chosen(None)
    chosen.take(replace(Preferences(), colours=wanted.colours, text_size=wanted.text))
    window = make_window(None, Program(), chosen)
    collector = Collector()
    if wanted.size:
        window.resize(*map(int, wanted.size.split("x")))
        window.show()
    else:
        window.show_fitting()
    hand = Hand(keyboard=wanted.keyboard, pictures=wanted.pictures)
    ways: list[bool] = []

    def go() -> None:
        try:
            hand.until(window.isActiveWindow, "the window does not come up")
            if wanted.slots:
                fill_slots(hand, wanted.folder)
            else:
                make_bid(hand, wanted.folder, wanted.papers)
            ways.append(True)
        except Exception:  # noqa: BLE001 - told, and the window closed, whatever it was
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)  # the window could ask a question that nobody answers

    way = threading.Thread(target=go, daemon=True)
    way.start()
    app.exec()
    hand.gone.set()
    way.join(_LAST_STEP)
    if not ways:
        sys.stderr.write(f"The window was closed before the end of the way: {hand.doing}\n")
        faulthandler.dump_traceback()
    collector.stop()
    return 0 if ways else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keyboard", action="store_true")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--colours", type=Colours, default=Colours.LIGHT)
    parser.add_argument("--size", default="")
    parser.add_argument("--papers", nargs="+", default=PAPERS)
    parser.add_argument("--slots", action="store_true", help="fill the slots of the sample, in the place of a new bid")
    parser.add_argument("--text", type=int, default=100)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
