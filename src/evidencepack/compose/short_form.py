# SPDX-License-Identifier: MPL-2.0
"""The short form of a document: fewer parts, each with the number that it has in the full paper."""

from __future__ import annotations

from dataclasses import replace

from evidencepack.blocks.blocks import Block, Heading, Numbering
from evidencepack.blocks.blocks import Clause as ClauseBlock
from evidencepack.compose.scope import Scope
from evidencepack.library.model import Clause, Schedule

SHORT_FORM = "short form"
"""What titles, footers and manifests call it."""

EXPLAINED = "a number that is left out is in the full paper, which we send when asked."
PLAINLY_EXPLAINED = "we send the full paper when asked."
"""Behind reference and version, under the headline: for papers with numbers, and for those without."""


def number_in_full(scope: Scope, part: Clause | Schedule) -> int:
    """Return the number of a clause or of a numbered schedule in the full paper."""
    if isinstance(part, Schedule):
        kept = [each for each in scope.kind.schedules if each.numbered and scope.keeps(each)]
        return [each.key for each in sorted(kept, key=lambda each: not each.opens)].index(part.key) + 1
    before = scope.kind.clauses[: [each.key for each in scope.kind.clauses].index(part.key)]
    return 1 + sum(len(scope.rows(each.each).items) if each.each else 1 for each in before if scope.keeps(each))


def as_in_full(blocks: tuple[Block, ...], part: Clause | Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return the blocks of a part; in a short form they begin with the number that the part has in the full paper."""
    if not scope.short or not blocks:
        return blocks
    first, *rest = blocks
    if isinstance(first, ClauseBlock) or (isinstance(first, Heading) and first.numbering is Numbering.SCHEDULE):
        return (replace(first, starts=number_in_full(scope, part)), *rest)
    return blocks
