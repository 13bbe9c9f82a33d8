# SPDX-License-Identifier: MPL-2.0
"""The words of the kinds: plain ones, none that belong to lawyers and bid writers, and no nickname of a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from tests.shipped import LIBRARY

from evidencepack.domain.trade import Visibility
from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field, Kind

KINDS = list(LIBRARY.kinds.values())

NICKNAMES = re.compile(r"\b(?:seeds?|S1|S2|source [12])\b", re.IGNORECASE)

AVOIDED = {
    r"notif(?:y|ies|ied|ication|ications)": "tell",
    r"in accordance with|pursuant to": "as … says",
    r"(?:to|must|may|can|will|should|we|they|you) requests?|requested|requesting": "ask",
    r"mobilis\w+": "set-up, set up",
    r"flow(?:s|ed|ing)?[- ]?down": "the buyer's terms",
    r"(?:dis)?proportionate\w*": "say what is enough",
    r"service users?|clients?|patients?": "people",
    r"utilis\w+|leverag\w+": "use",
    r"shall|hereby|thereof|herein\w*|aforesaid": "must, will, this",
    r"endeavour\w*": "try",
    r"commence\w*": "begin, start",
    r"terminat\w+": "end",
    r"prior to": "before",
    r"in respect of|regarding": "about",
    r"facilitat\w+": "help, make easier",
    r"stakeholders?": "say who",
    r"robust|holistic|synerg\w+|seamless\w*": "say what is done",
    r"ensur\w+": "make sure, or say who checks",
}
"""What is not said, and what is said instead."""

MAY = {
    ("choice tender.psr_criteria.criterion.access", "facilitating"): "the name of a criterion in the regulations",
}
"""Words that stay, each with the reason."""

MOST_FIELDS = 8
LONG_STEPS = {
    "version_owner": "the same questions close every document, most of them answered once and kept",
    "dsa.purpose": "three of its questions are only asked when the answers before them need it",
    "dsa.upkeep": "three of its questions are only asked when the answers before them need it",
    "data_flow.what": "who sends and who receives are asked in two questions each, of which one is shown",
    "origin.copied": "the program fills it in",
    "tender.dates": "the dates of a tender stand together on the buyer's page",
    "organisation.numbers": "most are asked of one sort of organisation only",
    "organisation.people": "one named person each, in a row",
}
"""Steps with more questions, each with the reason."""

NO_PAIR = {
    "case_study.quote": "it is what a person said",
    "letter_of_support.addressed_to": "it is an address",
    "question.text": "it is the buyer's own wording",
}
"""Long answers for the pack without a weak and a strong example, each with the reason."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_no_text_has_the_nickname_of_a_source(kind: Kind) -> None:
    sources = ((name, field.source) for name, field in _fields(kind))
    assert [(name, text) for name, text in (*_said(kind), *sources) if NICKNAMES.search(text)] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_no_word_is_used_that_has_a_plainer_one(kind: Kind) -> None:
    found = [(name, word) for name, text in _said(kind) for word in _avoided_in(text)]
    assert [slip for slip in found if slip not in MAY] == []


def test_the_words_that_stay_are_still_there() -> None:
    found = {(name, word) for kind in KINDS for name, text in _said(kind) for word in _avoided_in(text)}
    assert set(MAY) <= found


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_no_step_asks_too_much_at_once(kind: Kind) -> None:
    long = [step.id for step in kind.steps if len(step.fields) > MOST_FIELDS]
    assert [step for step in long if step not in LONG_STEPS and f"{kind.id}.{step}" not in LONG_STEPS] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_long_answers_for_the_pack_show_a_weak_and_a_strong_one(kind: Kind) -> None:
    bare = [name for name, field in _fields(kind) if _needs_pair(field) and not (field.weak and field.strong)]
    assert [name for name in bare if name not in NO_PAIR] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_weak_and_strong_examples_come_in_pairs_that_differ(kind: Kind) -> None:
    pairs = [(name, field.weak, field.strong) for name, field in _fields(kind)]
    assert [name for name, weak, strong in pairs if bool(weak) != bool(strong) or (weak and weak == strong)] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_kind_says_in_one_sentence_what_it_is_for(kind: Kind) -> None:
    assert kind.purpose.endswith(".")
    assert kind.purpose != kind.title
    assert all(step.title for step in kind.steps)


def _needs_pair(field: Field) -> bool:
    return field.type is FieldType.LONG_TEXT and field.visibility is Visibility.PACK


def _avoided_in(text: str) -> Iterator[str]:
    for pattern in AVOIDED:
        yield from (found.group() for found in re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE))


def _fields(kind: Kind) -> Iterator[tuple[str, Field]]:
    for field in kind.fields.values():
        yield f"{kind.id}.{field.id}", field
        for column in () if field.rows_of else field.columns:
            yield f"{kind.id}.{field.id}.{column.id}", column


def _said(kind: Kind) -> Iterator[tuple[str, str]]:
    """Yield everything that the kind says itself, with where; weak examples are there to be weak."""
    yield kind.id, f"{kind.title} {kind.plain_title} {kind.purpose}"
    yield from ((f"step {kind.id}.{step.id}", f"{step.title} {step.intro}") for step in kind.steps)
    for name, field in _fields(kind):
        yield name, f"{field.label} {field.help} {field.example} {field.strong}"
        yield from ((f"choice {name}.{one.id}", f"{one.label} {one.help}") for one in field.choices)
    for clause in kind.clauses:
        yield f"clause {kind.id}.{clause.key}", f"{clause.heading} {clause.words}"
    for schedule in kind.schedules:
        heads = " ".join(column.heading for column in schedule.columns)
        words = f"{schedule.heading} {schedule.intro_words} {schedule.note_words} {schedule.empty} {heads}"
        yield f"schedule {kind.id}.{schedule.key}", words
    for starter in kind.starters:
        yield f"starter {kind.id}.{starter.id}", f"{starter.title} {starter.values}"
