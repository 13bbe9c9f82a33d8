# SPDX-License-Identifier: MPL-2.0
"""Beginning with an example in a workspace, and saying that it is one's own as it stands."""

from __future__ import annotations

from dataclasses import dataclass

from evidencepack.domain.record import Facts
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.changes import MakeOurs, MarkExample, Start, rows_of
from evidencepack.usecases.examples import (
    CannotStartError,
    begin,
    find_example,
    find_partner,
    find_starter,
    same_example,
)
from evidencepack.usecases.finding_records import called, find_record
from evidencepack.usecases.saving import keep_changes
from evidencepack.usecases.suggesting import only_partner
from evidencepack.usecases.workspaces import tender_facts


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks for, all as typed: a starter of a kind, for a partner, in a record (both may be empty).

    Without a partner it is made for the only one that it can be meant for, if there is just one.
    """

    kind: str
    starter: str
    partner: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class Begun:
    """What a starter put into a tender: its title, and the path of the example, the same as a person would type it."""

    title: str
    path: str


def begin_with(workspace: Workspace, wanted: Wanted, *, library: Library, tender: str = "") -> Begun:
    """Put a starter into a tender.

    Raises:
        NotFoundError: if a name means nothing.
        CannotStartError: if it cannot go there, or stands there already as it is.
    """
    facts = tender_facts(workspace, tender)
    starter = find_starter(library, wanted.kind, wanted.starter)
    partner = find_partner(facts, wanted.partner) if wanted.partner else only_partner(facts, library, starter)
    change = begin(facts, library, wanted.kind, starter, partner=partner, record=_within(facts, wanted))
    _refuse_twin(facts, change)
    _keep(workspace, change)
    return Begun(starter.title, _path(workspace.facts(facts.tender), change))


def make_ours(workspace: Workspace, text: str, *, library: Library, tender: str = "") -> None:
    """Say that an example is one's own as it stands.

    Raises:
        NotFoundError: as ``find_example``.
    """
    _keep(workspace, find_example(tender_facts(workspace, tender), library, text))


def _keep(workspace: Workspace, change: Start | MakeOurs | MarkExample) -> None:
    kept = keep_changes(workspace, [change])
    if kept.problem:
        raise CannotStartError(kept.problem)


def _within(facts: Facts, wanted: Wanted) -> str:
    """Return the id of the record that is to get a row; empty if none is named."""
    if not wanted.within:
        return ""
    found = find_record(facts, wanted.within)
    if found.kind != wanted.kind:
        raise CannotStartError(f"{wanted.within} is a {found.kind}, not a {wanted.kind}. Nothing was changed.")
    return found.id


def _refuse_twin(facts: Facts, change: Start) -> None:
    """Refuse an example that stands there already, unchanged: nobody wants it twice."""
    if twin := same_example(facts, change):
        name = _named(facts, change, twin)
        raise CannotStartError(
            f"{name} is this example already, as it stands. Nothing was changed. "
            f"Change that one first, or take it away with: evidencepack remove FILE {name}"
        )


def _path(facts: Facts, change: Start) -> str:
    return _named(facts, change, change.row or change.record)


def _named(facts: Facts, change: Start, line: str) -> str:
    """Return the path of a record or, in the record of a change, of a row."""
    if not change.row:
        return called(facts, facts.records[line])
    record = facts.records[change.record]
    rows = [row.id for row in rows_of(record, change.field)]
    return f"{called(facts, record)}/{change.field}/{rows.index(line) + 1}"
