# SPDX-License-Identifier: MPL-2.0
"""CHK-SV: social value."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review import social_value as value
from evidencepack.review.rule import Each, Rule

_PROMISE = "commitment"

RULES: Mapping[str, Rule] = {
    "SV-01": Each(_PROMISE, value.unfinished),
    "SV-02": Each(_PROMISE, value.nobody_delivers),
    "SV-03": Each(_PROMISE, value.unproved),
    "SV-04": Each(_PROMISE, value.bolted_on),
    "SV-05": Each("tender", value.other_framework),
    "SV-06": Each(_PROMISE, value.counted_twice),
    "SV-07": Each("organisation", value.skills_unmeasured),
    "SV-08": Each("social_value", value.local_is_nowhere),
    "SV-09": Each(_PROMISE, value.wrong_total),
}
"""The rules of this family by id; their words stand in ``resources/review/social_value.toml``."""
