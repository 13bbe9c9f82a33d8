# SPDX-License-Identifier: MPL-2.0
"""What is recorded of signatures: rows of the sign-off sheet, by paper, party and person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evidencepack.compose.bound import Entity
from evidencepack.compose.scope import Scope
from evidencepack.compose.signature import ACKNOWLEDGED, Asked, asked, signature_lines
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Reference, Row, Table

SIGN_OFF, SIGNINGS = "signoff_sheet", "signings"
"""The kind of document that records signatures, and its table: paper, party, signatory, signed_on, exceptions ..."""

PAPER, PARTY, SIGNATORY, SIGNED_ON, EXCEPTIONS = "paper", "party", "signatory", "signed_on", "exceptions"


def people_to_sign(scope: Scope) -> Iterator[Asked]:
    """Give who is to sign a paper by hand or on the screen; those who initial a list are not among them."""
    for line in signature_lines(scope):
        if line.kind != ACKNOWLEDGED:
            yield from asked(line, scope)


def rows_about(paper: str, facts: Facts) -> tuple[Row, ...]:
    """Return the rows of every sign-off sheet about the paper of a reference."""
    tables = (record.answers.get(SIGNINGS) for record in facts.of_kind(SIGN_OFF))
    rows = (row for table in tables if isinstance(table, Table) for row in table.rows)
    return tuple(row for row in rows if row.cells.get(PAPER) == paper)


def row_of(one: Asked, rows: Iterable[Row]) -> Row | None:
    """Return the row about somebody who is to sign; one that names nobody is about any signatory of its party."""
    for row in rows:
        who, party = row.cells.get(SIGNATORY), row.cells.get(PARTY)
        if _is(party, one.party) and (who is None or _is(who, one.person)):
            return row
    return None


def is_signed(row: Row | None) -> bool:
    """Whether a row counts as a signature: it has a date, and nothing that the person did not agree to."""
    return row is not None and SIGNED_ON in row.cells and not str(row.cells.get(EXCEPTIONS, "")).strip()


def _is(named: object, who: object) -> bool:
    return isinstance(named, Reference) and isinstance(who, Entity) and named.record == who.record.id
