# SPDX-License-Identifier: MPL-2.0
"""CHK-RV: reviews and common ground."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review import joint_reviews
from evidencepack.review.rule import Each, Rule

_REVIEW, _GROUND = "partnership_review", "common_ground"

RULES: Mapping[str, Rule] = {
    "RV-01": joint_reviews.never_reviewed,
    "RV-02": Each(_REVIEW, joint_reviews.only_targets),
    "RV-03": Each(_REVIEW, joint_reviews.nothing_changed),
    "RV-04": Each(_GROUND, joint_reviews.no_differences),
    "RV-05": Each(_GROUND, joint_reviews.confirm_again),
    "RV-06": Each(_GROUND, joint_reviews.few_details),
}
"""The rules of this family by id; their words stand in ``resources/review/reviews.toml``."""
