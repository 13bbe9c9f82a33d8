# SPDX-License-Identifier: MPL-2.0
"""Levels of governance as a table of Word's own: a row for each level, and a row with an arrow up below it."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.blocks.blocks import Figure
from evidencepack.blocks.figures import GovernanceLevels, Group, Level
from evidencepack.blocks.inlines import Inlines
from evidencepack.render.number import plain
from evidencepack.render.word.cells import CellLook, TableLook, cell_margins, cell_xml, margins, row_xml, table_xml
from evidencepack.render.word.estimate import ems
from evidencepack.render.word.flow import Grid, Par
from evidencepack.render.word.inlines import inlines
from evidencepack.render.word.markup import edge
from evidencepack.render.word.runs import PLAIN, Look, run, tab
from evidencepack.render.word.writing import Writing

NO_EDGE = '<w:{} w:val="nil"/>'
"""A side of a cell without a border."""

_ABREAST, _PARTS = 3, 6  # groups side by side; columns that one, two or three of them share
_SIDES = ("top", "left", "bottom", "right")
_ARROW, _ARROW_SIZE = "↑", 12.0  # points: as high as a line of the figure can hold
_TEXT = "EPFigureText"
_RIGHT = 4.0  # points between the name of a level and its box


def levels(writing: Writing, figure: Figure, governance: GovernanceLevels) -> Grid:
    """Return the table; it stays on one page."""
    look = writing.theme.figure
    part = (look.whole - look.label) / _PARTS
    widths = (look.label, *(part for _ in range(_PARTS)))
    rows: list[str] = []
    last = governance.levels[-1]
    for level in governance.levels:
        rows += _level(writing, level, widths, keep=level is not last or bool(level.reached))
        if level.reached or level is not last:
            rows.append(_step(writing, level.reached, widths, keep=level is not last))
    margin = cell_margins(0.0, writing.theme.table, 0.0)
    about = TableLook("EPOpen", widths, figure.alt, first_column=True, margins=margin, head=False)
    return Grid(table_xml(about, rows), after=writing.theme.figure_after)


def _level(writing: Writing, level: Level, widths: tuple[float, ...], *, keep: bool) -> Iterator[str]:
    """Yield the rows of a level: three groups at most stand side by side."""
    groups = level.groups or (Group(()),)
    lines = [groups[start : start + _ABREAST] for start in range(0, len(groups), _ABREAST)]
    abreast = len(lines[0])
    for number, line in enumerate(lines):
        own = _named(writing, level) if number == 0 else Par(_TEXT, "", keep=True).xml({})
        cells = [cell_xml(CellLook(widths[0], borders=_borders(writing), padding=margins(right=_RIGHT)), own)]
        for place in range(abreast):
            span = _PARTS // abreast
            edges = {
                "top": number == 0,
                "left": place == 0,
                "bottom": number == len(lines) - 1,
                "right": place == abreast - 1,
            }
            weight = writing.theme.figure.deciding if level.decides else writing.theme.figure.box_line
            shaded = CellLook(
                widths[1] * span,
                span,
                borders=_borders(writing, **{side: weight for side, there in edges.items() if there}),
                ground=writing.colour("tint1"),
                padding=_padding(writing),
            )
            words = _group(writing, line[place] if place < len(line) else Group(()), keep=keep)
            cells.append(cell_xml(shaded, words))
        yield row_xml("".join(cells))


def _named(writing: Writing, level: Level) -> str:
    name = Look(bold=True, size=writing.theme.figure.name.size)
    faint = Look(colour=writing.colour("ink2"))
    paragraphs = [Par(_TEXT, inlines(writing, level.name, name), keep=True)]
    if level.purpose:
        paragraphs.append(Par(_TEXT, inlines(writing, level.purpose, faint), keep=True))
    return "".join(paragraph.xml({}) for paragraph in paragraphs)


def _group(writing: Writing, group: Group, *, keep: bool) -> str:
    lines: list[tuple[Inlines, Look]] = [(group.name, Look(bold=True)), *((line, PLAIN) for line in group.lines)]
    return "".join(Par(_TEXT, inlines(writing, line, look), keep=keep).xml({}) for line, look in lines)


def _step(writing: Writing, reached: Inlines, widths: tuple[float, ...], *, keep: bool) -> str:
    """Return the row below a level: an arrow up, and who decides."""
    look, none = writing.theme.figure, _borders(writing)
    room = (look.whole - look.label - look.beside_arrow) / look.text.size
    several = ems(plain(reached, writing.numbered.labels)) > room
    space = 2.0 if several else (look.step - look.text.pitch) / 2
    # The last step has no box below it, and its words stand as far from what follows as those of any figure.
    padding = margins(top=space, left=look.arrow_at, bottom=space if keep else 0.0)
    arrow = run(_ARROW, Look(bold=True, size=_ARROW_SIZE)) + tab() + inlines(writing, reached)
    words = Par(_TEXT, arrow, keep=keep, hanging=look.beside_arrow - look.arrow_at)
    empty = cell_xml(CellLook(widths[0], borders=none), Par(_TEXT, "", keep=keep).xml({}))
    shown = CellLook(widths[1] * _PARTS, _PARTS, borders=none, padding=padding)
    return row_xml(empty + cell_xml(shown, words.xml({})))


def _padding(writing: Writing) -> str:
    pad = writing.theme.figure.pad
    return margins(top=pad, left=pad, bottom=pad, right=pad / 2)


def _borders(writing: Writing, **weights: float) -> str:
    """Return the borders of a cell in the order that Word wants; none where no weight is given."""
    ink = writing.colour("ink")
    return "".join(edge(side, weights[side], ink) if side in weights else NO_EDGE.format(side) for side in _SIDES)
