# SPDX-License-Identifier: MPL-2.0
"""Slots: what goes into each place of the portal, made and looked into, with the checklist for whoever uploads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from evidencepack.domain.slots import Holds, slots_of
from evidencepack.domain.trade import Audience, Severity
from evidencepack.pack.build import Part, document_part, pack_name, pack_part
from evidencepack.pack.bundle import Bundle, bound_parts, bundle_name
from evidencepack.pack.enclosed import Enclosed
from evidencepack.pack.manifest import BuiltFile, DocumentVersion
from evidencepack.pack.plan import Plan
from evidencepack.pack.press import Format, Press
from evidencepack.pack.signed import beside_bundle, saying
from evidencepack.pack.signed_alone import SignedAlone, papers_signed
from evidencepack.pack.signed_sheets import Sheets
from evidencepack.pack.slots.checklist import checklist_part, placeless_in_words
from evidencepack.pack.slots.choosing import OURS, WORKBOOK, Item, contents_of
from evidencepack.pack.slots.filling import Filled, expecting, fill
from evidencepack.pack.slots.filling import in_volumes as as_volumes
from evidencepack.pack.slots.limits import Trouble, sides_counted, troubles_of
from evidencepack.pack.slots.papers import papers_of
from evidencepack.pack.slots.reading import Seen, of_others, read_foreign, read_own, with_others
from evidencepack.pack.volumes import in_volumes
from evidencepack.usecases.enclosing import NOTHING_ENCLOSED, Enclosures
from evidencepack.usecases.register_books import register_books

Key: TypeAlias = tuple[str, str, str]
"""What tells one thing that goes into slots from another (``Item.key``)."""

_BUNDLE: Key = (Holds.BUNDLE, "", Format.PDF)


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of a tender as an export fills them, in their order, and what is wrong in each.

    ``checklist`` is the page to tick, as a file; none where there is no slot. ``placeless`` are files beside the bundle
    that go into no slot, although a sheet in a bundle that does sends the buyer to them.
    """

    filled: tuple[Filled, ...] = ()
    troubles: tuple[tuple[Trouble, ...], ...] = ()
    checklist: tuple[BuiltFile, ...] = ()
    placeless: tuple[str, ...] = ()

    def with_checklist(self, files: Sequence[BuiltFile]) -> Slots:
        """Return the same with the page to tick."""
        return replace(self, checklist=tuple(files))

    @property
    def files(self) -> tuple[BuiltFile, ...]:
        """Return the files of all slots, each in its folder."""
        return tuple(file.file for one in self.filled for file in one.files if file.file)

    @property
    def met(self) -> int:
        """Return how many slots have what they must have, within their limits."""
        return sum(not any(one.blocks for one in some) for some in self.troubles)

    @property
    def is_right(self) -> bool:
        """Whether every slot is met, and no file is left without a place."""
        return self.met == len(self.filled) and not self.placeless


@dataclass(frozen=True, slots=True)
class SlotLine:
    """A slot in a few words: its record and name, how many files go in, sides that count and their limit (0: none).

    ``wrong`` are sentences on what must be put right, ``unsure`` on what somebody should look at. ``suggested``: nobody
    has said what goes in.
    """

    record: str
    name: str
    files: int
    sides: int = 0
    limit: int = 0
    wrong: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    suggested: bool = False


def slot_lines(slots: Slots) -> tuple[SlotLine, ...]:
    """Return each slot in a few words, in their order."""
    return tuple(_line(one, troubles) for one, troubles in zip(slots.filled, slots.troubles, strict=True))


def _line(one: Filled, troubles: Sequence[Trouble]) -> SlotLine:
    slot, known = one.slot, all(file.pages for file in one.files)
    sides = sum(sides_counted(file, slot) for file in one.files) if known else 0
    wrong = tuple(trouble.words for trouble in troubles if trouble.blocks)
    unsure = tuple(trouble.words for trouble in troubles if trouble.severity is Severity.WARNS)
    suggested = one.contents.suggested and bool(one.files)
    return SlotLine(slot.id, slot.name, len(one.files), sides, slot.max_sides, wrong, unsure, suggested)


