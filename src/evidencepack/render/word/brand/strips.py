# SPDX-License-Identifier: MPL-2.0
"""Headers and footers of a template as strips: what stands in them, how high they are, which pictures they show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml import etree

from evidencepack.render.word.brand.markup import VAL, W, root_of
from evidencepack.render.word.brand.parcel import Parcel, shown_in
from evidencepack.render.word.brand.sheet import Sheet
from evidencepack.render.word.markup import NAMESPACES, PLACING, WORD

_WP = f"{{{PLACING}}}"
_EMU, _HIGHEST, _FARTHEST = 12700, 300.0, 2000.0
_BELOW = 0.212  # of its size, what letters of Arial reach below their line
_DECLARED = re.compile(r" xmlns:(?:w|r|a|pic|wp)=\"[^\"]*\"")
_ID = re.compile(r'(<(?:wp:docPr|pic:cNvPr)\b[^>]*? id=")(\d+)(")')
_NAMES = {"w": WORD}


@dataclass(frozen=True, slots=True)
class Strip:
    """A header or footer of a template: its XML, its height in points, its pictures by their relations.

    ``below`` is how far floating pictures reach below its lines.
    """

    xml: str = ""
    height: float = 0.0
    below: float = 0.0
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def drawings(self) -> int:
        """How many pictures are drawn in it."""
        return self.xml.count("<wp:docPr ")

    def numbered(self, first: int) -> str:
        """Return the XML with its pictures numbered from a number that is free in the file."""
        found: dict[str, int] = {}

        def renumbered(match: re.Match[str]) -> str:
            if match[1].startswith("<wp:docPr"):
                found["now"] = found.get("now", first - 1) + 1
            return f"{match[1]}{found.get('now', first)}{match[3]}"

        return _ID.sub(renumbered, self.xml)


@dataclass(frozen=True, slots=True)
class Strips:
    """The strips of a first page, and those of all others."""

    first_header: Strip = Strip()
    header: Strip = Strip()
    first_footer: Strip = Strip()
    footer: Strip = Strip()

    @property
    def has_picture(self) -> bool:
        """Whether a header shows a picture: the template's logo, in whose place ours would stand."""
        return bool(self.first_header.pictures or self.header.pictures)


def strips_of(parcel: Parcel, sheet: Sheet) -> Strips:
    """Return the strips of what is kept of a template."""
    head, margins = parcel.letterhead, parcel.margins
    return Strips(
        _strip(head.first_header, parcel, sheet, margins.header),
        _strip(head.header, parcel, sheet, margins.header),
        _strip(head.first_footer, parcel, sheet, margins.footer),
        _strip(head.footer, parcel, sheet, margins.footer),
    )


def _strip(part: bytes, parcel: Parcel, sheet: Sheet, edge: float) -> Strip:
    if not part:
        return Strip()
    root = root_of(part)
    inner = "".join(etree.tostring(child, encoding="unicode", with_tail=False) for child in root)
    pictures = {f"rId{number}": parcel.pictures[number - 1] for number in shown_in(part)}
    lines = min(sum(_heights(root, sheet)), _HIGHEST)
    height = max([lines, *(_reach(one, edge) for one in root.iter(f"{_WP}anchor"))])
    return Strip(_DECLARED.sub("", inner), height, height - lines, MappingProxyType(pictures))


def reread(strip: Strip) -> etree._Element:
    """Return the elements of a strip again, below a root of no meaning."""
    return etree.fromstring(f"<strip {NAMESPACES}>{strip.xml}</strip>")


def _heights(holder: etree._Element, sheet: Sheet) -> Iterator[float]:
    """Yield the height of each paragraph and row, about: as if no line broke."""
    for child in holder:
        if child.tag == f"{W}p":
            yield _paragraph(child, sheet)
        elif child.tag == f"{W}tbl":
            for row in child.iter(f"{W}tr"):
                cells = [sum(_heights(cell, sheet)) for cell in row.iterfind(f"{W}tc")]
                least = row.find("w:trPr/w:trHeight", _NAMES)
                low = _twentieths(least.get(VAL, "")) if least is not None else 0.0
                yield max([low, *cells])


def _paragraph(paragraph: etree._Element, sheet: Sheet) -> float:
    named = paragraph.find("w:pPr/w:pStyle", _NAMES)
    style = named.get(VAL, "") if named is not None else "Normal"
    sizes = [min(_twentieths(one.get(VAL, "")) * 10, _HIGHEST) for one in paragraph.iterfind("w:r/w:rPr/w:sz", _NAMES)]
    line = sheet.line(style)
    pitch = max([sheet.pitch(style), *(one * line for one in sizes)])
    # A picture stands on the line, and where lines are higher than their letters, so is that of a picture.
    size = sheet.size(style)
    higher = max(sheet.pitch(style) / (size * line), 1.0)
    pictures = [
        (points_of(one.find(f"{_WP}extent"), "cy") + size * _BELOW) * higher for one in paragraph.iter(f"{_WP}inline")
    ]
    lines = 1 + sum(1 for _ in paragraph.iter(f"{W}br"))
    own = paragraph.find("w:pPr/w:spacing", _NAMES)
    ends = list(sheet.space(style))
    for place, side in enumerate(("before", "after")):
        said = own.get(f"{W}{side}", "") if own is not None else ""
        ends[place] = _twentieths(said) if said else ends[place]
    return max([pitch * lines, *pictures]) + sum(ends)


def _reach(anchor: etree._Element, edge: float) -> float:
    """Return how far below the edge of the header a floating picture reaches; one behind a whole page does not."""
    height = points_of(anchor.find(f"{_WP}extent"), "cy")
    place = anchor.find(f"{_WP}positionV")
    offset = place.find(f"{_WP}posOffset") if place is not None else None
    text = (offset.text or "") if offset is not None else ""
    at = int(text) / _EMU if text.removeprefix("-").isdigit() else 0.0
    if place is not None and place.get("relativeFrom") == "page":
        at -= edge
    return 0.0 if height > _HIGHEST or at > _HIGHEST else at + height


def points_of(element: etree._Element | None, name: str) -> float:
    """Return a length of a drawing in points."""
    text = element.get(name, "") if element is not None else ""
    return min(int(text) / _EMU, _FARTHEST) if text.isdigit() else 0.0


def _twentieths(text: str) -> float:
    return int(text) / 20 if text.isdigit() else 0.0
