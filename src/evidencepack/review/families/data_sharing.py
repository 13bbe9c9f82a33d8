# SPDX-License-Identifier: MPL-2.0
"""CHK-DS: the data sharing agreement and its flows."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.agreement_parties import no_assurance, nobody_answers, nobody_to_ring
from evidencepack.review.agreement_terms import (
    half_kept,
    kept_for_ever,
    late_review,
    needless_items,
    no_assessment,
    no_capacity,
    no_flows,
    no_live_review,
    no_safeguard,
    one_language,
    opt_out_open,
    slow_complaints,
    unchecked,
    uncovered_pilot,
    unrecorded_consent,
    unsafe_ways,
)
from evidencepack.review.breach import late_notices, slow_notices
from evidencepack.review.data_flows import FLOW, decided_otherwise, ill_matched, public_tasks_of_others, to_oneself
from evidencepack.review.data_terms import unlisted_processors, unsettled_points
from evidencepack.review.flow_parties import flows_of_strangers
from evidencepack.review.flow_reasons import (
    about_crime,
    beyond_set_purposes,
    by_consent,
    by_interest,
    by_law,
    consent_for_care,
    for_care,
    for_members_only,
    interests_of_authorities,
    lacking,
    no_policy,
    no_reason,
    no_role,
    special,
    with_schedule,
)
from evidencepack.review.lost_parties import processors_no_more
from evidencepack.review.rule import Each, Rule

RULES: Mapping[str, Rule] = {
    "DS-01": Each("dsa", no_flows),
    "DS-02": Each(FLOW, no_reason),
    "DS-03": lacking("art9_condition", special),
    "DS-04": lacking("sch1_condition", with_schedule),
    "DS-05": Each(FLOW, no_policy),
    "DS-06": lacking("secrecy_basis", for_care),
    "DS-07": Each(FLOW, for_members_only),
    "DS-08": Each(FLOW, consent_for_care),
    "DS-09": lacking("consent_withdrawal", by_consent),
    "DS-10": Each(FLOW, interests_of_authorities),
    "DS-11": lacking("lia_ref", by_interest),
    "DS-12": lacking("statutory_basis", by_law),
    "DS-13": Each(FLOW, beyond_set_purposes),
    "DS-14": Each(FLOW, no_role),
    "DS-15": unlisted_processors,
    "DS-16": unsettled_points,
    "DS-19": late_notices,
    "DS-17": Each("dsa", half_kept),
    "DS-18": Each("dsa", kept_for_ever),
    "DS-20": slow_notices,
    "DS-21": Each("dsa", nobody_to_ring),
    "DS-22": Each("dsa", no_live_review),
    "DS-23": Each("dsa", late_review),
    "DS-24": Each("dsa", no_assessment),
    "DS-25": Each("dsa", no_assurance),
    "DS-27": Each(FLOW, unsafe_ways),
    "DS-28": Each("dsa", needless_items),
    "DS-29": Each("dsa", nobody_answers),
    "DS-30": Each("dsa", slow_complaints),
    "DS-31": Each("dsa", unchecked),
    "DS-32": Each("dsa", no_capacity),
    "DS-33": Each("dsa", opt_out_open),
    "DS-34": Each("dsa", no_safeguard),
    "DS-35": Each("dsa", one_language),
    "DS-36": Each("dsa", unrecorded_consent),
    "DS-37": public_tasks_of_others,
    "DS-38": lacking("criminal_condition", about_crime),
    "DS-39": flows_of_strangers,
    "DS-40": Each("dsa", uncovered_pilot),
    "DS-51": processors_no_more,
    "DS-53": to_oneself,
    "DS-54": decided_otherwise,
    "DS-55": ill_matched,
}
"""The rules of this family by id; their words stand in ``resources/review/data_sharing.toml``."""
