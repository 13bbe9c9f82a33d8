# SPDX-License-Identifier: MPL-2.0
"""Clauses as blocks: a heading, numbered paragraphs and lettered items; or plain text under plain headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from evidencepack.blocks import blocks
from evidencepack.blocks.blocks import Block, Bullets, Heading, Paragraph
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.bound import RowOf
from evidencepack.compose.evaluate import evaluate
from evidencepack.compose.paragraphs import Piece, paragraphs
from evidencepack.compose.plain import plain
from evidencepack.compose.pointing import anchor
from evidencepack.compose.printing import printed
from evidencepack.compose.scope import ROW, Scope
from evidencepack.domain.trade import Advice, Audience
from evidencepack.library.model import Clause

ADVICE = {
    Advice.LEGAL: "solicitor to check",
    Advice.INFORMATION_GOVERNANCE: "IG lead to check",
    Advice.EMPLOYMENT: "employment adviser to check",
    Advice.INSURANCE: "insurance adviser to check",
}
"""Words of the boxes after a clause heading; a tender copy does not carry them."""

BINDING = "binding"
CHANGED = "changed from template"
_HEADING = "heading"
_STOPS = (".", ";", ":", ",", "!", "?", "?]")


def clause_blocks(clause: Clause, scope: Scope) -> tuple[Block, ...]:
    """Return the blocks of one clause, or none if this document leaves it out."""
    if not scope.shows(clause):
        return ()
    place = anchor(scope.record.id, clause.key)
    if clause.each:
        return tuple(block for one in _own(clause, scope) for block in _blocks(clause, *one))
    return _blocks(clause, scope, (Text(clause.heading),), place)


def own_clauses(clause: Clause, scope: Scope) -> tuple[tuple[str, Inlines], ...]:
    """Return place and heading of each clause that stands once for each row of a table."""
    return tuple((place, heading) for _, heading, place in _own(clause, scope))


def _own(clause: Clause, scope: Scope) -> Iterator[tuple[Scope, Inlines, str]]:
    """Give scope, heading and place of the clause that each row of the clause's table is."""
    place = anchor(scope.record.id, clause.key)
    for row in scope.rows(clause.each).items:
        within = scope.bind(ROW, row)
        name = row.row.id if isinstance(row, RowOf) else row.record.id
        yield within, printed(within, within.step(row, _HEADING)), anchor(place, name)


def _blocks(clause: Clause, scope: Scope, heading: Inlines, place: str) -> tuple[Block, ...]:
    pieces = paragraphs(evaluate(clause.text, scope))
    if not scope.kind.numbered:
        return (Heading(2, heading, place, small=scope.kind.small_headings), *plain_blocks(pieces))
    return (blocks.Clause(1, heading, place, tags(clause, scope.audience)), *_numbered(pieces))


def tags(clause: Clause, audience: Audience) -> tuple[str, ...]:
    """Return the words in boxes after a clause heading."""
    binding = (BINDING,) if clause.binding else ()
    if audience is Audience.PACK:
        return binding
    changed = (CHANGED,) if clause.modified else ()
    return (*(ADVICE[each] for each in clause.advice), *binding, *changed)


def plain_blocks(pieces: Iterable[Piece]) -> tuple[Block, ...]:
    """Return paragraphs and lists without numbers of their own."""
    return tuple(_plain(pieces))


def _numbered(pieces: Iterable[Piece]) -> Iterator[Block]:
    """Give numbered paragraphs and, under them, lettered items; items with no paragraph before them are numbered."""
    level = 2
    for (is_item, typed), group in groupby(pieces, key=lambda piece: (piece.is_item, piece.typed)):
        found = [piece.inlines for piece in group]
        for inlines in _stopped(found) if is_item and not typed else found:
            yield blocks.Clause(level if is_item else 2, inlines)
        level = level if is_item else 3


def _stopped(items: list[Inlines]) -> list[Inlines]:
    """Return the items of one sentence as its parts: "a; b; and c." unless the kind sets their stops itself."""
    if any(plain(item).endswith(_STOPS) for item in items):
        return items
    stops = [*[";"] * (len(items) - 2), *["; and"] * (len(items) > 1), "."]
    return [(*item, Text(stop)) for item, stop in zip(items, stops, strict=True)]


def _plain(pieces: Iterable[Piece]) -> Iterator[Block]:
    for (is_item, numbered, _), group in groupby(_with_lists(pieces), key=lambda found: found[:3]):
        found = tuple(inlines for *_, inlines in group)
        if is_item:
            yield Bullets(found, numbered)
        else:
            yield from (Paragraph(inlines) for inlines in found)


def _with_lists(pieces: Iterable[Piece]) -> Iterator[tuple[bool, bool, int, Inlines]]:
    """Give each piece with the list it belongs to: a typed 1 begins a new one."""
    current = 0
    for piece in pieces:
        current += piece.number == 1
        yield piece.is_item, bool(piece.number), current, piece.inlines
