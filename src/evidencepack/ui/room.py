# SPDX-License-Identifier: MPL-2.0
"""One document: its steps on the left, the questions of one step in the middle, its pages on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QWidget,
)

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.print_rules import side_limit
from evidencepack.domain.record import Record
from evidencepack.library.model import Kind
from evidencepack.ui.chosen import Chosen
from evidencepack.ui.cursor import choose_characters, put_cursor_at
from evidencepack.ui.help_pane import HelpPane
from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.preview.making import Making
from evidencepack.ui.preview.naming import question_of, shown_as
from evidencepack.ui.preview.pane import PreviewPane
from evidencepack.ui.printing import Printer
from evidencepack.ui.rail import Rail, still
from evidencepack.ui.rail_frame import RailFrame
from evidencepack.ui.session import Session
from evidencepack.ui.side import Side
from evidencepack.ui.split import Split
from evidencepack.ui.step_look import Look, look_of
from evidencepack.ui.step_page import StepPage
from evidencepack.ui.steps_menu import steps_menu
from evidencepack.ui.tab_order import order_tabs
from evidencepack.ui.tasks import TaskRunner
from evidencepack.ui.widgets.parts import button, column, row
from evidencepack.ui.words import say
from evidencepack.usecases.form_state import form_state, in_order
from evidencepack.usecases.forms import Place, StepState, place_of
from evidencepack.usecases.listing import title_of
from evidencepack.usecases.passages import Hit
from evidencepack.usecases.readiness import Problem

COUNT_AFTER = 150
"""Milliseconds from the last change to new marks beside the steps: long documents take longer than a key."""

SHARE_AFTER = 3000
"""Milliseconds from the first pages to the measuring of the pack: whoever only looks in is not made to wait."""

_PAGES_SHARE = {
    LayoutWidth.WIDE: 46,
    LayoutWidth.MIDDLE: 44,
    LayoutWidth.SLIM: 42,
    LayoutWidth.NARROW: 50,
    LayoutWidth.TIGHT: 50,
}
"""What the pages have of the room beside the steps, in per cent, until somebody gives them more or less."""


class Room(QFrame):
    """The editor of one document."""

    finished = Signal()
    """The person is through the last step."""
    preview_toggled = Signal(bool)
    checking = Signal()
    """The person wants to read all answers on one page."""
    keeping = Signal()
    """The person wants to keep the document in the library."""
    share_wanted = Signal()
    """It is time to find out what the pack leaves to the document, if it has a limit."""
    going = Signal(str)
    """The person wants to see a record that an answer names: its id."""
    asked_elsewhere = Signal(str)
    """The person wants to go to an answer (its path) that no step of this form asks for."""

    def __init__(self, session: Session, record: str, tasks: TaskRunner, printer: Printer, chosen: Chosen) -> None:
        super().__init__()
        self._session = session
        self.record_id = record
        self._chosen = chosen
        self._width = LayoutWidth.WIDE
        self._wished: bool | None = None
        self._has_pages = self._kind.document
        # What needs another look, where, and in which steps the person has been.
        self._look, self._to_do, self._left = Look(), tuple[Place, ...](), set[int]()
        self._problems: Sequence[Problem] = ()
        self._checked: set[int] = set()
        self.rail = Rail()
        self.rail.chosen.connect(self.go_to_step)
        self.preview = PreviewPane(lambda path: question_of(session.facts, session.library, path))
        self.side = Side(self.preview, HelpPane(session), chosen)
        self.making = Making(session, record, tasks, printer, self.preview)
        self._sharing = QTimer(self, singleShot=True, interval=SHARE_AFTER)
        self._sharing.timeout.connect(self.share_wanted)
        self._follow_pages()
        self._railframe = RailFrame(self.rail, self._kind.title, self._record.reference, ways_out=self._has_pages)
        self._railframe.checking.connect(self.checking)
        self._railframe.keeping.connect(self.keeping)
        self._next_missing = button("", self.next_unanswered)
        self._go_on = button(say("Save and continue"), self.go_on, kind="primary")
        self._back = button(say("Back"), lambda: self.go_to_step(self.step - 1))
        self._foot = row(
            self._go_on, self._back, None, self._next_missing, gap=10, margins=(26, 9, 22, 9), name="footbar"
        )
        self.step = 0
        self.page = self._make_page(0)
        self._last_jump: Place | None = None
        self._places = QStackedWidget()
        self._places.addWidget(self.page)
        self._middle = column(self._places, self._foot, gap=0)
        self.split = Split(self._middle, self.side)
        self.split.settled.connect(lambda share: chosen.take(replace(chosen.now, pages_share=share)))
        self._lay_out()
        self._counting = QTimer(self, singleShot=True, interval=COUNT_AFTER)
        self._counting.timeout.connect(self._count)
        session.changed.connect(self._refresh)
        self._arrive()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._railframe)
        layout.addWidget(self.split, 1)

    @property
    def has_pages(self) -> bool:
        """Whether it is a document, which has pages; other records have a form only."""
        return self._has_pages

    @property
    def title(self) -> str:
        """What the header calls it."""
        if not self._has_pages:
            return title_of(self._record)
        return f"{self._kind.title} {self._record.reference}"

    def focusNextPrevChild(self, forward: bool, /) -> bool:  # noqa: FBT001 - Qt's signature
        """Go on by Tab as the page is read: lines and examples are made later than what stands under them."""
        order_tabs(self)
        return super().focusNextPrevChild(forward)

    def go_to_step(self, step: int) -> None:
        """Show a step and start at its first question."""
        self._give_way()
        self._show_step(step)
        if step in self._left:
            self.page.show_wrong(self._look.of_step(step))
        self.page.start()

    def check_step(self) -> None:
        """Say above the questions of this step what needs another look, and go there."""
        self._checked.add(self.step)
        self._count()
        self.page.show_look(self._look.of_step(self.step))
        if not self.page.summary.isHidden():
            self.page.start()

    def go_to_field(self, path: FieldPath, start: int = 0, end: int = 0) -> bool:
        """Show the step that asks for an answer and put the keyboard there; False if no step asks for it.

        ``start`` and ``end`` are the characters to choose; both 0 for none.
        """
        place = place_of(self._session.facts, self._session.library, self._record, path)
        if place is None:
            return False
        self._give_way()
        if place.step != self.step:
            self._show_step(place.step)
        self._last_jump = place
        self.page.go_to(place)
        choose_characters(start, end)
        return True

    def show_found(self, problems: Sequence[Problem]) -> None:
        """Show what the checks have found, beside its questions and beside the steps."""
        self._problems = tuple(problems)
        self._count()

    @property
    def path_here(self) -> FieldPath | None:
        """The answer that has the keyboard; None if none has."""
        at = self.page.position()
        return FieldPath(self.record_id, self._kind.steps[self.step].fields[at]) if at >= 0 else None

    def parts(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through: steps, form, foot, pages or help."""
        return (self._railframe, self._places, self._foot, self.side.part)

    def go_on(self) -> None:
        """Save, and show the next step; after the last, leave."""
        self._session.save()
        if self.step + 1 < len(self._kind.steps):
            self.go_to_step(self.step + 1)
        else:
            self.finished.emit()

    def go_by(self, steps: int) -> None:
        """Go a number of steps forward or back, no further than the ends."""
        wanted = max(0, min(len(self._kind.steps) - 1, self.step + steps))
        if wanted != self.step:
            self.go_to_step(wanted)

    def next_unanswered(self) -> None:
        """Go to the next answer to give or look at again, behind where the person is; after the last, to the first."""
        self._count()
        if not self._to_do:
            return
        self._give_way()
        place = next((place for place in self._to_do if self._is_ahead(place)), self._to_do[0])
        if place.step != self.step:
            self._show_step(place.step)
        self._last_jump = place
        self.page.go_to(place)

    def fit(self, width: LayoutWidth) -> None:
        """Fold and unfold for a width of the window; a wish that only holds for this width is forgotten with it."""
        if width is not self._width:
            self._width, self._wished = width, None
        self._arrange()

    def toggle_preview(self) -> None:
        """Show the side, or give its room to the form. Where both have room, that is remembered."""
        shown = self.side.isHidden()
        self._wished = None if self._has_room else shown
        if self._has_room:
            self._chosen.take(replace(self._chosen.now, preview=shown))
        self._arrange()
        if shown and self._width.is_narrow:
            self.side.part.setFocus()

    def show_help(self) -> bool:
        """Show the help of the question that has the keyboard; False if none has, or its help is shown already."""
        shown = self.side.helps.isVisible()
        if not self._has_pages or shown or self.page.path_here is None:
            return False
        self.side.open_help()
        if self.side.isHidden():
            self.toggle_preview()
        return True

    def leave(self) -> None:
        """Keep what is typed, and note that the person has been in this step: its mistakes are said on coming back."""
        self.page.finish_typing()
        self._session.save()
        self._left.add(self.step)

    def close_room(self) -> None:
        """Follow nothing any more."""
        self.making.stop()
        self._sharing.stop()
        self._counting.stop()
        self._session.changed.disconnect(self._refresh)
        self.page.close_page()
        self.preview.close_pane()
        self.side.helps.close_pane()

    def _show_step(self, step: int) -> None:
        if step != self.step:
            self.leave()
        self.step = step
        old, self.page = self.page, self._make_page(step)
        old.close_page()
        self._places.addWidget(self.page)
        self._places.setCurrentWidget(self.page)
        self._places.removeWidget(old)
        old.deleteLater()
        self._arrive()

    def _make_page(self, step: int) -> StepPage:
        page = StepPage(self._session, self.record_id, step)
        page.moved.connect(self._point)
        page.going.connect(self.going)
        page.head.listing.connect(self._list_steps)
        return page

    def _list_steps(self) -> None:
        """Unfold the steps with their names, and the ways out of the form."""
        ways = ((say("Check your answers"), self.checking.emit), (say("Keep in the library…"), self.keeping.emit))
        shown = ways if self._has_pages else ()
        menu = steps_menu(self, self.rail.standings, self.step, self.go_to_step, shown)
        menu.popup(self.page.head.below_steps())

    def _arrive(self) -> None:
        self._last_jump = None
        last = self.step + 1 == len(self._kind.steps)
        self._go_on.setText(say("Save and finish") if last else say("Save and continue"))
        self._back.setVisible(self.step > 0)
        self._count()
        self._arrange()

    def _refresh(self) -> None:
        if self.record_id not in self._session.facts.records:
            return
        self._counting.start()
        if self._has_pages:
            self.making.follow()

    def _count(self) -> None:
        """Find out anew what is to do, and say it beside the steps, above the questions and beside them."""
        facts, library = self._session.facts, self._session.library
        problems = self._problems
        state = form_state(facts, library, self._record, troubled=self._session.drafts, problems=problems)
        nagging = (one.place for one in state.here if one.nags and state.is_begun(one.place.step))
        self._to_do = in_order((*state.to_do, *nagging), library, self._record)
        self._look = look_of(state)
        self.page.keep_looking(self._look)
        self.rail.show_state(state, self.step)
        shown = state.is_begun(self.step) or self.step in self._checked
        self.page.show_found([one for one in state.here if one.place.step == self.step and shown])
        words = still(len(state.missing)) or (state.again and say(StepState.ATTENTION.value)) or say("To look at")
        self._next_missing.setText(say("{what}: next (F4)", what=words) if self._to_do else say("Nothing is missing"))
        self._next_missing.setEnabled(bool(self._to_do))

    def _is_ahead(self, place: Place) -> bool:
        """Whether a place is behind the question that has the keyboard, or in it behind the last one gone to."""
        here, there = (self.step, self.page.position()), (place.step, self._position(place))
        last = self._last_jump
        if there != here:
            return there > here
        order = list(self._to_do)
        return last is None or last.field != place.field or last not in order or order.index(place) > order.index(last)

    def _position(self, place: Place) -> int:
        return self._kind.steps[place.step].fields.index(place.field)

    def _arrange(self) -> None:
        fits = self._has_room and self._chosen.now.preview
        shown = self._has_pages and (fits if self._wished is None else self._wished)
        alone = shown and self._width.is_narrow
        self._railframe.fit(self._width)
        self.page.head.name_steps(by_menu=self._width.is_slim)
        self._middle.setVisible(not alone)
        self.side.show_side(on=shown)
        self.making.begin()
        self.split.give(self._chosen.now.pages_share or _PAGES_SHARE[self._width])
        self.preview_toggled.emit(shown)

    @property
    def _has_room(self) -> bool:
        """Whether form and pages have room beside each other."""
        return not self._width.is_narrow and not self.page.wide

    def _follow_pages(self) -> None:
        """Let the pages lead to the form, and the form to the pages."""
        pages = self.preview.pages
        pages.chosen.connect(self._go_to_asked)
        pages.left_by_key.connect(self._back_to_form)
        self.side.helps.left_by_key.connect(self._back_to_form)
        self.side.turned.connect(self.making.begin)
        self.making.shown.connect(self._share_soon, Qt.ConnectionType.SingleShotConnection)
        self.preview.strip_shown.connect(
            lambda on: self._chosen.take(replace(self._chosen.now, small_pages=on)),
        )
        self.preview.show_strip(on=self._chosen.now.small_pages)

    def _go_to_asked(self, hit: Hit, stay: bool) -> None:  # noqa: FBT001 - a slot of Qt's
        """Go to the question that asks for what was chosen on the pages; with ``stay`` the pages keep the keyboard."""
        road = next((path for path in map(FieldPath.parse, hit.paths) if self.go_to_field(path)), None)
        if road is None:
            self.asked_elsewhere.emit(hit.paths[0])
        elif stay and self.preview.isVisible():
            self.preview.pages.setFocus()
        else:
            put_cursor_at(hit.words)

    def _share_soon(self) -> None:
        if side_limit(self._session.facts.records[self._session.facts.tender].answers):
            self._sharing.start()

    def _give_way(self) -> None:
        """Show the form again where the pages stood in its place."""
        if self._width.is_narrow and self._wished:
            self._wished = None
            self._arrange()

    def _back_to_form(self) -> None:
        """Give the keyboard back to the form."""
        self._give_way()
        self.page.take_back()

    def _point(self) -> None:
        """Mark on the pages what the person is typing, and show its help."""
        asking = self.page.asking
        if asking is not None:
            self.preview.pages.point_at(tuple(shown_as(self._session.facts, asking.path)))
            self.side.helps.show_for(asking)

    @property
    def _record(self) -> Record:
        return self._session.facts.records[self.record_id]

    @property
    def _kind(self) -> Kind:
        return self._session.library[self._record.kind]
