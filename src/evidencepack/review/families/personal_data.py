# SPDX-License-Identifier: MPL-2.0
"""CHK-PD: personal details that leak."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.file_names import telling_file_names
from evidencepack.review.personal_data import (
    BANK_DETAILS,
    BIRTHS,
    HOMES,
    INSURANCE_LIKE,
    INSURANCE_NUMBERS,
    MAILBOXES,
    NHS_LIKE,
    NHS_NUMBERS,
    ON_BOARDS,
    POSTCODES,
    RARE_DETAILS,
    TELEPHONES,
    real_names,
)
from evidencepack.review.rule import Each, EachInUse, Rule

RULES: Mapping[str, Rule] = {
    "PD-01": NHS_NUMBERS,
    "PD-02": NHS_LIKE,
    "PD-03": INSURANCE_NUMBERS,
    "PD-04": INSURANCE_LIKE,
    "PD-05": BIRTHS,
    "PD-06": POSTCODES,
    "PD-07": TELEPHONES,
    "PD-08": MAILBOXES,
    "PD-09": HOMES,
    "PD-10": EachInUse(real_names),
    "PD-11": RARE_DETAILS,
    "PD-13": ON_BOARDS,
    "PD-15": Each("evidence_item", telling_file_names),
    "PD-51": BANK_DETAILS,
}
"""The rules of this family by id; their words stand in ``resources/review/personal_data.toml``."""
