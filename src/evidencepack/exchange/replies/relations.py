# SPDX-License-Identifier: MPL-2.0
"""What a part of a Word file points to: other parts by their names, and addresses outside of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import NamedTuple

from lxml import etree

from evidencepack.exchange.replies.xml import parsed


class Relation(NamedTuple):
    """One relationship: the last word of its kind ("styles"), its target, and whether that is outside of the file."""

    kind: str
    target: str
    outside: bool


def relations_of(parts: Mapping[str, bytes], name: str) -> Mapping[str, Relation]:
    """Return the relationships of a part by their ids; targets within the file are names of parts."""
    folder = dirname(name)
    links = parts.get(join(folder, "_rels", f"{name.rpartition('/')[2]}.rels"))
    return {} if links is None else dict(_relations(parsed(links), folder))


def _relations(root: etree._Element, folder: str) -> Iterator[tuple[str, Relation]]:
    for link in root.iterchildren(etree.Element):
        kind, target = link.get("Type", "").rpartition("/")[2], link.get("Target", "")
        outside = link.get("TargetMode") == "External"
        yield link.get("Id", ""), Relation(kind, target if outside else _name(folder, target), outside)


def _name(folder: str, target: str) -> str:
    return normpath(target.lstrip("/") if target.startswith("/") else join(folder, target))


def part_of_kind(parts: Mapping[str, bytes], main: str, kind: str) -> etree._Element | None:
    """Return the part of a kind ("styles") that the main part points to, as a tree; nothing if there is none."""
    names = (one.target for one in relations_of(parts, main).values() if one.kind == kind and not one.outside)
    name = next(names, "")
    return parsed(parts[name]) if name in parts else None
