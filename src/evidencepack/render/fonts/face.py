# SPDX-License-Identifier: MPL-2.0
"""One font face by glyph number: what it covers, how wide words are, how glyphs are placed, and its subset.

All widths are whole thousandths of an em, so that what the line breaker measures is exactly what the PDF says.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple
from unicodedata import bidirectional, category

import uharfbuzz as hb

from evidencepack.render.fonts.outline import outline_of

# Combining marks, scripts whose letters join or move (Hebrew to Georgian's end), what is never seen, and emoji.
_COMPLEX = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\U00010000-\U0010ffff]"
)
# Soft breaks, joiners, marks of direction to the right, variation selectors, and the tags in flags of nations.
_UNSEEN = frozenset("\u00ad\u034f\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff") | {
    chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0020, 0xE0080))
}
_NO_TEXT = frozenset("\0\ufeff\ufffe\uffff")  # what no glyph may stand for (ISO 14289-1 7.21.7)
# Where characters whose meaning Unicode leaves open begin and end, and where there are only such.
_PRIVATE = ("\ue000", "\uf900", "\U000f0000")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "RLE", "RLO", "RLI"})
_SPACES = re.compile("([ \u00a0])")
_JOINER = "\u200d"
# Kerning across words would make the width of a line depend on more than its words.
_FEATURES = {"kern": False, "liga": False}
_FLAGS = (
    hb.SubsetFlags.RETAIN_GIDS
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.NOTDEF_OUTLINE
    | hb.SubsetFlags.NO_HINTING
)
_NOT_FOR_PDF = (
    *("GDEF", "GPOS", "GSUB", "OS/2", "name", "post", "DSIG", "gasp"),
    *("FFTM", "MATH", "STAT", "kern", "vhea", "vmtx"),
)


def adds_up(text: str) -> bool:
    """Say whether each word of a text is as wide as its letters together, so that it may be measured in parts."""
    return text.isascii() or not (_COMPLEX.search(text) or "\u00ad" in text)


def is_right_to_left(character: str) -> bool:
    """Say whether a character is written from right to left, which the line breaker cannot set in order."""
    return bidirectional(character) in _RIGHT_TO_LEFT


def _parted(cluster: str) -> list[str]:
    """Cut behind a joiner between a letter and a picture, for only pictures are joined to pictures (UAX 29, GB11)."""
    for at in range(2, 0 if _is_sign(cluster[0]) else len(cluster)):
        if cluster[at - 1] == _JOINER and _is_sign(cluster[at]):
            return [cluster[:at], cluster[at:]]
    return [cluster]


def _is_sign(character: str) -> bool:
    return category(character)[0] == "S"


class Glyph(NamedTuple):
    """A placed glyph: number, advance and offsets in thousandths of an em.

    ``text`` is the whole text of its cluster on the cluster's first glyph, and empty on the others.
    """

    gid: int
    advance: int
    dx: int
    dy: int
    text: str


class Metrics(NamedTuple):
    """What a font descriptor says, in thousandths of an em; the angle in degrees."""

    ascent: int
    descent: int
    cap_height: int
    bbox: tuple[int, int, int, int]
    italic_angle: float


class _Steps(dict[str, int]):
    """Widths of words, each with the space behind it. Looking up a word the face cannot set raises KeyError."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, word: str) -> int:
        step = self[word] = self._face.measure(word) + self._face.space
        return step


