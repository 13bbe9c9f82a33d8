# SPDX-License-Identifier: MPL-2.0
"""Pages as plain data: what the typesetter hands to the painter, the preview and the checks.

All lengths are points (1/72 inch). The origin is the top left corner of the page, y grows downwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """Standard structure types (ISO 32000-1 14.8.4)."""

    DOCUMENT = "Document"
    PART = "Part"
    SECT = "Sect"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    P = "P"
    L = "L"
    LI = "LI"
    LBL = "Lbl"
    LBODY = "LBody"
    TABLE = "Table"
    THEAD = "THead"
    TBODY = "TBody"
    TR = "TR"
    TH = "TH"
    TD = "TD"
    FIGURE = "Figure"
    LINK = "Link"
    SPAN = "Span"
    TOC = "TOC"
    TOCI = "TOCI"
    DIV = "Div"
    CAPTION = "Caption"


@dataclass(slots=True, eq=False)
class Element:
    """A future structure element, compared by identity, never changed (freezing fifty thousand of them takes a while).

    It joins its parent where its first text is painted.

    ``block`` is "<document anchor>/<section>.<block>", the block it came from. ``href`` is an address, or
    "#" and an anchor. ``list_numbering`` is the List attribute ListNumbering. ``headers`` are ids of header cells.
    """

    role: Role
    parent: Element | None
    block: str
    scope: str = ""
    column_span: int = 1
    alt: str = ""
    href: str = ""
    language: str = ""
    list_numbering: str = ""
    summary: str = ""
    id: str = ""
    headers: tuple[str, ...] = ()


class Run(NamedTuple):
    """Text of one face, size and colour on one line. ``y`` is the baseline. No element: an artifact.

    ``width`` is what the line breaker measured. ``paths`` are the FieldPaths the words came from. ``missing`` marks an
    unanswered value. A tuple, for there are a hundred thousand of them in a large pack.
    """

    x: float
    y: float
    width: float
    face: int
    size: float
    text: str
    element: Element | None
    paths: tuple[str, ...] = ()
    colour: str = "ink"
    missing: bool = False


class Rule(NamedTuple):
    """A straight line: always an artifact."""

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float
    colour: str = "ink"


class Box(NamedTuple):
    """A rectangle, filled, outlined, or both ("" for neither): always an artifact, painted below rules and text."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    outline: str = ""
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """An image by SHA-256 of its bytes; ``element`` is its Figure."""

    x: float
    y: float
    width: float
    height: float
    sha256: str
    element: Element


@dataclass(slots=True)
class Page:
    """One page. ``runs`` are in reading order; ``artifacts`` are header, footer and repeated table heads."""

    width: float
    height: float
    document: int
    runs: list[Run] = field(default_factory=list)
    artifacts: list[Run] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an anchor stands: page index in the whole file, from 0, and y in points from the top."""

    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Outline:
    """An entry for bookmarks: level (1 document, 2 clause or heading 2), words, place."""

    level: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Span:
    """The pages of one document: its anchor, the index of its first page, how many, and its root element."""

    anchor: str
    title: str
    first: int
    count: int
    root: Element


@dataclass(frozen=True, slots=True)
class TableShape:
    """The text size of a table and the widths of its columns, as they were set; in points."""

    size: float
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """A typeset file: pages in order, where every anchor and field stands, and the bookmarks.

    ``tables`` are the shapes of tables and contents lists by block, as ``Element.block`` names it.
    """

    pages: tuple[Page, ...]
    documents: tuple[Span, ...]
    anchors: Mapping[str, Place]
    outline: tuple[Outline, ...]
    tables: Mapping[str, TableShape] = field(default_factory=dict)

    def page_of(self, anchor: str) -> int:
        """Return the printed number of the page an anchor stands on, from 1."""
        return self.anchors[anchor].page + 1
