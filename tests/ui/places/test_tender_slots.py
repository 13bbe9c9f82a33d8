# SPDX-License-Identifier: MPL-2.0
"""The upload slots on the page of a tender, and a buyer's rules that go on to the next one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from tests.ui.going import session_of
from tests.ui.walking import settle

from evidencepack.ui.messages import Message
from evidencepack.ui.places import tender_slots
from evidencepack.ui.places.tender_slots import UploadCard
from evidencepack.ui.shell.where import RECORD, TENDER, Where
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.welcome import begin_tender


def _card(window: Window) -> UploadCard:
    settle()
    (found,) = window.place.findChildren(UploadCard)
    return found


def _links(card: UploadCard) -> list[str]:
    return [one.text() for one in card.findChildren(QPushButton)]


def _press(card: UploadCard, words: str) -> None:
    next(one for one in card.findChildren(QPushButton) if one.text() == words).click()
    settle()


def _choosing(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (str(file), ""))


def test_the_slots_of_a_tender_stand_on_its_page_and_lead_to_their_forms(window: Window) -> None:
    window.open_at(Where(TENDER))
    card = _card(window)
    assert _links(card) == ["Change", "Quality appendices", "Use a buyer’s rules…", "Save these rules…"]
    said = " ".join(one.text() for one in card.findChildren(QLabel))
    assert "Must have a file. PDF. At most 25 MB each, 40 sides in all" in said
    _press(card, "Quality appendices")
    assert window.place.here.place == RECORD


def test_rules_that_were_saved_are_used_in_a_new_tender_and_undo_takes_them_back(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _choosing(monkeypatch, tmp_path / "rules.json")
    window.open_at(Where(TENDER))
    _press(_card(window), "Save these rules…")
    made = window.work.store.wait_for(lambda workspace: begin_tender(workspace, "NEW-1", "A new one"))
    window.open_tender(made.id)
    window.open_at(Where(TENDER))
    card = _card(window)
    assert "Save these rules…" not in _links(card)

    _press(card, "Use a buyer’s rules…")

    (told,) = [one for one in window.findChildren(Message) if one.isVisible()]
    assert told.sentences[0].startswith("From “Portal rules: LB Thamesbourne”: 1 place on the portal")
    told.accept()
    assert "Quality appendices" in _links(_card(window))
    session_of(window).undo()
    settle()
    assert not list(session_of(window).facts.of_kind("slot"))


def test_a_file_of_something_else_is_refused_with_a_sentence(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, said = tmp_path / "other.json", list[str]()
    file.write_text("{}", encoding="utf-8")
    _choosing(monkeypatch, file)
    monkeypatch.setattr(tender_slots, "tell", lambda _parent, title, sentence: said.extend((title, sentence)))
    window.open_at(Where(TENDER))
    before = session_of(window).facts
    _press(_card(window), "Use a buyer’s rules…")
    assert said[0] == "These rules cannot be used"
    assert 'expected "evidencepack-portal-rules"' in said[1]
    assert session_of(window).facts is before
