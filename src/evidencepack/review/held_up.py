# SPDX-License-Identifier: MPL-2.0
"""CHK-CL: promises that nothing holds up, and proofs that no promise uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.evidence_map import EvidenceMap, Sort, evidence_map
from evidencepack.review.reading import Reading
from evidencepack.review.standing import Standing
from evidencepack.review.telling import listed, tell

_ASKED = frozenset({Sort.ROLE, Sort.RESPONSE_TIME})
"""What other rules do not ask about: the forms of the others require their proof."""


def not_held_up(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-CL-51: yield each contribution and response time that no measure, record, case study or letter shows."""
    for held in reading.once(_map).held:
        promise = held.promise
        if promise.sort in _ASKED and held.standing is Standing.MISSING:
            names = listed([proof.called for proof in held.proofs])
            whose = listed([proof.of for proof in held.proofs])
            said = {"record": reading.called(promise.record), "answer": promise.said, "names": names, "partner": whose}
            found = tell(words, promise.record, FieldPath.parse(promise.path), said, "other" if names else "")
            looked = (promise.said, names) if names else (promise.said,)
            yield replace(found, item=promise.record.reference, looked=looked)


def unused_proofs(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-CL-52: yield each case study, kept paper and measure with results that no promise uses."""
    for proof in reading.once(_map).unused:
        found = tell(words, proof, None, {"record": reading.called(proof)})
        yield replace(found, item=proof.reference, looked=(proof.reference,))


def _map(reading: Reading) -> EvidenceMap:
    return evidence_map(reading)
