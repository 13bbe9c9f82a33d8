# SPDX-License-Identifier: MPL-2.0
"""Codes of glyphs, two bytes each, and what they stand for (ISO 32000-1 9.7.5, 9.10.3).

Codes do not depend on what was painted before, so that painted pages can be kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from zlib import crc32

from evidencepack.render.fonts.face import Face, Glyph

NOTHING = "\u200b"  # what the later glyphs of a cluster stand for: the first one carries the text
_ESCAPES = {"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r"}
_CODES = 0x10000
_SEEN = frozenset(map(chr, range(0x20, 0x7F)))
_APART = b"\xff"  # what stands between texts


class Codes(dict[str, str]):
    """Character -> its glyph number as two bytes of a literal string, escaped, in Latin-1."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> str:
        glyph = self._face.cmap[character]
        high, low = chr(glyph >> 8), chr(glyph & 255)
        code = self[character] = _ESCAPES.get(high, high) + _ESCAPES.get(low, low)
        return code


class Words(dict[str, str]):
    """Word -> its glyph numbers in Latin-1. Documents say the same words again and again.

    Looking up a word with a character that is not ``easy``, one that needs more than its glyph, raises KeyError.
    """

    def __init__(self, codes: Codes, easy: Callable[[str], bool]) -> None:
        super().__init__()
        self._code, self._easy = codes.__getitem__, easy

    def __missing__(self, word: str) -> str:
        if not (word.isascii() or all(map(self._easy, word))):
            raise KeyError(word)
        coded = self[word] = "".join(map(self._code, word))
        return coded


class Letters:
    """Codes of many texts at once, in the letters of ASCII, which have glyphs of small numbers in most faces.

    Each letter becomes a byte, and a byte of nought goes before it: that takes a page of words hardly more time than a
    few of them.
    """

    def __init__(self, face: Face, easy: Callable[[str], bool]) -> None:
        self._face, self._easy = face, easy
        self._used = _APART

    @cached_property
    def _glyphs(self) -> dict[int, str]:
        """The letters by their glyph; none if the face does not have all that can be seen."""
        easy = [letter for letter in map(chr, range(0x80)) if letter in self._face.cmap and self._easy(letter)]
        glyphs = {self._face.cmap[letter]: letter for letter in easy}
        return glyphs if _SEEN.issubset(easy) and max(glyphs) < _APART[0] else {}

    @cached_property
    def _table(self) -> bytes:
        return bytes.maketrans("".join((*self._glyphs.values(), "\n")).encode(), bytes(self._glyphs) + _APART)

    @property
    def used(self) -> dict[int, str]:
        """The glyphs that were coded, each with its letter."""
        return {glyph: self._glyphs[glyph] for glyph in self._used[1:]}

    def coded(self, texts: Sequence[str]) -> list[str]:
        """Return the glyph numbers of each text as a literal string has them, in Latin-1; nothing if not all fit."""
        if not self._glyphs:
            return []
        glyphs = "\n".join(texts).encode("ascii").translate(self._table)
        self._used += bytes(set(glyphs.translate(None, self._used)))
        codes = bytearray(2 * len(glyphs))
        codes[1::2] = glyphs
        for sign, escaped in _ESCAPES.items():
            codes = codes.replace(sign.encode(), escaped.encode())
        return codes.decode("latin-1").split(f"\0{_APART.decode('latin-1')}")


class Pictures:
    """Codes for glyphs that are drawn for more than one text, as a hand is for that hand in every colour of skin.

    Such a code comes of the text; two texts with the same one, in one file, are told apart by their order.
    """

    def __init__(self, face: Face) -> None:
        self._face = face
        self.said: dict[int, str] = {}
        self.drawn: dict[int, int] = {}

    def code_of(self, glyph: int, text: str) -> int:
        """Return the glyph's number, if it stands for a text anyway, or its code for that text."""
        code, first = glyph, self._face.count
        if self._face.characters.get(glyph) != text:
            code = first + crc32(f"{glyph} {text}".encode()) % (_CODES - first)
            while self.said.get(code, text) != text or self.drawn.get(code, glyph) != glyph:
                code = first + (code + 1 - first) % (_CODES - first)
        self.said[code], self.drawn[code] = text, glyph
        return code


def shares(text: str, cluster: Sequence[Glyph], face: Face) -> Iterator[tuple[Glyph, str]]:
    """Give the glyphs of a cluster, each with its share of the text: the parts of an emoji drawn one by one."""
    starts = [0]
    for glyph in cluster[1:]:
        starts.append(text.find(face.characters.get(glyph.gid, NOTHING), starts[-1] + 1))
    if -1 in starts:
        return zip(cluster, [text, *[NOTHING] * (len(cluster) - 1)], strict=True)
    ends = [*starts[1:], len(text)]
    return ((glyph, text[start:end]) for glyph, start, end in zip(cluster, starts, ends, strict=True))
