# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from lxml import etree
from tests.render.word.files import W, body_of, document, part_of, words_of, write_files
from tests.render.word.lint import lint

from evidencepack.blocks.blocks import Heading, Paragraph, Style
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Text
from evidencepack.render.word.lists import counts_of


@pytest.mark.parametrize(
    ("letter", "counts"),
    [
        ("A", (1,)),
        ("Z", (26,)),
        ("AA", (1, 1)),
        ("AB", (1, 2)),
        ("ZZ", (26, 26)),
        ("A1", (1, 1, 1)),
        ("C12", (3, 1, 12)),
        ("1", (1, 1, 1, 1)),
        ("120", (1, 1, 1, 120)),
    ],
)
def test_a_letter_is_what_word_counts_on_each_level(letter: str, counts: tuple[int, ...]) -> None:
    assert counts_of(letter) == counts


@pytest.mark.parametrize("letter", ["", "a", "AAA", "0", "A0", "A-1", "–", "É"])
def test_what_word_cannot_count_to_is_nothing(letter: str) -> None:
    assert counts_of(letter) == ()


def _appendix(letter: str) -> Document:
    opener = Paragraph((Text("Case study"),), Style.OPENER)
    return Document(
        f"d{letter}",
        "Title",
        document().running,
        document(opener, Heading(1, (Text("Back"),))).sections,
        letter=letter,
    )


def _numbers(data: bytes) -> list[tuple[str, str]]:
    """Return list and level of each appendix."""
    found = []
    for paragraph in body_of(data).iter(f"{W}p"):
        if any(style.get(f"{W}val") == "EPAppendix" for style in paragraph.iter(f"{W}pStyle")):
            number, level = (next(paragraph.iter(f"{W}{name}")).get(f"{W}val", "") for name in ("numId", "ilvl"))
            found.append((number, level))
    return found


def _starts(data: bytes, number: str) -> list[str]:
    (one,) = (one for one in part_of(data, "word/numbering.xml").iter(f"{W}num") if one.get(f"{W}numId") == number)
    return [start.get(f"{W}val", "") for start in one.iter(f"{W}startOverride")]


def test_appendices_in_order_are_one_list() -> None:
    data = write_files([_appendix(letter) for letter in "ABC"])
    (first, *others) = _numbers(data)
    assert others == [first] * 2
    assert first[1] == "0"
    assert _starts(data, first[0]) == ["1"]


def test_a_letter_that_was_left_out_starts_a_list_at_the_next() -> None:
    data = write_files([_appendix(letter) for letter in ("A", "C", "D")])
    first, second, third = _numbers(data)
    assert first != second == third
    assert _starts(data, second[0]) == ["3"]


def test_after_z_comes_aa_on_a_level_of_its_own() -> None:
    data = write_files([_appendix(letter) for letter in ("Z", "AA", "AB", "BA")])
    last, first, second, third = _numbers(data)
    assert (last[1], first[1]) == ("0", "1")
    assert first == second != third
    assert [_starts(data, one[0]) for one in (last, first, third)] == [["26"], ["1", "1"], ["2", "1"]]


def test_the_number_of_an_appendix_is_no_word() -> None:
    data = write_files([_appendix("B")])
    opener = next(body_of(data).iter(f"{W}p"))
    assert words_of(opener).strip() == "· Case study"
    assert lint(data) == []


def test_a_mark_that_word_cannot_count_to_is_words() -> None:
    data = write_files([_appendix("B-3")])
    opener = next(body_of(data).iter(f"{W}p"))
    assert words_of(opener).replace("\u00a0", " ") == "Appendix B-3 · Case study".replace("-", "")
    assert etree.tostring(opener).find(b"numPr") < 0
