# SPDX-License-Identifier: MPL-2.0
"""The way of the Tab key: as the parts stand on the page, whenever they were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QWidget


def order_tabs(page: QWidget) -> None:
    """Let Tab go through a page in the order of its layouts. Qt itself goes in the order of making."""
    for one, after in pairwise(_stops(page)):
        QWidget.setTabOrder(one, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    page = widget.widget() if isinstance(widget, QScrollArea) else None
    if page is not None:
        yield from _stops(page)
    elif isinstance(widget, QSplitter):
        for at in range(widget.count()):
            part = widget.widget(at)
            if part is not None:
                yield from _stops(widget.handle(at))
                yield from _stops(part)
    elif (layout := widget.layout()) is not None:
        yield from _stops_of(layout)


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _stops_of(inner)
