# SPDX-License-Identifier: MPL-2.0
"""What a check says of copies is what the workspace found, in the words of each rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from evidencepack.domain.finding import Finding
from evidencepack.domain.trade import Severity
from evidencepack.review.reading import Given, Reading, Reused
from evidencepack.review.register import review
from evidencepack.review.reuse import REUSE


def test_each_thing_found_is_said_under_its_rule(reading: Callable[..., Reading]) -> None:
    words = {"record": "<b>&{{ যত্ন", "labels": "Review"}
    found = tuple(Reused(rule, "mou-1", f"mou-1/{rule}", words) for rule in REUSE)
    said = [one for one in review(replace(reading(), given=Given(reused=found))) if one.rule.startswith("CHK-RU")]
    assert said == [
        Finding(f"CHK-{rule}", Severity.WARNS, "mou-1", f"mou-1/{rule}", "<b>&{{ যত্ন: Review") for rule in REUSE
    ]


def test_a_tender_without_copies_has_no_such_finding(reading: Callable[..., Reading]) -> None:
    assert not [one for one in review(reading()) if one.rule.startswith("CHK-RU")]
