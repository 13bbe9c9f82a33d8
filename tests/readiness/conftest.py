# SPDX-License-Identifier: MPL-2.0
"""The examiner of the sample, made once."""

from __future__ import annotations

import pytest
from tests.readiness.examiner import Examiner, live_check

from evidencepack.domain.record import Facts


@pytest.fixture(scope="session")
def examiner(sample_facts: Facts) -> Examiner:
    """Return an examiner of the sample tender."""
    return Examiner(sample_facts, live_check(sample_facts))
