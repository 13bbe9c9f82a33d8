# SPDX-License-Identifier: MPL-2.0
"""Where the person is, in the header: each part but the last leads there; long names give way where room is short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from evidencepack.ui.look import scaled, sized
from evidencepack.ui.shell.place import Crumb
from evidencepack.ui.shell.where import Where
from evidencepack.ui.widgets.parts import button, label
from evidencepack.ui.words import say

_LONGEST, _SHORTEST = 34, 4
_GAP, _BETWEEN = 6, "›"
_POINTS = 12
_ROUND = 8  # what a link needs round its words, in pixels


class Crumbs(QWidget):
    """``going`` carries where a part leads."""

    going = Signal(Where)

    def __init__(self) -> None:
        super().__init__()
        self._crumbs: Sequence[Crumb] = ()
        self._shown: Sequence[str] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_crumbs(self, crumbs: Sequence[Crumb]) -> None:
        """Show the way to where the person is."""
        self._crumbs = tuple(crumbs)
        self._show(self._fitting(self.width()))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for all words, but for those of names that are very long."""
        return QSize(self._needed(self._usual()), self._row.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Get along with the beginnings of the words."""
        return QSize(self._needed([words[: _SHORTEST + 1] for words in self._usual()]), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten words, or show more of them."""
        super().resizeEvent(event)
        fitting = self._fitting(event.size().width())
        if fitting != self._shown:
            self._show(fitting)

    def _usual(self) -> list[str]:
        return [_shortened(crumb.words, _LONGEST) for crumb in self._crumbs]

    def _fitting(self, width: int) -> list[str]:
        """Return the words, of which the longest have lost letters until all fit."""
        words = self._usual()
        while words and self._needed(words) > width:
            longest = max(range(len(words)), key=lambda at: len(words[at]))
            if len(words[longest]) <= _SHORTEST + 1:
                break
            words[longest] = _shortened(self._crumbs[longest].words, len(words[longest]) - 1)
        return words

    def _needed(self, words: Sequence[str]) -> int:
        metrics = QFontMetrics(sized(self.font(), _POINTS, bold=True))
        between = metrics.horizontalAdvance(_BETWEEN) + 2 * _GAP
        return sum(metrics.horizontalAdvance(one) + scaled(_ROUND) for one in words) + between * max(0, len(words) - 1)

    def _show(self, words: Sequence[str]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for at, (crumb, shown) in enumerate(zip(self._crumbs, words, strict=True)):
            if at:
                self._row.addWidget(label(_BETWEEN, "hint", wrap=False))
            self._row.addWidget(self._part(crumb, shown, last=at + 1 == len(words)))
        self._row.addStretch(1)
        self._shown = list(words)

    def _part(self, crumb: Crumb, words: str, *, last: bool) -> QWidget:
        made: QWidget
        if last or crumb.where is None:
            made = label(words, "strong" if last else "hint", wrap=False)
        else:
            where = crumb.where
            made = button(words.replace("&", "&&"), lambda: self.going.emit(where), kind="crumb")
            made.setAccessibleName(say("Go to {place}", place=crumb.words))
        made.setToolTip(crumb.words if words != crumb.words else "")
        return made


def _shortened(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"
