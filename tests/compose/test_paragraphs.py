# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.blocks.inlines import CrossReference, Inlines, LineBreak, Text, Value
from evidencepack.compose.paragraphs import Piece, lines, paragraphs, tidy
from evidencepack.compose.plain import plain

Say = Callable[..., Inlines]


def words(text: str) -> list[tuple[str, bool]]:
    return [(plain(piece.inlines), piece.is_item) for piece in paragraphs((Text(text),))]


def value(text: str) -> Value:
    return Value(text, ("r/f",))


def test_a_blank_line_starts_a_paragraph_and_a_line_break_does_not() -> None:
    assert words("\nOne line\nof two.\n\n\n Two. \n") == [("One line of two.", False), ("Two.", False)]


def test_a_line_that_begins_with_a_dash_is_an_item() -> None:
    assert words("Nothing here:\n- a;\n- b\n  goes on; or\n\n- c.\n\nThen.") == [
        ("Nothing here:", False),
        ("a;", True),
        ("b goes on; or", True),
        ("c.", True),
        ("Then.", False),
    ]


def test_items_of_a_loop_are_items(say: Say) -> None:
    found = paragraphs(say("It covers:\n{% for s in mou.in_scope %}\n- {{ s.item }}\n{% endfor %}\n\nNo more."))
    assert [(plain(piece.inlines), piece.is_item) for piece in found] == [
        ("It covers:", False),
        ("first visits", True),
        ("key safes", True),
        ("No more.", False),
    ]


def test_no_words_make_no_paragraph() -> None:
    assert paragraphs(()) == ()
    assert words(" \n \n") == []


def test_line_breaks_of_a_person_never_cut_a_sentence() -> None:
    found = paragraphs((Text("Because "), value("a\n\n- b\nc"), Text(" we act.\n\nNext.")))
    assert [piece.inlines for piece in found] == [
        (Text("Because "), value("a - b c"), Text(" we act.")),
        (Text("Next."),),
    ]


def test_a_long_text_alone_brings_its_own_paragraphs_and_lists() -> None:
    found = paragraphs((Text("\n"), value("Two things:\n- a\n- b\n\nand more\nhere"), Text("\n\nNext.")))
    assert found == (
        Piece((value("Two things:"),), typed=True),
        Piece((value("a"),), is_item=True, typed=True),
        Piece((value("b"),), is_item=True, typed=True),
        Piece((value("and more"), LineBreak(), value("here")), typed=True),
        Piece((Text("Next."),)),
    )


def test_numbered_lists_keep_the_numbers_that_were_typed() -> None:
    assert [(piece.number, plain(piece.inlines)) for piece in paragraphs((value("1. a\n2. b"),))] == [
        (1, "a"),
        (2, "b"),
    ]


def test_a_full_stop_behind_a_long_text_goes_to_its_end() -> None:
    assert [piece.inlines for piece in paragraphs((value("a\n\nb"), Text(".")))] == [
        (value("a"),),
        (value("b"), Text(".")),
    ]


def test_a_long_text_behind_words_is_not_alone() -> None:
    assert len(paragraphs((Text("So: "), value("a\nb")))) == 1


def test_a_long_text_as_an_item_stays_one_item() -> None:
    assert paragraphs((Text("- "), value("a\nb"))) == (Piece((value("a b"),), is_item=True),)


@pytest.mark.parametrize("behind", [Text(" indeed"), CrossReference("x"), Value("b", ())])
def test_a_long_text_with_company_is_not_alone(behind: Text | CrossReference | Value) -> None:
    assert len(paragraphs((value("a\nb"), behind))) == 1


def test_a_cell_has_a_line_for_each_line_of_its_template() -> None:
    assert lines((Text("a "), value("b"), Text("\n(c)\n\n"))) == ((Text("a "), value("b")), (Text("(c)"),))


def test_a_long_text_alone_in_a_cell_keeps_its_marks() -> None:
    assert lines((value("Do:\n• a\n\n1. b\n2. c"),)) == (
        (value("Do:"),),
        (Text("• "), value("a")),
        (Text("1. "), value("b")),
        (Text("2. "), value("c")),
    )


def test_an_empty_cell_has_no_lines() -> None:
    assert lines((Text(" \n "),)) == ()


def test_white_space_is_one_space_and_none_at_the_ends() -> None:
    assert tidy((Text(" a \n"), Text(" b"), value(" c\t d "), Text(" "))) == (Text("a b"), value("c d"))
    assert tidy((value("x"), CrossReference("y"), Text(" . "))) == (value("x"), CrossReference("y"), Text(" ."))
    assert tidy(()) == ()


def test_words_of_different_looks_stay_apart() -> None:
    assert tidy((Text("a "), Text("b", bold=True), Text(" c"))) == (Text("a "), Text("b", bold=True), Text(" c"))


def test_a_no_break_space_stays_what_it_is() -> None:
    assert tidy((Text("4\u00a0 hours"),)) == (Text("4\u00a0 hours"),)


@given(st.text(alphabet=st.sampled_from("ab -•1.\n\t{<"), max_size=60).filter(lambda text: bool(text.strip())))
def test_a_value_in_a_sentence_is_one_paragraph_whatever_was_typed(typed: str) -> None:
    found = paragraphs((Text("We say "), value(typed), Text(" here.")))
    assert [plain(piece.inlines) for piece in found] == [f"We say {' '.join(typed.split())} here."]
