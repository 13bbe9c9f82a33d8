# SPDX-License-Identifier: MPL-2.0
"""CHK-MO: the memorandum."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review import memorandum as paper
from evidencepack.review import one_sided
from evidencepack.review.nothing_shared import shared_all_the_same
from evidencepack.review.rule import Each, EachDocument, Rule
from evidencepack.review.wording import unguarded_wording

_MOU = "mou"

RULES: Mapping[str, Rule] = {
    "MO-01": Each(_MOU, paper.few_parties),
    "MO-02": Each(_MOU, paper.no_scope),
    "MO-03": Each(_MOU, paper.promised_nothing),
    "MO-04": Each(_MOU, paper.no_agreement),
    "MO-05": Each(_MOU, paper.unsaid_status),
    "MO-06": unguarded_wording,
    "MO-07": Each(_MOU, paper.promised_income),
    "MO-08": Each(_MOU, paper.endless_steps),
    "MO-09": Each(_MOU, paper.late_review),
    "MO-10": Each(_MOU, paper.short_term),
    "MO-11": Each(_MOU, paper.low_cover),
    "MO-51": shared_all_the_same,
    "MO-52": EachDocument(one_sided.no_way_out),
    "MO-53": EachDocument(one_sided.for_one_side),
}
"""The rules of this family by id; their words stand in ``resources/review/memorandum.toml``."""
