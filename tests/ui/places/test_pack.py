# SPDX-License-Identifier: MPL-2.0
"""The pack as somebody works in it: moving, leaving out, checking, exporting, printing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.going import facts_of, session_of
from tests.ui.walking import cut_words, settle, too_wide, unnamed

from evidencepack.cli.main import run
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import FieldType
from evidencepack.errors import ExitCode
from evidencepack.guard.worker import WorkerFailedError
from evidencepack.ui.look import look
from evidencepack.ui.messages import sentences
from evidencepack.ui.places import errand
from evidencepack.ui.places.pack import Pack
from evidencepack.ui.places.pack_export import Export, Wish
from evidencepack.ui.places.pack_list import PackList
from evidencepack.ui.places.pack_outcome import Outcome, Trouble
from evidencepack.ui.places.pack_side import FixCard, SizeCard
from evidencepack.ui.places.whereto import folder_in, place_to_begin
from evidencepack.ui.pressing import Blocking, ExportReport, PackState, Wanted
from evidencepack.ui.shell.where import DOCUMENTS, PACK, Where
from evidencepack.ui.shell.window import Window
from evidencepack.ui.widgets.progress import ProgressDialog
from evidencepack.usecases.changes import SetAnswer
from evidencepack.usecases.pack_order import in_pack_order
from evidencepack.usecases.packing import Measured
from evidencepack.usecases.preferences import Preferences
from evidencepack.usecases.welcome import begin_tender

LONG = 120_000
"""Milliseconds for work in another process; the machine may be busy."""


@pytest.fixture
def uncounted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Coming to the pack lays all of it out in another process: of no matter to who moves papers."""
    monkeypatch.setattr(Pack, "_count", lambda _: None)


uncounting = pytest.mark.usefixtures("uncounted")


@pytest.fixture
def pack(window: Window) -> Pack:
    window.open_at(Where(PACK))
    assert isinstance(window.place, Pack)
    return window.place


def the_list(pack: Pack) -> PackList:
    found = pack.findChild(PackList)
    assert found is not None
    return found


def order(window: Window) -> list[str]:
    return [one.id for one in in_pack_order(facts_of(window), session_of(window).library)]


def words(widget: Pack | Outcome | Trouble) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def press(pack: Pack, key: Qt.Key, *, alt: bool = False) -> None:
    held = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(the_list(pack), key, held)


def test_an_answer_that_several_papers_need_is_said_to_count_once(qtbot: QtBot) -> None:
    mou, raci = Blocking("T/title", "Missing", "mou", True), Blocking("T/title", "Missing", "raci", True)
    other = Blocking("T/buyer", "Missing", "raci", True)
    for found, told in (((mou, raci, other), True), ((mou, other), False)):
        card = FixCard(lambda _path: None, lambda: None, lambda: None)
        qtbot.addWidget(card)
        card.show_blocking(found, lambda one: one.record)
        said = [one.text() for one in card.findChildren(QLabel) if not one.isHidden()]
        assert any("counted once" in words for words in said) == told
        assert PackState(Measured(), found).to_fix == 2


@pytest.mark.parametrize(("annexes", "said"), [(0, ""), (1, "The pages of 1 annex come on top")])
def test_the_size_says_that_pages_of_annexes_come_on_top(qtbot: QtBot, annexes: int, said: str) -> None:
    card = SizeCard()
    qtbot.addWidget(card)
    card.show_size(PackState(Measured(13, 10, 40, {"a": (4, 13)})), annexes=annexes)
    words = " ".join(one.text() for one in card.findChildren(QLabel))
    assert "Cover, contents and evidence matrix do not count." in words
    assert ("come on top" in words) == bool(annexes)
    assert said in words


@uncounting
def test_the_list_has_the_pack_in_its_order_with_letters(window: Window, pack: Pack) -> None:
    rows = the_list(pack).cells.rows
    assert [row.id for row in rows][1 : len(order(window)) + 1] == order(window)
    assert rows[0].cells[1].text == "Cover, contents, evidence matrix"
    assert [row.cells[0].text[-1] for row in rows[1:4]] == ["A", "B", "C"]
    assert rows[3].cells[0].sentence == f"C, 3 of {len(order(window))}"


@uncounting
def test_alt_down_moves_a_document_and_undo_moves_it_back(
    window: Window, pack: Pack, qtbot: QtBot, kept: Callable[[], Facts]
) -> None:
    first, second, *others = order(window)
    the_list(pack).choose(first)
    press(pack, Qt.Key.Key_Down, alt=True)
    assert order(window) == [second, first, *others]
    assert the_list(pack).chosen == first
    session_of(window).undo()
    assert order(window) == [first, second, *others]
    session_of(window).redo()
    window.close()
    library = window.work.library
    assert [one.id for one in in_pack_order(kept(), library)] == [second, first, *others]
    del qtbot


@uncounting
def test_alt_home_and_end_go_to_the_ends(window: Window, pack: Pack) -> None:
    third = order(window)[2]
    the_list(pack).choose(third)
    press(pack, Qt.Key.Key_End, alt=True)
    assert order(window)[-1] == third
    press(pack, Qt.Key.Key_Home, alt=True)
    assert order(window)[0] == third


