# SPDX-License-Identifier: MPL-2.0
"""The steps of a document beside its form: number, title, how far it is; marks and numbers where it is tight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from evidencepack.ui.look import colour, scaled, sized
from evidencepack.ui.qt_types import Index
from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.focus_ring import draw_ring
from evidencepack.ui.widgets.marks import Mark, draw_mark
from evidencepack.ui.widgets.step_marks import mark_of
from evidencepack.ui.words import counted, say
from evidencepack.usecases.badges import NO_BADGE, Badge
from evidencepack.usecases.form_state import FormState
from evidencepack.usecases.forms import StepState, StepView

WIDE, SLIM = 238, 64
"""How wide the rail is in pixels at a text size of 100 %, with titles and without."""

_ROW, _LINE, _SECOND = 36, 23, 18
_NUMBER, _TEXT, _RIGHT, _SMALL = 39, 62, 16, 11.0
_MARK, _WIDE_MARK, _SLIM_MARK, _SLIM_NUMBER = 16, 14, 8, 29
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_BY_MARK = frozenset(StepState) - {StepState.ATTENTION}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class StepsModel(QAbstractListModel):
    """The steps as rows."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: tuple[StepView, ...] = ()
        self.badges: Mapping[int, Badge] = {}

    def mark_of(self, step: int) -> Mark:
        """Return the mark of a step."""
        return standing(self.steps[step], self.badges.get(step, NO_BADGE))[0]

    def second_of(self, step: int) -> str:
        """Return what stands below the title of a step; its mark alone says that it is not begun, begun or complete."""
        words = standing(self.steps[step], self.badges.get(step, NO_BADGE))[1]
        return "" if words in {say(state.value) for state in _BY_MARK} else words

    def show_steps(self, steps: Sequence[StepView], badges: Mapping[int, Badge]) -> None:
        """Show these steps, with how much there is to fix in each."""
        fresh, badges = tuple(steps), dict(badges)
        if len(fresh) != len(self.steps):
            self.beginResetModel()
            self.steps, self.badges = fresh, badges
            self.endResetModel()
        elif (fresh, badges) != (self.steps, self.badges):
            self.steps, self.badges = fresh, badges
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of steps."""
        return 0 if parent is not None and parent.isValid() else len(self.steps)

    def data(self, index: Index, role: int = 0) -> Any:
        """Return number and title, and with them the state for those who cannot see the mark."""
        step = self.steps[index.row()]
        title = f"{index.row() + 1}  {step.title}"
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            named = say("Step {title}", title=title)
            words = standing(step, self.badges.get(index.row(), NO_BADGE))[1]
            return ", ".join(dict.fromkeys(filter(None, (named, words, say(step.state.value), still(step.missing)))))
        return None


class Rail(QListView):
    """The list of steps; ``chosen`` says to which one the person wants to go."""

    chosen = Signal(int)
    told = Signal(int, int)
    """How many answers are missing in the whole paper, and how many of them other forms ask."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName(say("Steps"))
        self._steps = StepsModel()
        self.slim = False
        self.setModel(self._steps)
        self.setItemDelegate(_RailDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_state(self, state: FormState, current: int) -> None:
        """Show the steps of a form as it stands, one of them as the one the person is at."""
        seconds = [self._steps.second_of(at) for at in range(len(self.steps))]
        self._steps.show_steps(state.steps, state.badges)
        index = self._steps.index(current)
        if self.currentIndex() != index:
            self.setCurrentIndex(index)
        self.told.emit(state.lacks, state.elsewhere)
        if seconds != [self._steps.second_of(at) for at in range(len(self.steps))]:
            self.scheduleDelayedItemsLayout()

    @property
    def steps(self) -> tuple[StepView, ...]:
        """The steps that are shown."""
        return self._steps.steps

    @property
    def standings(self) -> list[tuple[str, Mark, str]]:
        """The title of each step, its mark, and how it stands in words."""
        return [(one.title, *standing(one, self._steps.badges.get(at, NO_BADGE))) for at, one in enumerate(self.steps)]

    def state_of(self, step: int) -> StepState:
        """Return how far a step is."""
        return self._steps.steps[step].state

    def fold(self, *, slim: bool) -> None:
        """Show marks and numbers only, or titles too."""
        self.slim = slim
        self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())


