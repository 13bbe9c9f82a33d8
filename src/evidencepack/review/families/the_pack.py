# SPDX-License-Identifier: MPL-2.0
"""CHK-PK: the pack as it is handed in."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.clash import both
from evidencepack.review.look import other_typeface
from evidencepack.review.missing_values import missing_values
from evidencepack.review.pack_papers import deadline_near, marked_internal, no_appendices_allowed, not_in_the_pack
from evidencepack.review.portal_places import annexes_without_file, empty_places, nothing_attached
from evidencepack.review.rule import Each, EachDocument, Rule
from evidencepack.review.unprintable import unprintable_answers

RULES: Mapping[str, Rule] = {
    "PK-01": missing_values,
    "PK-04": EachDocument(not_in_the_pack),
    "PK-05": EachDocument(marked_internal),
    "PK-07": unprintable_answers,
    "PK-08": deadline_near,
    "PK-09": both(EachDocument(no_appendices_allowed), Each("slot", no_appendices_allowed)),
    "PK-10": other_typeface,
    "PK-51": Each("slot", empty_places),
    "PK-52": Each("annex", annexes_without_file),
    "PK-53": EachDocument(nothing_attached),
}
"""The rules of this family by id; their words stand in ``resources/review/the_pack.toml``."""
