# SPDX-License-Identifier: MPL-2.0
"""What the two controls have in common into which prose is typed: their spelling is watched, and told."""

from __future__ import annotations

from evidencepack.ui.controls.control import Control
from evidencepack.ui.session import Session
from evidencepack.ui.spelling.boxes import Box
from evidencepack.ui.spelling.watch import Watch


class ProseControl(Control):
    """A control whose spelling can be watched."""

    def __init__(self) -> None:
        super().__init__()
        self._watch: Watch | None = None
        self._described = ("", "", False)

    def describe(self, name: str, description: str, *, invalid: bool) -> None:
        """Tell what may be misspelt behind what else there is to say."""
        self._described = (name, description, invalid)
        said = self._watch.said if self._watch else ""
        super().describe(name, " ".join(filter(None, (description, said))), invalid=invalid)

    def watch_spelling(self, session: Session) -> None:
        """Mark what may be misspelt."""
        self._watch = Watch(self._box(), session)
        self._watch.changed.connect(self._describe_again)
        self._watch.start()

    def _box(self) -> Box:
        """Return the box as spelling sees it."""
        raise NotImplementedError

    def _look_at_spelling(self) -> None:
        if self._watch is not None:
            self._watch.start()

    def _describe_again(self) -> None:
        name, description, invalid = self._described
        self.describe(name, description, invalid=invalid)
