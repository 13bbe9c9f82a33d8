# SPDX-License-Identifier: MPL-2.0
"""Each page type looks as it did when somebody last looked at it.

``EVIDENCEPACK_REMAKE=1 .venv/bin/python -m pytest -n 0 tests/render/golden`` makes the pictures anew. Look at each one
that changed (``git diff --stat`` names them) before you keep it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

import pytest
from PIL import Image
from tests.render.golden import pictures
from tests.render.golden.page_types import PAGE_TYPES, PageType
from tests.render.golden.pictures import Difference, Pages, difference

_REMAKE = os.environ.get("EVIDENCEPACK_REMAKE") == "1"


@pytest.mark.parametrize("page_type", PAGE_TYPES, ids=lambda page_type: page_type.name)
def test_a_page_looks_as_it_did(page_type: PageType, drawn: Mapping[str, Pages]) -> None:
    found = drawn[page_type.source].with_words(page_type.words)
    if _REMAKE:
        pictures.keep(page_type.name, found)
    expected = pictures.kept(page_type.name)
    apart = difference(expected, found) if expected is not None else Difference(255.0, 1.0)
    if apart.shows:
        where = pictures.lay_out(page_type.name, expected, found)
        pytest.fail(f"{page_type.name}: {apart.mean:.2f} on average, {apart.share:.3%} clearly. Look at {where}")


def test_every_picture_is_small_and_of_a_page_type() -> None:
    kept = {file.stem: file.stat().st_size for file in pictures.FOLDER.glob("*.png")}
    assert set(kept) == {page_type.name for page_type in PAGE_TYPES}
    assert all(size < pictures.MOST_KILOBYTES * 1024 for size in kept.values()), kept


def test_a_word_less_or_a_moved_line_shows_and_a_softer_edge_does_not() -> None:
    page = pictures.kept("clauses")
    assert page is not None
    softer = page.resize((page.width * 2, page.height * 2), Image.Resampling.BICUBIC).reduce(2)
    assert not difference(page, softer).shows
    worded, moved = page.copy(), page.copy()
    worded.paste(255, (70, 250, 95, 258))
    moved.paste(page.crop((0, 200, page.width, 500)), (0, 201))
    assert difference(page, worded).shows
    assert difference(page, moved).shows
    assert difference(page, page.rotate(90, expand=True)).shows