class _Advances(dict[str, int]):
    """Advances of characters. Looking up one the face does not have raises KeyError."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, sign: str) -> int:
        advance = self[sign] = self._face.advance(self._face.cmap[sign])
        return advance


class Face:
    """A TrueType face. Equal only to itself; it works out what it is asked, and keeps it.

    ``share`` is how many times as wide as they are its letters are taken to be: where another font will be seen.
    """

    def __init__(self, data: bytes, share: float = 1.0) -> None:
        self._share = share
        self._face = hb.Face(hb.Blob(data))
        self._font = hb.Font(self._face)
        self.units: int = self._face.upem
        self.count: int = self._face.glyph_count
        self.name: str = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Unnamed"
        self._advances: dict[int, int] = {}
        self._advance_of = _Advances(self).__getitem__
        self._shaped: dict[str, tuple[Glyph, ...]] = {}
        self.steps: dict[str, int] = _Steps(self)

    def as_wide(self, share: float) -> Face:
        """Return the face with letters that are taken to be as many times as wide."""
        return Face(bytes(self._face.blob.data), share)

    @cached_property
    def cmap(self) -> dict[str, int]:
        """The glyph of every character the face has, but of those that are written from right to left."""
        codes = list(self._face.unicodes)
        signs = list(map(chr, codes))
        looks = zip(signs, map(self._font.get_nominal_glyph, codes), map(bidirectional, signs), strict=True)
        found = {sign: glyph or 0 for sign, glyph, direction in looks if direction not in _RIGHT_TO_LEFT}
        found.setdefault("\u00a0", found[" "])
        return found

    @cached_property
    def space(self) -> int:
        """The advance of the space in thousandths of an em."""
        return self.advance(self.cmap[" "])

    def _scaled(self, length: float) -> int:
        return round(length * 1000 * self._share / self.units)

    @cached_property
    def characters(self) -> dict[int, str]:
        """Return the one character each glyph of the cmap stands for when text is read back.

        The first in Unicode, but one whose meaning is left open only where there is no other.
        """
        signs = sorted(sign for sign in self.cmap if sign not in _NO_TEXT)
        begin, end, far = (bisect_left(signs, edge) for edge in _PRIVATE)
        wanted = [*signs[:begin], *signs[end:far], *signs[begin:end], *signs[far:]]
        wanted.reverse()
        return dict(zip(map(self.cmap.__getitem__, wanted), wanted, strict=True))

    @cached_property
    def twins(self) -> frozenset[str]:
        """Return the characters whose glyph stands for another one: Cyrillic schwa is drawn as the Latin one."""
        return frozenset(self.cmap).difference(self.characters.values())

    @cached_property
    def metrics(self) -> Metrics:
        """Ascent, descent and the like for a font descriptor (ISO 32000-1 table 122)."""
        extents = self._font.get_font_extents("ltr")
        box = struct.unpack_from(">4h", self._face.reference_table("head").data, 36)
        cap = self._font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT) or extents.ascender
        (angle,) = struct.unpack_from(">i", self._face.reference_table("post").data, 4)
        return Metrics(
            ascent=self._scaled(extents.ascender),
            descent=self._scaled(extents.descender),
            cap_height=self._scaled(cap),
            bbox=(self._scaled(box[0]), self._scaled(box[1]), self._scaled(box[2]), self._scaled(box[3])),
            italic_angle=angle / 65536,
        )

    def advance(self, gid: int) -> int:
        """Return the advance of a glyph in thousandths of an em."""
        width = self._advances.get(gid)
        if width is None:
            width = self._advances[gid] = self._scaled(self._font.get_glyph_h_advance(gid))
        return width

    @cached_property
    def _known(self) -> frozenset[str]:
        return _UNSEEN | self.cmap.keys()

    def missing(self, text: str) -> str:
        """Return the first character of a text that the face cannot set, or nothing when it can set them all."""
        known = self._known
        return "" if known.issuperset(text) else next(sign for sign in text if sign not in known)

    @staticmethod
    def needs_shaping(text: str) -> bool:
        """Say whether glyphs of a text must be placed by HarfBuzz."""
        return _COMPLEX.search(text) is not None

    def is_shaped(self, text: str) -> bool:
        """Say whether the glyphs of a text are not simply those of its characters, one after the other."""
        return self.needs_shaping(text) or not self.twins.isdisjoint(text)

    def measure(self, word: str) -> int:
        """Return the width of a word, not kept.

        Raises:
            KeyError: if the face lacks a character of it; the argument is that character. The end of a line is none.
        """
        if "\r" in word:
            raise KeyError("\r")
        if adds_up(word):
            return sum(map(self._advance_of, word))
        lost = self.missing(word)
        if lost:
            raise KeyError(lost)
        return sum(glyph.advance for glyph in self.shape(word))

    def width(self, text: str) -> int:
        """Return the width of a text with ordinary spaces, word by word as the line breaker adds it up."""
        return sum(map(self.steps.__getitem__, text.split(" "))) - self.space

    def shape(self, text: str) -> tuple[Glyph, ...]:
        """Return the placed glyphs of a text, shaped word by word; their advances add up to ``width(text)``."""
        if " " not in text and "\u00a0" not in text:
            return self._shape_word(text)
        pieces = (piece for piece in _SPACES.split(text) if piece)
        return tuple(glyph for piece in pieces for glyph in self._shape_word(piece))

    def _shape_word(self, word: str) -> tuple[Glyph, ...]:
        shaped = self._shaped.get(word)
        if shaped is None:
            shaped = self._shaped[word] = self._shape(word)
        return shaped

    def clusters(self, word: str) -> list[str]:
        """Return the word cut between what people take for letters: a base with its marks, an emoji with its parts.

        HarfBuzz follows the grapheme clusters of Unicode (UAX 29), whether the face has the characters or not.
        """
        starts = [0, *sorted({info.cluster for info in self._shaped_by_harfbuzz(word).glyph_infos} - {0})]
        found = [word[start:end] for start, end in zip(starts, [*starts[1:], len(word)], strict=True)]
        return [part for cluster in found for part in _parted(cluster)] if _JOINER in word else found

    def _shaped_by_harfbuzz(self, word: str, flags: hb.BufferFlags = hb.BufferFlags.DEFAULT) -> hb.Buffer:
        buffer = hb.Buffer()
        # A soft hyphen that stands alone is where a line was broken: it shows.
        buffer.add_str("-" if word == "\u00ad" else word)
        buffer.guess_segment_properties()
        buffer.flags = flags
        hb.shape(self._font, buffer, _FEATURES)
        return buffer

    def _shape(self, word: str) -> tuple[Glyph, ...]:
        """Shape a word. What is never seen has no glyph, unless there is nothing else."""
        buffer = self._shaped_by_harfbuzz(word, hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES)
        if not buffer.glyph_infos:
            buffer = self._shaped_by_harfbuzz(word)
        infos = buffer.glyph_infos
        starts = sorted({info.cluster for info in infos})
        ends = dict(zip(starts, [*starts[1:], len(word)], strict=True))
        glyphs, named = [], set[int]()
        for info, position in zip(infos, buffer.glyph_positions, strict=True):
            cluster = info.cluster
            begin = cluster if cluster != starts[0] else 0
            text = "" if cluster in named else word[begin : ends[cluster]]
            named.add(cluster)
            gid, scaled = info.codepoint, self._scaled
            glyphs.append(
                Glyph(gid, scaled(position.x_advance), scaled(position.x_offset), scaled(position.y_offset), text)
            )
        return tuple(glyphs)

    def outline(self, gid: int) -> list[list[tuple[float, float]]]:
        """Return the contours of a glyph in ems, y upwards; a hole turns the other way than what surrounds it."""
        contours = outline_of(self._font, gid)
        return [[(x / self.units, y / self.units) for x, y in contour] for contour in contours]

    def subset(self, gids: set[int]) -> bytes:
        """Return a TrueType program of only these glyphs, each keeping its number."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(gids)
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in _NOT_FOR_PDF)
        wanted.flags = _FLAGS
        return bytes(wanted.subset(self._face).blob.data)
