# SPDX-License-Identifier: MPL-2.0
"""docs/manual: what `make manual` writes, with a page and a picture for each place and each kind, in words in use."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import manual
import manual_pictures
import pytest
from PIL import Image
from tests.library.reading_age import reading_age
from tests.shipped import LIBRARY, PROGRAM

from evidencepack.library.manual import Group, Heading, Page, Points, Steps
from evidencepack.ui.shell.registry import PLACES

_ROOT = Path(__file__).resolve().parents[2]
_PAGES = manual.manual_pages(PROGRAM)
_BY_HAND = [page for page in _PAGES if page.group not in {Group.PAPERS, Group.RULES} and page.name != "glossary"]
_WITH_PICTURES = [page for page in _PAGES if page.about]
_MOST = 3_000_000


def _name(page: Page) -> str:
    return page.name


def _said(page: Page) -> Iterator[str]:
    for part in page.parts:
        if isinstance(part, Points | Steps):
            yield from part.items
        else:
            yield part.words


def test_docs_manual_is_what_the_sources_say() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in manual.MANUAL.glob("*.md")}

    assert there == manual.written_pages(PROGRAM), "run `make manual`, or packaging/manual.py for the words alone"


def test_every_place_of_the_window_has_a_page_by_its_name() -> None:
    pages = {page.about: page.title for page in _PAGES if page.group is Group.PLACES}

    assert pages == {entry.place: entry.words for entry in PLACES}


def test_every_kind_of_document_has_a_page_by_its_title() -> None:
    pages = {page.about: page.title for page in _PAGES if page.group is Group.PAPERS}

    assert pages == {kind.id: kind.title for kind in LIBRARY.kinds.values() if kind.document}


@pytest.mark.parametrize("page", _WITH_PICTURES, ids=_name)
def test_every_such_page_has_a_picture_of_the_window(page: Page) -> None:
    with Image.open(manual_pictures.PICTURES / f"{page.name}.png") as picture:
        assert picture.size == (1366, 768)
        colours = picture.convert("RGB").getcolors(4096)

    # The colours of the navigation and of a card: it is the window, and it was painted.
    assert {(18, 52, 59), (255, 255, 255)} <= {colour for _, colour in colours or ()}


def test_pictures_are_few_bytes_and_of_pages_that_are_there() -> None:
    pictures = list(manual_pictures.PICTURES.iterdir())

    assert {path.stem for path in pictures} == {page.name for page in _WITH_PICTURES}
    assert sum(path.stat().st_size for path in pictures) < _MOST


def test_a_picture_has_few_colours_and_no_time_in_it() -> None:
    data = manual_pictures.small(Image.radial_gradient("L").convert("RGB"))

    assert data == manual_pictures.small(Image.radial_gradient("L").convert("RGB"))
    assert b"tIME" not in data
    assert b"tEXt" not in data


@pytest.mark.parametrize("page", _BY_HAND, ids=_name)
def test_words_in_quotation_marks_are_words_of_the_window(page: Page) -> None:
    quoted = re.findall(r"“([^”]+)”", " ".join(_said(page)))

    assert [words for words in quoted if words not in _words_of_the_window()] == []


@pytest.mark.parametrize("page", _BY_HAND, ids=_name)
def test_a_page_is_easy_to_read(page: Page) -> None:
    said = [words for words in _said(page) if words.endswith((".", "?"))]

    assert reading_age("\n".join(said)) <= 12
    long = [part for words in said for part in re.split(r"(?<=[.?:;]) ", words) if len(part.split()) > 22]
    assert long == []


@pytest.mark.parametrize("entry", PLACES, ids=lambda entry: entry.place)
def test_a_page_of_a_place_says_what_can_be_done_there(entry: object) -> None:
    page = next(page for page in _PAGES if page.about == getattr(entry, "place", ""))

    assert [part.words for part in page.parts if isinstance(part, Heading)] == ["What you can do here", "Tips"]


@cache
def _words_of_the_window() -> frozenset[str]:
    return frozenset(_words_in_the_sources())


def _words_in_the_sources() -> Iterator[str]:
    for path in (_ROOT / "src" / "evidencepack" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                # A sentence that is filled in, such as “Saved {time}”, is known by its beginning.
                yield node.value.partition(" {")[0]
