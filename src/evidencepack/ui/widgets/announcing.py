# SPDX-License-Identifier: MPL-2.0
"""Words that a screen reader says without anybody going there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have a screen reader say something, after what it is saying or, where it is urgent, at once."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # nothing is said when the window comes up

    event = QAccessibleAnnouncementEvent(widget, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
