# SPDX-License-Identifier: MPL-2.0
"""The structure tree that is written is the one that the blocks ask for: roles, attributes, and every word in order."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.render.everything import IMAGES, PICTURE, documents, properties
from tests.render.pdf.expected import expected_tree
from tests.render.pdf.tree import outline, read_tree
from tests.render.typeset.random_documents import random_document
from tests.render.typeset.setting import FONTS

from evidencepack.blocks.document import Document
from evidencepack.render.number import number
from evidencepack.render.pdf.painter import paint
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.typesetter import typeset

SEEDS = range(500 if os.environ.get("EVIDENCEPACK_FULL") else 25)


def _trees(*pack: Document, fillable: bool = False) -> tuple[list[str], list[str]]:
    """Return the tree that is written and the one that is expected, as lines."""
    numbered = number(pack)
    pages = typeset(numbered, STANDARD, FONTS, stamp=True)
    images = {**IMAGES, "0" * 64: PICTURE}
    written = read_tree(paint(pages, STANDARD, FONTS, replace(properties(), images=images, fillable=fillable)))
    return list(outline(written)), list(outline(expected_tree(numbered, pages, fillable=fillable)))


@pytest.mark.parametrize("fillable", [False, True])
def test_every_block_and_inline_is_written_as_it_should_be_heard(*, fillable: bool) -> None:
    written, expected = _trees(*documents(), fillable=fillable)
    assert written == expected
    assert any("Form [TU: Role, signing for" in line for line in written) is fillable


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_document_is_written_as_it_should_be_heard(
    seed: int, measured: Callable[[str, str, float], None]
) -> None:
    written, expected = _trees(random_document(seed))
    assert written == expected
    if seed == SEEDS[-1]:
        measured("Structure trees of random documents, read back whole and in order", "documents", len(SEEDS))