class _RailDelegate(QStyledItemDelegate):
    def __init__(self, rail: Rail) -> None:
        super().__init__(rail)
        self._rail = rail

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        model = index.model()
        if self._rail.slim or not isinstance(model, StepsModel):
            return QSize(scaled(SLIM), scaled(_ROW))
        step = model.steps[index.row()]
        second = _SECOND if model.second_of(index.row()) else 0
        more = _LINE * (_lines(self._rail.font(), step.title, bold=True) - 1)
        return QSize(scaled(WIDE), scaled(_ROW + more + second))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, StepsModel):
            return
        step, place = model.steps[index.row()], QRectF(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if current:
            painter.fillRect(place, colour(Ink.ACCENT_SOFT))
            painter.fillRect(QRectF(place.x(), place.y(), 4, place.height()), colour(Ink.ACCENT))
        side, slim = scaled(_MARK), self._rail.slim
        left, number_at = (_SLIM_MARK, _SLIM_NUMBER) if slim else (_WIDE_MARK, _NUMBER)
        top = place.y() + (scaled(_ROW) - side) / 2
        draw_mark(
            painter,
            QRectF(place.x() + scaled(left), top, side, side),
            model.mark_of(index.row()),
        )
        number = str(index.row() + 1)
        _draw_number(painter, place.adjusted(scaled(number_at), 0, 0, 0), option.font, number, bold=current)
        if not self._rail.slim:
            _draw_words(painter, place, option.font, (step.title, model.second_of(index.row())), bold=current)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, place, square=True)
        painter.restore()


def _draw_number(painter: QPainter, place: QRectF, font: QFont, number: str, *, bold: bool) -> None:
    painter.setFont(_weighted(font, bold=bold))
    painter.setPen(colour(Ink.TEXT))
    painter.drawText(QRectF(place.x(), place.y(), scaled(_TEXT - _NUMBER), scaled(_ROW)), _LEFT, number)


def _draw_words(painter: QPainter, place: QRectF, font: QFont, words: tuple[str, str], *, bold: bool) -> None:
    """Draw the title, on as many lines as it needs, and under it what is still to do."""
    title, second = words
    height = scaled(_LINE * _lines(font, title, bold=bold))
    area = QRectF(place.x() + scaled(_TEXT), place.y() + scaled(_ROW - _LINE) / 2, _text_width(), height)
    painter.setFont(_weighted(font, bold=bold))
    painter.drawText(area, _WRAPPED, title)
    painter.setFont(sized(font, _SMALL))
    painter.setPen(colour(Ink.MUTED))
    painter.drawText(QRectF(area.x(), area.bottom() - 2, area.width(), scaled(_LINE)), _LEFT, second)


def _lines(font: QFont, title: str, *, bold: bool) -> int:
    """Return how many lines a title takes. A row has room for the bold one, so that choosing a step moves no other."""
    bounds = QFontMetrics(_weighted(font, bold=bold)).boundingRect(0, 0, _text_width(), 9999, _WRAPPED, title)
    return max(1, round(bounds.height() / QFontMetrics(font).lineSpacing()))


def _text_width() -> int:
    return scaled(WIDE - _TEXT - _RIGHT)


def _weighted(font: QFont, *, bold: bool) -> QFont:
    weighted = QFont(font)
    weighted.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return weighted


def standing(step: StepView, badge: Badge) -> tuple[Mark, str]:
    """Return how a step stands, for all who tell of it: what must be fixed first, or else how far it is."""
    if badge:
        return (Mark.BLOCK if badge.must else Mark.WARN), badge_words(badge)
    needed = "" if step.state is StepState.ATTENTION else still(step.missing)
    return mark_of(step.state), needed or say(step.state.value)


def badge_words(badge: Badge) -> str:
    """Return "1 must fix" or "2 should fix", the worse alone; nothing for none."""
    if badge.must:
        return counted(badge.must, "{n} must fix", "{n} must fix")
    return counted(badge.should, "{n} should fix", "{n} should fix") if badge.should else ""


def still(missing: int) -> str:
    """Return "1 answer needed" or "2 answers needed"; nothing for none."""
    if not missing:
        return ""
    return counted(missing, "1 answer needed", "{n} answers needed")
