# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evidencepack.domain.text import Cleaned, clean

ANY_TEXT = st.text(st.characters(codec=None))
MARKS = st.text(st.sampled_from("aé\u0301\u0323\u0344\u09c7\u09be\u1100\u1161\n"), max_size=120)


@given(ANY_TEXT | MARKS)
@example("\u0344" * 60)
@example("a" + "\u0301\u0323" * 500)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once.text) == Cleaned(once.text)


@given(ANY_TEXT)
def test_cleaned_text_is_composed_and_can_be_written_anywhere(text: str) -> None:
    cleaned = clean(text).text
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode()
    categories = {unicodedata.category(character) for character in cleaned if character not in "\n\t"}
    assert not categories & {"Cc", "Cs", "Zl", "Zp"}


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Mn", "Zl", "Zp"])))
def test_printable_text_comes_back_equal_after_composing(text: str) -> None:
    assert clean(text) == Cleaned(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("typed", ["a\r\nb", "a\rb", "a\vb", "a\fb", "a\x85b", "a\u2028b", "a\u2029b", "a\nb"])
def test_every_line_end_becomes_a_line_feed(typed: str) -> None:
    assert clean(typed) == Cleaned("a\nb")


@pytest.mark.parametrize(
    "text", ["R&D", "<b>", "{{ x }}", "=1+1", "মৈত্রী", "ẹ̀kọ́ ilé", "a" * 100_000, "tab\there", "🏠"]
)
def test_nothing_that_people_type_is_changed(text: str) -> None:
    assert clean(text) == Cleaned(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\x9f", "\ud800", "\ufffe", "\ufdd0", "\U0010ffff"])
def test_what_cannot_be_printed_goes_with_a_note(character: str) -> None:
    assert clean(f"4{character}8 hours") == Cleaned("48 hours", "1 character that cannot be printed was removed.")


def test_the_note_counts_every_character_removed() -> None:
    assert clean("\x00é" + "\x01" * 1999).note == "2,000 characters that cannot be printed were removed."


def test_a_heap_of_marks_is_cut_to_thirty() -> None:
    cleaned = clean("a" + "\u0323" * 40)
    assert cleaned.note == "10 characters that cannot be printed were removed."
    assert unicodedata.normalize("NFD", cleaned.text) == "a" + "\u0323" * 30
