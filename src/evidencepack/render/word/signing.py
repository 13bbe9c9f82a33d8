# SPDX-License-Identifier: MPL-2.0
"""The boxes in which people sign: what they sign stands before the first, and on each page on which they go on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from evidencepack.blocks.blocks import Block, Signatory, Signature
from evidencepack.render.keeping import boxes_to_sign, has_note
from evidencepack.render.number import plain
from evidencepack.render.theme import SignatureLook
from evidencepack.render.typeset.page import BoxShape
from evidencepack.render.word.cells import CellLook, TableLook, cell_xml, margins, row_xml, table_xml
from evidencepack.render.word.flow import Grid, Par, Piece
from evidencepack.render.word.inlines import inlines
from evidencepack.render.word.runs import Look, run, tab
from evidencepack.render.word.writing import Chapter, Writing

_BOLD = Look(bold=True)
_EM = "\u2003"
# Where the slashes of a date stand in its cell, of its width; a tab stop at the right ends after its slash.
_DAY, _MONTH, _SLASH = 0.22, 0.45, 3.0


def signature(
    chapter: Chapter, block: Signature, following: Sequence[Block], width: float, *, page_break: bool = False
) -> list[Piece]:
    """Return the statement and a box for each signatory; the last is never alone, nor is small print after it.

    Word cannot say a paragraph again at the head of a page: where the typeset pages turn, the statement starts one.
    """
    writing, count = chapter.writing, len(block.signatories)
    theme, after = writing.theme.signature, boxes_to_sign(writing.theme.signature, count).after
    pieces: list[Piece] = []
    for place, (signatory, shape) in enumerate(zip(block.signatories, _shapes(chapter, count), strict=True)):
        said = bool(block.statement) and (place == 0 or shape.turned)
        if said:
            words = inlines(writing, block.statement)
            pieces.append(Par("BodyText", words, keep=True, whole=True, page_break=page_break or shape.turned))
        look = boxes_to_sign(theme, theme.many + 1 if shape.low else 1)._replace(after=after)
        keep = place == count - 2 or (place == count - 1 and has_note(next(iter(following), None)))
        pieces.append(_box(writing, look, signatory, width, page_break=page_break and not said, keep=keep))
        page_break = False
    return pieces


def _shapes(chapter: Chapter, count: int) -> Sequence[BoxShape]:
    """Return how the boxes stand on the typeset pages; without any, all as their number asks."""
    look = chapter.writing.theme.signature
    return chapter.boxes or [BoxShape(turned=False, low=boxes_to_sign(look, count) != look)] * count


def _box(
    writing: Writing, look: SignatureLook, signatory: Signatory, width: float, *, page_break: bool, keep: bool
) -> Grid:
    head = Par("EPSignatureHead", _expected(writing, signatory), keep=True, page_break=page_break)
    padding = margins(top=look.head_pad, bottom=look.head_pad)
    shaded = CellLook(width, 2, ground=writing.colour("tint1"), padding=padding)
    rows = row_xml(cell_xml(shaded, head.xml({})), head=True), *_to_fill_in(look, width, keep=keep)
    party = plain(signatory.party, writing.numbered.labels)
    widths = (look.split, width - look.split)
    about = TableLook("EPSignatureBox", widths, f"Box to sign for {party}: signature, date, full name and role.")
    # Word adds the weight of the rules to the height of the rows; the space below gives it back.
    return Grid(table_xml(about, rows), after=look.after - 2 * look.outline, keep=keep)


# The same in most boxes of a file.
@lru_cache(maxsize=64)
def _to_fill_in(look: SignatureLook, width: float, *, keep: bool) -> tuple[str, str]:
    """Return the rows of a box below its head. They grow with what somebody types into them."""
    widths, label = (look.split, width - look.split), Par("EPSignature", "", keep=True)
    up = look.signature - look.label_pad - look.label.pitch - look.slash_up - look.slash.baseline
    day, month = ((width - look.split) * part - look.side for part in (_DAY, _MONTH))
    dated = tab() + run("/") + tab() + run("/")
    slashes = Par("Normal", dated, more_before=up, keep=True, words_at=day, tab_at=month + _SLASH)
    return (
        row_xml(
            cell_xml(CellLook(widths[0]), _labelled(label, "Signature (inside this box, black or blue ink)"))
            + cell_xml(CellLook(widths[1]), _labelled(label, "Date signed (day / month / year)") + slashes.xml({})),
            least=look.signature,
        ),
        row_xml(
            cell_xml(CellLook(widths[0]), _labelled(label._replace(keep=keep), "Full name in capitals"))
            + cell_xml(CellLook(widths[1]), _labelled(label._replace(keep=keep), "Role")),
            least=look.names,
        ),
    )


def _labelled(par: Par, words: str) -> str:
    return par._replace(content=run(words)).xml({})


def _expected(writing: Writing, signatory: Signatory) -> str:
    """Return who signs: "Signatory for Maitree Community Trust  expected: Rabeya Sultana, Chair of Trustees"."""
    who = run(f"{signatory.capacity} for " if signatory.party else signatory.capacity, _BOLD)
    who += inlines(writing, signatory.party, _BOLD)
    expected = [inlines(writing, words) for words in (signatory.name, signatory.role) if words]
    before = run(f"{_EM}expected: " if signatory.name else " ") if expected else ""
    return who + before + run(", ").join(expected)
