# SPDX-License-Identifier: MPL-2.0
"""CHK-LO: papers that differ from a fact."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.overrides import lost_overrides, needless_overrides
from evidencepack.review.rule import Rule

RULES: Mapping[str, Rule] = {
    "LO-51": lost_overrides,
    "LO-52": needless_overrides,
}
"""The rules of this family by id; their words stand in ``resources/review/differences.toml``."""
