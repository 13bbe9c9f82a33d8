# SPDX-License-Identifier: MPL-2.0
"""What goes into each slot: what somebody put there, or else what is suggested by questions and by names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidencepack.domain.name_words import is_named
from evidencepack.domain.slots import Held, Holds, Slot
from evidencepack.pack.slots.papers import Paper

OURS = ("pdf", "docx")
"""The formats that we make, the safer one first."""

WORKBOOK = "xlsx"
"""The format of registers."""


@dataclass(frozen=True, slots=True)
class Item:
    """One file for a slot: what it is, the paper (None: the whole pack or bundle), its ending ("pdf").

    ``parts`` are several papers that are bound into one file, since the slot takes one.
    """

    what: Holds
    paper: Paper | None
    form: str
    parts: tuple[Paper, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what tells it from other items: what it is, the paper or papers, the form."""
        return self.what, "+".join(one.id for one in self.papers), self.form

    @property
    def papers(self) -> tuple[Paper, ...]:
        """Return the papers of which it is made; none for the whole pack or bundle."""
        return self.parts or ((self.paper,) if self.paper else ())


@dataclass(frozen=True, slots=True)
class Contents:
    """A slot and what goes into it. ``suggested``: nobody has said so. ``open_choice``: so many fit that one must say.

    ``lost`` is how many things that somebody put there are no longer in the tender.
    """

    slot: Slot
    items: tuple[Item, ...] = ()
    suggested: bool = False
    open_choice: int = 0
    lost: int = 0


def contents_of(slots: Sequence[Slot], papers: Sequence[Paper], *, bundled: bool) -> tuple[Contents, ...]:
    """Return what goes into each slot, in their order; ``bundled``: the tender has annexes, so that there is a bundle.

    A suggestion goes by the questions that papers and slots name, then by what both are called. Where several papers
    fit a slot that takes one file, nothing is suggested.
    """
    asked = sum(bool(one.questions) for one in slots)
    whole = Holds.BUNDLE if bundled else Holds.PACK
    return tuple(_said(one, papers) if one.held else _suggested(one, papers, whole, alone=asked == 1) for one in slots)


def form_for(slot: Slot, asked: str = "", paper: Paper | None = None) -> str:
    """Return the format in which we make a file for a slot: as asked, else the first that it takes, else PDF.

    Where it takes neither PDF nor Word, a paper that is a register goes in as a workbook.
    """
    takes, book = slot.formats or OURS, (WORKBOOK,) if paper and paper.register else ()
    return asked or next((one for one in (*OURS, *book) if one in takes), OURS[0])


def _said(slot: Slot, papers: Sequence[Paper]) -> Contents:
    known = {one.id: one for one in papers}
    items = dict[tuple[str, str, str], Item]()
    for held in slot.held:
        if held.what is not Holds.PAPER or held.paper in known:
            item = _item(slot, held, known.get(held.paper))
            items.setdefault(item.key, item)
    lost = sum(held.what is Holds.PAPER and held.paper not in known for held in slot.held)
    return Contents(slot, _bound(slot, tuple(items.values())), lost=lost)


def _bound(slot: Slot, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return what goes into a slot: where it takes one file and several papers go in as PDF, they are one PDF."""
    papers = [one.paper for one in items if one.paper and one.form == OURS[0]]
    if slot.many is not False or len(items) < 2 or len(papers) < len(items):
        return items
    return (Item(Holds.PAPER, None, OURS[0], tuple(papers)),)


def _item(slot: Slot, held: Held, paper: Paper | None) -> Item:
    if held.what is Holds.BUNDLE:
        return Item(held.what, None, OURS[0])  # pages of others are in it, and they come as PDF
    return Item(held.what, paper, paper.ending if paper and paper.ending else form_for(slot, held.form, paper))


def _suggested(slot: Slot, papers: Sequence[Paper], whole: Holds, *, alone: bool) -> Contents:
    fitting = [one for one in papers if _fits(slot, one)]
    copied = {one.copy_of for one in fitting if one.copy_of}
    fitting = [one for one in fitting if one.reference not in copied]
    if slot.questions and (alone or not fitting) and (slot.many is not True or not fitting):
        # A bundle is a PDF: where only Word files go in, they hold our own pages.
        items = [_item(slot, Held(whole if form_for(slot) == OURS[0] else Holds.PACK), None)]
    else:
        items = [_item(slot, Held(Holds.PAPER, one.id), one) for one in fitting]
    if len(items) > 1 and slot.many is not True:
        return Contents(slot, suggested=True, open_choice=len(items))
    return Contents(slot, tuple(items), suggested=True)


def _fits(slot: Slot, paper: Paper) -> bool:
    """Whether a paper is meant for a slot: by their questions, or where the slot has none, by what it is called."""
    if not paper.in_pack:
        return False
    if slot.questions:
        return bool(paper.questions & set(slot.questions))
    return is_named(paper.kind, slot.name)
