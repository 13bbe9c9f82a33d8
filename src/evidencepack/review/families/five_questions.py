# SPDX-License-Identifier: MPL-2.0
"""CHK-FQ: the five questions, for each partner."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.domain.trade import EvaluatorQuestion
from evidencepack.review.five_questions import only_a_letter, unanswered, unanswered_by_papers
from evidencepack.review.rule import Rule

RULES: Mapping[str, Rule] = {
    "FQ-01": unanswered(EvaluatorQuestion.PURPOSE),
    "FQ-02": unanswered(EvaluatorQuestion.CONTRIBUTION),
    "FQ-03": unanswered(EvaluatorQuestion.GOVERNANCE),
    "FQ-04": unanswered(EvaluatorQuestion.EVIDENCE),
    "FQ-05": unanswered(EvaluatorQuestion.ASSURANCE),
    "FQ-07": only_a_letter,
    "FQ-09": unanswered_by_papers,
}
"""The rules of this family by id; their words stand in ``resources/review/five_questions.toml``."""
