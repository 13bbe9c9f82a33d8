# SPDX-License-Identifier: MPL-2.0
"""File names that every system accepts."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.paths.names import is_legal_name, legal_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A-mou.pdf", "A-mou.pdf"),
        ("Siân Żółć Adébáyọ̀ রহিমা.docx", "Siân Żółć Adébáyọ̀ রহিমা.docx"),
        ("R&D <draft>: a/b\\c|d?*.pdf", "R&D -draft- a-b-c-d-.pdf"),
        ("  ends badly. . ", "ends badly"),
        ("..", "untitled"),
        ("", "untitled"),
        ("two\nlines\tand\x00more", "two lines andmore"),
        ("con", "_con"),
        ("NUL.pdf", "_NUL.pdf"),
        ("com¹.txt", "_com¹.txt"),
        ("CONTRACT.pdf", "CONTRACT.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("\ud800lone", "lone"),
    ],
)
def test_text_becomes_the_nearest_legal_name(text: str, name: str) -> None:
    assert legal_name(text) == unicodedata.normalize("NFC", name)


def test_a_long_name_is_cut_between_letters_and_keeps_its_ending() -> None:
    name = legal_name("ẃ" * 400 + ".pdf")

    assert name == "ẃ" * 48 + ".pdf"


def test_an_ending_that_is_itself_too_long_is_cut_like_the_rest() -> None:
    assert legal_name("a." + "b" * 400) == "a." + "b" * 148


def test_what_is_left_of_nothing_can_be_chosen() -> None:
    assert legal_name("...", otherwise="document") == "document"


@given(st.text())
def test_every_text_gives_a_name_that_stays_as_it_is(text: str) -> None:
    name = legal_name(text)

    assert is_legal_name(name)
    assert len(name.encode()) <= 150


_LONG = st.text(alphabet=st.sampled_from("aé. -COM1N/ẃ"), min_size=100, max_size=400)


@given(st.one_of(st.text(), _LONG, _LONG.map(lambda text: f"CON.{text}")), st.sampled_from([".pdf", ".manifest.json"]))
def test_a_name_with_room_for_it_takes_its_ending(text: str, ending: str) -> None:
    assert is_legal_name(legal_name(text, room=len(ending)) + ending)


@pytest.mark.parametrize("name", ["", "a/b", "aux", "a.", " a", "a\x07"])
def test_a_name_that_would_change_is_not_legal(name: str) -> None:
    assert not is_legal_name(name)
