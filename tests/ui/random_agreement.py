# SPDX-License-Identifier: MPL-2.0
"""Whether what the screen shows, what the session knows, what the store holds and what undo restores agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QSignalBlocker

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType
from evidencepack.library.entry import parse_entry
from evidencepack.store.workspace import Workspace
from evidencepack.ui.field import FieldQuestion
from evidencepack.ui.places.form_place import FormPlace
from evidencepack.ui.session import Session
from evidencepack.ui.shell.window import Window
from evidencepack.ui.store_thread import StoreThread
from evidencepack.ui.tables.letters_question import LettersQuestion
from evidencepack.ui.tables.lines import LinesModel
from evidencepack.ui.tables.view import LinesView
from evidencepack.usecases.differences import answer_in
from evidencepack.usecases.letters import letter_grid
from evidencepack.usecases.unread import read_unread, still_there, unread_file

_MOST = 2_000


def disagreements(window: Window) -> list[str]:
    """Return what does not agree, in words; everything that waits is kept by looking."""
    session = window.work.session
    if session is None:
        return []
    found = [*_on_screen(window, session), *in_store(window.work.store, session)]
    facts = session.facts
    if read_unread(unread_file(window.work.file), facts) != still_there(session.drafts, facts):
        found.append("what is unread is kept otherwise")
    found += _by_undo(session)
    return [*found, *in_store(window.work.store, session)]


def in_store(store: StoreThread, session: Session) -> list[str]:
    """Return where the store holds other than the session, which is kept first."""
    problem = session.finish() or session.keep_drafts()
    if problem:
        return [f"cannot be kept: {problem}"]
    tender = session.facts.tender
    facts: Facts = store.wait_for(lambda workspace: workspace.facts(tender))
    orders = [f"the store has another order of {kind}" for kind in _kinds(facts) if _other_order(facts, session, kind)]
    return [*_other_records("the store", session.facts.records, facts.records), *orders]


def left_behind(workspace: Workspace, session: Session) -> list[str]:
    """Return what a workspace holds otherwise than the tender that was let go last knew it."""
    tender = session.facts.tender
    if all(one.id != tender for one in workspace.tenders()):
        return [f"the tender {tender} is gone"]
    return list(_other_records("what was let go", session.facts.records, workspace.facts(tender).records))


def _on_screen(window: Window, session: Session) -> Iterator[str]:
    """Yield where a form says other than the session, before and after it is left."""
    place = window.place
    if not isinstance(place, FormPlace) or place.room is None:
        return
    page = place.room.page
    for question in page.findChildren(FieldQuestion):
        if question.isVisible() and question.field.type is not FieldType.FILE:
            yield from _in_question(question, session)
    for view in page.findChildren(LinesView):
        model = view.model()
        if view.isVisible() and isinstance(model, LinesModel):
            yield from _in_lines(model, session)
    record = session.facts.records[place.room.record_id]
    for grid in page.findChildren(LettersQuestion):
        if grid.isVisible() and grid.model.grid != letter_grid(session.facts, record):
            yield "the grid of letters is another one"


def _in_question(question: FieldQuestion, session: Session) -> Iterator[str]:
    """Yield whether what stands in a box is neither the answer nor what is known to be unread."""
    path = question.path
    if path is None:
        return
    text, draft = question.control.text(), session.drafts.get(path)
    known = draft.text if draft else parse_entry(question.field, text, session.desk).value
    there = text if draft else answer_in(session.facts, path)
    if known != there:
        yield f"{path} shows {text!r}, the session knows {there!r} or {draft}"


def _in_lines(model: LinesModel, session: Session) -> Iterator[str]:
    for line in model.lines:
        for column in model.columns:
            asked = line.asked(column)
            if asked is not None and asked.answer != answer_in(session.facts, asked.path):
                yield f"{asked.path} shows {asked.answer!r}"


def _by_undo(session: Session) -> Iterator[str]:
    """Take back all steps of each document and do them again: the same facts must stand there."""
    document = session.document
    blocker = QSignalBlocker(session)
    for touched in [*session._steps]:
        session.work_in(touched)
        records, drafts = session.facts.records, dict(session.drafts)
        undone = _all(session, undo=True)
        _all(session, undo=False, most=undone)
        yield from _other_records(f"undo and redo in {touched!r}", records, session.facts.records)
        if drafts != session.drafts:
            yield f"undo and redo in {touched!r} leave other drafts: {drafts} {session.drafts}"
    blocker.unblock()
    session.work_in(document)
    session.changed.emit()


def _all(session: Session, *, undo: bool, most: int = _MOST) -> int:
    """Undo or redo until nothing is left, or so many steps; return how many were done."""
    steps, done = session._steps[session.document], 0
    while done < most and (steps.undo_words if undo else steps.redo_words):
        before = len(steps._future if undo else steps._past)
        session.undo() if undo else session.redo()
        done += len(steps._future if undo else steps._past) - before
    return done


def _other_records(who: str, here: Mapping[str, Record], there: Mapping[str, Record]) -> Iterator[str]:
    for record in [*here, *(one for one in there if one not in here)]:
        if here.get(record) != there.get(record):
            yield f"{who}: {record} is {there.get(record)}, and was {here.get(record)}"


def _kinds(facts: Facts) -> list[str]:
    return list(dict.fromkeys(record.kind for record in facts.records.values()))


def _other_order(facts: Facts, session: Session, kind: str) -> bool:
    return [one.id for one in facts.of_kind(kind)] != [one.id for one in session.facts.of_kind(kind)]
