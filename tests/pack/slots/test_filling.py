# SPDX-License-Identifier: MPL-2.0
"""Folders and names of slots, whatever a portal calls its places."""

from __future__ import annotations

import pytest

from evidencepack.domain.slots import Held, Holds, Slot
from evidencepack.pack.plan import Plan
from evidencepack.pack.slots.choosing import Contents, contents_of
from evidencepack.pack.slots.filling import Filled, expecting, fill
from evidencepack.pack.slots.limits import troubles_of
from evidencepack.pack.slots.papers import papers_of
from evidencepack.paths.names import is_legal_name

HOSTILE = [
    "../../etc/passwd", "CON", "a" * 300, "😀😀", "abc\u202egnp", "<b>&{{", "  . ", "", "মৈত্রী কমিউনিটি ট্রাস্ট",
    "Q3: mobilisation / risk?", "nul.txt", "tab\tline\nbreak",
]  # fmt: skip


@pytest.fixture(scope="module")
def filled(few: Plan) -> tuple[Filled, ...]:
    slots = [Slot(str(at), f"SL-{at}", name, held=(Held(Holds.PACK),)) for at, name in enumerate(HOSTILE)]
    return fill(contents_of(slots, papers_of(few), bundled=False), few)


def test_every_slot_has_a_folder_of_its_own_that_every_system_takes(filled: tuple[Filled, ...]) -> None:
    parts = [one.folder.split("/") for one in filled]
    assert all(len(one) == 2 and one[0] == "slots" and is_legal_name(one[1]) for one in parts)
    assert len({one[1].casefold() for one in parts}) == len(HOSTILE)
    assert all(len(one[1].encode()) <= 150 for one in parts)
    assert parts[1][1] == "02-CON"


def test_the_same_pack_in_many_slots_has_another_name_in_each(filled: tuple[Filled, ...]) -> None:
    names = [file.name for one in filled for file in one.files]
    assert len({name.casefold() for name in names}) == len(names) == len(HOSTILE)


def test_before_anything_is_made_sides_are_expected_and_lie_against_the_limit(few: Plan) -> None:
    slot = Slot("s", "SL-1", "Quality", held=(Held(Holds.PACK),), max_sides=10)
    (one,) = fill(contents_of([slot], papers_of(few), bundled=False), few)
    for pages, wrong in ((10, False), (11, True)):
        (known,) = expecting([one], {}, whole=pages, ahead=3)
        assert any(trouble.blocks for trouble in troubles_of([known], made=False)[0]) is wrong


def test_what_was_to_be_made_and_is_not_there_blocks(few: Plan) -> None:
    slot = Slot("s", "SL-1", "Quality", held=(Held(Holds.PACK),))
    filled = fill([Contents(slot, contents_of([slot], papers_of(few), bundled=False)[0].items)], few)
    assert [one.words.partition(":")[0] for one in troubles_of(filled)[0]] == ["The whole pack is not there"]
    assert troubles_of(filled, made=False) == ((),)
