# SPDX-License-Identifier: MPL-2.0
"""Where a record stands in the pack is where the pack prints most of it, by the boxed number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidencepack.bootstrap import Program
from evidencepack.pack.build import pack_part
from evidencepack.pack.plan import Plan
from evidencepack.pack.whereabouts import Whereabouts, whereabouts


@pytest.fixture(scope="module")
def where(program: Program, plan: Plan) -> Whereabouts:
    return whereabouts(plan, program.press)


def record(plan: Plan, reference: str) -> str:
    return next(one.id for one in plan.facts.records.values() if one.reference == reference)


def test_every_document_stands_on_its_first_page(program: Program, plan: Plan, where: Whereabouts) -> None:
    spans = pack_part(plan, (), pages=1).measured(program.press)
    said = {one.letter: f"{one.letter}\u00a0p\u00a0{one.first_page}" for one in spans}
    assert {one.letter: where.of(one.record.id) for one in plan.appendices} == said


def test_a_measure_stands_in_the_dashboard_and_a_response_time_in_a_paper(plan: Plan, where: Whereabouts) -> None:
    dashboard = next(one.letter for one in plan.appendices if one.record.kind == "kpi_dashboard")
    assert where.of(record(plan, "KPI-08")).startswith(f"{dashboard}\u00a0p\u00a0")
    assert where.of(record(plan, "RT4"))


def test_what_the_pack_does_not_print_is_nowhere(plan: Plan, where: Whereabouts) -> None:
    assert where.of(record(plan, "EV-01")) == where.of("no such record") == ""


def test_a_pack_of_nothing_has_no_places(program: Program, plan: Plan) -> None:
    assert whereabouts(replace(plan, appendices=()), program.press).places == {}
