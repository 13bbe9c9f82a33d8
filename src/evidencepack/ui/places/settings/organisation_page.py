# SPDX-License-Identifier: MPL-2.0
"""The person's own organisation: what its papers print of it, and the way to change that."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from evidencepack.domain.record import Record
from evidencepack.ui.places.settings.page import SettingsPage
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.where import in_record
from evidencepack.ui.widgets.cards import Card, Notice, Tone
from evidencepack.ui.widgets.facts_line import FactsLine
from evidencepack.ui.widgets.parts import button, column, emptied, label, row
from evidencepack.ui.words import say
from evidencepack.usecases.own_organisation import own_organisations, said_of


class OrganisationPage(SettingsPage):
    """Each organisation that leads a bid of this workspace: usually one."""

    def __init__(self, context: Context) -> None:
        line = say("What is printed of you: said once, used in every paper of every tender.")
        super().__init__(say("Your organisation"), line)
        self._context = context
        self._cards = QFrame()
        self._layout_of_cards = QVBoxLayout(self._cards)
        self._layout_of_cards.setContentsMargins(0, 0, 0, 0)
        self._layout_of_cards.setSpacing(12)
        self.show_parts(self._cards)

    def refresh(self) -> None:
        """Show how they are now."""
        emptied(self._layout_of_cards)
        found = self._context.work.store.wait_for(own_organisations)
        for organisation in found:
            self._layout_of_cards.addWidget(self._card(organisation.record, organisation.tender))
        if not found:
            sentence = say("Open a tender, and answer “Who leads the bid?”. That organisation is shown here.")
            self._layout_of_cards.addWidget(Notice(Tone.TIP, say("Nobody leads a bid yet"), sentence))

    def _card(self, organisation: Record, tender: str) -> Card:
        facts = FactsLine()
        facts.show_facts(said_of(organisation, self._context.work.library))
        change = button(say("Change"), lambda: self._change(organisation.id, tender))
        change.setAccessibleName(say("Change what is said of {name}", name=organisation.reference))
        name = str(organisation.answers.get("legal_name", organisation.reference))
        hint = label(say("A change shows in every tender. Papers that were exported stay as they are."), "small")
        return Card(name, facts, column(hint, row(change, None), gap=6))

    def _change(self, organisation: str, tender: str) -> None:
        self._context.guide.open_at(in_record(organisation)._replace(tender=tender))
