# SPDX-License-Identifier: MPL-2.0
"""From what a name stands for to inlines, each value with the paths it came from."""

from __future__ import annotations

from collections.abc import Sequence

from evidencepack.blocks.inlines import Inlines, Link, Value
from evidencepack.compose.bound import Answered, Bound, Entity, Item, RowOf, Rows, Unanswered
from evidencepack.compose.formats import show
from evidencepack.compose.joining import join
from evidencepack.compose.scope import CALLED_BY, Scope
from evidencepack.domain.values import Reference


def missing(gap: Unanswered) -> Inlines:
    """Return the mark of an answer that is still to come."""
    words = f"{gap.label} ({gap.of})" if gap.of else gap.label
    return (Value(f"[to complete: {words}]", (gap.path,), missing=True),)


def printed(scope: Scope, bound: Bound) -> Inlines:
    """Return what stands in the text: the value, the name of a record, an and-list of rows, or the mark of a gap."""
    match bound:
        case Answered():
            return _answer(scope, bound)
        case Unanswered():
            return () if scope.in_table and not bound.required else missing(bound)
        case Entity() | RowOf():
            return called(scope, bound)
        case Rows():
            return listed(bound, [called(scope, item) for item in bound.items])
        case _:
            return bound


def listed(rows: Rows, names: Sequence[Inlines]) -> Inlines:
    """Return an and-list of what stands for each row, or the mark of a gap if there are no rows.

    Rows that lack the same answer have one gap between them.
    """
    return join(_apart(names)) if names else missing_rows(rows)


def _apart(names: Sequence[Inlines]) -> list[Inlines]:
    """Return names without a gap whose words stand there already."""
    gaps = [name[0].text if len(name) == 1 and isinstance(name[0], Value) and name[0].missing else "" for name in names]
    return [name for place, name in enumerate(names) if not gaps[place] or gaps[place] not in gaps[:place]]


def missing_rows(rows: Rows) -> Inlines:
    """Return the mark of a table without rows."""
    return missing(Unanswered(rows.field.label, rows.path))


def mail_link(address: Answered) -> Link:
    """Return an email address as a link."""
    return Link(str(address.value), f"mailto:{address.value}", (address.path,))


def called(scope: Scope, item: Item) -> Inlines:
    """Return what a record is called; a row of a table by its first column."""
    if isinstance(item, RowOf):
        return printed(scope, scope.step(item, item.field.columns[0].id))
    names = () if item.kind.document else tuple(name for name in CALLED_BY if name in item.kind.fields)
    found = [scope.step(item, name) for name in (*names, "reference")]
    return printed(scope, next((bound for bound in found if isinstance(bound, Answered)), found[0]))


def _answer(scope: Scope, bound: Answered) -> Inlines:
    """Return the value; of a reference the record's name, which comes from the reference and from that name."""
    if not isinstance(bound.value, Reference):
        return (Value(show(bound.value, bound.field), (bound.path,)),)
    target = scope.follow(bound)
    if isinstance(target, Unanswered):
        return missing(target)
    return tuple(
        Value(value.text, (bound.path, *value.paths), missing=value.missing)
        for value in called(scope, target)
        if isinstance(value, Value)
    )
