# SPDX-License-Identifier: MPL-2.0
"""Issuing from the window: the question, the card, the list of issues; the work itself is tested with its use case."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.going import facts_of
from tests.ui.walking import unnamed

from evidencepack.domain.issue import Issue, IssuedDocument, IssuedFile, Overridden
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.guard.worker import Work
from evidencepack.ui.issue_press import MadeIssue, ask_registers, put_issue
from evidencepack.ui.issues.stops import StopsQuestion
from evidencepack.ui.look import look
from evidencepack.ui.places.history import History
from evidencepack.ui.places.issue_question import IssueQuestion
from evidencepack.ui.places.issues_dialog import IssuesDialog
from evidencepack.ui.places.pack import Pack
from evidencepack.ui.places.pack_errands import Due, Issuing
from evidencepack.ui.pressing import Order, Wanted
from evidencepack.ui.shell.where import HISTORY, PACK, Where
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.issuing import Ground, Wish, issue_text, read_issue_text
from evidencepack.usecases.stopping import InTheWay

_ISSUE = Issue(
    "01",
    "tender",
    "TBN-1",
    2,
    "2027-02-14T10:00:00.000000Z",
    "Siân",
    "2027-02-14",
    "0.1",
    (IssuedFile("pack.pdf", "0" * 64, 4, 3),),
    (IssuedDocument("r", "LOS-01", "Letter", "letter_of_support", 1, "1.0", "A", "0" * 64, "{}"),),
    (Overridden("PK-01", "Letter: Who?", "The letter has <b>no</b> date", "Agreed & noted", "Nasrin", "2027-02-13"),),
    "answers",
    "{}\n",
)
_MANIFEST = '{"issue": {"overridden": []}}\n'
_GROUND = Ground(2, "2027-02-14T10:00:00.000000Z", "0.1", "sian", _ISSUE)


@pytest.fixture(autouse=True)
def no_window_is_left() -> None:
    """The one window stays until the last test."""


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    look()
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    return made


def test_who_issues_is_the_account_until_somebody_says_otherwise(parent: QWidget) -> None:
    question = IssueQuestion(parent, "TBN-1", _GROUND, ())
    question.do.click()
    assert question.result()
    assert question.wish == Wish("sian", "")


def test_what_must_be_fixed_asks_for_a_reason_and_a_name(parent: QWidget) -> None:
    question = IssueQuestion(parent, "TBN-1", _GROUND, ["One.", "Two.", "Three.", "Four.", "Five."])
    question.show()
    assert [one.text() for one in question.findChildren(QLabel) if "other" in one.text()] == ["and 1 other"]
    question.do.click()
    assert question.problem.text() == "Say why it may go as it is, or fix it first."
    question.because.setText("The board agreed")
    question.who.clear()
    question.do.click()
    assert question.problem.text() == "Say who issues it."
    assert not question.result()
    question.who.setText(" Siân ")
    question.do.click()
    assert question.wish == Wish("Siân", "The board agreed")


def test_each_issue_says_when_by_whom_and_what_was_let_stand(one_window: Window) -> None:
    asked: list[int] = []
    issues = [replace(_ISSUE, number=1), _ISSUE]
    dialog = IssuesDialog(one_window, one_window.work.store, "TBN-1", issues, changes=asked.append)
    said = [one.text() for one in dialog.findChildren(QLabel)]
    assert [one for one in said if one.startswith("Issue ")] == ["Issue 2", "Issue 1"]
    assert "14 February 2027, by Siân. 1 paper, 1 file." in said
    assert "The letter has <b>no</b> date" in said
    assert "Let stand by Nasrin: Agreed & noted" in said
    for one in dialog.findChildren(QPushButton):
        if one.text() == "What has changed since…":
            one.click()
    assert asked == [2, 1]
    dialog.show()
    assert unnamed(dialog) == []
    dialog.reject()


def test_files_are_verified_in_the_list(one_window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("hello", encoding="utf-8")
    dialog = IssuesDialog(one_window, one_window.work.store, "TBN-1", (), changes=lambda _number: None)
    dialog.zone.dropped.emit(tmp_path / "note.txt")

    def told() -> bool:
        return any(one.text().startswith("note.txt does not say") for one in dialog.findChildren(QLabel))

    qtbot.waitUntil(told)


def test_what_is_issued_stands_beside_the_order_of_the_pack(one_window: Window, qtbot: QtBot) -> None:
    one_window.open_at(Where(PACK))
    place = one_window.place
    assert isinstance(place, Pack)
    tender = facts_of(one_window).tender
    kept = replace(_ISSUE, tender=tender, number=1, documents=(), files=())
    one_window.work.store.wait_for(lambda workspace: workspace.keep_issue(kept, {}))
    place.arrive(Where(PACK))

    def told() -> bool:
        return any(one.text() == "14 February 2027, by Siân" for one in place.findChildren(QLabel))

    qtbot.waitUntil(told)
    place._issued.open_issues()
    assert [one.windowTitle() for one in place.findChildren(IssuesDialog)] == [f"Issues of {_reference(one_window)}"]
    place._issued.issue()
    qtbot.waitUntil(lambda: bool(place.findChildren(IssueQuestion)))
    for one in (*place.findChildren(IssuesDialog), *place.findChildren(IssueQuestion)):
        one.reject()


def test_the_history_says_that_an_issue_was_made(one_window: Window, qtbot: QtBot) -> None:
    tender = facts_of(one_window).tender
    if not one_window.work.store.wait_for(lambda workspace: workspace.issues_made(tender)):
        kept = replace(_ISSUE, tender=tender, number=1, documents=(), files=())
        one_window.work.store.wait_for(lambda workspace: workspace.keep_issue(kept, {}))
    one_window.open_at(Where(HISTORY))
    place = one_window.place
    assert isinstance(place, History)

    def told() -> bool:
        place.list.choose(_ISSUE.id)
        return place.list.current == _ISSUE.id

    qtbot.waitUntil(told)
    said = [one.text() for one in place.findChildren(QLabel)]
    assert "Siân issued the pack" in said
    assert any("What was handed in is kept as it was: see Pack." in one for one in said)


def _reference(window: Window) -> str:
    facts = facts_of(window)
    return facts.records[facts.tender].reference


def test_an_issue_goes_to_another_process_and_comes_back_as_it_was() -> None:
    assert read_issue_text(issue_text(_ISSUE)) == _ISSUE


def test_the_files_of_an_issue_that_was_made_elsewhere_are_written_with_its_manifest(tmp_path: Path) -> None:
    made = MadeIssue(_ISSUE, {"pack.pdf": b"%PDF"}, again=False, said=("Kept.",), confirmed=True)
    report = put_issue(made, tmp_path)
    assert (tmp_path / "manifest.json").read_bytes() == b"{}\n"
    assert (report.first, report.files, report.pages, report.checked) == (tmp_path / "pack.pdf", 1, 3, ("Kept.",))


def test_what_stops_an_issue_is_let_stand_with_a_reason_or_nothing_is_kept(one_window: Window, tmp_path: Path) -> None:
    one_window.open_at(Where(PACK))
    place = one_window.place
    assert isinstance(place, Pack)
    ended: list[bool] = []
    stops = (InTheWay("slot", "“Q3”", "“Q3”: Nothing is in it"),)
    fresh = replace(_ISSUE, id="02", number=7, tender=facts_of(one_window).tender, manifest=_MANIFEST)
    made = MadeIssue(fresh, {"pack.pdf": b"%PDF"}, again=False, said=(), confirmed=True, in_the_way=stops)
    due = Due("TBN-1", _GROUND, Wish("Siân"))
    errand = Issuing(place, place.room, one_window.work.store, due, ended=lambda: ended.append(True))
    errand._folder = tmp_path
    errand._take(made)
    (question,) = place.findChildren(StopsQuestion)
    question.reject()
    assert ended == [True]
    assert [one.manifest for one in kept_issues(one_window) if one.number == 7] == []
    let = made.let_stand("It follows by post")
    assert not let.in_the_way
    assert [one.reason for one in let.issue.overridden] == ["Agreed & noted", "It follows by post"]
    assert json.loads(let.issue.manifest)["issue"]["overridden"][0]["reason"] == "It follows by post"


def kept_issues(window: Window) -> tuple[Issue, ...]:
    return window.work.store.wait_for(lambda workspace: workspace.issues())


def test_registers_are_written_in_another_process(sample_facts: Facts, tmp_path: Path) -> None:
    told: list[tuple[object, ...]] = []
    order = Order(sample_facts, {}, Wanted(audience=Audience.PARTNER))
    report = ask_registers(Work(), order, tmp_path, lambda *said: told.append(said))
    assert report.first == tmp_path / "risks-for-partners.xlsx"
    assert report.first.is_file()
    assert report.confirmed
    assert len(told) == 6
    listed = json.loads((tmp_path / "registers-for-partners.manifest.json").read_bytes())["files"]
    assert len(listed) == report.files
