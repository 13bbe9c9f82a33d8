# SPDX-License-Identifier: MPL-2.0
"""What two prints of a document say otherwise: answer by answer, in the words that stand on their pages.

Only what was composed is compared, so nothing is told that its reader may not see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Inline, Value
from evidencepack.blocks.walk import inlines_in

Printed: TypeAlias = Mapping[tuple[str, ...], tuple[str, ...]]
"""The words of each answer by its paths: each way in which it stands there once, in the order of the pages."""

_IN_ROW = 4


@dataclass(frozen=True, slots=True)
class Differing:
    """An answer that is printed otherwise: its path, its words before and after; none where it is not printed.

    The path of a row (``record/field/row``) stands for all of its cells: it came, or it went. ``paths`` are those of
    all answers that its words come from.
    """

    path: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    paths: tuple[str, ...] = field(default=(), compare=False)


def differing(
    old: Document, new: Document, said: Callable[[Document], Iterable[Inline]] = inlines_in
) -> tuple[Differing, ...]:
    """Return the answers that are printed otherwise in a later print of a document, in the order of its pages.

    ``said`` gives what is looked at of a document.
    """
    before, after = _printed(said(old)), _printed(said(new))
    rows_before, rows_after = _rows(before), _rows(after)
    there = set(rows_before) & set(rows_after)
    found = dict[str, Differing]()
    for paths in (*after, *(one for one in before if one not in after)):
        row = _row_of(paths)
        if row and row not in there:
            found.setdefault(row, Differing(row, rows_before.get(row, ()), rows_after.get(row, ()), (row,)))
        elif before.get(paths, ()) != after.get(paths, ()):
            was, now = before.get(paths, ()), after.get(paths, ())
            gone, came = (_without(some, others) for some, others in ((was, now), (now, was)))
            found.setdefault(paths[0], Differing(paths[0], gone or was, came or now, paths))
    return tuple(one for one in found.values() if one.before != one.after)


def _printed(inlines: Iterable[Inline]) -> Printed:
    found = dict[tuple[str, ...], dict[str, None]]()
    for one in inlines:
        if isinstance(one, Value) and one.paths and not one.missing and one.text.strip():
            found.setdefault(one.paths, {})[" ".join(one.text.split())] = None
    return {paths: tuple(texts) for paths, texts in found.items()}


def _rows(printed: Printed) -> Mapping[str, tuple[str, ...]]:
    """Return the words of each row of a table as one line."""
    found = dict[str, list[str]]()
    for paths, texts in printed.items():
        if row := _row_of(paths):
            found.setdefault(row, []).extend(texts)
    return {row: (" · ".join(texts),) for row, texts in found.items()}


def _row_of(paths: Sequence[str]) -> str:
    """Return the row that an answer stands in, if it stands in one and comes from there alone."""
    rows = {path.rpartition("/")[0] for path in paths if path.count("/") == _IN_ROW - 1}
    return rows.pop() if len(rows) == 1 and len(paths) == 1 else ""


def _without(texts: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(_only(texts, frozenset(others)))


def _only(texts: Sequence[str], others: frozenset[str]) -> Iterator[str]:
    return (text for text in texts if text not in others)