@uncounting
def test_delete_leaves_out_and_insert_puts_in_again(window: Window, pack: Pack) -> None:
    before = order(window)
    the_list(pack).choose(before[1])
    press(pack, Qt.Key.Key_Delete)
    assert order(window) == [before[0], *before[2:]]
    assert the_list(pack).chosen == before[1]
    assert "Left out" in words(pack)
    press(pack, Qt.Key.Key_Insert)
    assert order(window) == before


@uncounting
def test_a_row_is_dragged_to_where_the_line_is(window: Window, pack: Pack) -> None:
    first, second, third, *others = order(window)
    table = the_list(pack)
    drag(table, 1, 3)
    assert order(window) == [second, third, first, *others]


@uncounting
def test_escape_drops_nothing(window: Window, pack: Pack) -> None:
    before, table = order(window), the_list(pack)
    drag(table, 1, 3, escape=True)
    assert order(window) == before


def drag(table: PackList, row: int, to: int, *, escape: bool = False) -> None:
    """Drag a row to just below another one."""
    middle = table.rowHeight(0) // 2
    begin = QPoint(20, table.rowViewportPosition(row) + middle)
    end = QPoint(20, table.rowViewportPosition(to) + table.rowHeight(to) - 4)
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(table.viewport(), button, none, begin)
    QTest.mouseMove(table.viewport(), (begin + end) / 2)
    QTest.mouseMove(table.viewport(), end)
    if escape:
        QTest.keyClick(table, Qt.Key.Key_Escape)
    QTest.mouseRelease(table.viewport(), button, none, end)


def test_sides_are_counted_and_laid_against_the_limit(window: Window, pack: Pack, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "of 40 sides" in words(pack), timeout=LONG)
    rows = the_list(pack).cells.rows
    spans = [row.cells[4].text for row in rows[: len(order(window)) + 1]]
    assert spans[0] == "1–3"
    assert spans[1].startswith("4")
    assert "Nothing has to be fixed first." in words(pack)


def test_what_must_be_fixed_first_is_a_road_to_its_answer(window: Window, pack: Pack, qtbot: QtBot) -> None:
    study = next(facts_of(window).of_kind("mou")).id
    path = FieldPath(study, "start_date")
    session_of(window).change(SetAnswer(path, FieldType.DATE, None))
    pack.check()
    qtbot.waitUntil(lambda: "must be fixed first" in words(pack), timeout=LONG)
    settle()
    assert (too_wide(pack), cut_words(pack), unnamed(pack)) == ([], [], [])
    assert "Export as a draft…" in {one.text() for one in pack.findChildren(type(pack._export))}
    assert pack._state is not None
    pack._go(pack._state.blocking[0].path)
    assert window.place.here.record


@pytest.fixture
def one_document(window: Window, pack: Pack) -> str:
    """Leave everything out but one case study: quick to print."""
    study, *others = sorted(order(window), key=lambda one: facts_of(window).records[one].kind != "case_study")
    session_of(window).change(*(SetAnswer(FieldPath(one, "in_pack"), FieldType.YES_NO, False) for one in others))
    del pack
    return study


def exported(pack: Pack, qtbot: QtBot) -> Outcome:
    qtbot.waitUntil(lambda: pack.findChild(Outcome) is not None, timeout=LONG)
    found = pack.findChild(Outcome)
    assert found is not None
    return found


