# SPDX-License-Identifier: MPL-2.0
"""Check: what an evaluator, or the partner who should sign, would find missing."""

from __future__ import annotations

from evidencepack.compose.document import compose, missing_values
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.library.model import Library
from evidencepack.review.required import Reading, review
from evidencepack.usecases.clock import as_of


def check_tender(facts: Facts, *, library: Library) -> tuple[Finding, ...]:
    """Return the findings of one tender, the worst first."""
    documents = tuple(record for record in facts.records.values() if library[record.kind].document)
    composed = {
        record.id: compose(library[record.kind], record, facts=facts, library=library, audience=Audience.PACK)
        for record in documents
    }
    missing = {record: missing_values(document) for record, document in composed.items()}
    return review(Reading(facts.tender, documents, facts, library, as_of(facts), missing))
