# SPDX-License-Identifier: MPL-2.0
"""Marks on typeset pages: the square with the short code beside it at the head, the strip at the foot.

They are as far apart as a page lets them be, at the same places on every page, and at least 10 millimetres from the
edges, where printers print nothing and scanners cut. They are artifacts: what they say stands in the footer, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from evidencepack.domain.page_mark import PageMark, stub_of
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import InkArea, SentPage
from evidencepack.render.figures.drawing import Area, Shape, rectangle
from evidencepack.render.fonts.fontset import BOLD, REGULAR, FontSet
from evidencepack.render.theme import MM, Theme
from evidencepack.render.typeset.page import Drawn, Furniture, Kind, Page, Pages
from evidencepack.signoff import symbols

SQUARE = 30 * MM
"""The side of the square, in points, without the white round it."""
_SQUARE_TOP, _SQUARE_RIGHT = 13 * MM, 25 * MM  # its upper edge from the top, its right edge from the right
_TEXT_TOP = 49 * MM
_BAR, _STRIP_LEFT, _STRIP_HEIGHT, _STRIP_UP = 0.5 * MM, 40 * MM, 6 * MM, 26 * MM
_MODULE = SQUARE / symbols.SIDE
_INK = "ink"
_BESIDE = "If the square cannot be read, type this code and the page."
_LINES = ((29.0, BOLD, 14.0), (34.0, REGULAR, 9.0), (38.5, REGULAR, 9.0))  # baseline in millimetres, face, size


@dataclass(frozen=True, slots=True)
class MarkedPages:
    """Pages with their marks, those with a mark as they are known later, and where ink is expected."""

    pages: Pages
    marks: tuple[PageMark, ...]
    sent: tuple[SentPage, ...]
    areas: tuple[InkArea, ...]


def for_marks(theme: Theme) -> Theme:
    """Return the theme with room for marks on every page: text begins lower, and the header ends before the square."""
    kept = _SQUARE_RIGHT + SQUARE + symbols.SQUARE_QUIET * _MODULE - theme.portrait.right
    shapes = (shape._replace(top=max(shape.top, _TEXT_TOP), kept=kept) for shape in (theme.portrait, theme.landscape))
    portrait, landscape = shapes
    return theme._replace(
        portrait=portrait,
        landscape=landscape,
        letter=theme.letter._replace(top=max(theme.letter.top, _TEXT_TOP)),
        cover=theme.cover._replace(top=max(theme.cover.top, _TEXT_TOP)),
    )


def with_marks(pages: Pages, code: str, version: int, fonts: FontSet) -> MarkedPages:
    """Put the marks of a copy on its pages; blank ones between documents have none, and do not count.

    Args:
        pages: the copy, laid out with ``for_marks``.
        code: its short code.
        version: the number of the version.
        fonts: for the words beside the square.
    """
    numbers = [at for span in pages.documents for at in range(span.first, span.first + span.count)]
    found = {
        at: PageMark(code, version, number, len(numbers), stub_of(*_said(pages.pages[at])))
        for number, at in enumerate(numbers, start=1)
    }
    marked = tuple(_marked(page, found[at], fonts) if at in found else page for at, page in enumerate(pages.pages))
    areas = tuple(area for number, at in enumerate(numbers, start=1) for area in _areas(pages.pages[at], number))
    sent = tuple(SentPage(mark.stub, pages.pages[at].width, pages.pages[at].height) for at, mark in found.items())
    return MarkedPages(replace(pages, pages=marked), tuple(found.values()), sent, areas)


def _said(page: Page) -> list[str]:
    """Return what a page says and where: its words line by line, and what its head and foot print."""
    lines = [f"{x:.1f} {y:.1f} " + "".join(piece.text for piece in line) for x, y, line in page.lines]
    return [*lines, *(one.text for one in page.artifacts), *(picture.sha256 for picture in page.pictures)]


def _marked(page: Page, mark: PageMark, fonts: FontSet) -> Page:
    words = [*_words(page, mark, fonts)]
    return replace(
        page, drawings=[*page.drawings, _square(page, mark), _strip(page, mark)], artifacts=[*page.artifacts, *words]
    )


class Place(NamedTuple):
    """A rectangle on a page, in points from its top left corner."""

    x: float
    y: float
    width: float
    height: float


def place_of_square(width: float) -> Place:
    """Return where the square stands on a page so wide, without the white round it."""
    return Place(width - _SQUARE_RIGHT - SQUARE, _SQUARE_TOP, SQUARE, SQUARE)


def place_of_strip(height: float) -> Place:
    """Return where the strip stands on a page so high, without the white at its ends."""
    return Place(_STRIP_LEFT, height - _STRIP_UP, symbols.LENGTH * _BAR, _STRIP_HEIGHT)


def _square(page: Page, mark: PageMark) -> Drawn:
    shapes: list[Shape] = []
    for row, modules in enumerate(symbols.square(mark.square)):
        shapes += [
            Area(rectangle(first * _MODULE, row * _MODULE, count * _MODULE, _MODULE), _INK)
            for first, count in _dark_runs(modules)
        ]
    return Drawn(*place_of_square(page.width), tuple(shapes), None)


def _dark_runs(modules: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where each run of dark modules begins, and how many they are."""
    first = 0
    for at, dark in enumerate((*modules, False)):
        if not dark:
            if at > first:
                yield first, at - first
            first = at + 1


def _strip(page: Page, mark: PageMark) -> Drawn:
    shapes: list[Shape] = [
        Area(rectangle(first * _BAR, 0, count * _BAR, _STRIP_HEIGHT), _INK)
        for first, count in _dark_runs(symbols.strip(mark.strip))
    ]
    return Drawn(*place_of_strip(page.height), tuple(shapes), None)


def _words(page: Page, mark: PageMark, fonts: FontSet) -> Iterator[Furniture]:
    """Yield what stands left of the square, flush with it."""
    right = page.width - _SQUARE_RIGHT - SQUARE - (symbols.SQUARE_QUIET + 1) * _MODULE
    texts = (printed(mark.code), f"version {mark.version}.0, page {mark.page} of {mark.of}", _BESIDE)
    for text, (y, face, size) in zip(texts, _LINES, strict=True):
        width = fonts.faces[face].width(text) * size / 1000
        yield Furniture(right - width, y * MM, width, face, size, text, Kind.HEADER)


def _areas(page: Page, number: int) -> Iterator[InkArea]:
    for form in page.forms:
        for one in form.fields:
            yield InkArea(str(one.name), number, one.x, one.y, one.width, one.height, one.label)
