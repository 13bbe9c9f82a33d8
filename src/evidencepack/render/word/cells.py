# SPDX-License-Identifier: MPL-2.0
"""Tables, rows and cells as Word writes them: one string, built once. All lengths are points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from evidencepack.render.theme import TableLook as OpenTable
from evidencepack.render.word.markup import escaped, twips

# Lengths are rounded on their way into Word and again within it; without a little more room the longest word of a
# column loses its last letter to the next line.
EASE = 0.2
_TO_MARK = re.compile(r"[.:] ")
_NAMED = "No row of heads: what stands first in a row says what the row is about."
SIDE_BY_SIDE = "No row of heads: the table only sets things side by side."
"""What a table whose rows and columns mean nothing says to those who cannot see it."""


@dataclass(frozen=True, slots=True)
class TableLook:
    """What a table says of itself: style, widths of columns, words for those who cannot see it, and its margins.

    ``head``: its first row names the columns. A table without such a row says so to those who cannot see it.
    ``layout``: its rows and columns mean nothing.
    """

    style: str
    widths: Sequence[float]
    summary: str
    title: str = ""
    first_column: bool = False
    margins: str = ""
    indent: float = 0.0
    head: bool = True
    layout: bool = False


def table_xml(look: TableLook, rows: Iterable[str]) -> str:
    """Return a table of fixed layout. Widths stand in the grid as well, without which all columns come out equal."""
    widths = [twips(width) for width in look.widths]
    head, first_column = int(look.head), int(look.first_column)
    lacking = "" if look.head else SIDE_BY_SIDE if look.layout else _NAMED
    summary = " ".join(filter(None, (look.summary, lacking)))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{look.style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{twips(look.indent)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{look.margins}'
        f'<w:tblLook w:val="{0x0600 | head << 5 | first_column << 7:04X}" w:firstRow="{head}" w:lastRow="0" '
        f'w:firstColumn="{first_column}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escaped(look.title or _first_words(look.summary))}"/>'
        + (f'<w:tblDescription w:val="{escaped(summary)}"/>' if summary else "")
        + f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _first_words(summary: str) -> str:
    """Return what a table is called that has no title: the first words that describe it."""
    return _TO_MARK.split(summary.strip(), maxsplit=1)[0].rstrip(".") or "Table"


def row_xml(cells: str, *, head: bool = False, whole: bool = True, least: float = 0.0) -> str:
    """Return a row. ``head`` repeats on every page; ``whole`` never splits; it is ``least`` points high, or more."""
    marks = (
        ("<w:cantSplit/>" if whole else "")
        + (f'<w:trHeight w:val="{twips(least)}" w:hRule="atLeast"/>' if least else "")
        + ("<w:tblHeader/>" if head else "")
    )
    return f"<w:tr>{f'<w:trPr>{marks}</w:trPr>' if marks else ''}{cells}</w:tr>"


@dataclass(frozen=True, slots=True)
class CellLook:
    """A cell: its width, how many columns it covers, borders, ground (six hex digits), padding, where text stands."""

    width: float
    span: int = 1
    borders: str = ""
    ground: str = ""
    padding: str = ""
    upright: str = ""


def cell_xml(look: CellLook, paragraphs: str) -> str:
    """Return a cell; it holds at least one paragraph, as Word requires."""
    return f"{cell_opening(look)}{paragraphs}</w:tc>"


def cell_opening(look: CellLook) -> str:
    """Return what stands before the paragraphs of a cell; ``</w:tc>`` stands after them."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(look.width)}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{look.span}"/>' if look.span > 1 else "")
        + (f"<w:tcBorders>{look.borders}</w:tcBorders>" if look.borders else "")
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{look.ground}"/>' if look.ground else "")
        + (f"<w:tcMar>{look.padding}</w:tcMar>" if look.padding else "")
        + (f'<w:vAlign w:val="{look.upright}"/>' if look.upright else "")
        + "</w:tcPr>"
    )


def eased(widths: Sequence[float]) -> list[float]:
    """Return widths of columns of which the last, which has no padding to give, takes its ease from the widest."""
    found = list(widths)
    found[-1] += EASE
    found[found.index(max(found))] -= EASE
    return found


def padding_right(room: float) -> float:
    """Return the padding right of a cell's words, less the room they need in Word."""
    return max(room - EASE, 0.0)


def cell_margins(pad: float, look: OpenTable, right: float | None = None) -> str:
    """Return the margins of all cells of an open table. Word adds the rule between rows to their height."""
    right = padding_right(look.right if right is None else right)
    edges = margins(top=pad, left=0, bottom=pad - look.between_rows, right=right)
    return f"<w:tblCellMar>{edges}</w:tblCellMar>"


@lru_cache(maxsize=256)
def margins(**edges: float) -> str:
    """Return cell margins by edge. Word wants them in the order top, left, bottom, right."""
    order = ("top", "left", "bottom", "right")
    return "".join(f'<w:{name} w:w="{twips(edges[name])}" w:type="dxa"/>' for name in order if name in edges)
