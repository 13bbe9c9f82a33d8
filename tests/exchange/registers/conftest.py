# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from evidencepack.exchange.registers.table import Amount, Measure, Register, Sheet
from evidencepack.exchange.registers.workbook import About


@pytest.fixture(scope="session")
def hostile() -> Sheet:
    """Return a sheet with everything that a spreadsheet could take for something else."""
    rows = (
        ("R-1", "=1+1", Amount(Decimal(-5)), date(2027, 9, 30), Amount(Decimal("58000.5"), Measure.POUNDS)),
        ("R-2", "+44 20 7946 0000", Amount(Decimal("71.4")), None, Amount(Decimal("12.5"), Measure.PER_CENT)),
        ("R-3", "-5", Amount(Decimal(1200)), date(1899, 1, 1), Amount(Decimal("12345678901234567.89"))),
        ("R-4", "@SUM(A1)", None, None, None),
        ("R-5", '\t=cmd|"/c calc"!A0', None, None, None),
        ("R-6", "<b>&{{ _x0041_ https://example.test", None, None, None),
        ("R-7", "কমিউনিটি\nsecond line, “quoted”; and 'single'", None, None, Amount(Decimal(0))),
    )
    return Sheet(
        "",
        "A: sheet / of [all] sorts, with a very long name",
        ("Reference", "=Words", "How many?", "When?", "How much?"),
        rows,
    )


@pytest.fixture(scope="session")
def about() -> About:
    return About("TBN & partners", "Ferrybank Home Support Ltd", date(2027, 2, 15), "For partners.")


@pytest.fixture(scope="session")
def register(hostile: Sheet) -> Register:
    return Register("all", "All sorts", (hostile, Sheet("more", hostile.title, ("Reference",), ())))
