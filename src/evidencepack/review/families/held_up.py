# SPDX-License-Identifier: MPL-2.0
"""CHK-CL: promises, and what holds them up."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.held_up import not_held_up, unused_proofs
from evidencepack.review.rule import Rule

RULES: Mapping[str, Rule] = {"CL-51": not_held_up, "CL-52": unused_proofs}
"""The rules of this family by id; their words stand in ``resources/review/held_up.toml``."""
