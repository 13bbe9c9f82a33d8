# SPDX-License-Identifier: MPL-2.0
"""Words on the upload checklist in letters that no font of ours has."""

from __future__ import annotations

import pytest

from evidencepack.bootstrap import Program
from evidencepack.compose.sheets.uploading import UploadLine, UploadPlace
from evidencepack.pack.slots.printable import OTHER, printable, printable_place


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Quality appendices", "Quality appendices"),
        ("গুণমান", "গুণমান"),
        ("Zoë’s plan 😀", "Zoë’s plan 😀"),
        ("مناقصة الجودة", OTHER),
        ("Lot 2 مناقصة الجودة (quality)", f"Lot 2 {OTHER} (quality)"),
        ("品質", OTHER),
        ("a\u202ebc\u202c", "abc"),
        ("bell\x07", "bell"),
        ("", ""),
        (f"{OTHER} plan", f"{OTHER} plan"),
    ],
)
def test_words_that_cannot_be_printed_are_said_to_be_there(program: Program, text: str, told: str) -> None:
    assert printable(text, program.press.uncovered) == told


def test_a_place_that_loses_words_says_so_once_and_by_which_reference_it_goes(program: Program) -> None:
    line = UploadLine("الجودة.pdf", "Plan", "", 1, "1", "abc")
    place = UploadPlace("الجودة", mandatory=True, rules="", files=(line,), wrong=("“الجودة” is empty",))
    said = printable_place(place, "SL-1", program.press.uncovered)
    assert said.name == f"{OTHER} (SL-1)"
    assert said.files[0].name == OTHER
    assert said.wrong == (f"{OTHER} is empty",)
    assert len(said.unsure) == 1
    assert said.unsure[0].startswith(f"{OTHER} stands for words in letters that this page cannot show")


def test_a_place_that_can_be_printed_stays_as_it_is(program: Program) -> None:
    place = UploadPlace("Quality", mandatory=True, rules="PDF", files=())
    assert printable_place(place, "SL-1", program.press.uncovered) == place
