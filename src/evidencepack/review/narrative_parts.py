# SPDX-License-Identifier: MPL-2.0
"""CHK-NR-01 to NR-03: what each paragraph of a narrative must hold so that an evaluator can give marks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidencepack.domain.finding import Finding, Fix, Put
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType, Reference
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.claims import PARAGRAPHS
from evidencepack.review.clash import label_at
from evidencepack.review.letters import partner_of
from evidencepack.review.named_records import named_in
from evidencepack.review.reading import Reading
from evidencepack.review.spoken import NUMBERS
from evidencepack.review.spoken_days import always, periods
from evidencepack.review.spoken_limits import limits
from evidencepack.review.spoken_names import called, people_in
from evidencepack.review.spoken_rhythms import rhythms_in
from evidencepack.review.telling import answer, rows, words_in

_DELIVERY, _EVIDENCE = "p2_delivery", "p4_evidence"
_FIGURE = re.compile(
    rf"\d|\b(?:{'|'.join(one for one in NUMBERS if one != 'one' and ' ' not in one)})\b", re.IGNORECASE
)
_REFERENCE = re.compile(
    r"\b(?:[A-Z]{2,4}-)*(?:KPI|CS|AU)-?\d+\b|\bcase stud(?:y|ies)\b[^.;]{0,20}[“\"]|\b[Aa]ppendix [A-Z]\b"
)
_PROVES = frozenset({"kpi", "case_study", "audit", "partnership_review", "evidence_item", "kpi_dashboard"})


def empty_paragraphs(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-NR-01: yield each of the five paragraphs that is empty."""
    for field in PARAGRAPHS:
        if not words_in(paper, field):
            at = answer(paper, field)
            label = label_at(reading, at)
            message = words.message.format(document=reading.called(paper), label=label)
            found = Finding(f"CHK-{words.id}", words.severity, paper.id, str(at), message)
            yield replace(found, item=f"“{label}”", looked=(field,))


def no_routine(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-NR-02: yield a paragraph on delivery that does not say how often, or names nobody."""
    text = words_in(paper, _DELIVERY)
    if not text:
        return
    often = rhythms_in(text) or any(periods(text)) or any(always(text)) or limits(text)
    who = people_in(reading, text)
    missing = [] if often else ["how often or how fast"]
    missing += [] if who else ["who leads it"]
    if missing:
        at = answer(paper, _DELIVERY)
        message = words.message.format(document=reading.called(paper), missing=" and ".join(missing))
        found = Finding(f"CHK-{words.id}", words.severity, paper.id, str(at), message)
        yield replace(found, looked=(text,), fixes=() if who else tuple(_lead(reading, words, paper, text)))


def no_proof(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-NR-03: yield a paragraph on evidence without a figure, or without a measure or case study by its number."""
    text = words_in(paper, _EVIDENCE)
    named = any(one.kind in _PROVES for one in named_in(reading, text)) or _REFERENCE.search(text)
    missing = [] if _FIGURE.search(_REFERENCE.sub("", text)) else ["a figure"]
    missing += [] if named else ["the measure or case study behind it"]
    if text and missing:
        at = answer(paper, _EVIDENCE)
        message = words.message.format(document=reading.called(paper), missing=" and ".join(missing))
        found = Finding(f"CHK-{words.id}", words.severity, paper.id, str(at), message)
        yield replace(found, looked=(text,), fixes=() if named else tuple(_measure(reading, words, paper, text)))


def _lead(reading: Reading, words: RuleWords, paper: Record, text: str) -> Iterator[Fix]:
    """Yield the fix that names who leads for the partner, and who stands in."""
    partner = partner_of(reading, paper)
    lead, deputy = ((reading.linked(partner, one) if partner else None) for one in ("named_lead", "named_deputy"))
    if lead:
        more = (
            f"{called(lead)} leads this work." if not deputy else f"{called(lead)} leads; {called(deputy)} stands in."
        )
        put = Put(answer(paper, _DELIVERY), FieldType.LONG_TEXT, f"{text} {more}")
        yield Fix(words.fix.format(name=called(lead)), (put,))


def _measure(reading: Reading, words: RuleWords, paper: Record, text: str) -> Iterator[Fix]:
    """Yield the fix that adds the number of a measure with results that the partner supplies."""
    partner = partner_of(reading, paper)
    mine = [one for one in reading.of("kpi") if partner and one.answers.get("party") == Reference(partner.id)]
    for one in [one for one in mine if rows(one, "readings")][:1]:
        put = Put(answer(paper, _EVIDENCE), FieldType.LONG_TEXT, f"{text.rstrip()} ({one.reference})")
        yield Fix(words.fix.format(name=one.reference), (put,))
