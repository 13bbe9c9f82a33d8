# SPDX-License-Identifier: MPL-2.0
"""How a document is agreed, in the few words of a contents list."""

from __future__ import annotations

from evidencepack.compose.bound import Answered
from evidencepack.compose.scope import Scope
from evidencepack.compose.signature import ACKNOWLEDGED, signatories, signature_lines

_APPROVED = "approved_on"
NOBODY = "–"


def agreed(scope: Scope) -> str:
    """Return "5 to sign", "8 to initial", "2 approved" or "1 of 2 approved"; a dash if nobody is asked.

    People are counted as the document prints them: boxes to sign, rows to initial, and parties whose row has a date
    of approval.
    """
    lines = [(line.kind == ACKNOWLEDGED, len(tuple(signatories(line, scope)))) for line in signature_lines(scope)]
    boxes = sum(count for initialled, count in lines if not initialled)
    rows = sum(count for initialled, count in lines if initialled)
    said = [f"{count} {what}" for count, what in ((boxes, "to sign"), (rows, "to initial")) if count]
    return ", ".join([*said, *_approved(scope)]) or NOBODY


def _approved(scope: Scope) -> list[str]:
    parties = scope.kind.fields.get(scope.kind.parties)
    if parties is None or _APPROVED not in {column.id for column in parties.columns}:
        return []
    dates = [scope.step(party, _APPROVED) for party in scope.rows(scope.kind.parties).items]
    given = sum(isinstance(date, Answered) for date in dates)
    return [f"{given} approved" if given == len(dates) else f"{given} of {len(dates)} approved"] if dates else []
