# SPDX-License-Identifier: MPL-2.0
"""Pages as plain data: what the typesetter hands to the painter, the preview and the checks.

All lengths are points (1/72 inch). The origin is the top left corner of the page, y grows downwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from evidencepack.render.typeset.attributes import PLAIN, Attributes

if TYPE_CHECKING:
    from evidencepack.render.figures.drawing import Shape
    from evidencepack.render.typeset.guests import GuestLink, Seat


class Role(StrEnum):
    """Standard structure types (ISO 32000-1 14.8.4)."""

    DOCUMENT = "Document"
    PART = "Part"
    SECT = "Sect"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    H5 = "H5"
    H6 = "H6"
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
    REFERENCE = "Reference"
    DIV = "Div"
    CAPTION = "Caption"
    FORM = "Form"


HEADINGS = (Role.H1, Role.H2, Role.H3, Role.H4, Role.H5, Role.H6)

_CELLS = frozenset({Role.TH, Role.TD})
_ROWS = frozenset({Role.TR})
# What stands in these, and nothing else (ISO 32000-1 14.8.4.3; ISO 14289-1 7.2 and 7.6).
_KIDS = {
    Role.L: frozenset({Role.LI}),
    Role.LI: frozenset({Role.LBL, Role.LBODY}),
    Role.TABLE: frozenset({Role.CAPTION, Role.THEAD, Role.TBODY, Role.TR}),
    Role.THEAD: _ROWS,
    Role.TBODY: _ROWS,
    Role.TR: _CELLS,
    Role.TOC: frozenset({Role.TOCI}),
    Role.TOCI: frozenset({Role.LBL, Role.P, Role.REFERENCE}),
}
# What stands nowhere else.
_BOUND = frozenset({Role.LI, Role.LBODY, Role.THEAD, Role.TBODY, Role.TOCI}) | _ROWS | _CELLS
_ELSEWHERE = frozenset(Role) - _BOUND - {Role.PART}
# What a screen reader cannot do without.
_NEEDS = {
    Role.PART: ("title", "language"),
    Role.L: ("list_numbering",),
    Role.TH: ("scope",),
    Role.FIGURE: ("alt",),
    Role.LINK: ("href",),
}


@dataclass(slots=True, eq=False, repr=False)
class Element:
    """A future structure element, compared by identity, never changed (freezing fifty thousand of them takes a while).

    It joins its parent where its first text is painted. Only a Part, which is a whole document, has no parent.
    ``block`` is "<document anchor>/<section>.<block>", the block it came from; ``own`` is what it alone says.

    Raises:
        ValueError: if it may not stand in its parent, or lacks what its role needs (a cell's scope, a figure's words).
    """

    role: Role
    parent: Element | None
    block: str
    own: Attributes = PLAIN

    def __post_init__(self) -> None:
        role, parent = self.role, self.parent
        fits = role in _KIDS.get(parent.role, _ELSEWHERE) if parent else role is Role.PART
        if not fits:
            raise ValueError(f"{role} may not stand in {parent.role if parent else 'nothing'} ({self.block})")
        if role in _NEEDS and not all(getattr(self.own, name).strip() for name in _NEEDS[role]):
            raise ValueError(f"{role} needs {' and '.join(_NEEDS[role])} ({self.block})")


class Stretch(NamedTuple):
    """What the words of one look have in common, on however many lines they stand, and the element they are read as.

    ``paths`` are the FieldPaths they came from. ``missing`` words stand on a ground of their own: an unanswered value,
    the mark of an example or of a draft. ``late`` is the anchor whose page number stands here; until pages are known
    the text is as many noughts as digits. ``start`` is where they begin in the text of their paragraph, ``scale`` what
    they are set in of its size.
    """

    face: int
    element: Element
    paths: tuple[str, ...] = ()
    colour: str = "ink"
    missing: bool = False
    underlined: bool = False
    late: str = ""
    start: int = 0
    scale: float = 1.0


class Piece(NamedTuple):
    """What a line holds of a stretch: a tuple, for a large pack has a hundred thousand.

    ``dx`` is how far from the line's start it begins, ``width`` what the line breaker measured.
    """

    dx: float
    width: float
    size: float
    text: str
    stretch: Stretch


Line: TypeAlias = tuple[Piece, ...]
SetLine: TypeAlias = tuple[float, float, Line]
"""A line at its place: x of its start, y of its baseline."""


class Run(NamedTuple):
    """A piece of a line at its own place on the page. ``y`` is the baseline."""

    x: float
    y: float
    width: float
    face: int
    size: float
    text: str
    element: Element
    paths: tuple[str, ...] = ()
    colour: str = "ink"
    missing: bool = False


class Kind(StrEnum):
    """What furniture is: at the head or foot of every page; shown again (a table's head, what is signed); a sign."""

    HEADER = "header"
    FOOTER = "footer"
    REPEATED = "repeated"
    SIGN = "sign"


class Furniture(NamedTuple):
    """Text that is on the page and not read out: an artifact. Lengths as in a Run."""

    x: float
    y: float
    width: float
    face: int
    size: float
    text: str
    kind: Kind
    colour: str = "ink"


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


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Picture:
    """An image by SHA-256 of its bytes; ``element`` is its Figure, with words that stand for it."""

    x: float
    y: float
    width: float
    height: float
    sha256: str
    element: Element

    def __post_init__(self) -> None:
        if self.element.role is not Role.FIGURE:
            raise ValueError(f"a picture is a Figure, not a {self.element.role} ({self.element.block})")


class Ornament(NamedTuple):
    """An image that says nothing the words beside it do not say, by SHA-256 of its bytes: an artifact."""

    x: float
    y: float
    width: float
    height: float
    sha256: str


class FieldKind(StrEnum):
    """What a field takes: words that may go over to a second line, words of one line, or a signature."""

    WORDS = "words"
    LINE = "line"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FormField:
    """A place to type or to sign on the screen, inside what is printed for the hand; ``element`` is its Form.

    ``name`` is its own among the fields of its signatory; ``label`` says in words what it takes and for whom. ``size``
    is that of the text in points, 0 for one that the viewer makes fit.
    """

    kind: FieldKind
    name: str
    label: str
    x: float
    y: float
    width: float
    height: float
    size: float
    element: Element

    def __post_init__(self) -> None:
        if self.element.role is not Role.FORM or not self.label.strip():
            raise ValueError(f"a field is a Form with a label, not a {self.element.role} ({self.element.block})")


class SignerForm(NamedTuple):
    """The fields of one signatory, in reading order. ``party`` is for whom they sign."""

    party: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Drawn:
    """Shapes of a drawing, in its own coordinates; ``element`` is its Figure, None for signs that are not read out.

    The shapes of a Figure are painted where the first of its words stands, below its words.
    """

    x: float
    y: float
    width: float
    height: float
    shapes: tuple[Shape, ...]
    element: Element | None

    def __post_init__(self) -> None:
        if self.element is not None and self.element.role is not Role.FIGURE:
            raise ValueError(f"a drawing is a Figure, not a {self.element.role} ({self.element.block})")


class SeatedLink(NamedTuple):
    """A link of a page from outside, in the units of that page, and the element that it is read as."""

    link: GuestLink
    element: Element


class Seated(NamedTuple):
    """A page from outside at its place; ``element`` is a P that holds its words, or a Figure where it has none."""

    seat: Seat
    element: Element
    links: tuple[SeatedLink, ...] = ()


@dataclass(slots=True, eq=False, repr=False)
class Page:
    """One page. ``lines`` are in reading order; ``artifacts`` are header, footer and repeated table heads.

    ``guest`` is the page from outside that stands on it in place of words of ours.
    """

    width: float
    height: float
    document: int
    lines: list[SetLine] = field(default_factory=list)
    artifacts: list[Furniture] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    drawings: list[Drawn] = field(default_factory=list)
    forms: list[SignerForm] = field(default_factory=list)
    ornaments: list[Ornament] = field(default_factory=list)
    guest: Seated | None = None

    @property
    def runs(self) -> list[Run]:
        """The words of the page piece by piece, for whoever looks at it."""
        return [
            Run(x + dx, y, width, of.face, size, text, of.element, of.paths, of.colour, of.missing)
            for x, y, line in self.lines
            for dx, width, size, text, of in line
        ]


class Place(NamedTuple):
    """Where an anchor stands: page index in the whole file, from 0, and y in points from the top."""

    page: int
    y: float


class Outline(NamedTuple):
    """An entry for bookmarks: level (1 document, 2 clause or heading 2), words, place."""

    level: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Span:
    """The pages of one document: its anchor, the index of its first page, how many, and its root element.

    ``blank`` is how many empty pages follow that belong to the file and not to the document.
    """

    anchor: str
    title: str
    first: int
    count: int
    root: Element
    blank: int = 0


class TableShape(NamedTuple):
    """The text size of a table, the widths of its columns, the heights of its body's rows, as they were set; points."""

    size: float
    widths: tuple[float, ...]
    heights: tuple[float, ...] = ()


class BoxShape(NamedTuple):
    """How a box to sign was set: whether it begins a page on which its block goes on, and in the low height."""

    turned: bool
    low: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Pages:
    """A typeset file: pages in order, where every anchor and field stands, and the bookmarks.

    ``tables`` are the shapes of tables and contents lists by block, as ``Element.block`` names it, ``boxes``
    those of boxes to sign. ``white`` is the part of its white that a cover keeps above its foot, by section.
    ``duplex``: each document starts on a right-hand page. ``before``: pages of the same count in files before this.
    """

    pages: tuple[Page, ...]
    documents: tuple[Span, ...]
    anchors: Mapping[str, Place]
    outline: tuple[Outline, ...]
    tables: Mapping[str, TableShape] = field(default_factory=dict)
    boxes: Mapping[str, tuple[BoxShape, ...]] = field(default_factory=dict)
    white: Mapping[str, float] = field(default_factory=dict)
    duplex: bool = False
    before: int = 0

    def page_of(self, anchor: str) -> int:
        """Return the printed number of the page an anchor stands on, from 1."""
        return self.before + self.anchors[anchor].page + 1
