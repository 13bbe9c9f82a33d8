# SPDX-License-Identifier: MPL-2.0
"""How the next issue is numbered, asked where a pack is issued and kept as answers of the tender."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from evidencepack.domain.record import Facts, Record
from evidencepack.ui.issues.late import LateChoice, LateWish, late_wish, wishing
from evidencepack.ui.look import look
from evidencepack.ui.places.issue_question import IssueQuestion
from evidencepack.usecases.changes import apply_change
from evidencepack.usecases.issuing import Ground

_GROUND = Ground(1, "2027-02-14T10:00:00.000000Z", "0.1", "sian")


def test_the_choice_shows_what_the_tender_says_and_gives_what_is_chosen(qtbot: QtBot) -> None:
    look()
    choice = LateChoice(LateWish(kept=True, answers=False), 2)
    qtbot.addWidget(choice)
    keep, anew = choice.findChildren(QRadioButton)
    assert keep.isChecked()
    assert "issue 2" in keep.text()
    anew.click()
    choice.answers.click()
    assert choice.wish == LateWish(kept=False, answers=True)


def test_a_wish_changes_only_the_answers_that_say_something_else() -> None:
    facts = Facts("t", {"t": Record("t", "tender", "T-1")})
    wish = LateWish(kept=True, answers=True)
    for change in (changes := wishing(facts, wish)):
        facts = apply_change(facts, change)
    assert len(changes) == 2
    assert late_wish(facts) == wish
    assert wishing(facts, wish) == ()
    assert len(wishing(facts, replace(wish, kept=False))) == 1


def test_nobody_is_asked_before_the_first_issue(qtbot: QtBot) -> None:
    look()
    parent = QWidget()
    qtbot.addWidget(parent)
    question = IssueQuestion(parent, "T-1", _GROUND, (), LateWish(kept=False, answers=False))
    assert question.late is None
