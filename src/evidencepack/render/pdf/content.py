# SPDX-License-Identifier: MPL-2.0
"""A page as a content stream with marked content (ISO 32000-1 14.6), and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.pdf.structure import Marked, Tree
from evidencepack.render.pdf.syntax import colour, number
from evidencepack.render.pdf.text import Show
from evidencepack.render.theme import Theme
from evidencepack.render.typeset.page import Box, Element, Page, Picture, Rule, Run

_BELOW, _ABOVE = 0.25, 0.85  # of the size: how far a link's area reaches below and above the baseline


@dataclass(frozen=True, slots=True)
class LinkArea:
    """The area of one line of a link, in PDF coordinates (origin at the bottom left, points)."""

    element: Element
    left: float
    bottom: float
    right: float
    top: float


@dataclass(slots=True)
class PaintedPage:
    """Operators of the page's own content, of its header and footer, and what both need."""

    content: bytes = b""
    running: bytes = b""
    marks: list[Element] = field(default_factory=list)
    links: list[LinkArea] = field(default_factory=list)
    images: list[str] = field(default_factory=list)


class PagePainter:
    """Paints pages with one font set and one theme, and notes the glyphs in use."""

    def __init__(self, fonts: FontSet, theme: Theme) -> None:
        self.show = Show(fonts)
        self._colours = {name: colour(value, "rg") for name, value in theme.colours.items()}
        self._strokes = {name: colour(value, "RG") for name, value in theme.colours.items()}

    def paint(self, page: Page, index: int, tree: Tree) -> PaintedPage:
        """Paint one page; ``index`` is its place in the document."""
        painted = PaintedPage()
        body = [
            *self._grounds(page),
            *self._runs(page, index, tree, painted),
            *(self._picture(picture, index, page.height, tree, painted) for picture in page.pictures),
        ]
        painted.content = "\n".join(body).encode("latin-1")
        painted.running = "\n".join(self._artifacts(page)).encode("latin-1")
        return painted

    def _grounds(self, page: Page) -> Iterable[str]:
        if page.boxes or page.rules:
            yield "/Artifact<</Type/Layout>>BDC"
            for box in page.boxes:
                yield from self._box(box, page.height)
            for rule in page.rules:
                yield self._rule(rule, page.height)
            yield "EMC"

    def _box(self, box: Box, height: float) -> Iterable[str]:
        area = " ".join(map(number, (box.x, height - box.y - box.height, box.width, box.height))) + " re"
        if box.fill:
            yield f"{self._colours[box.fill]} {area} f"
        if box.outline:
            yield f"{self._strokes[box.outline]} {number(box.weight)} w {area} S"

    def _rule(self, rule: Rule, height: float) -> str:
        start = f"{number(rule.x0)} {number(height - rule.y0)}"
        end = f"{number(rule.x1)} {number(height - rule.y1)}"
        return f"{self._strokes[rule.colour]} {number(rule.weight)} w {start} m {end} l S"

    def _runs(self, page: Page, index: int, tree: Tree, painted: PaintedPage) -> Iterable[str]:
        if not page.runs:
            return
        current: Element | None = None
        pen = _Pen(self._colours, self.show, page.height)
        yield "BT"
        for run in page.runs:
            element = run.element
            if element is not None and element is not current:
                if current is not None:
                    yield "EMC"
                yield f"/{element.role}<</MCID {len(painted.marks)}>>BDC"
                tree.add(element, Marked(index, len(painted.marks)))
                painted.marks.append(element)
                current = element
            yield pen.write(run)
            if element is not None and element.href:
                _note_link(painted.links, run, element, page.height)
        yield "EMC\nET"

    def _picture(self, picture: Picture, index: int, height: float, tree: Tree, painted: PaintedPage) -> str:
        left, bottom = picture.x, height - picture.y - picture.height
        tree.boxes[picture.element] = (left, bottom, left + picture.width, bottom + picture.height)
        mark = Marked(index, len(painted.marks))
        tree.add(picture.element, mark)
        name = f"I{len(painted.images)}"
        painted.marks.append(picture.element)
        painted.images.append(picture.sha256)
        place = " ".join(map(number, (picture.width, 0, 0, picture.height, left, bottom)))
        return f"/Figure<</MCID {mark.mcid}>>BDC q {place} cm /{name} Do Q EMC"

    def _artifacts(self, page: Page) -> Iterable[str]:
        if page.artifacts:
            pen = _Pen(self._colours, self.show, page.height)
            yield "/Artifact<</Type/Pagination>>BDC\nBT"
            yield from map(pen.write, page.artifacts)
            yield "ET\nEMC"


class _Pen:
    """Writes runs one after another, saying only what changes: face, size, colour, place."""

    def __init__(self, colours: dict[str, str], show: Show, height: float) -> None:
        self._colours, self._show, self._height = colours, show, height
        self._font, self._colour = (-1, 0.0), ""
        self._x = self._y = 0.0

    def write(self, run: Run) -> str:
        """Return the operators for one run."""
        x, y, _, face, size, text, _, _, colour, _ = run
        changed = ""
        if (face, size) != self._font:
            self._font = (face, size)
            changed = f"/F{face} {size:g} Tf "
        if colour != self._colour:
            self._colour = colour
            changed += f"{self._colours[colour]} "
        across, up = round(x - self._x, 2), round(self._height - y - self._y, 2)
        self._x, self._y = self._x + across, self._y + up
        return f"{changed}{across:g} {up:g} Td {self._show.text(text, face, size)}"


def _note_link(links: list[LinkArea], run: Run, element: Element, height: float) -> None:
    """Add the run to the link's area on this line, or start a new one."""
    bottom = height - run.y - _BELOW * run.size
    area = LinkArea(element, run.x, bottom, run.x + run.width, height - run.y + _ABOVE * run.size)
    if links and links[-1].element is element and links[-1].bottom == bottom:
        area = LinkArea(element, links[-1].left, bottom, area.right, area.top)
        links[-1] = area
    else:
        links.append(area)
