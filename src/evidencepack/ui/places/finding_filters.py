# SPDX-License-Identifier: MPL-2.0
"""What is shown of the findings: which list, what they are about, and some words of theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy

from evidencepack.ui.controls.combo import Combo
from evidencepack.ui.places.finding_words import group_of
from evidencepack.ui.widgets.parts import fill
from evidencepack.ui.words import say
from evidencepack.usecases.readiness import Problem, Wanted, number_of

OPEN, REMINDERS, ASIDE = "open", "reminders", "aside"
"""The lists, by name."""

_LISTS: Mapping[str, str] = {
    OPEN: "To fix ({n})",
    REMINDERS: "Reminders ({n})",
    ASIDE: "Set aside ({n})",
}
_SEARCH_AFTER = 150


class FindingFilters(QFrame):
    """``changed`` says that something else is wanted than before."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = QLineEdit()
        self.words.setPlaceholderText(say("Find in findings"))
        self.words.setAccessibleName(say("Find in findings"))
        self.words.setClearButtonEnabled(True)
        self.lists = _filter(say("Which list"))
        self.documents = _filter(say("Which document"))
        self.partners = _filter(say("Which partner"))
        self.rules = _filter(say("Which sort of finding"))
        parts = (self.words, self.lists, self.documents, self.partners, self.rules)
        fill(self, QHBoxLayout(self), parts, 8, (0, 0, 0, 0))
        self._searching = QTimer(self, singleShot=True, interval=_SEARCH_AFTER)
        self._searching.timeout.connect(self.changed)
        self.words.textChanged.connect(lambda _text: self._searching.start())
        for one in (self.lists, self.documents, self.partners, self.rules):
            one.activated.connect(lambda _at: self.changed.emit())

    @property
    def list(self) -> str:
        """Which list is wanted."""
        return str(self.lists.currentData() or OPEN)

    def offer(self, lists: Mapping[str, Sequence[Problem]]) -> None:
        """Offer what there is to filter by; a filter that is on stays on. A choice of one list is none."""
        _fill(self.lists, [(name, say(_LISTS[name], n=f"{number_of(some):,}")) for name, some in lists.items()])
        self.lists.setVisible(any(some for name, some in lists.items() if name != OPEN))
        problems = [one for some in lists.values() for one in some]
        homes = {one.home.id: one.home.words for one in problems}
        partners = {name: words for one in problems for name, words in one.home.partners.items()}
        groups = {group_of(one.rule): group_of(one.rule) for one in problems}
        by_name = sorted(partners.items(), key=lambda one: one[1].casefold())
        _fill(self.documents, [("", say("Everywhere")), *homes.items()])
        _fill(self.partners, [("", say("All partners")), *by_name])
        _fill(self.rules, [("", say("All sorts")), *sorted(groups.items())])

    def wanted(self, problems: Iterable[Problem]) -> Wanted:
        """Return what is wanted of the findings of a list."""
        group = str(self.rules.currentData() or "")
        rules = {one.rule for one in problems if group_of(one.rule) == group} if group else ()
        home, partner = str(self.documents.currentData() or ""), str(self.partners.currentData() or "")
        return Wanted(home, partner, rules, self.words.text())

    def want(self, *, document: str = "", partner: str = "", group: str = "") -> None:
        """Want the open findings of a document, of a partner or of a sort, and nothing else."""
        self.words.clear()
        for combo, value in (
            (self.lists, OPEN),
            (self.documents, document),
            (self.partners, partner),
            (self.rules, group),
        ):
            combo.setCurrentIndex(max(0, combo.findData(value)))
        self.changed.emit()


def _filter(name: str) -> Combo:
    made = Combo()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(9)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


def _fill(combo: Combo, choices: Iterable[tuple[str, str]]) -> None:
    kept = combo.currentData()
    combo.clear()
    for value, words in choices:
        combo.addItem(words, value)
    combo.setCurrentIndex(max(0, combo.findData(kept)))
