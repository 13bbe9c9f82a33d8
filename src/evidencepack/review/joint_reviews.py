# SPDX-License-Identifier: MPL-2.0
"""CHK-RV: reviews of a partnership and its common ground: held, whole, honest, and kept up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.entry_dates import date_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.partners import papers_of, partners_of
from evidencepack.review.reading import Reading
from evidencepack.review.telling import answer, listed, rows, tell, words_in

_YEAR, _FEW = 366, 3


def never_reviewed(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-RV-01: yield each partner of more than a year that no review of the last twelve months is about."""
    for partner in partners_of(reading):
        since = partner.fit.answers.get("together_since")
        held = (
            one.answers.get("held_on") for one in papers_of(reading, partner.id) if one.kind == "partnership_review"
        )
        recent = any(isinstance(day, date) and (reading.as_of - day).days <= _YEAR for day in held)
        if isinstance(since, date) and (reading.as_of - since).days > _YEAR and not recent:
            said = {"partner": partner.name, "day": date_text(since)}
            found = tell(words, partner.fit, answer(partner.fit, "together_since"), said)
            yield replace(found, item=partner.name, looked=(partner.id, str(since)))


def only_targets(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-RV-02: yield each review that says nothing about how people work together, or about what nobody planned."""
    missing = [] if rows(paper, "relationship_scores") else ["how people work together"]
    looked_for = rows(paper, "unplanned_benefits") or words_in(paper, "benefits_looked_for")
    missing += [] if looked_for else ["good things that nobody planned"]
    if missing:
        field = "unplanned_benefits" if rows(paper, "relationship_scores") else "relationship_scores"
        said = {"document": reading.called(paper), "missing": listed(missing)}
        yield replace(tell(words, paper, answer(paper, field), said), looked=tuple(missing))


def nothing_changed(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-RV-03: yield each review after which nothing was changed."""
    if not rows(paper, "changes_made"):
        yield tell(words, paper, answer(paper, "changes_made"), {"document": reading.called(paper)})


def no_differences(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-RV-04: yield common ground without what would end the partnership, or without any difference."""
    missing = [] if rows(paper, "deal_breakers") else ["what nobody could accept"]
    looked_for = rows(paper, "differences") or isinstance(paper.answers.get("no_differences_on"), date)
    missing += [] if looked_for else ["where you differ, or the day on which you looked and found nothing"]
    if missing:
        field = "differences" if rows(paper, "deal_breakers") else "deal_breakers"
        said = {"document": reading.called(paper), "missing": listed(missing)}
        yield replace(tell(words, paper, answer(paper, field), said), looked=tuple(missing))


def confirm_again(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-RV-05: yield common ground that was to be confirmed again by a day that has passed."""
    day = paper.answers.get("next_confirmation")
    if isinstance(day, date) and day < reading.as_of:
        said = {"document": reading.called(paper), "day": date_text(day)}
        yield replace(tell(words, paper, answer(paper, "next_confirmation"), said), looked=(str(day),))


def few_details(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-RV-06: yield common ground with fewer than three small details."""
    number = len(reading.of("small_detail"))
    if number < _FEW:
        said = {"document": reading.called(paper), "answer": f"{number}"}
        yield tell(words, paper, answer(paper, "small_details"), said)
