# SPDX-License-Identifier: MPL-2.0
"""What only the file that came back holds and nobody here can read: told as being there, and where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from evidencepack.exchange.replies.beside import Beside
from evidencepack.exchange.replies.form_running import paired_sections
from evidencepack.exchange.replies.report import Unread, Where
from evidencepack.exchange.replies.unread import Unreadable


def unread_things(beside: Beside) -> Iterator[Unread]:
    """Yield what came that is no text, those of a sort in one place as one."""
    found: defaultdict[tuple[Unreadable, Where], int] = defaultdict(int)
    for where, things in (*_in_body(beside), *_at_edges(beside), *_in_notes(beside)):
        for sort, number in things.items():
            found[sort, where] += number
    yield from (Unread(sort, number, where) for (sort, where), number in found.items())


def _in_body(beside: Beside) -> Iterator[tuple[Where, Counter[Unreadable]]]:
    old, new = (_by_block(file.final.unread) for file in (beside.sent, beside.back))
    was = {now: old.get(place, Counter()) for place, now in beside.pairing.pairs}
    for place, things in new.items():
        more = things - was.get(place, Counter())
        if more:
            yield beside.where_back(place) if beside.back.final.blocks else Where(), more


def _by_block(things: list[tuple[int, Unreadable]]) -> dict[int, Counter[Unreadable]]:
    found: defaultdict[int, Counter[Unreadable]] = defaultdict(Counter)
    for place, sort in things:
        found[place][sort] += 1
    return found


def _at_edges(beside: Beside) -> Iterator[tuple[Where, Counter[Unreadable]]]:
    """Yield what headers and footers hold, each kind of them once, where it is so first."""
    seen: set[tuple[tuple[Unreadable, int], ...]] = set()
    for place, (old, new) in paired_sections(beside).items():
        more = Counter(beside.back.running[new].unread) - Counter(beside.sent.running[old].unread)
        key = tuple(sorted(more.items()))
        if more and key not in seen:
            seen.add(key)
            where = beside.where(place)
            yield Where(where.paper, where.reference, heading="header or footer"), more


def _in_notes(beside: Beside) -> Iterator[tuple[Where, Counter[Unreadable]]]:
    yield Where(heading="footnotes and endnotes"), Counter(beside.back.unread) - Counter(beside.sent.unread)
