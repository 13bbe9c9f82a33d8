# SPDX-License-Identifier: MPL-2.0
"""Long work on a tender that goes on beside the window: it is read from the store, done in a process, and told here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from evidencepack.domain.record import Facts
from evidencepack.domain.signed_paper import SignedPages
from evidencepack.guard.worker import Work
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.ui.courier import Courier
from evidencepack.ui.pressing import THE_PACK, Order, Wanted
from evidencepack.ui.session import Session
from evidencepack.ui.store_thread import StoreThread
from evidencepack.ui.tasks import TaskRunner
from evidencepack.usecases.pictures import pictures_of
from evidencepack.usecases.planning import earlier_papers

S = TypeVar("S")
T = TypeVar("T")

_AT_ONCE = 3
"""Threads only wait for their processes. What somebody asks for, or gives up, must not wait behind a count in the
background."""


class PressRoom:
    """Work beside each other, a piece of each key; newer work of a key takes the place of older, which is stopped."""

    def __init__(self, session: Session, store: StoreThread) -> None:
        self._session, self._store = session, store
        self._tasks, self._courier = TaskRunner(at_once=_AT_ONCE), Courier()
        self._works: dict[str, Work] = {}

    def do(
        self,
        key: str,
        job: Callable[[Work, Order], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        wanted: Wanted = THE_PACK,
        with_annexes: bool = False,
    ) -> Work:
        """Keep what is typed, then do a job on what is kept; return what stops it.

        ``job`` runs on another thread and waits there for its process; the others are called here. ``with_annexes``: it
        needs the files from outside.
        """
        self.stop(key)
        work = self._works[key] = Work()
        done, failed = self._while_wanted(key, work, done), self._while_wanted(key, work, failed)
        tender = self._session.facts.tender

        def read(workspace: Workspace) -> Order:
            facts = workspace.facts(tender)
            pictures = pictures_of(facts, workspace.attachment)
            order = Order(facts, pictures, wanted, earlier=earlier_papers(workspace, facts))
            if not with_annexes:
                return order
            signed = _signed(facts, workspace, self._session.library)
            return replace(order, annexes=_annexes(facts, workspace), buyers=_buyers(tender, workspace), signed=signed)

        def begin(order: Order) -> None:
            if self._works.get(key) is work:
                self._tasks.submit(key, lambda: job(work, order), done=done, failed=failed)

        self._session.save()
        self._store.ask(read, done=begin, failed=failed)
        return work

    def run(
        self, key: str, job: Callable[[Work], T], *, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> Work:
        """Do a job that needs nothing from the store; otherwise as ``do``."""
        self.stop(key)
        work = self._works[key] = Work()
        done, failed = self._while_wanted(key, work, done), self._while_wanted(key, work, failed)
        self._tasks.submit(key, lambda: job(work), done=done, failed=failed)
        return work

    def tell(self, call: Callable[[], None]) -> None:
        """Have something called on the main thread; jobs ask for it as they go on."""
        self._courier.hand_over(call)

    def stop(self, key: str) -> None:
        """Stop the work of a key, if there is any; nothing is said of it any more."""
        if (work := self._works.pop(key, None)) is not None:
            work.stop()

    def _while_wanted(self, key: str, work: Work, call: Callable[[S], None]) -> Callable[[S], None]:
        """Return a call that is not made any more once other work has taken the place of this, or nobody wants it."""

        def hear(said: S) -> None:
            if self._works.get(key) is work:
                call(said)

        return hear

    def close(self) -> None:
        """Stop all work and wait until it has ended."""
        for key in list(self._works):
            self.stop(key)
        self._courier.close()
        self._tasks.shutdown()


def _annexes(facts: Facts, workspace: Workspace) -> Mapping[str, bytes]:
    from evidencepack.usecases.enclosing import enclosures_of  # the window starts without what reads files from outside

    return enclosures_of(facts, workspace.attachment)


def _signed(facts: Facts, workspace: Workspace, library: Library) -> SignedPages:
    from evidencepack.usecases.signed_pages import signed_pages_of  # hardly a tender has signed pages when it opens

    return signed_pages_of(workspace, facts, library)


def _buyers(tender: str, workspace: Workspace) -> tuple[str, ...]:
    from evidencepack.usecases.preflight import other_buyers  # nor without what looks into them

    return other_buyers(workspace, tender)
