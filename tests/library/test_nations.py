# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from pathlib import Path

import pytest
from tests.shipped import LIBRARY

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Nation
from evidencepack.domain.values import Answer
from evidencepack.library.loader import inspect_library, load_library
from evidencepack.library.nations import nation_of, read_nations
from evidencepack.library.problems import Problems
from evidencepack.library.vocabulary import LAW_TERMS
from evidencepack.paths.resources import resource

NATIONS = LIBRARY.nations


def test_every_nation_has_a_word_for_everything_or_says_that_it_has_none() -> None:
    assert set(NATIONS) == set(Nation)
    assert all(set(names.law) == LAW_TERMS for names in NATIONS.values())
    assert {term for term, words in NATIONS[Nation.ENGLAND].law.items() if not words} == {"workforce_register"}


@pytest.mark.parametrize(
    ("nation", "capacity", "regulator"),
    [
        (Nation.ENGLAND, "the Mental Capacity Act 2005", "the Care Quality Commission"),
        (Nation.WALES, "the Mental Capacity Act 2005", "Care Inspectorate Wales"),
        (Nation.SCOTLAND, "the Adults with Incapacity (Scotland) Act 2000", "the Care Inspectorate"),
    ],
)
def test_each_nation_has_its_own_law_and_regulators(nation: Nation, capacity: str, regulator: str) -> None:
    names = NATIONS[nation]
    assert (names.law["capacity"], names.law["care_regulator"]) == (capacity, regulator)


def test_what_nobody_looked_up_is_known_as_such() -> None:
    assert "safeguarding" not in NATIONS[Nation.ENGLAND].unchecked
    assert "information_sharing" not in NATIONS[Nation.WALES].unchecked
    assert "safeguarding" in NATIONS[Nation.SCOTLAND].unchecked


def test_names_have_no_more_than_one_place(tmp_path: Path) -> None:
    text = resource("nations.toml").read_text(encoding="utf-8")
    file = tmp_path / "nations.toml"
    twice = '[[name]]\nterm = "capacity"\nnations = ["wales"]\nwords = "x"\nsource = "y"\n'
    strange = '[[name]]\nterm = "weather"\nnations = []\nsource = "y"\n'
    file.write_text(f"{text}\n{twice}\n{strange}".replace('term = "candour"', 'term = "frankness"'), encoding="utf-8")
    read_nations(file, problems := Problems("nations.toml"))
    said = [f"{error.key}: {error.problem}" for error in problems.found]
    assert "name capacity.nations: wales has a name for 'capacity' already" in said
    assert any(one.startswith("name weather.term: 'weather' is not known") for one in said)
    assert "name: scotland has no name for candour" in said


def test_a_folder_without_names_of_law_has_none(tmp_path: Path, folder: Path) -> None:
    assert read_nations(tmp_path / "nations.toml", Problems("nations.toml")) == {}
    assert load_library(folder).nations == {}


def test_a_mistake_in_the_names_is_found_with_the_kinds(folder: Path) -> None:
    (folder.parent / "nations.toml").write_text('[[nation]]\nid = "england"\nname = "England"\n', encoding="utf-8")
    said = {error.problem for error in inspect_library(folder)[1] if error.file == "nations.toml"}
    assert "wales is missing" in said


@pytest.mark.parametrize(
    ("answer", "nation"), [("wales", Nation.WALES), ("", Nation.ENGLAND), ("mars", Nation.ENGLAND)]
)
def test_a_tender_is_in_england_until_it_says_otherwise(answer: Answer, nation: Nation) -> None:
    facts = Facts("t1", {"t1": Record("t1", "tender", "T", "t1", {"nation": answer})})
    assert nation_of(facts) is nation
    assert nation_of(Facts("t1", {})) is Nation.ENGLAND
