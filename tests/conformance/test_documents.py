# SPDX-License-Identifier: MPL-2.0
"""Pages of every block, in every theme, and of sizes that validators have limits for, keep what they claim."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from tests.conformance.conforming import Conforms, claimed
from tests.render.everything import documents, properties
from tests.render.typeset.setting import FONTS, document, set_blocks, set_documents, table, words

from evidencepack.blocks.blocks import Block, Clause, Heading
from evidencepack.blocks.document import Document
from evidencepack.render.number import number
from evidencepack.render.theme import STANDARD, Theme
from evidencepack.render.themes.arial_12 import ARIAL_12
from evidencepack.render.themes.compact import COMPACT
from evidencepack.render.typeset.page import Pages
from evidencepack.render.typeset.typesetter import typeset

_FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
_THEMES = {"standard": STANDARD, "compact": COMPACT, "Arial 12": ARIAL_12}
# More than the 256 references in a row and the 1,024 rows of a table that page-validation takes unless it is told.
_DOCUMENTS, _SECTIONS, _ROWS = (1100, 3000, 5000) if _FULL else (301, 300, 1030)


@pytest.mark.parametrize("theme", _THEMES.values(), ids=_THEMES)
@pytest.mark.parametrize("duplex", [False, True], ids=["one side", "both sides"])
def test_every_block_conforms(conforms: Conforms, theme: Theme, *, duplex: bool) -> None:
    pages = typeset(number(documents()), theme, FONTS, stamp=True, duplex=duplex)
    conforms(claimed(pages, theme, FONTS, properties()), "every block")


def _many() -> Pages:
    return set_documents(*(_small(f"d{at}") for at in range(_DOCUMENTS)))


def _small(anchor: str) -> Document:
    return document(Heading(1, words("Title")), *_section("Head"), anchor=anchor)


def _section(head: str) -> tuple[Block, ...]:
    return Clause(1, words(head)), Clause(2, words("Words."))


def _sections() -> Pages:
    blocks = (block for at in range(_SECTIONS) for block in _section(f"Head {at}"))
    return set_blocks(Heading(1, words("Title")), *blocks)


def _rows() -> Pages:
    return set_blocks(Heading(1, words("Title")), table(*[("a", "b")] * _ROWS, head=("x", "y"), summary="A table"))


@pytest.mark.parametrize("make", [_many, _sections, _rows], ids=["documents", "sections", "rows"])
def test_a_great_many_of_anything_conforms(
    conforms: Conforms, make: Callable[[], Pages], measured: Callable[[str, str, float], None]
) -> None:
    pages = make()
    conforms(claimed(pages, STANDARD, FONTS, properties()), make.__name__)
    measured(f"Pages that veraPDF passes whole ({make.__name__[1:]})", "pages", len(pages.pages))
