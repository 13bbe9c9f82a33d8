# SPDX-License-Identifier: MPL-2.0
"""Blocks: the closed vocabulary of a document. Frozen, plain, without fonts, colours or behaviour.

``label`` fields are empty when composed; the numbering pass fills them ("3.1", "(a)", "Table 2", "Schedule 1").
``anchor`` names a place that cross-references, contents and bookmarks can point at; unique within a pack.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from evidencepack.blocks.inlines import Inlines
from evidencepack.blocks.parts import Part, part

if TYPE_CHECKING:
    from evidencepack.blocks.figures import Drawing


class Style(StrEnum):
    """What a paragraph is. The look belongs to the theme."""

    BODY = "body"
    LEAD = "lead"
    OPENER = "opener"
    FACTS = "facts"
    NOTE = "note"
    COVER_NAME = "cover_name"
    COVER_LABEL = "cover_label"
    COVER_TITLE = "cover_title"
    COVER_LINE = "cover_line"


class Align(StrEnum):
    """Alignment of a column. Numbers stand right, letters of a grid in the centre, all else left."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Fill(StrEnum):
    """Ground of a cell. INK carries white bold text, TINT bold text, BAND text; nothing is said by ground alone."""

    NONE = "none"
    BAND = "band"
    TINT = "tint"
    INK = "ink"


class Ruling(StrEnum):
    """How the columns of a table stand apart: by white space, by the light lines of a calendar, as cells of a grid."""

    OPEN = "open"
    CALENDAR = "calendar"
    GRID = "grid"


class Numbering(StrEnum):
    """How a heading is numbered: not at all, as a schedule ("Schedule 1: ..."), or as an appendix."""

    NONE = "none"
    SCHEDULE = "schedule"
    APPENDIX = "appendix"


_HEADINGS = range(1, 7)
_LARGE = range(1, 3)


@part
class Heading(Part):
    """A heading of level 1 to 6; level 1 is the document's title. ``aside`` is small text on the same line.

    ``small``: one of level 1 or 2 looks like one of level 3, as in letters and papers of many short parts. ``starts``
    is the number that a schedule has where some before it are left out (0: the next one).
    """

    level: int
    inlines: Inlines
    anchor: str = ""
    numbering: Numbering = Numbering.NONE
    aside: Inlines = ()
    label: str = ""
    small: bool = False
    starts: int = 0

    def __post_init__(self) -> None:
        if self.level not in _HEADINGS:
            raise ValueError(f"a heading has a level from 1 to 6, not {self.level}")
        if self.small and self.level not in _LARGE:
            raise ValueError(f"only headings of level 1 and 2 can be small, not of level {self.level}")


@part
class Paragraph(Part):
    """A paragraph in one of the styles."""

    inlines: Inlines
    style: Style = Style.BODY


@part
class Bullets(Part):
    """A list of one-paragraph items, with bullets or with numbers."""

    items: tuple[Inlines, ...]
    numbered: bool = False


@part
class Clause(Part):
    """A numbered clause. Level 1 is the bold heading "3", 2 is "3.1", 3 is "(a)", 4 is "(i)".

    ``tags`` stand in boxes after a level 1 heading ("solicitor to check"). ``starts`` is the number that a clause of
    level 1 has where some before it are left out (0: the next one).
    """

    level: int
    inlines: Inlines
    anchor: str = ""
    tags: tuple[str, ...] = ()
    label: str = ""
    starts: int = 0


@part
class Column(Part):
    """A column: its width in millimetres at the standard theme, 0 for "what is left" (shared by all such columns)."""

    width: float = 0.0
    align: Align = Align.LEFT


class Entry(StrEnum):
    """What a cell is left free for: nothing, a signature or initials, initials of changes alone, a date, words."""

    NONE = ""
    SIGNATURE = "signature"
    INITIALS = "initials"
    DATE = "date"
    WORDS = "words"


@part
class Cell(Part):
    """One cell. ``span`` is the number of columns it covers. ``lines`` are its paragraphs, most often one.

    ``entry`` is what the person named in the row's first cell is to write in it. ``signs`` are what stands before the
    lines that are items of a list (a bullet, "1"), empty for other lines; none where there is no list.
    """

    lines: tuple[Inlines, ...]
    fill: Fill = Fill.NONE
    span: int = 1
    entry: Entry = Entry.NONE
    signs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.signs and len(self.signs) != len(self.lines):
            raise ValueError("each line of a cell has a sign, or none has")


