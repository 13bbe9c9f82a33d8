# SPDX-License-Identifier: MPL-2.0
"""CHK-CS: case studies."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review import case_telling as case
from evidencepack.review.case_studies import templates, untellable
from evidencepack.review.rule import Each, Rule

_CASE = "case_study"

RULES: Mapping[str, Rule] = {
    "CS-01": Each(_CASE, case.part_missing),
    "CS-02": Each(_CASE, case.effect_without_number),
    "CS-03": Each(_CASE, case.nobody_counted),
    "CS-04": Each(_CASE, case.too_long),
    "CS-06": templates,
    "CS-07": untellable,
    "CS-08": Each(_CASE, case.traceable),
    "CS-09": Each(_CASE, case.nobody_else),
    "CS-10": Each(_CASE, case.long_ago),
    "CS-11": Each(_CASE, case.unapproved),
}
"""The rules of this family by id; their words stand in ``resources/review/case_studies.toml``."""
