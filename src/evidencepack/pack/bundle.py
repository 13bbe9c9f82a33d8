# SPDX-License-Identifier: MPL-2.0
"""The bundle: our own pages and those of files from outside as one PDF, in one order, counted from its first page.

It claims neither PDF/UA nor PDF/A. What it says of itself is true: title, language, page labels, bookmarks; and every
page has a place in its structure, a scan as a picture with words that say what it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from evidencepack.blocks.blocks import TocEntry
from evidencepack.blocks.document import Document, Running
from evidencepack.blocks.inlines import Text
from evidencepack.compose.front import CHANGES
from evidencepack.compose.sheets.divider import described_title, section_sheet, volume_sheet
from evidencepack.domain.trade import Audience
from evidencepack.pack.annexes import FIRST_VOLUME, Annex, SectionBreak, VolumeBreak
from evidencepack.pack.binding import carrying
from evidencepack.pack.build import pack_name
from evidencepack.pack.enclosed import Enclosed
from evidencepack.pack.front import front_matter
from evidencepack.pack.manifest import BuiltFile, DocumentVersion
from evidencepack.pack.plan import Appendix, Plan
from evidencepack.pack.press import Press
from evidencepack.pack.signed import in_bundle, signed_anchor
from evidencepack.pack.signed_sheets import (
    Sheets,
    below_papers,
    said_under,
    signed_documents,
    signed_guests,
    signed_versions,
)
from evidencepack.pack.slip import slip_title, slips, told_of
from evidencepack.render.properties import Properties
from evidencepack.render.typeset.guests import Guests, GuestsByAnchor
from evidencepack.render.typeset.page import Outline, Pages, Span
from evidencepack.render.typeset.parting import part_of

BUNDLE = "bundle"
"""The name of the bundle for a buyer, without its ending."""

_DRAFT = "Draft"


def bundle_name(audience: Audience) -> str:
    """Return the name, without an ending, of the bundle for somebody."""
    return pack_name(audience).replace("pack", BUNDLE, 1)


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle before it is laid out: its plan, and its files from outside by the id of their annex.

    ``name`` is that of the file, without an ending. ``sheets`` are signed pages, by the SHA-256 of their pictures.
    ``title`` is that of some parts alone (``bound_parts``), before which no front stands; empty for a whole bundle.
    """

    plan: Plan
    enclosed: Mapping[str, Enclosed]
    name: str = BUNDLE
    sheets: Sheets = field(default_factory=dict)
    title: str = ""

    def print_on(self, press: Press, *, pack: BuiltFile | None = None) -> BuiltFile:
        """Lay the bundle out and print it; laid out again, if its front then says other numbers than it has.

        ``pack`` is the pack without files from outside, from which they are guessed.
        """
        return self._printed(self._settled(press, pack), press, self.name, self._properties)

    def print_volumes(self, press: Press) -> tuple[BuiltFile, ...]:
        """Print the bundle as a file for each volume that begins in its plan; pages are counted through all of them."""
        laid = self._settled(press, None)
        volumes = [one for one in self.plan.listed if isinstance(one, VolumeBreak)]
        starts = [0, *(laid.anchors[one.record.id].page for one in volumes[1:]), len(laid.pages)]
        own, of = self._properties, len(volumes)
        return tuple(
            self._printed(
                part_of(laid, *ends),
                press,
                f"{self.name}-{number}-of-{of}",
                replace(own, title=f"{own.title}, volume {number} of {of}"),
            )
            for number, ends in enumerate(pairwise(starts), 1)
        )

    def _settled(self, press: Press, pack: BuiltFile | None) -> Pages:
        """Return the pages with the numbers of them that their front says; laid out again if those were guessed wrong.

        ``pack`` is what is printed of our own documents alone, if that is known.
        """
        laid, said = self._laid_out(press, *self._guessed(pack))
        if not self.title and (len(laid.pages), self._sides(laid)) != said:
            laid, _ = self._laid_out(press, len(laid.pages), self._sides(laid))
        return replace(laid, outline=tuple(_nested(below_papers(laid, self.plan), self._sections(laid))))

    def _printed(self, laid: Pages, press: Press, name: str, properties: Properties) -> BuiltFile:
        outside = {one.sha256: one.foreign.data for one in self.enclosed.values() if one.foreign}
        carry = carrying(laid, outside | {name: one.data for name, one in self.sheets.items()})
        data = press.print_bundle(laid, properties, carry)
        return BuiltFile(f"{name}.pdf", data, len(laid.pages), self._versions(laid))

    def _guessed(self, pack: BuiltFile | None) -> tuple[int, int]:
        """Return how many pages there are likely to be, and how many of them are sides of appendices."""
        sheets = [one for one in self.enclosed.values() if self.plan.divided or not one.sides]
        more = sum(one.sides for one in self.enclosed.values()) + len(sheets) + len(self.sheets)
        sections = [one for one in self.plan.listed if self.plan.divided and isinstance(one, SectionBreak)]
        pages, sides = (pack.pages, pack.sides) if pack else (len(self.plan.appendices), 0)
        return pages + more + len(sections), sides + more

    def _laid_out(self, press: Press, pages: int, sides: int) -> tuple[Pages, tuple[int, int]]:
        front = front_matter(self.plan, pages=pages, sides=sides, bundled=True)
        running = front[0].running
        documents = tuple(self._documents(running))
        if not self.title:
            documents = (*front, *documents, *slips(self.plan, running, bundled=True))
        _, laid = press.lay_out(documents, stamp=True, guests=self._guests(running))
        return laid, (pages, sides)

    def _documents(self, running: Running) -> Iterator[Document]:
        where = in_bundle(self.plan)
        for one in self.plan.listed:
            match one:
                case Appendix():
                    yield said_under(one, self.plan, where)
                    yield from signed_documents(one, self.plan, running)
                case Annex():
                    yield self.enclosed[one.record.id].sheet(self.plan.library, running, divided=self.plan.divided)
                case SectionBreak():
                    yield self._section(one, running)

    def _section(self, one: SectionBreak, running: Running) -> Document:
        if isinstance(one, VolumeBreak) and one.record.id != FIRST_VOLUME:
            return volume_sheet(one.record.id, one.title, self.plan.properties.title, self._entries(one), running)
        if not self.plan.divided or isinstance(one, VolumeBreak):
            return Document(one.record.id, one.called, running, ())
        name, title = f"Section {one.letter}".strip(), described_title(one.record.id, one.title)
        return replace(section_sheet(one.record.id, name, title, self._entries(one), running), title=one.called)

    def _entries(self, one: SectionBreak) -> list[TocEntry]:
        inside = (part for part in self.plan.in_section(one) if not isinstance(part, SectionBreak))
        return [TocEntry(_anchor(part), part.letter, (Text(part.title),)) for part in inside]

    def _guests(self, running: Running) -> GuestsByAnchor:
        owner = self.plan.lead if self.plan.tender.answers.get("name_on_annexes") is True else ""
        mark = _DRAFT if running.draft or not self.plan.is_versioned else ""
        found = {one.anchor: one.guests(owner=owner, mark=mark) for one in self.enclosed.values()}
        sections = [one for one in self.plan.listed if isinstance(one, SectionBreak)]
        signed = {
            anchor: guests
            for one in self.plan.appendices
            for anchor, guests in signed_guests(one, self.plan, self.sheets)
        }
        through = {one.record.id: Guests(through=self._last(self.plan.in_section(one)[-1])) for one in sections}
        return found | signed | through

    def _last(self, one: Appendix | Annex | SectionBreak) -> str:
        """Return the anchor of the last pages of a part: of a paper that was signed, those of its last signed copy."""
        copies = self.plan.signed_pages(one.record.id) if isinstance(one, Appendix) else ()
        return signed_anchor(one.record.id, copies[-1].code) if copies else _anchor(one)

    @property
    def _properties(self) -> Properties:
        own = self.plan.properties
        title = self.title or own.title.replace("evidence pack", "evidence pack with annexes", 1)
        return replace(own, title=title, claims=False)

    def _spans(self, laid: Pages) -> Iterator[tuple[Appendix | Enclosed, Span]]:
        spans = {span.anchor: span for span in laid.documents}
        for one in self.plan.listed:
            if not isinstance(one, SectionBreak) and _anchor(one) in spans:
                yield self.enclosed[one.record.id] if isinstance(one, Annex) else one, spans[_anchor(one)]

    def _sides(self, laid: Pages) -> int:
        return sum(one.last_page - one.first_page + 1 for one in self._versions(laid))

    def _versions(self, laid: Pages) -> tuple[DocumentVersion, ...]:
        return tuple(
            version
            for one, span in self._spans(laid)
            for version in (
                one.version_on(span.first + 1, span.first + span.count),
                *(signed_versions(one, self.plan, laid) if isinstance(one, Appendix) else ()),
            )
        )

    def _sections(self, laid: Pages) -> Mapping[int, str]:
        """Return where the outline has sections, by the number of their entry; the change slip stands in none."""
        sections = [one for one in self.plan.listed if isinstance(one, SectionBreak)]
        late = told_of(self.plan)
        called = {*(one.called for one in sections), *([slip_title(late)] if late else [])}
        starts = {
            laid.anchors[anchor].page for anchor in (*(one.record.id for one in sections), *([CHANGES] if late else []))
        }
        found = enumerate(laid.outline)
        return {n: one.text for n, one in found if one.level == 1 and one.text in called and one.place.page in starts}


