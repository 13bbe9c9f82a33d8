# SPDX-License-Identifier: MPL-2.0
"""A dialog that is as high as what it says, while the window has room; then its middle scrolls and its buttons stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QDialog, QFrame, QVBoxLayout, QWidget

from evidencepack.ui.look import scaled
from evidencepack.ui.widgets.focus_ring import FocusRing
from evidencepack.ui.widgets.parts import Pane

_MOST = 0.94
"""How much of the window it takes at most."""

_BESIDE, _BAR = 22, 14
_SCROLLS: Mapping[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_PageUp.value: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown.value: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home.value: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End.value: QAbstractSlider.SliderAction.SliderToMaximum,
}


class ScrolledDialog(QDialog):
    """Heads above, a page that scrolls if it must, and a row of buttons below that is always in sight."""

    def __init__(self, parent: QWidget, title: str, *, wide: int) -> None:
        """``wide``: how wide it is in pixels at usual text, where the window has so many."""
        super().__init__(parent)
        FocusRing(self)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._wide = parent.window(), wide
        self._fixed: tuple[QWidget, ...] = ()
        self._page: QFrame | None = None
        self._pane: Pane | None = None

    def lay_out(self, heads: Sequence[QWidget], page: QFrame, buttons: QWidget) -> None:
        """Put everything in its place."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_BESIDE, 18, _BESIDE, 18)
        layout.setSpacing(10)
        for head in heads:
            layout.addWidget(head)
        self._pane = Pane(page)
        layout.addWidget(self._pane, 1)
        layout.addWidget(buttons)
        self._fixed, self._page = (*heads, buttons), page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by keys, too: nothing in the page takes the keyboard where it is only read."""
        if event.key() in _SCROLLS and self._pane is not None:
            self._pane.verticalScrollBar().triggerAction(_SCROLLS[event.key()])
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take as much room as the words need, if the window has it; before it is put in the middle of the window."""
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        layout, page = self.layout(), self._page
        if layout is None or page is None:
            return
        there = self._window.size() * _MOST
        wide = min(scaled(self._wide), there.width())
        inside = wide - 2 * _BESIDE
        high = sum(_height(one, inside) for one in self._fixed) + _height(page, inside - _BAR)
        margins = layout.contentsMargins()
        high += margins.top() + margins.bottom() + layout.spacing() * len(self._fixed)
        self.resize(wide, min(high, there.height()))


def _height(widget: QWidget, wide: int) -> int:
    return widget.heightForWidth(wide) if widget.hasHeightForWidth() else widget.sizeHint().height()
