# SPDX-License-Identifier: MPL-2.0
"""Two texts beside each other, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap

_WIDE = 56
_STARTS = ("- ", "{%")


def side_by_side(left: str, right: str) -> Iterator[str]:
    """Yield lines with one text on the left and the other on the right, each wrapped in a column of its own."""
    for one, other in zip_longest(_lines(left), _lines(right), fillvalue=""):
        yield f"{one.ljust(_WIDE)}  {other}".rstrip()


def _lines(text: str) -> list[str]:
    return [line for paragraph in _paragraphs(text) for line in (wrap(paragraph, _WIDE) or [""])]


def _paragraphs(text: str) -> list[str]:
    """Return each paragraph, item and line of tags by itself, and the blank lines between them."""
    found: list[str] = []
    for line in text.split("\n"):
        begins = not line.strip() or line.lstrip().startswith(_STARTS)
        if begins or not found or not found[-1] or found[-1].startswith("{%"):
            found.append(line.strip())
        else:
            found[-1] = f"{found[-1]} {line.strip()}"
    return found
