# SPDX-License-Identifier: MPL-2.0
"""Word files for tests: from blocks to bytes, with the real base document and the real typesetter."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]
from tests.render.everything import documents, properties

from evidencepack.blocks.blocks import Block, Paragraph
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Inlines
from evidencepack.render.fonts.loader import load_fonts
from evidencepack.render.number import Numbered, number
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.page import Pages
from evidencepack.render.typeset.typesetter import typeset
from evidencepack.render.word.base import Base
from evidencepack.render.word.dressing import Template
from evidencepack.render.word.markup import WORD
from evidencepack.render.word.package import unpack_parts
from evidencepack.render.word.writer import write_word

ROOT = Path(__file__).parents[3]
BASE = (ROOT / "resources" / "word" / "base.docx").read_bytes()
FONTS = load_fonts(ROOT / "resources" / "fonts")
TEMPLATE = Template(Base(unpack_parts(BASE)), STANDARD, FONTS)
W = f"{{{WORD}}}"


@cache
def everything() -> tuple[Numbered, Pages]:
    """Return the pack that holds every block, numbered and typeset."""
    numbered = number(documents())
    return numbered, typeset(numbered, STANDARD, FONTS, stamp=True)


@cache
def pack() -> bytes:
    """Return the Word file of the pack that holds every block."""
    numbered, pages = everything()
    return write_word(numbered, pages, properties(), TEMPLATE, stamp=True)


def document(*blocks: Block, anchor: str = "one", landscape: bool = False) -> Document:
    """Return a document of these blocks."""
    running = Running("Lead", "Title", f"TBN-{anchor.upper()}-01", "version 1.0", "0123456789ab")
    return Document(anchor, f"Document {anchor}", running, (Section(blocks, landscape=landscape),))


def written(*blocks: Block, stamp: bool = False) -> bytes:
    """Return the Word file of a document of these blocks, without pages."""
    return write_files((document(*blocks),), stamp=stamp)


def write_files(documents: Sequence[Document], *, stamp: bool = False, pages: Pages | None = None) -> bytes:
    """Return the Word file of documents."""
    return write_word(number(tuple(documents)), pages, replace(properties()), TEMPLATE, stamp=stamp)


def paragraph(*inlines: Inlines) -> tuple[Block, ...]:
    """Return a body paragraph for each of the inlines."""
    return tuple(Paragraph(words) for words in inlines)


def has(root: etree._Element, name: str) -> bool:
    """Say whether there is an element of Word's of this name."""
    return next(root.iter(f"{W}{name}"), None) is not None


def words_of(root: etree._Element) -> str:
    """Return the text within an element."""
    return "".join(text.text or "" for text in root.iter(f"{W}t"))


def body_of(data: bytes) -> etree._Element:
    """Return the body of a Word file."""
    return part_of(data, "word/document.xml")[0]


def part_of(data: bytes, name: str) -> etree._Element:
    """Return a part of a Word file, read as XML."""
    return etree.fromstring(unpack_parts(data)[name])


def audited(data: bytes, folder: Path) -> list[str]:
    """Return what the validator of Office Open XML has against a file."""
    file = folder / "audited.docx"
    file.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(file).errors]


def same(text: str) -> str:
    """Return a text as it counts when compared: NFC, white space runs as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())
