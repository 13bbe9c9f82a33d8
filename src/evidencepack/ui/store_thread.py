# SPDX-License-Identifier: MPL-2.0
"""The one thread that owns the workspace. The window asks; answers come back on the main thread as frozen values."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from evidencepack.store.workspace import Workspace
from evidencepack.ui.jobs import Job, Threads
from evidencepack.ui.tasks import settle

T = TypeVar("T")


class StoreThread:
    """A workspace on a thread of its own. Requests are done one after the other, in the order they are made."""

    def __init__(self, opening: Callable[[], Workspace]) -> None:
        """Open the workspace and wait for it.

        Raises:
            EvidencePackError: whatever kept it from opening; no thread is left behind.
        """
        self._thread = Threads(1, "store")
        try:
            self._workspace = self._thread.run(opening)
        except BaseException:
            self._thread.close()
            raise

    def ask(
        self,
        request: Callable[[Workspace], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> Job[T]:
        """Do a request; then ``done`` or ``failed`` is called on the main thread."""
        return self._thread.begin(lambda: request(self._workspace), lambda made: settle(made, done, failed))

    def wait_for(self, request: Callable[[Workspace], T]) -> T:
        """Do a request and wait for it: when the window opens, and when it closes.

        Raises:
            EvidencePackError: what the request raises.
        """
        return self._thread.run(lambda: request(self._workspace))

    def look_through(self, *, failed: Callable[[Exception], None]) -> None:
        """Look whether the pages of the file fit together, if it was opened without; ``failed`` if they do not."""
        self.ask(lambda workspace: workspace.look_through(), done=lambda _: None, failed=failed)

    def look_no_more(self) -> None:
        """Break off that look. Only for who is about to close and has nothing left to be kept."""
        self._workspace.look_no_more()

    def exchange(self, act: Callable[[], T], opening: Callable[[], Workspace]) -> T:
        """Close the workspace, do something to its file that nobody may have open meanwhile, and open it again.

        Raises:
            EvidencePackError: what ``act`` raises, the workspace being open again; or why it cannot be opened again.
        """

        def swap() -> T:
            self._workspace.close()
            try:
                return act()
            finally:
                self._workspace = opening()

        return self._thread.run(swap)

    def close(self) -> None:
        """Finish what was asked, close the workspace, end the thread."""
        closing = self._thread.begin(self._workspace.close)
        self._thread.close(finish=True)
        closing.result()
