# SPDX-License-Identifier: MPL-2.0
"""The signed papers of the tender in hand: what was signed is noted, and which of them say other words by now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from evidencepack.compose.signed import SIGN_OFF
from evidencepack.usecases.changes import SetAnswer, Single, changed_records
from evidencepack.usecases.signed_papers import WHY, PaperWords, Touched, is_about_signing, notes, touched_by

if TYPE_CHECKING:
    from evidencepack.compose.signed_words import Signed
    from evidencepack.domain.record import Facts
    from evidencepack.ui.session import Session


class SignedPapers:
    """Follows a session. Until the papers were read once, on another thread, nothing is known to have changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._words: PaperWords | None = None
        self._seen: Facts | None = None
        self._found: tuple[Signed, ...] = ()

    def take(self, words: PaperWords, noted: Mapping[str, str]) -> None:
        """Go on with papers as they were read; ``noted`` is what they said under signatures that nobody noted yet."""
        self._words = words
        session = self._session
        changes = notes(session.facts, session.library, lambda one: noted.get(one.id, ""))
        if changes:
            session.note(changes, WHY)
        elif self.found:
            session.changed.emit()

    @property
    def found(self) -> tuple[Signed, ...]:
        """The signatures under papers that say other words by now."""
        if self._words is not None and self._seen is not self._session.facts:
            self._seen = self._session.facts
            self._found = self._words.changed(self._seen)
        return self._found

    @property
    def signatures(self) -> frozenset[str]:
        """Their ids."""
        return frozenset(one.id for one in self.found)

    @property
    def papers(self) -> frozenset[str]:
        """The ids of their papers."""
        return frozenset(one.paper.id for one in self.found)

    def touched_by(self, record: str) -> tuple[Touched, ...]:
        """Return the signed papers that a record is, or that speak of it."""
        if self._words is None:
            return ()
        return touched_by(record, self._session.facts, self._session.library, self._words)

    def noting(self, changes: Sequence[Single]) -> tuple[Single, ...]:
        """Return what is to be noted with changes that record a signature, or take one away."""
        session = self._session
        if not any(_is_about_signing(one, session.facts) for one in changes):
            return ()
        words = self._words = self._words or PaperWords(session.library)
        return notes(session.facts, session.library, lambda one: words.of(one.paper.id, session.facts).words)


def _is_about_signing(change: Single, facts: Facts) -> bool:
    """Whether a change is of a sign-off sheet, or of where a paper is now."""
    if isinstance(change, SetAnswer):
        return is_about_signing(change.path, facts)
    there = (facts.get(name) for name in changed_records((change,)))
    return any(one is None or one.kind == SIGN_OFF for one in there)
