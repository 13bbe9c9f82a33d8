# SPDX-License-Identifier: MPL-2.0
"""CHK-PR: buying rules of the sector."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review import buying
from evidencepack.review.limits import too_many_sides
from evidencepack.review.question_limits import over_question
from evidencepack.review.rule import Each, Rule

RULES: Mapping[str, Rule] = {
    "PR-01": buying.unregistered,
    "PR-02": buying.home_and_care,
    "PR-03": buying.undeclared,
    "PR-04": buying.near_a_rival,
    "PR-05": too_many_sides,
    "PR-06": buying.poor_rating,
    "PR-07": buying.criteria_missing,
    "PR-08": buying.questions_close,
    "PR-09": buying.not_on_platform,
    "PR-51": buying.nothing_on_equality,
    "PR-52": Each("question", over_question),
}
"""The rules of this family by id; their words stand in ``resources/review/buying.toml``."""
