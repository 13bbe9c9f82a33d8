# SPDX-License-Identifier: MPL-2.0
"""The mark of an example: the starter it was made from and, after a first edit, the answers that are still its own.

"first" is the mark of an untouched example, "first:what,who" that of one in which only these two are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from evidencepack.domain.record import Record
from evidencepack.domain.values import Row, Table

MARK_PATTERN = r"[a-z][a-z0-9_]*(:[a-z][a-z0-9_]*(,[a-z][a-z0-9_]*)*)?"
"""What a mark looks like: the id of a starter, perhaps with the ids of fields or columns behind a colon."""

NUMBER = "ref"
"""The column with the number of a row, which the program gives: nobody has to make it their own."""

BY_ITSELF = "example"
"""The starter in a mark where an answer came from the example of its own question, and from no starter."""

_MARK = re.compile(MARK_PATTERN)


def is_mark(text: str) -> bool:
    """Whether some words can be the mark of an example."""
    return bool(_MARK.fullmatch(text))


def starter_of(mark: str) -> str:
    """Return the id of the starter in a mark; empty for no mark."""
    return mark.partition(":")[0]


def is_untouched(mark: str) -> bool:
    """Whether nobody has edited anything in what has this mark."""
    return bool(mark) and ":" not in mark


def left_in(mark: str, answered: Iterable[str]) -> tuple[str, ...]:
    """Return what is still an example's own among the answered fields or columns, in the order of their ids."""
    if not mark:
        return ()
    named = mark.partition(":")[2]
    known = sorted(set(answered) - {NUMBER})
    return tuple(known) if is_untouched(mark) else tuple(name for name in known if name in named.split(","))


def after_edit(mark: str, answered: Iterable[str], edited: str) -> str:
    """Return the mark once a field or column has been edited: the others stay the example's; empty if none is left.

    Args:
        mark: as it was.
        answered: which of the fields or columns beside it have answers.
        edited: what was edited, with or without an answer before.
    """
    if edited == NUMBER:
        return mark
    left = [name for name in left_in(mark, answered) if name != edited]
    return f"{starter_of(mark)}:{','.join(left)}" if left else ""


def unedited(thing: Record | Row) -> tuple[str, ...]:
    """Return the fields of a record, or the columns of a row, that are still as an example gave them.

    Tables of a record are not among them: each of their rows has a mark of its own.
    """
    return left_in(thing.example, answered_in(thing))


def answered_in(thing: Record | Row) -> tuple[str, ...]:
    """Return the fields of a record, without its tables, or the columns of a row, that have answers."""
    if isinstance(thing, Row):
        return tuple(thing.cells)
    return tuple(name for name, answer in thing.answers.items() if not isinstance(answer, Table))
