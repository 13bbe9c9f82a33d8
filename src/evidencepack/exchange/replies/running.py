# SPDX-License-Identifier: MPL-2.0
"""Headers and footers: what each section of a Word file says at the top and at the foot of its pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from evidencepack.exchange.replies.relations import relations_of
from evidencepack.exchange.replies.story import View
from evidencepack.exchange.replies.telling import Around, tell
from evidencepack.exchange.replies.xml import R, W, parsed

_FIRST: Final = "titlePg"


@dataclass(frozen=True, slots=True)
class Running:
    """What runs over the pages of a section: the lines of its headers and of its footers, and the pictures in them."""

    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()


def running_lines(parts: Mapping[str, bytes], main: str, body: etree._Element, around: Around) -> tuple[Running, ...]:
    """Return the running lines of each section, in order. A section that has none of its own has those before it."""
    read = _Reader(parts, main, around)
    taken: dict[tuple[str, str], str] = {}
    found: list[Running] = []
    for section in _sections(body):
        for one in section.iterchildren(f"{W}headerReference", f"{W}footerReference"):
            sort = "head" if one.tag == f"{W}headerReference" else "foot"
            taken[sort, one.get(f"{W}type", "default")] = one.get(f"{R}id", "")
        first = section.find(f"{W}{_FIRST}") is not None
        used = {place: number for place, number in taken.items() if place[1] == "default" or first}
        found.append(read.running(used))
    return tuple(found)


def _sections(body: etree._Element) -> Iterator[etree._Element]:
    """Yield the properties of sections, but for those that tracked changes remember."""
    for section in body.iter(f"{W}sectPr"):
        parent = section.getparent()
        if parent is None or parent.tag != f"{W}sectPrChange":
            yield section


class _Reader:
    """Reads each header and footer once."""

    def __init__(self, parts: Mapping[str, bytes], main: str, around: Around) -> None:
        self._parts, self._around = parts, around
        self._names = {number: one.target for number, one in relations_of(parts, main).items() if not one.outside}
        self._known: dict[str, tuple[tuple[str, ...], tuple[tuple[str, str], ...]]] = {}

    def running(self, used: Mapping[tuple[str, str], str]) -> Running:
        """Return what the headers and footers of these ids say, each line once."""
        lines: dict[str, dict[str, None]] = {"head": {}, "foot": {}}
        pictures: dict[tuple[str, str], None] = {}
        for (sort, _), number in sorted(used.items()):
            said, shown = self._read(self._names.get(number, ""))
            lines[sort] |= dict.fromkeys(said)
            pictures |= dict.fromkeys(shown)
        return Running(tuple(lines["head"]), tuple(lines["foot"]), tuple(pictures))

    def _read(self, name: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        if name not in self._known:
            self._known[name] = self._told(name)
        return self._known[name]

    def _told(self, name: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        if name not in self._parts:
            return (), ()
        around = replace(self._around, relations=relations_of(self._parts, name))
        blocks = tell(parsed(self._parts[name]), around, View.FINAL).blocks
        said = (block.skeleton for block in blocks)
        return tuple(filter(None, map(_words, said))), tuple(one for block in blocks for one in block.form.pictures)


def _words(skeleton: str) -> str:
    """Return a line without the marks of its cells: programs make tables of tabs and tabs of tables."""
    return " ".join(skeleton.replace("\x01", " ").split())
