# SPDX-License-Identifier: MPL-2.0
"""CHK-FT: the four-part fit of a partner."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review import fit_tests as fit
from evidencepack.review.rule import Each, Rule

_FIT = "partnership"

RULES: Mapping[str, Rule] = {
    "FT-01": Each(_FIT, fit.failed_and_in),
    "FT-02": Each(_FIT, fit.unmended),
    "FT-03": Each("organisation", fit.untested),
    "FT-05": Each(_FIT, fit.not_local),
    "FT-06": Each(_FIT, fit.nothing_attached),
    "FT-07": Each(_FIT, fit.nobody_escalates),
    "FT-08": Each(_FIT, fit.points_missing),
    "FT-09": Each(_FIT, fit.old_test),
}
"""The rules of this family by id; their words stand in ``resources/review/fit.toml``."""
