# SPDX-License-Identifier: MPL-2.0
"""The keys of the window as tables, made from the tables that the window itself answers to."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame

from evidencepack.ui.shell.keys import KEYS, KNOWN, Group
from evidencepack.ui.shell.registry import PLACES
from evidencepack.ui.widgets.cells import Cell, CellRow, Column
from evidencepack.ui.widgets.grid import Grid
from evidencepack.ui.widgets.parts import column, label
from evidencepack.ui.words import say

_ROW = 34


def key_lists() -> Iterator[QFrame]:
    """Yield a table of each group, under its title."""
    for group in Group:
        rows = [CellRow(words, (Cell(words), Cell(keys))) for words, keys in _keys_of(group)]
        if rows:
            columns = (Column(say("What it does")), Column(say("Keys")))
            table = Grid(say("Keys: {group}", group=say(group.value)), columns, height=_ROW, whole=True)
            table.show_rows(rows)
            yield column(label(say(group.value), "h2"), table, gap=6)


def _keys_of(group: Group) -> Iterator[tuple[str, str]]:
    yield from ((say(one.words), named(*one.keys)) for one in KEYS if one.group is group and one.keys)
    yield from ((say(one.words), one.keys) for one in KNOWN if one.group is group)
    if group is Group.GO:
        yield from ((say(one.words), named(one.key)) for one in PLACES if one.key)


def named(*keys: str) -> str:
    """Return keys as they are written on the keys of this system."""
    native = QKeySequence.SequenceFormat.NativeText
    return f" {say('or')} ".join(QKeySequence(key).toString(native) for key in keys)
