# SPDX-License-Identifier: MPL-2.0
"""CHK-EX: examples and places to fill."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.examples import unedited_examples
from evidencepack.review.places_to_fill import places_to_fill
from evidencepack.review.rule import EachInUse, Rule

RULES: Mapping[str, Rule] = {
    "EX-51": unedited_examples,
    "EX-52": EachInUse(places_to_fill),
}
"""The rules of this family by id; their words stand in ``resources/review/examples.toml``."""
