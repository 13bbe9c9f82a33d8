# SPDX-License-Identifier: MPL-2.0
"""What a PDF of ours says and how, read back from its bytes: words by what they are, sizes, edges, fonts.

Works in a child only; see ``reading``. The words are those of the structure tree (ISO 32000-1 14.7), so that a word
in two pieces of a line is one word, and a heading is known to be one.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from evidencepack.pack.slots.shows import Show, shows_on

_INLINE = frozenset({"Span", "Link", "Reference", "Lbl"})
_HEADING = re.compile(r"H[1-6]?|Title")
_MOST_DEEP = 100
BODY, RUNNING = "body", "running"
_SORTS = {"Table": "tables", "Caption": "captions", "TOC": "contents"}
SMALLEST_TEXT = 4.0
"""In points: what is smaller is there for other reasons than reading."""


@dataclass(slots=True)
class Read:
    """What was found: words by page and sort, letters by sort and size, the nearest text to an edge, fonts.

    ``first`` are the first words that a reader meets. Sizes, with one decimal as text ("9.5"), and edges are in points;
    0 for none.
    """

    words: list[dict[str, int]] = field(default_factory=list)
    sizes: dict[str, dict[str, int]] = field(default_factory=dict)
    edge: float = 0.0
    fonts: list[str] = field(default_factory=list)
    first: str = ""


def read_pdf(data: bytes) -> dict[str, Any]:
    """Return what a PDF holds, as plain values: ``pages``, and for a tagged one also what ``Read`` has.

    Raises:
        pikepdf.PdfError: if it cannot be opened.
    """
    with pikepdf.open(io.BytesIO(data)) as file:
        pages = len(file.pages)
        if "/StructTreeRoot" not in file.Root:
            return {"pages": pages}
        found = _Reader(file).read()
    names = ("words", "sizes", "edge", "fonts", "first")
    return {"pages": pages, **{name: getattr(found, name) for name in names}}


class _Reader:
    """Reads one tagged file."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self._file = file
        self._shows: list[list[Show]] = [shows_on(page) for page in file.pages]
        self._at = {page.objgen: number for number, page in enumerate(file.pages)}
        self._said: list[dict[int, str]] = [_by_mark(shows) for shows in self._shows]
        self._sort: list[dict[int, str]] = [{} for _ in self._shows]
        self._words: list[dict[str, int]] = [defaultdict(int) for _ in self._shows]
        self._first: list[str] = []

    def read(self) -> Read:
        for page, sort, text in self._paragraphs(self._file.Root.StructTreeRoot.K, BODY, -1, 0):
            self._words[page][sort] += len(text.split())
            if len(self._first) < 12:
                self._first += text.split()
        sizes, edges, fonts = dict[str, dict[str, int]](), list[float](), set[str]()
        for number, shows in enumerate(self._shows):
            box = [float(one) for one in self._file.pages[number].mediabox]
            for show in shows:
                self._measure(number, show, box, sizes, edges)
                fonts.add(show.font)
            self._words[number][RUNNING] += sum(len(show.text.split()) for show in shows if show.mark is None)
        words = [dict(one) for one in self._words]
        return Read(words, sizes, min(edges, default=0.0), sorted(fonts), " ".join(self._first[:12]))

    def _measure(
        self, page: int, show: Show, box: Sequence[float], sizes: dict[str, dict[str, int]], edges: list[float]
    ) -> None:
        """Note the size and the place of text that somebody is meant to read, except what runs along."""
        if show.mark is None or not show.text.strip() or show.size < SMALLEST_TEXT:
            return
        sort = self._sort[page].get(show.mark, BODY)
        of_sort, size = sizes.setdefault(sort, {}), f"{show.size:.1f}"
        of_sort[size] = of_sort.get(size, 0) + len(show.text.strip())
        left, bottom, right, top = box
        edges += [show.left - left, right - show.right, show.bottom - bottom, top - show.bottom - show.size * 0.7]

    def _paragraphs(self, found: Any, sort: str, page: int, deep: int) -> Iterator[tuple[int, str, str]]:
        """Yield the page, the sort and the text of everything that stands by itself, in the order of reading."""
        if deep > _MOST_DEEP:
            return
        for element in _many(found):
            if not _is_element(element):
                continue
            role = str(element.S).removeprefix("/")
            inside = _sort_of(role, sort)
            pieces = list(self._pieces(element, inside, deep))
            text, at = "".join(piece for _, piece in pieces), next((one for one, _ in pieces), page)
            if text.strip() and at >= 0:
                yield at, inside, text
            for kid in _many(element.get("/K")):
                if _is_element(kid) and str(kid.S).removeprefix("/") not in _INLINE:
                    yield from self._paragraphs(kid, inside, at, deep + 1)

    def _pieces(self, element: Any, sort: str, deep: int) -> Iterator[tuple[int, str]]:
        """Yield the page and the text of each piece of a paragraph, without what stands by itself within it."""
        if deep > _MOST_DEEP:
            return
        for kid in _many(element.get("/K")):
            if isinstance(kid, int):
                yield from self._marked(element.get("/Pg"), kid, sort)
            elif _is_element(kid):
                if str(kid.S).removeprefix("/") in _INLINE:
                    yield from self._pieces(kid, sort, deep + 1)
            elif kid.get("/Type") == "/MCR":
                yield from self._marked(kid.get("/Pg", element.get("/Pg")), int(kid.MCID), sort)

    def _marked(self, page: Any, mark: int, sort: str) -> Iterator[tuple[int, str]]:
        number = self._at.get(page.objgen, -1) if page is not None else -1
        if number >= 0:
            self._sort[number][mark] = sort
            yield number, self._said[number].get(mark, "")


def _by_mark(shows: Sequence[Show]) -> dict[int, str]:
    said = defaultdict[int, list[str]](list)
    for show in shows:
        if show.mark is not None:
            said[show.mark].append(show.text)
    return {mark: "".join(texts) for mark, texts in said.items()}


def _sort_of(role: str, around: str) -> str:
    """Return what words are by the role of what holds them; within a table and a caption all are of these."""
    if _HEADING.fullmatch(role):
        return around if around in {"tables", "captions", "contents"} else "headings"
    return _SORTS.get(role, around)


def _is_element(found: Any) -> bool:
    return isinstance(found, pikepdf.Dictionary) and "/S" in found


def _many(found: Any) -> Sequence[Any]:
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]
