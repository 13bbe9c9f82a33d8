# SPDX-License-Identifier: MPL-2.0
"""Pieces of text by script: other scripts say their language, and Word wants a font for them and for signs.

Which language Cyrillic is written in, its letters do not say; so nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple


class Script(NamedTuple):
    """A script: its letters (as in a class of a pattern), its language, and the font that Word should ask for.

    ``is_complex``: Word counts it among the complex scripts, which have a font, weight and language of their own.
    """

    letters: str
    font: str
    language: str = ""
    is_complex: bool = True
    right_to_left: bool = False


SYMBOL_FONT, EMOJI_FONT = "Segoe UI Symbol", "Segoe UI Emoji"
SCRIPTS = (
    Script("\u0590-\u05ff", "Arial", "he-IL", right_to_left=True),
    Script("\u0600-\u06ff\u0750-\u077f", "Arial", "ar-SA", right_to_left=True),
    Script("\u0900-\u097f", "Noto Sans Devanagari", "hi-IN"),
    Script("\u0980-\u09ff", "Noto Sans Bengali", "bn-BD"),
    Script("\u0a00-\u0a7f", "Noto Sans Gurmukhi", "pa-IN"),
    Script("\u0a80-\u0aff", "Noto Sans Gujarati", "gu-IN"),
    Script("\u0b80-\u0bff", "Noto Sans Tamil", "ta-IN"),
    Script("\u0c00-\u0c7f", "Noto Sans Telugu", "te-IN"),
    Script("\u0d80-\u0dff", "Noto Sans Sinhala", "si-LK"),
    Script("\u0e00-\u0e7f", "Noto Sans Thai", "th-TH"),
    Script("\u1200-\u137f", "Noto Sans Ethiopic", "am-ET"),
)
_GREEK = Script("\u0370-\u03ff\u1f00-\u1fff", "", "el-GR", is_complex=False)
# Roman numerals, arrows, shapes, ticks, boxes: but for what Arial has itself, as every font of Windows (WGL4).
_SYMBOLS = Script(
    "\u2160-\u218b\u2196-\u21a7\u21a9-\u21ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff",
    SYMBOL_FONT,
    is_complex=False,
)
_ARIAL = "■□▪▫▬▲►▼◄◊○●◘◙◦☺☻☼♀♂♠♣♥♦♪♫"
_EMOJI = Script("\U0001f000-\U0001faff", EMOJI_FONT, is_complex=False)
_KINDS = (*SCRIPTS, _GREEK, _EMOJI, _SYMBOLS)
# What may ask whatever stands before it to be an emoji: a digit, a mouse, a heart.
_ASKED = "\ufe0f\u20e3"
_OTHER = re.compile(f"[{_ASKED}{''.join(kind.letters for kind in _KINDS)}]")
_MARKS = "[\u0300-\u036f]*"
_JOINED = "[ \u00a0\u200c\u200d\u0964\u0965]*"


@cache
def _stretches() -> re.Pattern[str]:
    """Return a pattern with a group for stretches of each script, in the order of ``_KINDS``; made when first needed.

    A stretch takes the spaces, joiners and danda between its words with it. One Greek letter is a sign, two are a word.
    """
    stretches = [f"([{one.letters}]{_MARKS}(?:{_JOINED}[{one.letters}]{_MARKS})*)" for one in SCRIPTS]
    greek = f"([{_GREEK.letters}]{_MARKS}(?:{_JOINED}[{_GREEK.letters}]{_MARKS})+)"
    part = f"(?:[^ \u00a0]\ufe0f\u20e3?|[{_EMOJI.letters}])[\U000e0020-\U000e007f]*"
    emoji = f"((?:{part}(?:\u200d(?:{part}|[{_SYMBOLS.letters}]))*)+)"
    symbols = f"((?:(?![{_ARIAL}])[{_SYMBOLS.letters}](?!\ufe0f)\ufe0e?)+)"
    return re.compile("|".join((*stretches, greek, emoji, symbols)))


def is_plain(text: str) -> bool:
    """Say whether nothing in a text can be of a script or a sign that ``split`` tells apart."""
    return text.isascii() or not _OTHER.search(text)


def language_of(text: str) -> str:
    """Return the language (BCP 47) that the script of a whole text stands for, or nothing."""
    if text.isascii() or not _OTHER.search(text):
        return ""
    pieces = list(split(text))
    script = pieces[0][1] if len(pieces) == 1 else None
    return spoken(script) if script else ""


def spoken(script: Script) -> str:
    """Return the language of a script without a place."""
    return script.language.partition("-")[0]


def split(text: str) -> Iterator[tuple[str, Script | None]]:
    """Give the text in pieces, each with its script, or None for Latin, Cyrillic and all that stands with them."""
    if is_plain(text):
        yield text, None
        return
    at = 0
    for found in _stretches().finditer(text):
        if found.start() > at:
            yield text[at : found.start()], None
        yield found[0], _KINDS[(found.lastindex or 1) - 1]
        at = found.end()
    if at < len(text):
        yield text[at:], None
