# SPDX-License-Identifier: MPL-2.0
"""CHK-KP: measures and their results."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review import measured
from evidencepack.review.claims import no_trend
from evidencepack.review.plausible import more_than_all
from evidencepack.review.rule import Each, Rule

_MEASURE = "kpi"

RULES: Mapping[str, Rule] = {
    "KP-01": Each(_MEASURE, measured.unfinished),
    "KP-02": Each(_MEASURE, measured.no_target),
    "KP-03": Each(_MEASURE, measured.no_baseline),
    "KP-04": no_trend,
    "KP-05": measured.few_cases,
    "KP-06": Each("kpi_dashboard", measured.only_the_leads_figures),
    "KP-07": Each(_MEASURE, measured.nothing_done),
    "KP-08": Each(_MEASURE, measured.unverified),
    "KP-09": Each(_MEASURE, measured.stale),
    "KP-10": Each(_MEASURE, measured.seldom_seen),
    "KP-51": Each(_MEASURE, more_than_all),
}
"""The rules of this family by id; their words stand in ``resources/review/measures.toml``."""
