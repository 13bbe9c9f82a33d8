# SPDX-License-Identifier: MPL-2.0
"""What every place is handed: the work that is open, the person's settings, and the way to anywhere else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from evidencepack.ui.chosen import Chosen
from evidencepack.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from evidencepack.ui.checks import Checks
    from evidencepack.ui.session import Session
    from evidencepack.ui.shell.keys import Command
    from evidencepack.ui.shell.where import Where
    from evidencepack.ui.work import Work


class Guide(Protocol):
    """What places ask of the window."""

    def open_at(self, where: Where) -> None:
        """Go there."""

    def run(self, command: Command) -> None:
        """Do what a key or a menu does."""

    def tell(self, words: str) -> None:
        """Say something for a few seconds in the header."""

    def open_tender(self, tender: str) -> None:
        """Open a tender of the work that is open."""

    def open_file(self, file: Path) -> None:
        """Open another workspace in the place of the one that is open."""

    def open_sample(self) -> None:
        """Open the sample in the place of the work that is open."""

    def open_own(self) -> None:
        """Open the person's own work in the place of what is open."""


class Context(NamedTuple):
    """``tasks`` runs what takes longer than a frame; ``work`` has the store, the library, and the tender in hand."""

    work: Work
    chosen: Chosen
    tasks: TaskRunner
    guide: Guide

    @property
    def session(self) -> Session:
        """The tender in hand. Only places of a tender ask, and they are there only while one is open."""
        if self.work.session is None:
            raise LookupError("no tender is open")
        return self.work.session

    @property
    def checks(self) -> Checks:
        """The checks of the tender in hand."""
        if self.work.checks is None:
            raise LookupError("no tender is open")
        return self.work.checks

    def going(self, where: Where) -> Callable[[], None]:
        """Return a function that goes somewhere, for buttons and links."""
        return lambda: self.guide.open_at(where)