def bound_parts(plan: Plan, wanted: Collection[str], enclosed: Mapping[str, Enclosed], title: str) -> Bundle | None:
    """Return some parts of a plan, to be printed as one file: papers whole and not in short, pages counted from 1.

    Args:
        plan: the pack.
        wanted: the ids of the records of papers and annexes, in the order of the file.
        enclosed: files from outside by the id of their annex, those that are in no bundle, too.
        title: what the file says that it is.

    Returns:
        None if one of them has no pages that could stand there.
    """
    parts = [replace(one, short=None) for one in plan.documents if one.record.id in wanted]
    outside = [enclosed[name] for name in wanted if name in enclosed]
    if len(parts) + len(outside) < len(wanted) or not all(one.foreign for one in outside):
        return None
    every: dict[str, Appendix | Annex] = {one.record.id: one for one in parts}
    every |= {one.anchor: one.annex for one in outside}
    order = tuple(every[name] for name in wanted)
    # What has changed since an issue is told of the pack, not of some of its parts.
    facts = replace(plan.facts, issued=None)
    alone = replace(plan, facts=facts, appendices=tuple(parts), apart=(), order=order)
    return Bundle(alone, {one.anchor: one for one in outside}, title=f"{title}: {plan.properties.title}")


def _anchor(one: Appendix | Annex | SectionBreak) -> str:
    return one.document.anchor if isinstance(one, Appendix) else one.record.id


def _nested(outline: Sequence[Outline], sections: Mapping[int, str]) -> Iterator[Outline]:
    """Yield bookmarks, those of what stands in a section one level below it."""
    inside = False
    for number, one in enumerate(outline):
        inside = inside or number in sections
        yield one if number in sections or not inside else one._replace(level=one.level + 1)
