# SPDX-License-Identifier: MPL-2.0
"""Which words stand where on typeset pages, and which answers they came from: for clicks, marks and scrolling.

Lengths are points (1/72 inch) from the top left corner of a page; pages count from 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, cast

from evidencepack.render.typeset.page import HEADINGS, Element, Kind, Page, Pages, Role

_ABOVE, _BELOW = 0.8, 0.26
"""How far words reach above and below their baseline; of their size."""

_INSIDE = frozenset({Role.SPAN, Role.LINK, Role.REFERENCE})
_SORTS = {Role.TABLE: "tables", Role.CAPTION: "captions", Role.TOC: "contents"}
BODY = "body"
"""Words that every buyer counts."""

_NEAR = 4.0
"""So many points round words count as the words."""


class Area(NamedTuple):
    """A rectangle on a page."""

    page: int
    x: float
    y: float
    width: float
    height: float

    def distance(self, x: float, y: float) -> float:
        """Return how far a point of the page is from it, lines counting more than words; 0 inside."""
        aside = max(self.x - x, 0.0, x - self.x - self.width)
        away = max(self.y - y, 0.0, y - self.y - self.height)
        return aside + 4 * away


class Spot(NamedTuple):
    """Words of one look on one line. ``paths`` are those of the answers they came from; none for fixed words.

    ``points``: they only point at another place of the document, by a number that may change by itself.
    """

    area: Area
    text: str
    paths: tuple[str, ...]
    face: int
    size: float
    points: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """What is read as one: a paragraph, a heading, an item of a list, a cell. Its words may go over to another page.

    ``block`` names the block it came from; ``number``: it is no more than the number of what follows. ``sort`` is what
    its words are where some are not counted ("headings", "tables", "captions", "contents"), else "body".
    """

    block: str
    spots: tuple[Spot, ...]
    number: bool = False
    sort: str = BODY

    @property
    def paths(self) -> tuple[str, ...]:
        """The answers it shows, each once, in the order in which they are read."""
        return tuple(dict.fromkeys(path for spot in self.spots for path in spot.paths))

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(spot.text for spot in self.spots)


class Hit(NamedTuple):
    """What stands at a point: a passage, the answers meant (none for fixed words), and the words there."""

    passage: int
    paths: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Layout:
    """All passages of a document, in the order in which they are read, and how large its pages are.

    ``running`` is how many words stand at the head and the foot of each page, and are repeated from the page before.
    """

    sizes: tuple[tuple[float, float], ...] = ()
    passages: tuple[Passage, ...] = ()
    running: tuple[int, ...] = ()

    def at(self, page: int, x: float, y: float) -> Hit | None:
        """Return what stands at a point: the words there, or the answer nearest to fixed words in what they belong to.

        None where no words are near.
        """
        near = [
            (spot.area.distance(x, y), number, spot)
            for number, spot in self._by_page.get(page, ())
            if spot.area.distance(x, y) <= _NEAR
        ]
        if not near:
            return None
        _, number, spot = min(near, key=lambda one: one[0])
        if spot.paths:
            return Hit(number, spot.paths, spot.text)
        return self._beside(page, number, x, y) or Hit(number, (), spot.text)

    def showing(self, path: str) -> tuple[int, ...]:
        """Return which passages show an answer; for the path of a table or a record, those that show any of it."""
        exact = self._by_path.get(path)
        if exact:
            return exact
        below = f"{path}/"
        found = {number for name, numbers in self._by_path.items() if name.startswith(below) for number in numbers}
        return tuple(sorted(found))

    def areas(self, passage: int, paths: Sequence[str] = ()) -> tuple[Area, ...]:
        """Return where the words of a passage stand; with ``paths``, only where those answers do."""
        spots = self.passages[passage].spots
        meant = [spot.area for spot in spots if not paths or set(paths) & set(spot.paths)]
        return tuple(meant or (spot.area for spot in spots))

    @cached_property
    def stops(self) -> tuple[tuple[int, str], ...]:
        """Each answer in each passage that shows it, in the order in which they are read."""
        return tuple((number, path) for number, passage in enumerate(self.passages) for path in passage.paths)

    def prepared(self) -> Layout:
        """Return it with its indexes made, so that none has to be made where somebody waits."""
        _ = self._by_page, self._by_path, self.stops
        return self

    def text_of(self, page: int) -> str:
        """Return the words of a page."""
        return " ".join(" ".join(spot.text for _, spot in self._by_page.get(page, ())).split())

    def _beside(self, page: int, number: int, x: float, y: float) -> Hit | None:
        """Return the nearest answer in the same passage or, if it has none, in the same block on the page."""
        here = self._by_page[page]
        block = self.passages[number].block
        for meant in (
            [(at, spot) for at, spot in here if at == number and spot.paths],
            [(at, spot) for at, spot in here if self.passages[at].block == block and spot.paths],
        ):
            if meant:
                at, spot = min(meant, key=lambda one: one[1].area.distance(x, y))
                return Hit(at, spot.paths, spot.text)
        return None

    @cached_property
    def _by_page(self) -> dict[int, list[tuple[int, Spot]]]:
        found: dict[int, list[tuple[int, Spot]]] = {}
        for number, passage in enumerate(self.passages):
            for spot in passage.spots:
                found.setdefault(spot.area.page, []).append((number, spot))
        return found

    @cached_property
    def _by_path(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, dict[int, None]] = {}
        for number, passage in enumerate(self.passages):
            for path in passage.paths:
                found.setdefault(path, {})[number] = None
        return {path: tuple(numbers) for path, numbers in found.items()}


def layout_of(pages: Pages) -> Layout:
    """Return where the words of typeset pages stand."""
    homes: dict[Element, list[Spot]] = {}
    for number, page in enumerate(pages.pages):
        for home, spot in _spots(number, page):
            homes.setdefault(home, []).append(spot)
    sizes = tuple((page.width, page.height) for page in pages.pages)
    passages = (Passage(home.block, tuple(spots), home.role is Role.LBL, _sort(home)) for home, spots in homes.items())
    # A sign is drawn, and is no word in a file.
    running = tuple(
        sum(len(one.text.split()) for one in page.artifacts if one.kind is not Kind.SIGN) for page in pages.pages
    )
    return Layout(sizes, tuple(passages), running)


def _spots(number: int, page: Page) -> Iterator[tuple[Element, Spot]]:
    for x, y, line in page.lines:
        for dx, width, size, text, stretch in line:
            area = Area(number, x + dx, y - _ABOVE * size, width, (_ABOVE + _BELOW) * size)
            home, points = _home(stretch.element)
            yield home, Spot(area, text, stretch.paths, stretch.face, size, points)


def _sort(element: Element) -> str:
    """Return what words are by what holds them; within a table or a caption all are of these."""
    sort, here = BODY, cast("Element | None", element)
    while here is not None:
        if here.role in _SORTS:
            return _SORTS[here.role]
        sort = "headings" if here.role in HEADINGS else sort
        here = here.parent
    return sort


def _home(element: Element) -> tuple[Element, bool]:
    """Return what an element is read in as one, and whether it points at another place."""
    points = False
    while element.role in _INSIDE and element.parent is not None:
        points = points or element.own.href.startswith("#")
        element = element.parent
    return element, points
