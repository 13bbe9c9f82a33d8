# SPDX-License-Identifier: MPL-2.0
"""Looking through a file: whether its pages fit together, at once or, for a window, right after the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencepack.store.checks import refuse_torn
from evidencepack.store.questions import Questions

if TYPE_CHECKING:
    from evidencepack.store.connection import Connection


class LookedThrough(Questions):
    """An open workspace that can be asked at once, and is looked through before anything in it is changed."""

    def __init__(self, connection: Connection, *, looked_through: bool) -> None:
        super().__init__(connection)
        self._looked_through = looked_through
        self._looking = False

    @property
    def person(self) -> str:
        """Who sits here, by the name of their account: what revisions made now call their maker."""
        return self._connection.session.actor

    @property
    def now(self) -> str:
        """The time now as revisions have it: ISO 8601, UTC."""
        return self._connection.session.time()

    @property
    def program(self) -> str:
        """The version of the program that is at work."""
        return self._connection.session.app_version

    def look_through(self) -> None:
        """Look whether the pages of the file fit together, unless somebody has looked since it was opened.

        Raises:
            DamagedWorkspaceError: if they do not; nothing can be changed then.
        """
        if self._looked_through:
            return
        connection = self._connection
        self._looking = True
        try:
            with connection.reading() as db:
                refuse_torn(db, connection.path)
        finally:
            self._looking = False
        self._looked_through = True

    def look_no_more(self) -> None:
        """Break off looking through the file, from whatever thread; nothing else may be going on or be wanted of it."""
        if self._looking:
            self._connection.db.interrupt()
