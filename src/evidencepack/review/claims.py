# SPDX-License-Identifier: MPL-2.0
"""What is claimed against what is there: words over a limit, a trend of two results, a partner that was left out."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Number, Reference, Table
from evidencepack.library.model import RuleWords
from evidencepack.library.rows import parties_of
from evidencepack.review.answer_lines import AnswerLine, finding_at
from evidencepack.review.reading import Reading

_NARRATIVE, _LIMIT = "narrative", "word_limit"
PARAGRAPHS = ("p1_purpose", "p2_delivery", "p3_governance", "p4_evidence", "p5_assurance")
_MEASURE, _RESULTS, _CLAIM, _ENOUGH = "kpi", "readings", "claims_improvement", 3
_PARTNERSHIP, _ORGANISATION, _DECISION, _LEFT_OUT = "partnership", "organisation", "decision", "exclude"


def counted_words(document: Record) -> tuple[int, int]:
    """Return how many words a narrative has in its five paragraphs, and how many it may have; 0 for no limit."""
    limit = document.answers.get(_LIMIT) if document.kind == _NARRATIVE else None
    count = sum(len(str(document.answers.get(name, "")).split()) for name in PARAGRAPHS)
    return count, int(limit.amount) if isinstance(limit, Number) else 0


def over_limit(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-NR-04: yield each narrative whose five paragraphs have more words than it may have."""
    for document in reading.documents:
        count, limit = counted_words(document)
        if limit and count > limit:
            said = {"answer": f"{count:,}", "most": f"{limit:,}"}
            line = AnswerLine(document, document.answers, reading.library[document.kind].fields)
            yield finding_at(words, line, _LIMIT, words.message.format(document=reading.called(document), **said))


def no_trend(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-KP-04: yield each measure that is said to get better on fewer than three results."""
    for measure in reading.facts.of_kind(_MEASURE):
        results = measure.answers.get(_RESULTS)
        there = len(results.rows) if isinstance(results, Table) else 0
        if measure.answers.get(_CLAIM) is True and there < _ENOUGH:
            line = AnswerLine(measure, measure.answers, reading.library[measure.kind].fields)
            message = words.message.format(document=reading.called(measure), answer=str(there))
            yield finding_at(words, line, _CLAIM, message)


def left_out(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-FT-10: yield each paper of which a partner is a party that somebody decided to leave out."""
    chosen: dict[str, set[object]] = {}
    for partnership in reading.facts.of_kind(_PARTNERSHIP):
        link = partnership.answers.get(_ORGANISATION)
        if isinstance(link, Reference):
            chosen.setdefault(link.record, set()).add(partnership.answers.get(_DECISION))
    gone = {partner for partner, decisions in chosen.items() if decisions == {_LEFT_OUT}}
    for document in reading.documents if gone else ():
        kind = reading.library[document.kind]
        for partner in sorted(parties_of(document, kind, reading.facts, reading.library) & gone):
            line = AnswerLine(document, document.answers, kind.fields)
            message = words.message.format(
                document=reading.called(document), partner=reading.named(reading.facts.records[partner])
            )
            yield finding_at(words, line, kind.parties, message)
