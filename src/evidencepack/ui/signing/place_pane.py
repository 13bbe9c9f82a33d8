# SPDX-License-Identifier: MPL-2.0
"""A place to sign: as it came beside as it went out, what the ink looks like, and what a person says that it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from evidencepack.domain.came_back import Seen
from evidencepack.library.entry_dates import date_text
from evidencepack.ui.signing.past_day import read_past_day
from evidencepack.ui.signing.picture import PaperPicture, WholePage
from evidencepack.ui.signing.review import Decision, Review, Spot
from evidencepack.ui.signing.review_words import SEEN_WORDS, copy_name
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import asked, button, column, fill, label, row
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import say


class PlacePane(QFrame):
    """``decided`` says that the person said something, or something else than before; ``asks`` what is asked next."""

    decided = Signal()
    asks = Signal(object)

    def __init__(self, review: Review, spot: Spot, *, today: date) -> None:
        super().__init__()
        self._review, self.spot, self._today = review, spot, today
        self._picture = self._whole_page()
        self.choices = {seen: QRadioButton(say(words)) for seen, words in SEEN_WORDS.items()}
        self._group = QButtonGroup(self)
        for one in self.choices.values():
            one.setAccessibleName(say("What do you see? {what}", what=one.text()))
            self._group.addButton(one)
        self.day, self.deputy, self.authority = QLineEdit(), QLineEdit(), QLineEdit()
        self._understood = label("", "hint")
        self._signed = self._about_signature()
        fill(self, QVBoxLayout(self), (*self._parts(), None), 12, (0, 0, 8, 0))
        self._take_up()
        for one in self.choices.values():
            one.toggled.connect(lambda _on: self._decide())
        self.choices[Seen.SIGNED].toggled.connect(lambda on: self.asks.emit(self.day) if on else None)
        for line in (self.day, self.deputy, self.authority):
            line.textChanged.connect(lambda _text: self._decide())

    def choose(self, seen: Seen) -> None:
        """Say what it is, as if somebody had clicked; of a signature, its day is asked next."""
        self.choices[seen].setChecked(True)
        (self.day if seen is Seen.SIGNED else self.choices[seen]).setFocus()

    def _parts(self) -> Iterator[QWidget]:
        review, spot = self._review, self.spot
        returned, page = review.returned[spot.code], review.place(spot)
        of = say("page {n} of {all}", n=review.area(spot).page, all=len(returned.copy.pages))
        came = page.read.place if page else ""
        name, place = review.name(spot), review.area(spot).label
        where = f"{copy_name(returned)}, {of} ({came})"
        head = say("Did {who} sign here?", who=name) if name != place else place
        yield column(label(head, "h2"), label(where, "hint"), gap=2)
        if page is not None and page.by_hand:
            words = say("No code could be read on this page: somebody typed which it is.")
            yield StateRow(Mark.WARN, words, say("Compare it with the paper that went out."))
        if returned.newer is not None:
            words = say("Version {label} has gone out since.", label=returned.newer.label)
            yield StateRow(Mark.WARN, words, say("A signature on this one does not count for that."))
        yield from self._pictures()
        yield row(self._picture, None)
        yield column(label(say("What do you see?"), "label"), row(*self.choices.values(), None, gap=18), gap=4)
        yield self._signed

    def _pictures(self) -> Iterator[QWidget]:
        look, place = self._review.look(self.spot), self._review.area(self.spot).label
        if look is None:
            words = say("The page could not be laid over what went out.")
            yield StateRow(Mark.WARN, words, say("Look at the whole page, and at the place in it where they sign."))
            return
        came = PaperPicture(look.scan, say("The place as it came: {place}", place=place))
        went = PaperPicture(look.blank, say("The place as it went out: {place}", place=place))
        yield row(
            column(label(say("As it came"), "cap"), came, gap=4),
            column(label(say("As it went out"), "cap"), went, gap=4),
            gap=16,
        )
        what = look.reading.ink.value
        copied = say("The paper looks like a photocopy.") if look.reading.copied else ""
        more = say("We cannot tell whose it is: that is your decision, noted with your name.")
        yield StateRow(Mark.IDEA, say("It seems: {what}.", what=what), " ".join(filter(None, (copied, more))))

    def _whole_page(self) -> QWidget:
        page = self._review.place(self.spot)
        data = self._review.taken.pictures.get((page.read.file, page.read.number), b"") if page else b""
        title = page.read.place if page else ""
        made = button(say("Show the whole page…"), lambda: WholePage(self.window(), data, title).open())
        made.setEnabled(bool(data))
        return made

    def _about_signature(self) -> QFrame:
        hint = say("As it stands there. If there is none, the day on which the paper came back.")
        day = asked(self.day, say("Date beside the signature"), hint)
        who = asked(self.deputy, say("Signed by somebody else? Who?"), say("Leave it empty if not."))
        may = asked(self.authority, say("What allows them to sign?"), say("Such as a letter or a minute."))
        return column(day, self._understood, row(who, may, gap=16), gap=6)

    def _take_up(self) -> None:
        """Show what was said before."""
        decision = self._review.decisions.get(self.spot)
        if decision is not None:
            self.choices[decision.seen].setChecked(True)
            self.day.setText(date_text(decision.day) if decision.day else "")
            self.deputy.setText(decision.deputy)
            self.authority.setText(decision.authority)
        self._signed.setVisible(decision is not None and decision.seen is Seen.SIGNED)

    def _decide(self) -> None:
        seen = next((one for one, made in self.choices.items() if made.isChecked()), None)
        self._signed.setVisible(seen is Seen.SIGNED)
        if seen is None:
            return
        day = self._read_day()
        more = (day, self.deputy.text().strip(), self.authority.text().strip()) if seen is Seen.SIGNED else ()
        self._review.decisions[self.spot] = Decision(seen, *more)
        self.decided.emit()

    def _read_day(self) -> date | None:
        """Return the day that is typed; what was understood, or why nothing was, is said below it."""
        found, said = read_past_day(self.day.text(), self._today)
        self._understood.setText(said)
        return found
