# SPDX-License-Identifier: MPL-2.0
"""Bookmarks and named destinations (ISO 32000-1 12.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from evidencepack.render.pdf.syntax import number, text_string
from evidencepack.render.typeset.page import Outline, Page, Place

_HEADROOM = 14.0  # points of white above the words a bookmark leads to


def destination(place: Place, pages: Sequence[int], sheets: Sequence[Page]) -> str:
    """Return an explicit destination: the page object and the height on it."""
    up = min(sheets[place.page].height, sheets[place.page].height - place.y + _HEADROOM)
    return f"[{pages[place.page]} 0 R/XYZ 0 {number(up)} null]"


def names(anchors: Mapping[str, Place], pages: Sequence[int], sheets: Sequence[Page]) -> str:
    """Return the name tree of destinations, sorted by bytes as the standard asks."""
    rows = sorted((text_string(anchor), destination(place, pages, sheets)) for anchor, place in anchors.items())
    return f"<</Names[{''.join(name + place for name, place in rows)}]>>"


def bookmarks(
    entries: Sequence[Outline], root: int, first: int, pages: Sequence[int], sheets: Sequence[Page]
) -> list[tuple[int, str]]:
    """Return the outline's objects: its root, then the items numbered from ``first``.

    Of several documents a reader sees the titles and opens one; a document alone shows its sections at once.
    """
    parents = _parents(entries)
    families: dict[int, list[int]] = {}
    for index, parent in enumerate(parents):
        families.setdefault(parent, []).append(index)
    links = _links(families.values(), first)
    top = families.get(-1, [])
    opened = set(top) if len(top) == 1 else set()
    seen = len(top) + sum(len(families.get(index, [])) for index in opened)
    found = [(root, f"<</Type/Outlines{_kids(top, first)}/Count {seen}>>")]
    for index, entry in enumerate(entries):
        kids = families.get(index, [])
        below = f"{_kids(kids, first)}/Count {len(kids) if index in opened else -len(kids)}" if kids else ""
        parent = root if parents[index] < 0 else first + parents[index]
        place = destination(entry.place, pages, sheets)
        body = f"<</Title{text_string(entry.text)}/Parent {parent} 0 R/Dest{place}{links.get(index, '')}{below}>>"
        found.append((first + index, body))
    return found


def _parents(entries: Sequence[Outline]) -> list[int]:
    """Return the index of each entry's parent, the last one before it of a higher level; -1 for the outline itself."""
    found, above = [], list[int]()
    for index, entry in enumerate(entries):
        while above and entries[above[-1]].level >= entry.level:
            above.pop()
        found.append(above[-1] if above else -1)
        above.append(index)
    return found


def _links(families: Iterable[Sequence[int]], first: int) -> dict[int, str]:
    """Return the entries by which brothers and sisters know each other, by index."""
    links: dict[int, str] = {}
    for family in families:
        for left, right in pairwise(family):
            links[left] = links.get(left, "") + f"/Next {first + right} 0 R"
            links[right] = links.get(right, "") + f"/Prev {first + left} 0 R"
    return links


def _kids(family: Sequence[int], first: int) -> str:
    return f"/First {first + family[0]} 0 R/Last {first + family[-1]} 0 R" if family else ""
