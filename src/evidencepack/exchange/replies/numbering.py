# SPDX-License-Identifier: MPL-2.0
"""The numbers before paragraphs, counted as Word counts them (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from evidencepack.exchange.replies.styles import Listed, Styles
from evidencepack.exchange.replies.xml import W, value, whole

_NONE: Final = "0"
_LEVELS: Final = 9
_MOST: Final = 3999
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
# A single letter is a bullet: Word's are letters of fonts of signs, as LibreOffice's are.
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_SIGNS: Final = frozenset({"bullet", "none"})


class Level(NamedTuple):
    """How a paragraph is numbered: whether by a number, how deep (from 0), and the number in full ("4.2(a)").

    A bullet point has no number. ``words`` are those that its list sets before the paragraph, as "Schedule".
    """

    numbered: bool
    deep: int
    label: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    """One level of a list."""

    start: int
    form: str
    text: str


@dataclass(slots=True)
class _List:
    """A list: the definition that it counts with, its levels, and those that begin anew when it is first used."""

    definition: str
    steps: Mapping[int, _Step]
    anew: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the paragraphs of one story, in their order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = {} if root is None else _lists(root)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def level(self, own: etree._Element | None, style: str) -> Level | None:
        """Return how the next paragraph is numbered, by its own list or that of its style; nothing if it is in none."""
        listed = self._listed(own, style)
        found = self._lists.get(listed.number) if listed else None
        if listed is None or found is None or listed.deep not in found.steps:
            return None
        step = found.steps[listed.deep]
        self._count(listed, found)
        if step.form in _SIGNS or not step.text:
            return Level(numbered=False, deep=listed.deep, label="", words=_words(step.text))
        return Level(True, listed.deep, self._label(found, listed.deep), _words(step.text))

    def _listed(self, listed: etree._Element | None, style: str) -> Listed | None:
        of_style = self._styles.listed(style)
        own, deep = ("", "") if listed is None else (value(listed, "numId"), value(listed, "ilvl"))
        number = own or (of_style.number if of_style else _NONE)
        if number == _NONE:
            return None
        return Listed(number, whole(deep, of_style.deep if of_style else 0))

    def _count(self, listed: Listed, found: _List) -> None:
        counts = self._counts.setdefault(found.definition, {})
        if listed.number not in self._begun:
            self._begun.add(listed.number)
            for deep, start in found.anew.items():
                counts[deep] = start - 1
        start = found.steps[listed.deep].start
        counts[listed.deep] = counts.get(listed.deep, start - 1) + 1
        for deeper in [deep for deep in counts if deep > listed.deep]:
            del counts[deeper]

    def _label(self, found: _List, deep: int) -> str:
        """Return the number in full: with those above it, where its own text does not name them."""
        label = self._own_label(found, deep)
        named = [int(one) - 1 for one in re.findall(r"%(\d)", found.steps[deep].text)]
        above = min(named, default=deep) - 1
        return label if above < 0 or above not in found.steps else f"{self._label(found, above)}{label}"

    def _own_label(self, found: _List, deep: int) -> str:
        counts = self._counts[found.definition]

        def number(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            step = found.steps.get(level)
            return _said(counts.get(level, step.start), step.form) if step else ""

        return " ".join(re.sub(r"%(\d)", number, found.steps[deep].text).split()).rstrip(".")


def _lists(root: etree._Element) -> dict[str, _List]:
    definitions = {one.get(f"{W}abstractNumId", ""): _steps(one) for one in root.iterchildren(f"{W}abstractNum")}
    found: dict[str, _List] = {}
    for one in root.iterchildren(f"{W}num"):
        definition = value(one, "abstractNumId")
        made = _List(definition, {**definitions.get(definition, {}), **_overridden(one)})
        for override in one.iterchildren(f"{W}lvlOverride"):
            start = value(override, "startOverride")
            if start:
                made.anew[_deep(override)] = whole(start, 1)
        found[one.get(f"{W}numId", "")] = made
    return found


def _overridden(number: etree._Element) -> dict[int, _Step]:
    levels = (level for one in number.iterchildren(f"{W}lvlOverride") for level in one.iterchildren(f"{W}lvl"))
    return {_deep(level): _step(level) for level in levels}


def _steps(definition: etree._Element) -> dict[int, _Step]:
    return {_deep(level): _step(level) for level in definition.iterchildren(f"{W}lvl")}


def _step(level: etree._Element) -> _Step:
    return _Step(whole(value(level, "start"), 1), value(level, "numFmt") or "decimal", value(level, "lvlText"))


def _words(text: str) -> str:
    """Return the words among the numbers and signs of a level; bullets of old fonts are signs of their own."""
    return " ".join(_WORD.findall(re.sub(r"%\d", " ", text)))


def _deep(element: etree._Element) -> int:
    return min(whole(element.get(f"{W}ilvl", "")), _LEVELS)


def _said(number: int, form: str) -> str:
    """Return a number in a form of Word's."""
    if form in {"lowerRoman", "upperRoman"} and 0 < number <= _MOST:
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * min(1 + (number - 1) // 26, _LEVELS)
        return letters.upper() if form == "upperLetter" else letters
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    said = ""
    for worth, letters in _ROMAN:
        said += letters * (number // worth)
        number %= worth
    return said
