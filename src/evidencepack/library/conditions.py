# SPDX-License-Identifier: MPL-2.0
"""``shown_when`` and ``required_when``: three small tests, read from text, and whether they hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from evidencepack.domain.values import Answer, Choices, Frequency, Table
from evidencepack.library.model import Condition, Test

_FIELD = r"(?P<field>[a-z][a-z0-9_]*)"
_VALUE = r"[A-Za-z0-9_.-]+"
_SET = re.compile(rf"{_FIELD}\s+set")
_IS = re.compile(rf"{_FIELD}\s*=\s*(?P<value>{_VALUE})")
_IN = re.compile(rf"{_FIELD}\s+in\s*\[\s*(?P<values>{_VALUE}(?:\s*,\s*{_VALUE})*)\s*,?\s*\]")


class ConditionError(ValueError):
    """The text is none of ``field = value``, ``field in [a, b]``, ``field set``."""


def parse_condition(text: str) -> Condition:
    """Read one condition.

    Raises:
        ConditionError: if the text has none of the three forms.
    """
    text = text.strip()
    if found := _SET.fullmatch(text):
        return Condition(found["field"], Test.SET)
    if found := _IS.fullmatch(text):
        return Condition(found["field"], Test.IS, (found["value"],))
    if found := _IN.fullmatch(text):
        return Condition(found["field"], Test.IN, tuple(re.findall(_VALUE, found["values"])))
    raise ConditionError(f"'{text}' is not a condition; write field = value, field in [a, b] or field set")


def holds(
    conditions: Sequence[Condition], answers: Mapping[str, Answer], row: Mapping[str, Answer] | None = None
) -> bool:
    """Whether all conditions hold. A name means a column of ``row`` if the row has it, else a field of the record.

    The loader refuses a condition whose name is both, so an empty cell never falls back to a field.
    """
    seen = {**answers, **(row or {})}
    return all(_holds(condition, seen.get(condition.field)) for condition in conditions)


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


def _holds(condition: Condition, answer: Answer | None) -> bool:
    if condition.test is Test.SET:
        return is_answered(answer)
    return any(word in condition.values for word in words_of(answer))


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
