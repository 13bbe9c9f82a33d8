# SPDX-License-Identifier: MPL-2.0
"""The places of the buyer's portal beside the pack: what each has of what it needs, and the way to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from evidencepack.ui.widgets.cards import Card, link
from evidencepack.ui.widgets.marks import Mark, MarkSign
from evidencepack.ui.widgets.meter import Meter
from evidencepack.ui.widgets.parts import column, emptied, label, row
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import counted, say
from evidencepack.usecases.slotting import SlotLine

_SHOWN = 8
"""So many places are listed; the others are counted."""


class SlotsCard(QFrame):
    """Each place with its files and how much of its limit is used; what must be put right is a road to it.

    It takes no room while a tender names no place.
    """

    def __init__(self, go: Callable[[str], None], see_all: Callable[[], None]) -> None:
        """``go`` opens the record of a place, ``see_all`` what the tender says of its portal."""
        super().__init__()
        self._go, self._see_all = go, see_all
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_slots(self, slots: Sequence[SlotLine]) -> None:
        """Show the places in their order."""
        emptied(self._layout)
        rows: list[QWidget] = [part for one in slots[:_SHOWN] for part in self._row(one)]
        if more := len(slots) - _SHOWN:
            others = counted(more, "and {n} other place", "and {n} other places") if more > 0 else ""
            rows += [label(others, "small")] if others else []
        if any(one.suggested for one in slots):
            rows.append(label(say("Suggested: nobody has said yet what goes in."), "small"))
        rows.append(label(say("The finished files are checked when you export."), "small"))
        there = link(say("Files and limits"), self._see_all, name=say("Open the places on the portal, in Tender"))
        self._layout.addWidget(Card(say("Upload slots"), *rows, link=there, gap=6))
        self.setVisible(bool(slots))

    def _row(self, one: SlotLine) -> list[QWidget]:
        said = one.wrong or one.unsure
        if not said and one.limit and one.sides:
            meter = Meter(one.name)
            meter.show_use(one.sides, one.limit, _sides(one))
            return [meter]
        if not said:
            return [StateRow(Mark.IDEA if one.suggested else Mark.MET, one.name, figure=_figure(one))]
        there = link(say("Go there"), lambda: self._go(one.record), name=say("Go to {where}", where=one.name))
        words = column(label(one.name), label(f"{said[0]}.", "small"), row(there, None), gap=0)
        sign = column(3, MarkSign(Mark.BLOCK if one.wrong else Mark.WARN), None, gap=0)
        return [row(sign, words, gap=9)]


def _sides(one: SlotLine) -> str:
    return say("{sides:,} of {limit:,} sides", sides=one.sides, limit=one.limit)


def _figure(one: SlotLine) -> str:
    if not one.files:
        return say("may stay empty")
    files = counted(one.files, "1 file", "{n} files")
    return say("{files}, suggested", files=files) if one.suggested else files
