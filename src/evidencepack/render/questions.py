# SPDX-License-Identifier: MPL-2.0
"""The questions behind answers, as far as a Word file asks them again: each answer stands in a control of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Question:
    """What an answer is called, and what it can be: one of ``choices``, a date, or (without either) any words.

    ``patterns`` are the ways in which a date is written: what stands on the page, and what Word calls it
    ("15 Feb 2027", "d MMM yyyy"). What stands there before there is a date is "". ``day`` is the date itself.
    ``counted``: pages only ever show what was made of the answer, such as how many rows a table has.
    """

    label: str
    choices: tuple[str, ...] = ()
    day: date | None = None
    patterns: Mapping[str, str] = field(default_factory=dict)
    counted: bool = False


Asked: TypeAlias = Callable[[str], Question | None]
"""Finds the question of an answer by its path; None for a path that no one question asks for."""


def unasked(path: str) -> Question | None:
    """Return that nothing is known of the question behind a path."""
    del path
    return None
