# SPDX-License-Identifier: MPL-2.0
"""Places inside a document, and how its text points at them."""

from __future__ import annotations

from evidencepack.blocks.inlines import CrossReference, Inlines, Show, Text
from evidencepack.compose.counting import lower_first
from evidencepack.compose.joining import join
from evidencepack.compose.scope import Scope
from evidencepack.compose.short_form import number_in_full
from evidencepack.library.model import Clause, Schedule
from evidencepack.library.template import Call


def anchor(record: str, key: str) -> str:
    """Return the anchor of a clause of a document; the document's own anchor is its record id."""
    return f"{record}/{key}"


def schedule_anchor(record: str, key: str) -> str:
    """Return the anchor of a schedule, which may have the key of the clause it belongs to."""
    return f"{record}/schedule/{key}"


def place_of(record: str, part: Clause | Schedule) -> str:
    """Return the anchor of a clause or schedule."""
    return schedule_anchor(record, part.key) if isinstance(part, Schedule) else anchor(record, part.key)


def pointer(scope: Scope, call: Call) -> Inlines:
    """Return what ``clause('key')``, ``schedule('key')`` or ``binding()`` stands for.

    A clause that this document leaves out has no number; it is named by its heading, which stays true in every copy.
    One that only its short form leaves out has the number that it has in the full paper.

    Raises:
        KeyError: if the kind has no clause or schedule of that key.
    """
    if call.function == "binding":
        return _binding(scope)
    found = named(scope, call)
    if not scope.keeps(found):
        return (Text(f"the {call.function} on {lower_first(found.heading)}"),)
    if not scope.shows(found):
        return (Text(f"{_named_in_full(scope, found)} of the full paper"),)
    show = Show.NUMBER if _is_numbered(scope, found) else Show.TEXT
    return (CrossReference(place_of(scope.record.id, found), show),)


def _binding(scope: Scope) -> Inlines:
    """Return the clauses of this document that bind, each with its heading: clause 8 (Costs) and clause 11 (Law)."""
    found = [clause for clause in scope.kind.clauses if clause.binding and scope.keeps(clause)]
    return join([(*_bound(scope, each), Text(f" ({each.heading})")) for each in found])


def _bound(scope: Scope, clause: Clause) -> Inlines:
    """Return the number of a clause that binds: in a short form that of the full paper, as everywhere in it."""
    return pointer(scope, Call("clause", clause.key)) if scope.shows(clause) else (Text(_named_in_full(scope, clause)),)


def _named_in_full(scope: Scope, part: Clause | Schedule) -> str:
    """Return "clause 14", or "“Meetings”" where it has no number."""
    if not _is_numbered(scope, part):
        return f"“{part.heading}”"
    return f"{'Schedule' if isinstance(part, Schedule) else 'clause'} {number_in_full(scope, part)}"


def named(scope: Scope, call: Call) -> Clause | Schedule:
    """Return the clause or schedule that ``clause('key')`` or ``schedule('key')`` names, kept or not.

    Raises:
        KeyError: if the kind has none of that key.
    """
    among: tuple[Clause | Schedule, ...] = scope.kind.clauses if call.function == "clause" else scope.kind.schedules
    return {found.key: found for found in among}[call.key]


def _is_numbered(scope: Scope, found: Clause | Schedule) -> bool:
    return found.numbered if isinstance(found, Schedule) else scope.kind.numbered
