# SPDX-License-Identifier: MPL-2.0
"""What goes into a pack: the tender's documents in order, composed for their audience, each with its letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile
from types import MappingProxyType
from typing import TypeAlias

from evidencepack.blocks.document import Document
from evidencepack.compose.document import compose
from evidencepack.compose.drafts import asked_in
from evidencepack.compose.scope import Edition
from evidencepack.compose.signed import SIGN_OFF
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.signed_paper import SignedCopy, SignedPapers
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Reference
from evidencepack.library.header import goes_short, place_in_pack
from evidencepack.library.model import Kind, Library, PackForm
from evidencepack.pack.annexes import Annex, SectionBreak, VolumeBreak
from evidencepack.pack.fingerprint import content_hash, with_fingerprint
from evidencepack.pack.labels import labels_of
from evidencepack.pack.manifest import DocumentVersion
from evidencepack.pack.numbering import SECTION, kept_of, numbers_of, pack_order, scheme_of
from evidencepack.pack.questions import questions_of
from evidencepack.render.properties import Properties
from evidencepack.render.questions import Asked

Earlier: TypeAlias = Mapping[int, Mapping[str, str]]
"""The papers of issues as blocks, as the pack printed them, by the number of the issue and the id of the record."""

_NOTHING: Mapping[str, frozenset[str]] = MappingProxyType({})
_DRAFT = "draft"
_SIGNED_PAGES, _STAY, _REPLACE = "signed_pages", "stay", "replace"
HEADS = {Audience.OWN: "Internal: do not send.", Audience.PARTNER: "For partners. Not part of the tender."}
"""What stands at the head of every page of a copy that no buyer is to get."""


@dataclass(frozen=True, slots=True)
class Appendix:
    """One document of the pack: its record and kind, its letter, its blocks with their fingerprint.

    ``short`` is its short form, if it stands in the pack in that one; it carries the fingerprint of the full paper,
    of which it is a part. ``missing`` are the paths of the answers that are missing in the full paper.
    ``short_hash`` is that of the short form before it said what became of signatures; empty while it says nothing.
    """

    record: Record
    kind: Kind
    letter: str
    document: Document
    content_hash: str
    short: Document | None = None
    missing: frozenset[str] = frozenset()
    short_hash: str = ""

    @property
    def packed(self) -> Document:
        """Return the document in the form in which it stands in the pack."""
        return self.short or self.document

    @property
    def packed_hash(self) -> str:
        """Return the SHA-256 of what the pack prints of it; that of the whole content unless it prints a short form."""
        if self.short_hash:
            return self.short_hash
        return content_hash(self.short) if self.short else self.content_hash

    @property
    def version(self) -> str:
        """Return the version that people gave the document, such as "1.0"; empty if none."""
        return str(self.record.answers.get("version", ""))

    @property
    def title(self) -> str:
        """Return what contents and bookmarks call it."""
        return self.packed.title

    def version_on(self, first: int, last: int) -> DocumentVersion:
        """Return how a manifest lists it, on these pages of a pack, counted from 1."""
        form = PackForm.SHORT if self.short else PackForm.FULL
        return DocumentVersion(
            self.record.reference, self.title, self.version, self.content_hash, self.letter, first, last, form
        )

    @property
    def lettered(self) -> Document:
        """Return the document as it stands in the pack, with its appendix letter."""
        return replace(self.packed, letter=self.letter)


@dataclass(frozen=True, slots=True)
class Plan:
    """A pack before it is printed: whose tender it is, the date of its content, its appendices in order.

    ``apart`` are the tender's documents that stay out of the pack; they have no letter, and print alone. ``audience``:
    for whom they are composed. ``order`` is everything of the bundle in its order, appendices, annexes and section
    breaks. ``earlier`` are the papers of earlier issues, as blocks, by the number of the issue and the id of the
    record; only what is to say what has changed needs them. ``signed`` are the papers that went out to be signed, with
    what came back of them; only what goes to the buyer needs them.
    """

    tender: Record
    as_of: date
    facts: Facts
    library: Library
    appendices: tuple[Appendix, ...]
    apart: tuple[Appendix, ...] = ()
    audience: Audience = Audience.PACK
    order: tuple[Appendix | Annex | SectionBreak, ...] = ()
    earlier: Earlier = field(default_factory=dict)
    signed: SignedPapers = field(default_factory=dict)

    @property
    def annexes(self) -> tuple[Annex, ...]:
        """Return the files from outside, in their order."""
        return tuple(one for one in self.order if isinstance(one, Annex))

    @property
    def listed(self) -> tuple[Appendix | Annex | SectionBreak, ...]:
        """Return what a bundle lists, in its order: everything but sections in which nothing stands."""
        return tuple(one for one in self.order if not isinstance(one, SectionBreak) or self.in_section(one))

    def in_section(self, section: SectionBreak) -> tuple[Appendix | Annex | SectionBreak, ...]:
        """Return what stands between a section break and the next one, wherever volumes begin; or in a volume."""
        behind = self.order[self.order.index(section) + 1 :]
        if isinstance(section, VolumeBreak):
            return tuple(takewhile(lambda one: not isinstance(one, VolumeBreak), behind))
        own = (one for one in behind if not isinstance(one, VolumeBreak))
        return tuple(takewhile(lambda one: not isinstance(one, SectionBreak), own))

    @property
    def divided(self) -> bool:
        """Whether sheets stand before annexes and sections: unless the tender says no."""
        return self.tender.answers.get("dividers") is not False

    @property
    def is_bundled(self) -> bool:
        """Whether there is anything for a bundle that our own pages do not have."""
        return any(not isinstance(one, Appendix) or self.signed_pages(one.record.id) for one in self.order)

    def signed_copies(self, record: str) -> tuple[SignedCopy, ...]:
        """Return the copies of a paper that came back signed and go with the pack; none where they are to stay."""
        paper = self.signed.get(record)
        stays = self.tender.answers.get(_SIGNED_PAGES) == _STAY or self.audience is not Audience.PACK
        return paper.copies if paper and not stays else ()

    def signed_pages(self, record: str) -> tuple[SignedCopy, ...]:
        """Return the copies of a paper whose signed pages were scanned, and go with the pack."""
        return tuple(one for one in self.signed_copies(record) if one.sheets)

    @property
    def boxes_replaced(self) -> bool:
        """Whether signed pages stand in the place of the boxes that were signed, and not only behind them."""
        return self.tender.answers.get(_SIGNED_PAGES) == _REPLACE

    @property
    def documents(self) -> tuple[Appendix, ...]:
        """Return every document of the tender: those of the pack, then the others."""
        return (*self.appendices, *self.apart)

    @property
    def made(self) -> Mapping[str, Appendix]:
        """Return every document by the id of its record."""
        return {one.record.id: one for one in self.documents}

    @property
    def properties(self) -> Properties:
        """Return what the bundled pack says about itself."""
        tender = self.tender
        title = str(tender.answers.get("title", "")).strip() or tender.reference
        return self._properties(f"{title}: partnership evidence pack, {self._of_whom}", self.reference, self.version)

    @property
    def reference(self) -> str:
        """Return what people call the pack."""
        return f"{self.tender.reference}-PACK"

    @property
    def version(self) -> str:
        """Return the version of the pack that the tender's record gives, such as "1.0"; "draft" until it gives one."""
        found = self.tender.answers.get("pack_version")
        return found if isinstance(found, str) and found else _DRAFT

    @property
    def is_versioned(self) -> bool:
        """Whether somebody has given the pack a version: until then it is a draft."""
        return self.version != _DRAFT

    @property
    def printed_version(self) -> str:
        """Return the version as pages print it: "version 1.0", or "draft"."""
        return f"version {self.version}" if self.is_versioned else self.version

    def properties_of(self, appendix: Appendix) -> Properties:
        """Return what one document alone says about itself: those who sign it fill it in and sign it on the screen."""
        title = f"{appendix.document.title}: {self._of_whom}"
        alone = self._properties(title, appendix.record.reference, appendix.version)
        return replace(alone, fillable=True)

    @property
    def _of_whom(self) -> str:
        """What tells a file from those of other bidders and other tenders: who leads, and the tender's reference."""
        return ", ".join(dict.fromkeys((self.lead, self.tender.reference)))

    def _properties(self, title: str, reference: str, version: str) -> Properties:
        return Properties(
            title=title,
            author=self.lead,
            subject=self.tender.reference,
            reference=reference,
            version=version,
            as_of=self.as_of,
        )

    @property
    def labels(self) -> Mapping[str, str]:
        """Return what people call each answer, by its path."""
        return labels_of(self.facts, self.library)

    @property
    def asked(self) -> Asked:
        """Return what finds the question of an answer by its path."""
        return questions_of(self.facts, self.library)

    @property
    def lead(self) -> str:
        """Return the legal name of the lead provider; the tender's reference while none is chosen."""
        lead = self.tender.answers.get("lead_provider")
        record = self.facts.get(lead.record) if isinstance(lead, Reference) else None
        name = str(record.answers.get("legal_name", "")).strip() or record.reference if record else ""
        return name or self.tender.reference