@part
class TableRow(Part):
    """The cells of one row; their spans add up to the number of columns. ``total`` marks a bold closing row."""

    cells: tuple[Cell, ...]
    total: bool = False


@part
class Table(Part):
    """An open table, or a grid. ``head`` rows repeat on every page.

    ``row_headers`` says that the first column names the row, ``named`` how many columns do (only the first is bold).
    Heads below an empty head cell of the row above span both rows.

    ``title`` is the caption's words (numbered "Table n" when given), ``summary`` the description for screen readers,
    ``note`` the small print kept with the last row, ``size`` the text size in points at the standard theme.
    ``heavy`` is the column of a calendar before which a heavy upright line stands (0: none). ``row_height`` is the
    least height of a row in millimetres, for the hand.
    """

    columns: tuple[Column, ...]
    head: tuple[TableRow, ...]
    rows: tuple[TableRow, ...]
    row_headers: bool = True
    title: Inlines = ()
    note: Inlines = ()
    summary: str = ""
    anchor: str = ""
    size: float = 9.5
    centred: bool = False
    gap: float = 0.0
    label: str = ""
    ruling: Ruling = Ruling.OPEN
    heavy: int = 0
    named: int = 1
    row_height: float = 0.0


@part
class Signatory(Part):
    """Who is expected to sign for a party: legal name (and in another script), person, role."""

    party: Inlines
    name: Inlines
    role: Inlines
    capacity: str = "Signatory"


@part
class Signature(Part):
    """A box to sign by hand for each signatory, never split over pages.

    ``statement`` is what they sign. It stands before the first box, and again on each page on which boxes go on.
    """

    signatories: tuple[Signatory, ...]
    statement: Inlines = ()


@part
class Letterhead(Part):
    """The head of a letter: who writes, with an address at the right; below a rule to whom, with the date at the right.

    ``other`` is the sender's name in another script; ``details`` and ``addressee`` are lines.
    """

    sender: Inlines
    other: Inlines = ()
    details: tuple[Inlines, ...] = ()
    addressee: tuple[Inlines, ...] = ()
    date: Inlines = ()


@part
class Farewell(Part):
    """The end of a letter, never split: "Yours sincerely", room to sign above a line, who signs and as what."""

    words: Inlines
    signatory: Signatory


@part
class Figure(Part):
    """A picture or a drawing, and the words that stand for it.

    A picture is the bytes of a PNG or JPEG by SHA-256, with its size in millimetres; a drawing has neither. ``below``
    stands under the title (the code of a measure, its target, the number of cases), ``note`` is small print.
    """

    sha256: str
    width: float
    height: float
    alt: str
    title: Inlines = ()
    label: str = ""
    drawing: Drawing | None = None
    below: Inlines = ()
    note: Inlines = ()

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a figure needs words that stand for it")
        if bool(self.sha256) is (self.drawing is not None):
            raise ValueError("a figure is a picture or a drawing")


@part
class Figures(Part):
    """Trends side by side, two to a row and read one after the other; the key of their signs stands once below.

    ``result`` is what the key calls a dot ("monthly result").
    """

    figures: tuple[Figure, ...]
    result: str = "result"
    note: Inlines = ()

    def __post_init__(self) -> None:
        from evidencepack.blocks.figures import Trend  # most documents draw nothing

        if not self.figures or not all(isinstance(figure.drawing, Trend) for figure in self.figures):
            raise ValueError("only trends stand side by side")


@part
class Callout(Part):
    """A shaded box that never splits: a title, a date or code at the right, and rows of (label, words)."""

    title: Inlines
    aside: Inlines
    rows: tuple[tuple[Inlines, Inlines], ...]


@part
class PageBreak(Part):
    """The next block starts a page."""


@part
class Gap(Part):
    """White space, in millimetres at the standard theme; for covers only."""

    height: float


@part
class TocEntry(Part):
    """One line of the contents: letter, title, then cells (version and date, signed, answers). Pages come from layout.

    ``target`` is the anchor of the document; its page range is printed as "9-14".
    """

    target: str
    letter: str
    title: Inlines
    cells: tuple[Inlines, ...] = ()


@part
class Toc(Part):
    """The contents list: head cells (letter, title, one for each cell, pages), widths in millimetres, entries."""

    head: tuple[str, ...]
    widths: tuple[float, ...]
    entries: tuple[TocEntry, ...]


Block: TypeAlias = (
    Heading
    | Paragraph
    | Bullets
    | Clause
    | Table
    | Signature
    | Letterhead
    | Farewell
    | Figure
    | Figures
    | Callout
    | PageBreak
    | Gap
    | Toc
)
