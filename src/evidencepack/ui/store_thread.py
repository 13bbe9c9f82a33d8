# SPDX-License-Identifier: MPL-2.0
"""The one thread that owns the workspace. The window asks; answers come back on the main thread as frozen values."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from evidencepack.store.workspace import Workspace
from evidencepack.ui.courier import Courier
from evidencepack.ui.tasks import settle

T = TypeVar("T")


class StoreThread:
    """A workspace on a thread of its own. Requests are done one after the other, in the order they are made."""

    def __init__(self, opening: Callable[[], Workspace]) -> None:
        """Open the workspace and wait for it.

        Raises:
            EvidencePackError: whatever kept it from opening; no thread is left behind.
        """
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._courier = Courier()
        try:
            self._workspace = self._thread.submit(opening).result()
        except BaseException:
            self._thread.shutdown()
            raise

    def ask(
        self,
        request: Callable[[Workspace], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> Future[T]:
        """Do a request; then ``done`` or ``failed`` is called on the main thread."""
        future = self._thread.submit(lambda: request(self._workspace))
        future.add_done_callback(lambda made: self._courier.hand_over(lambda: settle(made, done, failed)))
        return future

    def wait_for(self, request: Callable[[Workspace], T]) -> T:
        """Do a request and wait for it: when the window opens, and when it closes.

        Raises:
            EvidencePackError: what the request raises.
        """
        return self._thread.submit(lambda: request(self._workspace)).result()

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

        return self._thread.submit(swap).result()

    def close(self) -> None:
        """Finish what was asked, close the workspace, end the thread."""
        self._courier.close()
        self._thread.submit(self._workspace.close).result()
        self._thread.shutdown()
