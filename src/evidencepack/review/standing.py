# SPDX-License-Identifier: MPL-2.0
"""How something stands, and what counts for it: the words that the coverage grid and the evidence map share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How far a question is answered, or a promise held up."""

    MET = "met"
    THIN = "thin"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Counts:
    """Something that counts as evidence: where it stands, and what a person calls it."""

    path: str
    called: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a partner and a question meet: how it stands, what counts, and what is wanting (empty where it is met)."""

    standing: Standing
    counts: tuple[Counts, ...] = ()
    wanting: str = ""
