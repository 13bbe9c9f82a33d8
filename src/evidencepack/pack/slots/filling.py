# SPDX-License-Identifier: MPL-2.0
"""Slots filled: each file of each slot with its name, its folder and what it holds, and what is wrong with it."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from evidencepack.compose.counting import counted, sentence_case
from evidencepack.compose.joining import and_list
from evidencepack.domain.record import short_name
from evidencepack.domain.slots import Holds, Slot
from evidencepack.domain.values import Reference
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.plan import Plan
from evidencepack.pack.slots.choosing import Contents, Item
from evidencepack.pack.slots.names import Wanted, names_of, numbered
from evidencepack.pack.slots.reading import NOT_SEEN, Seen
from evidencepack.pack.slots.renaming import why_other
from evidencepack.paths.names import legal_name

FOLDER = "slots"
"""The folder of an export that holds a folder for each slot."""

_LONGEST_FOLDER = 40
_TITLES = {Holds.PACK: "Pack", Holds.BUNDLE: "Pack with annexes"}


@dataclass(frozen=True, slots=True)
class SlotFile:
    """A file in a slot: its name, what it is, the file that was made or came (None: not made yet), what it holds.

    ``expected`` is how many pages it will have once it is made, ``ahead`` how many stand before its first document.
    ``renamed`` is why it is not called just as the rule for names says; empty if it is. ``each`` are the pages that
    papers bound into it will have, 0 where nobody knows.
    """

    name: str
    item: Item
    file: BuiltFile | None = None
    seen: Seen = NOT_SEEN
    expected: int = 0
    ahead: int = 0
    renamed: str = ""
    each: tuple[int, ...] = ()

    @property
    def pages(self) -> int:
        """Return how many pages it has; 0 if nobody knows."""
        return (self.file.pages if self.file else self.expected) or self.seen.pages

    @property
    def front(self) -> int:
        """Return how many pages stand before its first document."""
        documents = self.file.documents if self.file else ()
        return min(one.first_page for one in documents) - 1 if documents else self.ahead

    @property
    def bytes(self) -> int:
        """Return how large it is; 0 while it is not made."""
        return len(self.file.data) if self.file else 0

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of its bytes; empty while it is not made."""
        return hashlib.sha256(self.file.data).hexdigest() if self.file else ""

    @property
    def called(self) -> str:
        """Return what people call what is in it: "Data sharing agreement TBN-DSA-01", or "The whole pack"."""
        paper, parts = self.item.paper, self.item.parts
        if parts:
            many = sentence_case(counted(len(parts), "paper"))
            return f"{many} as one file: {and_list([one.reference for one in parts])}"
        if paper is None:
            return {Holds.PACK: "The whole pack", Holds.BUNDLE: "The pack with its annexes"}[self.item.what]
        return paper.title if paper.title.endswith(paper.reference) else f"{paper.title} {paper.reference}"


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot, what goes into it, its folder in an export ("slots/01-Quality_appendices"), and its files."""

    contents: Contents
    folder: str
    files: tuple[SlotFile, ...]

    @property
    def slot(self) -> Slot:
        """Return the slot with its rules."""
        return self.contents.slot

    @property
    def is_short(self) -> bool:
        """Whether something must be in it, and nothing is."""
        return self.slot.mandatory and not self.files

    def with_files(self, made: Mapping[tuple[str, str, str], tuple[BuiltFile, Seen]]) -> Filled:
        """Return the slot with what was made, by the key of what goes in; each file stands in the slot's folder."""
        files = []
        for one in self.files:
            if one.item.key in made:
                file, seen = made[one.item.key]
                built = replace(file, name=f"{self.folder}/{one.name}", slot=self.slot.name)
                files.append(replace(one, file=built, seen=seen))
            else:
                files.append(one)
        return replace(self, files=tuple(files))


def in_volumes(filled: Filled, volumes: Sequence[tuple[BuiltFile, Seen]]) -> Filled:
    """Return a slot in which the pack with its annexes is several files, each with a name of its own."""
    slot, of, files = filled.slot, len(volumes), list[SlotFile]()
    for one in filled.files:
        if one.item.what is not Holds.BUNDLE:
            files.append(one)
            continue
        for number, (file, seen) in enumerate(volumes, 1):
            name = numbered(one.name, slot.naming, number, of)
            built = replace(file, name=f"{filled.folder}/{name}", slot=slot.name)
            files.append(SlotFile(name, one.item, built, seen))
    return replace(filled, files=tuple(files))


def expecting(filled: Sequence[Filled], pages: Mapping[str, int], *, whole: int, ahead: int) -> tuple[Filled, ...]:
    """Return slots whose files know how many pages they will have.

    Args:
        filled: the slots.
        pages: those of each paper of ours alone, by the id of its record.
        whole: the pages of the pack.
        ahead: how many of them stand before its first document.
    """

    def known(one: SlotFile) -> SlotFile:
        if one.item.what is Holds.PACK:
            return replace(one, expected=whole, ahead=ahead)
        each = tuple(pages.get(paper.id, 0) for paper in one.item.papers)
        return replace(one, expected=sum(each) if all(each) else 0, each=each if one.item.parts else ())

    return tuple(replace(one, files=tuple(map(known, one.files))) for one in filled)


def fill(contents: Sequence[Contents], plan: Plan) -> tuple[Filled, ...]:
    """Return the slots with the names of their files, none of which is another's in any slot, and with no file yet."""
    wanted = [_wanted(one.slot, item, plan) for one in contents for item in one.items]
    named = ((name, why_other(one, name)) for one, name in zip(wanted, names_of(wanted), strict=True))
    return tuple(
        Filled(one, _folder(one.slot, number), tuple(_named(item, *next(named)) for item in one.items))
        for number, one in enumerate(contents, 1)
    )


def _named(item: Item, name: str, renamed: str) -> SlotFile:
    return SlotFile(name, item, renamed=renamed)


def _folder(slot: Slot, number: int) -> str:
    plain = "".join(sign if _is_read(sign) or sign in " -_" else " " for sign in slot.name)
    name = " ".join(_beginning(unicodedata.normalize("NFC", plain)).split()) or slot.reference
    return f"{FOLDER}/{legal_name(f'{number:02}-{name}')}"


def _is_read(sign: str) -> bool:
    """Whether a sign is a letter, a digit, or a part of one: in many scripts vowels are marks on letters."""
    return unicodedata.category(sign)[0] in "LMN"


def _beginning(name: str) -> str:
    """Return as much of a name as a folder may have, without a letter whose marks are cut off."""
    end = _LONGEST_FOLDER
    while 0 < end < len(name) and unicodedata.category(name[end])[0] == "M":
        end -= 1
    return name[:end]


def _wanted(slot: Slot, item: Item, plan: Plan) -> Wanted:
    paper = item.paper
    called = slot.name if item.parts else _TITLES.get(item.what, "")
    reference = paper.reference if paper else called
    version = paper.version if paper else plan.version if plan.is_versioned else ""
    words = {
        "tender": plan.tender.reference,
        "bidder": _bidder(plan),
        "slot": slot.name,
        "letter": paper.letter if paper else "",
        "title": called if paper is None else paper.title,
        "version": f"v{version}" if version else "",
    }
    return Wanted(slot.naming, item.form, words, (reference, slot.reference), reference)


def _bidder(plan: Plan) -> str:
    lead = plan.tender.answers.get("lead_provider")
    record = plan.facts.get(lead.record) if isinstance(lead, Reference) else None
    return short_name(record) if record else ""
