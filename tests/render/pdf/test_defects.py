# SPDX-License-Identifier: MPL-2.0
"""The checks bite: each defect that is done to a good file is seen by those that have to see it, and by one of ours."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from pathlib import Path

import page
import pytest
from tests.conformance.conforming import claimed
from tests.conformance.vera import FLAVOURS, Vera
from tests.render.everything import properties
from tests.render.pdf.defects import DEFECTS, Defect
from tests.render.pdf.faults import faults_of
from tests.render.pdf.good import good, good_lines, set_good
from tests.render.pdf.tree import outline, read_tree
from tests.render.typeset.setting import FONTS

from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.page import Element, Page, Piece, Role, Stretch

_NAMES = [defect.name for defect in DEFECTS]


def _seen_by_us(data: bytes) -> list[str]:
    try:
        differs = list(outline(read_tree(data))) != good_lines()
    except (AttributeError, KeyError):  # no tree, or one that cannot be read
        differs = True
    return ["tree"] * differs + ["own"] * bool(faults_of(data))


def _seen_by_page(data: bytes) -> list[str]:
    reports = [page.validate_pdf_bytes(data, profile=flavour) for flavour in FLAVOURS]
    return ["page"] * any(report.failures for report in reports)


def _seen_by_vera(data: bytes, vera: Vera, folder: Path) -> list[str]:
    file = folder / "damaged.pdf"
    file.write_bytes(data)
    return ["vera"] * any(not verdict.compliant for verdict in vera.verdicts(file))


def _painted(change: Callable[[Page], None]) -> bytes:
    """Return the good file, painted after its second page was changed."""
    _, pages = set_good()
    page = copy(pages.pages[1])
    page.lines = list(page.lines)
    change(page)
    return claimed(replace(pages, pages=(pages.pages[0], page)), STANDARD, FONTS, replace(properties(), fillable=True))


def _read_the_header(page: Page) -> None:
    words = page.artifacts[0]
    element = Element(Role.P, page.runs[0].element.parent, "mou/0.0")
    piece = Piece(0.0, words.width, words.size, words.text, Stretch(words.face, element))
    page.lines.insert(0, (words.x, words.y, (piece,)))


def _turn_round(page: Page) -> None:
    page.lines.reverse()


def _give_to_another(page: Page) -> None:
    x, y, (piece, *others) = page.lines[1]
    page.lines[1] = (x, y, (piece._replace(stretch=Stretch(piece.stretch.face, page.runs[0].element)), *others))


_PAINTED = [(_read_the_header, []), (_turn_round, ["page"]), (_give_to_another, [])]


@pytest.mark.parametrize(("change", "seen"), _PAINTED)
def test_pages_that_are_painted_otherwise_are_seen(change: Callable[[Page], None], seen: list[str]) -> None:
    data = _painted(change)
    assert list(outline(read_tree(data))) != good_lines()
    assert _seen_by_page(data) == seen


def test_nothing_is_wrong_with_the_good_file(vera: Vera, tmp_path: Path) -> None:
    data = good()
    assert list(outline(read_tree(data))) == good_lines()
    assert faults_of(data) == []
    assert _seen_by_page(data) + _seen_by_vera(data, vera, tmp_path) == []


@pytest.mark.parametrize("defect", DEFECTS, ids=_NAMES)
def test_a_defect_is_seen(defect: Defect) -> None:
    data = defect.done_to(good())
    seen = _seen_by_us(data)
    assert seen != []
    assert [*seen, *_seen_by_page(data)] == [name for name in defect.seen_by.split() if name != "vera"]


@pytest.mark.parametrize("defect", DEFECTS, ids=_NAMES)
def test_a_defect_is_seen_by_verapdf_if_it_can_be(defect: Defect, vera: Vera, tmp_path: Path) -> None:
    assert _seen_by_vera(defect.done_to(good()), vera, tmp_path) == [n for n in defect.seen_by.split() if n == "vera"]
