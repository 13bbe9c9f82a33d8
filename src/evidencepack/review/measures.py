# SPDX-License-Identifier: MPL-2.0
"""Measures: how much there is of each paper as typeset, handed in by who has laid it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is of one paper: sides, words and characters with spaces, as they are printed."""

    sides: int = 0
    words: int = 0
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Measures:
    """How much there is: ``sides`` of all the appendices (0 where nobody has laid them out), and each paper by its id.

    ``letters`` are the appendix letters by the id of a paper.
    """

    sides: int = 0
    papers: Mapping[str, Extent] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)


NOT_LAID_OUT = Measures()
"""Nobody knows yet: rules on limits say nothing."""
