# SPDX-License-Identifier: MPL-2.0
"""What the pack leaves to a document: all documents are laid out for it, in a process of their own.

``do_measure`` runs there. What it is handed is plain.
"""

from __future__ import annotations

from typing import Any

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.domain.slots import slots_of
from evidencepack.guard.worker import Work
from evidencepack.guard.working import Line
from evidencepack.library.header import goes_short
from evidencepack.library.model import Library
from evidencepack.ui.pressing import Order
from evidencepack.ui.preview.limits import Share
from evidencepack.usecases.carrying import facts_bytes, read_facts
from evidencepack.usecases.packing import Measured, PagePress
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.previewing import UnprintableError
from evidencepack.usecases.slot_room import places_of
from evidencepack.usecases.slotting import expected_slots
from evidencepack.usecases.word_limit import Place


def ask_share(work: Work, order: Order) -> Share | None:
    """Measure the pack and return what it and its slots leave to the document that is wanted; waits for it.

    None if nothing limits it, or the pack cannot be measured now.
    """
    sent = facts_bytes(order.facts), dict(order.pictures), order.wanted.document
    found = work.do(do_measure, lambda *_: None, *sent)
    if not found:
        return None
    limit, before, others, short, places = found
    return Share(limit, before, others, short, tuple(Place(*one) for one in places))


def do_measure(_line: Line, facts: bytes, pictures: dict[str, bytes], document: str) -> Any:
    """Measure the pack; nothing if there is no limit to measure it against."""
    program = Program()
    try:
        read = read_facts(facts)
        size = PagePress(program.library, program.press, pictures).measure(read)
    except UnprintableError:
        return None
    record = read.records[document]
    short = goes_short(record, program.library[record.kind])
    share = share_of(size, document, short=short)
    places = _places(read, program.library, size, document, short=short)
    if share is None and not places:
        return None
    return [*(share or Share(0, 0, 0))[:4], [tuple(one) for one in places]]


def share_of(size: Measured, document: str, *, short: bool = False) -> Share | None:
    """Return what a measured pack leaves to a document; None if it has no limit, or the document is not in it.

    ``short``: the pack prints its short form.
    """
    span = size.spans.get(document)
    if span is None or not size.limit:
        return None
    first, last = span
    own = last - first + 1
    return Share(size.limit, first - 1 - size.front, size.sides - own, own if short else 0)


def _places(facts: Facts, library: Library, size: Measured, document: str, *, short: bool) -> tuple[Place, ...]:
    if not any(one.max_sides or one.max_words for one in slots_of(facts)):
        return ()
    slots = expected_slots(plan_of(facts, library), size.spans, pages=size.pages)
    first_page = 0 if short else size.spans.get(document, (0, 0))[0]
    return places_of(slots.filled, document, first_page)
