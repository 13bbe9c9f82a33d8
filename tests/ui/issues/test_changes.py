# SPDX-License-Identifier: MPL-2.0
"""What has changed since an issue, in the window. The comparison itself is tested with its use case."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.walking import unnamed

from evidencepack.compose.sheets.changes import ChangedAnswer, ChangedPaper
from evidencepack.domain.handed_in import HandedIn, LastIssue
from evidencepack.domain.issue import Issue
from evidencepack.domain.record import Facts
from evidencepack.guard.worker import Work
from evidencepack.pack.late import Late, Replaced
from evidencepack.ui.issues.changes import ChangesDialog
from evidencepack.ui.look import look
from evidencepack.ui.press_room import PressRoom
from evidencepack.usecases.issue_changes import IssueChanges

_A, _B, _C = (HandedIn(name, letter, name, f"Paper {name}", name) for name, letter in ("aA", "bB", "cC"))
_SINCE = LastIssue(1, "2027-02-14", (_A, _B))
_FOUND = IssueChanges(
    Late(_SINCE, (_C,), (Replaced(_A, HandedIn("a", "D", "a", "Paper a <b>&{{", "x")),), (_B,)),
    (
        ChangedPaper("D", "Paper a", (ChangedAnswer("Who leads?", ("Nasrin",), ("Siân <b>",), "C"),)),
        ChangedPaper("C", "Paper c", ()),
    ),
)


class Room(PressRoom):
    """A press room that holds what it is asked to do."""

    def __init__(self) -> None:
        self.stopped: list[str] = []
        self.asked: list[Callable[[IssueChanges], None]] = []
        self.failed: list[Callable[[Exception], None]] = []

    def run(self, key: str, job: object, *, done: Callable[..., None], failed: Callable[[Exception], None]) -> Work:
        del key, job
        self.asked.append(done)
        self.failed.append(failed)
        return Work()

    def stop(self, key: str) -> None:
        self.stopped.append(key)


def issue(number: int) -> Issue:
    return Issue(str(number), "t", "T-1", number, "2027-02-14T10:00:00.000000Z", "Siân", "2027-02-14", "0.1", (), ())


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def dialog(qtbot: QtBot, room: Room) -> Iterator[ChangesDialog]:
    look()
    parent = QWidget()
    parent.resize(1366, 768)
    qtbot.addWidget(parent)
    made = ChangesDialog(parent, room, Facts("t", {}), [issue(1), issue(2), issue(3)], 2)
    made.show()
    yield made
    del parent  # until here it lives, and with it the dialog


def words(dialog: ChangesDialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel)]


def test_each_appendix_and_each_answer_is_told_in_the_order_of_letters(dialog: ChangesDialog, room: Room) -> None:
    assert "Comparing…" in words(dialog)
    room.asked[-1](_FOUND)
    said = words(dialog)
    told = [one for one in said if one.startswith("Appendix ")]
    assert told[:3] == ["Appendix B: Paper b", "Appendix C: Paper c", "Appendix D: Paper a <b>&{{"]
    assert {"Added", "Withdrawn", "Replaced, was A", "Who leads?", "Also in C"} <= set(said)
    assert unnamed(dialog) == []


def test_an_issue_is_compared_with_later_ones_only_and_with_now(dialog: ChangesDialog, room: Room) -> None:
    assert [dialog.until.itemText(at) for at in range(dialog.until.count())] == ["Now", "Issue 3"]
    dialog.since.setCurrentIndex(dialog.since.findData(1))
    dialog.since.activated.emit(dialog.since.currentIndex())
    assert [dialog.until.itemText(at) for at in range(dialog.until.count())] == ["Now", "Issue 3", "Issue 2"]
    assert len(room.asked) == 2


def test_nothing_changed_and_a_failure_are_said(dialog: ChangesDialog, room: Room) -> None:
    room.asked[-1](IssueChanges(Late(_SINCE), ()))
    assert "Nothing has changed." in words(dialog)
    room.failed[-1](RuntimeError("The issue cannot be read."))
    assert "The issue cannot be read." in words(dialog)
    dialog.accept()
    assert room.stopped == ["changes since"]
    room.asked[-1](_FOUND)
    room.failed[-1](RuntimeError("Too late."))
    assert "Too late." not in words(dialog)
