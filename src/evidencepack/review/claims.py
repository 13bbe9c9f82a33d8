# SPDX-License-Identifier: MPL-2.0
"""What is claimed against what is there: words over a limit, a trend of two results, a partner that was left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evidencepack.domain.finding import Finding, Fix, Put
from evidencepack.domain.record import Record
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import FieldType, Number, Reference, Table
from evidencepack.library.rows import parties_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.answer_lines import AnswerLine, finding_at
from evidencepack.review.reading import Reading
from evidencepack.review.telling import answer, rows

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


def left_out(reading: Reading, words: RuleWords, document: Record) -> Iterator[Finding]:
    """CHK-XD-17: yield a paper for each partner that is a party of it and that somebody decided to leave out."""
    kind = reading.library[document.kind]
    gone = reading.once(_gone) if kind.document else frozenset[str]()
    for partner in sorted(parties_of(document, kind, reading.facts, reading.library) & gone) if gone else ():
        line = AnswerLine(document, document.answers, kind.fields)
        said = {"document": reading.called(document), "partner": reading.named(reading.facts.records[partner])}
        if not _has_signed(reading, document, partner):
            yield finding_at(words, line, kind.parties, words.message.format(**said))
            continue
        # A name under a paper holds, whatever was decided later: somebody has to take one of the two back.
        found = finding_at(words, line, kind.parties, words.says["signed"].format(**said))
        again = Fix(words.says["again"].format(**said), tuple(_taken_in(reading, partner)))
        yield replace(found, severity=Severity.BLOCKS, looked=(partner, _LEFT_OUT), fixes=(again,))


def _has_signed(reading: Reading, document: Record, partner: str) -> bool:
    """Whether it is recorded that a partner has signed a paper."""
    return any(
        row.cells.get("party") == Reference(partner)
        and row.cells.get("paper") == document.reference
        and "signed_on" in row.cells
        for sheet in reading.facts.of_kind("signoff_sheet")
        for row in rows(sheet, "signings")
    )


def _taken_in(reading: Reading, partner: str) -> Iterator[Put]:
    """Yield what takes a partner in again: the decision of each of its tests."""
    for fit in reading.facts.of_kind(_PARTNERSHIP):
        if fit.answers.get(_ORGANISATION) == Reference(partner) and fit.answers.get(_DECISION) == _LEFT_OUT:
            yield Put(answer(fit, _DECISION), FieldType.CHOICE, "include")


def _gone(reading: Reading) -> frozenset[str]:
    """Return the organisations of which every test ends with leaving them out, or that have left again."""
    chosen: dict[str, set[object]] = {}
    for partnership in reading.facts.of_kind(_PARTNERSHIP):
        link = partnership.answers.get(_ORGANISATION)
        if isinstance(link, Reference):
            gone_again = partnership.answers.get("partner_stage") == "left"
            chosen.setdefault(link.record, set()).add(_LEFT_OUT if gone_again else partnership.answers.get(_DECISION))
    return frozenset(partner for partner, decisions in chosen.items() if decisions == {_LEFT_OUT})
