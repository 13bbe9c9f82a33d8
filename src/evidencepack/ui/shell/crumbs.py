# SPDX-License-Identifier: MPL-2.0
"""Where the person is, in the header: each part but the last leads there; long names give way where room is short."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from evidencepack.ui.look import scaled, sized
from evidencepack.ui.shell.place import Crumb
from evidencepack.ui.shell.where import Where
from evidencepack.ui.widgets.parts import button, label
from evidencepack.ui.words import say

_LONGEST, _LONGEST_LAST, _SHORTEST = 34, 60, 5
_READABLE = 9
"""So many letters of a part of the way are still of use."""

_AWAY = "…"
"""What stands for the way here where there is no room for its words."""

_LEAST = 24
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
        # What the words need now is no reason to keep that much: they are shortened for the room there is.
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
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
        usual = self._usual()
        return QSize(self._needed([*(_AWAY for _ in usual[1:2]), *(words[: _SHORTEST + 1] for words in usual[-1:])]), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten words, or show more of them."""
        super().resizeEvent(event)
        fitting = self._fitting(event.size().width())
        if fitting != self._shown:
            self._show(fitting)

    def _usual(self) -> list[str]:
        most = [*(_LONGEST for _ in self._crumbs[:-1]), _LONGEST_LAST]
        return [_shortened(crumb.words, longest) for crumb, longest in zip(self._crumbs, most, strict=False)]

    def _fitting(self, width: int) -> list[str]:
        """Return the words, shortened until all fit: the way here first, what is open last.

        Where of the way there would be little left to read, it is all behind one sign, which unfolds it.
        """
        words = self._usual()
        before = range(len(words) - 1)
        self._shorten(words, before, width)
        if self._needed(words) > width:
            words = [*(_AWAY for _ in words[:1] if before), *words[-1:]]
        self._shorten(words, range(len(words) - 1, len(words)), width)
        return words

    def _shorten(self, words: list[str], those: range, width: int) -> None:
        """Take letters from the longest of those words until all fit, or hardly any is left."""
        while those and self._needed(words) > width:
            longest = max(those, key=lambda at: len(words[at]))
            if len(words[longest]) <= (_SHORTEST if longest + 1 == len(words) else _READABLE):
                return
            last = longest + 1 == len(words)
            full = self._crumbs[-1 if last else longest].words
            words[longest] = (_around if last else _shortened)(full, len(words[longest]) - 1)

    def _needed(self, words: Sequence[str]) -> int:
        metrics = QFontMetrics(sized(self.font(), _POINTS, bold=True))
        between = metrics.horizontalAdvance(_BETWEEN) + 2 * _GAP
        return sum(metrics.horizontalAdvance(one) + scaled(_ROUND) for one in words) + between * max(0, len(words) - 1)

    def _show(self, words: Sequence[str]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        shown = self._crumbs if len(words) == len(self._crumbs) else self._crumbs[-len(words) :]
        for at, (crumb, said) in enumerate(zip(shown, words, strict=True)):
            if at:
                self._row.addWidget(label(_BETWEEN, "hint", wrap=False))
            away = said == _AWAY and at + 1 < len(words)
            self._row.addWidget(self._sign() if away else self._part(crumb, said, last=at + 1 == len(words)))
        self._row.addStretch(1)
        self._shown = list(words)

    def _sign(self) -> QWidget:
        """Return the sign that stands for the whole way here."""
        made = button(_AWAY, self._unfold, kind="crumb")
        made.setAccessibleName(say("The way here: {way}", way=f" {_BETWEEN} ".join(one.words for one in self._way)))
        made.setToolTip(f" {_BETWEEN} ".join(one.words for one in self._way))
        made.setMinimumWidth(_LEAST)
        return made

    def way_menu(self) -> QMenu:
        """Return the way here as a menu; it is gone once it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for crumb in self._way:
            action = menu.addAction(crumb.words.replace("&", "&&"), partial(self._go, crumb))
            action.setEnabled(crumb.where is not None)
        return menu

    def _unfold(self) -> None:
        self.way_menu().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _go(self, crumb: Crumb) -> None:
        if crumb.where is not None:
            self.going.emit(crumb.where)

    @property
    def _way(self) -> Sequence[Crumb]:
        return self._crumbs[:-1]

    def _part(self, crumb: Crumb, words: str, *, last: bool) -> QWidget:
        made: QWidget
        if last or crumb.where is None:
            made = label(words, "strong" if last else "hint", wrap=False)
        else:
            where = crumb.where
            made = button(words.replace("&", "&&"), lambda: self.going.emit(where), kind="crumb")
            made.setAccessibleName(say("Go to {place}", place=crumb.words))
            made.setMinimumWidth(_LEAST)
        made.setToolTip(crumb.words if words != crumb.words else "")
        return made


def _shortened(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def _around(words: str, longest: int) -> str:
    """Shorten a name in its middle: a reference at its end tells it from others that begin like it."""
    head, _, reference = words.rpartition(" ")
    if len(words) <= longest or not any(one.isdigit() for one in reference) or len(reference) + _READABLE > longest:
        return _shortened(words, longest)
    return f"{head[: longest - len(reference) - 2].rstrip()}… {reference}"
