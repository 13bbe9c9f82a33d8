# SPDX-License-Identifier: MPL-2.0
"""Clauses that need advice and are not the template's: changed in house, or of the document's own. For a sign-off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.clauses import own_clauses
from evidencepack.compose.pointing import anchor
from evidencepack.compose.scope import Scope
from evidencepack.compose.telling import telling
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Advice, Audience
from evidencepack.library.model import Clause, Library
from evidencepack.library.wording import HouseWording, house_wordings


@dataclass(frozen=True, slots=True)
class ModifiedClause:
    """One such clause: where it stands, its heading, whose advice it needs, and what is recorded of that advice.

    ``own``: the clause is the document's own, and nothing of the kind stands in the template.
    """

    anchor: str
    heading: Inlines
    advice: tuple[Advice, ...]
    own: bool = False
    reason: str = ""
    adviser: str = ""
    advised_on: date | None = None


def modified_clauses(
    record: Record, facts: Facts, library: Library, audience: Audience = Audience.OWN
) -> tuple[ModifiedClause, ...]:
    """Return the clauses of a document that need advice and are not the template's, in their order on paper."""
    scope = telling(library[record.kind], record, facts=facts, library=library, audience=audience)
    said = {wording.reference: wording for wording in house_wordings(facts)}
    return tuple(_modified(scope, said))


def _modified(scope: Scope, said: dict[str, HouseWording]) -> Iterator[ModifiedClause]:
    for clause in scope.kind.clauses:
        if not clause.advice or not scope.keeps(clause):
            continue
        if clause.each:
            for place, heading in own_clauses(clause, scope):
                yield ModifiedClause(place, heading, clause.advice, own=True)
        elif clause.modified:
            yield _changed(scope, clause, said[f"{scope.kind.id}.{clause.key}"])


def _changed(scope: Scope, clause: Clause, wording: HouseWording) -> ModifiedClause:
    return ModifiedClause(
        anchor(scope.record.id, clause.key),
        (Text(clause.heading),),
        clause.advice,
        reason=wording.reason,
        adviser=wording.adviser,
        advised_on=wording.advised_on,
    )
