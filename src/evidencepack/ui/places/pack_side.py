# SPDX-License-Identifier: MPL-2.0
"""What stands beside the order of the pack: sides against the limit, what must be fixed first, for whom and as what."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QVBoxLayout

from evidencepack.domain.trade import Audience
from evidencepack.pack.press import Format
from evidencepack.ui.controls.combo import Combo
from evidencepack.ui.pressing import Blocking, PackState
from evidencepack.ui.widgets.cards import Card, link
from evidencepack.ui.widgets.marks import Mark, MarkSign
from evidencepack.ui.widgets.meter import Meter
from evidencepack.ui.widgets.parts import column, label, row
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import counted, say

_SHOWN = 8
"""So many things to fix are listed; the others are counted."""


class SizeCard(QFrame):
    """Sides of the appendices against the tender's limit."""

    def __init__(self) -> None:
        super().__init__()
        self._meter = Meter(say("All appendices"))
        self._words = label(say("The sides are being counted…"), "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Card(say("Size"), self._meter, self._words))
        self._meter.hide()

    def show_size(self, state: PackState, *, annexes: int = 0) -> None:
        """Show how much of the limit is used; ``annexes`` are those in the pack, whose pages are not known yet."""
        self._show_sides(state)
        more = counted(
            annexes,
            "The pages of 1 annex come on top: they are counted when you export.",
            "The pages of {n} annexes come on top: they are counted when you export.",
        )
        self._words.setText(" ".join(filter(None, (self._words.text(), more if annexes else ""))))

    def _show_sides(self, state: PackState) -> None:
        sides, limit = state.size.sides, state.size.limit
        counted_it, limited = bool(state.size.spans), bool(limit)
        self._meter.setVisible(counted_it and limited)
        if state.problem:
            self._words.setText(state.problem)
        elif not counted_it:
            self._words.setText(say("Nothing is in the pack yet."))
        elif not limited:
            words = counted(sides, "{n} side.", "{n} sides.")
            self._words.setText(say("{sides} This tender gives no limit.", sides=words))
        else:
            self._meter.show_use(sides, limit, say("{sides:,} of {limit:,} sides", sides=sides, limit=limit))
            over = sides - limit
            late = counted(over, "{n} side too many. Shorten answers, or leave something out.",
                           "{n} sides too many. Shorten answers, or leave something out.")  # fmt: skip
            self._words.setText(late if over > 0 else say("Cover, contents and evidence matrix do not count."))

    def show_problem(self, sentence: str) -> None:
        """Say why nothing could be counted."""
        self._words.setText(sentence)


class FixCard(QFrame):
    """What must be fixed before the pack can go; each a road to its answer."""

    def __init__(self, go: Callable[[str], None], check: Callable[[], None], see_all: Callable[[], None]) -> None:
        super().__init__()
        self._go, self._check, self._see_all = go, check, see_all
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._show([StateRow(Mark.NONE, say("The pack is being checked…"))])

    def show_blocking(self, found: Sequence[Blocking], name: Callable[[Blocking], str]) -> None:
        """Show what was found; ``name`` says where each is."""
        together = _together(found)
        rows: list[QFrame] = [self._row(some, name(some[0])) for some in together[:_SHOWN]]
        missing = [one.path for one in found if one.missing]
        if len(set(missing)) < len(missing):
            once = say("An answer that several papers need is listed with each of them, and counted once.")
            rows.insert(0, label(once, "small"))
        if rows:
            more = sum(map(len, together[_SHOWN:]))
            others = counted(more, "and {n} other: see all in Readiness", "and {n} others: see all in Readiness")
            rows.append(row(link(others if more else say("See all in Readiness"), self._see_all), None))
        self._show(rows or [StateRow(Mark.MET, say("Nothing has to be fixed first."))])

    def _row(self, some: Sequence[Blocking], where: str) -> QFrame:
        first, several = some[0], len(some) > 1
        words = say("Go to the first") if several else say("Go there")
        there = link(words, lambda: self._go(first.path), name=say("Go to {where}", where=where))
        missing = counted(len(some), "{n} answer is missing", "{n} answers are missing")
        said = label(say("{where}: {missing}", where=where, missing=missing) if several else first.words)
        return row(column(3, MarkSign(Mark.BLOCK), None, gap=0), column(said, row(there, None), gap=0), gap=9)

    def _show(self, rows: Sequence[QFrame | QLabel]) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        again = link(say("Check again"), self._check)
        self._layout.addWidget(Card(say("Before you export"), *rows, link=again))


class HowCard(QFrame):
    """For whom the pack is, and as what files."""

    def __init__(self) -> None:
        super().__init__()
        self._reader = _picks(say("For"), (say("The buyer"), say("Partners"), say("Your own people")))
        self._reader.currentIndexChanged.connect(self._explain)
        self._form = _picks(say("Files"), (say("PDF and Word"), say("PDF"), say("Word")))
        self._duplex = QCheckBox(say("For printing on both sides"))
        self._hint = label("", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            Card(
                say("How it is made"),
                _titled(say("For"), self._reader),
                self._hint,
                _titled(say("Files"), self._form),
                self._duplex,
            )
        )
        self._explain(0)

    @property
    def audience(self) -> Audience:
        """For whom."""
        return (Audience.PACK, Audience.PARTNER, Audience.OWN)[self._reader.currentIndex()]

    @property
    def formats(self) -> tuple[Format, ...]:
        """As what files."""
        return (tuple(Format), (Format.PDF,), (Format.DOCX,))[self._form.currentIndex()]

    @property
    def duplex(self) -> bool:
        """Whether each document begins on a right-hand page."""
        return self._duplex.isChecked()

    def _explain(self, at: int) -> None:
        words = (
            say("What is private, or for partners only, is left out."),
            say("What is private is left out. Each page says that it is not part of the tender."),
            say("Everything is in it. Each page says: do not send."),
        )
        self._hint.setText(words[at])


def _together(found: Sequence[Blocking]) -> list[list[Blocking]]:
    """Return what is to be fixed, with the missing answers of each document as one."""
    parts: dict[object, list[Blocking]] = {}
    for at, one in enumerate(found):
        parts.setdefault(one.record if one.missing else at, []).append(one)
    return list(parts.values())


def _picks(name: str, words: Sequence[str]) -> Combo:
    made = Combo()
    made.setAccessibleName(name)
    made.addItems(list(words))
    return made


def _titled(title: str, picks: Combo) -> QFrame:
    head = label(title, "cap")
    head.setBuddy(picks)
    return column(head, picks, gap=3)
