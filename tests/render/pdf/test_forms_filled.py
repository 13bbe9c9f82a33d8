# SPDX-License-Identifier: MPL-2.0
"""Names typed into the fields stand there: in pdfium and in poppler, after saving and opening again."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest
from pikepdf.form import Form
from tests.conformance.conforming import Conforms
from tests.render.pdf.filling import (
    Box,
    Tool,
    boxes,
    fields,
    filled_for_poppler,
    filled_in_pdfium,
    ink,
    printed,
    read_by_poppler,
    seen_in_pdfium,
    seen_in_poppler,
    values,
)

NAMES = [
    unicodedata.normalize("NFC", name)
    for name in (
        "ŁUKASZ ŚWIĘTOCHŁOWSKI",
        "Łukasz Świętochłowski",
        "Gwenllïan Prŷs-Jones",
        "Ŵyn Ẃẁẃ Ỳ",
        "Olúmídé Adébáyọ̀",
        "Ngọzi Ọ̀ṣun",
        "Nguyễn Thị Hường",
        "Žižka Dvořák",
        "Ștefan Țăran",
        "Ayşe Gülğün İı",
        "Siobhán O’Brien",
        "José Muñoz",
        "Кирило Ґеорґій",
        "Γιώργος Παπαδόπουλος",
    )
]
Fill = Callable[[bytes, Mapping[str, str]], bytes]
LONG = "OLUWASEUN OLÚMÍDÉ ADÉBÁYỌ̀-ŚWIĘTOCHŁOWSKA OF THE THAMESBOURNE NEIGHBOURS"


@pytest.fixture(scope="module")
def empty() -> bytes:
    return printed(boxes("Ferrybank", "Maitree", "Łódź"))


@pytest.fixture(scope="module")
def places(empty: bytes) -> dict[str, Box]:
    with pikepdf.open(io.BytesIO(empty)) as file:
        return {field.name: field.box for field in fields(file)}


NAME, DATE, ROLE = (f"TBN-MOU-01.maitree.{part}" for part in ("name", "date", "role"))


def fonts_of(data: bytes, name: str) -> set[str]:
    """The fonts in which the look of a field is set, by their names in the file."""
    with pikepdf.open(io.BytesIO(data)) as file:
        look = next(field.widget.AP.N for field in fields(file) if field.name == name)
        used = re.findall(rb"/(\S+) \S+ Tf", look.read_bytes())
        return {str(look.Resources.Font[f"/{font.decode()}"].BaseFont) for font in used}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_typed_in_pdfium_is_kept_shown_and_read_by_both(
    empty: bytes, places: dict[str, Box], name: str, tmp_path: Path, tool: Tool
) -> None:
    saved = filled_in_pdfium(empty, {NAME: name})
    box = places[NAME]
    assert values(saved)[NAME] == name
    assert unicodedata.normalize("NFC", read_by_poppler(saved, box, tmp_path, tool)) == name
    assert fonts_of(saved, NAME) == {"/Arimo-Forms"}
    (in_poppler,) = seen_in_poppler(saved, tmp_path, tool)
    assert ink(in_poppler, box) > 100
    assert ink(next(seen_in_pdfium(saved)), box) > 100


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_poppler_sets_is_shown_and_read(
    empty: bytes, places: dict[str, Box], name: str, tmp_path: Path, tool: Tool
) -> None:
    filled = filled_for_poppler(empty, {NAME: name})
    box = places[NAME]
    (seen,) = seen_in_poppler(filled, tmp_path, tool)
    assert ink(seen, box) > 100
    assert unicodedata.normalize("NFC", read_by_poppler(filled, box, tmp_path, tool)) == name


def test_before_anything_is_typed_the_same_places_are_empty(
    empty: bytes, places: dict[str, Box], tmp_path: Path, tool: Tool
) -> None:
    (seen,) = seen_in_poppler(empty, tmp_path, tool)
    assert ink(seen, places[NAME]) == ink(seen, places[ROLE]) == 0
    assert ink(next(seen_in_pdfium(empty)), places[NAME]) == 0
    assert read_by_poppler(empty, places[NAME], tmp_path, tool) == ""


@pytest.mark.parametrize("fill", [filled_in_pdfium, filled_for_poppler], ids=["pdfium", "poppler"])
def test_a_long_name_shrinks_and_is_there_to_its_end(
    empty: bytes, places: dict[str, Box], tmp_path: Path, tool: Tool, fill: Fill
) -> None:
    filled = fill(empty, {NAME: LONG})
    assert read_by_poppler(filled, places[NAME], tmp_path, tool) == LONG


@pytest.mark.parametrize("fill", [filled_in_pdfium, filled_for_poppler], ids=["pdfium", "poppler"])
def test_a_date_that_is_typed_takes_the_place_of_the_printed_slashes(
    empty: bytes, places: dict[str, Box], tmp_path: Path, tool: Tool, fill: Fill
) -> None:
    box = places[DATE]
    assert read_by_poppler(empty, box, tmp_path, tool) == "/ /"
    assert read_by_poppler(fill(empty, {DATE: "15 February 2027"}), box, tmp_path, tool) == "15 February 2027"


def test_all_boxes_filled_in_keep_their_own_words(empty: bytes, places: dict[str, Box]) -> None:
    typed = {name: f"{name} ŵ" for name in places if not name.endswith("signature")}
    found = values(filled_in_pdfium(empty, typed))
    assert {name: found[name] for name in typed} == typed


def test_what_is_filled_in_can_be_changed_later(empty: bytes) -> None:
    once = filled_in_pdfium(empty, {ROLE: "Chair", NAME: "Ŵ"})
    twice = filled_in_pdfium(once, {ROLE: "Vice-Chair"})
    assert values(twice) == {**values(empty), ROLE: "Vice-Chair", NAME: "Ŵ"}


def test_a_name_that_a_program_fills_in_is_shown_when_a_viewer_makes_its_look(
    empty: bytes, places: dict[str, Box], tmp_path: Path, tool: Tool
) -> None:
    with pikepdf.open(io.BytesIO(empty)) as file:
        Form(file)[NAME].value = "Łukasz"
        saved = io.BytesIO()
        file.save(saved)
    assert values(saved.getvalue())[NAME] == "Łukasz"
    assert read_by_poppler(saved.getvalue(), places[NAME], tmp_path, tool) == "Łukasz"


def test_a_file_that_was_filled_in_with_pdfium_still_conforms(conforms: Conforms, empty: bytes) -> None:
    conforms(filled_in_pdfium(empty, {NAME: "ŁUKASZ", DATE: "15 February 2027"}), "filled in")
