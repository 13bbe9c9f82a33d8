# SPDX-License-Identifier: MPL-2.0
"""What can be done about findings: mend them, set them aside with a reason, or take them up again; each one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from evidencepack.domain.finding import Finding, Fix
from evidencepack.domain.trade import Severity
from evidencepack.ui import clock
from evidencepack.ui.places.finding_words import heading_of_line
from evidencepack.ui.places.putting_aside import PuttingAside
from evidencepack.ui.session import Session
from evidencepack.ui.words import say
from evidencepack.usecases.mending import mending
from evidencepack.usecases.readiness import Line
from evidencepack.usecases.setting_aside import Aside, Said, set_aside, take_up, way_of, words_of


class FindingDeeds:
    """Changes the tender in hand; ``parent`` is the place over which a question stands."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        self._parent, self._session = parent, session

    def mend(self, fix: Fix) -> bool:
        """Do what a fix says; whether there was anything to do."""
        changes = mending(fix, self._session.facts)
        if changes:
            self._session.change(*changes, words=say("mend “{what}”", what=fix.words))
        return bool(changes)

    def lets(self, line: Line) -> bool:
        """Whether the findings of a line can be set aside."""
        return all(way_of(words_of(one, self._session.library), one.severity) for one in _found(line))

    def put_aside(self, line: Line) -> None:
        """Ask why the findings of a line are no problem, and set them aside."""
        found = _found(line)
        rule = words_of(found[0], self._session.library)
        named = any(one.severity is Severity.BLOCKS for one in found)
        way_out = rule.way_out if named else ""
        dialog = PuttingAside(self._parent, heading_of_line(line), way_out=way_out, named=named)
        if dialog.exec():
            said = Said(dialog.reason.text(), dialog.who.text(), clock.today())
            change = set_aside(found, said, self._session.facts, self._session.library)
            words = say("set aside “{what}”", what=rule.title)
            self._session.change(*change.parts, words=words, reason=change.reason)
        dialog.deleteLater()

    def take_up(self, line: Line, asides: Sequence[Aside]) -> None:
        """Have the findings of a line that were set aside be a problem again."""
        change = take_up(asides, self._session.facts)
        words = say("take up “{what}” again", what=line.problems[0].title)
        self._session.change(*change.parts, words=words, reason=change.reason)


def _found(line: Line) -> list[Finding]:
    return [one.finding for one in line.problems if one.finding]
