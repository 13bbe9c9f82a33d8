# SPDX-License-Identifier: MPL-2.0
"""A fix of heads of terms mends what was found; what fires, and what does not, is in the cases."""

from __future__ import annotations

from decimal import Decimal

from tests.review.on_sample import read, saying
from tests.shipped import LIBRARY

from evidencepack.domain.finding import Put
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Number
from evidencepack.review.register import RULES
from evidencepack.usecases.changes import SetAnswer, apply_change


def test_late_payment_can_be_mended_by_one_change(sample_facts: Facts) -> None:
    rule, words = RULES["HT-02"], LIBRARY.rules["HT-02"]
    late = saying(sample_facts, "TBN-HOT-01", payment_days=Number(Decimal(45), "days"))
    (found,) = rule(read(late), words)
    ((step,),) = (fix.steps for fix in found.fixes)
    assert isinstance(step, Put)
    assert list(rule(read(apply_change(late, SetAnswer(step.path, step.type, step.value))), words)) == []
