# SPDX-License-Identifier: MPL-2.0
"""CHK-FQ: the five questions that evaluators ask of each partner, and what answers none of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.trade import EvaluatorQuestion
from evidencepack.domain.values import Reference
from evidencepack.library.header import goes_into_pack
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.coverage import place
from evidencepack.review.partners import papers_of, partners_of
from evidencepack.review.reading import Reading
from evidencepack.review.rule import Whole
from evidencepack.review.standing import Standing
from evidencepack.review.telling import answer, rows, tell, words_in

_LETTER = "letter_of_support"
_WHERE = {
    EvaluatorQuestion.PURPOSE: "gap_filled",
    EvaluatorQuestion.EVIDENCE: "evidence_links",
    EvaluatorQuestion.GOVERNANCE: "named_lead",
}
_OF_FIT = frozenset({EvaluatorQuestion.PURPOSE, EvaluatorQuestion.EVIDENCE})


def unanswered(question: EvaluatorQuestion) -> Whole:
    """Return the rule that finds each partner for whom nothing answers a question (CHK-FQ-01 to CHK-FQ-05)."""

    def rule(reading: Reading, words: RuleWords) -> Iterator[Finding]:
        for partner in partners_of(reading):
            found = place(reading, partner, question)
            if found.standing is Standing.MISSING:
                record = partner.fit if question in _OF_FIT else partner.organisation
                asked = question in _WHERE and (partner.tested or question not in _OF_FIT)
                at = answer(record, _WHERE[question]) if asked else None
                yield tell(words, record, at, {"partner": partner.name, "missing": found.wanting})

    return rule


def only_a_letter(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-FQ-07: yield each partner of which the pack has nothing but its letter."""
    for partner in partners_of(reading):
        mine = [one for one in papers_of(reading, partner.id) if goes_into_pack(one, reading.library[one.kind])]
        if mine and {one.kind for one in mine} == {_LETTER}:
            yield tell(words, mine[0], None, {"partner": partner.name, "document": reading.called(mine[0])})


def unanswered_by_papers(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-FQ-09: yield each question of the buyer about partners to which no paper is linked, where one may be."""
    linked = set(_linked(reading))
    for question in reading.of("question"):
        asked = question.answers.get("about_partners") is True and question.answers.get("appendix_allowed") is not False
        if asked and question.reference not in linked:
            said = {"name": question.reference, "answer": words_in(question, "text")}
            yield tell(words, question, answer(question, "text"), said)


def _linked(reading: Reading) -> Iterator[str]:
    """Yield the references of the questions that a narrative, a case study or a place on the portal names."""
    for document in reading.documents:
        yield from re.findall(r"[\w.-]+", words_in(document, "tender_questions"))
        yield from _referred(reading, document, "question")
    for slot in reading.of("slot"):
        for row in rows(slot, "for_questions"):
            link = row.cells.get("question")
            asked = reading.facts.get(link.record) if isinstance(link, Reference) else None
            yield from [asked.reference] if asked else []


def _referred(reading: Reading, record: Record, name: str) -> Iterator[str]:
    asked = reading.linked(record, name)
    if asked:
        yield asked.reference
