# SPDX-License-Identifier: MPL-2.0
"""What is wrong with a page as somebody meets it: names, targets, cut words, stops of the Tab key."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from evidencepack.ui.widgets.grid import Grid
from evidencepack.ui.widgets.master_list import MasterList, lines_of

TARGET = 24
_PATIENCE = 20

_CONTROLS = frozenset(
    {
        *(QAccessible.Role.EditableText, QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.Slider),
        *(QAccessible.Role.RadioButton, QAccessible.Role.ComboBox, QAccessible.Role.Table, QAccessible.Role.List),
        *(QAccessible.Role.ProgressBar, QAccessible.Role.Graphic),
    }
)
_OF_QT = frozenset({"QAbstractScrollArea", "QScrollBar", "QComboBoxListView", "QComboBoxPrivateContainer"})


def unnamed(window: QWidget) -> list[str]:
    """The controls that assistive technology finds and cannot name."""
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    found = list(_controls(root))
    assert found
    return [
        f"{one.role()} {one.object()}"
        for one in found
        if not one.text(QAccessible.Text.Name) and one.object().metaObject().className() not in _OF_QT
    ]


def too_small(window: QWidget) -> list[str]:
    """What is pressed or typed into, and smaller than a finger or an unsteady hand needs."""
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)
    return [
        f"{_called(one)} {one.width()}x{one.height()}"
        for kind in kinds
        for one in window.findChildren(kind)
        if one.isVisible() and not _inside_another(one) and (one.height() < TARGET or one.width() < TARGET)
    ]


def cut_words(window: QWidget) -> list[str]:
    """Words that do not fit what shows them. Ones that end in an ellipsis say the whole in a tool tip.

    What a layout that is still to come would mend is none: on a busy machine one may be late.
    """
    for _ in range(_PATIENCE):
        if not _cut_words_now(window):
            return []
        QTest.qWait(50)
    return _cut_words_now(window)


def _cut_words_now(window: QWidget) -> list[str]:
    labels = (one for one in window.findChildren(QLabel) if one.isVisible() and one.text())
    found = [f"label {one.text()[:60]!r} {one.width()}x{one.height()}" for one in labels if _is_cut(one)]
    kinds = (QPushButton, QCheckBox, QRadioButton)
    buttons = (one for kind in kinds for one in window.findChildren(kind) if one.isVisible() and one.text())
    found += [f"button {one.text()!r} {one.width()}" for one in buttons if _is_narrow(one)]
    return found + _painted_over_their_edge(window) + _beyond_their_frame(window)


def _painted_over_their_edge(window: QWidget) -> list[str]:
    """Lines of lists whose words end in an ellipsis, although a title may take several lines."""
    return [
        f"line {entry.title!r}"
        for one in window.findChildren(MasterList)
        if one.isVisible()
        for entry in one.entries.entries
        if entry.id and lines_of(one, entry)[-1].endswith("…") and not entry.title.endswith("…")
    ] + [
        f"table that scrolls sideways {one.accessibleName()!r}"
        for one in window.findChildren(Grid)
        if one.isVisible() and one._whole and one.horizontalScrollBar().isVisible()
    ]


def _beyond_their_frame(window: QWidget) -> list[str]:
    """Words that begin in what holds them and end outside of it, where nobody sees them."""
    kinds = (QLabel, QPushButton, QCheckBox, QRadioButton, QToolButton, QComboBox, QLineEdit)
    shown = (one for kind in kinds for one in window.findChildren(kind) if one.isVisible() and not _inside_another(one))
    return [f"beyond {_called(one)} {one.geometry().getRect()}" for one in shown if _sticks_out(one)]


def _sticks_out(widget: QWidget) -> bool:
    frame = widget.parentWidget()
    return frame is not None and not widget.isWindow() and widget.geometry().right() > frame.width() + 1


def too_wide(window: QWidget) -> list[str]:
    """Pages that scroll down only, and whose content sticks out at the right."""
    return [
        f"{area} {page.width()} > {area.viewport().width()}"
        for area in window.findChildren(QScrollArea)
        if area.isVisible()
        and (page := area.widget()) is not None
        and area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        and page.width() > area.viewport().width()
    ]


def stops(window: QWidget) -> list[QWidget]:
    """What Tab comes to, from the first stop round to it again."""
    chain = [window]
    while (after := chain[-1].nextInFocusChain()) is not window and after is not None:
        chain.append(after)
    return [one for one in chain if _is_stop(one)]


def missed(window: QWidget) -> list[str]:
    """What can be used with the mouse, and Tab never comes to."""
    reached = stops(window)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView)
    return [
        _called(one)
        for kind in kinds
        for one in window.findChildren(kind)
        if one.isVisible() and one.isEnabled() and not _inside_another(one) and not _grouped(one) and one not in reached
    ]


def settle() -> None:
    """Let layouts and paints that wait be done."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def _controls(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    if interface.state().invisible:
        return
    if interface.role() in _CONTROLS:
        yield interface
    if interface.role() is QAccessible.Role.ComboBox:
        return
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid():
            yield from _controls(child)


def _is_cut(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 2
    wide = label.sizeHint().width() > label.width() + 2
    return (wide and not label.toolTip()) or label.sizeHint().height() > label.height() + 2


def _is_narrow(button: QAbstractButton) -> bool:
    return button.objectName() != "switcher" and button.sizeHint().width() > button.width() + 1


def _is_stop(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _inside_another(widget: QWidget) -> bool:
    """Whether a control is a part of another one, such as the line of a list to pick from or a head of a table."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QAbstractItemView):
            return True
        if isinstance(parent, QAbstractScrollArea):
            return False
        parent = parent.parentWidget()
    return False


def _grouped(widget: QWidget) -> bool:
    """Whether arrows, and not Tab, go to a control: one of a group of which another one is on."""
    return isinstance(widget, QAbstractButton) and widget.isCheckable() and not widget.isChecked()


def _called(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{widget.metaObject().className()} {words or widget.accessibleName() or widget.objectName()!r}"
