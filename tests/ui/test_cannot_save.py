# SPDX-License-Identifier: MPL-2.0
"""Where something cannot be saved the mark says so; the words are kept, and saved as soon as it works again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.store.workspace import Workspace
from evidencepack.ui.save_state import SaveState
from evidencepack.ui.session import Session
from evidencepack.ui.store_thread import StoreThread
from evidencepack.usecases.changes import SetAnswer

LONG = "Care at home, in words that need more room than there is. " * 4000
Fault = tuple[Callable[[], None], Callable[[], None], str]


@pytest.fixture(autouse=True)
def tries_again_soon(session: Session) -> None:
    session._saver._again.setInterval(20)


@pytest.fixture
def said(session: Session) -> list[tuple[SaveState, str]]:
    """All that the mark has said."""
    heard: list[tuple[SaveState, str]] = []
    session.saving.connect(lambda state, words: heard.append((state, words)))
    return heard


def pages(store: StoreThread, most: int) -> None:
    """Let the file have no more pages than so many, or than it has: SQLite then says that the disk is full."""

    def limit(workspace: Workspace) -> None:
        workspace._connection.db.execute(f"PRAGMA max_page_count = {most}").fetchall()

    store.wait_for(limit)


def forbid(store: StoreThread, *, writing: bool) -> None:
    def turn(workspace: Workspace) -> None:
        workspace._connection.db.execute(f"PRAGMA query_only = {'OFF' if writing else 'ON'}")

    store.wait_for(turn)


@pytest.fixture(params=["full", "moved away", "replaced", "read-only"])
def fault(request: pytest.FixtureRequest, store: StoreThread, workspace_file: Path) -> Fault:
    """What goes wrong, how it is mended, and a part of what is said meanwhile."""
    aside = workspace_file.with_name("aside")

    def move() -> None:
        workspace_file.rename(aside)

    def replace() -> None:
        move()
        shutil.copy(aside, workspace_file)

    def take_back() -> None:
        workspace_file.unlink(missing_ok=True)
        aside.rename(workspace_file)

    moved = "moved or replaced"
    faults: dict[str, Fault] = {
        "full": (lambda: pages(store, 1), lambda: pages(store, 2**30), "disk"),
        "moved away": (move, take_back, moved),
        "replaced": (replace, take_back, moved),
        "read-only": (lambda: forbid(store, writing=False), lambda: forbid(store, writing=True), "can only be read"),
    }
    return faults[str(request.param)]


def test_what_cannot_be_saved_is_kept_and_saved_when_it_works_again(
    session: Session, store: StoreThread, said: list[tuple[SaveState, str]], fault: Fault, qtbot: QtBot
) -> None:
    breaks, mends, words = fault
    mou = next(session.facts.of_kind("mou")).id
    path, area = FieldPath(mou, "purpose"), FieldPath(mou, "area")

    breaks()
    session.change(SetAnswer(path, FieldType.LONG_TEXT, LONG.strip()))
    session.save()
    qtbot.waitUntil(lambda: bool(said) and said[-1][0] is SaveState.FAILED)
    assert words in said[-1][1]
    session.change(SetAnswer(area, FieldType.TEXT, "Marsh ward"))
    session.undo()
    session.redo()
    assert session.finish()
    assert SaveState.SAVED not in [state for state, _ in said]

    mends()
    session.save()
    qtbot.waitUntil(lambda: said[-1][0] is SaveState.SAVED)
    assert store.wait_for(lambda workspace: workspace.record(mou)) == session.facts.records[mou]
    assert session.facts.records[mou].answers["area"] == "Marsh ward"
    assert session.finish() == ""


def test_it_tries_again_by_itself(
    session: Session, store: StoreThread, said: list[tuple[SaveState, str]], qtbot: QtBot
) -> None:
    mou = next(session.facts.of_kind("mou")).id
    pages(store, 1)
    session.change(SetAnswer(FieldPath(mou, "purpose"), FieldType.LONG_TEXT, LONG.strip()))
    session.save()
    qtbot.waitUntil(lambda: bool(said) and said[-1][0] is SaveState.FAILED)
    pages(store, 2**30)
    qtbot.waitUntil(lambda: said[-1][0] is SaveState.SAVED)
