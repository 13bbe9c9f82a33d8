# SPDX-License-Identifier: MPL-2.0
"""What the slots of a portal leave to one paper: where in which of them it stands, and what each allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidencepack.domain.slots import Holds
from evidencepack.pack.slots.filling import Filled, SlotFile
from evidencepack.pack.slots.limits import sides_counted
from evidencepack.usecases.word_limit import Place


def places_of(filled: Sequence[Filled], paper: str, first_page: int = 0) -> tuple[Place, ...]:
    """Return the slots with a limit that a paper of ours goes into, alone or within the pack.

    Args:
        filled: the slots, with the sides that their files will have.
        paper: the id of its record.
        first_page: where in the pack it begins; 0 if it is not in it, or stands there in its short form.
    """
    return tuple(found for one in filled for found in _of_slot(one, paper, first_page))


def _of_slot(filled: Filled, paper: str, first_page: int) -> Iterator[Place]:
    slot, before = filled.slot, 0
    left_out = tuple(sorted(slot.uncounted))
    for at, file in enumerate(filled.files):
        if file.item.parts:
            yield from _of_parts(file, filled, paper, before, words=0 if at else slot.max_words)
        elif file.item.paper is not None and file.item.paper.id == paper:
            found = Place(slot.name, slot.max_sides, before, 0 if at else slot.max_words, left_out)
            yield from (found,) if found.sides or found.words else ()
        elif file.item.what is Holds.PACK and first_page and slot.max_sides:
            yield Place(slot.name, slot.max_sides, before + first_page - 1 - _uncounted(file, filled), 0, left_out)
        before += sides_counted(file, slot)


def _of_parts(file: SlotFile, filled: Filled, paper: str, before: int, *, words: int) -> Iterator[Place]:
    """Yield what is left to a paper that is bound with others into one file, if it is known what stands before it."""
    slot = filled.slot
    for number, (one, pages) in enumerate(zip(file.item.parts, file.each, strict=False)):
        if one.id == paper:
            left = Place(slot.name, slot.max_sides, before, 0 if number else words, tuple(sorted(slot.uncounted)))
            yield from (left,) if left.sides or left.words else ()
        if not pages:
            return
        before += pages


def _uncounted(file: SlotFile, filled: Filled) -> int:
    return file.pages - sides_counted(file, filled.slot)
