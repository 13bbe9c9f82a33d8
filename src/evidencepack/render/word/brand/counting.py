# SPDX-License-Identifier: MPL-2.0
"""The pages of a Word file in the clothes of a template: counted in the sizes, spaces and letters of its styles."""

from __future__ import annotations

from types import MappingProxyType

from lxml import etree

from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.number import Numbered
from evidencepack.render.theme import TextStyle, Theme
from evidencepack.render.typeset.page import Pages
from evidencepack.render.typeset.typesetter import typeset
from evidencepack.render.word.brand.markup import W
from evidencepack.render.word.brand.sheet import Sheet
from evidencepack.render.word.brand.sound import breadth
from evidencepack.render.word.brand.widths import letters_of
from evidencepack.render.word.dressing import Counting, Template

_FARTHEST = 200.0


def counting(theme: Theme, fonts: FontSet, sheet: Sheet, body: str) -> Counting:
    """Return in what the pages of a template are counted.

    Args:
        theme: the theme of our styles on it.
        fonts: ours.
        sheet: all styles of the file, those of the template and ours.
        body: the style of its running text.
    """
    font = sheet.font(body)
    letters = letters_of(font)
    theme = _Styles(sheet, letters.width).themed(theme)
    return Counting(theme, fonts.set_in(letters.family, letters.share), "" if letters.sure else font)


def counted(numbered: Numbered, template: Template, *, stamp: bool, duplex: bool = False) -> Pages:
    """Return the pages of documents in the clothes of a template."""
    found = template.counting or Counting(template.theme, template.fonts)
    return typeset(numbered, found.theme, found.fonts, stamp=stamp, duplex=duplex)


class _Styles:
    """The styles of a file as the typesetter takes them. ``width`` is that of the letters with which it counts."""

    def __init__(self, sheet: Sheet, width: float) -> None:
        self._sheet, self._width = sheet, width

    def themed(self, theme: Theme) -> Theme:
        """Return the theme with each text as its style has it."""
        text, sized = self._text, self._sized
        bullets, steps = theme.bullets, theme.steps
        return theme._replace(
            body=text("BodyText", theme.body),
            lead=text("EPLead", theme.lead),
            label=text("EPLabel", theme.label),
            headings=tuple(text(f"Heading{level}", own) for level, own in enumerate(theme.headings, 1)),
            facts=text("EPFacts", theme.facts),
            note=text("EPNote", theme.note),
            caption=text("Caption", theme.caption),
            bullets=bullets._replace(between=self._between("ListBullet", bullets.between)),
            steps=steps._replace(between=self._between("ListNumber", steps.between)),
            clauses=tuple(
                level._replace(style=sized(f"EPClause{place}", level.style))
                for place, level in enumerate(theme.clauses, 1)
            ),
            cover_name=sized("EPCoverName", theme.cover_name),
            cover_label=sized("EPCoverLabel", theme.cover_label),
            cover_title=text("Title", theme.cover_title),
            cover_line=text("EPCoverLine", theme.cover_line),
            table=theme.table._replace(pitches=self._pitches(theme), before=0.0, before_kept=0.0),
            callout=theme.callout._replace(
                title=text("EPCalloutTitle", theme.callout.title), text=text("EPCallout", theme.callout.text)
            ),
            signature=theme.signature._replace(
                head=sized("EPSignatureHead", theme.signature.head), label=sized("EPSignature", theme.signature.label)
            ),
        )

    def _pitches(self, theme: Theme) -> MappingProxyType[float, float]:
        """Return the pitch of each size of tables, before which Word has no white but that of what stands there."""
        names = {size: f"EPTableText{f'{size:g}'.replace('.', '')}" for size in theme.table.every_size}
        return MappingProxyType({size: self._sheet.pitch(name) for size, name in names.items()})

    def _text(self, style: str, own: TextStyle) -> TextStyle:
        """Return how the text of a style stands on the page; ours where the file has no such style."""
        if style not in self._sheet.styles:
            return own
        before, after = self._sheet.space(style)
        bold = self._sheet.is_on(style, "w:rPr/w:b")
        sized = self._sized(style, own)
        return sized._replace(before=before, after=after, bold=bold, right=self._indent(style))

    def _sized(self, style: str, own: TextStyle) -> TextStyle:
        """Return a text in the size and with the pitch of a style: as large as makes its letters as wide."""
        sheet = self._sheet
        if style not in sheet.styles:
            return own
        share = letters_of(sheet.font(style)).width / self._width * breadth(sheet, style)
        return own._replace(size=sheet.size(style) * share, pitch=sheet.pitch(style))

    def _between(self, style: str, own: float) -> float:
        """Return the space between two items of a list: none where those of one style stand close."""
        if style not in self._sheet.styles:
            return own
        return 0.0 if self._sheet.is_on(style, "w:pPr/w:contextualSpacing") else sum(self._sheet.space(style))

    def _indent(self, style: str) -> float:
        """Return how much narrower than the page the lines of a style are."""
        found = self._sheet.find(style, "w:pPr/w:ind")
        if found is None:
            return 0.0
        return min(sum(max(_length(found, *names), 0.0) for names in (("left", "start"), ("right", "end"))), _FARTHEST)


def _length(element: etree._Element, *names: str) -> float:
    """Return the first of these lengths that is said, in points."""
    said = next((text for name in names if (text := element.get(f"{W}{name}"))), "")
    return int(said) / 20 if said.removeprefix("-").isdigit() and said.isascii() else 0.0
