# SPDX-License-Identifier: MPL-2.0
"""CHK-DT: days that cannot be right, or have passed."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.closed_days import closed_days
from evidencepack.review.freshness import to_look_at_again
from evidencepack.review.plausible import not_yet, out_of_range
from evidencepack.review.rule import EachDocument, EachRecord, Rule

RULES: Mapping[str, Rule] = {
    "DT-51": EachRecord(closed_days),
    "DT-52": EachRecord(not_yet),
    "DT-53": EachRecord(out_of_range),
    "DT-54": EachDocument(to_look_at_again),
}
"""The rules of this family by id; their words stand in ``resources/review/days.toml``."""
