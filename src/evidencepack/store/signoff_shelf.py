# SPDX-License-Identifier: MPL-2.0
"""The part of a workspace that keeps what went out to be signed, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencepack.store.issue_shelf import IssueShelf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencepack.domain.came_back import KeptReturn
    from evidencepack.domain.signoff import SentVersion, SignEvent


class SignoffShelf(IssueShelf):
    """An open workspace that keeps frozen documents whole, and the events of their copies in order."""

    def keep_sent(self, version: SentVersion, contents: Mapping[str, bytes]) -> None:
        """Keep a frozen version with the bytes of its copies' files, by their names; all of it or nothing.

        Raises:
            VersionTakenError: if the document has a version of its number.
        """
        from evidencepack.store import signoffs

        with self._editing() as edit:
            signoffs.keep(edit, version, contents)

    def note_signing(self, event: SignEvent) -> None:
        """Note what happened to a copy.

        Raises:
            NoSuchCopyError: if no copy has its code.
        """
        from evidencepack.store import signoffs

        with self._editing() as edit:
            signoffs.note(edit, event)

    def sent_versions(self, tender: str = "", *, whole: bool = True) -> tuple[SentVersion, ...]:
        """Return what went out of a tender (the id of its record), or of all, oldest first.

        Unless ``whole`` their blocks and answers are left out, which are most of them.
        """
        from evidencepack.store import signoffs

        with self._connection.reading() as db:
            return tuple(signoffs.versions(db, tender, whole=whole))

    def sign_events(self) -> tuple[SignEvent, ...]:
        """Return what happened to copies, of all tenders, in the order in which it was noted."""
        from evidencepack.store import signoffs

        with self._connection.reading() as db:
            return tuple(signoffs.events(db))

    def keep_return(self, came: KeptReturn, contents: Mapping[str, bytes]) -> None:
        """Keep what came back of a copy with its bytes, by their SHA-256; all of it or nothing.

        Raises:
            NoSuchCopyError: if no copy has its code.
        """
        from evidencepack.store import signed_returns

        with self._editing() as edit:
            signed_returns.keep(edit, came, contents)

    def signed_returns(self) -> tuple[KeptReturn, ...]:
        """Return what came back of copies, of all tenders, in the order in which it was kept."""
        from evidencepack.store import signed_returns

        with self._connection.reading() as db:
            return tuple(signed_returns.returns(db))
