# SPDX-License-Identifier: MPL-2.0
"""What cannot be made: words without an element, elements in wrong places or without what their role needs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.render.everything import properties
from tests.render.pdf.tree import read_tree
from tests.render.typeset.setting import FONTS, set_blocks, words

from evidencepack.blocks.blocks import Figure, Heading, Paragraph
from evidencepack.render.pdf.painter import paint
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.attributes import Attributes
from evidencepack.render.typeset.page import Element, Picture, Role

ROOT = Path(__file__).parents[3]
PART = Element(Role.PART, None, "doc", Attributes(language="en-GB", title="Memorandum"))


@pytest.mark.parametrize(
    ("role", "parent"),
    [
        (Role.P, None),
        (Role.SECT, None),
        (Role.PART, PART),
        (Role.LI, PART),
        (Role.TR, PART),
        (Role.TD, PART),
        (Role.LBODY, PART),
        (Role.TOCI, PART),
        (Role.P, Element(Role.L, PART, "doc", Attributes(list_numbering="Disc"))),
        (Role.DIV, Element(Role.TABLE, PART, "doc")),
    ],
)
def test_an_element_stands_only_where_its_role_may(role: Role, parent: Element | None) -> None:
    with pytest.raises(ValueError, match="may not stand in"):
        Element(
            role, parent, "doc/0.0", Attributes(scope="Row", list_numbering="Disc", language="en-GB", title="Title")
        )


@pytest.mark.parametrize(
    ("make", "lacking"),
    [
        (lambda: Element(Role.PART, None, "doc", Attributes(language="en-GB")), "title and language"),
        (lambda: Element(Role.PART, None, "doc", Attributes(title="Memorandum")), "title and language"),
        (lambda: Element(Role.FIGURE, PART, "doc/0.0", Attributes(alt=" ")), "alt"),
        (lambda: Element(Role.LINK, PART, "doc/0.0"), "href"),
        (lambda: Element(Role.L, PART, "doc/0.0"), "list_numbering"),
        (lambda: Element(Role.TH, _row(), "doc/0.0"), "scope"),
    ],
)
def test_an_element_has_what_a_screen_reader_needs_of_its_role(make: Callable[[], Element], lacking: str) -> None:
    with pytest.raises(ValueError, match=f"needs {lacking} "):
        make()


def _row() -> Element:
    return Element(Role.TR, Element(Role.TABLE, PART, "doc/0.0"), "doc/0.0")


def test_a_picture_is_a_figure_with_words() -> None:
    with pytest.raises(ValueError, match="a picture is a Figure, not a P"):
        Picture(0, 0, 10, 10, "0" * 64, Element(Role.P, PART, "doc/0.0"))
    with pytest.raises(ValueError, match="words that stand for it"):
        Figure("0" * 64, 10, 10, " ")


@pytest.mark.parametrize("name", ["title", "author", "language"])
def test_a_file_has_a_title_an_author_and_a_language(name: str) -> None:
    blank: dict[str, Any] = {name: " "}
    with pytest.raises(ValueError, match=f"a file needs {name}"):
        replace(properties(), **blank)


@pytest.mark.parametrize("level", [0, 7])
def test_headings_have_six_levels(level: int) -> None:
    with pytest.raises(ValueError, match=f"from 1 to 6, not {level}"):
        Heading(level, words("Too deep"))


def test_no_level_of_headings_is_left_out_whatever_is_asked_for() -> None:
    levels = (3, 1, 4, 6, 6, 2, 3)
    pages = set_blocks(*(Heading(level, words(f"Level {level}")) for level in levels), Paragraph(words("End.")))
    tree = read_tree(paint(pages, STANDARD, FONTS, properties()))
    found = [(node.role, node.text) for node in tree.nodes() if node.role.startswith("H")]
    assert found == [
        ("H1", "Level 3"),
        ("H1", "Level 1"),
        ("H2", "Level 4"),
        ("H3", "Level 6"),
        ("H3", "Level 6"),
        ("H2", "Level 2"),
        ("H3", "Level 3"),
    ]


_WRONG = """
from evidencepack.render.typeset.page import Furniture, Kind, Page, Piece, Stretch

page = Page(595, 842, 0)
page.lines.append((0, 0, (Piece(0.0, 10, 11.0, "untagged", Stretch(0, None)),)))
page.lines.append((0, 0, (Furniture(0, 0, 10, 0, 11.0, "untagged", Kind.SIGN),)))
page.lines.append((0, 0, ("untagged",)))
Furniture(0, 0, 10, 0, 11.0, "of no kind", None)
"""


def test_the_types_let_no_block_print_words_without_an_element(tmp_path: Path) -> None:
    file = tmp_path / "wrong.py"
    file.write_text(_WRONG, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"), "--no-incremental"]
    said = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False, cwd=ROOT)
    refused = [int(line.split(":")[1]) for line in said.stdout.splitlines() if ": error: " in line]
    assert refused == [5, 6, 7, 8], said.stdout + said.stderr
