# SPDX-License-Identifier: MPL-2.0
"""What makes a template's words unreadable, put right in its styles, and said: sizes, lines, spacing, dark grounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from evidencepack.domain.colour import PAPER, contrast
from evidencepack.render.word.brand.markup import W
from evidencepack.render.word.brand.ordered import put
from evidencepack.render.word.brand.sheet import Sheet
from evidencepack.render.word.markup import WORD

TEXTS: Final = ("Normal", "BodyText", "ListBullet", "ListBullet2", "ListNumber")
"""The styles of running text in which we write."""

WRITTEN_IN: Final = (*TEXTS, "Caption", "Title", *(f"Heading{level}" for level in range(1, 7)), "TOC1")
"""All styles of a template in which we write."""

_SMALL: Final = (*TEXTS, "Caption", "TOC1")
_LEAST, _MOST_TEXT, _MOST = 6.0, 20.0, 72.0
_TEXT_BECOMES, _HEADING_BECOMES = (9.0, 14.0), (11.0, 36.0)
_DARK: Final = 3.0  # from this contrast with paper on, our links, marks and boxes cannot be read on a ground
_READABLE: Final = 4.5
_TALLEST: Final = 3.0
_WIDEST, _NARROWEST = 200, 50
_NAMES: Final = {"w": WORD}


def made_sound(sheet: Sheet) -> tuple[str, ...]:
    """Put right in a template's styles what nobody could read, and return what that was, in a few words each."""
    return tuple(said for style in WRITTEN_IN if style in sheet.styles for said in _mended(sheet, style))


def _mended(sheet: Sheet, style: str) -> Iterator[str]:
    name = sheet.name(style) or style
    yield from _sized(sheet, style, name)
    yield from _spread(sheet, style, name)
    yield from _spaced(sheet, style, name)
    if style in _SMALL and _is_dark(sheet, style):
        for part in ("rPr", "pPr"):
            put(part_of(sheet.styles[style], part), "shd", val="clear", color="auto", fill="auto")
        if contrast(sheet.colour(style) or PAPER, PAPER) < _READABLE:
            put(part_of(sheet.styles[style], "rPr"), "color", val="auto")
        yield f"the dark ground of {name} is left away"
    struck = [mark for mark in ("strike", "dstrike") if sheet.is_on(style, f"w:rPr/w:{mark}")]
    for mark in struck:
        put(part_of(sheet.styles[style], "rPr"), mark, val="0")
    if struck:
        yield f"{name} is no longer struck out"


def _sized(sheet: Sheet, style: str, name: str) -> Iterator[str]:
    """Bring letters that are too small or too large to a size that can be read."""
    said = sheet.text(style, "w:rPr/w:sz")
    size = int(said) / 2 if said.isdigit() else 0.0
    smallest, largest = _TEXT_BECOMES if style in _SMALL else _HEADING_BECOMES
    if not said.isdigit() or _LEAST <= size <= (_MOST_TEXT if style in _SMALL else _MOST):
        return
    better = smallest if size < _LEAST else largest
    for one in ("sz", "szCs"):
        put(part_of(sheet.styles[style], "rPr"), one, val=str(round(better * 2)))
    yield f"{name} is set in {better:g} pt, not in {size:g}"


def _spread(sheet: Sheet, style: str, name: str) -> Iterator[str]:
    """Let letters stand where they can be told apart, and as wide as they are."""
    apart, wide = (_number(sheet.text(style, f"w:rPr/w:{one}")) for one in ("spacing", "w"))
    if abs(apart) / 20 > sheet.size(style) / (4 if apart < 0 else 1):
        put(part_of(sheet.styles[style], "rPr"), "spacing", val="0")
        yield f"the letters of {name} stand {apart / 20:g} pt apart no more"
    if wide and not _NARROWEST <= wide <= _WIDEST:
        put(part_of(sheet.styles[style], "rPr"), "w", val="100")
        yield f"the letters of {name} are no longer {wide} % as wide"


def _spaced(sheet: Sheet, style: str, name: str) -> Iterator[str]:
    """Let lines that would run over each other, or far apart, stand as their letters ask."""
    said, size = sheet.line_said(style), sheet.size(style)
    if said is not None and not size <= said <= _TALLEST * size * sheet.line(style):
        put(part_of(sheet.styles[style], "pPr"), "spacing", **_around(sheet, style), line="240", lineRule="auto")
        yield f"the lines of {name} stand {said:g} pt apart no more"


def _around(sheet: Sheet, style: str) -> dict[str, str]:
    """Return what a style's own spacing says beside the height of lines."""
    own = sheet.styles[style].find("w:pPr/w:spacing", _NAMES)
    found = {} if own is None else {str(key).removeprefix(W): str(said) for key, said in own.attrib.items()}
    return {key: said for key, said in found.items() if key not in {"line", "lineRule"}}


def _is_dark(sheet: Sheet, style: str) -> bool:
    ground = sheet.ground(style)
    return ground is not None and contrast(ground, PAPER) >= _DARK


def part_of(style: etree._Element, name: str) -> etree._Element:
    """Return the properties of a style, new ones if it has none."""
    found = style.find(f"w:{name}", _NAMES)
    return put(style, name) if found is None else found


def _number(text: str) -> int:
    return int(text) if text.removeprefix("-").isdigit() and text.isascii() else 0


def uneven(sheet: Sheet, style: str) -> str:
    """Return what makes the words of a style wider or narrower than their letters, for people; empty for nothing."""
    found = (
        ("capitals", any(sheet.is_on(style, f"w:rPr/w:{one}") for one in ("caps", "smallCaps"))),
        ("letters set apart", bool(_number(sheet.text(style, "w:rPr/w:spacing")))),
        ("letters stretched", _number(sheet.text(style, "w:rPr/w:w")) not in {0, 100}),
    )
    return " and ".join(words for words, is_so in found if is_so)


def breadth(sheet: Sheet, style: str) -> float:
    """Return how many times as wide the words of a style are for being capitals, stretched, or set apart."""
    share = 1.0
    if sheet.is_on(style, "w:rPr/w:caps"):
        share = _CAPITALS
    elif sheet.is_on(style, "w:rPr/w:smallCaps"):
        share = _SMALL_CAPITALS
    stretched = _number(sheet.text(style, "w:rPr/w:w"))
    apart = _number(sheet.text(style, "w:rPr/w:spacing")) / 20
    return max(share * (stretched / 100 if stretched else 1.0) + apart / (sheet.size(style) * _LETTER), _THINNEST)


_CAPITALS, _SMALL_CAPITALS = 1.3, 1.07
_LETTER: Final = 0.5  # how wide a letter of running text is to its size, on average
_THINNEST: Final = 0.3
