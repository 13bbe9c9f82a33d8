# SPDX-License-Identifier: MPL-2.0
"""Readiness: what an evaluator would miss, the worst first, each with its reason and one click to the field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from evidencepack.ui.controls.control import Combo
from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.look import scaled
from evidencepack.ui.places.finding_view import FindingView
from evidencepack.ui.places.finding_words import MARKS, entries_of, group_of, tier_words
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.place import TenderPlace
from evidencepack.ui.shell.roads import road_to_problem
from evidencepack.ui.shell.where import DOCUMENTS, READINESS, Where
from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.widgets.cards import EmptyPlace
from evidencepack.ui.widgets.heading import PageHeading
from evidencepack.ui.widgets.master_list import MasterList
from evidencepack.ui.widgets.parts import Pane, button, column, row
from evidencepack.ui.widgets.states import State
from evidencepack.ui.words import counted, say
from evidencepack.usecases.readiness import Line, Wanted, lines_of

_LIST = {LayoutWidth.WIDE: 430, LayoutWidth.MIDDLE: 400, LayoutWidth.SLIM: 380, LayoutWidth.NARROW: 300}
_SEARCH_AFTER = 150


class Readiness(TenderPlace):
    """The findings there are so far: filters above, the list at the left, the chosen one at the right."""

    folds_navigation = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._checks = context.checks
        self._lines: tuple[Line, ...] = ()
        self._wanted_line = ""
        self.words = QLineEdit()
        self.words.setPlaceholderText(say("Find in findings"))
        self.words.setAccessibleName(say("Find in findings"))
        self.words.setClearButtonEnabled(True)
        self.documents = _filter(say("Which document"))
        self.partners = _filter(say("Which partner"))
        self.rules = _filter(say("Which sort of finding"))
        self.list = MasterList(say("Findings"))
        self.view = FindingView()
        self._lay_out()
        self._searching = QTimer(self, singleShot=True, interval=_SEARCH_AFTER)
        self._searching.timeout.connect(self._show_lines)
        self.words.textChanged.connect(lambda _text: self._searching.start())
        for one in (self.documents, self.partners, self.rules):
            one.activated.connect(lambda _at: self._show_lines())
        self.list.chosen.connect(self._show_line)
        self.list.opened.connect(self._open_line)
        self.view.opened.connect(self._go_to)
        self.view.moved.connect(self._move)
        self._checks.checked.connect(self.refresh)
        self.refresh()

    @property
    def title(self) -> str:
        """What the place is called."""
        return say("Readiness")

    @property
    def here(self) -> Where:
        """The finding that is chosen."""
        return Where(READINESS, part=self.list.current)

    def arrive(self, where: Where) -> None:
        """Show what is known, and a finding or the findings of a document if one is asked for; check if need be."""
        if where.record:
            self.documents.setCurrentIndex(max(0, self.documents.findData(where.record)))
        self._wanted_line = where.part
        self._checks.look()
        self.refresh()
        if self._pages.currentIndex():
            self.list.setFocus()
        else:
            self._heading.take_focus()

    def fit(self, width: LayoutWidth) -> None:
        """Give the list less room where there is little."""
        super().fit(width)
        self._side.setFixedWidth(scaled(_LIST[width]))

    def parts(self) -> Sequence[QWidget]:
        """Filters, list, finding; or what an empty place says."""
        return (self._filters, self.list, self._page) if self._pages.currentIndex() else (self._empty,)

    def do(self, command: Command) -> bool:
        """Check, find, and go to the finding that is chosen."""
        if command is Command.FIND_HERE and self._pages.currentIndex():
            self.words.setFocus()
        elif command is Command.NEXT_FINDING and self.list.current:
            self._open_line(self.list.current)
        else:
            return False
        return True

    def close_place(self) -> None:
        """Follow nothing any more."""
        self._checks.checked.disconnect(self.refresh)

    def refresh(self) -> None:
        """Show the findings as they are known now."""
        checks = self._checks
        self._heading.tell(self._state())
        for severity, state in self._counts.items():
            number = sum(one.severity is severity for one in checks.problems)
            state.show_state(MARKS[severity], tier_words(severity, number))
            state.setVisible(bool(number))
        self._offer()
        self._pages.setCurrentIndex(1 if checks.problems else 0)
        self._say_empty()
        self._show_lines()

    def _lay_out(self) -> None:
        self._heading = PageHeading(say("Would an evaluator believe it?"))
        self._counts = {severity: State(mark) for severity, mark in MARKS.items()}
        for state in self._counts.values():
            self._heading.add(state)
        self._now = button(say("Check now"), self._check)
        self._now.setToolTip(say("Check now (F5)"))
        self._heading.add(self._now)
        self._filters = row(self.words, self.documents, self.partners, self.rules, gap=8)
        frame = column(self.list, gap=0, margins=(1, 1, 1, 1), name="card")
        self._side = frame
        self._page = Pane(self.view)
        body = QFrame()
        layout = QHBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(frame)
        layout.addWidget(self._page, 1)
        self._pages = QStackedWidget()
        go = button(say("Go to your documents"), self.context.going(Where(DOCUMENTS)), kind="primary")
        self._empty = EmptyPlace("list-checks", "", "", go)
        self._pages.addWidget(column(self._empty, None))
        self._pages.addWidget(column(self._filters, body, gap=12))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 14, 24, 16)
        whole.setSpacing(12)
        whole.addWidget(self._heading)
        whole.addWidget(self._pages, 1)

    def _state(self) -> str:
        checks = self._checks
        if checks.failure:
            return say("The checks could not be done. Your answers are saved. {why}", why=checks.failure)
        if checks.running:
            return say("Checking…")
        if not checks.done_at:
            return say("Not checked yet.")
        return say("Checked {time}. There is no score; only what an evaluator would miss.", time=checks.done_at)

    def _say_empty(self) -> None:
        """Say in words why there is nothing in the list."""
        documents = any(self.session.library[one.kind].document for one in self.session.facts.records.values())
        if not documents:
            title, sentence = say("Nothing to check yet"), say("Begin a document first. Then we say what is missing.")
        elif not self._checks.done_at:
            title = say("Checking your answers")
            sentence = say("It takes a few seconds. You can go on with something else.")
        else:
            title = say("We found nothing to fix")
            sentence = say("Every answer that we ask for is there. Read it once more as a stranger would.")
        self._empty.tell(title, sentence)

    def _offer(self) -> None:
        """Offer to filter by what the findings are about; a filter that is on stays on."""
        problems = self._checks.problems
        homes = {one.home.id: one.home.words for one in problems}
        partners = {name: words for one in problems for name, words in one.home.partners.items()}
        groups = {group_of(one.rule): group_of(one.rule) for one in problems}
        _fill(self.documents, say("Everywhere"), homes.items())
        _fill(self.partners, say("All partners"), sorted(partners.items(), key=lambda one: one[1].casefold()))
        _fill(self.rules, say("All sorts"), sorted(groups.items()))

    def _wanted(self) -> Wanted:
        group = str(self.rules.currentData() or "")
        rules = {one.rule for one in self._checks.problems if group_of(one.rule) == group} if group else ()
        home, partner = str(self.documents.currentData() or ""), str(self.partners.currentData() or "")
        return Wanted(home, partner, rules, self.words.text())

    def _show_lines(self) -> None:
        """Show the lines that the filters let through; the chosen one stays chosen."""
        before = len(self._lines)
        self._lines = lines_of(self._checks.problems, self._wanted())
        self.list.show_entries(entries_of(self._lines))
        if self._wanted_line and any(self._wanted_line in _ids(line) for line in self._lines):
            self.list.choose(next(line.id for line in self._lines if self._wanted_line in _ids(line)))
            self._wanted_line = ""
        if self._lines:
            self._show_line(self.list.current)
        else:
            self.view.tell(say("No finding is like that. Choose other filters, or empty the search."))
        if self.isVisible() and len(self._lines) != before:
            announce(self.list, counted(len(self._lines), "{n} line in the list", "{n} lines in the list"))

    def _show_line(self, line: str) -> None:
        at = self._at(line)
        if at >= 0:
            self.view.show_line(self._lines[at], at + 1, len(self._lines))

    def _move(self, steps: int) -> None:
        at = self._at(self.list.current) + steps
        if 0 <= at < len(self._lines):
            self.list.choose(self._lines[at].id)
            self.list.setFocus()

    def _open_line(self, line: str) -> None:
        at = self._at(line)
        if at >= 0:
            self._go_to(min(self._lines[at].problems, key=lambda one: one.step).id)

    def _go_to(self, name: str) -> None:
        """Go to the field of a finding, from which F4 goes on."""
        found = next((one for one in self._checks.problems if one.id == name), None)
        where = road_to_problem(self.session.facts, self.session.library, found) if found else None
        if found is None or where is None:
            self.context.guide.tell(say("That is no longer there."))
            return
        self._checks.note(found)
        self.context.guide.open_at(where)

    def _at(self, line: str) -> int:
        return next((at for at, one in enumerate(self._lines) if one.id == line), -1)

    def _check(self) -> None:
        self.context.guide.run(Command.CHECK)


def _ids(line: Line) -> frozenset[str]:
    """Return what a line is known by: its own id, and those of its findings."""
    return frozenset({line.id, *(one.id for one in line.problems)})


def _filter(name: str) -> Combo:
    made = Combo()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(9)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


def _fill(combo: Combo, everything: str, choices: Iterable[tuple[str, str]]) -> None:
    kept = combo.currentData()
    combo.clear()
    combo.addItem(everything, "")
    for value, words in choices:
        combo.addItem(words, value)
    combo.setCurrentIndex(max(0, combo.findData(kept)))
