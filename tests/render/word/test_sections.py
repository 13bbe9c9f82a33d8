# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.render.word.files import W, audited, document, paragraph, part_of, words_of, write_files

from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Text, Value

DRAFT = "Draft: 14 answers missing"


def _draft(*, cover: bool = False, letter: bool = False) -> Document:
    made = document(*paragraph((Text("[example: make it yours]", marked=True),)))
    section = replace(made.sections[0], cover=cover, letter=letter)
    return replace(made, running=replace(made.running, draft=DRAFT), sections=(section,))


def _styles(data: bytes, part: str) -> list[str]:
    return [style.get(f"{W}val", "") for style in part_of(data, part).iter(f"{W}rStyle")]


def test_the_header_of_a_draft_says_so_before_the_name(tmp_path: Path) -> None:
    data = write_files((_draft(),))
    assert words_of(part_of(data, "word/header1.xml")).replace("\u00a0", "").startswith(DRAFT)
    assert _styles(data, "word/header1.xml") == ["EPDraft"]
    assert audited(data, tmp_path) == []


@pytest.mark.parametrize("headless", ["cover", "letter"])
def test_a_cover_and_a_letter_have_the_mark_alone(headless: str) -> None:
    data = write_files((_draft(cover=headless == "cover", letter=headless == "letter"),))
    assert words_of(part_of(data, "word/header1.xml")).strip("\u00a0") == DRAFT


def test_a_finished_document_has_no_mark() -> None:
    assert _styles(write_files((document(*paragraph((Text("Done"),))),)), "word/header1.xml") == []


def test_marked_words_and_gaps_stand_on_the_same_ground() -> None:
    gap = Value("[to complete: Area]", ("mou/area",), missing=True)
    data = write_files((document(*paragraph((Text("[example]", marked=True),), (gap,))),))
    assert _styles(data, "word/document.xml") == ["EPMarked", "PlaceholderText"]
    styles = {one.get(f"{W}styleId"): one for one in part_of(data, "word/styles.xml").iter(f"{W}style")}
    fills = [next(styles[name].iter(f"{W}shd")).get(f"{W}fill") for name in ("EPMarked", "PlaceholderText")]
    assert fills[0] == fills[1] != "auto"
