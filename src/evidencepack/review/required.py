# SPDX-License-Identifier: MPL-2.0
"""Readiness: every rule by its id, and what they all say of one tender."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.domain.finding import Finding
from evidencepack.domain.trade import Severity
from evidencepack.review.beside_meetings import other_rhythms
from evidencepack.review.breach import late_notices, notices
from evidencepack.review.case_studies import templates, untellable
from evidencepack.review.claims import left_out, no_trend, over_limit
from evidencepack.review.closed_days import closed_days
from evidencepack.review.data_flows import decided_otherwise, ill_matched, public_tasks_of_others, to_oneself
from evidencepack.review.data_terms import unlisted_processors, unsettled_points
from evidencepack.review.examples import unedited_examples
from evidencepack.review.figures import other_figures
from evidencepack.review.flow_parties import flows_of_strangers
from evidencepack.review.freshness import (
    lapsing_cover,
    over_before_deadline,
    over_before_start,
    people_gone,
    to_look_at_again,
)
from evidencepack.review.lengths import too_long
from evidencepack.review.letters import signed_by_others, without_consent
from evidencepack.review.limits import too_many_sides
from evidencepack.review.look import (
    darkened_colour,
    other_paper,
    other_typeface,
    rules_not_kept,
    unknown_colour,
    unread_rules,
)
from evidencepack.review.lost_names import lost_names
from evidencepack.review.lost_parties import named_without_being_party, processors_no_more
from evidencepack.review.measured_times import other_times_of_measures
from evidencepack.review.missing_values import missing_values
from evidencepack.review.nations import law_of_others, names_of_other_nations, written_elsewhere
from evidencepack.review.nothing_shared import shared_all_the_same
from evidencepack.review.overrides import CONTRADICTIONS, contradictions, lost_overrides, needless_overrides
from evidencepack.review.own_promises import given, narratives, times
from evidencepack.review.own_words import meetings
from evidencepack.review.parties import called_alike, strangers_who_sign, twice_there
from evidencepack.review.partners import unled_partners
from evidencepack.review.places_to_fill import places_to_fill
from evidencepack.review.plausible import made_worse, more_than_all, not_yet, out_of_range, wrong_way_round
from evidencepack.review.promises import wrong_totals
from evidencepack.review.reading import Reading, Rule
from evidencepack.review.relied_on import over_but_relied_on
from evidencepack.review.required_fields import required_fields
from evidencepack.review.reuse import REUSE, reused
from evidencepack.review.safeguarding_times import other_safeguarding_times
from evidencepack.review.same_person import same_person
from evidencepack.review.signing_days import late_letters, signed_before_written, signed_tomorrow
from evidencepack.review.signings import unknown_papers, unlike_register
from evidencepack.review.spoken_chairs import other_chairs
from evidencepack.review.spoken_people import people, people_of_narratives
from evidencepack.review.spoken_roles import roles, roles_of_narratives
from evidencepack.review.unprintable import unprintable_answers
from evidencepack.review.wording import overtaken_wording, unadvised_wording, unguarded_wording, unusable_wording

__all__ = ["RULES", "Reading", "review"]

RULES: Mapping[str, Rule] = {
    "RQ-01": required_fields,
    "RQ-02": unled_partners,
    "PK-01": missing_values,
    "PK-02": unprintable_answers,
    "EX-01": unedited_examples,
    "EX-02": places_to_fill,
    "CS-06": templates,
    "CS-07": untellable,
    "LT-01": signed_by_others,
    "LT-11": without_consent,
    "SG-16": strangers_who_sign,
    "MO-12": shared_all_the_same,
    "RF-01": lost_names,
    "RF-02": named_without_being_party,
    "RF-03": twice_there,
    "RF-04": over_but_relied_on,
    "RF-05": called_alike,
    "DS-41": processors_no_more,
    "DS-43": to_oneself,
    "NA-01": written_elsewhere,
    "NA-02": law_of_others,
    "NA-03": names_of_other_nations,
    "DS-15": unlisted_processors,
    "DS-16": unsettled_points,
    "DS-37": public_tasks_of_others,
    "DS-38": decided_otherwise,
    "DS-39": ill_matched,
    "SV-09": wrong_totals,
    "DT-01": closed_days,
    "DT-02": not_yet,
    "DT-03": out_of_range,
    "DT-04": to_look_at_again,
    "SG-06": over_before_deadline,
    "SG-07": over_before_start,
    "SG-09": wrong_way_round,
    "SG-11": lapsing_cover,
    "SG-12": signed_tomorrow,
    "SG-15": signed_before_written,
    "LT-09": late_letters,
    "RK-04": made_worse,
    "KP-11": more_than_all,
    "XD-02": people_gone,
    "NR-04": over_limit,
    "PR-05": too_many_sides,
    "KP-04": no_trend,
    "FT-10": left_out,
    "LK-01": other_typeface,
    "LK-02": other_paper,
    "LK-03": rules_not_kept,
    "LK-04": darkened_colour,
    "LK-05": unknown_colour,
    "LK-06": unread_rules,
    "LK-07": too_long,
    "LO-01": lost_overrides,
    "LO-02": needless_overrides,
    "HW-01": overtaken_wording,
    "HW-02": unusable_wording,
    "HW-03": unadvised_wording,
    "MO-06": unguarded_wording,
    **dict.fromkeys(CONTRADICTIONS, contradictions),
    "XD-01": meetings,
    "XD-03": times,
    "LT-12": given,
    "NR-12": narratives,
    "XD-06": people,
    "NR-13": people_of_narratives,
    "XD-09": roles,
    "NR-14": roles_of_narratives,
    "KP-12": other_figures,
    "RQ-03": same_person,
    "DS-42": flows_of_strangers,
    "DS-19": late_notices,
    "XD-04": notices,
    "XD-22": other_rhythms,
    "XD-23": other_times_of_measures,
    "XD-24": other_chairs,
    "XD-12": other_safeguarding_times,
    "SG-13": unlike_register,
    "SG-14": unknown_papers,
    **dict.fromkeys(REUSE, reused),
}
"""Every rule by its id; its words stand in ``resources/review/rules.toml`` under the same id."""

_WORST_FIRST = tuple(Severity)


def review(reading: Reading) -> tuple[Finding, ...]:
    """Return what an evaluator would mark down: the worst first, then in the order of the documents."""
    words = reading.library.rules
    found = [finding for name, rule in RULES.items() for finding in rule(reading, words[name])]
    return tuple(sorted(found, key=lambda finding: _WORST_FIRST.index(finding.severity)))
