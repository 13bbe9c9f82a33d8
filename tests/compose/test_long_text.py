# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.blocks.inlines import LineBreak, Value
from evidencepack.compose.long_text import Passage, read_long_text, values_of


@pytest.mark.parametrize(
    ("typed", "passages"),
    [
        ("one", (Passage(("one",)),)),
        ("one\ntwo", (Passage(("one", "two")),)),
        ("one\n\ntwo", (Passage(("one",)), Passage(("two",)))),
        ("\n one \n \t\n\n two\n", (Passage(("one",)), Passage(("two",)))),
        ("a  \t b", (Passage(("a b",)),)),
        ("• a\n• b", (Passage(("a", "b"), is_list=True),)),
        ("- a\n- b", (Passage(("a", "b"), is_list=True),)),
        ("•\ta", (Passage(("a",), is_list=True),)),
        ("1. a\n2. b", (Passage(("a", "b"), is_list=True, numbered=True),)),
        ("1. a\n1. b", (Passage(("a",), is_list=True, numbered=True), Passage(("b",), is_list=True, numbered=True))),
        (
            "We do:\n- a\n1. b\nand c",
            (
                Passage(("We do:",)),
                Passage(("a",), is_list=True),
                Passage(("b",), is_list=True, numbered=True),
                Passage(("and c",)),
            ),
        ),
    ],
)
def test_paragraphs_line_breaks_and_lists_are_read(typed: str, passages: tuple[Passage, ...]) -> None:
    assert read_long_text(typed) == passages


@pytest.mark.parametrize(
    "typed",
    ["2. b", "2027. Then", "1) a", "-a", "– a", "* a", "•", "- ", "01. a", "১. ক", "# Title", "**bold**", "<li>a</li>"],
)
def test_nothing_else_is_read(typed: str) -> None:
    assert read_long_text(typed) == (Passage((typed.strip(),)),)


def test_a_number_out_of_order_ends_the_list() -> None:
    assert read_long_text("1. a\n3. b") == (Passage(("a",), is_list=True, numbered=True), Passage(("3. b",)))


def test_no_words_make_no_passages() -> None:
    assert read_long_text(" \n\n ") == ()


def test_lines_of_a_paragraph_keep_their_breaks_and_the_values_path() -> None:
    value = Value("a\nb", ("r/f",), language="cy")
    one, two = Value("a", ("r/f",), language="cy"), Value("b", ("r/f",), language="cy")
    assert values_of(value, Passage(("a", "b"))) == ((one, LineBreak(), two),)
    assert values_of(value, Passage(("a", "b"), is_list=True)) == ((one,), (two,))


@given(st.text(alphabet=st.sampled_from("ab1. -•\n\t{<&=%"), max_size=80))
def test_every_word_survives_but_the_marks_of_lists(typed: str) -> None:
    said = []
    for passage in read_long_text(typed):
        for place, line in enumerate(passage.lines, start=1):
            mark = (f"{place}. " if passage.numbered else "") if passage.is_list else ""
            said.append(mark + line)
    wanted = [" ".join(line.split()) for line in typed.split("\n") if line.strip()]
    assert len(said) == len(wanted)
    assert all(line in (word, word[2:]) for line, word in zip(said, wanted, strict=True))
