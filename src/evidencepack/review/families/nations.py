# SPDX-License-Identifier: MPL-2.0
"""CHK-NA: words written for another nation."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.nations import law_of_others, names_of_other_nations, written_elsewhere
from evidencepack.review.rule import EachInUse, Rule

RULES: Mapping[str, Rule] = {
    "NA-51": written_elsewhere,
    "NA-52": EachInUse(law_of_others),
    "NA-53": names_of_other_nations,
}
"""The rules of this family by id; their words stand in ``resources/review/nations.toml``."""
