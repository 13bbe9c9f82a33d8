# SPDX-License-Identifier: MPL-2.0
"""How a document is agreed, in the few words of a contents list."""

from __future__ import annotations

from evidencepack.compose.bound import Answered
from evidencepack.compose.scope import Scope
from evidencepack.compose.signature import ACKNOWLEDGED, signatories, signature_lines
from evidencepack.compose.signed import PARTY, is_signed, people_to_sign, row_of, rows_about

_APPROVED = "approved_on"
NOBODY = "–"


def agreed(scope: Scope) -> str:
    """Return "5 to sign", "5 of 5 signed", "8 initialled", "1 of 2 approved"; a dash if nobody is asked.

    People are counted as the document prints them: boxes to sign, rows to initial, and parties whose row has a date
    of approval.
    """
    return ", ".join([*_signed(scope), *_initialled(scope), *_approved(scope)]) or NOBODY


def _signed(scope: Scope) -> list[str]:
    """Return "5 to sign" while nothing is recorded, then "3 of 5 signed"."""
    people = tuple(people_to_sign(scope))
    recorded = rows_about(scope.record.reference, scope.facts)
    done = sum(is_signed(row_of(one, recorded)) for one in people)
    return [f"{done} of {len(people)} signed" if done else f"{len(people)} to sign"] if people else []


def _initialled(scope: Scope) -> list[str]:
    """Return "8 to initial", then "8 initialled": a list is recorded as one, by a row that names no party."""
    initialling = (line for line in signature_lines(scope) if line.kind == ACKNOWLEDGED)
    people = sum(len(tuple(signatories(line, scope))) for line in initialling)
    recorded = (row for row in rows_about(scope.record.reference, scope.facts) if PARTY not in row.cells)
    done = any(is_signed(row) for row in recorded)
    return [f"{people} initialled" if done else f"{people} to initial"] if people else []


def _approved(scope: Scope) -> list[str]:
    parties = scope.kind.fields.get(scope.kind.parties)
    if parties is None or _APPROVED not in {column.id for column in parties.columns}:
        return []
    dates = [scope.step(party, _APPROVED) for party in scope.rows(scope.kind.parties).items]
    given = sum(isinstance(date, Answered) for date in dates)
    return [f"{given} approved" if given == len(dates) else f"{given} of {len(dates)} approved"] if dates else []
