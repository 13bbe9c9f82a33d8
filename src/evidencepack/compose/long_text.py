# SPDX-License-Identifier: MPL-2.0
"""Long text that people type, read for three things only: paragraphs, line breaks, and lines that make a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from evidencepack.blocks.inlines import Inlines, LineBreak, Value
from evidencepack.compose.plain import one_line

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_BULLETS = ("• ", "- ")
_NUMBER = re.compile(r"([1-9][0-9]{0,2})\. ")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, or one list of one-line items; ``numbered`` lists count from 1."""

    lines: tuple[str, ...]
    is_list: bool = False
    numbered: bool = False


def read_long_text(text: str) -> tuple[Passage, ...]:
    """Return the passages of a text.

    A blank line makes a new paragraph and a line break is kept. Consecutive lines that begin with "• ", "- " or
    "1. ", "2. " ... are a list. Nothing else is read, so that what a person typed never becomes markup.
    """
    return tuple(passage for part in _BLANK.split(text.strip()) if part.strip() for passage in _passages(part))


def values_of(value: Value, passage: Passage) -> tuple[Inlines, ...]:
    """Return the lines of a passage as inlines that carry the value's identity: one for each item, or one paragraph."""
    lines = tuple(replace(value, text=line) for line in passage.lines)
    if passage.is_list:
        return tuple((line,) for line in lines)
    broken: Inlines = lines[:1]
    for line in lines[1:]:
        broken = (*broken, LineBreak(), line)
    return (broken,)


def _passages(part: str) -> Iterator[Passage]:
    marked = _with_marks([one_line(line).strip() for line in part.split("\n")])
    for mark, group in groupby(marked, key=lambda found: found[0]):
        lines = tuple(line for _, line in group)
        yield Passage(lines, is_list=bool(mark), numbered=mark.startswith("1"))


def _with_marks(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Give each line with its mark: "" for a plain line, "-" for a bullet, "1" and a place for items in order."""
    due, start = 1, 0
    for place, line in enumerate(lines):
        number = _NUMBER.match(line)
        if number and int(number[1]) in {1, due}:
            start = place if int(number[1]) == 1 else start
            due = int(number[1]) + 1
            yield f"1.{start}", line[number.end() :]
            continue
        due = 1
        yield ("-", line[2:]) if line.startswith(_BULLETS) else ("", line)
