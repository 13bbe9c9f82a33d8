# SPDX-License-Identifier: MPL-2.0
"""Before lines of a table go: what still names them is said, and what others refer to stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from tests.ui.going import facts_of
from tests.ui.tables.tabling import press, table

from evidencepack.ui.room import Room
from evidencepack.ui.shell.window import Window
from evidencepack.ui.tables import table_question
from evidencepack.ui.tables.table_question import TableQuestion

Opener = Callable[[str], Room]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keep what message boxes say; every removal is agreed to."""
    said: list[str] = []

    def agree(_: QWidget, title: str, sentence: str, *, do: str) -> bool:
        said.append(f"{title} {sentence} {do}")
        return True

    monkeypatch.setattr(table_question, "agreed", agree)
    monkeypatch.setattr(table_question, "tell", lambda _, title, sentence: said.append(f"{title} {sentence}"))
    return said


def _row(question: TableQuestion, window: Window, reference: str) -> int:
    facts = facts_of(window)
    return next(at for at, line in enumerate(question.model.lines) if facts.records[line.id].reference == reference)


def test_a_shared_record_to_which_others_refer_stays(window: Window, open_kind: Opener, told: list[str]) -> None:
    question, view = table(open_kind("mou"), 5, "meetings")
    view.selectRow(_row(question, window, "M2"))
    press(question, "Remove")
    assert told[0].startswith("This has to stay for now. These answers name it:")
    assert "• Governance and cadence TBN-GOV-01: “" in told[0]
    assert told[0].endswith("Nothing was removed. Change those answers first.")
    assert "M2" in [one.reference for one in facts_of(window).of_kind("meeting")]


def test_words_that_will_name_what_is_gone_are_listed_before(
    window: Window, open_kind: Opener, told: list[str]
) -> None:
    question, view = table(open_kind("risk_register"), 0, "risks")
    view.selectRow(_row(question, window, "RK-01"))
    press(question, "Remove")
    assert "Words in one place still name it:" in told[0]
    assert "name RK-01, and this tender has no shared risk of that name" in told[0]
    assert "RK-01" not in [one.reference for one in facts_of(window).of_kind("risk")]
