# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace
from datetime import date

from evidencepack.domain.record import Facts, Record
from evidencepack.usecases.clock import AS_OF, as_of


def test_a_tender_that_fixes_its_day_keeps_it() -> None:
    tender = Record("t", "tender", "T", answers={AS_OF: date(2027, 2, 15)})
    assert as_of(Facts("t", {"t": tender}, date(2030, 1, 1))) == date(2027, 2, 15)


def test_any_other_tender_is_of_the_day_of_its_newest_change() -> None:
    facts = Facts("t", {"t": Record("t", "tender", "T")}, date(2030, 1, 1))
    assert as_of(facts) == date(2030, 1, 1)
    assert as_of(replace(facts, changed=date(2030, 1, 2))) == date(2030, 1, 2)
