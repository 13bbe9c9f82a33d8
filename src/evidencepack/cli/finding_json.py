# SPDX-License-Identifier: MPL-2.0
"""Findings and the coverage grid as other programs read them: every place by its id, and as a person names it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.library.model import Library
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.coverage import Covered, coverage
from evidencepack.review.reading import Given
from evidencepack.review.standing import Place
from evidencepack.usecases.checking import reading_of
from evidencepack.usecases.finding_records import called, named_path
from evidencepack.usecases.readiness import Problem
from evidencepack.usecases.setting_aside import Aside, Sifted, words_of


def findings_in_json(problems: Iterable[Problem], facts: Facts, library: Library) -> list[Mapping[str, object]]:
    """Return findings in the order in which to go through them."""
    return [_finding(one, one.finding, facts, library) for one in problems if one.finding]


def asides_in_json(
    problems: Iterable[Problem], sifted: Sifted, facts: Facts, library: Library
) -> list[Mapping[str, object]]:
    """Return the findings that were set aside, each with its reason, who gave it, and when."""
    why = {found.mark: _reason(said) for found, said in sifted.aside}
    return [{**_finding(one, one.finding, facts, library), **why[one.finding.mark]} for one in problems if one.finding]


def grid_in_json(facts: Facts, library: Library) -> list[Mapping[str, object]]:
    """Return how each partner stands against the five questions and the four-part fit: what counts, what is wanting."""
    return [_row(one) for one in coverage(reading_of(facts, library, Given()))]


def _finding(problem: Problem, found: Finding, facts: Facts, library: Library) -> Mapping[str, object]:
    """Return a finding: what, where, why and what to do.

    ``record`` and ``field`` are ids; ``reference``, ``paper``, ``label`` and ``path`` say the same as a person does.
    The command set takes ``path``; ``span`` counts characters of the answer.
    """
    return {
        "rule": found.rule,
        "title": problem.title,
        "severity": found.severity,
        "reference": called(facts, facts.records[found.record]),
        "paper": problem.home.words,
        "label": problem.question,
        "path": named_path(facts, problem.path),
        "record": found.record,
        "field": found.field,
        "message": found.message,
        "quote": found.quote,
        "span": list(found.span),
        "sides": [
            {"label": one.label, "words": one.words, "path": named_path(facts, one.path), "field": one.path}
            for one in found.sides
        ],
        "fixes": [fix.words for fix in found.fixes],
        **_of_rule(words_of(found, library)),
    }


def _reason(said: Aside) -> Mapping[str, object]:
    return {"reason": said.reason, "who": said.who, "set_on": said.day.isoformat() if said.day else ""}


def _of_rule(words: RuleWords) -> Mapping[str, object]:
    return {"help": words.help, "looks_at": words.looks_at, "source": words.source, "way_out": words.way_out}


def _row(row: Covered) -> Mapping[str, object]:
    return {
        "partner": row.partner.name,
        "questions": {question.value: _place(place) for question, place in row.places.items()},
        "fit": {fit.value: _place(place) for fit, place in row.fits.items()},
    }


def _place(place: Place) -> Mapping[str, object]:
    return {
        "standing": place.standing,
        "counts": [one.called for one in place.counts],
        "wanting": place.wanting,
    }
