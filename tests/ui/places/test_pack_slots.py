# SPDX-License-Identifier: MPL-2.0
"""The upload slots beside the pack: what each has, and the road to what must be put right."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from evidencepack.ui.places.pack_slots import SlotsCard
from evidencepack.usecases.slotting import SlotLine

WRONG = SlotLine("w", "Form of tender", 0, wrong=("Nothing is in it, and something must be. Say what goes in",))


@pytest.fixture
def went() -> list[str]:
    return []


@pytest.fixture
def card(qtbot: QtBot, went: list[str]) -> SlotsCard:
    made = SlotsCard(went.append, lambda: went.append("tender"))
    qtbot.addWidget(made)
    return made


def _words(card: SlotsCard) -> list[str]:
    return [one.text() for one in card.findChildren(QLabel) if one.text()]


def _press(card: SlotsCard, words: str) -> None:
    next(one for one in card.findChildren(QPushButton) if one.text() == words).click()


def test_a_tender_without_slots_takes_no_room(card: SlotsCard) -> None:
    card.show_slots([WRONG])
    assert not card.isHidden()
    card.show_slots([])
    assert card.isHidden()


def test_a_slot_with_a_limit_says_how_much_of_it_is_used(card: SlotsCard) -> None:
    card.show_slots([SlotLine("s", "Quality", 1, sides=39, limit=40)])
    assert _words(card)[:3] == ["Upload slots", "Quality", "39 of 40 sides"]


def test_a_slot_that_is_met_says_how_many_files_and_if_they_are_only_suggested(card: SlotsCard) -> None:
    free = SlotLine("c", "C", 0)
    card.show_slots([SlotLine("a", "A", 1), SlotLine("b", "B & <b>", 2, suggested=True), free])
    said = _words(card)
    assert said[1:7] == ["A", "1 file", "B & <b>", "2 files, suggested", "C", "may stay empty"]
    assert "Suggested: nobody has said yet what goes in." in said


def test_what_must_be_put_right_is_a_road_to_the_slot(card: SlotsCard, went: list[str]) -> None:
    card.show_slots([WRONG])
    assert "Nothing is in it, and something must be. Say what goes in." in _words(card)
    _press(card, "Go there")
    _press(card, "Files and limits")
    assert went == ["w", "tender"]


def test_many_slots_are_counted_beyond_the_first(card: SlotsCard) -> None:
    card.show_slots([SlotLine(str(number), f"Slot {number}", 1) for number in range(10)])
    said = _words(card)
    assert "Slot 7" in said
    assert "Slot 8" not in said
    assert "and 2 other places" in said
