# SPDX-License-Identifier: MPL-2.0
"""The part of a workspace that keeps what was issued."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from evidencepack.store.looking import LookedThrough

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager

    from evidencepack.domain.issue import Issue, IssueMade
    from evidencepack.store.revisions import Edit


class IssueShelf(LookedThrough):
    """An open workspace that keeps issued packs whole, and gives them back as they were."""

    @abstractmethod
    def _editing(self, *, reason: str = "") -> AbstractContextManager[Edit]:
        """Begin one edit, or go on with the one that is open."""

    def keep_issue(self, issue: Issue, contents: Mapping[str, bytes]) -> Issue:
        """Keep an issue with the bytes of its files, by their names; all of it or nothing.

        Raises:
            NumberTakenError: if the tender has an issue of its number.
        """
        from evidencepack.store import issues

        with self._editing() as edit:
            return issues.keep(edit, issue, contents)

    def issues(self, tender: str = "") -> tuple[Issue, ...]:
        """Return the issues of a tender (the id of its record), or of all, oldest first."""
        from evidencepack.store import issues

        with self._connection.reading() as db:
            return tuple(issues.issues(db, tender))

    def issues_made(self, tender: str) -> tuple[IssueMade, ...]:
        """Return when which issue of a tender was made and by whom, oldest first."""
        from evidencepack.store import issues

        with self._connection.reading() as db:
            return tuple(issues.made(db, tender))

    def issued_bytes(self, sha256: str) -> bytes:
        """Return the bytes of a file that was issued, by their SHA-256.

        Raises:
            DamagedWorkspaceError: if they are not those that were issued.
        """
        from evidencepack.store import issues

        with self._connection.reading() as db:
            return issues.file_bytes(db, sha256, self._connection.path)
