# SPDX-License-Identifier: MPL-2.0
"""A badge counts what is to be fixed in a document, and neither missing answers nor suggestions."""

from __future__ import annotations

from evidencepack.domain.trade import Severity
from evidencepack.usecases.badges import Badge, badge_of
from evidencepack.usecases.readiness import Home, Problem

BLOCKS, WARNS, SUGGESTS = Severity


def found(severity: Severity, home: str, step: int, rule: str = "XD-01") -> Problem:
    return Problem(f"{rule} {home} {step}", severity, rule, "T", "M", "H", Home(home, "Memorandum", "M-1"), home, step)


FOUND = (
    found(BLOCKS, "mou", 1),
    found(WARNS, "mou", 1),
    found(WARNS, "mou", 2),
    found(SUGGESTS, "mou", 3),
    found(BLOCKS, "mou", 3, "RQ-01"),
    found(BLOCKS, "mou", -1, "SG-02"),
    found(BLOCKS, "dsa", 0),
)


def test_a_document_counts_all_of_its_own() -> None:
    assert badge_of(FOUND, {"mou"}) == Badge(2, 2)
    assert badge_of(FOUND, {"mou", "dsa"}) == Badge(3, 2)
    assert not badge_of(FOUND, {"raci"})
