# SPDX-License-Identifier: MPL-2.0
"""The closed lists that kinds choose from: filters, layouts, reserved names. ``compose`` implements the same names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from evidencepack.domain.values import FieldType

NAME = re.compile(r"[a-z][a-z0-9_]*")
"""What an id of a kind, step, field, column, choice or clause looks like."""

LAW = "law"
"""What templates call the names of laws, regulators and schemes of the tender's nation."""

RESERVED = frozenset({"row", "tender", "governance", "lead", LAW, "loop", "true", "false", "none"})
"""First names that templates have for themselves: no loop and (but for tender and governance) no kind has them."""

REFERENCE = "reference"
"""What every record is called by; so no field has this id."""


_STRUCTURED = frozenset({FieldType.TABLE, FieldType.REFERENCE})


@dataclass(frozen=True, slots=True)
class FilterRule:
    """What a filter takes: the types it can stand behind (None for any scalar) and how many arguments it has."""

    takes: frozenset[FieldType] | None = None
    arguments: int = 0

    def accepts(self, type_: FieldType) -> bool:
        """Whether the filter can stand behind a value of this type."""
        return type_ in self.takes if self.takes is not None else type_ not in _STRUCTURED


_TABLE = frozenset({FieldType.TABLE})

KNOWN_FILTERS: Mapping[str, FilterRule] = {
    "names": FilterRule(_TABLE),
    "join_list": FilterRule(_TABLE, arguments=1),
    "count": FilterRule(frozenset({FieldType.TABLE, FieldType.CHOICES})),
    "noun": FilterRule(frozenset({FieldType.FREQUENCY})),
    "short_date": FilterRule(frozenset({FieldType.DATE})),
    "month": FilterRule(frozenset({FieldType.DATE})),
    "with_window": FilterRule(frozenset({FieldType.DURATION})),
    "long_text": FilterRule(frozenset({FieldType.LONG_TEXT})),
    "law_name": FilterRule(frozenset({FieldType.CHOICE})),
    "lower_first": FilterRule(),
    "upper_first": FilterRule(),
    "ends": FilterRule(),
    "or_dash": FilterRule(),
    "mail": FilterRule(frozenset({FieldType.TEXT})),
    "on_lines": FilterRule(frozenset({FieldType.TEXT})),
}
"""Every filter of ``compose.filters``, by name."""


@dataclass(frozen=True, slots=True)
class LayoutRule:
    """What a layout needs.

    ``of``: the table field whose rows it shows (None: with or without). ``cells``: whether it has ``[[cell]]``
    entries. ``tables``: the columns it reads of other table fields, and of its own under the name "of". ``types``: the
    types those columns may have. ``names``: dotted names it reads besides.
    """

    of: bool | None = True
    cells: bool = True
    tables: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    types: Mapping[str, frozenset[FieldType]] = field(default_factory=dict)
    names: tuple[str, ...] = ()


_KPI_TYPES = {
    "unit": frozenset({FieldType.CHOICE}),
    "better": frozenset({FieldType.CHOICE}),
    "readings": frozenset({FieldType.TABLE}),
    "target": frozenset({FieldType.NUMBER}),
    "target_by": frozenset({FieldType.DATE}),
    "amber_from": frozenset({FieldType.NUMBER}),
    "red_from": frozenset({FieldType.NUMBER}),
    "draw": frozenset({FieldType.YES_NO}),
    "reviewed_at": frozenset({FieldType.REFERENCE}),
    "baseline": frozenset({FieldType.NUMBER}),
    "baseline_cases": frozenset({FieldType.NUMBER}),
}
_KPI = ("name", "short_name", "unit", "better", "readings", "target", "target_by", "amber_from", "red_from", "draw")
_KPI_OWNED = ("owner", "supplier_is", "party", "freq", "reviewed_at")
_KPI_BEFORE = ("baseline", "baseline_cases", "baseline_plan", "verification")

_SIGNINGS = ("paper", "party", "signatory", "signed_on", "method", "needed_by", "exceptions")
_SIGNING_TYPES = {
    "party": frozenset({FieldType.REFERENCE}),
    "signatory": frozenset({FieldType.REFERENCE}),
    "signed_on": frozenset({FieldType.DATE}),
    "needed_by": frozenset({FieldType.DATE}),
}

COUNTED = frozenset({FieldType.NUMBER, FieldType.CHOICE})
"""What a score can be made of."""

THRESHOLDS = ("medium_from", "high_from")
"""The fields of a document that say from which score something is medium, and high."""

