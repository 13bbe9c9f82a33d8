# SPDX-License-Identifier: MPL-2.0
"""History: who changed what and when, in words; two moments side by side; an answer or a document put back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from evidencepack.domain.record import Facts
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.ui import clock
from evidencepack.ui.controls.combo import Combo
from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.look import scaled
from evidencepack.ui.messages import agreed
from evidencepack.ui.places.changes_view import ChangesView
from evidencepack.ui.places.history_words import entries_of, lasting_words, moment_words, when_words
from evidencepack.ui.save_state import SaveState
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.place import TenderPlace
from evidencepack.ui.shell.roads import road_to
from evidencepack.ui.shell.where import HISTORY, Where
from evidencepack.ui.widgets.facts_line import flowing
from evidencepack.ui.widgets.heading import PageHeading
from evidencepack.ui.widgets.master_list import MasterList
from evidencepack.ui.widgets.parts import Pane, button, column, label, row
from evidencepack.ui.words import counted, say
from evidencepack.usecases.comparing import BEGINNING, NOW, Comparison, Story, compare, putting_back, story_of
from evidencepack.usecases.documents import document_rows
from evidencepack.usecases.sittings import Changed, Sitting

_LIST = 276
_MOMENT = 340


@dataclass(frozen=True, slots=True)
class _Told:
    story: Story
    sittings: tuple[Sitting, ...]


class History(TenderPlace):
    """The sittings on the left; on the right what the chosen one changed, or what is other between two moments."""

    folds_navigation = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._closed = False
        self._told: _Told | None = None
        self._document = ""
        self._wanted = ""
        self._which = Combo()
        self._which.setAccessibleName(say("Whose history"))
        self._which.activated.connect(lambda at: self._tell_of(str(self._which.itemData(at) or "")))
        self.list = MasterList(say("Who changed it when"))
        self.list.chosen.connect(self._show_sitting)
        self._before, self._after = Combo(), Combo()
        self._same = button(say("Show unchanged answers"), self._turn_same, kind="link")
        self._with_same = False
        self._own_moments: tuple[str, str] | None = None
        self._back = button(say("Put it all back…"), self._put_all_back)
        self.changes = ChangesView()
        self.changes.asked_back.connect(lambda path: self._put_back((path,)))
        self.changes.opened.connect(self._go_to)
        self._lay_out()
        self.session.saving.connect(self._follow)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._load)

    @property
    def title(self) -> str:
        """What the place is called."""
        return say("History")

    @property
    def here(self) -> Where:
        """The document, and the sitting that is chosen."""
        return Where(HISTORY, self._document, part=self.list.current)

    def arrive(self, where: Where) -> None:
        """Tell the history of a document, or of the whole tender, at a moment if one is named."""
        self._wanted = where.part
        self._offer_documents()
        self._tell_of(where.record if where.record in self.session.facts.records else "")
        self.list.setFocus()

    def fit(self, width: LayoutWidth) -> None:
        """Give the list less room where there is little."""
        super().fit(width)
        self._side.setFixedWidth(scaled(_LIST - 60 if width.is_narrow else _LIST))

    def parts(self) -> Sequence[QWidget]:
        """Document and sittings, then what changed."""
        return (self._side, self._page)

    def leave(self) -> None:
        """Edits elsewhere are steps of the tender."""
        super().leave()
        self.session.work_in("")

    def close_place(self) -> None:
        """Follow nothing any more."""
        self._closed = True
        self.session.saving.disconnect(self._follow)

    def _lay_out(self) -> None:
        self._heading = PageHeading(say("History"))
        self._heading.add(self._back)
        for combo, name in ((self._before, say("Compare")), (self._after, say("with"))):
            combo.setAccessibleName(name)
            combo.setMaximumWidth(scaled(_MOMENT))
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(24)
            combo.activated.connect(lambda _at: self._choose_moments())
        self._choice = flowing(
            row(label(say("Compare"), "hint", wrap=False), self._before, gap=10),
            row(label(say("with"), "hint", wrap=False), self._after, gap=10),
            self._same,
        )
        self._side = column(
            column(self._which, margins=(12, 12, 12, 8)), self.list, gap=0, margins=(0, 0, 1, 0), name="railframe"
        )
        body = column(self._heading, self._choice, self.changes, None, gap=14, margins=(24, 18, 24, 20), name="page")
        self._page = Pane(body)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side)
        layout.addWidget(self._page, 1)

    def _offer_documents(self) -> None:
        rows = document_rows(self.session.facts, self.session.library, known=self.session.papers)
        self._which.clear()
        self._which.addItem(say("The whole tender"), "")
        for one in rows:
            self._which.addItem(f"{one.reference}  {one.title}", one.id)

    def _tell_of(self, document: str) -> None:
        """Tell the history of a document; edits made here are steps of it."""
        self._document, self._own_moments = document, None
        self._which.setCurrentIndex(max(0, self._which.findData(document)))
        self.session.work_in(document)
        self.session.save()
        self._load()

    def _follow(self, state: SaveState, _words: str) -> None:
        if state is SaveState.SAVED and self.isVisible():
            self._again.start()

    def _load(self) -> None:
        facts, library, document = self.session.facts, self.session.library, self._document
        self.context.work.store.ask(
            partial(_told, facts=facts, library=library, document=document),
            done=partial(self._take, document),
            failed=self._fail,
        )

    def _take(self, document: str, told: _Told) -> None:
        """Show what the store has told, unless another document was chosen since."""
        if self._closed or document != self._document:
            return
        newest = self._told.sittings[0].moment if self._told and self._told.sittings else ""
        at_newest = self.list.current in {"", newest}
        self._told = told
        today = clock.today()
        self._offer_moments(told)
        self.list.blockSignals(True)
        self.list.show_entries(entries_of(told.sittings, today))
        if at_newest and told.sittings:
            self.list.choose(told.sittings[0].moment)
        if self._wanted:
            self.list.choose(self._wanted)
            self._wanted = ""
        self.list.blockSignals(False)
        chosen = self._own_moments
        self._show_sitting(self.list.current)
        if chosen and self._document:
            self._choose_again(*chosen)

    def _fail(self, error: Exception) -> None:
        if not self._closed:
            self._heading.tell(str(error))

    def _offer_moments(self, told: _Told) -> None:
        for combo, first, last in (
            (self._before, None, (say("The beginning"), BEGINNING)),
            (self._after, (say("Now"), NOW), None),
        ):
            combo.clear()
            if first:
                combo.addItem(*first)
            for one in told.sittings:
                combo.addItem(moment_words(one, clock.today()), one.moment)
            if last:
                combo.addItem(*last)
        self._choice.setVisible(bool(self._document))

    def _show_sitting(self, moment: str) -> None:
        """Show what was other at the end of a sitting than before it."""
        told, self._own_moments = self._told, None
        at = next((at for at, one in enumerate(told.sittings) if one.moment == moment), -1) if told else -1
        if told is None or at < 0:
            self._show_nothing()
            return
        if not self._document:
            self._show_of_tender(told.sittings[at])
            return
        before = told.sittings[at + 1].moment if at + 1 < len(told.sittings) else BEGINNING
        self._before.setCurrentIndex(self._before.findData(before))
        self._after.setCurrentIndex(self._after.findData(moment) if at else 0)
        self._compare()

    def _choose_moments(self) -> None:
        """Compare what the person chose; it stays chosen when the history grows meanwhile."""
        self._own_moments = str(self._before.currentData()), str(self._after.currentData() or NOW)
        self._compare()

    def _choose_again(self, before: str, after: str) -> None:
        self._before.setCurrentIndex(self._before.findData(before))
        self._after.setCurrentIndex(max(0, self._after.findData(after)))
        self._choose_moments()

    def _show_nothing(self) -> None:
        self._heading.name(say("History"))
        self._heading.tell(say("Nothing was changed here yet."))
        self._back.hide()
        self._choice.hide()
        self._show_changes((), (), may_put_back=False)

    def _show_of_tender(self, sitting: Sitting) -> None:
        self._heading.name(sitting.words)
        when = self._when(sitting)
        if sitting.issue:
            self._heading.tell(say("{when}. What was handed in is kept as it was: see Pack.", when=when))
        else:
            self._heading.tell(say("{when}. Choose a document to compare and to put answers back.", when=when))
        self._back.hide()
        self._show_changes(sitting.changes, (), may_put_back=False)

    def _compare(self) -> None:
        """Show what is other between the two moments that are chosen."""
        if self._told is None:
            return
        before, after = str(self._before.currentData()), str(self._after.currentData() or NOW)
        found = compare(self._told.story, before, after)
        begun = before != BEGINNING
        self._heading.name(say("What changed since {moment}", moment=self._since(before)))
        self._heading.tell(self._counted(found))
        self._back.setVisible(begun)
        self._same.setText(say("Hide unchanged answers") if self._with_same else say("Show unchanged answers"))
        self._show_changes(found.changed, found.same if self._with_same else (), may_put_back=begun)

    def _show_changes(self, changed: Sequence[Changed], same: Sequence[Changed], *, may_put_back: bool) -> None:
        """Show changes; who was at one of them stays where it was, or comes to the head of the page."""
        held = self.changes.focus_at
        self.changes.show_changes(changed, same, may_put_back=may_put_back)
        if held >= 0 and not self.changes.take_focus(held):
            self._heading.take_focus()

    def _since(self, moment: str) -> str:
        """Return what the earlier moment is called in a title: its version, or when it was."""
        sittings = self._told.sittings if self._told else ()
        found = next((one for one in sittings if one.moment == moment), None)
        words = (*found.marks, when_words(found, clock.today()))[0] if found else say("the beginning")
        return words[:1].lower() + words[1:]

    @staticmethod
    def _counted(found: Comparison) -> str:
        if not found.changed:
            return say("Nothing is other than it was then.")
        changed = counted(len(found.changed), "{n} place changed.", "{n} places changed.")
        same = counted(len(found.same), "{n} answer did not.", "{n} answers did not.") if found.same else ""
        signs = say("Words added are underlined, words taken out are struck through.")
        return " ".join(filter(None, (changed, same, signs)))

    def _turn_same(self) -> None:
        self._with_same = not self._with_same
        self._compare()

    def _put_all_back(self) -> None:
        moment = self._before.currentText()
        title = say("Put the document back as it was: {moment}?", moment=moment)
        sentence = say("You can undo this. What it says now stays in the history. Records it shares stay as they are.")
        if agreed(self, title, sentence, do=say("Put it back"), keep=say("Leave it")):
            self._put_back(())

    def _put_back(self, paths: tuple[str, ...]) -> None:
        """Make answers what they were at the earlier moment: one step, in the history like any other."""
        if self._told is None:
            return
        before = str(self._before.currentData())
        changes = putting_back(self.session.facts, self._told.story, before, paths)
        if not changes:
            self.context.guide.tell(say("It is as it was then already."))
            return
        moment = next((lasting_words(one) for one in self._told.sittings if one.moment == before), "")
        self.session.change(*changes, words=say("put back what stood there"), reason=f"put back as it was: {moment}")
        self.session.save()
        self.context.guide.tell(say("Put back. You can undo it."))

    def _go_to(self, path: str) -> None:
        near = self._document
        if (where := road_to(self.session.facts, self.session.library, path, near=near)) is not None:
            self.context.guide.open_at(where)
        else:
            self.context.guide.tell(say("It is no longer there."))

    @staticmethod
    def _when(sitting: Sitting) -> str:
        return moment_words(sitting, clock.today())


def _told(workspace: Workspace, *, facts: Facts, library: Library, document: str) -> _Told:
    story = story_of(workspace, facts, library, document=document)
    return _Told(story, story.sittings(you=workspace.person))
