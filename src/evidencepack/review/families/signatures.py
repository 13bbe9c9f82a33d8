# SPDX-License-Identifier: MPL-2.0
"""CHK-SG: signatures, days that run out, status."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review import unsigned as signing
from evidencepack.review.freshness import running_out
from evidencepack.review.overdue import overdue
from evidencepack.review.parties import strangers_who_sign
from evidencepack.review.plausible import wrong_way_round
from evidencepack.review.rule import Each, EachDocument, EachInUse, EachRecord, Rule
from evidencepack.review.signing_days import impossible_days, signed_before_written
from evidencepack.review.signings import changed_since_signed, unknown_papers, unlike_register

RULES: Mapping[str, Rule] = {
    "SG-01": EachDocument(signing.unsigned),
    "SG-02": changed_since_signed,
    "SG-03": Each("contact", signing.authority_unknown),
    "SG-04": EachDocument(signing.to_chase),
    "SG-05": Each("signoff_sheet", signing.not_accepted),
    "SG-06": running_out,
    "SG-08": EachDocument(signing.still_a_draft),
    "SG-09": EachRecord(wrong_way_round),
    "SG-10": EachInUse(overdue),
    "SG-12": EachDocument(impossible_days),
    "SG-51": unlike_register,
    "SG-52": unknown_papers,
    "SG-53": Each("signoff_sheet", signed_before_written),
    "SG-54": strangers_who_sign,
}
"""The rules of this family by id; their words stand in ``resources/review/signatures.toml``."""
