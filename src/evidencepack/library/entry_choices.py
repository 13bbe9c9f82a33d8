# SPDX-License-Identifier: MPL-2.0
"""Picks from a list, typed by id or by the words a person sees."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.domain.values import Choices, Frequency
from evidencepack.library.entry_slip import SlipError, quoted
from evidencepack.library.model import Choice, Field

FREQUENCIES: Mapping[Frequency, tuple[str, ...]] = {
    Frequency.DAILY: ("Daily", "every day", "each day"),
    Frequency.WEEKLY: ("Weekly", "every week", "once a week", "each week"),
    Frequency.FORTNIGHTLY: ("Every two weeks", "fortnightly", "every 2 weeks", "every fortnight", "every other week"),
    Frequency.MONTHLY: ("Monthly", "every month", "once a month", "each month"),
    Frequency.EVERY_6_WEEKS: ("Every six weeks", "every 6 weeks", "6 weekly", "six weekly", "6-weekly"),
    Frequency.QUARTERLY: ("Every three months", "quarterly", "every 3 months", "every quarter", "four times a year"),
    Frequency.SIX_MONTHLY: ("Every six months", "six monthly", "six-monthly", "every 6 months", "twice a year"),
    Frequency.ANNUALLY: ("Every year", "annually", "yearly", "annual", "once a year", "each year"),
    Frequency.ON_EVENT: ("Whenever it is needed", "when needed", "as needed", "when it happens", "on event"),
}
"""The words a person picks (the first) and the others that people type, by frequency."""


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


_FREQUENCY_WORDS = {
    _fold(words): frequency for frequency, known in FREQUENCIES.items() for words in (*known, frequency.value)
}


def frequency_text(frequency: Frequency) -> str:
    """Return the words a person picks a frequency by."""
    return FREQUENCIES[frequency][0]


def read_frequency(text: str) -> Frequency:
    """Read how often.

    Raises:
        SlipError: if the words are not known.
    """
    found = _FREQUENCY_WORDS.get(_fold(text))
    if found is None:
        raise SlipError(f"{quoted(text)} is not one of: {', '.join(map(frequency_text, FREQUENCIES))}.")
    return found


def shown_choice(field: Field, chosen: str) -> str:
    """Return the words that pick this choice; its id where the words are not its own or would be split."""
    label = next((choice.label for choice in field.choices if choice.id == chosen), chosen)
    found = _find(field, label)
    return label if found and found.id == chosen and ";" not in label else chosen


def read_choice(field: Field, text: str) -> str:
    """Read one choice, by id or label, and return its id.

    Raises:
        SlipError: if it is not in the list.
    """
    found = _find(field, text)
    if found is None:
        raise SlipError(f"{quoted(text)} is not one of: {'; '.join(choice.label for choice in field.choices)}.")
    return found.id


def read_choices(field: Field, text: str) -> Choices:
    """Read several choices with semicolons between them (or commas, where no label holds one).

    Raises:
        SlipError: if one of them is not in the list.
    """
    parts = [part for part in text.replace("\n", ";").split(";") if part.strip()]
    chosen = {name for part in parts for name in _one_or_more(field, part)}
    return Choices(tuple(choice.id for choice in field.choices if choice.id in chosen))


def _one_or_more(field: Field, part: str) -> list[str]:
    if _find(field, part):
        return [read_choice(field, part)]
    return [read_choice(field, piece) for piece in part.split(",") if piece.strip()]


def _find(field: Field, text: str) -> Choice | None:
    """Return the choice of this id or label; else the one whose id has these words, or whose label has this number."""
    wanted = _fold(text)
    for called in (_by_id, _by_label, _by_words, _by_number):
        found = next((choice for choice in field.choices if called(choice) == wanted), None)
        if found:
            return found
    return None


def _by_id(choice: Choice) -> str:
    return choice.id


def _by_label(choice: Choice) -> str:
    return _fold(choice.label)


def _by_words(choice: Choice) -> str:
    return choice.id.replace("_", " ")


def _by_number(choice: Choice) -> str:
    first = choice.label.partition(" ")[0]
    return first if first.isdecimal() else ""
