# SPDX-License-Identifier: MPL-2.0
"""A glance at the beginnings of words, before a pattern looks at them, costs no finding.

The slips of the examiner are only typed here: whether their rules find them is for the examiner alone to say.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

import pytest
from tests.readiness.defect import Defect
from tests.readiness.edits import CannotBeTypedError
from tests.readiness.lists import all_defects, fresh_defects, second_fresh_defects
from tests.shipped import LIBRARY

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.review.reading import Given
from evidencepack.review.register import review
from evidencepack.usecases.checking import reading_of
from evidencepack.usecases.finding_records import NotFoundError

_ROOM = "evidencepack.review."
_FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
_SOME = 6


def test_rules_that_look_for_cues_first_find_what_they_find_without(
    sample_facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = (*all_defects(), *fresh_defects(), *second_fresh_defects())
    facts = _with_all(sample_facts, every if _FULL else every[::_SOME])
    found = _found(facts)
    looking = [module for name, module in sys.modules.items() if name.startswith(_ROOM) and hasattr(module, "lacks")]
    for module in looking:
        monkeypatch.setattr(module, "lacks", lambda _text, _needed: False)
    assert found == _found(facts)
    assert len({one.rule for one in found}) > 50
    assert len(looking) > 10


def _found(facts: Facts) -> tuple[Finding, ...]:
    return review(reading_of(facts, LIBRARY, Given()))


def _with_all(facts: Facts, defects: Iterable[Defect]) -> Facts:
    """Return the sample with all slips at once that can be typed one behind the other."""
    for one in defects:
        try:
            facts = one.made(facts)[0]
        except (CannotBeTypedError, NotFoundError):
            continue
    return facts