def plan_pack(
    facts: Facts,
    library: Library,
    *,
    as_of: date,
    audience: Audience = Audience.PACK,
    needed: Mapping[str, frozenset[str]] = _NOTHING,
) -> Plan:
    """Compose every document of the tender, by the places that they or their kinds give, then as entered.

    A document whose record or kind says that it does not go into the pack, and one that is withdrawn or replaced, has
    no letter and stands apart.

    Args:
        facts: the tender's records.
        library: the kinds.
        as_of: the date of the content; files carry no other.
        audience: for whom; answers it may not see are left out before anything is composed.
        needed: the paths of answers that each paper cannot do without and does not have, by the id of its record.
    """
    tender = facts.records[facts.tender]
    records = sorted(_documents(facts, library), key=lambda record: place_in_pack(record, library[record.kind]))
    order = pack_order(facts, library)
    names = numbers_of(order, scheme_of(tender), kept_of(facts))
    packed = [record for record in order if library[record.kind].document]
    lettered = {record.id: names[record.id] for record in packed}
    made = dict[str, Appendix]()
    for record in records:
        edition = Edition(needed=needed.get(record.id, frozenset()))
        made[record.id] = _appendix(record, lettered.get(record.id, ""), facts, library, audience, edition=edition)
    for record in records:
        if record.kind == SIGN_OFF:
            # It lists the codes of what the others sign, which is their copy for the buyer: so it is made last.
            buyers = made if audience is Audience.PACK else plan_pack(facts, library, as_of=as_of).made
            codes = {name: one.document.running.fingerprint for name, one in buyers.items()}
            letter = lettered.get(record.id, "")
            edition = Edition(codes=codes, needed=needed.get(record.id, frozenset()))
            made[record.id] = _appendix(record, letter, facts, library, audience, edition=edition)
    appendices = tuple(made[record.id] for record in packed)
    apart = tuple(one for name, one in made.items() if name not in lettered)
    whole = tuple(_part(record, names[record.id], made) for record in order)
    return Plan(tender, as_of, facts, library, appendices, apart, audience, whole)


def _part(record: Record, name: str, made: Mapping[str, Appendix]) -> Appendix | Annex | SectionBreak:
    if record.id in made:
        return made[record.id]
    return SectionBreak(record, name) if record.kind == SECTION else Annex(record, name)


def _documents(facts: Facts, library: Library) -> Iterator[Record]:
    return (record for record in facts.records.values() if library[record.kind].document)


def _appendix(
    record: Record,
    letter: str,
    facts: Facts,
    library: Library,
    audience: Audience,
    *,
    edition: Edition,
) -> Appendix:
    kind = library[record.kind]
    document = compose(kind, record, facts=facts, library=library, audience=audience, edition=edition)
    head = HEADS.get(audience, document.running.left)
    document = with_fingerprint(replace(document, running=replace(document.running, left=head)))
    missing = asked_in(document) | edition.needed
    made = Appendix(record, kind, letter, document, content_hash(document), missing=missing)
    if not letter or not goes_short(record, kind):
        return made
    # The short form is a part of the full paper, and misses what that misses.
    part = replace(edition, short=True, needed=missing)
    short = compose(kind, record, facts=facts, library=library, audience=audience, edition=part)
    running = replace(short.running, fingerprint=document.running.fingerprint)
    return replace(made, short=replace(short, running=running))
