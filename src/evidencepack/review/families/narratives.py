# SPDX-License-Identifier: MPL-2.0
"""CHK-NR: narratives."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.claims import over_limit
from evidencepack.review.narrative_parts import empty_paragraphs, no_proof, no_routine
from evidencepack.review.rule import Each, Rule

RULES: Mapping[str, Rule] = {
    "NR-01": Each("narrative", empty_paragraphs),
    "NR-02": Each("narrative", no_routine),
    "NR-03": Each("narrative", no_proof),
    "NR-04": over_limit,
}
"""The rules of this family by id; their words stand in ``resources/review/narratives.toml``."""
