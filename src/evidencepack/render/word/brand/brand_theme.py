# SPDX-License-Identifier: MPL-2.0
"""The theme of our own styles on a template: its sizes, its margins, its colours, and room for its headers."""

from __future__ import annotations

from lxml import etree

from evidencepack.render.theme import MM, STANDARD, PageShape, TextStyle, Theme
from evidencepack.render.themes.adjusting import with_body_size, with_full_measure, with_least_size
from evidencepack.render.themes.compact import COMPACT
from evidencepack.render.word.brand.colours import brand_colours
from evidencepack.render.word.brand.pages import Margins
from evidencepack.render.word.brand.sheet import Sheet
from evidencepack.render.word.brand.strips import Strips

_SMALLEST, _LARGEST = 9.0, 14.0
_BELOW, _GAP = 8.0, 10.0
_DATE = 56 * MM
# Less white on a cover, and more of it kept above its foot: letters of other fonts may take more lines.
_COVER_BELOW, _COVER_WHITE = 14 * MM, 40 * MM
_BASELINE = 0.8


def body_style(sheet: Sheet) -> str:
    """Return the style in which a template has running text: "Body Text" where it has one, else "Normal"."""
    return "BodyText" if "BodyText" in sheet.styles else "Normal"


def least_size(theme: Theme) -> float:
    """Return the least size of running text that a tender asks for, as its own theme keeps it; 0 for none."""
    return theme.body.size if theme.body.size > STANDARD.body.size else 0.0


def brand_theme(asked: Theme, sheet: Sheet, margins: Margins, strips: Strips, palette: etree._Element) -> Theme:
    """Return the theme of a template's pages.

    Args:
        asked: the theme of the tender, whose least sizes and margins are kept, and whose logo and colour stand where
            the template has none.
        sheet: the template's styles.
        margins: those of its pages.
        strips: its headers and footers.
        palette: the root of its theme part.
    """
    size = min(max(round(sheet.size(body_style(sheet)) * 2) / 2, _SMALLEST, least_size(asked)), _LARGEST)
    base = COMPACT if asked.table == COMPACT.table else STANDARD
    theme = with_full_measure(with_least_size(with_body_size(base, size), asked.table.smallest))
    theme = _with_footer(theme, sheet)
    theme = _with_pages(_with_headings(theme, sheet), _kept(margins, asked, base), strips)
    return theme._replace(
        name="brand",
        colours=brand_colours(asked, sheet, palette),
        logo=None if strips.has_picture else asked.logo,
    )


def _with_footer(theme: Theme, sheet: Sheet) -> Theme:
    """Return the theme with a footer in which the template's letters have room."""
    stamp = theme.running.stamp
    stamp = stamp._replace(pitch=max(stamp.pitch, stamp.size * sheet.line("Normal")))
    return theme._replace(running=theme.running._replace(stamp=stamp))


def _kept(margins: Margins, asked: Theme, base: Theme) -> Margins:
    """Return margins no narrower than a tender asks for."""
    least = {
        edge: own if (own := getattr(asked.portrait, edge)) > getattr(base.portrait, edge) else 0.0
        for edge in ("left", "right", "top", "bottom")
    }
    return margins._replace(**{edge: max(getattr(margins, edge), length) for edge, length in least.items()})


def _with_headings(theme: Theme, sheet: Sheet) -> Theme:
    headings = tuple(_text(sheet, f"Heading{level}", own) for level, own in enumerate(theme.headings, 1))
    body = body_style(sheet)
    before, after = sheet.space(body)
    text = theme.body._replace(pitch=max(sheet.pitch(body), theme.body.size), before=before, after=after)
    return theme._replace(
        headings=headings,
        body=text if after else text._replace(after=theme.body.after),
        cover_title=_text(sheet, "Title", theme.cover_title),
        caption=_text(sheet, "Caption", theme.caption),
    )


def _text(sheet: Sheet, style: str, own: TextStyle) -> TextStyle:
    """Return how a style's text stands on the page, for counting lines; ours where the template has none of it."""
    if style not in sheet.styles:
        return own
    before, after = sheet.space(style)
    size = sheet.size(style)
    return own._replace(size=size, pitch=max(sheet.pitch(style), size), before=before, after=after)


def _with_pages(theme: Theme, margins: Margins, strips: Strips) -> Theme:
    """Return the theme with a template's margins, wide enough for its headers and footers with ours."""
    line, stamp = theme.running.text, theme.running.stamp
    top = max(margins.top, margins.header + strips.header.height + line.pitch + _BELOW + _GAP)
    first = max(margins.top, margins.header + strips.first_header.height + _GAP)
    lowest = max(strips.footer.height, strips.first_footer.height)
    bottom = max(margins.bottom, margins.footer + lowest + stamp.pitch + _GAP)
    sides = {"left": margins.left, "right": margins.right, "top": top, "bottom": bottom}
    header = margins.header + line.pitch * _BASELINE

    def shaped(shape: PageShape) -> PageShape:
        foot = shape.height - margins.footer - stamp.pitch * (1 - _BASELINE)
        return shape._replace(**sides, header=header, header_rule=header + 2.5 * MM, footer=foot)

    portrait = shaped(theme.portrait)
    over = max(round(theme.figure.whole - portrait.measure, 6), 0.0)
    split = min(theme.signature.split, max(portrait.measure - _DATE, portrait.measure / 2))
    return theme._replace(
        portrait=portrait,
        landscape=shaped(theme.landscape),
        figure=theme.figure._replace(whole=theme.figure.whole - over, half=theme.figure.half - over / 2),
        signature=theme.signature._replace(split=split),
        cover=theme.cover._replace(
            top=max(theme.cover.top, first), below=min(theme.cover.below, _COVER_BELOW), foot_white=_COVER_WHITE
        ),
        letter=theme.letter._replace(top=max(theme.letter.top, first)),
    )
