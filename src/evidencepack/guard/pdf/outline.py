# SPDX-License-Identifier: MPL-2.0
"""The bookmarks a file has of its own, as titles and pages (ISO 32000-2, 12.3). Works in a child only."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

import pikepdf

from evidencepack.guard.pdf.parts import inside, is_table, listed

MOST_ENTRIES = 500
MOST_LEVELS = 6
LONGEST_TITLE = 200

Entry = tuple[str, int, int]


def outline_of(pdf: pikepdf.Pdf, places: Mapping[tuple[int, int], int]) -> list[Entry]:
    """Return title, page and level of each bookmark that leads to a page; both count from 0.

    Args:
        pdf: the file.
        places: the page numbers, by what qpdf calls the pages.
    """
    found: list[Entry] = []
    names = Destinations(pdf)
    for title, item, level in _items(inside(pdf.Root, "/Outlines")):
        page = page_of(item, names, places)
        if title and page is not None:
            above = found[-1][2] + 1 if found else 0
            found.append((title, page, min(level, above)))
    return found


def _items(root: pikepdf.Object | None) -> Iterator[tuple[str, pikepdf.Object, int]]:
    """Yield title, item and level in order, each item once and not too many."""
    seen: set[tuple[int, int]] = set()
    waiting = [(inside(root, "/First"), 0)]
    while waiting and len(seen) < MOST_ENTRIES:
        item, level = waiting.pop()
        if item is None or item.objgen in seen:
            continue
        seen.add(item.objgen)
        yield _words(item.get("/Title")), item, level
        waiting.append((inside(item, "/Next"), level))
        if level + 1 < MOST_LEVELS:
            waiting.append((inside(item, "/First"), level + 1))


def _words(title: object) -> str:
    """Return a title as one line without marks that nobody sees."""
    if not isinstance(title, (str, pikepdf.String)):
        return ""
    plain = (" " if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co"} else sign for sign in str(title))
    return " ".join("".join(plain).split())[:LONGEST_TITLE]


def page_of(item: pikepdf.Object, names: Destinations, places: Mapping[tuple[int, int], int]) -> int | None:
    """Return the page that a bookmark or a link leads to, if it is one of this file."""
    goal = item.get("/Dest")
    action = inside(item, "/A")
    if goal is None and action is not None and action.get("/S") == "/GoTo":
        goal = action.get("/D")
    if isinstance(goal, (str, pikepdf.String, pikepdf.Name)):
        goal = names.get(goal)
    if is_table(goal) and isinstance(goal, pikepdf.Object):
        goal = goal.get("/D")
    first = listed(goal)[:1]
    return places.get(first[0].objgen) if first and is_table(first[0]) else None


class Destinations:
    """Pages that have names (ISO 32000-2, 12.3.2.4), looked up only when somebody asks."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._known: dict[bytes, pikepdf.Object] | None = None

    def get(self, name: object) -> pikepdf.Object | None:
        """Return the destination of a name."""
        if isinstance(name, pikepdf.Name):
            old = inside(self._pdf.Root, "/Dests")
            found = old.get(str(name)) if old is not None else None
            return found if isinstance(found, pikepdf.Object) else None
        if self._known is None:
            self._known = dict(_leaves(inside(self._pdf.Root, "/Names", "/Dests")))
        return self._known.get(_key(name))


def _leaves(root: pikepdf.Object | None) -> Iterator[tuple[bytes, pikepdf.Object]]:
    """Yield the names in a tree (ISO 32000-2, 7.9.6), each part of it once."""
    waiting, seen = [root], set[tuple[int, int]]()
    while waiting:
        part = waiting.pop()
        if part is None or (part.is_indirect and part.objgen in seen):
            continue
        seen.add(part.objgen)
        waiting.extend(one for one in listed(part.get("/Kids")) if is_table(one))
        flat = part.get("/Names")
        if isinstance(flat, pikepdf.Array):
            for index in range(0, len(flat) - 1, 2):
                value = flat[index + 1]
                if isinstance(value, pikepdf.Object):
                    yield _key(flat[index]), value


def _key(name: object) -> bytes:
    return bytes(name) if isinstance(name, pikepdf.String) else str(name).encode(errors="replace")
