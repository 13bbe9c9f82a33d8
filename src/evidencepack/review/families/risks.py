# SPDX-License-Identifier: MPL-2.0
"""CHK-RK: risks."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review import shared_risks as risks
from evidencepack.review.rule import Each, Rule

_RISK, _REGISTER = "risk", "risk_register"

RULES: Mapping[str, Rule] = {
    "RK-01": Each(_RISK, risks.nobody_owns),
    "RK-02": Each(_RISK, risks.no_trigger),
    "RK-03": Each(_RISK, risks.nothing_done),
    "RK-04": Each(_RISK, risks.reversed_or_overdue),
    "RK-05": Each(_REGISTER, risks.gaps_in_register),
    "RK-06": Each(_REGISTER, risks.no_real_risk),
    "RK-07": Each(_RISK, risks.high_without_route),
}
"""The rules of this family by id; their words stand in ``resources/review/risks.toml``."""
