# SPDX-License-Identifier: MPL-2.0
"""CHK-IF: information flow and access."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.access import (
    before_training,
    broad_access,
    hard_moments,
    late_cutoff,
    open_after_leaving,
    overdue_review,
    shared_logins,
)
from evidencepack.review.rule import Each, Rule

RULES: Mapping[str, Rule] = {
    "IF-01": Each("governance", late_cutoff),
    "IF-02": Each("access_role", broad_access),
    "IF-03": Each("info_flow_access", open_after_leaving),
    "IF-04": Each("access_role", shared_logins),
    "IF-05": Each("info_flow_access", overdue_review),
    "IF-06": Each("info_flow_access", before_training),
    "IF-07": Each("info_flow_access", hard_moments),
}
"""The rules of this family by id; their words stand in ``resources/review/information_flow.toml``."""
