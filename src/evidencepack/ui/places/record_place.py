# SPDX-License-Identifier: MPL-2.0
"""A record that is no document, such as an organisation or a question of the buyer: its form, without pages."""

from __future__ import annotations

from collections.abc import Sequence

from evidencepack.ui.places.form_place import FormPlace
from evidencepack.ui.shell.place import Crumb
from evidencepack.ui.shell.registry import entry, is_there
from evidencepack.ui.shell.where import DOCUMENTS, PARTNERS, RECORD, TENDER, Where
from evidencepack.ui.words import say

_OF_TENDER = frozenset({"tender", "question", "slot", "lot", "annex", "section_break"})
_OF_PARTNERS = frozenset(
    {"organisation", "contact", "partnership", "contribution", "guarantee", "evidence_item", "network_contact"}
)


class RecordForm(FormPlace):
    """The record that is open. It is a level below the place where records of its kind are shown."""

    @property
    def name(self) -> str:
        """The place of the registry that this is."""
        return RECORD

    @property
    def home(self) -> Where:
        """The place where records of its kind are shown."""
        return Where(self.under or DOCUMENTS)

    @property
    def under(self) -> str:
        """The place where records of its kind are shown, if there is one."""
        kind = self.session.facts.records[self.room.record_id].kind if self.room else ""
        place = TENDER if kind in _OF_TENDER else PARTNERS if kind in _OF_PARTNERS else DOCUMENTS
        return place if is_there(place) else ""

    @property
    def title(self) -> str:
        """What the record is called."""
        return self.room.title if self.room else say("Record")

    @property
    def crumbs(self) -> Sequence[Crumb]:
        """It is a level below its home."""
        return (Crumb(say(entry(self.home.place).words), self.home), Crumb(self.title))
