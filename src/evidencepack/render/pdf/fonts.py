# SPDX-License-Identifier: MPL-2.0
"""Faces in a PDF: Type 0 fonts by glyph number, subset, with their way back to text (ISO 32000-1 9.7, 9.10.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evidencepack.render.fonts.face import Face
from evidencepack.render.pdf.file import PdfFile, stream

_TAG = "EVPACK+"  # six capitals say that a font is a subset (ISO 32000-1 9.6.4)
_SYMBOLIC = 4
_ROWS = 100  # the most entries one beginbfchar section may hold

OBJECTS = 5  # object numbers one face takes


def embed(file: PdfFile, face: Face, used: Mapping[int, str], number: int, *, name: str = "") -> list[tuple[int, str]]:
    """Write the subset and the ToUnicode map of a face; return its dictionaries (object number, body).

    ``used`` maps the glyphs in use to the text they stand for; ``number`` is the first of the face's numbers. With a
    ``name`` it is a font of its own, which people may type in: viewers type in none that says it is a subset.
    """
    glyphs = sorted(used)
    program = face.subset({0, *glyphs})
    file.put(number + 2, stream(program, f"/Length1 {len(program)}"))
    file.put(number + 3, stream(_to_unicode(glyphs, used)))
    name = name or _TAG + face.name
    widths = " ".join(f"{glyph}[{face.advance(glyph)}]" for glyph in sorted({0, *glyphs}))
    metrics = face.metrics
    return [
        (
            number,
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{number + 1} 0 R]"
            f"/ToUnicode {number + 3} 0 R>>",
        ),
        (
            number + 1,
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
            f"/Supplement 0>>/FontDescriptor {number + 4} 0 R/CIDToGIDMap/Identity/DW 0/W[{widths}]>>",
        ),
        (
            number + 4,
            f"<</Type/FontDescriptor/FontName/{name}/Flags {_SYMBOLIC}/FontBBox[{' '.join(map(str, metrics.bbox))}]"
            f"/ItalicAngle {metrics.italic_angle:g}/Ascent {metrics.ascent}/Descent {metrics.descent}"
            f"/CapHeight {metrics.cap_height}/StemV 80/FontFile2 {number + 2} 0 R>>",
        ),
    ]


def _to_unicode(glyphs: Sequence[int], used: Mapping[int, str]) -> bytes:
    """Return a ToUnicode CMap in its customary layout; some validators read no other."""
    rows = [f"<{glyph:04X}> <{used[glyph].encode('utf-16-be').hex()}>" for glyph in glyphs]
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
