# SPDX-License-Identifier: MPL-2.0
"""Layouts by the name that a kind's file gives them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from evidencepack.blocks.blocks import Block
from evidencepack.compose.layouts.callout import callout
from evidencepack.compose.layouts.changed_words import changed_words
from evidencepack.compose.layouts.coverage_grid import coverage_grid
from evidencepack.compose.layouts.facts_list import facts_list
from evidencepack.compose.layouts.governance_levels import governance_levels
from evidencepack.compose.layouts.kpi_actions import kpi_actions
from evidencepack.compose.layouts.kpi_figures import kpi_figures
from evidencepack.compose.layouts.kpi_measures import kpi_measures
from evidencepack.compose.layouts.kpi_trends import kpi_trends
from evidencepack.compose.layouts.raci_grid import raci_grid
from evidencepack.compose.layouts.record_table import record_table
from evidencepack.compose.layouts.score_grid import score_grid
from evidencepack.compose.layouts.sign_off import sign_off
from evidencepack.compose.layouts.signature_register import signature_register
from evidencepack.compose.layouts.trend import trend, trends
from evidencepack.compose.layouts.year_calendar import year_calendar
from evidencepack.compose.layouts.yearly_sums import yearly_sums
from evidencepack.compose.scope import Scope
from evidencepack.library.model import Schedule


def _text(_schedule: Schedule, _scope: Scope) -> tuple[Block, ...]:
    """Nothing but the schedule's introduction."""
    return ()


LAYOUTS: Mapping[str, Callable[[Schedule, Scope], tuple[Block, ...]]] = {
    "record_table": record_table,
    "raci_grid": raci_grid,
    "facts_list": facts_list,
    "callout": callout,
    "text": _text,
    "year_calendar": year_calendar,
    "governance_levels": governance_levels,
    "trend": trend,
    "trends": trends,
    "coverage_grid": coverage_grid,
    "score_grid": score_grid,
    "kpi_trends": kpi_trends,
    "kpi_measures": kpi_measures,
    "kpi_figures": kpi_figures,
    "kpi_actions": kpi_actions,
    "yearly_sums": yearly_sums,
    "signature_register": signature_register,
    "sign_off": sign_off,
    "changed_words": changed_words,
}
"""Every layout; the library keeps the same names, and a test compares them."""
