# SPDX-License-Identifier: MPL-2.0
"""Follows each link and each bookmark of a PDF to the page it names (ISO 32000-1, 12.3.2 and 12.3.3)."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

import pikepdf

_MOST, _DEEPEST = 100_000, 50


def lost_links(file: pikepdf.Pdf) -> Iterator[tuple[int, str]]:
    """Yield those that lead to no page of the file: the page they stand on (0: a bookmark), and their words."""
    there = {page.objgen for page in file.pages}
    named = _named(file)
    for number, page in enumerate(file.pages, 1):
        for link in page.get("/Annots", ()):
            if link.get("/Subtype") == "/Link" and _is_lost(link, named, there):
                yield number, str(link.get("/Contents", ""))
    for item in _bookmarks(file.Root.get("/Outlines"), set(), 0):
        if _is_lost(item, named, there):
            yield 0, str(item.get("/Title", ""))


def _is_lost(item: Any, named: Mapping[str, Any], there: Container[object]) -> bool:
    """Whether a link or a bookmark names a page, and the file has none such."""
    target = item.get("/Dest")
    if target is None:
        action = item.get("/A")
        if not isinstance(action, pikepdf.Dictionary) or action.get("/S") != "/GoTo":
            return False
        target = action.get("/D")
    if isinstance(target, pikepdf.String | pikepdf.Name):
        target = named.get(str(target).removeprefix("/"))
    if isinstance(target, pikepdf.Dictionary):
        target = target.get("/D")
    if not isinstance(target, pikepdf.Array) or not len(target):
        return True
    return not isinstance(target[0], pikepdf.Dictionary) or target[0].objgen not in there


def _named(file: pikepdf.Pdf) -> Mapping[str, Any]:
    """Return the named destinations, of the name tree and of the older dictionary."""
    found: dict[str, Any] = {}
    names = file.Root.get("/Names")
    if isinstance(names, pikepdf.Dictionary) and "/Dests" in names:
        found.update(_leaves(names.Dests, 0))
    older = file.Root.get("/Dests")
    if isinstance(older, pikepdf.Dictionary):
        found.update({name.removeprefix("/"): target for name, target in older.items()})
    return found


def _leaves(node: Any, deep: int) -> Iterator[tuple[str, Any]]:
    if deep > _DEEPEST:
        return
    pairs = list(node.get("/Names", ()))
    yield from ((str(pairs[at]), pairs[at + 1]) for at in range(0, len(pairs) - 1, 2))
    for kid in node.get("/Kids", ()):
        yield from _leaves(kid, deep + 1)


def _bookmarks(node: Any, seen: set[tuple[int, int]], deep: int) -> Iterator[Any]:
    """Yield bookmarks, each once, whatever rings they stand in."""
    item = node.get("/First") if isinstance(node, pikepdf.Dictionary) and deep < _DEEPEST else None
    while isinstance(item, pikepdf.Dictionary) and item.objgen not in seen and len(seen) < _MOST:
        seen.add(item.objgen)
        yield item
        yield from _bookmarks(item, seen, deep + 1)
        item = item.get("/Next")
