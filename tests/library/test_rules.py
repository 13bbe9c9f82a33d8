# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.library.reading_age import reading_age
from tests.shipped import LIBRARY

from evidencepack.domain.trade import Severity
from evidencepack.library.loader import inspect_library, load_library
from evidencepack.library.rule_words import RuleWords

RULE = """
[[rule]]
id = "RQ-01"
severity = "warns"
title = "A required answer is missing"
message = "{document}: {label} is empty."
help = "Answer it."
looks_at = "every question"
source = "Practice"
"""


_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_PLACE = re.compile(r"\{\w+\}")
_MOST_WORDS, _MOST_AGE = 20, 12


def _told(rule: RuleWords) -> tuple[str, ...]:
    return tuple(filter(None, (rule.message, rule.row_message, rule.many, rule.help, *rule.says.values())))


def test_every_rule_that_ships_speaks_in_short_sentences_that_are_easy_to_read() -> None:
    told = {rule.id: _told(rule) for rule in LIBRARY.rules.values()}
    long = [s for said in told.values() for one in said for s in _SENTENCES.split(one) if len(s.split()) > _MOST_WORDS]
    assert long == []
    ages = {name: reading_age("\n".join(_PLACE.sub("Ann", one) for one in said)) for name, said in told.items()}
    assert [name for name, age in ages.items() if age > _MOST_AGE] == []


def test_every_rule_that_ships_says_on_what_it_rests_and_what_it_looks_at() -> None:
    for rule in LIBRARY.rules.values():
        assert rule.source.startswith(("Law: ", "Guidance: ", "Practice: ")), rule.id
        assert rule.looks_at, rule.id


@pytest.fixture
def rules(folder: Path) -> Path:
    file = folder.parent / "review" / "rules.toml"
    file.parent.mkdir()
    return file


def test_a_library_without_rules_has_none(folder: Path) -> None:
    assert load_library(folder).rules == {}


def test_the_words_of_a_rule_are_read_by_its_id(folder: Path, rules: Path) -> None:
    rules.write_text(RULE, encoding="utf-8")
    words = load_library(folder).rules["RQ-01"]
    assert words.severity is Severity.WARNS
    assert words.message == "{document}: {label} is empty."
    assert words.row_message == ""


PHRASE = """
[[rule.phrase]]
id = "soon"
words = 'as soon as \\w+'
ask = "Within how many hours?"
answered = ["time"]
severity = "suggests"
"""


def test_a_rule_has_the_words_that_it_looks_for(folder: Path, rules: Path) -> None:
    rules.write_text(RULE + PHRASE, encoding="utf-8")
    (phrase,) = load_library(folder).rules["RQ-01"].phrases
    assert (phrase.id, phrase.words, phrase.answered) == ("soon", r"as soon as \w+", ("time",))
    assert phrase.severity is Severity.SUGGESTS
    rules.write_text(RULE + PHRASE.replace('severity = "suggests"', ""), encoding="utf-8")
    assert load_library(folder).rules["RQ-01"].phrases[0].severity is None


SORT = """
plain = "we are"
fine = "happy hour"
reader = "say"
ask = "What can anybody see?"
[[rule.sort]]
id = "praise"
words = "happy, over the moon, delight*"
beside = "families"
concrete = 2
ask = "Who says so?"
answered = ["number"]
"""


def test_a_rule_has_sorts_of_words_that_stand_in_any_order(folder: Path, rules: Path) -> None:
    rules.write_text(RULE + SORT, encoding="utf-8")
    vocabulary = load_library(folder).rules["RQ-01"].vocabulary
    (sort,) = vocabulary.sorts
    assert (sort.words, sort.beside, sort.concrete) == ("happy, over the moon, delight*", "families", 2)
    assert (sort.answered, sort.severity) == (("number",), None)
    assert (vocabulary.plain, vocabulary.fine, vocabulary.reader) == ("we are", "happy hour", "say")
    rules.write_text(RULE + SORT.replace("concrete = 2", 'severity = "suggests"'), encoding="utf-8")
    (sort,) = load_library(folder).rules["RQ-01"].vocabulary.sorts
    assert (sort.concrete, sort.severity) == (None, Severity.SUGGESTS)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (RULE.replace("RQ-01", "rq1"), "rule rq1.id: is not two capitals, a hyphen and two digits"),
        (RULE + RULE, "rule RQ-01.id: is not two capitals"),
        (RULE.replace("warns", "shouts"), "rule RQ-01.severity: 'shouts' is not known; choose from blocks, warns"),
        (RULE.replace('help = "Answer it."', ""), "rule RQ-01.help: is missing"),
        (RULE.replace("{label}", "{label.x}"), "rule RQ-01.message: a place to fill is one name in braces"),
        (RULE.replace("{label}", "{"), "rule RQ-01.message: a place to fill is one name in braces"),
        (RULE.replace("Answer it", "Answer {label}"), "rule RQ-01.help: has no place to fill"),
        (RULE + PHRASE.replace("soon as", "Soon as"), "phrase soon.words: is looked for in small letters"),
        (RULE + SORT.replace("we are", "We are"), "rule RQ-01.plain: is looked for in small letters"),
        (RULE + SORT.replace("over the", "Over the"), "sort praise.words: is looked for in small letters"),
        (RULE + PHRASE + PHRASE, "rule RQ-01.phrase soon: is there 2 times"),
        (RULE + 'colour = "x"', "rule RQ-01.colour: is not a known key"),
        ("rules = 1", "rules: is not a known key"),
        ("rule = ", "file: is not TOML"),
    ],
)
def test_a_wrong_rule_is_refused(folder: Path, rules: Path, text: str, problem: str) -> None:
    rules.write_text(text, encoding="utf-8")
    [error, *_] = inspect_library(folder)[1]
    assert error.file == "rules.toml"
    assert f"{error.key}: {error.problem}".startswith(problem)
