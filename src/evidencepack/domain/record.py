# SPDX-License-Identifier: MPL-2.0
"""Records: organisations, contacts, tenders, meetings ... and documents, all of one shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from evidencepack.domain.handed_in import LastIssue
from evidencepack.domain.values import Answer


@dataclass(frozen=True, slots=True)
class Record:
    """One thing entered once, or one document: its kind and its answers by field id.

    ``reference`` is what people call it ("TBN-MOU-01", "M2", "FB"); unique among the records of one kind and tender.
    ``tender`` is the id of the tender it belongs to; empty for what every tender shares (organisations, contacts).
    ``example`` is the id of the starter it was made from, until a person changes it or says that it is theirs.
    """

    id: str
    kind: str
    reference: str
    tender: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    example: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Every record that one tender can refer to, in order, the tender's own record and its documents included.

    ``changed`` is the UTC day of the newest revision among them. ``issued`` is what was handed in last, if any was.
    """

    tender: str
    records: Mapping[str, Record]
    changed: date = date.min
    issued: LastIssue | None = None

    def get(self, record: str) -> Record | None:
        """Return the record with this id, or None if there is none (it was deleted)."""
        return self.records.get(record)

    def of_kind(self, kind: str) -> Iterator[Record]:
        """Yield the records of one kind, in their order."""
        return (record for record in self.records.values() if record.kind == kind)


def short_name(organisation: Record) -> str:
    """Return what sentences and tables call an organisation: its short name, or its legal one, or its reference."""
    answers = organisation.answers
    return str(answers.get("short_name") or answers.get("legal_name") or organisation.reference)
