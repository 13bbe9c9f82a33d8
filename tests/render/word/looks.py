# SPDX-License-Identifier: MPL-2.0
"""The looks in which Word files are tried, and how a pack is written in one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.render.everything import properties
from tests.render.logos import picture
from tests.render.word.files import BASE, FONTS

from evidencepack.blocks.document import Document
from evidencepack.domain.colour import Colour
from evidencepack.render.logo import read_logo
from evidencepack.render.number import number
from evidencepack.render.theme import STANDARD, Theme
from evidencepack.render.themes.adjusting import with_accent, with_body_size, with_least_size, with_margins
from evidencepack.render.themes.arial_12 import ARIAL_12
from evidencepack.render.themes.compact import COMPACT
from evidencepack.render.typeset.page import Pages
from evidencepack.render.typeset.typesetter import typeset
from evidencepack.render.word.dressing import dressed
from evidencepack.render.word.writer import write_word

LOGO = read_logo(picture(800, 300), "Ferrybank Home Support Ltd")
LOOKS: dict[str, Theme] = {
    "standard": STANDARD,
    "compact": COMPACT,
    "arial-12": ARIAL_12,
    "logo": with_accent(STANDARD, Colour(0xF5, 0xA6, 0x23))._replace(logo=LOGO),
    "margins": with_margins(STANDARD, 30),
    "large": with_least_size(with_body_size(ARIAL_12, 14), 14),
}


def written(theme: Theme, packed: Sequence[Document], *, duplex: bool = False) -> tuple[bytes, Pages]:
    """Return the Word file of documents in a look, and their pages."""
    numbered = number(tuple(packed))
    pages = typeset(numbered, theme, FONTS, stamp=True, duplex=duplex)
    shown = properties()
    images = {**shown.images, **({theme.logo.sha256: theme.logo.data} if theme.logo else {})}
    return write_word(numbered, pages, replace(shown, images=images), dressed(BASE, theme, FONTS), stamp=True), pages
