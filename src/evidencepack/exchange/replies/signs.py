# SPDX-License-Identifier: MPL-2.0
"""Signs that Word knows by a font and a number (ISO/IEC 29500-1, 17.3.3.30), as letters."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from lxml import etree

from evidencepack.exchange.replies.xml import W

_PRIVATE: Final = range(0xF000, 0xF100)
_OWN: Final = range(0xE000, 0xF900)
_LATIN: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GREEK: Final = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL: Final = MappingProxyType(
    {
        **{number: chr(number) for number in range(0x20, 0x40)},
        **{ord(latin): greek for latin, greek in zip(_LATIN, _GREEK, strict=True)},
        **dict(zip(range(0xA2, 0xC0), "′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵", strict=True)),
        0xD0: "∠",
        0xD1: "∇",
        0xD5: "∏",
        0xD6: "√",
        0xD7: "⋅",
        0xD8: "¬",
        0xD9: "∧",
        0xDA: "∨",
        0xE5: "∑",
        **dict(zip(range(0xDB, 0xE0), "⇔⇐⇑⇒⇓", strict=True)),
    }
)
_WINGDINGS: Final = MappingProxyType(
    {
        0x6C: "●",
        0x6E: "■",
        0x6F: "□",
        0x71: "❑",
        0x72: "❒",
        0x75: "◆",
        0x76: "❖",
        0x77: "⬥",
        0x78: "☒",
        0x9F: "•",
        0xA7: "▪",
        0xA8: "◻",
        0xD8: "➢",
        0xDF: "←",
        0xE0: "→",
        0xE1: "↑",
        0xE2: "↓",
        0xE8: "➔",
        0xFB: "✗",
        0xFC: "✓",
        0xFD: "☒",
        0xFE: "☑",
    }
)
_FONTS: Final = MappingProxyType({"symbol": _SYMBOL, "wingdings": _WINGDINGS})


def sign_of(element: etree._Element) -> str:
    """Return the letter that a sign looks like; of a font that is not known, its number and font in brackets."""
    font, number = element.get(f"{W}font", ""), _number(element.get(f"{W}char", ""))
    known = _FONTS.get(font.casefold())
    letter = known.get(number - _PRIVATE.start if number in _PRIVATE else number) if known else None
    if letter is None and not known and number not in _OWN and number > ord(" "):
        letter = chr(number)
    return letter or f"[sign {number:04X} of {font or 'a font without a name'}]"


def _number(text: str) -> int:
    """Return a number of four hex digits; 0 for what is none."""
    try:
        number = int(text, 16) if len(text) <= len("10FFFF") else 0
    except ValueError:
        return 0
    return 0 if 0xD800 <= number < 0xE000 or not 0 <= number <= 0x10FFFF else number