LAYOUTS: Mapping[str, LayoutRule] = {
    "record_table": LayoutRule(),
    "facts_list": LayoutRule(of=None),
    "callout": LayoutRule(of=False),
    "text": LayoutRule(of=False, cells=False),
    "raci_grid": LayoutRule(
        cells=False,
        tables={
            "of": ("ref", "activity", "timing"),
            "roles": ("label", "person", "organisation"),
            "letters": ("activity", "role", "letter"),
        },
    ),
    "year_calendar": LayoutRule(
        cells=False,
        tables={"of": ("name", "freq", "first_date", "day_time")},
        types={"freq": frozenset({FieldType.FREQUENCY}), "first_date": frozenset({FieldType.DATE})},
        names=("tender.contract_start",),
    ),
    "governance_levels": LayoutRule(
        cells=False,
        tables={
            "of": ("name", "tier", "day_time", "chair"),
            "escalation_levels": ("level", "who_decides", "decide_within"),
        },
        types={"tier": frozenset({FieldType.CHOICE}), "level": frozenset({FieldType.NUMBER})},
    ),
    "trend": LayoutRule(
        cells=False,
        tables={"of": ("month", "result")},
        types={
            "month": frozenset({FieldType.DATE}),
            "result": frozenset({FieldType.NUMBER, FieldType.PERCENTAGE}),
        },
    ),
    "trends": LayoutRule(
        cells=False,
        tables={"of": ("measure", "month", "result")},
        types={
            "month": frozenset({FieldType.DATE}),
            "result": frozenset({FieldType.NUMBER, FieldType.PERCENTAGE}),
        },
    ),
    "coverage_grid": LayoutRule(
        cells=False,
        tables={"of": ("who", "question", "state", "found")},
        types={"state": frozenset({FieldType.CHOICE})},
    ),
    "score_grid": LayoutRule(
        cells=False,
        tables={"of": ("organisation",)},
        types={"organisation": frozenset({FieldType.REFERENCE})},
    ),
    "kpi_trends": LayoutRule(cells=False, tables={"of": _KPI}, types=_KPI_TYPES),
    "kpi_measures": LayoutRule(
        cells=False,
        tables={"of": (*_KPI, *_KPI_OWNED, *_KPI_BEFORE)},
        types=_KPI_TYPES,
    ),
    "kpi_figures": LayoutRule(cells=False, tables={"of": _KPI}, types=_KPI_TYPES),
    "kpi_actions": LayoutRule(
        cells=False, tables={"of": (*_KPI, "cause", "action", "action_owner", "action_due")}, types=_KPI_TYPES
    ),
    "yearly_sums": LayoutRule(
        cells=False,
        tables={"of": ("unit", "year_1", "year_2", "year_3", "total", "counted_elsewhere")},
        types={
            "unit": frozenset({FieldType.CHOICE}),
            "counted_elsewhere": frozenset({FieldType.YES_NO}),
            **dict.fromkeys(("year_1", "year_2", "year_3", "total"), frozenset({FieldType.NUMBER})),
        },
    ),
    "signature_register": LayoutRule(cells=False, tables={"of": _SIGNINGS}, types=_SIGNING_TYPES),
    "sign_off": LayoutRule(cells=False, tables={"of": _SIGNINGS}, types=_SIGNING_TYPES),
    "changed_words": LayoutRule(of=False, cells=False),
}
"""Every layout of ``compose.layouts``, by name."""

NOTICES = frozenset({"general_template"})
"""The standing notices that a signature page can carry."""

SIGNING = frozenset({"wet_or_digital", "wet", "digital", "acknowledgement"})
"""How a signature line is signed."""

SCRIPTED = frozenset({FieldType.TEXT, FieldType.LONG_TEXT})
"""Types whose answers are a person's own words."""

PICKED = frozenset({FieldType.CHOICE, FieldType.CHOICES})
"""Types that need a list of choices."""

SHOWS_ITSELF = PICKED | {FieldType.YES_NO, FieldType.FREQUENCY, FieldType.REFERENCE, FieldType.FILE, FieldType.TABLE}
"""Types whose form shows what can be answered, so that they need no example."""

LAW_TERMS = frozenset(
    (
        "accessible_information",
        "barring",
        "barring_law",
        "candour",
        "capacity",
        "care",
        "care_regulation",
        "care_regulator",
        "charity_law",
        "charity_regulator",
        "children",
        "children_body",
        "data_guardian",
        "data_protection",
        "data_protection_act",
        "environmental_information",
        "equality",
        "freedom_of_information",
        "gdpr",
        "health_body",
        "health_planning",
        "health_procurement",
        "health_reform",
        "health_service",
        "health_sharing",
        "housing_regulator",
        "human_rights",
        "information_regulator",
        "information_sharing",
        "liberty",
        "modern_slavery",
        "ombudsman",
        "opt_out",
        "peoples_voice",
        "privacy_guardian",
        "procurement",
        "records_code",
        "safeguarding",
        "safeguarding_board",
        "safeguarding_body",
        "security_toolkit",
        "social_value",
        "speaking_up",
        "staff_transfer",
        "third_parties",
        "training_inspectorate",
        "vetting",
        "vetting_check",
        "workforce_body",
        "workforce_register",
    )
)
"""What ``resources/nations.toml`` names in every nation: laws, regulators, schemes. Templates say ``law.capacity``."""
