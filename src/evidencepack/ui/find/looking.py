# SPDX-License-Identifier: MPL-2.0
"""What goes to the thread of the workspace with each key: a search that gives way to a newer one."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.ui.session import Session
from evidencepack.usecases.finding_anything import Anything, find_anything
from evidencepack.usecases.naming_lines import NamingLines

if TYPE_CHECKING:
    from evidencepack.ui.find.helping import HelpLines


class Looking:
    """Knows the newest search, and keeps the names that were read for it until the next."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._newest = 0
        self._lines = NamingLines()
        self._help: HelpLines | None = None

    def help_of(self, library: Library) -> HelpLines:
        """Return what finds pages of the help; they are read when somebody first looks for something."""
        if self._help is None:
            from evidencepack.ui.find.helping import HelpLines

            self._help = HelpLines(library)
        return self._help

    def request(self, typed: str, session: Session | None) -> Callable[[Workspace], Anything | None]:
        """Return a search; it finds None where somebody has typed on before it began."""
        number = self._newest = next(self._numbers)
        facts, library = (session.facts, session.library) if session else (None, None)

        def look(workspace: Workspace) -> Anything | None:
            if number != self._newest:
                return None
            return find_anything(workspace, typed, facts=facts, library=library, lines=self._lines)

        return look
