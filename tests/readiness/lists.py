# SPDX-License-Identifier: MPL-2.0
"""Reads the lists of defects: what people write, put where people write it.

A list has a ``family`` and any of ``facts`` and ``near`` (each entry: edits, rules, and where the form refuses the
slip, words of that refusal) and ``words`` (each table: rules, places, sentences; every sentence is put behind the words
of one place, in turns).

The lists in ``defects`` are those that rules were mended by, sort by sort. Those in ``fresh`` were written on
23 November 2026, after the rules and without asking them; they are marked apart. Rules were mended by sorts of its
misses since, so it is spent: what is found of it says nothing of sentences that nobody has met. Those in ``fresh2``
were written after that, blind again, and are marked apart, too; the rules for personal data were mended by them since.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

from tests.readiness.defect import Defect, defect

_HERE = Path(__file__).parent


@cache
def all_defects() -> tuple[Defect, ...]:
    """Return the defects of all lists but the fresh ones of both sets, in the order of the files' names."""
    return tuple(_in("defects"))


@cache
def fresh_defects() -> tuple[Defect, ...]:
    """Return the defects of the lists that were written after the rules, blind."""
    return tuple(_in("fresh"))


@cache
def second_fresh_defects() -> tuple[Defect, ...]:
    """Return the defects of the lists that were written, blind again, after the first fresh ones were spent."""
    return tuple(_in("fresh2"))


def _in(folder: str) -> Iterator[Defect]:
    for path in sorted((_HERE / folder).glob("*.toml")):
        yield from _read(tomllib.loads(path.read_text(encoding="utf-8")))


def _read(data: dict[str, Any]) -> Iterator[Defect]:
    family: str = data["family"]
    for what, rules, *refusal in (*data.get("facts", ()), *data.get("near", ())):
        yield defect(family, what, rules, strict=False, refusal="".join(refusal))
    for words in data.get("words", ()):
        places = cycle(words["places"])
        for sentence in words["sentences"]:
            yield defect(words.get("family", family), f"{next(places)} += {sentence}", words["rules"])
