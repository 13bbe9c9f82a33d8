# SPDX-License-Identifier: MPL-2.0
"""The lists of a Word file: clauses, bullets, steps, schedules and appendices."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidencepack.render.theme import Theme
from evidencepack.render.word.markup import DECLARATION, WORD, twips


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: number format and text, where number and text stand (points), the style tied to it."""

    format: str
    text: str
    number_at: float = 0
    text_at: float = 0
    style: str = ""
    bold: bool = False


def _clause_levels(theme: Theme) -> tuple[Level, ...]:
    shapes = (("decimal", "%1"), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "(%4)"))
    return tuple(
        Level(*shape, clause.number_at, clause.text_at, f"EPClause{place}", bold=clause.style.bold)
        for place, (shape, clause) in enumerate(zip(shapes, theme.clauses, strict=True), 1)
    )


_NBSP = "\u00a0"
_LETTER = re.compile("(?P<first>[A-Z])(?:(?P<second>[A-Z])|(?P<digits>[1-9][0-9]{0,2}))?|(?P<number>[1-9][0-9]{0,2})")


def _lists(theme: Theme) -> tuple[tuple[Level, ...], ...]:
    bullet = theme.bullets.text_at
    return (
        _clause_levels(theme),
        (
            Level("bullet", theme.bullets.sign, 0, bullet, "ListBullet"),
            Level("bullet", "–", bullet, 2 * bullet, "ListBullet2"),
        ),
        (Level("decimal", "%1", 0, theme.steps.text_at, "ListNumber"),),
        (Level("decimal", f"Schedule{_NBSP}%1", style="EPSchedule"),),
        (
            Level("upperLetter", f"Appendix{_NBSP}%1", style="EPAppendix"),
            Level("upperLetter", f"Appendix{_NBSP}%1%2"),
            Level("decimal", f"Appendix{_NBSP}%1%3"),
            Level("decimal", f"Appendix{_NBSP}%4"),
        ),
    )


def counts_of(letter: str) -> tuple[int, ...]:
    """Return what Word counts on each level of the appendices' list to say a letter; nothing if it cannot.

    By itself Word goes from Z to AA to BB. Two levels count as packs do: the first says A, the second B of "AB". The
    third and the fourth are for "A1" and "1".
    """
    found = _LETTER.fullmatch(letter)
    if found is None:
        return ()
    if found["number"]:
        return 1, 1, 1, int(letter)
    if found["digits"]:
        return _ordinal(letter[0]), 1, int(found["digits"])
    return tuple(map(_ordinal, letter))


def _ordinal(letter: str) -> int:
    return ord(letter) - ord("A") + 1


def _level(index: int, level: Level) -> str:
    """Return one level. Without an indent it is part of a heading: its words follow with no space of Word's own."""
    style = f'<w:pStyle w:val="{level.style}"/>' if level.style else ""
    left, hanging = twips(level.text_at), twips(level.text_at) - twips(level.number_at)
    suffix, tab, look = "nothing", "", ""
    if level.text_at:
        suffix, tab = "tab", f'<w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs>'
        look = "<w:b/>" if level.bold else '<w:b w:val="0"/>'
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>{style}'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr>{tab}<w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr><w:rPr>{look}</w:rPr></w:lvl>'
    )


def numbering(theme: Theme) -> str:
    """Return ``word/numbering.xml``: clauses, bullets, steps, schedules, appendices; list n has ``w:num`` n + 1."""
    written, lists = [], _lists(theme)
    for index, levels in enumerate(lists):
        inner = "".join(_level(place, level) for place, level in enumerate(levels))
        written.append(
            f'<w:abstractNum w:abstractNumId="{index}"><w:nsid w:val="4E5A000{index + 1}"/>'
            f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="4E5A100{index + 1}"/>{inner}</w:abstractNum>'
        )
    numbers = (
        f'<w:num w:numId="{index + 1}"><w:abstractNumId w:val="{index}"/></w:num>' for index in range(len(lists))
    )
    return f'{DECLARATION}<w:numbering xmlns:w="{WORD}">{"".join(written)}{"".join(numbers)}</w:numbering>'
