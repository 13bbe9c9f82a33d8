# SPDX-License-Identifier: MPL-2.0
"""What the appendices of a pack print is known by record."""

from __future__ import annotations

from dataclasses import replace

from evidencepack.pack.plan import Plan
from evidencepack.pack.shown import said_in, shown_in


def test_what_is_printed_is_shown_and_what_is_kept_is_not(plan: Plan) -> None:
    shown = {plan.facts.records[one].reference for one in shown_in(plan) if one in plan.facts.records}
    assert {"KPI-08", "RT4", "TBN-MOU-01", "TBN-CS-03"} <= shown
    assert shown.isdisjoint({"EV-01", "EV-06"})


def test_each_answer_is_told_with_the_part_in_which_it_stands(plan: Plan) -> None:
    dashboard = next(one for one in plan.appendices if one.kind.id == "kpi_dashboard")
    anchors = {anchor for anchor, _ in said_in(dashboard.lettered)}
    assert len(anchors) > 1
    assert all(anchor.startswith(dashboard.record.id) for anchor in anchors)


def test_a_pack_of_nothing_shows_nothing(plan: Plan) -> None:
    assert shown_in(replace(plan, appendices=())) == frozenset()
