# SPDX-License-Identifier: MPL-2.0
"""CHK-LK: how pages look, and what is too long."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.lengths import too_long
from evidencepack.review.look import darkened_colour, other_paper, rules_not_kept, unknown_colour, unread_rules
from evidencepack.review.rule import EachInUse, Rule

RULES: Mapping[str, Rule] = {
    "LK-52": other_paper,
    "LK-53": rules_not_kept,
    "LK-54": darkened_colour,
    "LK-55": unknown_colour,
    "LK-56": unread_rules,
    "LK-57": EachInUse(too_long),
}
"""The rules of this family by id; their words stand in ``resources/review/look.toml``."""
