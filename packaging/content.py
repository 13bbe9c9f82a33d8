# SPDX-License-Identifier: MPL-2.0
"""Makes docs/content.md: everything that the program should know about partnership evidence, and where it is.

    .venv/bin/python packaging/content.py [--check]

The items stand in packaging/content/*.toml, one file a chapter: ``id``, ``name``, and ``at``, the places where it is,
or ``not_yet``, the reason why it is not there and what brings it; or both. Every place must exist: this stops with
exit code 1 and a line for each one that does not. With ``--check`` nothing is written; it says whether the page is up
to date.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from content_places import Places

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "content.md"
_TOP = HERE / "content" / "top.md"
_WALK = HERE / "content" / "walk.md"
_KEYS = {"id", "name", "at", "not_yet"}


@dataclass(frozen=True)
class Item:
    """One thing that should be there: its id, a short name, the places where it is, and what is still to come."""

    id: str
    name: str
    at: tuple[str, ...] = ()
    not_yet: str = ""


@dataclass(frozen=True)
class Chapter:
    """One file of items, and its title."""

    title: str
    items: tuple[Item, ...]


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` compare it; return 1 if a place does not exist or the page is old."""
    chapters = read_chapters(HERE / "content")
    places = Places()
    slips = list(find_slips(chapters, places))
    for slip in slips:
        print(slip)
    page = make_page(chapters)
    print(_counted(chapters))
    print(f"The program has {places.summary()}.")
    if slips:
        return 1
    if "--check" in arguments:
        return int(PAGE.read_text(encoding="utf-8") != page)
    PAGE.write_text(page, encoding="utf-8")
    return 0


def read_chapters(folder: Path) -> tuple[Chapter, ...]:
    """Read every file of items, in the order of their names."""
    return tuple(_read(file) for file in sorted(folder.glob("*.toml")))


def find_slips(chapters: tuple[Chapter, ...], places: Places) -> Iterator[str]:
    """Yield a line for each id or place that comes twice, each item that is nowhere, each place that does not exist."""
    seen: set[str] = set()
    for item in (item for chapter in chapters for item in chapter.items):
        if item.id in seen:
            yield f"{item.id}: the id comes twice"
        seen.add(item.id)
        if not item.at and not item.not_yet:
            yield f"{item.id}: neither a place nor a reason"
        for place in dict.fromkeys(place for place in item.at if item.at.count(place) > 1):
            yield f"{item.id}: {place} is named twice"
        for place in item.at:
            if place not in places:
                yield f"{item.id}: there is no {place}"


def make_page(chapters: tuple[Chapter, ...]) -> str:
    """Return the page as Markdown."""
    parts = [_TOP.read_text(encoding="utf-8"), _sums(chapters)]
    parts += [_table(chapter) for chapter in chapters]
    parts.append(_WALK.read_text(encoding="utf-8"))
    return "\n".join(part.rstrip() + "\n" for part in parts)


def _read(file: Path) -> Chapter:
    tree = tomllib.loads(file.read_text(encoding="utf-8"))
    for entry in tree["items"]:
        if unknown := set(entry) - _KEYS:
            raise SystemExit(f"{file.name}: {entry.get('id')}: unknown key {', '.join(sorted(unknown))}")
    return Chapter(tree["title"], tuple(_item(entry) for entry in tree["items"]))


def _item(entry: dict[str, object]) -> Item:
    at = entry.get("at", [])
    places = tuple(str(place) for place in at) if isinstance(at, list) else ()
    return Item(str(entry["id"]), str(entry["name"]), places, str(entry.get("not_yet", "")))


def _sums(chapters: tuple[Chapter, ...]) -> str:
    everything = tuple(item for chapter in chapters for item in chapter.items)
    rows = [_sum_row(chapter.title, chapter.items) for chapter in chapters]
    head = ["| chapter | items | there | in part | not yet |", "|---|---:|---:|---:|---:|"]
    return "\n".join([*head, *rows, _sum_row("All", everything)])


def _sum_row(title: str, items: tuple[Item, ...]) -> str:
    there = sum(1 for item in items if item.at and not item.not_yet)
    partly = sum(1 for item in items if item.at and item.not_yet)
    return f"| {title} | {len(items)} | {there} | {partly} | {len(items) - there - partly} |"


def _table(chapter: Chapter) -> str:
    rows = [f"| {item.id} | {item.name} | {_where(item)} |" for item in chapter.items]
    return "\n".join([f"\n## {chapter.title}\n", "| item | what | where |", "|---|---|---|", *rows])


def _where(item: Item) -> str:
    places = ", ".join(f"`{place}`" for place in item.at)
    reason = f"not yet: {item.not_yet}" if item.not_yet else ""
    return "; ".join(part for part in (places, reason) if part)


def _counted(chapters: tuple[Chapter, ...]) -> str:
    items = [item for chapter in chapters for item in chapter.items]
    waiting = sum(1 for item in items if item.not_yet)
    return f"{len(items)} items, {sum(len(item.at) for item in items)} places, {waiting} not yet there or in part"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
