# SPDX-License-Identifier: MPL-2.0
"""Readiness: every rule by its id, and what they all say of one tender."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from evidencepack.domain.finding import Finding
from evidencepack.domain.trade import Severity
from evidencepack.review.families import (
    buying,
    case_studies,
    contradictions,
    copies,
    data_sharing,
    days,
    differences,
    examples,
    fit,
    five_questions,
    gone,
    governance,
    heads_of_terms,
    held_up,
    house_wording,
    information_flow,
    letters,
    look,
    measures,
    memorandum,
    narratives,
    nations,
    personal_data,
    required,
    responsibilities,
    reviews,
    risks,
    signatures,
    social_value,
    the_pack,
    vague_words,
)
from evidencepack.review.quoting import with_sentence
from evidencepack.review.reading import Reading
from evidencepack.review.rule import Rule

__all__ = ["FAMILIES", "RULES", "Reading", "in_order", "review"]

FAMILIES = (
    required,
    examples,
    the_pack,
    five_questions,
    held_up,
    fit,
    responsibilities,
    governance,
    memorandum,
    heads_of_terms,
    data_sharing,
    information_flow,
    measures,
    risks,
    social_value,
    case_studies,
    personal_data,
    letters,
    vague_words,
    narratives,
    reviews,
    signatures,
    contradictions,
    buying,
    gone,
    nations,
    days,
    look,
    differences,
    house_wording,
    copies,
)
"""Every family of rules, in the order in which findings of one severity are told."""

RULES: Mapping[str, Rule] = {name: rule for family in FAMILIES for name, rule in family.RULES.items()}
"""Every rule by its id; its words stand in ``resources/review`` under the same id, in a file for each family."""

_WORST_FIRST = tuple(Severity)
_MISSING = "CHK-RQ-01"


def review(reading: Reading) -> tuple[Finding, ...]:
    """Return what an evaluator would mark down: the worst first, then in the order of the families."""
    words = reading.library.rules
    found = (finding for name, rule in RULES.items() for finding in rule(reading, words[name]))
    return in_order(with_sentence(reading, finding) for finding in found)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings, the worst first; a missing answer is told once, by the rule that says most about it."""
    found = tuple(findings)
    worst: dict[str, int] = {}
    for one in found:
        if one.rule != _MISSING:
            worst[one.field] = min(_rank(one), worst.get(one.field, len(_WORST_FIRST)))
    told = (one for one in found if one.rule != _MISSING or worst.get(one.field, len(_WORST_FIRST)) > _rank(one))
    return tuple(sorted(told, key=_rank))


def _rank(finding: Finding) -> int:
    return _WORST_FIRST.index(finding.severity)