NO_SLOTS = Slots()
"""What a tender has that says nothing of the portal."""


@dataclass(frozen=True, slots=True)
class Apart:
    """What is made for slots alone: papers bound into one file, and the volumes of the bundle by the id of a slot."""

    bound: Mapping[Key, BuiltFile] = field(default_factory=dict)
    volumes: Mapping[str, Sequence[BuiltFile]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Slotting:
    """Fills the slots of one plan.

    ``annexes`` are the files from outside by the id of their record, as they can be passed on. ``pointed_to`` are those
    beside the bundle to which it sends its reader (``Enclosures.pointed_to``). ``signed`` are papers with signed
    pages, which go with them. ``enclosed`` are files from outside as they can be bound with others. ``whole`` is the
    bundle before it is laid out, if there is one.
    """

    plan: Plan
    annexes: Mapping[str, BuiltFile] = field(default_factory=dict)
    pointed_to: Mapping[str, str] = field(default_factory=dict)
    signed: Sequence[SignedAlone] = ()
    enclosed: Mapping[str, Enclosed] = field(default_factory=dict)
    whole: Bundle | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether there is any slot."""
        return bool(planned_slots(self.plan))

    @property
    def wants_bundle(self) -> bool:
        """Whether the pack with its annexes is to go into a slot, and there are annexes."""
        return self.plan.is_bundled and any(one.what is Holds.BUNDLE for one in self._items)

    def lacks_pack(self, form: Format, made: Sequence[BuiltFile]) -> bool:
        """Whether the whole pack is to go into a slot in a format in which it was not made."""
        key = (Holds.PACK, "", form.value)
        return key in {one.key for one in self._items} and key not in self._made(made)

    def parts(self, made: Sequence[BuiltFile]) -> Iterator[Part]:
        """Yield the papers that go into slots and were not made yet."""
        there = self._made(made)
        for one in {one.key: one for one in self._items}.values():
            if one.paper is not None and one.paper.is_ours and one.form in OURS and one.key not in there:
                yield document_part(self.plan, self.plan.made[one.paper.id], (Format(one.form),))

    def signed_files(self, press: Press) -> list[BuiltFile]:
        """Return the papers that go into slots as PDF and were signed: each with its signed pages behind it."""
        wanted = {one.paper.id for one in self._items if one.paper and one.form == Format.PDF}
        return [one.print_on(press) for one in self.signed if one.paper.record.id in wanted]

    def made_apart(self, press: Press, made: Sequence[BuiltFile]) -> Apart:
        """Make what only slots ask for: papers that are one file, and the bundle in volumes that a slot takes.

        ``made`` is what was made already, the bundle as one file among it.
        """
        there = self._made(made).get(_BUNDLE)
        large = [one.slot for one in self._planned if there and self.whole and _wants_volumes(one, there)]
        volumes = {
            slot.id: found.files
            for slot in large
            if there and self.whole
            for found in (in_volumes(there, self.whole, press, most=slot.max_bytes),)
        }
        return Apart(dict(self._bound(press)), volumes)

    def _bound(self, press: Press) -> Iterator[tuple[Key, BuiltFile]]:
        """Yield the papers that are one file, since their slot takes one; not where one of them has no pages."""
        plan, sheets = (self.signed[0].plan, self.signed[0].sheets) if self.signed else (self.plan, {})
        plan = plan if sheets else replace(plan, signed={})
        for filled in self._planned:
            for one in filled.files:
                wanted = [paper.id for paper in one.item.parts]
                bundle = bound_parts(plan, wanted, self.enclosed, filled.slot.name) if wanted else None
                if bundle:
                    yield one.item.key, replace(bundle, sheets=sheets).print_on(press)

    def filled_with(self, made: Sequence[BuiltFile], apart: Apart | None = None) -> Slots:
        """Return the slots with their files: of those that were made, and the annexes. Each is opened once more.

        ``apart`` is what was made for slots alone (``made_apart``).
        """
        apart = apart or Apart()
        there = {**self._made(made), **self._books(), **apart.bound}
        wanted = {one.key: there[one.key] for one in self._items if one.key in there}
        wanted |= {_volume(slot, at): file for slot, files in apart.volumes.items() for at, file in enumerate(files)}
        seen = self._looked_into(wanted)
        filled = tuple(one.with_files({key: (wanted[key], seen[key]) for key in wanted}) for one in self._planned)
        filled = tuple(self._parted(one, apart, seen) for one in filled)
        return Slots(filled, troubles_of(filled), placeless=self._placeless)

    def _parted(self, one: Filled, apart: Apart, seen: Mapping[Key, Seen]) -> Filled:
        files = apart.volumes.get(one.slot.id, ())
        volumes = [(file, seen[_volume(one.slot.id, at)]) for at, file in enumerate(files)]
        return as_volumes(one, volumes) if len(volumes) > 1 else one

    def checklist(self, slots: Slots, press: Press) -> Part:
        """Return the page to tick, to be printed by a press: what it has no letters for is said to be left out."""
        return checklist_part(slots.filled, slots.troubles, self.plan, press.uncovered, slots.placeless)

    @property
    def _placeless(self) -> tuple[str, ...]:
        """Return the files to which a bundle in a slot sends the buyer, and that go into none."""
        placed = {paper.id for one in self._items for paper in one.papers}
        return tuple(file for name, file in self.pointed_to.items() if name not in placed) if self.wants_bundle else ()

    def _made(self, files: Sequence[BuiltFile]) -> Mapping[Key, BuiltFile]:
        """Return files by what they are: the pack, the bundle, a paper alone; and the annexes."""
        # Papers of two kinds may have one reference, and copies of one paper the same words: both together tell.
        alone = {(one.record.reference, one.content_hash): name for name, one in self.plan.made.items()}
        found = dict[Key, BuiltFile]()
        for file in files:
            stem, _, form = file.name.rpartition(".")
            if stem == pack_name(self.plan.audience):
                found[Holds.PACK, "", form] = file
            elif stem == Holds.BUNDLE:
                found[Holds.BUNDLE, "", form] = file
            elif _is_one_paper(file) and (name := alone.get(_said(file.documents[0]), "")):
                found[Holds.PAPER, name, form] = file
        for one in self._items:
            if one.paper is not None and one.paper.id in self.annexes:
                found[one.key] = self.annexes[one.paper.id]
        return found

    def _books(self) -> Mapping[Key, BuiltFile]:
        """Return the registers that go into places which take workbooks alone."""
        wanted = {one.key: one.paper.register for one in self._items if one.form == WORKBOOK and one.paper}
        books = register_books(self.plan.facts, self.plan.library, frozenset(filter(None, wanted.values())))
        return {
            key: BuiltFile(f"{name}.{WORKBOOK}", books[name], 0, ()) for key, name in wanted.items() if name in books
        }

    def _looked_into(self, files: Mapping[Key, BuiltFile]) -> Mapping[Key, Seen]:
        foreign = [key for key in files if key[1] in self.annexes]
        looked = map(of_others, read_foreign([(key[2], files[key].data) for key in foreign]))
        ours = {key: read_own(key[2], file.data) for key, file in files.items() if key not in foreign}
        mixed = [key for key in ours if self._is_mixed(key)]
        for key, whole in zip(mixed, read_foreign([("pdf", files[key].data) for key in mixed]), strict=True):
            ours[key] = with_others(ours[key], whole)
        return {**ours, **dict(zip(foreign, looked, strict=True))}

    def _is_mixed(self, key: Key) -> bool:
        """Whether something has pages of ours and from outside, and its words count somewhere."""
        items = [file.item for one in self._planned for file in one.files if one.slot.max_words]
        if key[0] is Holds.BUNDLE:
            return any(one.what is Holds.BUNDLE for one in items)
        return any(one.key == key and not all(part.is_ours for part in one.parts) for one in items)

    @property
    def _planned(self) -> tuple[Filled, ...]:
        return planned_slots(self.plan)

    @property
    def _items(self) -> tuple[Item, ...]:
        return tuple(file.item for one in self._planned for file in one.files)


def _wants_volumes(filled: Filled, whole: BuiltFile) -> bool:
    """Whether a slot takes more than one file, and gets a bundle that is larger than each of them may be."""
    slot = filled.slot
    holds = any(one.item.what is Holds.BUNDLE for one in filled.files)
    return holds and slot.many is True and 0 < slot.max_bytes < len(whole.data)


def _volume(slot: str, at: int) -> Key:
    """Return what tells a volume for a slot from all else; it is looked into as the bundle is."""
    return Holds.BUNDLE, f"{slot}/{at}", Format.PDF


def _is_one_paper(file: BuiltFile) -> bool:
    """Whether a file holds one document, alone or with its signed pages behind it."""
    return bool(file.documents) and all(one.signed for one in file.documents[1:])


def _said(document: DocumentVersion) -> tuple[str, str]:
    return document.reference, document.content_hash


def try_slots(
    plan: Plan, press: Press, enclosures: Enclosures = NOTHING_ENCLOSED, sheets: Sheets | None = None
) -> Slots:
    """Make what goes into the slots and look into it as an export does; nothing is validated, and nothing written."""
    signed = papers_signed(plan, sheets or {})
    whole = Bundle(plan, enclosures.enclosed, bundle_name(plan.audience), sheets or {})
    slotting = Slotting(plan, enclosures.passed, enclosures.pointed_to, signed, enclosures.every, whole)
    made = [whole.print_on(press)] if slotting.wants_bundle else []
    plan = saying(plan, beside_bundle(plan, made[0] if made else None))
    slotting = replace(slotting, plan=plan)
    packs = tuple(one for one in Format if slotting.lacks_pack(one, ()))
    if packs and plan.appendices:
        spans, pages = pack_part(plan, (), pages=len(plan.appendices)).counted(press)
        sides = sum(span.last_page - span.first_page + 1 for span in spans)
        made += pack_part(plan, packs, pages=pages, sides=sides).print_on(press, claims=True)
    made += [file for part in slotting.parts(made) for file in part.print_on(press, claims=True)]
    return slotting.filled_with([*made, *slotting.signed_files(press)], slotting.made_apart(press, made))


def expected_slots(plan: Plan, spans: Mapping[str, tuple[int, int]], *, pages: int) -> Slots:
    """Return the slots as they would be filled, with what is known before anything is made: names, formats, sides.

    Args:
        plan: the pack.
        spans: the first and the last page of each document in the pack, by the id of its record.
        pages: those of the whole pack.
    """
    known = {one.record.id for one in plan.appendices if not one.short}
    sides = {name: last - first + 1 for name, (first, last) in spans.items() if name in known}
    ahead = min((first for first, _ in spans.values()), default=1) - 1
    filled = expecting(planned_slots(plan), sides, whole=pages, ahead=ahead)
    return Slots(filled, troubles_of(filled, made=False))


def planned_slots(plan: Plan) -> tuple[Filled, ...]:
    """Return the slots of a plan with what goes into them, by the names that files will have; none is made yet.

    Slots are the buyer's: a copy of the pack for anybody else has none.
    """
    if plan.audience is not Audience.PACK:
        return ()
    return fill(contents_of(slots_of(plan.facts), papers_of(plan), bundled=plan.is_bundled), plan)


def slot_sentences(slots: Slots) -> Iterator[str]:
    """Yield how the slots stand: how many are met, then what keeps each of the others from it."""
    every = len(slots.filled)
    if every:
        have = "place on the portal has" if every == 1 else "places on the portal have"
        yield f"{slots.met} of {every} {have} what the buyer asks for"
    for one, troubles in zip(slots.filled, slots.troubles, strict=True):
        for trouble in troubles:
            if trouble.blocks:
                must = "MANDATORY AND EMPTY: " if one.is_short else ""
                yield f"{must}“{one.slot.name}”: {trouble.words}"


def slot_warnings(slots: Slots) -> Iterator[str]:
    """Yield which files go into no slot, what somebody should look at in the slots, and what nobody has decided yet."""
    yield from map(placeless_in_words, slots.placeless)
    for one, troubles in zip(slots.filled, slots.troubles, strict=True):
        yield from (f"“{one.slot.name}”: {trouble.words}" for trouble in troubles if not trouble.blocks)
