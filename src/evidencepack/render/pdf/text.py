# SPDX-License-Identifier: MPL-2.0
"""Text as glyph codes of Type 0 fonts (ISO 32000-1 9.7), with ActualText where HarfBuzz shapes it."""

from __future__ import annotations

from evidencepack.render.fonts.face import Face
from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.scripts import split, spoken

_NOTHING = "\u200b"  # what the later glyphs of a cluster stand for: the first one carries the text
# pdfium drops words whose ActualText is all above it, as emoji are; their glyphs say the same by themselves.
_BASIC_PLANE = "\uffff"
_ESCAPES = {"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r"}


class _Codes(dict[str, str]):
    """Character -> its glyph number as two bytes of a literal string, escaped, in Latin-1."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> str:
        glyph = self._face.cmap[character]
        high, low = chr(glyph >> 8), chr(glyph & 255)
        code = self[character] = _ESCAPES.get(high, high) + _ESCAPES.get(low, low)
        return code


class _Words(dict[str, str]):
    """Word -> its glyph numbers in Latin-1. Documents say the same words again and again."""

    def __init__(self, codes: _Codes) -> None:
        super().__init__()
        self._code = codes.__getitem__

    def __missing__(self, word: str) -> str:
        coded = self[word] = "".join(map(self._code, word))
        return coded


class Show:
    """Turns text into the operators that show it, and notes which glyphs stand for which text."""

    def __init__(self, fonts: FontSet) -> None:
        self._faces = fonts.faces
        self._codes = [_Codes(face) for face in fonts.faces]
        self._words = [_Words(codes) for codes in self._codes]
        self._shaped: list[dict[int, str]] = [{} for _ in fonts.faces]

    def text(self, text: str, face: int, size: float) -> str:
        """Return the operators for a text in one face at a size in points."""
        if text.isascii():
            return self._plain(text, face)
        pieces = split(text)
        return " ".join(self._piece(piece, spoken(script) if script else "", face, size) for piece, script in pieces)

    def _piece(self, text: str, language: str, face: int, size: float) -> str:
        """Show a text of one language, or of the document's when ``language`` is empty."""
        own = self._faces[face]
        if own.needs_shaping(text) or not own.twins.isdisjoint(text):
            return self._shape(text, language, face, size)
        plain = self._plain(text, face)
        return f"/Span<</Lang({language})>>BDC {plain} EMC" if language else plain

    def _plain(self, text: str, face: int) -> str:
        words = self._words[face]
        if " " not in text:
            return f"({words[text]})Tj"
        return f"({self._codes[face][' '].join(map(words.__getitem__, text.split(' ')))})Tj"

    def used(self, face: int) -> dict[int, str]:
        """Return the glyphs in use of a face, each with the text it stands for.

        A glyph that is some character's own stands for that character; one that shaping made, for its cluster.
        """
        own, shaped = self._faces[face], self._shaped[face]
        plain = {own.cmap[character]: character for character in self._codes[face]}
        return {**{glyph: own.characters.get(glyph, text) for glyph, text in shaped.items()}, **plain}

    def _shape(self, text: str, language: str, index: int, size: float) -> str:
        """Show shaped glyphs: each moved by its offset, advanced as HarfBuzz says (1/1000 em).

        Glyphs of one height are one operator: readers put operators of a line in order by where they begin, and a mark
        of no width would tie with the word behind it.
        """
        face, pieces, read = self._faces[index], list[tuple[int, str]](), ""
        for glyph in face.shape(text):
            said = self._shaped[index].setdefault(glyph.gid, glyph.text or _NOTHING)
            read += face.characters.get(glyph.gid, said)
            after = face.advance(glyph.gid) - glyph.advance + glyph.dx
            shown = f"{-glyph.dx or ''}<{glyph.gid:04X}>{after or ''}"
            if pieces and pieces[-1][0] == glyph.dy:
                shown = f"{pieces.pop()[1]} {shown}"
            pieces.append((glyph.dy, shown))
        operators = " ".join(_operator(*piece, size) for piece in pieces)
        if read == text and min(text) > _BASIC_PLANE:
            return operators
        actual = ("\ufeff" + text).encode("utf-16-be").hex()
        spoken_in = f"/Lang({language})" if language else ""
        return f"/Span<<{spoken_in}/ActualText<{actual}>>>BDC {operators} EMC"


def _operator(rise: int, shown: str, size: float) -> str:
    """Return the operator that shows glyphs of one height, ``rise`` thousandths of an em above the line."""
    return f"{rise * size / 1000:.2f} Ts [{shown}]TJ 0 Ts" if rise else f"[{shown}]TJ"
