# SPDX-License-Identifier: MPL-2.0
"""The passage in question is marked, seen and heard, and long texts are cut at words."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from evidencepack.ui.widgets.marked import MarkedWords, parts_round


@pytest.mark.parametrize(
    ("text", "span", "parts"),
    [
        ("We work closely together.", (8, 15), ("We work ", "closely", " together.")),
        ("closely", (0, 7), ("", "closely", "")),
        ("short", (0, 0), ("short", "", "")),
        ("short", (9, 12), ("short", "", "")),
        ("short", (-3, 2), ("", "sh", "ort")),
        ("", (0, 4), ("", "", "")),
    ],
)
def test_a_text_is_parted_round_its_passage(text: str, span: tuple[int, int], parts: tuple[str, str, str]) -> None:
    assert parts_round(text, span) == parts


def test_long_sides_are_cut_at_words_and_say_so() -> None:
    text = "word " * 200
    before, marked, after = parts_round(text, (500, 504))
    assert (before[0], marked, after[-1]) == ("…", "word", "…")
    assert set(before[1:].split()) == set(after[:-1].split()) == {"word"}
    assert len(before) < 200
    assert parts_round(text, (0, 0))[0].endswith("word…")


def test_markup_in_words_stays_words_and_a_screen_reader_hears_the_passage(qtbot: QtBot) -> None:
    made = MarkedWords("<b>&{{ closely", (7, 14))
    qtbot.addWidget(made)
    assert "&lt;b&gt;&amp;{{ " in made.text()
    assert made.accessibleName() == "<b>&{{ begin marked closely end marked"
