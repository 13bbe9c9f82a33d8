# SPDX-License-Identifier: MPL-2.0
"""The page of one partner, each of its facts with the way to the form where it is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference
from evidencepack.library.entry_dates import date_text
from evidencepack.ui import clock
from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.places import partner_cards as cards
from evidencepack.ui.places.partner_words import line_below, stand_words
from evidencepack.ui.places.taking_out import TakingOut
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.where import in_document, in_record
from evidencepack.ui.widgets.cards import Notice, Tone, link
from evidencepack.ui.widgets.columns import Columns
from evidencepack.ui.widgets.heading import PageHeading
from evidencepack.ui.widgets.parts import button, column, emptied, label, row
from evidencepack.ui.words import say
from evidencepack.usecases.document_grid import GridCell, document_grid, new_paper
from evidencepack.usecases.documents import Standing
from evidencepack.usecases.listing import title_of
from evidencepack.usecases.partner_changes import begin_record
from evidencepack.usecases.partner_view import (
    Assurance,
    Given,
    PartnerLine,
    Person,
    Stand,
    Talk,
    assurances,
    fit_parts,
    gets,
    gives,
    people_of,
    talks,
)
from evidencepack.usecases.suggesting import Suggestion, suggestions, type_of

_SIDE = 318


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the page tells: while it is the same, the page stays as it is, and the keyboard where it is."""

    line: PartnerLine
    organisation: Record
    fit: Record | None
    gives: tuple[Given, ...]
    gets: tuple[Given, ...]
    people: tuple[Person, ...]
    assurances: tuple[Assurance, ...]
    talks: tuple[Talk, ...]
    papers: tuple[tuple[str, str, GridCell], ...]
    suggested: Suggestion | None
    today: date


