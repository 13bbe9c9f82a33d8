# SPDX-License-Identifier: MPL-2.0
"""What a page may be made of (ISO 32000-2, tables 34 to 140, as far as they paint): all else is cut off.

A list of what is let through, not of what is dangerous: whatever nobody thought of is not on it. Actions, scripts,
files, descriptions, layers and what other programs keep for themselves have no name here, so they cannot come along.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pikepdf

PLAIN = "plain"
"""Names, numbers, texts and lists of them."""


def inside(part: pikepdf.Object | None, *path: str) -> pikepdf.Object | None:
    """Return the dictionary or stream at a path below another one; None where there is none."""
    for key in path:
        found = part.get(key) if is_table(part) and part is not None else None
        part = found if isinstance(found, pikepdf.Object) else None
    return part if is_table(part) else None


def is_table(value: object) -> bool:
    """Whether a value is a dictionary, or a stream, which has one."""
    return isinstance(value, (pikepdf.Dictionary, pikepdf.Stream))


def is_true(value: object) -> bool:
    """Whether a value is the Boolean true."""
    return value is True


def listed(part: object) -> list[pikepdf.Object]:
    """Return the objects in an array; none where it is no array."""
    if not isinstance(part, pikepdf.Array):
        return []
    return [one for one in part if isinstance(one, pikepdf.Object)]


def _sort(plain: str, **more: str) -> Mapping[str, str]:
    return MappingProxyType(
        {f"/{key}": PLAIN for key in plain.split()} | {f"/{key}": name for key, name in more.items()}
    )


_FUNCTION = "FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds"
_STREAM = {"Length": PLAIN, "Filter": PLAIN, "DecodeParms": "filter"}

KEYS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        PLAIN: _sort(""),
        "resources": _sort(
            "ProcSet",
            ExtGState="*state",
            ColorSpace="*colour",
            Pattern="*pattern",
            Shading="*shading",
            XObject="*picture",
            Font="*font",
            Properties="*mark",
        ),
        "state": _sort(
            "Type LW LC LJ ML D RI OP op OPM FL SM SA BM CA ca AIS TK",
            Font="font",
            SMask="soft mask",
            TR="function",
            TR2="function",
        ),
        "soft mask": _sort("Type S BC", G="picture", TR="function"),
        "function": _sort(_FUNCTION, Functions="function", **_STREAM),
        "colour": _sort(
            f"Subtype WhitePoint BlackPoint Gamma Matrix Components {_FUNCTION}",
            Alternate="colour",
            Functions="function",
            Colorants="*colour",
            Process="colour",
            ColorSpace="colour",
            **_STREAM,
        ),
        "pattern": _sort(
            "Type PatternType PaintType TilingType BBox XStep YStep Matrix",
            Resources="resources",
            Shading="shading",
            ExtGState="state",
            **_STREAM,
        ),
        "shading": _sort(
            "ShadingType Background BBox AntiAlias Coords Domain Extend Matrix BitsPerCoordinate BitsPerComponent "
            "BitsPerFlag Decode VerticesPerRow",
            ColorSpace="colour",
            Function="function",
            **_STREAM,
        ),
        "picture": _sort(
            "Type Subtype Width Height BitsPerComponent Intent ImageMask Decode Interpolate SMaskInData Name Matte "
            "FormType BBox Matrix",
            ColorSpace="colour",
            Mask="picture",
            SMask="picture",
            Resources="resources",
            Group="group",
            **_STREAM,
        ),
        "group": _sort("Type S I K", CS="colour"),
        "font": _sort(
            "Type Subtype BaseFont Name FirstChar LastChar Widths DW W DW2 W2 FontBBox FontMatrix",
            FontDescriptor="descriptor",
            Encoding="encoding",
            ToUnicode="encoding",
            DescendantFonts="font",
            CIDSystemInfo="text",
            CIDToGIDMap="bytes",
            CharProcs="*glyph",
            Resources="resources",
        ),
        "descriptor": _sort(
            "Type FontName FontFamily FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent Leading "
            "CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth CharSet Lang",
            FontFile="bytes",
            FontFile2="bytes",
            FontFile3="bytes",
        ),
        "encoding": _sort(
            "Type BaseEncoding Differences CMapName WMode", CIDSystemInfo="text", UseCMap="encoding", **_STREAM
        ),
        "text": _sort("Registry Ordering Supplement"),
        "glyph": _sort("", Resources="resources", **_STREAM),
        "bytes": _sort("Subtype Length1 Length2 Length3", **_STREAM),
        "filter": _sort(
            "Predictor BitsPerComponent Columns EarlyChange K EndOfLine EncodedByteAlign Rows EndOfBlock "
            "BlackIs1 DamagedRowsBeforeError ColorTransform",
            Colors=PLAIN,
            JBIG2Globals="bytes",
        ),
        "mark": _sort("ActualText Alt E Lang"),
    }
)
"""Which keys a dictionary of each sort keeps, and of which sort their values are. “*font” is any number of fonts."""
