# SPDX-License-Identifier: MPL-2.0
"""Conditions of a kind: small tests, read from text, and whether they hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from evidencepack.domain.values import Answer, Choices, Frequency, Table
from evidencepack.library.model import Condition, Test

_FIELD = r"(?:(?P<table>[a-z][a-z0-9_]*)\.)?(?P<field>[a-z][a-z0-9_]*)"
_VALUE = r"[A-Za-z0-9_.-]+"
_SET = re.compile(rf"{_FIELD}\s+(?P<test>not\s+set|set)")
_IS = re.compile(rf"{_FIELD}\s*(?P<test>!?=)\s*(?P<value>{_VALUE})")
_IN = re.compile(rf"{_FIELD}\s+(?P<test>not\s+in|in)\s*\[\s*(?P<value>{_VALUE}(?:\s*,\s*{_VALUE})*)\s*,?\s*\]")
_OR = re.compile(r"\s+or\s+")
_SETS = frozenset({Test.SET, Test.NOT_SET})
_OPPOSITES = frozenset({Test.IS_NOT, Test.NOT_IN, Test.NOT_SET})

Reader: TypeAlias = Callable[[str], Iterable[Mapping[str, Answer]]]
"""Gives the answers of each row of a table of the record, by the table's id (``library.rows.reader`` makes one)."""


class ConditionError(ValueError):
    """The text is no condition."""


def parse_condition(text: str) -> Condition:
    """Read one condition: one test, or several with ``or`` between them.

    Raises:
        ConditionError: if the text has none of the forms.
    """
    first, *others = (_parse_test(part, text) for part in _OR.split(text.strip()))
    return replace(first, others=tuple(others))


def _parse_test(part: str, text: str) -> Condition:
    for form in (_SET, _IS, _IN):
        if found := form.fullmatch(part):
            test = Test(" ".join(found["test"].split()))
            values = () if test in _SETS else tuple(re.findall(_VALUE, found["value"]))
            return Condition(found["field"], test, values, found["table"] or "")
    raise ConditionError(
        f"'{text}' is not a condition; write field = value, field != value, field in [a, b], field not in [a, b], "
        "field set or field not set; with a table, table.column; with several, or between them"
    )


def holds(
    conditions: Sequence[Condition],
    answers: Mapping[str, Answer],
    row: Mapping[str, Answer] | None = None,
    *,
    rows: Reader,
) -> bool:
    """Whether all conditions hold. A name means a column of ``row`` if the row has it, else a field of the record.

    The loader refuses a condition whose name is both, so an empty cell never falls back to a field. ``table.column``
    holds when it holds for any row of the table; with no row, it does not.
    """
    if not conditions:
        return True  # as for most fields, and a form asks of hundreds at every letter typed
    seen = {**answers, **row} if row else answers
    return all(any(_holds(one, seen, rows) for one in tests_of(condition)) for condition in conditions)


def tests_of(condition: Condition) -> tuple[Condition, ...]:
    """Return the tests of a condition, any of which may hold."""
    return (condition, *condition.others)


def is_answered(answer: Answer | None) -> bool:
    """Whether there is an answer: text has letters, a table has rows, ticks have been made; "no" is an answer."""
    match answer:
        case None:
            return False
        case str():
            return bool(answer.strip())
        case Table():
            return bool(answer.rows)
        case Choices():
            return bool(answer.chosen)
        case _:
            return True


def _holds(condition: Condition, seen: Mapping[str, Answer], rows: Reader) -> bool:
    among = rows(condition.table) if condition.table else (seen,)
    return any(_passes(condition, answers.get(condition.field)) for answers in among)


def _passes(condition: Condition, answer: Answer | None) -> bool:
    if condition.test in _SETS:
        found = is_answered(answer)
    else:
        found = any(word in condition.values for word in words_of(answer))
    return found is not (condition.test in _OPPOSITES)


def words_of(answer: Answer | None) -> tuple[str, ...]:
    """Return what a condition compares with: yes or no, the choice's id, each ticked id, the frequency, the text."""
    match answer:
        case bool():
            return ("yes" if answer else "no",)
        case Choices():
            return answer.chosen
        case Frequency():
            return (answer.value,)
        case str():
            return (answer,)
        case _:
            return ()
