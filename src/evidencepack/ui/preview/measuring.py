# SPDX-License-Identifier: MPL-2.0
"""What the pack leaves to a document: all documents are laid out for it, in a process of their own.

``do_measure`` runs there. What it is handed is plain.
"""

from __future__ import annotations

from typing import Any

from evidencepack.bootstrap import Program
from evidencepack.guard.worker import Work
from evidencepack.guard.working import Line
from evidencepack.library.header import goes_short
from evidencepack.ui.pressing import Order
from evidencepack.ui.preview.limits import Share
from evidencepack.usecases.carrying import facts_bytes, read_facts
from evidencepack.usecases.packing import Measured, PagePress
from evidencepack.usecases.previewing import UnprintableError


def ask_share(work: Work, order: Order) -> Share | None:
    """Measure the pack and return what it leaves to the document that is wanted; waits for the other process.

    None if the tender has no limit, the document is not in the pack, or the pack cannot be measured now.
    """
    sent = facts_bytes(order.facts), dict(order.pictures), order.wanted.document
    found = work.do(do_measure, lambda *_: None, *sent)
    return Share(*found) if found else None


def do_measure(_line: Line, facts: bytes, pictures: dict[str, bytes], document: str) -> Any:
    """Measure the pack; nothing if there is no limit to measure it against."""
    program = Program()
    try:
        read = read_facts(facts)
        size = PagePress(program.library, program.press, pictures).measure(read)
    except UnprintableError:
        return None
    record = read.records[document]
    share = share_of(size, document, short=goes_short(record, program.library[record.kind]))
    return list(share) if share else None


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
