# SPDX-License-Identifier: MPL-2.0
"""CHK-RF: names of what is gone."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.lost_names import lost_names
from evidencepack.review.lost_parties import named_without_being_party
from evidencepack.review.parties import called_alike, twice_there
from evidencepack.review.relied_on import over_but_relied_on
from evidencepack.review.rule import EachDocument, EachInUse, Rule

RULES: Mapping[str, Rule] = {
    "RF-51": EachInUse(lost_names),
    "RF-52": named_without_being_party,
    "RF-53": twice_there,
    "RF-54": EachDocument(over_but_relied_on),
    "RF-55": called_alike,
}
"""The rules of this family by id; their words stand in ``resources/review/gone.toml``."""
