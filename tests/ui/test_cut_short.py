# SPDX-License-Identifier: MPL-2.0
"""What the window says at its start of exports that were cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from evidencepack.paths.unfinished import Outcome
from evidencepack.ui import main
from evidencepack.ui.main import end_what_was_cut_short

if TYPE_CHECKING:
    from evidencepack.ui.shell.window import Window


class _Header:
    """Hears what is said in passing."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def tell(self, words: str) -> None:
        self.heard.append(words)


def test_what_was_put_right_is_said_in_passing_and_what_was_not_has_to_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    outcomes = [Outcome("It is finished now.", is_whole=True), Outcome("Send none of them.", is_whole=False)]
    read = list[str]()
    monkeypatch.setattr("evidencepack.paths.unfinished.put_all_right", lambda: iter(outcomes))
    monkeypatch.setattr(main, "tell", lambda _window, _title, sentence: read.append(sentence))
    header = _Header()
    end_what_was_cut_short(cast("Window", header))
    assert header.heard == ["It is finished now."]
    assert read == ["Send none of them."]
