# SPDX-License-Identifier: MPL-2.0
"""CHK-MO-51: a paper says that no personal information is shared, and a flow of it runs between two of its parties."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference
from evidencepack.library.rows import parties_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.data_flows import FLOW
from evidencepack.review.reading import Reading

_SHARES, _CONTAINS, _ANONYMOUS = "personal_data", "contains", "anonymous"
_AGREEMENT = "dsa"


def shared_all_the_same(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield each paper that says nothing is shared while personal information flows between two of its parties."""
    agreements = [one.reference for one in reading.documents if one.kind == _AGREEMENT]
    for document in reading.documents:
        if document.answers.get(_SHARES) is not False:
            continue
        parties = parties_of(document, reading.library[document.kind], reading.facts, reading.library)
        between = [flow.reference for flow in reading.facts.of_kind(FLOW) if _runs_between(flow, parties)]
        if between:
            message = words.message.format(
                document=reading.called(document),
                flows=_listed(between),
                papers=" and ".join(agreements) or "the data flows of this tender",
            )
            path = FieldPath(document.id, _SHARES)
            yield Finding(f"CHK-{words.id}", words.severity, document.id, str(path), message)


def _runs_between(flow: Record, parties: frozenset[str]) -> bool:
    sides = [flow.answers.get(side) for side in ("sender", "receiver")]
    known = all(isinstance(side, Reference) and side.record in parties for side in sides)
    return known and flow.answers.get(_CONTAINS) != _ANONYMOUS


def _listed(names: list[str]) -> str:
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"
