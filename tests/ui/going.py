# SPDX-License-Identifier: MPL-2.0
"""Going about in the window, for tests: to a document, into its room, back to the list."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import wait

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from evidencepack.domain.record import Facts
from evidencepack.ui import jobs
from evidencepack.ui.places.document_place import Document
from evidencepack.ui.room import Room
from evidencepack.ui.session import Session
from evidencepack.ui.shell.where import DOCUMENTS, Where, in_document
from evidencepack.ui.shell.window import Window

PATIENCE = 120_000
"""Milliseconds that a test waits for what comes much sooner, before it fails: the machine may be busy with others."""


def come_forward(window: Window) -> None:
    """Make a window the active one: keys go to it, and windows of other tests may have had them."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, PATIENCE)


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait as qtbot does, for what several tests share and qtbot, which each has anew, cannot make ready."""
    end = time.monotonic() + PATIENCE / 1000
    while not holds():
        assert time.monotonic() < end
        QTest.qWait(10)


def let_go(window: Window) -> None:
    """Close a window and have nothing of it left: Qt would keep it until the last test, and dress it with each look."""
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # Checks that nobody waits for any more would take the collector, and the processor, from the next tests.
    wait([job.future for job in jobs._JOBS.values() if job._told is None])


def session_of(window: Window) -> Session:
    """The tender in hand."""
    assert window.work.session is not None
    return window.work.session


def facts_of(window: Window) -> Facts:
    return session_of(window).facts


def first_tender(window: Window) -> str:
    """The id of the tender that the workspace shows first."""
    return window.work.store.wait_for(lambda workspace: workspace.tenders()[0].id)


def open_first_tender(window: Window) -> None:
    window.open_tender(first_tender(window))


def open_document(window: Window, record: str) -> Room:
    window.open_at(in_document(record))
    return room_of(window)


def close_document(window: Window) -> None:
    window.open_at(Where(DOCUMENTS))


def is_in_document(window: Window) -> bool:
    return isinstance(window.place, Document)


def room_of(window: Window) -> Room:
    """The room of the document that is open."""
    place = window.place
    assert isinstance(place, Document)
    assert place.room is not None
    return place.room
