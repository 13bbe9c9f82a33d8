# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.walking import unnamed

from evidencepack.ui.issues.stops import StopsQuestion
from evidencepack.ui.look import look
from evidencepack.usecases.stopping import InTheWay


def test_everything_that_stops_an_issue_is_told_and_only_a_reason_lets_it_stand(qtbot: QtBot) -> None:
    look()
    parent = QWidget()
    parent.resize(1366, 768)
    qtbot.addWidget(parent)
    stops = [InTheWay("preflight-private", f"pack.pdf, page {page}", f"Page {page} <b>&{{{{") for page in range(1, 31)]
    question = StopsQuestion(parent, "Issue 2 of T-1", stops)
    question.show()
    said = [one.text() for one in question.findChildren(QLabel)]
    assert "30 things to put right first" in said
    assert all(one.message in said for one in stops)
    assert unnamed(question) == []
    question.do.click()
    assert not question.result()
    assert question.problem.text() == "Say why it may stay as it is, or put it right first."
    question.why.setText("  The board has seen it ")
    question.do.click()
    assert question.result()
    assert question.because == "The board has seen it"
