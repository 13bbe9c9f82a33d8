# SPDX-License-Identifier: MPL-2.0
"""The styles of a Word file, as far as they change what words mean: struck out, hidden, numbered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from lxml import etree

from evidencepack.exchange.replies.xml import OFF, W, value, whole

_MOST_BASES: Final = 20  # styles are based on styles; a ring of them would have no end


class Look(StrEnum):
    """A look that changes what words mean."""

    STRUCK = "struck out"
    HIDDEN = "hidden"


_NONE: Final = frozenset[Look]()
_MARKS: Final = {f"{W}strike": Look.STRUCK, f"{W}dstrike": Look.STRUCK, f"{W}vanish": Look.HIDDEN}


class Listed(NamedTuple):
    """The list that a paragraph is in, and how deep (from 0). List "0" is none."""

    number: str
    deep: int


@dataclass(frozen=True, slots=True)
class _Style:
    based: str
    looks: Mapping[Look, bool]
    number: str
    deep: str
    in_part: bool


class Styles:
    """Styles by their ids, each with what it takes from those it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        found = () if root is None else root.iter(f"{W}style")
        self._styles = {one.get(f"{W}styleId", ""): _style(one) for one in found}
        self._usual = {} if root is None else _usual(root)
        everywhere = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._everywhere = {} if everywhere is None else _looks(everywhere)
        self._known: dict[str, Mapping[Look, bool]] = {}
        self._lists: dict[str, Listed | None] = {}

    def looks(self, style: str) -> Mapping[Look, bool]:
        """Return the looks that a style puts on or takes off."""
        if style not in self._known:
            merged: dict[Look, bool] = {}
            for one in reversed(self._line(style)):
                merged |= one.looks
            self._known[style] = merged
        return self._known[style]

    def run_looks(self, properties: etree._Element | None, paragraph: str, table: str | None = None) -> frozenset[Look]:
        """Return the looks of a run of these properties in a paragraph of a style, and in a table of one if in any.

        A look that the styles of table, paragraph and letters each put on is on if so many do that the number is odd;
        what holds for the whole file stays on (ISO/IEC 29500-1, 17.7.3).
        """
        looks = [self.looks(self._named(paragraph, "paragraph"))]
        if table is not None:
            looks.append(self.looks(self._named(table, "table")))
        if properties is None and not any(looks) and not self._everywhere:
            return _NONE
        looks.append({} if properties is None else self.looks(value(properties, "rStyle")))
        own = {} if properties is None else _looks(properties)
        return frozenset(
            look
            for look in Look
            if own.get(look, self._everywhere.get(look) or sum(one.get(look, False) for one in looks) % 2)
        )

    def hides_in_part(self, table: str) -> bool:
        """Whether a style hides or strikes out some cells of a table, such as those of its first row."""
        return any(one.in_part for one in self._line(self._named(table, "table")))

    def _named(self, style: str, sort: str) -> str:
        """Return a style, or what stands for one that is not named or not there."""
        return style if style in self._styles else self._usual.get(sort, "")

    def listed(self, style: str) -> Listed | None:
        """Return the list that a style puts paragraphs in; nothing if it puts them in none."""
        if style not in self._lists:
            self._lists[style] = self._list(self._named(style, "paragraph"))
        return self._lists[style]

    def _list(self, style: str) -> Listed | None:
        line = self._line(style)
        number = next((one.number for one in line if one.number), "")
        deep = next((one.deep for one in line if one.deep), "0")
        return Listed(number, whole(deep)) if number else None

    def _line(self, style: str) -> list[_Style]:
        """Return a style and those it is based on, nearest first."""
        line: list[_Style] = []
        while style in self._styles and len(line) < _MOST_BASES:
            line.append(self._styles[style])
            style = line[-1].based
        return line


def _style(element: etree._Element) -> _Style:
    runs = element.find(f"{W}rPr")
    listed = value(element, "pPr/numPr/numId"), value(element, "pPr/numPr/ilvl")
    parts = (one.find(f"{W}rPr") for one in element.iterchildren(f"{W}tblStylePr"))
    in_part = any(any(_looks(one).values()) for one in parts if one is not None)
    return _Style(value(element, "basedOn"), {} if runs is None else _looks(runs), *listed, in_part)


def _usual(root: etree._Element) -> dict[str, str]:
    """Return the styles of what names none, by their sorts."""
    found = (one for one in root.iter(f"{W}style") if one.get(f"{W}default", "0") not in OFF)
    return {one.get(f"{W}type", ""): one.get(f"{W}styleId", "") for one in found}


def _looks(properties: etree._Element) -> dict[Look, bool]:
    found: dict[Look, bool] = {}
    for one in properties:
        look = _MARKS.get(str(one.tag))
        if look:
            found[look] = found.get(look, False) or one.get(f"{W}val", "1") not in OFF
    return found
