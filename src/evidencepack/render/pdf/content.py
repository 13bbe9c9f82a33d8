# SPDX-License-Identifier: MPL-2.0
"""A page as a content stream with marked content (ISO 32000-1 14.6), and what hangs on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.pdf.structure import Marked, Tree
from evidencepack.render.pdf.syntax import colour, number
from evidencepack.render.pdf.text import SEQUENCE, Show, apart, within
from evidencepack.render.theme import Theme
from evidencepack.render.typeset.page import (
    Box,
    Drawn,
    Element,
    Furniture,
    Kind,
    Ornament,
    Page,
    Picture,
    Role,
    Rule,
    Seated,
)

GUEST = "Guest"
"""What a page's content calls the page from outside that stands on it."""

_BELOW, _ABOVE = 0.25, 0.85  # of the size: how far a link's area reaches below and above the baseline


_ARTIFACTS = {
    Kind.HEADER: "/Type/Pagination/Subtype/Header/Attached[/Top]",
    Kind.REPEATED: "/Type/Pagination",
    Kind.SIGN: "/Type/Layout",
    Kind.FOOTER: "/Type/Pagination/Subtype/Footer/Attached[/Bottom]",
}


class LinkArea(NamedTuple):
    """The area of one line of a link, in PDF coordinates (origin at the bottom left, points)."""

    element: Element
    left: float
    bottom: float
    right: float
    top: float


@dataclass(slots=True, eq=False, repr=False)
class PaintedPage:
    """Operators of the page's own content, of its header and footer, and what both need.

    ``index`` is the page's place in the document, ``tree`` the document's structure.
    """

    index: int
    tree: Tree
    content: bytes = b""
    running: bytes = b""
    marks: list[Element] = field(default_factory=list)
    links: list[LinkArea] = field(default_factory=list)
    images: list[str] = field(default_factory=list)

    def begin(self, element: Element, properties: str = "") -> str:
        """Return the operator that begins content of an element, and note it."""
        mcid = len(self.marks)
        self.tree.add(element, Marked(self.index, mcid))
        self.marks.append(element)
        return f"/{'Span' if properties else element.role}<</MCID {mcid}{properties}>>BDC"


