# SPDX-License-Identifier: MPL-2.0
"""Headers and footers: what each section of a Word file says at the top and at the foot of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple

from lxml import etree

from evidencepack.exchange.replies.relations import part_of_kind, relations_of
from evidencepack.exchange.replies.story import View
from evidencepack.exchange.replies.telling import Around, tell
from evidencepack.exchange.replies.unread import Unreadable
from evidencepack.exchange.replies.xml import R, W, is_on, parsed

_FIRST, _EVEN = "first", "even"
_NOTHING = {_FIRST: "(nothing on the first page)", _EVEN: "(nothing on even pages)"}


@dataclass(frozen=True, slots=True)
class Running:
    """What runs over the pages of a section: the lines of its headers and footers, pictures and what is no text."""

    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()
    unread: tuple[Unreadable, ...] = ()


def running_lines(parts: Mapping[str, bytes], main: str, body: etree._Element, around: Around) -> tuple[Running, ...]:
    """Return the running lines of each section, in order. A section that has none of its own has those before it."""
    read = _Reader(parts, main, around)
    settings = part_of_kind(parts, main, "settings")
    even = settings is not None and is_on(settings, "evenAndOddHeaders")
    taken: dict[tuple[str, str], str] = {}
    found: list[Running] = []
    for section in _sections(body):
        for one in section.iterchildren(f"{W}headerReference", f"{W}footerReference"):
            sort = "head" if one.tag == f"{W}headerReference" else "foot"
            taken[sort, one.get(f"{W}type", "default")] = one.get(f"{R}id", "")
        sorts = {"default", *([_FIRST] if is_on(section, "titlePg") else []), *([_EVEN] if even else [])}
        used = {place: number for place, number in taken.items() if place[1] in sorts}
        headed = [sort for sort in ("head", "foot") if (sort, "default") in used]
        lacking = [place for place in product(headed, sorted(sorts)) if place not in used]
        found.append(read.running(used, lacking))
    return tuple(found)


def _sections(body: etree._Element) -> Iterator[etree._Element]:
    """Yield the properties of sections, but for those that tracked changes remember."""
    for section in body.iter(f"{W}sectPr"):
        parent = section.getparent()
        if parent is None or parent.tag != f"{W}sectPrChange":
            yield section


class _Part(NamedTuple):
    """A header or footer: its lines, its pictures, and what in it is no text."""

    lines: tuple[str, ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()
    unread: tuple[Unreadable, ...] = ()


class _Reader:
    """Reads each header and footer once."""

    def __init__(self, parts: Mapping[str, bytes], main: str, around: Around) -> None:
        self._parts, self._around = parts, around
        self._names = {number: one.target for number, one in relations_of(parts, main).items() if not one.outside}
        self._known: dict[str, _Part] = {}

    def running(self, used: Mapping[tuple[str, str], str], lacking: Iterable[tuple[str, str]]) -> Running:
        """Return what the headers and footers of these ids say, each line once, and which pages lack one."""
        lines: dict[str, dict[str, None]] = {"head": {}, "foot": {}}
        pictures: dict[tuple[str, str], None] = {}
        unread: list[Unreadable] = []
        for (sort, _), number in sorted(used.items()):
            found = self._read(self._names.get(number, ""))
            lines[sort] |= dict.fromkeys(found.lines)
            pictures |= dict.fromkeys(found.pictures)
            unread += found.unread
        for sort, which in lacking:
            lines[sort][_NOTHING[which]] = None
        return Running(tuple(lines["head"]), tuple(lines["foot"]), tuple(pictures), tuple(unread))

    def _read(self, name: str) -> _Part:
        if name not in self._known:
            self._known[name] = self._told(name)
        return self._known[name]

    def _told(self, name: str) -> _Part:
        if name not in self._parts:
            return _Part()
        around = replace(self._around, relations=relations_of(self._parts, name))
        story = tell(parsed(self._parts[name]), around, View.FINAL)
        said = tuple(filter(None, (_words(block.skeleton) for block in story.blocks)))
        pictures = tuple(one for block in story.blocks for one in block.form.pictures)
        return _Part(said, pictures, tuple(sort for _, sort in story.unread))


def _words(skeleton: str) -> str:
    """Return a line without the marks of its cells: programs make tables of tabs and tabs of tables."""
    return " ".join(skeleton.replace("\x01", " ").split())
