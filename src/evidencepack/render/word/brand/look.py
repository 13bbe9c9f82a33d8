# SPDX-License-Identifier: MPL-2.0
"""How pages look in the clothes of a template, as plain facts: for a drawing of a page before anybody keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from evidencepack.domain.colour import Colour, read_colour
from evidencepack.render.theme import STANDARD
from evidencepack.render.word.brand.brand_theme import body_style
from evidencepack.render.word.brand.colours import brand_colours, legible
from evidencepack.render.word.brand.markup import VAL, W, root_of
from evidencepack.render.word.brand.merging import made_darker
from evidencepack.render.word.brand.pages import Margins
from evidencepack.render.word.brand.parcel import Parcel, unpacked
from evidencepack.render.word.brand.sheet import Sample, Sheet
from evidencepack.render.word.brand.sound import made_sound, uneven
from evidencepack.render.word.brand.strips import Strip, points_of, reread, strips_of
from evidencepack.render.word.brand.widths import letters_of
from evidencepack.render.word.markup import DRAWING, OFFICE, PLACING, WORD

_WP, _A, _R = f"{{{PLACING}}}", f"{{{DRAWING}}}", f"{{{OFFICE}}}"
_NAMES = {"w": WORD}
_EMU = 12700
_SHOWN = ("Title", "Heading1", "Heading2", "BodyText", "ListBullet")
_BASES = {"BodyText": "Normal", "ListBullet": "BodyText", "Title": "Heading1"}


class Picture(NamedTuple):
    """A picture of a header: its bytes, its size in points, and where it stands on the page unless in its line."""

    data: bytes
    width: float
    height: float
    x: float | None = None
    y: float | None = None


class HeadLine(NamedTuple):
    """A line of a header or footer: its words as they look, the side on which they stand, its pictures."""

    words: str
    looks: Sample
    align: str
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class BrandLook:
    """A page in the clothes of a template.

    ``samples`` are the looks of a title, two headings, running text and an item of a list. ``darker`` names what was
    too pale to be read, ``unlike`` the font of running text if it is not known exactly how wide its letters are.
    ``mended`` is what else nobody could read, ``uneven`` what makes running text wider or narrower than its letters.
    Lengths are points, colours those of sRGB.
    """

    margins: Margins
    header: tuple[HeadLine, ...]
    footer: tuple[HeadLine, ...]
    samples: tuple[Sample, ...]
    ink: Colour
    accent: Colour
    darker: tuple[str, ...] = ()
    unlike: str = ""
    mended: tuple[str, ...] = ()
    uneven: str = ""

    @property
    def fonts(self) -> tuple[str, ...]:
        """The fonts in which text is set, each once."""
        return tuple(dict.fromkeys(sample.font for sample in self.samples if sample.font))


def look_of_brand(brand: bytes) -> BrandLook:
    """Return how pages look in the clothes of what was kept of a template.

    Raises:
        UnreadableBrandError: if it is none that was kept by this program.
    """
    parcel = unpacked(brand)
    sheet = Sheet(root_of(parcel.styles))
    mended = made_sound(sheet)
    strips, colours = strips_of(parcel, sheet), brand_colours(STANDARD, sheet, root_of(parcel.theme))
    font = sheet.font(body_style(sheet))
    return BrandLook(
        parcel.margins,
        tuple(_lines(strips.first_header, parcel, sheet)),
        tuple(_lines(strips.first_footer, parcel, sheet)),
        tuple(_sample(sheet, style) for style in _SHOWN),
        read_colour(colours["ink"]) or Colour(0, 0, 0),
        read_colour(colours["accent"]) or Colour(0, 0, 0),
        tuple(made_darker(sheet)),
        "" if letters_of(font).sure else font,
        mended,
        uneven(sheet, body_style(sheet)),
    )


def _sample(sheet: Sheet, style: str) -> Sample:
    """Return how text of a style looks; where the template has none of that name, as what ours leans on."""
    size = STANDARD.cover_title.size if style == "Title" and style not in sheet.styles else 0.0
    while style not in sheet.styles and style in _BASES:
        style = _BASES[style]
    found = sheet.sample(style)
    return found._replace(colour=legible(sheet, style) or found.colour, size=size or found.size)


def _lines(strip: Strip, parcel: Parcel, sheet: Sheet) -> Iterator[HeadLine]:
    """Yield the paragraphs of a strip in which something can be seen."""
    yield from (line for line in _all_lines(strip, parcel, sheet) if line.words or line.pictures)


def _all_lines(strip: Strip, parcel: Parcel, sheet: Sheet) -> Iterator[HeadLine]:
    """Yield the paragraphs of a strip; cells that stand side by side are one line."""
    for child in reread(strip) if strip.xml else ():
        if child.tag == f"{W}p":
            yield _line(child, [child], strip, parcel, sheet)
        elif child.tag == f"{W}tbl":
            for row in child.iter(f"{W}tr"):
                paragraphs = list(row.iter(f"{W}p"))
                if paragraphs:
                    yield _line(paragraphs[0], paragraphs, strip, parcel, sheet)


def _line(
    first: etree._Element, paragraphs: list[etree._Element], strip: Strip, parcel: Parcel, sheet: Sheet
) -> HeadLine:
    named = first.find("w:pPr/w:pStyle", _NAMES)
    side = first.find("w:pPr/w:jc", _NAMES)
    style = named.get(VAL, "") if named is not None else "Normal"
    align = side.get(VAL, "") if side is not None else sheet.text(style, "w:pPr/w:jc")
    words = "   ".join(filter(None, (_words(one) for one in paragraphs)))
    pictures = (
        _picture(drawing, strip, parcel) for one in paragraphs for drawing in one.iter(f"{_WP}inline", f"{_WP}anchor")
    )
    return HeadLine(words, _of_run(first, sheet.sample(style)), align, tuple(filter(None, pictures)))


def _of_run(paragraph: etree._Element, sample: Sample) -> Sample:
    """Return a sample with what the first run with words says otherwise."""
    run = next((one for one in paragraph.iterfind("w:r", _NAMES) if one.find("w:t", _NAMES) is not None), None)
    if run is None:
        return sample
    size, colour, fonts = (run.find(f"w:rPr/w:{name}", _NAMES) for name in ("sz", "color", "rFonts"))
    own = size.get(VAL, "") if size is not None else ""
    return sample._replace(
        font=(fonts.get(f"{W}ascii", "") if fonts is not None else "") or sample.font,
        size=int(own) / 2 if own.isdigit() else sample.size,
        colour=(read_colour(colour.get(VAL, "")) if colour is not None else None) or sample.colour,
        bold=sample.bold or run.find("w:rPr/w:b", _NAMES) is not None,
    )


def _words(paragraph: etree._Element) -> str:
    parts = ("  " if one.tag == f"{W}tab" else one.text or "" for one in paragraph.iter(f"{W}t", f"{W}tab"))
    return " ".join("".join(parts).split())


def _picture(drawing: etree._Element, strip: Strip, parcel: Parcel) -> Picture | None:
    extent = drawing.find(f"{_WP}extent")
    blip = next(drawing.iter(f"{_A}blip"), None)
    data = strip.pictures.get(blip.get(f"{_R}embed", ""), b"") if blip is not None else b""
    if extent is None or not data:
        return None
    wide, high = points_of(extent, "cx"), points_of(extent, "cy")
    if drawing.tag == f"{_WP}inline":
        return Picture(data, wide, high)
    margins = parcel.margins
    x = _offset(drawing.find(f"{_WP}positionH"), margins.left)
    y = _offset(drawing.find(f"{_WP}positionV"), margins.header)
    return Picture(data, wide, high, x, y)


def _offset(place: etree._Element | None, margin: float) -> float:
    """Return where a floating picture begins, in points from the edge of the paper."""
    offset = place.find(f"{_WP}posOffset") if place is not None else None
    text = (offset.text or "") if offset is not None else ""
    at = int(text) / _EMU if text.removeprefix("-").isdigit() else 0.0
    return at if place is not None and place.get("relativeFrom") == "page" else at + margin
