# SPDX-License-Identifier: MPL-2.0
"""Pieces of text by script: other scripts say their language, and Word wants a font of their own for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Script:
    """A complex script: its letters, the font that Word should ask for, its language, and its direction."""

    first: str
    last: str
    font: str
    language: str
    right_to_left: bool = False


SCRIPTS = (
    Script("\u0590", "\u05ff", "Arial", "he-IL", right_to_left=True),
    Script("\u0600", "\u06ff", "Arial", "ar-SA", right_to_left=True),
    Script("\u0750", "\u077f", "Arial", "ar-SA", right_to_left=True),
    Script("\u0900", "\u097f", "Noto Sans Devanagari", "hi-IN"),
    Script("\u0980", "\u09ff", "Noto Sans Bengali", "bn-BD"),
    Script("\u0a00", "\u0a7f", "Noto Sans Gurmukhi", "pa-IN"),
    Script("\u0a80", "\u0aff", "Noto Sans Gujarati", "gu-IN"),
    Script("\u0b80", "\u0bff", "Noto Sans Tamil", "ta-IN"),
    Script("\u0c00", "\u0c7f", "Noto Sans Telugu", "te-IN"),
    Script("\u0d80", "\u0dff", "Noto Sans Sinhala", "si-LK"),
    Script("\u0e00", "\u0e7f", "Noto Sans Thai", "th-TH"),
    Script("\u1200", "\u137f", "Noto Sans Ethiopic", "am-ET"),
)
_RANGES = "".join(f"{script.first}-{script.last}" for script in SCRIPTS)
_COMPLEX = re.compile(f"[{_RANGES}]")


# A stretch of one script takes the spaces, joiners and danda between its words with it.
@cache
def _stretches() -> tuple[tuple[re.Pattern[str], Script], ...]:
    """Return a pattern for stretches of each script, made when the first one is met."""
    joined = "[ \u00a0\u200c\u200d\u0964\u0965]*"
    return tuple(
        (re.compile(f"[{one.first}-{one.last}](?:{joined}[{one.first}-{one.last}]+)*"), one) for one in SCRIPTS
    )


def language_of(text: str) -> str:
    """Return the language (BCP 47) that the first complex script of a text stands for, or nothing."""
    found = _COMPLEX.search(text)
    if not found:
        return ""
    script = next(script for script in SCRIPTS if script.first <= found[0] <= script.last)
    return script.language.partition("-")[0]


def split(text: str) -> Iterator[tuple[str, Script | None]]:
    """Give the text in pieces, each with its complex script, or None for all other letters."""
    if text.isascii():
        yield text, None
        return
    while text:
        found = _COMPLEX.search(text)
        if not found:
            yield text, None
            return
        if found.start():
            yield text[: found.start()], None
        stretch, script = next(
            (match, script) for pattern, script in _stretches() if (match := pattern.match(text, found.start()))
        )
        yield stretch.group(), script
        text = text[stretch.end() :]
