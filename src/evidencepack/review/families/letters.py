# SPDX-License-Identifier: MPL-2.0
"""CHK-LT: letters of support."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review import letter_contents as contents
from evidencepack.review.letters import LETTER, signed_by_others, without_consent
from evidencepack.review.rule import Each, Rule

RULES: Mapping[str, Rule] = {
    "LT-01": signed_by_others,
    "LT-03": Each(LETTER, contents.stale),
    "LT-04": Each(LETTER, contents.another_tender),
    "LT-05": Each(LETTER, contents.says_too_little),
    "LT-06": Each(LETTER, contents.reads_alike),
    "LT-08": Each(LETTER, contents.endorsed),
    "LT-10": Each(LETTER, contents.unconditional),
    "LT-51": without_consent,
}
"""The rules of this family by id; their words stand in ``resources/review/letters.toml``."""
