# SPDX-License-Identifier: MPL-2.0
"""The form of an annex: its file is looked at when it is chosen, names the annex, and asks for its password."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.pack.annexed import A4, foreign
from tests.usecases.test_vetting import locked

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import Attachment
from evidencepack.ui.file_question import FileQuestion
from evidencepack.ui.session import Session
from evidencepack.ui.step_page import StepPage
from evidencepack.ui.widgets.drop_zone import DropZone
from evidencepack.ui.widgets.password import PasswordLine
from evidencepack.usecases.new_record import entering

SLOW = 120_000
"""Milliseconds for a child on a busy machine."""


class Form:
    """The first step of a new annex, and the hands of a person."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        made = entering(session.facts, session.library, "annex", {})
        session.change(*made.changes)
        self.session, self.qtbot, self.record = session, qtbot, made.id
        self.page = StepPage(session, made.id, 0)
        qtbot.addWidget(self.page)
        self.page.show()
        self.question = next(one for one in self.page.findChildren(FileQuestion) if one.field.id == "file")

    def drop(self, file: Path) -> None:
        zone = self.question.findChild(DropZone)
        assert zone is not None
        zone.dropped.emit(file)

    def answer(self, name: str) -> object:
        return self.session.facts.records[self.record].answers.get(name)

    def arrives(self) -> Attachment:
        self.qtbot.waitUntil(lambda: self.answer("file") is not None, timeout=SLOW)
        found = self.answer("file")
        assert isinstance(found, Attachment)
        return found

    def password(self) -> QLineEdit | None:
        line = self.question.findChild(PasswordLine)
        assert line is not None
        return None if line.isHidden() else line.findChild(QLineEdit)

    def said(self) -> str:
        return "\n".join(one.text() for one in self.question.findChildren(QLabel) if not one.isHidden() and one.text())


@pytest.fixture
def form(session: Session, qtbot: QtBot) -> Iterator[Form]:
    yield Form(session, qtbot)
    assert session.finish() == ""


def test_a_file_names_its_annex_and_says_what_it_is(form: Form, tmp_path: Path) -> None:
    file = tmp_path / "2026-03-14 Public_liability.pdf"
    file.write_bytes(foreign(A4, A4, text=False).data)
    form.drop(file)
    form.arrives()
    assert form.answer("title") == "Public liability"
    assert str(form.answer("dated")) == "2026-03-14"
    assert "It has 2 pages. 2 of them without text that can be searched" in form.said()
    form.session.undo()
    assert [form.answer(name) for name in ("file", "title", "dated")] == [None, None, None]


def test_what_is_no_file_for_a_bundle_is_refused_at_once(form: Form, tmp_path: Path) -> None:
    file = tmp_path / "policy.pdf"
    file.write_bytes(b"%PDF-1.7 nothing more")
    form.drop(file)
    form.qtbot.waitUntil(lambda: "“policy.pdf” cannot be an annex" in form.said(), timeout=SLOW)
    assert form.answer("file") is None
    assert form.password() is None


def test_a_locked_file_asks_for_its_password_where_it_is(form: Form, tmp_path: Path) -> None:
    file = tmp_path / "Cover.pdf"
    file.write_bytes(locked().data)
    form.drop(file)
    form.qtbot.waitUntil(lambda: form.password() is not None, timeout=SLOW)
    line = form.password()
    assert line is not None
    assert line.echoMode() is QLineEdit.EchoMode.Password
    assert line.accessibleName() == "Password of “Cover.pdf”"
    assert "locked with a password" in form.said()

    QTest.keyClicks(line, "wrong")
    QTest.keyClick(line, Qt.Key.Key_Return)
    form.qtbot.waitUntil(lambda: "not the password of this PDF" in form.said(), timeout=SLOW)
    assert line.text() == ""
    QTest.keyClicks(line, "opens")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.arrives().name == "Cover.pdf"
    assert form.password() is None
    assert "Its lock is taken off" in form.said()


def test_a_file_that_another_annex_has_is_said_to_be_there(form: Form, tmp_path: Path) -> None:
    file = tmp_path / "Cover.pdf"
    file.write_bytes(foreign(A4).data)
    form.drop(file)
    first = form.arrives()
    assert "The same file" not in form.said()
    twin = Form(form.session, form.qtbot)
    twin.drop(file)
    assert twin.arrives() == first
    reference = form.session.facts.records[form.record].reference
    assert f"The same file is here already: {reference} “Cover”." in twin.said()


def test_a_name_stays_that_somebody_gave(form: Form, tmp_path: Path) -> None:
    title = form.session.library["annex"].fields["title"]
    form.session.enter(FieldPath(form.record, "title"), title, "Cover for the hub")
    file = tmp_path / "Public_liability.pdf"
    file.write_bytes(foreign(A4).data)
    form.drop(file)
    form.arrives()
    assert form.answer("title") == "Cover for the hub"
