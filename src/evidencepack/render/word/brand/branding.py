# SPDX-License-Identifier: MPL-2.0
"""A Word file in the clothes of a template that a person chose: its styles, headers and margins, with ours between."""

from __future__ import annotations

from collections.abc import Callable

from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.theme import Theme
from evidencepack.render.word.base import Base
from evidencepack.render.word.brand.brand_theme import body_style, brand_theme, least_size
from evidencepack.render.word.brand.counting import counting
from evidencepack.render.word.brand.markup import root_of, written
from evidencepack.render.word.brand.merging import merged
from evidencepack.render.word.brand.parcel import unpacked
from evidencepack.render.word.brand.sheet import Sheet
from evidencepack.render.word.brand.sound import made_sound
from evidencepack.render.word.brand.strips import strips_of
from evidencepack.render.word.dressing import Template
from evidencepack.render.word.package import unpack_parts


def branded(
    base: bytes, brand: bytes, asked: Theme, fonts: FontSet, adjust: Callable[[Theme], Theme] | None = None
) -> Template:
    """Return the empty document (``resources/word/base.docx``) in the clothes of a template.

    Args:
        base: the empty document.
        brand: what is kept of the template (``parcel.packed``).
        asked: the theme of the tender: its least sizes and margins are kept.
        fonts: those of drawings.
        adjust: what else is to be done to the theme, such as for printing on both sides.

    Raises:
        UnreadableBrandError: if the template is none that was kept by this program.
    """
    parcel = unpacked(brand)
    sheet, palette = Sheet(root_of(parcel.styles)), root_of(parcel.theme)
    made_sound(sheet)
    strips = strips_of(parcel, sheet)
    theme = brand_theme(asked, sheet, parcel.margins, strips, palette)
    theme = adjust(theme) if adjust else theme
    styles, numbering = merged(sheet, root_of(parcel.numbering), theme, least_size(asked))
    parts = {
        "word/styles.xml": written(styles),
        "word/numbering.xml": written(numbering),
        "word/theme/theme1.xml": parcel.theme,
    }
    spacing = Sheet(styles)
    spaces = {name: spacing.space(name) for name in spacing.styles}
    empty = Base(unpack_parts(base) | parts)
    return Template(empty, theme, fonts, strips, spaces, counting(theme, fonts, spacing, body_style(spacing)))
