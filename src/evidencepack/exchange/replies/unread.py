# SPDX-License-Identifier: MPL-2.0
"""What a Word file shows that is no text: known by its element, so that nobody takes a comparison for all there is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from lxml import etree

from evidencepack.exchange.replies.xml import W, child, value

_SHAPE: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessing"
_DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/"
_NEW_CHART: Final = "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart"
_OLD: Final = "{urn:schemas-microsoft-com:vml}"
MATHS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
TEXT_PATH: Final = f"{_OLD}textpath"
_FARTHEST: Final = 16_838  # twentieths of a point: the long side of A4, further than which nothing is on its page
_PLACES: Final = ("x", "y", "left", "start", "right", "end", "firstLine", "hanging")
_FETCHING: Final = frozenset(
    {"INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "EMBED", "DATABASE", "RD"}
)


class Unreadable(StrEnum):
    """A sort of thing that is seen on a page and cannot be compared."""

    SHAPE = "a shape, line or text box"
    DIAGRAM = "a diagram or chart"
    OBJECT = "an object of another program"
    FORMULA = "a formula"
    FILE = "another file put in whole"
    BOUND = "words that are taken from data in the file, so that Word may show others"
    REVERSED = "words that run backwards"
    OFF_PAGE = "words that stand beside or below their page"
    FETCHED = "a field that fetches its words from elsewhere"
    CHOSEN = "a list to choose from, made as in old forms"
    TABLE_STYLE = "a table whose style hides or strikes out some of its cells"


SORTS: Final = {
    **{f"{_SHAPE}{name}": Unreadable.SHAPE for name in ("Shape}wsp", "Group}wgp", "Canvas}wpc", "Ink}contentPart")},
    **{f"{_OLD}{name}": Unreadable.SHAPE for name in ("arc", "curve", "line", "oval", "polyline", "rect", "roundrect")},
    f"{W}contentPart": Unreadable.SHAPE,
    f"{_DRAWN}diagram}}relIds": Unreadable.DIAGRAM,
    f"{_DRAWN}chart}}chart": Unreadable.DIAGRAM,
    _NEW_CHART: Unreadable.DIAGRAM,
    f"{_DRAWN}lockedCanvas}}lockedCanvas": Unreadable.SHAPE,
    f"{W}object": Unreadable.OBJECT,
    f"{W}control": Unreadable.OBJECT,
    f"{MATHS}oMath": Unreadable.FORMULA,
    f"{W}altChunk": Unreadable.FILE,
    f"{W}subDoc": Unreadable.FILE,
}
"""The elements that are such a thing, by their names. What is within an object or a group is not told once more."""

WHOLE: Final = frozenset({f"{W}object", f"{_DRAWN}diagram}}relIds", f"{_DRAWN}chart}}chart", _NEW_CHART})
"""Those of which nothing within is read."""

OLD_SHAPE: Final = f"{_OLD}shape"


def is_drawn(shape: etree._Element) -> bool:
    """Whether a shape of Word's old sort is drawn by lines, and does not only hold a picture."""
    return not any(one.tag == f"{_OLD}imagedata" for one in shape)


def stands_off_page(properties: Mapping[str, etree._Element]) -> bool:
    """Whether the frame or the indents of a paragraph, by the names of its properties, put it off its page."""
    found = (properties.get(f"{W}{name}") for name in ("framePr", "ind"))
    lengths = (one.get(f"{W}{place}", "") for one in found if one is not None for place in _PLACES)
    return any(abs(_twentieths(length)) > _FARTHEST for length in lengths)


def runs_backwards(override: etree._Element) -> bool:
    """Whether a part of a line is made to run from right to left whatever its letters."""
    return override.get(f"{W}val", "") == "rtl"


def fetches(code: str) -> bool:
    """Whether a field with this code shows what stands in another file."""
    return next(iter(code.split()), "").upper() in _FETCHING


def is_bound(control: etree._Element) -> bool:
    """Whether a control takes what it shows from data elsewhere in the file."""
    properties = child(control, "sdtPr")
    return properties is not None and any(
        etree.QName(one).localname == "dataBinding" and one.get(f"{W}xpath") for one in properties
    )


def is_low(row: etree._Element) -> bool:
    """Whether a row is exactly so low that no line fits in."""
    exact = value(row, "trPr/trHeight", "hRule") == "exact"
    return exact and _twentieths(value(row, "trPr/trHeight")) < _LEAST_LINE


_LEAST_LINE: Final = 80  # a line of letters of four points


def _twentieths(text: str) -> float:
    """Return a length in twentieths of a point; none where it is said in a way that Word does not write."""
    digits = text.removeprefix("-")
    return float(text) if digits.isascii() and digits.isdigit() and len(digits) < len("1000000000") else 0.0
