# SPDX-License-Identifier: MPL-2.0
"""Whatever somebody does: what the session shows, what the store holds and what undo leads back to agree."""

from __future__ import annotations

import gc
import os
import tracemalloc
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from tests.ui.random_edits import Editor

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.ui.session import Session
from evidencepack.ui.store_thread import StoreThread
from evidencepack.usecases.comparing import Story, story_of

FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
ACTIONS = 10_000 if FULL else 1_000
EDITS = 2_000
Counted = Callable[[str, str, float], None]


def story(store: StoreThread, session: Session, document: str) -> Story:
    return store.wait_for(lambda workspace: story_of(workspace, session.facts, session.library, document=document))


def agree(editor: Editor, store: StoreThread) -> None:
    """Check session and model against each other, then both against the store."""
    assert editor.state() == editor.model.now
    assert editor.session.finish() == ""
    facts = store.wait_for(lambda workspace: workspace.facts(editor.session.facts.tender))
    assert facts.records == editor.model.now.records
    assert list(facts.of_kind("meeting")) == list(editor.session.facts.of_kind("meeting"))


@pytest.mark.parametrize("kind", ["raci", "mou"])
def test_session_store_and_undo_agree_after_each_hundred_actions(
    session: Session, store: StoreThread, kind: str, measured: Counted
) -> None:
    document = next(session.facts.of_kind(kind)).id
    editor = Editor(session, document, seed=20270215)
    moments: list[str] = []
    while editor.done < ACTIONS // 2:
        editor.act()
        if editor.done % 100 == 0:
            agree(editor, store)
            told = story(store, session, document)
            moments.append(told.revisions[-1].id)
            if len(moments) > 1:
                editor.put_back(told, editor.random.choice(moments))
                agree(editor, store)
    for _ in range(40):
        editor.undo()
    agree(editor, store)
    for _ in range(40):
        editor.redo()
    agree(editor, store)
    measured("Random edits, undone, redone and put back, none lost", "actions", editor.done)


def test_memory_stays_flat_over_two_thousand_edits(session: Session) -> None:
    document = next(session.facts.of_kind("mou")).id
    session.work_in(document)
    field = session.library["mou"].fields["purpose"]
    sizes = []
    tracemalloc.start()
    try:
        for edit in range(EDITS):
            session.settle()
            session.enter(FieldPath(document, field.id), field, f"Care at home, in draft number {edit}.")
            if edit % 500 == 499:
                session.finish()
                QApplication.processEvents()
                gc.collect()
                sizes.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    # What 500 steps of undo hold is there by the second measurement; nothing may grow after it.
    assert sizes[-1] - sizes[1] < 50_000, sizes
