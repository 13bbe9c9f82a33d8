# SPDX-License-Identifier: MPL-2.0
"""Word files of every block, in every look, and of random blocks, in the eyes of two validators and of our own lint."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.render.everything import IMAGES, PICTURE, documents, properties
from tests.render.typeset.random_documents import random_document
from tests.render.word.files import BASE, TEMPLATE, audited, pack
from tests.render.word.lint import faults_of_form, lint
from tests.render.word.looks import LOOKS, written

from evidencepack.render.number import number
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.typesetter import typeset
from evidencepack.render.word.writer import write_word

_FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
SEEDS = range(300 if _FULL else 6)


@pytest.mark.parametrize(("name", "duplex"), [*((name, False) for name in LOOKS), ("logo", True)])
def test_every_block_is_valid_in_every_look(name: str, tmp_path: Path, *, duplex: bool) -> None:
    data, _ = written(LOOKS[name], documents(), duplex=duplex)
    assert audited(data, tmp_path) == []
    assert lint(data) == []


def test_every_block_is_valid_to_the_sdk(
    sdk: Callable[[Path], list[str]], tmp_path: Path, measured: Callable[[str, str, float], None]
) -> None:
    files = {"base": BASE, "standard": pack()}
    if _FULL:
        files |= {
            f"{name} {duplex}": written(LOOKS[name], documents(), duplex=duplex)[0]
            for name in LOOKS
            for duplex in (False, True)
        }
    for name, data in files.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    assert {name: faults for name in files if (faults := sdk(tmp_path / f"{name}.docx"))} == {}
    measured("Word files of every block that the Open XML SDK passes", "files", len(files))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_document_is_valid(seed: int, tmp_path: Path, measured: Callable[[str, str, float], None]) -> None:
    numbered = number((random_document(seed),))
    pages = typeset(numbered, STANDARD, TEMPLATE.fonts, stamp=True) if seed % 2 else None
    about = replace(properties(), images={**IMAGES, "0" * 64: PICTURE})
    data = write_word(numbered, pages, about, TEMPLATE, stamp=True)
    assert audited(data, tmp_path) == []
    assert faults_of_form(data) == []
    if seed == SEEDS[-1]:
        measured("Random Word files that openxml-audit and our lint pass", "documents", len(SEEDS))
