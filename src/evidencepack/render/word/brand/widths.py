# SPDX-License-Identifier: MPL-2.0
"""How wide and how high the letters of the fonts of templates are, by which their pages are counted.

Four families of ours have letters as wide as those of fonts that most templates name: there, lines break where Word
breaks them. Of other fonts it is known at best how wide their letters are on average, measured on letters of English;
their pages are counted with Arimo, as if its letters were so wide, and the person is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

LINE = 1.149
"""The height of a line of Arial to its size."""


class Letters(NamedTuple):
    """The letters of a font: those of a family of ours ("" for Arimo), so many times as wide; its line to its size.

    ``sure``: each letter is as wide as that of the family.
    """

    family: str = ""
    share: float = 1.0
    line: float = LINE
    sure: bool = False

    @property
    def width(self) -> float:
        """How wide they are on average to those of Arial."""
        return self.share * _WIDE[self.family]


_WIDE: Mapping[str, float] = MappingProxyType(
    {"": 1.0, "Tinos": 0.907, "Carlito": 0.917, "Caladea": 0.914, "Cousine": 1.346}
)
_ARIAL = Letters(sure=True)
_TIMES = Letters("Tinos", sure=True)
_CALIBRI = Letters("Carlito", line=1.2207, sure=True)
_CAMBRIA = Letters("Caladea", line=1.1724, sure=True)
_COURIER = Letters("Cousine", line=1.1328, sure=True)
_KNOWN: Mapping[str, Letters] = MappingProxyType(
    {
        **dict.fromkeys(("arial", "arimo", "liberation sans", "helvetica"), _ARIAL),
        # The last is what Word takes where no font is named.
        **dict.fromkeys(("times new roman", "times", "tinos", "liberation serif", ""), _TIMES),
        **dict.fromkeys(("calibri", "carlito"), _CALIBRI),
        "cambria": _CAMBRIA,
        "caladea": _CAMBRIA._replace(line=1.15),
        **dict.fromkeys(("courier new", "courier", "cousine", "liberation mono"), _COURIER),
        "calibri light": _CALIBRI._replace(sure=False),
        "georgia": Letters(share=0.992, line=1.136),
        **dict.fromkeys(("garamond", "eb garamond"), Letters(share=0.86, line=1.125)),
        "open sans": Letters(share=1.063, line=1.362),
        "noto sans": Letters(share=1.07, line=1.362),
        "noto serif": Letters(share=1.086, line=1.362),
        "segoe ui": Letters(share=1.02, line=1.33),
        "century schoolbook": Letters(share=1.057, line=1.2),
        "bookman old style": Letters(share=1.123, line=1.17),
        "century gothic": Letters(share=1.114, line=1.226),
        "verdana": Letters(share=1.144, line=1.215),
        "dejavu sans": Letters(share=1.144, line=1.164),
        "tahoma": Letters(line=1.207),
        "trebuchet ms": Letters(line=1.161),
    }
)
_UNKNOWN = Letters()


def letters_of(font: str) -> Letters:
    """Return what is known of the letters of a font, by its name; of one that nobody names, those of Arial."""
    return _KNOWN.get(font.casefold().strip(), _UNKNOWN)
