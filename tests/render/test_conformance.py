# SPDX-License-Identifier: MPL-2.0
"""Both renderers take every block and every inline, lose no word, and put them in the same order."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import get_args

import pikepdf
import pypdfium2
from tests.render.everything import documents, properties
from tests.render.typeset.setting import FONTS
from tests.render.word.files import everything, pack, same
from tests.render.word.reading import read_text

from evidencepack.blocks.blocks import Block, Fill, Numbering, Style
from evidencepack.blocks.inlines import CrossReference, Inline, LineBreak, Link, Show, Text, Value
from evidencepack.blocks.walk import inlines_in
from evidencepack.render.pdf.painter import paint
from evidencepack.render.theme import STANDARD

_APPENDIX = re.compile(r"^Appendix [A-Z]+\b")
"""What Word counts by itself: its letter stands in no text."""


@cache
def pdf() -> bytes:
    """The everything-pack as PDF."""
    _, pages = everything()
    return paint(pages, STANDARD, FONTS, properties())


def pdf_words() -> str:
    with pypdfium2.PdfDocument(pdf()) as document:
        found = []
        for page in document:
            text = page.get_textpage()
            found.append(text.get_text_range())
            text.close()
            page.close()
    return tight("".join(found))


def tight(text: str) -> str:
    """The text without white space: pages break lines where they like."""
    return re.sub(r"\s", "", same(text))


def blocks() -> list[Block]:
    return [
        block for document in documents() for section in document.sections for block in (*section.blocks, *section.foot)
    ]


def printed() -> list[str]:
    """Every text that a person reads, in the order of the blocks."""
    return [
        inline.text
        for document in documents()
        for inline in inlines_in(document)
        if isinstance(inline, Text | Value | Link)
    ]


def test_the_pack_holds_every_block_inline_style_fill_and_numbering() -> None:
    found = blocks()
    inlines = [inline for document in documents() for inline in inlines_in(document)]
    assert {type(block) for block in found} == set(get_args(Block))
    assert {type(inline) for inline in inlines} == set(get_args(Inline))
    assert {inline.show for inline in inlines if isinstance(inline, CrossReference)} == set(Show)
    assert any(isinstance(inline, LineBreak) for inline in inlines)
    text = repr(found)
    for choices in (Style, Fill, Numbering):
        missing = [choice for choice in choices if repr(choice) not in text]
        assert missing == []


def test_no_word_is_lost_in_the_pdf() -> None:
    words = pdf_words()
    assert [text for text in printed() if tight(text) not in words] == []


def test_no_word_is_lost_in_the_word_file() -> None:
    words = tight(" ".join(read_text(pack())))
    assert [text for text in printed() if tight(_APPENDIX.sub("", text)) not in words] == []


def test_qpdf_finds_no_fault_in_the_pdf(tmp_path: Path, tool: Callable[[str], Path]) -> None:
    path = tmp_path / "everything.pdf"
    path.write_bytes(pdf())
    said = subprocess.run([tool("qpdf"), "--check", path], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr


def test_the_picture_is_a_figure_with_words_that_stand_for_it() -> None:
    with pikepdf.open(io.BytesIO(pdf())) as file:
        figures = [
            found for found in file.objects if isinstance(found, pikepdf.Dictionary) and found.get("/S") == "/Figure"
        ]
        images = [
            found for found in file.objects if isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Image"
        ]
        assert len(figures) > 1
        assert all(str(figure.Alt).strip() for figure in figures)
        assert len(images) == 1
        assert images[0].Width == 400
