# SPDX-License-Identifier: MPL-2.0
"""Readiness: what an evaluator would miss, the worst first, each with its reason and one click to the field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from evidencepack.library.rule_groups import page_of_rule, rule_name
from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.look import scaled
from evidencepack.ui.places.coverage_panel import CoveragePanel
from evidencepack.ui.places.coverage_view import CoverageView
from evidencepack.ui.places.finding_deeds import FindingDeeds
from evidencepack.ui.places.finding_filters import ASIDE, OPEN, REMINDERS, FindingFilters
from evidencepack.ui.places.finding_view import FindingView
from evidencepack.ui.places.finding_words import (
    CONTRADICTION,
    MARKS,
    entries_of,
    group_of,
    tier_words,
)
from evidencepack.ui.places.pack_export import Export, Wish
from evidencepack.ui.places.sheets_menu import sheets_menu
from evidencepack.ui.press_room import PressRoom
from evidencepack.ui.pressing import Wanted
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.place import TenderPlace
from evidencepack.ui.shell.roads import road_to, road_to_problem
from evidencepack.ui.shell.where import DOCUMENTS, HELP, READINESS, Where
from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.widgets.cards import EmptyPlace
from evidencepack.ui.widgets.heading import PageHeading
from evidencepack.ui.widgets.master_list import MasterList
from evidencepack.ui.widgets.parts import Pane, button, column
from evidencepack.ui.widgets.states import State
from evidencepack.ui.words import counted, say
from evidencepack.usecases.readiness import Line, Problem, lines_of, tiers_of

_LIST = {
    LayoutWidth.WIDE: 430,
    LayoutWidth.MIDDLE: 400,
    LayoutWidth.SLIM: 380,
    LayoutWidth.NARROW: 300,
    LayoutWidth.TIGHT: 250,
}


class Readiness(TenderPlace):
    """The coverage grid, filters, the list of findings at the left, the chosen one at the right."""

    folds_navigation = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._checks = context.checks
        self._lines: tuple[Line, ...] = ()
        self._wanted_line = ""
        self._fitted: LayoutWidth | None = None
        self.room = PressRoom(context.session, context.work.store)
        self.grid, self.filters = CoveragePanel(), FindingFilters()
        self.list = MasterList(say("Findings"))
        self.view, self.place_view = FindingView(), CoverageView()
        self._deeds = FindingDeeds(self, context.session)
        self._lay_out()
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.filters.changed.connect(self._show_lines)
        self.list.chosen.connect(self._show_line)
        self.list.opened.connect(self._open_line)
        self.view.opened.connect(self._go_to)
        self.view.led.connect(self._lead)
        self.view.mended.connect(self._mend)
        self.view.put_aside.connect(self._put_aside)
        self.view.taken_up.connect(self._take_up)
        self.view.asked.connect(self._explain)
        self.view.moved.connect(self._move)
        self.view.parted.connect(self._show_part)
        self.grid.shown.connect(self._show_place)
        self.place_view.led.connect(self._lead)
        self.place_view.filtered.connect(lambda partner: self.filters.want(partner=partner))
        self._checks.checked.connect(self.refresh)

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
            self.filters.want(document=where.record)
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
        if width is not self._fitted:
            self.grid.fit(width)
            self._count()
        self._fitted = width
        self._heading.fold(tight=width is LayoutWidth.TIGHT)

    def parts(self) -> Sequence[QWidget]:
        """Filters, list, finding; or what an empty place says."""
        return (self.grid, self.filters, self.list, self._page) if self._pages.currentIndex() else (self._empty,)

    def do(self, command: Command) -> bool:
        """Check, find, and go to the finding that is chosen."""
        if command is Command.FIND_HERE and self._pages.currentIndex():
            self.filters.words.setFocus()
        elif command is Command.NEXT_FINDING and self.list.current:
            self._open_line(self.list.current)
        elif command is Command.HELP and self._shown is not None:
            self._explain(self._shown.problems[0].rule)
        else:
            return False
        return True

    def shows(self, path: str) -> bool:
        """Whatever is undone here is seen by the findings that come or go."""
        del path
        return True

    def close_place(self) -> None:
        """Follow nothing any more."""
        self._checks.checked.disconnect(self.refresh)
        self.room.close()

    def refresh(self) -> None:
        """Show the findings as they are known now."""
        checks = self._checks
        self._heading.tell(self._state())
        self._count()
        self.grid.show_grid(checks.grid)
        self.filters.offer(self._lists())
        self._contradictions()
        self._pages.setCurrentIndex(1 if checks.grid or any(self._lists().values()) else 0)
        self._say_empty()
        self._show_lines()

    def _count(self) -> None:
        """Say how many there are of each sort; where it is tight, the heads of the list do."""
        checks = self._checks
        numbers = tiers_of(checks.problems)
        for severity, state in self._counts.items():
            number = numbers[severity]
            state.show_state(MARKS[severity], tier_words(severity, number))
            state.setVisible(bool(number) and self.width_class is not LayoutWidth.TIGHT)

    def _lay_out(self) -> None:
        self._heading = PageHeading(say("Would an evaluator believe it?"))
        self._counts = {severity: State(mark) for severity, mark in MARKS.items()}
        for state in self._counts.values():
            self._heading.add(state)
        self._against = button("", lambda: self.filters.want(group=group_of(CONTRADICTION)))
        self._print = button(say("Print…"), self._offer_sheets)
        self._now = button(say("Check now"), self._check)
        self._now.setToolTip(say("Check now (F5)"))
        for part in (self._against, self._print, self._now):
            self._heading.add(part)
        frame = column(self.list, gap=0, margins=(1, 1, 1, 1), name="card")
        self._side = frame
        # Not stacked: a stack is as high as the highest of its pages.
        self._page = Pane(column(self.view, self.place_view, gap=0))
        self._turn_to(self.view)
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
        self._pages.addWidget(column(self.grid, self.filters, body, gap=12))
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
            title, sentence = _found_nothing()
        self._empty.tell(title, sentence)

    def _lists(self) -> Mapping[str, tuple[Problem, ...]]:
        checks = self._checks
        return {OPEN: checks.problems, REMINDERS: checks.reminders, ASIDE: checks.set_aside}

    def _contradictions(self) -> None:
        """Offer the findings that hold two places against each other, where there are any."""
        number = sum(group_of(one.rule) == group_of(CONTRADICTION) for one in self._checks.problems)
        self._against.setText(say("Contradictions ({n})", n=f"{number:,}"))
        self._against.setVisible(bool(number))

    def _show_lines(self) -> None:
        """Show the lines that the filters let through; the chosen one stays chosen."""
        before = len(self._lines)
        problems = self._lists()[self.filters.list]
        self._lines = lines_of(problems, self.filters.wanted(problems))
        self.list.show_entries(entries_of(self._lines))
        if self._wanted_line and any(self._wanted_line in _ids(line) for line in self._lines):
            self.list.choose(next(line.id for line in self._lines if self._wanted_line in _ids(line)))
            self._wanted_line = ""
        if self._lines:
            self._show_line(self.list.current)
        else:
            self._tell_nothing()
        if self.isVisible() and len(self._lines) != before:
            announce(self.list, counted(len(self._lines), "{n} line in the list", "{n} lines in the list"))

    def _show_line(self, line: str) -> None:
        at = self._at(line)
        if at >= 0:
            shown = self._lines[at]
            aside = self._checks.why_aside(shown.problems[0])
            self.view.show_line(shown, at + 1, len(self._lines), aside=aside, lets=self._deeds.lets(shown))
            self._turn_to(self.view)

    def _show_part(self, name: str) -> None:
        """Show one finding of the line that is chosen by itself, or all of them again."""
        line = self._lines[self._at(self.list.current)]
        at = next((at for at, one in enumerate(line.problems) if one.id == name), -1)
        if at < 0:
            self._show_line(line.id)
            self.list.setFocus()
            return
        aside = self._checks.why_aside(line.problems[at])
        self.view.show_part(line, at, aside=aside, lets=self._deeds.lets(line.parts[at]))
        self._turn_to(self.view)

    def _line(self, name: str) -> Line:
        """Return the line, or the finding of a line as one of its own, that has an id."""
        return next(one for line in self._lines for one in (line, *line.parts) if one.id == name)

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

    def _tell_nothing(self) -> None:
        """Say why the list is empty."""
        self._turn_to(self.view)
        if self._checks.problems or self.filters.list != OPEN:
            self.view.tell(say("No finding is like that. Choose other filters, or empty the search."))
        else:
            self.view.tell(*_found_nothing())

    def _turn_to(self, view: QWidget) -> None:
        """Show a finding or a place of the grid, from its beginning."""
        for one in (self.view, self.place_view):
            one.setVisible(one is view)
        self._page.settle()
        self._page.verticalScrollBar().setValue(0)

    def _show_place(self) -> None:
        """Show the place of the grid that somebody has come to."""
        if self.grid.place is not None:
            self.place_view.show_place(self.grid.place)
            self._turn_to(self.place_view)

    @property
    def _shown(self) -> Line | None:
        """The line that stands beside the list; none while a place of the grid does."""
        at = self._at(self.list.current)
        return self._lines[at] if at >= 0 and not self.view.isHidden() else None

    def _explain(self, rule: str) -> None:
        """Go to what the manual says of a rule."""
        self.context.guide.open_at(Where(HELP, part=f"{page_of_rule(rule)}/{rule_name(rule)}"))

    def _lead(self, path: str) -> None:
        """Go to where an answer stands."""
        where = road_to(self.session.facts, self.session.library, path)
        if where is None:
            self.context.guide.tell(say("That is no longer there."))
        else:
            self.context.guide.open_at(where)

    def _mend(self, name: str, at: int) -> None:
        """Do what mends a finding; undo takes it back."""
        found = next((one.finding for one in self._checks.problems if one.id == name), None)
        fixes = found.fixes[at : at + 1] if found else ()
        done = any(self._deeds.mend(fix) for fix in fixes)
        self.context.guide.tell(say("Done. Undo takes it back.") if done else say("That is no longer there."))
        self.list.setFocus()

    def _put_aside(self, line: str) -> None:
        self._deeds.put_aside(self._line(line))
        self.list.setFocus()

    def _take_up(self, line: str) -> None:
        shown = self._line(line)
        self._deeds.take_up(shown, [one for one in map(self._checks.why_aside, shown.problems) if one])
        self.list.setFocus()

    def _offer_sheets(self) -> None:
        """Offer the sheets that can be printed."""
        menu = sheets_menu(self, self._print_sheets)
        menu.popup(self._print.mapToGlobal(self._print.rect().bottomLeft()))

    def _print_sheets(self, sheets: tuple[str, ...]) -> None:
        reference = self.session.facts.records[self.session.facts.tender].reference
        wish = Wish(say("Print sheets"), reference, Wanted(sheets=sheets), folder=say("{reference} sheets"))
        Export(self, self.room, wish, ended=self.list.setFocus).ask()

    def _check(self) -> None:
        self.context.guide.run(Command.CHECK)


def _found_nothing() -> tuple[str, str]:
    title = say("We found nothing to fix")
    return title, say("Every answer that we ask for is there. Read it once more as a stranger would.")


def _ids(line: Line) -> frozenset[str]:
    """Return what a line is known by: its own id, and those of its findings."""
    return frozenset({line.id, *(one.id for one in line.problems)})
