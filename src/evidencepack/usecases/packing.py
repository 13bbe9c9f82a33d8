# SPDX-License-Identifier: MPL-2.0
"""The pack before it is exported: on which pages each document stands, and the pages to look through or to print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from evidencepack.compose.signed_words import without_changed
from evidencepack.domain.print_rules import side_limit
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.library.model import Library
from evidencepack.pack.build import Part, document_part, pack_part
from evidencepack.pack.look import look_of
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.plan import Earlier, Plan
from evidencepack.pack.press import Format, Press
from evidencepack.render.fonts.lost import MissingGlyphError
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.previewing import Preview, UnprintableError
from evidencepack.usecases.signed_papers import PaperWords
from evidencepack.usecases.slotting import SlotLine, expected_slots, slot_lines
from evidencepack.usecases.unprintable import questions_of


@dataclass(frozen=True, slots=True)
class Measured:
    """How large a pack is: pages in all, sides of its appendices, the limit of the tender (0: none).

    ``spans`` has the first and the last page of each document in the pack, counted from 1, by the id of its record.
    ``slots`` are the places of the portal, as far as they can be known before anything is made.
    """

    pages: int = 0
    sides: int = 0
    limit: int = 0
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    slots: tuple[SlotLine, ...] = ()

    @property
    def front(self) -> int:
        """Return how many pages stand before the first document: cover, contents and evidence matrix."""
        return min((first for first, _ in self.spans.values()), default=self.pages - self.sides + 1) - 1


@dataclass(frozen=True, slots=True)
class PagePress:
    """Makes pages of one tender: in its own look, with the pictures that they show (``pictures_of``).

    ``earlier`` are the papers of earlier issues (``earlier_papers``).
    """

    library: Library
    press: Press
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    duplex: bool = False
    earlier: Earlier = field(default_factory=dict)

    def plan(self, facts: Facts, audience: Audience) -> Plan:
        """Return the pack for somebody, composed."""
        # As an export makes them: signatures on other words than those of now are not counted.
        facts = without_changed(facts, PaperWords(self.library).changed(facts))
        return plan_of(facts, self.library, audience=audience, earlier=self.earlier)

    def press_for(self, facts: Facts) -> Press:
        """Return the press in the tender's own look."""
        return self.press.looking(look_of(facts, self.pictures, duplex=self.duplex))

    def measure(self, facts: Facts) -> Measured:
        """Lay the pack out and say where everything stands; nothing is printed.

        Raises:
            UnprintableError: if no font has some characters.
        """
        plan, press = self.plan(facts, Audience.PACK), self.press_for(facts)
        limit = side_limit(plan.tender.answers)
        if not plan.appendices:
            return Measured(limit=limit, slots=slot_lines(expected_slots(plan, {}, pages=0)))
        with_guess = pack_part(plan, (), pages=len(plan.appendices))
        try:
            spans, pages = with_guess.counted(press)
        except MissingGlyphError as error:
            raise UnprintableError(error, questions_of(facts, self.library)) from error
        found = {
            one.record.id: (span.first_page, span.last_page) for one, span in zip(plan.appendices, spans, strict=True)
        }
        sides = sum(last - first + 1 for first, last in found.values())
        return Measured(pages, sides, limit, found, slot_lines(expected_slots(plan, found, pages=pages)))

    def pages(self, facts: Facts, document: str, audience: Audience) -> Preview:
        """Return the pages of one document (the id of its record) or, if that is empty, of the pack, to be printed.

        Raises:
            NotFoundError: if the tender has no such document, or no document for its pack.
            UnprintableError: if no font has some characters.
        """
        plan, press = self.plan(facts, audience), self.press_for(facts)
        try:
            file = self.print_part(plan, document, press)
        except MissingGlyphError as error:
            raise UnprintableError(error, questions_of(facts, self.library)) from error
        return Preview(file.data, file.pages)

    def print_part(self, plan: Plan, document: str, press: Press) -> BuiltFile:
        """Print a document (the id of its record), or the pack if that is empty.

        Raises:
            NotFoundError: if the plan has no such document, or none for its pack.
        """
        (file,) = self._part(plan, document, press).print_on(press)
        return file

    def _part(self, plan: Plan, document: str, press: Press) -> Part:
        if document:
            if document not in plan.made:
                raise NotFoundError(
                    "This document is no longer in the tender. Nothing was printed. Choose another one."
                )
            # What is printed on paper is not filled in on the screen.
            part = document_part(plan, plan.made[document], (Format.PDF,))
            return replace(part, properties=replace(part.properties, fillable=False))
        if not plan.appendices:
            raise NotFoundError("No document is in the pack yet. Nothing was printed. Put one in first.")
        spans, pages = pack_part(plan, (), pages=len(plan.appendices)).counted(press)
        sides = sum(span.last_page - span.first_page + 1 for span in spans)
        return pack_part(plan, (Format.PDF,), pages=pages, sides=sides)
