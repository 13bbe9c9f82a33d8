# SPDX-License-Identifier: MPL-2.0
"""CHK-PR-52: a paper, or all the papers of a question, have more words, characters or sides than it allows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Number, Reference
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.claims import PARAGRAPHS, counted_words
from evidencepack.review.named_records import named_in
from evidencepack.review.question_box import characters_allowed, spaces_count
from evidencepack.review.reading import Reading
from evidencepack.review.telling import answer, listed, tell, words_in

NARRATIVE, STORY = "narrative", "case_study"
"""The kinds of document that answer a question of the buyer: one as its link says, the other as its words name it."""


def over_question(reading: Reading, words: RuleWords, question: Record) -> Iterator[Finding]:
    """Yield what is longer than a question of the buyer allows: each narrative, and all its appendices together."""
    for paper in (one for one in reading.of(NARRATIVE) if one.answers.get("question") == Reference(question.id)):
        for sentence, count, most in _lengths(reading, question, paper):
            if 0 < most < count:
                said = {"document": reading.called(paper), "answer": f"{count:,}", "most": f"{most:,}"}
                found = tell(words, paper, None, {**said, "name": question.reference}, sentence)
                yield replace(found, looked=(question.id, sentence, str(count), str(most)))
    yield from _appendices(reading, words, question)


def _lengths(reading: Reading, question: Record, paper: Record) -> Iterator[tuple[str, int, int]]:
    """Yield the sentence, how much there is and how much there may be: words, characters, sides as typeset."""
    text = "\n".join(filter(None, (words_in(paper, part) for part in PARAGRAPHS)))
    yield "", counted_words(paper)[0], _most(question, "word_limit")
    counted = text if spaces_count(question) else re.sub(r"\s", "", text)
    yield "characters", len(counted), characters_allowed(question)
    extent = reading.given.measures.papers.get(paper.id)
    yield "sides", extent.sides if extent else 0, _most(question, "side_limit")


def _appendices(reading: Reading, words: RuleWords, question: Record) -> Iterator[Finding]:
    """Yield the appendices of a question where, as typeset, they take more sides than it allows."""
    papers = [one for one in reading.documents if _is_for(reading, one, question)]
    extents = reading.given.measures.papers
    sides, most = sum(extents[one.id].sides for one in papers if one.id in extents), _most(question, "appendix_sides")
    if 0 < most < sides:
        said = {"name": question.reference, "answer": f"{sides:,}", "most": f"{most:,}"}
        said["names"] = listed([one.reference for one in papers])
        found = tell(words, question, answer(question, "appendix_sides"), said, "appendices")
        yield replace(found, looked=(question.id, said["answer"], said["most"]))


def _is_for(reading: Reading, paper: Record, question: Record) -> bool:
    if paper.kind == STORY:
        return question in named_in(reading, words_in(paper, "tender_questions"))
    return paper.kind == NARRATIVE and paper.answers.get("question") == Reference(question.id)


def _most(question: Record, field: str) -> int:
    found = question.answers.get(field)
    return int(found.amount) if isinstance(found, Number) else 0
