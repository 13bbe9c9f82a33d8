# SPDX-License-Identifier: MPL-2.0
"""How far a tender is, in two numbers that cost little: for the list of tenders."""

from __future__ import annotations

from dataclasses import dataclass

from evidencepack.domain.record import Facts
from evidencepack.library.model import Library
from evidencepack.usecases.documents import document_rows
from evidencepack.usecases.forms import StepState


@dataclass(frozen=True, slots=True)
class HowFar:
    """The papers of a tender's pack, those of them that are complete, and the answers that are still needed in them."""

    papers: int
    ready: int
    missing: int


def how_far(facts: Facts, library: Library) -> HowFar:
    """Return how far the papers are that go into the pack of a tender."""
    papers = [paper for paper in document_rows(facts, library) if paper.in_pack]
    ready = sum(paper.state is StepState.COMPLETE for paper in papers)
    return HowFar(len(papers), ready, sum(paper.missing for paper in papers))
