# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.library.reading_age import reading_age, words_in
from tests.shipped import LIBRARY

from evidencepack.library.glossary import find_terms
from evidencepack.library.loader import inspect_library, load_library
from evidencepack.library.model import Kind

TERMS = LIBRARY.glossary
KNOWN = {word for term in TERMS for name in term.names for word in name.split()}

PLAIN = {
    "ID": "everybody knows it",
    "JPEG": "the form of a picture, as its file is called",
    "PNG": "the form of a picture, as its file is called",
    "PDF": "the form of a paper, as its file is called",
    "MB": "the size of a file, as every portal says it",
    "UK": "everybody knows it",
    "EU": "everybody knows it",
    "SR": "the first letters of a reference, such as SR-1",
    "SI": "part of the number of a law that is quoted",
}
"""Abbreviations that need no entry, each with the reason."""

_ABBREVIATION = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b(?!-?\d|-[A-Z])")
_MARKS = re.compile(r"\{[{%].*?[%}]\}")

FILE = """
[[group]]
id = "care"
title = "Care"

[[term]]
group = "care"
names = ["multidisciplinary team", "MDT"]
meaning = "People of different professions who plan together."
"""


@pytest.fixture
def file(folder: Path) -> Path:
    return folder.parent / "glossary.toml"


@pytest.mark.parametrize("kind", LIBRARY.kinds.values(), ids=lambda kind: kind.id)
def test_every_abbreviation_in_help_and_clauses_is_in_the_glossary(kind: Kind) -> None:
    used = {word for text in _read_by_people(kind) for word in _ABBREVIATION.findall(_MARKS.sub("", text))}
    assert used - KNOWN - set(PLAIN) == set()


def test_every_term_has_its_group_and_is_plainly_said() -> None:
    assert len(TERMS) > 80
    ages = {term.names[0]: reading_age(term.meaning) for term in TERMS if words_in(term.meaning) >= 12}
    assert {name for name, age in ages.items() if age > 16} - {"information regulator"} == set()


def test_a_term_is_found_by_any_of_its_names() -> None:
    assert [term.names[0] for term in find_terms(TERMS, "dsa")] == ["data sharing agreement"]
    assert [term.names[0] for term in find_terms(TERMS, "tupe")] == ["TUPE"]


def test_words_that_are_no_name_are_looked_for_in_the_meanings() -> None:
    assert "quorum" in [term.names[0] for term in find_terms(TERMS, "before a meeting")]
    assert find_terms(TERMS, "xylophone") == ()
    assert find_terms(TERMS, "") == TERMS


def test_terms_come_group_by_group() -> None:
    groups = [term.group for term in TERMS]
    assert [here for here, before in zip(groups, ["", *groups], strict=False) if here != before] == list(
        dict.fromkeys(groups)
    )


def test_a_library_without_the_file_has_no_terms(folder: Path) -> None:
    assert load_library(folder).glossary == ()


def test_a_small_glossary_is_read(folder: Path, file: Path) -> None:
    file.write_text(FILE, encoding="utf-8")
    (term,) = load_library(folder).glossary
    assert term.names == ("multidisciplinary team", "MDT")
    assert term.group == "Care"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('names = ["multidisciplinary team", "MDT"]', "names = []", "names: is missing"),
        ('"multidisciplinary team", "MDT"', '"MDT", "mdt"', "names mdt: is there 2 times"),
        ('group = "care"', 'group = "cure"', "there is no group 'cure'"),
        ("together.", "together. They meet. They talk.", "meaning: is longer than two sentences"),
        ("meaning =", "moaning =", "meaning: is missing"),
    ],
)
def test_a_mistake_names_its_key(folder: Path, file: Path, old: str, new: str, problem: str) -> None:
    assert old in FILE
    file.write_text(FILE.replace(old, new), encoding="utf-8")
    said = [f"{error.file}, {error.key}: {error.problem}" for error in inspect_library(folder)[1]]
    assert any("glossary.toml" in line and problem in line for line in said), said


def _read_by_people(kind: Kind) -> Iterator[str]:
    yield kind.purpose
    for field in kind.fields.values():
        for one in (field, *(() if field.rows_of else field.columns)):
            yield from (one.label, one.help, *(choice.help for choice in one.choices))
    for clause in kind.clauses:
        yield from (clause.heading, clause.words)
    for schedule in kind.schedules:
        yield from (schedule.heading, schedule.intro_words, schedule.note_words, schedule.empty)
