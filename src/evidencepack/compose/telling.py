# SPDX-License-Identifier: MPL-2.0
"""What one document tells: in the words of the house, with the facts that it tells in another way, to its readers."""

from __future__ import annotations

from evidencepack.blocks.blocks import Block, Bullets, Heading, Paragraph
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.bound import Answered, Entity
from evidencepack.compose.filters import FILTERS
from evidencepack.compose.pointing import anchor
from evidencepack.compose.printing import called, printed
from evidencepack.compose.scope import Scope
from evidencepack.compose.visibility import Onlooker, visible, visible_record
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Reference, Scalar, Table
from evidencepack.library.model import Kind, Library
from evidencepack.library.overrides import OVERRIDES, REASON, Override, local_paths, overridden, overrides_of
from evidencepack.library.wording_overlay import housed

_TITLE = "Where this paper differs from the others"


def telling(kind: Kind, record: Record, *, facts: Facts, library: Library, audience: Audience) -> Scope:
    """Return the scope of a document: its kind in the words of the house, the facts as it tells them to its readers."""
    told = overridden(record, facts, library)
    return Scope(
        housed(kind, facts, library),
        visible_record(record, kind, audience),
        visible(told, library, audience),
        library,
        audience,
        local=local_paths(record, facts, library),
    )


def telling_to(onlooker: Onlooker, kind: Kind, record: Record, *, facts: Facts, library: Library) -> Scope:
    """Return the scope of a document for an onlooker, who looks at no more than the document speaks of."""
    return Scope(
        housed(kind, facts, library),
        visible_record(record, kind, onlooker.audience),
        onlooker.facts(overridden(record, facts, library)),
        library,
        onlooker.audience,
        local=local_paths(record, facts, library),
    )


def telling_beside(scope: Scope, kind: Kind, record: Record) -> Scope:
    """Return the scope of another document, for the readers of this one, of the facts that they may see already."""
    told = overridden(record, scope.facts, scope.library)
    return Scope(
        housed(kind, scope.facts, scope.library),
        visible_record(record, kind, scope.audience),
        scope.facts if told is scope.facts else visible(told, scope.library, scope.audience),
        scope.library,
        scope.audience,
        local=local_paths(record, scope.facts, scope.library),
    )


def differences(scope: Scope, facts: Facts) -> tuple[Block, ...]:
    """Return the list of what a document tells in another way; for the buyer without heading and reasons.

    Args:
        scope: what the document tells.
        facts: the tender's records as they stand everywhere else.
    """
    # What a reader may not see includes the table of overrides itself, but not that there is a difference.
    found = overrides_of(facts.records[scope.record.id], facts, scope.library)
    items = tuple(line for one in found if not one.problem and one.value != one.stands for line in _line(scope, one))
    if not items:
        return ()
    if scope.audience is Audience.PACK:
        return (Paragraph((Text(f"{_TITLE}:"),)), Bullets(items))
    return (Heading(2, (Text(_TITLE),), anchor(scope.record.id, OVERRIDES)), Bullets(items))


def _line(scope: Scope, one: Override) -> tuple[Inlines, ...]:
    """Return "Partnership Board. How often? Every three months. Elsewhere: Monthly. Why: ..."; none if it is secret."""
    if one.of is None or one.field is None or one.value is None or not scope.audience.may_see(one.field.visibility):
        return ()
    stands = one.stands
    elsewhere = "" if stands is None or isinstance(stands, Table) else stands
    whose = called(scope, Entity(scope.facts.records[one.of.id], scope.library[one.of.kind]))
    label = one.field.label if one.field.label.endswith("?") else f"{one.field.label}:"
    reason = Value(one.reason, (str(_beside(one.cell)),))
    return (
        (
            *whose,
            Text(f". {label} "),
            *_printed(scope, one, one.value, str(one.cell)),
            Text(". In the other papers: "),
            *(_printed(scope, one, elsewhere, str(one.path)) if elsewhere != "" else (Text("nothing yet"),)),
            *((Text(". Why: "), reason) if one.reason and scope.audience is not Audience.PACK else ()),
        ),
    )


def _printed(scope: Scope, one: Override, value: Scalar, path: str) -> Inlines:
    """Return a value as it stands behind a question, with a large first letter."""
    if one.field is None:
        return ()
    answer = Answered(value, one.field, path)
    return printed(scope, answer) if isinstance(value, Reference) else FILTERS["upper_first"](scope, answer)


def _beside(cell: FieldPath) -> FieldPath:
    return FieldPath(cell.record, cell.field, cell.row, REASON)
