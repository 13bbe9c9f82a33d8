# SPDX-License-Identifier: MPL-2.0
"""What the slots of a portal leave to a paper, alone in a file and within the pack."""

from __future__ import annotations

from dataclasses import replace

from evidencepack.domain.slots import Holds, Slot, Uncounted
from evidencepack.pack.slots.choosing import Contents, Item
from evidencepack.pack.slots.filling import Filled, SlotFile
from evidencepack.pack.slots.papers import Paper
from evidencepack.usecases.slot_room import places_of
from evidencepack.usecases.word_limit import Place

SLOT = Slot("s", "SL-01", "Method statements", max_sides=10, max_words=900, uncounted=frozenset({Uncounted.HEADINGS}))


def paper(name: str) -> Paper:
    return Paper(name, name, "Narrative", name)


def file(name: str, sides: int) -> SlotFile:
    return SlotFile(f"{name}.pdf", Item(Holds.PAPER, paper(name), "pdf"), expected=sides)


def filled(slot: Slot, *files: SlotFile) -> Filled:
    return Filled(Contents(slot), "slots/01", files)


def test_the_first_paper_has_all_of_the_slot_and_a_later_one_the_rest() -> None:
    slots = [filled(SLOT, file("a", 3), file("b", 4))]
    assert places_of(slots, "a") == (Place("Method statements", 10, 0, 900, ("headings",)),)
    assert places_of(slots, "b") == (Place("Method statements", 10, 3, 0, ("headings",)),)
    assert places_of(slots, "c") == ()


def test_a_slot_without_limits_leaves_everything() -> None:
    free = replace(SLOT, max_sides=0, max_words=0)
    assert places_of([filled(free, file("a", 3))], "a") == ()


def test_within_the_pack_what_stands_before_counts_unless_the_buyer_does_not_count_it() -> None:
    pack = SlotFile("pack.pdf", Item(Holds.PACK, None, "pdf"), expected=20, ahead=3)
    assert places_of([filled(SLOT, pack)], "a", first_page=6)[0][:4] == ("Method statements", 10, 5, 0)
    fronts = frozenset({Uncounted.COVER, Uncounted.CONTENTS, Uncounted.MATRIX})
    assert places_of([filled(replace(SLOT, uncounted=fronts), pack)], "a", first_page=6)[0].before == 2
    assert places_of([filled(SLOT, pack)], "a") == ()


def test_a_paper_that_is_bound_with_others_has_what_those_before_it_leave() -> None:
    parts = (paper("a"), paper("b"), replace(paper("scan"), ending="pdf"), paper("c"))
    whole = SlotFile("all.pdf", Item(Holds.PAPER, None, "pdf", parts), each=(3, 4, 0, 2))
    assert places_of([filled(SLOT, whole)], "a") == (Place("Method statements", 10, 0, 900, ("headings",)),)
    assert places_of([filled(SLOT, whole)], "b") == (Place("Method statements", 10, 3, 0, ("headings",)),)
    assert places_of([filled(SLOT, whole)], "c") == ()
    assert places_of([filled(SLOT, file("x", 2), whole)], "b")[0].before == 5
    free = replace(SLOT, max_sides=0, max_words=0)
    assert places_of([filled(free, whole)], "a") == ()
