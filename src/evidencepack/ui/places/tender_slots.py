# SPDX-License-Identifier: MPL-2.0
"""The places of the buyer's portal on the page of a tender, and its rules as a file for the next tender."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from evidencepack.domain.slots import SLOT, Slot, slots_of
from evidencepack.errors import EvidencePackError
from evidencepack.exchange.strict_json import MOST_BYTES
from evidencepack.pack.slots.checklist import rules_in_words
from evidencepack.paths.files import write_atomically
from evidencepack.paths.names import legal_name
from evidencepack.ui.messages import Message, tell
from evidencepack.ui.places.whereto import place_to_begin
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.where import RECORD, Where, in_record
from evidencepack.ui.widgets.cards import Card, link
from evidencepack.ui.widgets.facts_line import flowing
from evidencepack.ui.widgets.parts import column, emptied, label, row
from evidencepack.ui.words import say
from evidencepack.usecases.portal_rules import saved_rules, taken_sentences, taking_rules
from evidencepack.usecases.reading_files import read_file

_SHOWN = 6
_FILTER = "JSON (*.json)"


class UploadCard(QFrame):
    """Each place that takes files, whether it must have one, and the ways to enter more, to save rules, to use some."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def refresh(self) -> None:
        """Show the places as they are now."""
        emptied(self._layout)
        slots = slots_of(self._context.session.facts)
        change = link(say("Change"), self._change, name=say("Change the upload slots"))
        rows: list[QWidget] = [self._row(one) for one in slots[:_SHOWN]]
        if not slots:
            rows = [label(say("No places yet. Copy them from the portal, or use the rules of a buyer."), "small")]
        elif len(slots) > _SHOWN:
            rows.append(label(say("and {n} more", n=len(slots) - _SHOWN), "small"))
        ways = [link(say("Use a buyer’s rules…"), self.use)]
        ways += [link(say("Save these rules…"), self.save)] if slots else []
        self._layout.addWidget(Card(say("Upload slots"), *rows, flowing(*ways, gap=16), link=change, gap=6))

    def save(self) -> None:
        """Write the rules into a file that the person names."""
        facts = self._context.session.facts
        name = legal_name(say("{reference} portal rules", reference=facts.records[facts.tender].reference))
        asked = str(place_to_begin() / f"{name}.json")
        file, _kind = QFileDialog.getSaveFileName(self, say("Save the rules of this portal"), asked, _FILTER)
        if not file:
            return
        try:
            write_atomically(Path(file), saved_rules(facts, self._context.session.library))
        except EvidencePackError as error:
            tell(self.window(), say("The rules were not saved"), str(error))
            return
        self._context.session.noted.emit(say("Saved as {name}. What goes in is not in it.", name=Path(file).name))

    def use(self) -> None:
        """Take the rules of a file that the person chooses; undo takes them back."""
        asked = say("Choose rules that were saved")
        file, _kind = QFileDialog.getOpenFileName(self, asked, str(place_to_begin()), _FILTER)
        if not file:
            return
        session = self._context.session
        try:
            taken = taking_rules(session.facts, read_file(Path(file), most=MOST_BYTES), session.library)
        except EvidencePackError as error:
            tell(self.window(), say("These rules cannot be used"), str(error))
            return
        if taken.changes:
            reason = say("portal rules from {name}", name=Path(file).name)
            session.change(*taken.changes, words=say("use a buyer’s rules"), reason=reason)
        self.refresh()
        said = Message(self.window(), say("A buyer’s rules"), [("", f"{one}.") for one in taken_sentences(taken)])
        said.offer(say("Close"), said.accept, kind="primary", default=True)
        said.open()

    def _row(self, one: Slot) -> QFrame:
        must = say("Must have a file") if one.mandatory else say("May stay empty")
        there = link(one.name.replace("&", "&&"), lambda: self._context.guide.open_at(in_record(one.id)))
        said = ". ".join(filter(None, (must, rules_in_words(one))))
        return column(row(there, None), label(said, "small"), gap=0)

    def _change(self) -> None:
        facts, kind = self._context.session.facts, self._context.session.library["tender"]
        step = next((at for at, one in enumerate(kind.steps) if f"{SLOT}s" in one.fields), 0)
        self._context.guide.open_at(Where(RECORD, facts.tender, part=str(step)))
