# SPDX-License-Identifier: MPL-2.0
"""The colours of a template on our pages, and those of its words that nobody could read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree

from evidencepack.domain.colour import PAPER, Colour, contrast, read_colour, readable
from evidencepack.render.theme import Theme
from evidencepack.render.word.brand.sheet import Sheet
from evidencepack.render.word.markup import DRAWING

LEAST, LEAST_LARGE = 4.5, 3.0
"""The least contrast of words with what is behind them, and of large ones (WCAG 2.2, 1.4.3)."""

_LARGE, _LARGE_BOLD = 18.0, 14.0
_INK_LEAST = 7.0
_DULL = 40
# The first accent of the palettes that Word and LibreOffice give to a file when nobody has chosen colours.
_NOBODYS = frozenset({"4F81BD", "4472C4", "5B9BD5", "156082", "18A303", "0B5C6B"})
_A = f"{{{DRAWING}}}"
_STEP = 0.02


def brand_colours(theme: Theme, sheet: Sheet, palette: etree._Element) -> Mapping[str, str]:
    """Return the colours of a theme with a template's ink and accent, as dark as words on them or in them must be."""
    colours, ink = dict(theme.colours), sheet.colour("Normal")
    if ink is not None and contrast(ink, PAPER) >= _INK_LEAST:
        colours["ink"] = str(ink)
    accent = _accent(sheet, palette)
    if accent is not None:
        colours["accent"] = str(readable(accent))
    return MappingProxyType(colours)


def _accent(sheet: Sheet, palette: etree._Element) -> Colour | None:
    """Return the colour of the template's headings or title, else the first accent of a palette that somebody chose."""
    for style in ("Heading1", "Title", "Heading2"):
        colour = sheet.colour(style) if style in sheet.styles else None
        if colour is not None and max(colour) - min(colour) > _DULL:
            return colour
    first = palette.find(f".//{_A}clrScheme/{_A}accent1/{_A}srgbClr")
    value = "" if first is None else first.get("val", "").upper()
    return None if value in _NOBODYS else read_colour(value)


def legible(sheet: Sheet, style: str) -> Colour | None:
    """Return the colour that a style's words need instead of their own; None where they can be read."""
    colour, ground = sheet.colour(style), sheet.ground(style) or PAPER
    shown = colour or (Colour(0, 0, 0) if ground.luminance > 0.18 else PAPER)
    size, bold = sheet.size(style), sheet.is_on(style, "w:rPr/w:b")
    least = LEAST_LARGE if size >= _LARGE or (bold and size >= _LARGE_BOLD) else LEAST
    if contrast(shown, ground) >= least:
        return None
    if contrast(PAPER, ground) > contrast(Colour(0, 0, 0), ground):
        return PAPER
    share, darker = 1.0, shown
    while contrast(darker, ground) < least and share > 0:
        share -= _STEP
        darker = Colour(*(int(part * max(share, 0.0)) for part in shown))
    return darker
