# SPDX-License-Identifier: MPL-2.0
"""Evaluated template text cut into paragraphs and list items, at the template's own line breaks only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from evidencepack.blocks.blocks import Cell
from evidencepack.blocks.inlines import Inline, Inlines, Text, Value
from evidencepack.compose.long_text import Passage, read_long_text, values_of
from evidencepack.compose.plain import one_line
from evidencepack.compose.repeats import each_once

_ITEM = "- "
_BULLET = "•"
_PUNCTUATION = ".,;:"


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or an item of a list.

    ``number`` is what a person typed before the item, 0 for none; ``typed`` pieces are a person's own.
    """

    inlines: Inlines
    is_item: bool = False
    number: int = 0
    typed: bool = False


def paragraphs(inlines: Inlines) -> tuple[Piece, ...]:
    """Return the paragraphs and items of a clause.

    A blank line of the template starts a paragraph; a line that begins with "- " is an item. A value that is alone in
    its paragraph brings the paragraphs and lists its author typed; inside a sentence its white space collapses.
    """
    return tuple(piece for raw in _raw_pieces(inlines) for piece in _expanded(raw))


def lines(inlines: Inlines) -> tuple[Inlines, ...]:
    """Return the lines of a box: one for each line of the template, more where a long text stands alone."""
    pieces = (piece for line in _split(inlines) for piece in _expanded(Piece(line)))
    return tuple(_marked(piece) for piece in pieces if piece.inlines)


def cell(inlines: Inlines) -> Cell:
    """Return the words of a table cell, with the lists that their author typed."""
    pieces = [piece for line in _split(inlines) for piece in _expanded(Piece(line)) if piece.inlines]
    signs = tuple(_sign(piece) for piece in pieces)
    return Cell(tuple(piece.inlines for piece in pieces), signs=signs if any(signs) else ())


def _sign(piece: Piece) -> str:
    if not piece.is_item:
        return ""
    return str(piece.number) if piece.number else _BULLET


def tidy(inlines: Inlines) -> Inlines:
    """Return inlines for one paragraph: each run of white space is one space, none at the ends."""
    joined = list(each_once([_collapsed(inline) for inline in _merged(inlines)]))
    if joined and isinstance(first := joined[0], Text) and first.text.startswith(" "):
        joined[0] = replace(first, text=first.text.lstrip(" "))
    if joined and isinstance(last := joined[-1], Text) and last.text.endswith(" "):
        joined[-1] = replace(last, text=last.text.rstrip(" "))
    return tuple(inline for inline in joined if not isinstance(inline, Text) or inline.text)


def _collapsed(inline: Inline) -> Inline:
    if not isinstance(inline, Text | Value):
        return inline
    text = one_line(inline.text)
    if isinstance(inline, Value):
        text = text.strip()
    return inline if text == inline.text else replace(inline, text=text)


def _merged(inlines: Inlines) -> Iterator[Inline]:
    """Give the inlines with neighbouring words of one look as one, so that the space between them is seen."""
    waiting: Text | None = None
    for inline in inlines:
        if isinstance(inline, Text) and waiting is not None and _look(inline) == _look(waiting):
            waiting = replace(waiting, text=waiting.text + inline.text)
            continue
        if waiting is not None:
            yield waiting
        waiting = inline if isinstance(inline, Text) else None
        if waiting is None:
            yield inline
    if waiting is not None:
        yield waiting


def _look(text: Text) -> tuple[bool, bool, str, str]:
    return text.bold, text.italic, text.language, text.expansion


def _split(inlines: Inlines) -> tuple[Inlines, ...]:
    """Cut at the line breaks of the program's own words; those inside values stay."""
    cut: list[list[Inline]] = [[]]
    for inline in _merged(inlines):
        if not isinstance(inline, Text) or "\n" not in inline.text:
            cut[-1].append(inline)
            continue
        first, *rest = inline.text.split("\n")
        cut[-1].append(replace(inline, text=first))
        cut.extend([replace(inline, text=part)] for part in rest)
    return tuple(tuple(line) for line in cut)


def _raw_pieces(inlines: Inlines) -> Iterator[Piece]:
    """Give paragraphs and items as the template has them, their values not yet read."""
    open_piece: Piece | None = None
    for line in _split(inlines):
        item = _item(line)
        if open_piece is not None and tidy(line) and item is None:
            open_piece = replace(open_piece, inlines=(*open_piece.inlines, Text(" "), *line))
            continue
        if open_piece is not None:
            yield open_piece
        open_piece = Piece(line) if tidy(line) else None
        if item is not None:
            open_piece = Piece(item, is_item=True)
    if open_piece is not None:
        yield open_piece


def _item(line: Inlines) -> Inlines | None:
    """Return what follows the "- " of a line, or None if the template does not begin the line so."""
    first = line[0] if line else None
    if not isinstance(first, Text) or not first.text.lstrip().startswith(_ITEM):
        return None
    return (replace(first, text=first.text.lstrip().removeprefix(_ITEM)), *line[1:])


def _expanded(piece: Piece) -> tuple[Piece, ...]:
    """Return the passages of a long text that stands alone, else the piece itself, tidied."""
    value, tail = _alone(piece)
    if value is None:
        return (replace(piece, inlines=tidy(piece.inlines)),)
    *passages, last = [found for passage in read_long_text(value.text) for found in _pieces_of(value, passage)]
    return (*passages, replace(last, inlines=tidy((*last.inlines, *tail))))


def _alone(piece: Piece) -> tuple[Value | None, Inlines]:
    """Return the long text that a paragraph consists of, and the full stop behind it if there is one."""
    raw = next((inline for inline in piece.inlines if isinstance(inline, Value)), None)
    if piece.is_item or raw is None or "\n" not in raw.text.strip():
        return None, ()
    first, *rest = tidy(piece.inlines)
    only_stop = all(isinstance(inline, Text) and not inline.text.strip(_PUNCTUATION) for inline in rest)
    return (raw, tuple(rest)) if isinstance(first, Value) and only_stop else (None, ())


def _pieces_of(value: Value, passage: Passage) -> Iterator[Piece]:
    for place, inlines in enumerate(values_of(value, passage), start=1):
        yield Piece(inlines, passage.is_list, place if passage.numbered else 0, typed=True)


def _marked(piece: Piece) -> Inlines:
    """Return a list item with the mark that a line of a box has no list for."""
    if not piece.is_item:
        return piece.inlines
    mark = f"{piece.number}. " if piece.number else f"{_BULLET} "
    return (Text(mark), *piece.inlines)
