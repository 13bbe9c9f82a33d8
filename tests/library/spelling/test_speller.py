# SPDX-License-Identifier: MPL-2.0
"""The dictionary that ships: what it knows, what it finds, and what it offers."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.library.spelling.guesses import MOST, guesses
from evidencepack.library.spelling.reading import read_speller
from evidencepack.library.spelling.slips import find_slips
from evidencepack.library.spelling.speller import Speller
from evidencepack.library.spelling.word_list import WordList
from evidencepack.paths.resources import resource


@pytest.fixture(scope="module")
def speller(program: Program) -> Speller:
    return read_speller(resource("dictionaries"), program.library)


def found(speller: Speller, text: str, *own: str) -> list[str]:
    return [slip.word for slip in find_slips(text, lambda word: speller.knows(word, own))]


def test_every_word_of_the_list_is_found_and_no_other(speller: Speller) -> None:
    words = list(speller.listed)

    assert len(words) > 80_000
    assert words == sorted(words)
    assert all(word in speller.listed for word in words)
    assert not any(f"{word}q" in speller.listed or f"q{word}" in speller.listed for word in words[:2000])


@pytest.mark.parametrize("data", [b"", b"one\n", b"one\ntwo\n", b"one\ntwo"])
def test_the_shortest_lists_can_be_asked(data: bytes) -> None:
    words = WordList(data)

    assert [word in words for word in ("one", "two", "on", "", "zz", "a")] == [
        b"one" in data,
        b"two" in data,
        False,
        False,
        False,
        False,
    ]
    assert list(words) == data.decode().split()


@pytest.mark.parametrize(
    "text",
    [
        "We organise person-centred reablement with the commissioner, and safeguarding comes first.",
        "VCSE partners agree the RACI, KPIs and the MOU; TUPE may apply. CQC and ICBs read it.",
        "The Care Act 2014 and the Social Services and Well-being (Wales) Act 2014.",
        "It’s the carer's choice; it's the carers’ choice, and they don’t mind. ‘Yes’, she said.",
        "See TBN-MOU-01, clause 4.2, jo@example.org.uk, https://exmple.org/wrods and www.wrods.uk by 17:30.",
        "C:\\Ordnr\\Datei and pack_fnial.docx and e.g. this, i.e. that.",
        "বাংলা words, Ọláolúwa and Ŵyn stay as they are.",
        "We co-produce, re-assess and non-urgent needs are post-discharge.",
        "He had had enough; we know that that helps. One two\ntwo three.",
        "THE SERVICE STARTS. Colour, colour, and the café.",
        "and/or the care—and support–team (colour).",
    ],
)
def test_right_words_are_left_alone(speller: Speller, text: str) -> None:
    assert found(speller, text) == []


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("The reablment team", ["reablment"]),
        ("we organize the color", ["organize", "color"]),
        ("“Seperate”, he said, ‘wrods’.", ["Seperate", "wrods"]),
        ("the the carers", ["the"]),
        ("The the carers", ["the"]),
        ("a co-prodused plan", ["co-prodused"]),
        ("THE SAFEGAURDING LEAD", ["SAFEGAURDING"]),
        ("the teams' wrok’s end", ["wrok's"]),
    ],
)
def test_slips_are_found_where_they_stand(speller: Speller, text: str, slips: list[str]) -> None:
    assert found(speller, text) == slips
    for slip in find_slips(text, speller.knows):
        assert text[slip.start : slip.end].replace("’", "'") == slip.word


def test_own_words_are_known_in_every_form(speller: Speller) -> None:
    assert found(speller, "Thamesbourne’s THAMESBOURNE Thamesbourne-wide thamesbourne", "thamesbourne") == []


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("reablment", "reablement"),
        ("teh", "the"),
        ("recieve", "receive"),
        ("organize", "organise"),
        ("color", "colour"),
        ("Goverment", "Government"),
        ("SAFEGAURDING", "SAFEGUARDING"),
        ("alot", "a lot"),
        ("ofthe", "of the"),
        ("comissioner", "commissioner"),
        ("definately", "definitely"),
        ("carer’z", "carers"),
    ],
)
def test_the_word_that_was_meant_is_offered_first(speller: Speller, word: str, meant: str) -> None:
    offered = guesses(word, speller)

    assert offered[0] == meant
    assert len(offered) <= MOST


def test_names_of_the_tender_are_offered_too(speller: Speller) -> None:
    assert "Thamesbourne" in guesses("Thamsbourne", speller, ("thamesbourne",))


def test_rude_words_are_known_and_never_offered(speller: Speller) -> None:
    assert speller.unoffered
    for word in speller.unoffered:
        assert speller.knows(word)
        assert word not in guesses(f"{word}x", speller)


def test_the_words_we_ship_ourselves_are_spelt_right(speller: Speller, program: Program) -> None:
    helps = [field.help for kind in program.library.kinds.values() for field in kind.fields.values()]

    assert sorted({word for text in helps for word in found(speller, text)}) == []


def test_a_folder_without_the_dictionary_is_said(tmp_path: Path, program: Program) -> None:
    with pytest.raises(FileNotFoundError):
        read_speller(tmp_path, program.library)
