# SPDX-License-Identifier: MPL-2.0
"""How a place is left, and put back as it was: scroll bars and what had the keyboard; the parts that F6 visits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from evidencepack.ui.shell.journey import Left
from evidencepack.ui.shell.place import Place


def how_left(place: Place) -> Left:
    """Return how a place is being left."""
    scrolls = tuple(area.verticalScrollBar().value() for area in _areas(place))
    focus = QApplication.focusWidget()
    inside = focus is not None and place.isAncestorOf(focus)
    return Left(scrolls, _name_of(place, focus) if inside and focus is not None else "")


def put_back(place: Place, left: Left) -> None:
    """Put a place back as it was left, as far as it still has the same parts."""
    target = _named(place, left.focus) if left.focus else None
    if target is not None and target.isVisibleTo(place) and target.isEnabled():
        target.setFocus(Qt.FocusReason.OtherFocusReason)
    # A page knows how far it can scroll once it is laid out.
    QApplication.sendPostedEvents()
    for area, value in zip(_areas(place), left.scrolls, strict=False):
        area.verticalScrollBar().setValue(value)


def next_part(parts: Sequence[QWidget], *, back: bool) -> None:
    """Put the keyboard into the next part of the window that can take it."""
    there = [part for part in parts if part.isVisible() and first_stop(part) is not None]
    if not there:
        return
    focus = QApplication.focusWidget()
    # The innermost part has the keyboard: a part may be inside another one.
    at = max((number for number, part in enumerate(there) if _has(part, focus)), default=-1)
    target = first_stop(there[(at + (-1 if back else 1)) % len(there)])
    if target is not None:
        target.setFocus(Qt.FocusReason.TabFocusReason)


def first_stop(part: QWidget) -> QWidget | None:
    """Return the first widget of a part that Tab would come to; the part itself, if it is one."""
    for widget in (part, *part.findChildren(QWidget)):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        if takes and widget.isVisible() and widget.focusProxy() is None:
            return widget
    return None


def _has(part: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (part is focus or part.isAncestorOf(focus))


def _areas(place: Place) -> list[QAbstractScrollArea]:
    return place.findChildren(QAbstractScrollArea)


def _name_of(place: Place, widget: QWidget) -> str:
    """Return a name for a widget inside a place: the numbers of the children on the way to it."""
    steps: list[str] = []
    while widget is not place:
        parent = widget.parentWidget()
        if parent is None:
            return ""
        steps.append(str(_children(parent).index(widget)))
        widget = parent
    return "/".join(reversed(steps))


def _named(place: Place, name: str) -> QWidget | None:
    found: QWidget = place
    for step in name.split("/"):
        children = _children(found)
        if int(step) >= len(children):
            return None
        found = children[int(step)]
    return found


def _children(widget: QWidget) -> list[QWidget]:
    return [child for child in widget.children() if isinstance(child, QWidget)]
