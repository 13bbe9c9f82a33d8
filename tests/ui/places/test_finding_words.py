# SPDX-License-Identifier: MPL-2.0
"""The words of the list of findings: the heads agree with the badges, and say where the rows are more."""

from __future__ import annotations

import pytest

from evidencepack.domain.trade import Severity
from evidencepack.ui.places.finding_words import entries_of, tier_words
from evidencepack.usecases.readiness import Home, Problem, lines_of, tiers_of


def missing(path: str, home: str) -> Problem:
    """Return that a paper lacks an answer."""
    paper = Home(home, "Paper", home, document=True)
    return Problem(f"{home} {path}", Severity.BLOCKS, "RQ-01", "Missing", "Missing.", "", paper, path)


@pytest.mark.parametrize(
    ("papers", "head"), [(("MOU-01",), "Must fix · 2"), (("MOU-01", "RACI-01"), "Must fix · 2, in 4 places")]
)
def test_a_head_counts_what_the_badge_counts_and_says_in_how_many_places(papers: tuple[str, ...], head: str) -> None:
    problems = [missing(path, home) for home in papers for path in ("T/title", "T/buyer")]
    first, *rows = entries_of(lines_of(problems))
    assert first.title == head
    assert tier_words(Severity.BLOCKS, tiers_of(problems)[Severity.BLOCKS]) == "2 must fix"
    assert [row.second.split(" ·")[0] for row in rows] == ["2 answers missing"] * len(papers)
