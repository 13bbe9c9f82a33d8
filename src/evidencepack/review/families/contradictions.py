# SPDX-License-Identifier: MPL-2.0
"""CHK-XD: papers that contradict each other."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.between_papers import other_numbers
from evidencepack.review.claims import left_out
from evidencepack.review.clash import in_use, together
from evidencepack.review.councils import other_buyer
from evidencepack.review.days_and_hours import days_as_hours
from evidencepack.review.figures import other_figures, other_targets
from evidencepack.review.freshness import people_gone
from evidencepack.review.kept_evidence import other_cover, other_last_day
from evidencepack.review.kept_times import other_kept_times
from evidencepack.review.left_out_of_papers import left_out_of_papers
from evidencepack.review.legal_names import nearly_named
from evidencepack.review.meeting_rhythms import other_rhythms
from evidencepack.review.named_parties import no_parties, other_names
from evidencepack.review.notice_times import other_breach_times, other_levels, other_report_times, slow_processors
from evidencepack.review.other_facts import access_without_flow, old_names, other_sums
from evidencepack.review.overrides import CONTRADICTIONS, overridden
from evidencepack.review.response_promises import other_response_times
from evidencepack.review.roles_held import gone_in_words, strangers, two_in_a_role
from evidencepack.review.roles_said import other_jobs, others_in_roles
from evidencepack.review.rule import EachDocument, EachInUse, EachRecord, Rule
from evidencepack.review.spoken_roles import other_roles
from evidencepack.review.tender_said import other_tender
from evidencepack.review.told_amounts import other_amounts
from evidencepack.review.told_terms import other_terms

RULES: Mapping[str, Rule] = {
    **dict.fromkeys(CONTRADICTIONS, EachDocument(overridden)),
    "XD-01": EachInUse(together(overridden, other_rhythms)),
    "XD-02": EachRecord(together(people_gone, in_use(strangers), in_use(gone_in_words))),
    "XD-03": EachInUse(together(overridden, other_response_times, days_as_hours)),
    "XD-04": EachInUse(together(overridden, other_breach_times, slow_processors)),
    "XD-05": EachInUse(together(overridden, other_names, nearly_named)),
    "XD-06": EachInUse(together(overridden, two_in_a_role, others_in_roles, other_jobs)),
    "XD-07": EachInUse(together(overridden, other_targets)),
    "XD-08": EachInUse(together(overridden, other_amounts, other_numbers)),
    "XD-09": EachInUse(together(overridden, other_roles)),
    "XD-10": EachInUse(together(overridden, access_without_flow)),
    "XD-11": EachInUse(together(overridden, other_tender, other_buyer)),
    "XD-12": EachInUse(together(overridden, other_report_times)),
    "XD-13": EachInUse(together(overridden, other_kept_times)),
    "XD-14": EachInUse(together(overridden, other_levels)),
    "XD-16": EachInUse(other_figures),
    "XD-17": EachInUse(together(left_out, no_parties, left_out_of_papers)),
    "XD-55": EachRecord(together(in_use(other_sums), other_cover)),
    "XD-56": EachInUse(old_names),
    "XD-57": EachRecord(together(in_use(other_terms), other_last_day)),
}
"""The rules of this family by id; their words stand in ``resources/review/contradictions.toml``."""
