# SPDX-License-Identifier: MPL-2.0
"""How a rule says what it found: its sentence filled in, at an answer or at a whole record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference, Row, Scalar, Table
from evidencepack.library.rule_words import RuleWords

_NOTHING: Mapping[str, str] = {}


def tell(
    words: RuleWords, record: Record, at: FieldPath | None, said: Mapping[str, str] = _NOTHING, sentence: str = ""
) -> Finding:
    """Return a finding of a rule at an answer of a record, or at all of it (None).

    ``said`` fills the places of its message; ``sentence`` names another one of its sentences (``says`` in its file).
    ``dataclasses.replace`` adds quote, sides, item and fixes, where there are any.
    """
    template = words.says[sentence] if sentence else words.message
    return Finding(f"CHK-{words.id}", words.severity, record.id, str(at) if at else "", template.format(**said))


def answer(record: Record, field: str) -> FieldPath:
    """Return the path of an answer."""
    return FieldPath(record.id, field)


def cell(record: Record, field: str, row: Row, column: str) -> FieldPath:
    """Return the path of a cell."""
    return FieldPath(record.id, field, row.id, column)


def rows(record: Record, field: str) -> tuple[Row, ...]:
    """Return the rows of a table of a record's own; none where there is no such answer."""
    table = record.answers.get(field)
    return table.rows if isinstance(table, Table) else ()


def words_in(said: Mapping[str, Scalar] | Record, name: str) -> str:
    """Return the words of an answer or a cell without white space round them; empty where there are none."""
    found = said.answers.get(name) if isinstance(said, Record) else said.get(name)
    return found.strip() if isinstance(found, str) else ""


def reference(record: Record, field: str) -> Reference | None:
    """Return an answer that refers to another record; None where there is none."""
    found = record.answers.get(field)
    return found if isinstance(found, Reference) else None


def listed(names: Sequence[str], most: int = 6) -> str:
    """Return names as a sentence lists them: "A, B and C"; after ``most`` the rest is counted."""
    names = list(dict.fromkeys(names))
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} more"]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
