# SPDX-License-Identifier: MPL-2.0
"""The words of every kind are read easily at 11 to 12: most of each kind, and no single long one is far above."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

import pytest
from tests.library.reading_age import reading_age, syllables_in, words_in
from tests.shipped import LIBRARY

from evidencepack.domain.trade import EvaluatorQuestion, Strength
from evidencepack.library.model import Kind
from evidencepack.library.template import For, If, Output, Template, Words

KINDS = list(LIBRARY.kinds.values())

MIDDLE, MOST = 11.0, 14.0
RELIABLE = 12
"""How many words it takes before the formula says anything about one text."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_most_help_of_a_kind_is_read_at_eleven(kind: Kind) -> None:
    assert median(reading_age(text) for _, text in _helps(kind) if words_in(text) >= RELIABLE / 2) <= MIDDLE


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_no_help_is_far_above(kind: Kind) -> None:
    long = [(name, text) for name, text in _helps(kind) if words_in(text) >= RELIABLE]
    assert [f"{name}: {reading_age(text):.1f}" for name, text in long if reading_age(text) > MOST] == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.clauses], ids=lambda kind: kind.id)
def test_clauses_are_read_at_eleven_and_none_is_far_above(kind: Kind) -> None:
    said = {clause.key: _said(clause.text) for clause in kind.clauses}
    ages = {key: reading_age(text) for key, text in said.items() if words_in(text) >= RELIABLE}
    assert not ages or median(ages.values()) <= MIDDLE
    assert {key for key, age in ages.items() if age > MOST} == set()


@pytest.mark.parametrize("question", EvaluatorQuestion)
def test_every_question_is_mainly_answered_by_some_document(question: EvaluatorQuestion) -> None:
    assert [kind.id for kind in KINDS if kind.document and kind.answers.get(question) is Strength.MAIN]


@pytest.mark.parametrize(
    ("word", "count"), [("care", 1), ("people", 2), ("agreement", 3), ("shared", 1), ("needed", 2), ("information", 4)]
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables_in(word) == count


def test_long_words_in_long_sentences_are_harder() -> None:
    assert reading_age("Tell us at once. We will help you.") < 7
    hard = "Notwithstanding anything hereinbefore contained, participating organisations shall proportionately comply."
    assert reading_age(hard) > 18


def _helps(kind: Kind) -> Iterator[tuple[str, str]]:
    for field in kind.fields.values():
        yield f"{kind.id}.{field.id}", field.help
        for column in () if field.rows_of else field.columns:
            yield f"{kind.id}.{field.id}.{column.id}", column.help


def _said(template: Template) -> str:
    """Return the words of a template, with a short word where an answer will stand."""
    said = []
    for piece in template:
        match piece:
            case Words(text=text):
                said.append(text)
            case Output():
                said.append("this")
            case If(branches=branches):
                said.append(_said(branches[0][1]))
            case For(body=body):
                said.append(_said(body))
    return "".join(said)
