# SPDX-License-Identifier: MPL-2.0
"""CHK-DS-39: a flow of a data sharing agreement to or from an organisation that is none of its parties."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record, short_name
from evidencepack.domain.values import Reference, Table
from evidencepack.library.rows import parties_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.data_flows import FLOW
from evidencepack.review.reading import Reading
from evidencepack.review.scope import shared_rows

_AGREEMENT, _FLOWS, _PROCESSORS = "dsa", "flows", "processors"


def flows_of_strangers(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield, for each agreement, who sends, receives or processes in it without being one of its parties.

    An agreement without any party has CHK-RQ-01 to say so.
    """
    for agreement in (one for one in reading.documents if one.kind == _AGREEMENT):
        kind = reading.library[agreement.kind]
        parties = parties_of(agreement, kind, reading.facts, reading.library)
        strangers: dict[str, list[str]] = {}
        for name, where in _named(reading, agreement) if parties else ():
            if name not in parties and reading.facts.get(name):
                strangers.setdefault(name, []).append(where)
        for name, places in strangers.items():
            organisation = reading.facts.records[name]
            message = words.message.format(
                document=reading.called(agreement),
                partner=short_name(organisation),
                labels=", ".join(dict.fromkeys(places)),
            )
            path = FieldPath(agreement.id, kind.parties)
            yield Finding(f"CHK-{words.id}", words.severity, agreement.id, str(path), message)


def _named(reading: Reading, agreement: Record) -> Iterator[tuple[str, str]]:
    """Yield the id of each organisation that a flow or a row about processors names, and where."""
    fields = reading.library[agreement.kind].fields
    flows = shared_rows(reading, agreement, fields[_FLOWS]) if FLOW in reading.library.kinds else ()
    for flow in flows if _FLOWS in fields else ():
        for side in ("sender", "receiver"):
            link = flow.answers.get(side)
            if isinstance(link, Reference):
                yield link.record, flow.reference
    table = agreement.answers.get(_PROCESSORS)
    for row in table.rows if isinstance(table, Table) else ():
        for column in ("controller", "processor"):
            link = row.cells.get(column)
            if isinstance(link, Reference):
                yield link.record, f"“{fields[_PROCESSORS].label.rstrip('?')}”"
