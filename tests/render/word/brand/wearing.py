# SPDX-License-Identifier: MPL-2.0
"""Word files in the clothes of foreign templates: how one is made of the pack that holds every block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
from tests.guard.word_templates import (
    HEADINGS,
    LETTER,
    NORMAL,
    drawing,
    house,
    looks,
    paragraph,
    running,
    style,
    template,
    words,
)
from tests.render.everything import documents, properties
from tests.render.word.files import BASE, FONTS

from evidencepack.exchange.brand.taking import take_brand
from evidencepack.render.number import number
from evidencepack.render.theme import STANDARD, Theme
from evidencepack.render.typeset.page import Pages
from evidencepack.render.word.brand.branding import branded
from evidencepack.render.word.brand.counting import counted
from evidencepack.render.word.dressing import Template
from evidencepack.render.word.writer import write_word


def odd() -> bytes:
    """Return a template whose running text is all that tables, covers and small print must not be."""
    paragraphs = (
        '<w:pPr><w:shd w:val="clear" w:color="auto" w:fill="FFFFEE"/><w:spacing w:before="240" w:after="240" '
        'w:line="480" w:lineRule="auto"/><w:ind w:left="720" w:firstLine="720"/><w:jc w:val="both"/></w:pPr>'
    )
    normal = style("Standard", "Standard", paragraphs + looks("Verdana", 14, "1F3864", "<w:i/><w:caps/>"), default=True)
    pale = style("Überschrift 1", "berschrift1", looks("Verdana", 16, "F5D76E"), base="Standard")
    grid = '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>'
    cells = f"<w:tc>{paragraph(drawing('rIdLogo'))}</w:tc><w:tc>{paragraph(words('Beispiel GmbH'))}</w:tc>"
    table = f'<w:tbl><w:tblPr><w:tblW w:w="8000" w:type="dxa"/></w:tblPr>{grid}<w:tr>{cells}</w:tr></w:tbl>'
    return template(normal + pale, header=running("hdr", table), size=LETTER)


def bare() -> bytes:
    """Return a template with hardly a style, and no default one."""
    return template(style("heading 2", "H2", '<w:pPr><w:spacing w:line="240"/></w:pPr>'))


def full() -> bytes:
    """Return a template with hundreds of styles, a floating logo, and styles that have our names."""
    many = "".join(
        style(f"House {number}", f"House{number}", looks("Arial", 10), base="Normal") for number in range(300)
    )
    ours = style("EP Note", "Note", looks("Courier New", 8)) + style("My own", "EPNote", looks("Arial", 7))
    head = running("hdr", paragraph(drawing("rIdLogo", floating=True) + words("Sample Care Ltd")))
    return template(NORMAL + HEADINGS + ours + many, header=head, footer=running("ftr", paragraph(words("Charity 1"))))


def plain() -> bytes:
    """Return python-docx's own template: American paper, fonts of a theme, headings and lists that count."""
    return (Path(docx.__file__).parent / "templates" / "default.docx").read_bytes()


FOREIGN: Mapping[str, bytes] = {"house": house(), "odd": odd(), "bare": bare(), "full": full(), "plain": plain()}


def wear(name: str, asked: Theme) -> Template:
    """Return the empty document in the clothes of a template, for a tender that asks for a look."""
    return branded(BASE, take_brand(FOREIGN[name])[0], asked, FONTS)


@cache
def worn(name: str) -> Template:
    """Return the empty document in the clothes of a template."""
    return wear(name, STANDARD)


def write(template: Template) -> tuple[bytes, Pages]:
    """Return the pack that holds every block in the clothes of a template, and its pages."""
    numbered = number(documents())
    pages = counted(numbered, template, stamp=True)
    about = properties()
    logo = template.theme.logo
    images = {**about.images, **({logo.sha256: logo.data} if logo else {})}
    return write_word(numbered, pages, replace(about, images=images), template, stamp=True), pages


@cache
def written(name: str) -> tuple[bytes, Pages]:
    """Return the pack in the clothes of a template, by its name, and its pages."""
    return write(worn(name))
