# SPDX-License-Identifier: MPL-2.0
"""What stands beside the list of the library: one thing kept, a part in your words, keeping something, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from evidencepack.library.wording import ADVISERS, pieces
from evidencepack.ui.controls.combo import Combo
from evidencepack.ui.look import scaled
from evidencepack.ui.places.library_words import day_words, state_of, wording_state
from evidencepack.ui.widgets.cards import Card, Notice, Tone
from evidencepack.ui.widgets.facts_line import flowing
from evidencepack.ui.widgets.parts import button, column, label, rule
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import say
from evidencepack.usecases.offers import Offer, Sort
from evidencepack.usecases.shelf_view import ShelfItem
from evidencepack.usecases.wording import State, WordingView

_LONGEST = 600
"""Characters of a thing that are shown: the whole is in the tender that takes it."""

_HIGH = 150


class ItemCard(Card):
    """Something that is kept. ``taken`` asks for a copy in the tender: the document it goes into, or nothing."""

    taken = Signal(str)

    def __init__(self, item: ShelfItem, homes: Sequence[tuple[str, str]], today: date, *, tender: bool) -> None:
        """``homes`` are the documents that a clause could go into, by reference with their names."""
        row, (mark, words) = item.row, state_of(item, today)
        shown = item.words if len(item.words) <= _LONGEST else f"{item.words[:_LONGEST].rstrip()}…"
        owner = row.owner or say("Nobody looks after it")
        used = say("Last used in {tender}, {day}", tender=row.used_in, day=day_words(row.used_on))
        self._homes = Combo()
        self._homes.setAccessibleName(say("Into which document?"))
        for name, said in homes:
            self._homes.addItem(said, name)
        self._take = button(say("Take into this tender"), self._press, kind="primary")
        self._take.setEnabled(tender)
        parts: list[QWidget] = [label(row.what, "small")]
        parts += [label(say("“{words}”", words=shown))] if shown else []
        parts += [
            StateRow(mark, words, say("Look at it again by {day}", day=day_words(row.review_by))),
            label(say("Looked after by: {who}", who=owner), "hint"),
            label(say("Kept from {reference}, {tender}", reference=row.from_reference, tender=row.from_tender), "hint"),
            label(used if row.used_on else say("No tender has taken it yet."), "hint"),
        ]
        parts += [label(say("Into which document?"), "label"), self._homes] if len(homes) > 1 else []
        parts += [flowing(self._take)]
        parts += [] if tender else [label(say("Open a tender first. It takes a copy."), "small")]
        super().__init__(row.name, *parts)

    def _press(self) -> None:
        self.taken.emit(str(self._homes.currentData() or ""))


class WordingCard(Card):
    """A part of a document: what the standard says now, and beside it your words.

    ``kept`` carries other words, ``stays`` says that yours stay although the standard has changed, and ``restored``
    that the standard is to stand again.
    """

    kept = Signal(str)
    stays = Signal()
    restored = Signal()

    def __init__(self, view: WordingView) -> None:
        part, wording = view.part, view.wording
        mark, words = wording_state(view.state)
        standard = _flowing(part.words) if part else say("The program has this part no more.")
        self.yours = QPlainTextEdit(wording.text if wording else standard)
        self.yours.setAccessibleName(say("Your words"))
        self.yours.setTabChangesFocus(True)
        self.yours.setMinimumHeight(scaled(_HIGH))
        asked = [ADVISERS[one] for one in part.advice] if part else []
        ask = say("Before you change it, ask: {who}.", who=", ".join(asked))
        advised = wording is not None and wording.advised
        buttons = [button(say("Keep in your words"), lambda: self.kept.emit(self.yours.toPlainText()), kind="primary")]
        if view.state is State.BEHIND:
            buttons.append(button(say("Yours are right still"), self._stay))
        if wording is not None:
            buttons.append(button(say("Go back to the standard"), self._restore))
        parts: list[QWidget] = [StateRow(mark, words, view.problem)]
        if asked:
            parts.append(label(_advice(view) if advised else ask, "hint"))
        if "{" in standard:
            parts.append(label(say("Words in curly brackets come from your answers. Leave them as they are."), "small"))
        parts += [
            label(say("The standard now"), "label"),
            _sunk(standard),
            label(say("Your words"), "label"),
            self.yours,
        ]
        if wording is not None and view.state is State.BEHIND:
            parts += [label(say("The standard that you changed"), "label"), _sunk(_flowing(wording.standard_text))]
        super().__init__(part.title if part else view.reference, *parts, flowing(*buttons))
        self.view = view
        self._before = self.yours.toPlainText()

    @property
    def draft(self) -> str | None:
        """What was typed and is not kept; None if nothing was."""
        text = self.yours.toPlainText()
        return text if text != self._before else None

    def settle(self) -> None:
        """Nothing that was typed waits any more: it is kept, or the standard stands again."""
        self._before = self.yours.toPlainText()

    def _stay(self) -> None:
        self.stays.emit()

    def _restore(self) -> None:
        self.restored.emit()


class KeepCard(Card):
    """Keeping something of the tender: ``kept`` says that everything is filled in, ``left`` that it is not wanted."""

    kept = Signal()
    left = Signal()

    def __init__(self, things: Iterable[tuple[str, str]], owners: Iterable[tuple[str, str]], chosen: str = "") -> None:
        self.what, self.owner = Combo(), Combo()
        for name, words in things:
            self.what.addItem(words, name)
        self.what.setCurrentIndex(max(0, self.what.findData(chosen)))
        self.owner.addItem(say("Nobody yet"), "")
        for name, words in owners:
            self.owner.addItem(words, name)
        self.name, self.review_by = QLineEdit(), QLineEdit()
        self.again = False
        self._problem = label("", "error")
        self._button = button(say("Keep a copy"), self._press, kind="primary")
        for combo in (self.what, self.owner):
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(12)
        super().__init__(
            say("Keep in the library"),
            _asked(self.what, say("What do you want to keep?"), say("The library takes a copy.")),
            _asked(self.name, say("Under which name?"), say("You will look for it by this.")),
            _asked(self.owner, say("Who looks after it?"), say("Somebody who knows if it is still true.")),
            _asked(self.review_by, say("Look at it again by"), say("A day, such as 31 January 2028.")),
            self._problem,
            flowing(self._button, button(say("Cancel"), self._leave)),
            gap=12,
        )
        self._problem.setVisible(False)
        self.name.textChanged.connect(lambda _text: self._ask_again(on=False))

    def refuse(self, words: str, *, there: bool = False) -> None:
        """Say why it was not kept; ``there``: something of that name is, and can be replaced."""
        self._problem.setText(f"{say('Error')}: {words}")
        self._problem.setVisible(True)
        self._ask_again(on=there)
        self.name.setFocus()

    def _press(self) -> None:
        self.kept.emit()

    def _leave(self) -> None:
        self.left.emit()

    def _ask_again(self, *, on: bool) -> None:
        self.again = on
        self._button.setText(say("Put this in its place") if on else say("Keep a copy"))


class ChangedCard(Card):
    """What has changed since it was copied. ``decided`` carries the name of the offer, and whether the new is taken."""

    decided = Signal(str, bool)

    def __init__(self, found: Sequence[Offer]) -> None:
        parts: list[QWidget] = [label(say("Nothing changes by itself. Choose for each."), "hint")]
        for offer in found:
            parts += [rule(), self._offer(offer)]
        super().__init__(say("Changed since you copied it"), *parts)

    def _offer(self, offer: Offer) -> QFrame:
        take = say("Take the new one") if offer.sort is not Sort.FACT else say("I have seen it")
        return column(
            label(offer.label, "strong"),
            label(say("Copied from {name}", name=offer.since), "small"),
            label(say("Yours: {words}", words=offer.yours or "–")),
            label(say("Now: {words}", words=offer.theirs or "–")),
            flowing(self._choice(take, offer, taken=True), self._choice(say("Keep mine"), offer, taken=False)),
            gap=3,
        )

    def _choice(self, words: str, offer: Offer, *, taken: bool) -> QPushButton:
        made = button(words, lambda: self.decided.emit(offer.path, taken), kind="small")
        made.setAccessibleName(f"{words}: {offer.label}")
        return made


def refused(words: str) -> Notice:
    """Return what is shown when something could not be done."""
    return Notice(Tone.WARN, say("That was not done"), words)


def _advice(view: WordingView) -> str:
    wording = view.wording
    day = day_words(wording.advised_on.isoformat()) if wording and wording.advised_on else "–"
    return say("Advised by {who}, {day}.", who=wording.adviser if wording else "", day=day)


def _flowing(text: str) -> str:
    """Return a text without the ends of lines that only its file has."""
    return "\n\n".join(pieces(text))


def _sunk(words: str) -> QFrame:
    return column(label(words), gap=0, margins=(10, 8, 10, 8), name="sunk")


def _asked(control: QWidget, words: str, hint: str) -> QFrame:
    head = label(words, "label")
    head.setBuddy(control)
    control.setAccessibleName(words)
    control.setAccessibleDescription(hint)
    return column(head, label(hint, "hint"), control, gap=3)