class PagePainter:
    """Paints pages with one font set and one theme, and notes the glyphs in use."""

    def __init__(self, fonts: FontSet, theme: Theme) -> None:
        self.show = Show(fonts)
        self._colours = {name: colour(value, "rg") for name, value in theme.colours.items()}
        self._strokes = {name: colour(value, "RG") for name, value in theme.colours.items()}

    def paint(self, page: Page, index: int, tree: Tree) -> PaintedPage:
        """Paint one page; ``index`` is its place in the document."""
        painted = PaintedPage(index, tree)
        body = [
            # A page from outside counts on colours and lines as a page begins with them (ISO 32000-1 8.4.1).
            *(_seated(page.guest, page.height, painted) if page.guest else ()),
            *self._grounds(page),
            *(self._lines(page, painted) if page.lines else ()),
            *(self._picture(picture, page.height, painted) for picture in page.pictures),
        ]
        painted.content = "\n".join(body).encode("latin-1")
        painted.running = "\n".join([*self._ornaments(page, painted), *self._artifacts(page)]).encode("latin-1")
        return painted

    def _grounds(self, page: Page) -> Iterable[str]:
        filled = [box for box in page.boxes if box.fill]
        if filled:
            yield f"/Artifact<</Type/Background/BBox[{_around(filled, page.height)}]>>BDC"
            yield from (f"{self._colours[box.fill]} {_area(box, page.height)} re f" for box in filled)
            yield "EMC"
        outlined = [box for box in page.boxes if box.outline]
        if outlined or page.rules:
            yield "/Artifact<</Type/Layout>>BDC"
            yield from map(partial(self._outline, height=page.height), outlined)
            yield from map(partial(self._rule, height=page.height), page.rules)
            yield "EMC"
        signs = [drawn for drawn in page.drawings if drawn.element is None]
        if signs:
            yield "/Artifact<</Type/Layout>>BDC"
            yield from (self._shapes(drawn, page.height) for drawn in signs)
            yield "EMC"

    def _outline(self, box: Box, height: float) -> str:
        return f"{self._strokes[box.outline]} {number(box.weight)} w {_area(box, height)} re S"

    def _rule(self, rule: Rule, height: float) -> str:
        start = f"{number(rule.x0)} {number(height - rule.y0)}"
        end = f"{number(rule.x1)} {number(height - rule.y1)}"
        return f"{self._strokes[rule.colour]} {number(rule.weight)} w {start} m {end} l S"

    def _lines(self, page: Page, painted: PaintedPage) -> Iterable[str]:
        pen, shown = _Pen(self._colours, page.height), self._shown_at_once(page)
        current: Element | None = None
        waiting = {drawn.element: drawn for drawn in page.drawings if drawn.element is not None}
        yield "BT"
        for left, y, line in page.lines:
            for dx, width, size, text, stretch in line:
                element = stretch.element
                if element.own.href:
                    _note_link(painted.links, _area_of_link(element, left + dx, page.height - y, width, size))
                if element is not current and current is not None:
                    yield "EMC"
                if waiting and element in waiting:
                    yield self._drawing(waiting.pop(element), element, page.height, painted)
                    pen.lift()
                face = stretch.face
                words = next(shown[face]) if text.isascii() else ""
                words = words or self.show.text(text, face, size)
                written = pen.write(left + dx, y, face, size, stretch.colour, words)
                if SEQUENCE in written:
                    yield from apart(written, partial(painted.begin, element), opened=element is current)
                    current = None
                    continue
                if element is not current:
                    yield painted.begin(element)
                    current = element
                yield written
        yield "EMC\nET" if current is not None else "ET"

    def _shown_at_once(self, page: Page) -> dict[int, Iterator[str]]:
        """Return the operators for the words of a page, face by face."""
        words: dict[int, list[str]] = defaultdict(list)
        for _, _, line in page.lines:
            for _, _, _, text, stretch in line:
                if text.isascii():
                    words[stretch.face].append(text)
        return {face: self.show.texts(texts, face) for face, texts in words.items()}

    def _drawing(self, drawn: Drawn, element: Element, height: float, painted: PaintedPage) -> str:
        """Paint the shapes of a figure, below its words, between two text objects."""
        painted.tree.boxes[element] = _frame(drawn, height)
        return f"ET\n{painted.begin(element)} {self._shapes(drawn, height)} EMC\nBT"

    def _shapes(self, drawn: Drawn, height: float) -> str:
        from evidencepack.render.pdf.drawings import operators  # most documents draw nothing

        return operators(drawn, height, self._colours, self._strokes)

    def _picture(self, picture: Picture, height: float, painted: PaintedPage) -> str:
        painted.tree.boxes[picture.element] = _frame(picture, height)
        return f"{painted.begin(picture.element)} {_shown(picture, height, painted)} EMC"

    def _ornaments(self, page: Page, painted: PaintedPage) -> Iterable[str]:
        for ornament in page.ornaments:
            yield f"/Artifact<<{_ARTIFACTS[Kind.HEADER]}>>BDC {_shown(ornament, page.height, painted)} EMC"

    def signs(self, signs: Iterable[Furniture], left: float, depth: float) -> str:
        """Return the operators for signs on a ground of their own.

        Its lower left corner is ``left`` from the page's edge and ``depth`` from its top, in points.
        """
        pen = _Pen(self._colours, depth)
        return f"BT {' '.join([self._sign(one, pen, left) for one in signs])} ET"

    def _sign(self, one: Furniture, pen: _Pen, left: float = 0.0) -> str:
        shown = self.show.text(one.text, one.face, one.size)
        return within(pen.write(one.x - left, one.y, one.face, one.size, one.colour, shown))

    def _artifacts(self, page: Page) -> Iterable[str]:
        """Paint what is not read out; each kind says what it is (ISO 32000-1 14.8.2.2)."""
        for kind, words in _ARTIFACTS.items():
            furniture = [one for one in page.artifacts if one.kind is kind]
            if furniture:
                pen = _Pen(self._colours, page.height)
                yield f"/Artifact<<{words}>>BDC\nBT"
                yield from [self._sign(one, pen) for one in furniture]
                yield "ET\nEMC"


