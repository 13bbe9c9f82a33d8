# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable

import pytest

from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.evaluate import evaluate
from evidencepack.compose.filters import FILTERS
from evidencepack.compose.plain import plain
from evidencepack.compose.scope import Scope
from evidencepack.domain.values import Reference, Row, Table
from evidencepack.library.templates import parse_template
from evidencepack.library.vocabulary import KNOWN_FILTERS

Say = Callable[..., Inlines]


def paths(inlines: Inlines) -> list[tuple[str, ...]]:
    return [value.paths for value in inlines if isinstance(value, Value)]


def test_the_library_knows_the_same_filters() -> None:
    assert set(FILTERS) == set(KNOWN_FILTERS)


def test_names_are_the_short_names_of_the_parties_each_with_its_path(say: Say) -> None:
    found = say("{{ mou.parties|names }}")
    assert plain(found) == "Ferrybank and Maitree"
    assert paths(found) == [("fb/short_name",), ("mt/short_name",)]


BEHIND = "[to complete: Which agreement covers it? (why are you working together?)]"


def test_a_party_that_is_gone_is_marked_among_the_names(say: Say) -> None:
    gone = Table((Row("p1", {"organisation": Reference("gone")}), Row("p2", {"organisation": Reference("mt")})))
    assert plain(say("{{ mou.parties|names }}", parties=gone)) == "[to complete: Organisation] and Maitree"


@pytest.mark.parametrize("filter_", ["names", "join_list('item')"])
def test_a_table_without_rows_is_a_gap(say: Say, filter_: str) -> None:
    assert plain(say(f"{{{{ mou.in_scope|{filter_} }}}}", in_scope=None)) == "[to complete: In scope]"
    assert plain(say(f"{{{{ mou.dsa.in_scope|{filter_} }}}}")) == "[to complete: Which agreement covers it? (in scope)]"


def test_one_column_is_joined_and_may_follow_a_reference(say: Say) -> None:
    found = say("{{ mou.in_scope|join_list('item') }}; {{ mou.contributions|join_list('party.legal_name') }}")
    assert plain(found) == "first visits and key safes; Maitree Community Trust and London Borough of Thamesbourne"
    assert paths(found)[1:3] == [("m1/in_scope/s2/item",), ("mt/legal_name",)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{{ mou.parties|count }}", "2"),
        ("{{ mou.terms|count }}", "3"),
        ("{{ mou.dsa.terms|count }}", "[to complete: Which agreement covers it? (terms)]"),
        ("{{ mou.review|noun }}", "six months"),
        ("{{ mou.dsa.review|noun }}", "[to complete: Which agreement covers it? (review)]"),
        ("{{ mou.start_date|short_date }}", "15 Feb 2027"),
        ("{{ mou.dsa.start_date|short_date }}", "[to complete: Which agreement covers it? (start date)]"),
        ("{{ mou.answer_within|with_window }}", "2 working days (Mon–Fri 09:00–17:00)"),
        ("{{ mou.dsa.answer_within|with_window }}", "[to complete: Which agreement covers it? (answer within)]"),
        ("{{ mou.law|law_name }}", "England and Wales"),
        ("{{ mou.purpose|long_text }}", "Half the people we met had nowhere to go."),
        ("{{ mou.purpose|lower_first }}", "half the people we met had nowhere to go."),
        ("{{ mou.dsa.purpose|lower_first }}", BEHIND),
        ("{{ mou.review|or_dash }}", "every six months"),
        ("{{ mou.dsa.review|or_dash }}", "[to complete: Which agreement covers it? (review)]"),
        ("{{ mou.review|upper_first }}", "Every six months"),
        ("{{ mou.dsa.purpose|upper_first }}", BEHIND),
    ],
)
def test_what_filters_say(say: Say, words: str, said: str) -> None:
    assert plain(say(words)) == said


@pytest.mark.parametrize(
    ("law", "said"),
    [("ni", "Northern Ireland"), ("scotland", "Scotland"), ("jersey", "the Island of Jersey")],
)
def test_legal_systems_have_names(say: Say, law: str, said: str) -> None:
    assert plain(say("{{ mou.law|law_name }}", law=law)) == said


def test_each_filtered_value_keeps_its_path(say: Say) -> None:
    words = (
        "{{ mou.start_date|short_date }}{{ mou.review|noun }}{{ mou.terms|count }}{{ mou.answer_within|with_window }}"
    )
    assert paths(say(words)) == [("m1/start_date",), ("m1/review",), ("m1/terms",), ("m1/answer_within",)]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("We help", "We help."),
        ("We help.", "We help."),
        ("Do we?", "Do we?"),
        ("He said “no.”", "He said “no.”"),
        ("(see below)", "(see below)."),
        ("These:", "These:"),
    ],
)
def test_a_sentence_ends_once(say: Say, typed: str, said: str) -> None:
    assert plain(say("{{ mou.purpose|ends }}", purpose=typed)) == said


def test_an_added_full_stop_is_the_programs_own_word(say: Say) -> None:
    assert say("{{ mou.purpose|ends }}", purpose="We help") == (Value("We help", ("m1/purpose",)), Text("."))


@pytest.mark.parametrize(
    ("typed", "said"),
    [("NHS trusts", "NHS trusts"), ("A trust", "a trust"), ("X", "x"), ("Éire", "éire"), ("1 hour", "1 hour")],
)
def test_abbreviations_keep_their_capitals(say: Say, typed: str, said: str) -> None:
    assert plain(say("{{ mou.purpose|lower_first }}", purpose=typed)) == said


def test_filters_can_stand_behind_each_other(say: Say) -> None:
    assert plain(say("{{ mou.purpose|lower_first|ends }}", purpose="We help")) == "we help."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{{ row.since|short_date|or_dash }}", "–"),
        ("{{ row.item|upper_first|or_dash }}", "[to complete: Item]"),
    ],
)
def test_a_dash_stands_in_a_cell_for_what_nobody_needs_to_answer(
    scope: Callable[..., Scope], words: str, said: str
) -> None:
    made = scope(in_scope=Table((Row("s1", {}),)))
    within = made.of_row(made.rows("in_scope").items[0])
    assert plain(evaluate(parse_template(words), within)) == said
