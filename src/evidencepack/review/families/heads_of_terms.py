# SPDX-License-Identifier: MPL-2.0
"""CHK-HT: heads of terms."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review import terms
from evidencepack.review.rule import Each, Rule

_TERMS = "heads_of_terms"

RULES: Mapping[str, Rule] = {
    "HT-01": Each(_TERMS, terms.binds_by_accident),
    "HT-02": Each(_TERMS, terms.paid_late),
    "HT-03": Each(_TERMS, terms.lapses),
    "HT-04": Each(_TERMS, terms.not_passed_on),
    "HT-05": Each(_TERMS, terms.no_price),
}
"""The rules of this family by id; their words stand in ``resources/review/heads_of_terms.toml``."""