def _seated(guest: Seated, height: float, painted: PaintedPage) -> Iterator[str]:
    """Show the page from outside as the form XObject ``GUEST``, which the file has of it."""
    seat, element, links = guest
    bottom = height - seat.top - seat.height
    if element.role is Role.FIGURE:
        painted.tree.boxes[element] = (seat.left, bottom, seat.left + seat.width, bottom + seat.height)
    for link, read_as in links:
        low, high = (bottom + edge * seat.scale for edge in (link.bottom, link.top))
        left, right = (seat.left + edge * seat.scale for edge in (link.left, link.right))
        painted.links.append(LinkArea(read_as, left, low, right, high))
    scale = f"{seat.scale:.6f}"  # on a side of a metre a hundredth of a part is a centimetre
    yield painted.begin(element)
    yield f"q {scale} 0 0 {scale} {number(seat.left)} {number(bottom)} cm /{GUEST} Do Q"
    yield "EMC"


def _frame(one: Drawn | Picture, height: float) -> tuple[float, float, float, float]:
    """Return the rectangle of a figure: its left, bottom, right and top."""
    bottom = height - one.y - one.height
    return (one.x, bottom, one.x + one.width, bottom + one.height)


def _shown(image: Picture | Ornament, height: float, painted: PaintedPage) -> str:
    """Return the operators that show an image, and note that the page needs it."""
    name = f"I{len(painted.images)}"
    painted.images.append(image.sha256)
    place = (image.width, 0, 0, image.height, image.x, height - image.y - image.height)
    return f"q {' '.join(map(number, place))} cm /{name} Do Q"


def _area(box: Box, height: float) -> str:
    return " ".join(map(number, (box.x, height - box.y - box.height, box.width, box.height)))


def _around(boxes: Iterable[Box], height: float) -> str:
    """Return the rectangle around boxes: its left, bottom, right and top."""
    corners = [(box.x, height - box.y - box.height, box.x + box.width, height - box.y) for box in boxes]
    lefts, bottoms, rights, tops = zip(*corners, strict=True)
    return " ".join(map(number, (min(lefts), min(bottoms), max(rights), max(tops))))


class _Hundredths(dict[int, str]):
    """Hundredths of a point -> the number as a PDF has it. Lines and columns move the pen by the same steps."""

    def __missing__(self, value: int) -> str:
        text = self[value] = number(value / 100)
        return text


_HUNDREDTHS = _Hundredths()


class _Pen:
    """Writes pieces one after another, saying only what changes: face, size, colour, place.

    It counts in hundredths of a point, so that steps do not add up to an error.
    """

    def __init__(self, colours: dict[str, str], height: float) -> None:
        self._colours, self._height = colours, height
        self._face, self._size, self._colour = -1, 0.0, ""
        self._x = self._y = 0

    def lift(self) -> None:
        """Begin again at the page's corner: a new text object has begun."""
        self._x = self._y = 0

    def write(self, x: float, y: float, face: int, size: float, colour: str, shown: str) -> str:
        """Return the operators for one piece of a line or of furniture, of which ``shown`` are those for its text."""
        right, up = round(100 * x), round(100 * (self._height - y))
        changed = ""
        if face != self._face or size != self._size:
            self._face, self._size = face, size
            changed = f"/F{face} {size:g} Tf "
        if colour != self._colour:
            self._colour = colour
            changed += f"{self._colours[colour]} "
        step = f"{_HUNDREDTHS[right - self._x]} {_HUNDREDTHS[up - self._y]} Td"
        self._x, self._y = right, up
        return f"{changed}{step} {shown}"


def _area_of_link(element: Element, x: float, up: float, width: float, size: float) -> LinkArea:
    """Return the area of a piece of a link; its baseline is ``up`` points above the page's foot."""
    return LinkArea(element, x, up - _BELOW * size, x + width, up + _ABOVE * size)


def _note_link(links: list[LinkArea], area: LinkArea) -> None:
    """Add an area to the link's area on this line, or start a new one."""
    last = links[-1] if links else None
    if last and last.element is area.element and last.bottom == area.bottom:
        links[-1] = area._replace(left=last.left)
    else:
        links.append(area)
