# SPDX-License-Identifier: MPL-2.0
"""CHK-RU: copies from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.reuse import REUSE, reused
from evidencepack.review.rule import Rule

RULES: Mapping[str, Rule] = dict.fromkeys(REUSE, reused)
"""The rules of this family by id; their words stand in ``resources/review/copies.toml``."""
