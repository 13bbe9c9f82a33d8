# SPDX-License-Identifier: MPL-2.0
"""CHK-GV: governance: meetings, times, stop-rules, handovers."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review import governance as ways
from evidencepack.review.rule import Each, Rule

_PAPER, _MEETING = "governance", "meeting"

RULES: Mapping[str, Rule] = {
    "GV-01": Each(_PAPER, ways.no_strategic_meeting),
    "GV-02": Each(_PAPER, ways.no_frequent_meeting),
    "GV-03": Each(_MEETING, ways.unfinished_meeting),
    "GV-04": Each(_MEETING, ways.uncovered_meeting),
    "GV-05": Each(_PAPER, ways.nobody_accountable),
    "GV-06": Each("handover_rule", ways.unfinished_handover),
    "GV-07": Each(_PAPER, ways.case_without_time),
    "GV-08": Each(_PAPER, ways.partner_without_time),
    "GV-09": Each("response_time", ways.hours_without_window),
    "GV-10": Each(_PAPER, ways.nothing_stops),
    "GV-12": Each(_PAPER, ways.short_ladder),
    "GV-13": Each(_PAPER, ways.nobody_at_night),
    "GV-14": Each(_PAPER, ways.unconfirmed),
    "GV-15": Each(_MEETING, ways.only_the_lead),
    "GV-16": Each(_PAPER, ways.nobody_learns),
    "GV-18": Each(_PAPER, ways.nobody_to_report_to),
}
"""The rules of this family by id; their words stand in ``resources/review/governance.toml``."""