def digests(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Choose this folder whenever a dialog asks for one."""
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(errand, "choose_folder", lambda *_: str(folder))
    return folder


@uncounting
def test_the_window_and_the_command_line_export_the_same_bytes(
    window: Window, pack: Pack, one_document: str, qtbot: QtBot, out: Path
) -> None:
    QTest.mouseClick(pack._export, Qt.MouseButton.LeftButton)
    assert pack.findChild(ProgressDialog) is not None
    outcome = exported(pack, qtbot)
    assert "5 files are ready" in words(outcome)
    assert "to the standards PDF/UA-1" in words(outcome)
    assert "nothing in them should stay behind" in words(outcome)
    reference = facts_of(window).records[facts_of(window).tender].reference
    assert (unnamed(outcome), cut_words(outcome)) == ([], [])
    outcome.accept()
    window.close()
    code = run(["export", str(window.work.file), "--to", str(out / "cli")], open_window=lambda _file: 1)
    assert code == ExitCode.OK
    ours = digests(out / f"{reference} pack")
    assert ours == digests(out / "cli")
    assert len(ours) == 7
    assert one_document


def test_what_was_seen_in_the_files_is_told_the_rest_counted(window: Window, tmp_path: Path) -> None:
    seen = ((Severity.BLOCKS, "“a.docx” has 1 comment in it"), *((Severity.WARNS, f"page {one}") for one in range(9)))
    outcome = Outcome(window, "Export", ExportReport(tmp_path, tmp_path / "pack.pdf", 2, 3, seen=seen))
    outcome.show()
    said = words(outcome)
    assert "What was seen in the files" in said
    assert "“a.docx” has 1 comment in it" in said
    assert "page 6" in said
    assert "page 7" not in said
    assert "2 more of such things." in said
    assert (unnamed(outcome), cut_words(outcome)) == ([], [])
    outcome.reject()


@uncounting
def test_a_cancelled_export_keeps_nothing(pack: Pack, one_document: str, qtbot: QtBot, tmp_path: Path) -> None:
    ended: list[bool] = []
    export = Export(pack, pack.room, Wish("Export", "T", Wanted()), ended=lambda: ended.append(True))
    export.begin(tmp_path / "out")
    progress = pack.findChild(ProgressDialog)
    assert progress is not None
    qtbot.wait(200)
    progress.cancel()
    qtbot.waitUntil(lambda: bool(ended), timeout=LONG)
    assert list(tmp_path.glob("out*")) == []
    assert one_document


@uncounting
def test_what_stands_in_the_way_is_told_and_another_folder_can_be_chosen(
    pack: Pack, one_document: str, qtbot: QtBot, tmp_path: Path, out: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file")
    Export(pack, pack.room, Wish("Export", "T", Wanted()), ended=lambda: None).begin(blocked)
    qtbot.waitUntil(lambda: pack.findChild(Trouble) is not None, timeout=LONG)
    trouble = pack.findChild(Trouble)
    assert trouble is not None
    assert "is a file, not a folder." in words(trouble)
    assert "Nothing was written. All your answers are saved." in words(trouble)
    assert "Choose a folder." in words(trouble)
    assert (unnamed(trouble), cut_words(trouble)) == ([], [])
    trouble.elsewhere.emit()
    said = words(exported(pack, qtbot))
    assert "5 files are ready" in said
    assert "Screen readers can read them aloud" in said
    assert (out / "T pack" / "pack.pdf").is_file()
    assert one_document


def test_a_message_is_split_where_its_sentences_end() -> None:
    assert sentences("“C:\\a. b\\pack.pdf” is open. The folder is as it was. Close it there, then try again.") == [
        "“C:\\a. b\\pack.pdf” is open.",
        "The folder is as it was.",
        "Close it there, then try again.",
    ]


def test_an_error_over_there_keeps_its_reason() -> None:
    assert WorkerFailedError(int(ExitCode.CANNOT_WRITE), "The disk is full.").reason == ExitCode.CANNOT_WRITE


def test_an_export_goes_into_a_folder_of_its_own_or_over_an_earlier_one(tmp_path: Path) -> None:
    assert folder_in(tmp_path, "TBN/14") == tmp_path / folder_in(tmp_path, "TBN/14").name
    assert folder_in(tmp_path, "TBN-14").name == "TBN-14 pack"
    (tmp_path / "manifest.json").write_text("{}")
    assert folder_in(tmp_path, "TBN-14") == tmp_path


@uncounting
def test_what_was_withdrawn_stays_out_and_the_person_is_told_why(
    window: Window, status: Callable[[], str], qtbot: QtBot
) -> None:
    record = next(facts_of(window).of_kind("raci"))
    session_of(window).change(SetAnswer(FieldPath(record.id, "status"), FieldType.CHOICE, "withdrawn"))
    window.open_at(Where(PACK))
    rows = the_list(window.place) if isinstance(window.place, Pack) else None
    assert rows is not None

    def told() -> bool:
        rows.put_in.emit(record.id)
        return status() == "It was withdrawn or replaced, so it stays out. Its form says where it is now."

    qtbot.waitUntil(told)


def test_an_empty_pack_says_how_to_begin(window: Window) -> None:
    made = window.work.store.wait_for(lambda workspace: begin_tender(workspace, "NEW-1", "A new one"))
    window.open_tender(made.id)
    window.open_at(Where(PACK))
    settle()
    go = next(one for one in window.place.findChildren(QPushButton) if one.text() == "Go to documents")
    assert go.isVisible()
    assert not any(one.isVisible() for one in window.place.findChildren(PackList))

    go.click()

    assert window.place.here.place == DOCUMENTS


def test_a_pack_that_was_let_go_while_it_waited_counts_nothing_any_more(window: Window, pack: Pack) -> None:
    pack._change()
    assert any(one.isActive() for one in pack.findChildren(QTimer))

    look().wear(Preferences(text_size=125))

    assert window.place is not pack
    assert not any(one.isActive() for one in pack.findChildren(QTimer))
    look().wear(Preferences())


@uncounting
def test_the_wheel_passes_over_what_the_pack_is_made_for(pack: Pack) -> None:
    lists = pack.findChildren(QComboBox)
    before = [one.currentIndex() for one in lists]
    for one in lists:
        at, down = QPointF(one.rect().center()), QPoint(0, -120)
        none, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
        turned = QWheelEvent(at, at, QPoint(), down, button, none, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(one, turned)
    assert lists
    assert [one.currentIndex() for one in lists] == before


def test_an_export_begins_in_a_folder_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    before = place_to_begin()
    (tmp_path / "Documents").mkdir()

    assert before == tmp_path
    assert place_to_begin().is_dir()
