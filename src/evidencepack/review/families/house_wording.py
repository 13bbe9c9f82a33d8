# SPDX-License-Identifier: MPL-2.0
"""CHK-HW: clauses in the words of a house."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.rule import Rule
from evidencepack.review.wording import overtaken_wording, unadvised_wording, unusable_wording

RULES: Mapping[str, Rule] = {
    "HW-51": overtaken_wording,
    "HW-52": unusable_wording,
    "HW-53": unadvised_wording,
}
"""The rules of this family by id; their words stand in ``resources/review/house_wording.toml``."""
