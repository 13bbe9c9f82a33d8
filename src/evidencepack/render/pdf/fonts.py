# SPDX-License-Identifier: MPL-2.0
"""Faces in a PDF: Type 0 fonts by glyph number, subset, with their way back to text (ISO 32000-1 9.7, 9.10.3)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from evidencepack.render.fonts.face import Face
from evidencepack.render.pdf.file import PdfFile, stream

_CAPITALS, _TAG = 26, 6  # six capitals say that a font is a subset, and tell it from others (ISO 32000-1 9.6.4)
_SYMBOLIC = 4
_ROWS = 100  # the most entries one beginbfchar section may hold

OBJECTS = 6  # object numbers one face takes
_NONE: Mapping[int, int] = MappingProxyType({})


def embed(
    file: PdfFile,
    face: Face,
    used: Mapping[int, str],
    number: int,
    *,
    drawn: Mapping[int, int] = _NONE,
    name: str = "",
) -> list[tuple[int, str]]:
    """Write the subset and the ToUnicode map of a face; return its dictionaries (object number, body).

    ``used`` maps the codes in use to the text they stand for; ``number`` is the first of the face's numbers. A code is
    the number of its glyph, or ``drawn`` says which glyph it draws. With a ``name`` it is a font of its own, which
    people may type in: viewers type in none that says it is a subset.
    """
    codes = sorted(used)
    glyphs = {0: 0, **{code: drawn.get(code, code) for code in codes}}
    program = face.subset(set(glyphs.values()))
    file.put(number + 2, stream(program, f"/Length1 {len(program)}"))
    file.put(number + 3, stream(_to_unicode(codes, used)))
    if drawn:
        file.put(number + 5, stream(_glyph_of_code(glyphs)))
    name = name or f"{subset_tag(face.name, glyphs)}+{face.name}"
    widths = " ".join(f"{code}[{face.advance(glyph)}]" for code, glyph in glyphs.items())
    metrics, mapped = face.metrics, f" {number + 5} 0 R" if drawn else "/Identity"
    return [
        (
            number,
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{number + 1} 0 R]"
            f"/ToUnicode {number + 3} 0 R>>",
        ),
        (
            number + 1,
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            f"/Supplement 0>>/FontDescriptor {number + 4} 0 R/CIDToGIDMap{mapped}/DW 0/W[{widths}]>>",
        ),
        (
            number + 4,
            f"<</Type/FontDescriptor/FontName/{name}/Flags {_SYMBOLIC}/FontBBox[{' '.join(map(str, metrics.bbox))}]"
            f"/ItalicAngle {metrics.italic_angle:g}/Ascent {metrics.ascent}/Descent {metrics.descent}"
            f"/CapHeight {metrics.cap_height}/StemV 80/FontFile2 {number + 2} 0 R>>",
        ),
    ]


def subset_tag(name: str, glyphs: Mapping[int, int]) -> str:
    """Return six capitals made of a face's name and the glyphs of its subset, by code: the same for the same subset."""
    subset = f"{name}:{sorted(glyphs.items())}".encode()
    rest, letters = int.from_bytes(hashlib.blake2b(subset, digest_size=8).digest(), "big"), ""
    for _ in range(_TAG):
        rest, letter = divmod(rest, _CAPITALS)
        letters += chr(ord("A") + letter)
    return letters


def _glyph_of_code(glyphs: Mapping[int, int]) -> bytes:
    """Return the glyph number of every code up to the last, two bytes each (ISO 32000-1 table 117)."""
    return b"".join(glyphs.get(code, 0).to_bytes(2, "big") for code in range(max(glyphs) + 1))


def _to_unicode(codes: Sequence[int], used: Mapping[int, str]) -> bytes:
    """Return a ToUnicode CMap in its customary layout; some validators read no other."""
    rows = [f"<{code:04X}> <{used[code].encode('utf-16-be').hex()}>" for code in codes]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for at in range(0, len(rows), _ROWS):
        part = rows[at : at + _ROWS]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]).encode()
