# SPDX-License-Identifier: MPL-2.0
"""Structure trees that a person has read: what assistive technology is told of a few documents, line by line.

``make golden`` writes them anew into the folder beside; read what changed as somebody who cannot see the page.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.render.everything import documents, properties
from tests.render.pdf.good import good
from tests.render.pdf.tree import outline, read_tree
from tests.render.typeset.setting import FONTS

from evidencepack.render.number import number
from evidencepack.render.pdf.painter import paint
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.typesetter import typeset

FOLDER = Path(__file__).parent / "golden"
REMAKE = os.environ.get("EVIDENCEPACK_REMAKE") == "1"


def _everything() -> bytes:
    return paint(typeset(number(documents()), STANDARD, FONTS, stamp=True), STANDARD, FONTS, properties())


def _said(data: bytes) -> Iterator[str]:
    yield from outline(read_tree(data))
    yield ""


@pytest.mark.parametrize(("name", "make"), [("short", good), ("everything", _everything)], ids=["short", "everything"])
def test_the_tree_is_the_one_that_a_person_has_read(name: str, make: Callable[[], bytes]) -> None:
    file, said = FOLDER / f"{name}.txt", "\n".join(_said(make()))
    if REMAKE:
        file.write_text(said, encoding="utf-8")
    assert said == file.read_text(encoding="utf-8"), f"the tree of {name} changed; `make golden` writes it anew"
