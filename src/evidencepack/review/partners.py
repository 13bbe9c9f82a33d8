# SPDX-License-Identifier: MPL-2.0
"""CHK-RQ-02: a partner in the bid has nobody who leads, or nobody who stands in."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference
from evidencepack.library.model import RuleWords
from evidencepack.review.reading import Reading

_PARTNERSHIP, _ORGANISATION = "partnership", "organisation"
_DECISION, _STAGE, _OUT, _LEFT = "decision", "partner_stage", "exclude", "left"
_PEOPLE = ("named_lead", "named_deputy")


def unled_partners(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding for each partner that is not left out, and each of the two people it does not name."""
    for partner in _partners(reading):
        fields = reading.library[_ORGANISATION].fields
        for name in _PEOPLE:
            person = partner.answers.get(name)
            if name in fields and not (isinstance(person, Reference) and reading.facts.get(person.record)):
                message = words.message.format(partner=reading.named(partner), label=fields[name].label)
                path = FieldPath(partner.id, name)
                yield Finding(f"CHK-{words.id}", words.severity, partner.id, str(path), message)


def _partners(reading: Reading) -> Iterator[Record]:
    """Yield the organisations that take part, each once."""
    seen = set()
    for partnership in reading.facts.of_kind(_PARTNERSHIP):
        link = partnership.answers.get(_ORGANISATION)
        gone = partnership.answers.get(_DECISION) == _OUT or partnership.answers.get(_STAGE) == _LEFT
        partner = reading.facts.get(link.record) if isinstance(link, Reference) and not gone else None
        if partner and partner.id not in seen:
            seen.add(partner.id)
            yield partner
