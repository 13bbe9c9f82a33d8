# SPDX-License-Identifier: MPL-2.0
"""How a pack is numbered after it was issued, and whether it says what changed: answers of the tender, asked here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QVBoxLayout

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType
from evidencepack.pack.numbering import KEEP, LATE_CHANGE, RENUMBER
from evidencepack.pack.slip import CHANGE_PAGE, says_answers
from evidencepack.ui.widgets.choices import OneOf, Option, YesNo
from evidencepack.ui.words import say
from evidencepack.usecases.changes import SetAnswer


@dataclass(frozen=True, slots=True)
class LateWish:
    """Whether letters that were issued are kept, and whether the pack shows what each changed answer said before."""

    kept: bool
    answers: bool


class LateChoice(QFrame):
    """The two questions; ``number`` is that of the newest issue."""

    def __init__(self, wish: LateWish, number: int) -> None:
        super().__init__()
        self._kept = wish.kept
        keep = say("New papers stand at the end. What is withdrawn leaves a line. A change slip says what changed.")
        options = (
            Option(KEEP, say("Keep the letters of issue {number}", number=number), keep),
            Option(RENUMBER, say("Number everything anew"), say("Whoever has the last issue will find other letters.")),
        )
        self.numbering = OneOf(say("Letters of the appendices"), options)
        self.numbering.turn_on(KEEP if wish.kept else RENUMBER)
        self.numbering.chosen.connect(self._choose)
        self.answers = YesNo(say("Show what each changed answer said before"), on=wish.answers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.numbering)
        layout.addWidget(self.answers)

    @property
    def wish(self) -> LateWish:
        """What was chosen."""
        return LateWish(self._kept, self.answers.isChecked())

    def _choose(self, name: str) -> None:
        self._kept = name == KEEP


def late_wish(facts: Facts) -> LateWish:
    """Return what a tender says of it."""
    return LateWish(facts.records[facts.tender].answers.get(LATE_CHANGE) == KEEP, says_answers(facts))


def wishing(facts: Facts, wish: LateWish) -> tuple[SetAnswer, ...]:
    """Return the changes of the tender that a wish asks for; none for what it says already."""
    now, found = late_wish(facts), list[SetAnswer]()
    if now.kept != wish.kept:
        said = KEEP if wish.kept else RENUMBER
        found.append(SetAnswer(FieldPath(facts.tender, LATE_CHANGE), FieldType.CHOICE, said))
    if now.answers != wish.answers:
        found.append(SetAnswer(FieldPath(facts.tender, CHANGE_PAGE), FieldType.YES_NO, wish.answers))
    return tuple(found)
