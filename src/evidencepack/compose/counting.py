# SPDX-License-Identifier: MPL-2.0
"""Numbers in words, for titles that are made of counts, and letters that begin them."""

from __future__ import annotations

_WORDS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"]


def counted(count: int, noun: str, *, plural: str = "") -> str:
    """Return "one partner", "five partners", "23 places": words up to twelve, digits beyond."""
    return f"{in_words(count)} {noun if count == 1 else plural or noun + 's'}"


def in_words(count: int) -> str:
    """Return "no", "one", "twelve", "23": words up to twelve, digits beyond."""
    return _WORDS[count].lower() if count < len(_WORDS) else f"{count:,}"


def sentence_case(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return the text with a small first letter, unless the word is an abbreviation such as NHS or GP's."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
