# SPDX-License-Identifier: MPL-2.0
"""CHK-VG: vague words and plain English."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review import vague_words as vague
from evidencepack.review.plain_english import hard_to_read
from evidencepack.review.rule import Each, EachInUse, Rule

RULES: Mapping[str, Rule] = {
    "VG-01": EachInUse(vague.vague),
    "VG-03": Each(vague.NARRATIVE, vague.named_only),
    "VG-04": Each(vague.NARRATIVE, vague.bare_features),
    "VG-05": Each(vague.NARRATIVE, hard_to_read),
}
"""The rules of this family by id; their words stand in ``resources/review/vague_words.toml``."""