class PartnerPage(QFrame):
    """``taking_out`` says that the person wants to take the partner out, with nothing in the way."""

    taking_out = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("page")
        self._context = context
        self._session = context.session
        self._width = LayoutWidth.WIDE
        self._shown: _Shown | None = None
        self.heading = PageHeading("")
        self._details = button(say("Change details"), self._change)
        self.heading.add(self._details)
        self._main, self._side = _stack(12), _stack(12)
        self._out = TakingOut(context)
        self._out.wanted.connect(self.taking_out)
        self._out.going.connect(self._go)
        self._both: QBoxLayout | None = None
        self._columns = Columns(column(self._main, self._out, None, gap=12), self._side, side=_SIDE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addWidget(self._columns)
        layout.addStretch(1)

    def show_partner(self, line: PartnerLine) -> None:
        """Show an organisation as it stands now."""
        shown = self._of(line)
        if shown == self._shown:
            return
        self._shown = shown
        self._out.show_for(line)
        self.heading.name(title_of(shown.organisation))
        self.heading.tell(line_below(shown.organisation, self._session.library) or line.sort)
        for stack, parts in ((self._main, self._main_parts(shown)), (self._side, self._side_parts(shown))):
            inside = stack.layout()
            if isinstance(inside, QVBoxLayout):
                emptied(inside)
                for part in parts:
                    inside.addWidget(part)
                inside.addStretch(1)
        self.fit(self._width)

    def fit(self, width: LayoutWidth) -> None:
        """Put people and proofs beside the rest, or below it."""
        self._width = width
        self._columns.fit(width)
        if self._both is not None:
            across = not width.is_narrow
            self._both.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)

    def _of(self, line: PartnerLine) -> _Shown:
        facts, library, today = self._session.facts, self._session.library, clock.today()
        record = facts.records[line.id]
        known = type_of(library, record) is not None and line.stand is not Stand.LEAD
        return _Shown(
            line,
            record,
            facts.get(line.fit),
            gives(facts, line.id),
            gets(facts, line.id),
            people_of(facts, line.id),
            assurances(facts, library, line.id, today),
            talks(facts, line.id),
            tuple(self._papers(line.id)),
            suggestions(facts, library, line.id)[0] if known else None,
            today,
        )

    def _papers(self, organisation: str) -> Iterator[tuple[str, str, GridCell]]:
        """Yield the papers of the partner, and those of the whole partnership that its type begins with."""
        library = self._session.library
        found = type_of(library, self._session.facts.records[organisation])
        begins = library.partner_types[found].kinds if found else ()
        session = self._session
        grid = document_grid(
            session.facts,
            library,
            troubled=session.drafts,
            known=session.papers,
            seen=session.seen,
        )
        at = grid.columns.index(organisation) if organisation in grid.partners else 0
        for one in grid.rows if at else ():
            cell = one.cells[at]
            whole = cell.standing is Standing.ONE_FOR_ALL
            if cell.standing is not Standing.NOT_NEEDED and (one.kind in begins or not whole):
                yield one.kind, one.title, one.cells[0] if whole else cell

    def _main_parts(self, shown: _Shown) -> Iterator[QWidget]:
        if shown.fit is not None:
            yield self._gap(shown.fit)
            yield self._fit_head(shown.fit, shown.line.stand)
            parts = fit_parts(shown.fit, self._session.library)
            yield cards.fit_card(parts, shown.fit.id, self._go)
        yield self._give_and_get(shown)
        found = type_of(self._session.library, shown.organisation)
        if shown.suggested is not None and shown.fit is not None and found is not None:
            guide = self._session.library.partner_types[found]
            change = self._changing(f"{shown.fit.id}/{guide.checks}", say("Change what can be shown"))
            yield cards.show_card(shown.suggested, change)
        if shown.fit is not None:
            yield cards.papers_card(shown.papers, self._open_paper)

    def _side_parts(self, shown: _Shown) -> Iterator[QWidget]:
        yield cards.people_card(shown.people, self._adding("contact", say("Add a person")), self._go)
        add = self._adding("evidence_item", say("Add a proof"))
        yield cards.assurance_card(shown.assurances, add, self._go)
        if shown.line.stand is not Stand.LEAD:
            note = self._adding("network_contact", say("Add a note"), words=say("Add a note"))
            yield cards.talks_card(shown.talks, note, self._go)

    def _gap(self, fit: Record) -> Notice:
        gap, source = str(fit.answers.get("gap_filled", "")), str(fit.answers.get("spec_ref", ""))
        words = gap or say("Nobody has said yet what would be missing without them.")
        more = say(" (Specification {number})", number=source) if gap and source else ""
        change = self._changing(f"{fit.id}/gap_filled", say("Change the gap they fill"))
        return Notice(Tone.TIP, say("The gap they fill"), f"{words}{more}", row(change, None))

    def _fit_head(self, fit: Record, stand: Stand) -> QFrame:
        when, who = fit.answers.get("checked_on"), fit.answers.get("checked_by")
        person = self._session.facts.get(who.record) if isinstance(who, Reference) else None
        words = stand_words(stand)
        if isinstance(when, date):
            words = say("{state} · decided {day}", state=words, day=date_text(when))
        if person is not None and isinstance(when, date):
            words = say("{state} by {who}", state=words, who=title_of(person))
        change = self._changing(f"{fit.id}/decision", say("Change the decision"))
        return column(row(label(say("Four-part fit test"), "h2"), None, change), label(words, "small"), gap=0)

    def _give_and_get(self, shown: _Shown) -> QFrame:
        nothing = say("Nothing yet. Say how much, how often and who leads.")
        given = cards.given_card(say("Gives"), shown.gives, nothing, self._go)
        got = cards.given_card(say("Gets"), shown.gets, say("Nothing yet. Say what you promise in return."), self._go)
        frame = QFrame()
        self._both = QHBoxLayout(frame)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(12)
        for card, kind, name in (
            (given, "contribution", say("Add what they give")),
            (got, "guarantee", say("Add what they get")),
        ):
            inside = card.layout()
            if isinstance(inside, QVBoxLayout):
                inside.addWidget(row(self._adding(kind, name), None))
            self._both.addWidget(card, 1)
        return frame

    def _changing(self, path: str, name: str) -> QPushButton:
        return link(say("Change"), lambda: self._go(path), name=name)

    def _adding(self, kind: str, name: str, *, words: str = "") -> QPushButton:
        return link(words or say("Add"), lambda: self._begin(kind), name=name)

    def _begin(self, kind: str) -> None:
        """Begin a record about this organisation, and ask about it."""
        if self._shown is None:
            return
        facts, library = self._session.facts, self._session.library
        name, changes = begin_record(facts, library, kind, self._shown.line.id)
        self._session.change(*changes, words=say("add {what}", what=library[kind].title.lower()))
        self._context.guide.open_at(in_record(name))

    def _go(self, path: str) -> None:
        """Go to where something is said: always to its own form, so that one comes back here."""
        record, _, field = path.partition("/")
        if record in self._session.facts.records:
            self._context.guide.open_at(in_record(record, FieldPath(record, field) if field else None))

    def _change(self) -> None:
        if self._shown is not None:
            self._go(self._shown.line.id)

    def _open_paper(self, kind: str) -> None:
        """Open a paper of the partner; begin it where there is none."""
        if self._shown is None:
            return
        cell = next(cell for name, _title, cell in self._shown.papers if name == kind)
        record = cell.documents[0] if cell.documents else ""
        if not record:
            library = self._session.library
            record, changes = new_paper(self._session.facts, library, kind, self._shown.line.id)
            self._session.change(*changes, words=say("add {what}", what=library[kind].title))
        self._context.guide.open_at(in_document(record))


def _stack(gap: int) -> QFrame:
    return column(gap=gap)
