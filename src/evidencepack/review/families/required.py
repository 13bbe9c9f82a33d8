# SPDX-License-Identifier: MPL-2.0
"""CHK-RQ: required answers."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.partners import unled_partners
from evidencepack.review.required_fields import required_fields
from evidencepack.review.rule import EachInUse, EachRecord, Rule
from evidencepack.review.same_person import same_person

RULES: Mapping[str, Rule] = {
    "RQ-01": EachInUse(required_fields),
    "RQ-51": unled_partners,
    "RQ-52": EachRecord(same_person),
}
"""The rules of this family by id; their words stand in ``resources/review/required.toml``."""
