# SPDX-License-Identifier: MPL-2.0
"""What typed or pasted text becomes on entry: composed, with plain line ends, and nothing that cannot be printed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Word pastes its manual line break as a vertical tab; a page break is only a line break here.
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Noncharacters (Unicode 23.7) are refused by XML and so by Word.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
_UNPRINTABLE = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff{_NONCHARACTERS}]")
# The Stream-Safe Text Format (UAX 15, 13) allows no more marks on one letter; composing more takes quadratic time.
_MOST_MARKS = 30


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text as it is stored, and a note for the person: empty unless characters were removed."""

    text: str
    note: str = ""


def clean(text: str) -> Cleaned:
    """Return the text in Unicode NFC with line feeds as line ends.

    Control characters (tab and line feed apart), lone surrogates, noncharacters and combining marks beyond thirty on
    one letter are removed, and the note says how many characters went.
    """
    lined = _LINE_END.sub("\n", text)
    printable, removed = _UNPRINTABLE.subn("", lined)
    if printable.isascii():
        return Cleaned(printable, _note(removed))
    light = _lightened(printable)
    composed = unicodedata.normalize("NFC", light)
    # A few marks come apart into two when composed, so the heap is measured again.
    settled = _lightened(composed)
    return Cleaned(settled, _note(removed + len(printable) - len(light) + len(composed) - len(settled)))


def _lightened(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _note(removed: int) -> str:
    if not removed:
        return ""
    if removed == 1:
        return "1 character that cannot be printed was removed."
    return f"{removed:,} characters that cannot be printed were removed."
