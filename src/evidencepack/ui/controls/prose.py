# SPDX-License-Identifier: MPL-2.0
"""What the two controls have in common into which prose is typed: their spelling is watched, and told."""

from __future__ import annotations

from collections.abc import Sequence

from evidencepack.ui.controls.control import Control
from evidencepack.ui.controls.span import in_qt
from evidencepack.ui.session import Session
from evidencepack.ui.spelling.boxes import Box
from evidencepack.ui.spelling.watch import Watch


class ProseControl(Control):
    """A control whose spelling can be watched."""

    def __init__(self) -> None:
        super().__init__()
        self._watch: Watch | None = None
        self._own: Box | None = None
        self._described = ("", "", False)

    def describe(self, name: str, description: str, *, invalid: bool) -> None:
        """Tell what may be misspelt behind what else there is to say."""
        self._described = (name, description, invalid)
        said = self._watch.said if self._watch else ""
        super().describe(name, " ".join(filter(None, (description, said))), invalid=invalid)

    def watch_spelling(self, session: Session) -> None:
        """Mark what may be misspelt."""
        self._watch = Watch(self._one_box(), session)
        self._watch.changed.connect(self._describe_again)
        self._watch.start()

    def point_out(self, quotes: Sequence[str]) -> None:
        """Draw a line under words that the checks speak of, where they still stand."""
        text = self.text()
        found = ((at, at + len(quote)) for quote in quotes if quote and (at := text.find(quote)) >= 0)
        self._one_box().point_out([(in_qt(text, start), in_qt(text, end)) for start, end in found])

    def _one_box(self) -> Box:
        if self._own is None:
            self._own = self._box()
        return self._own

    def _box(self) -> Box:
        """Return the box as spelling sees it."""
        raise NotImplementedError

    def _look_at_spelling(self) -> None:
        if self._watch is not None:
            self._watch.start()

    def _describe_again(self) -> None:
        name, description, invalid = self._described
        self.describe(name, description, invalid=invalid)
