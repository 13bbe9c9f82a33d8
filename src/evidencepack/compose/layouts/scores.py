# SPDX-License-Identifier: MPL-2.0
"""Scores in cells: two answers multiplied, with the word that the document's own thresholds give the result.

An answer picked from a list counts by its place in the list: the first choice is 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from math import prod

from evidencepack.blocks.blocks import Cell, Fill
from evidencepack.blocks.inlines import Inlines, Value
from evidencepack.compose.bound import Answered, Bound
from evidencepack.compose.counting import sentence_case
from evidencepack.compose.printing import printed
from evidencepack.compose.scope import ROW, Scope
from evidencepack.domain.scoring import Band, band_of
from evidencepack.domain.values import Number
from evidencepack.library.vocabulary import THRESHOLDS

_FILLS = {Band.LOW: Fill.NONE, Band.MEDIUM: Fill.TINT, Band.HIGH: Fill.INK}


def score_cell(names: Sequence[str], scope: Scope) -> Cell:
    """Return "High 16" over "4 × 4", of the row that the scope stands in.

    It is the gap if one of the answers is not there; without thresholds the score has no word.
    """
    answers = [scope.find((ROW, name)) for name in names]
    points = [points_of(answer) for answer in answers]
    if None in points:
        return Cell((_gap(answers, points, scope),))
    counted = [point for point in points if point is not None]
    score, own = prod(counted, start=Decimal(1)), tuple(_path(answer) for answer in answers)
    band, thresholds = _band(score, scope)
    said = Value(f"{_digits(score)}", (*own, *thresholds), bold=True)
    if band is not None:
        said = replace(said, text=f"{sentence_case(band.value)} {said.text}")
    return Cell(((said,), *_factors(counted, own)), _FILLS[band] if band else Fill.NONE)


def points_of(bound: Bound) -> Decimal | None:
    """Return what an answer counts: a number itself, a choice its place in the list; None for anything else."""
    if not isinstance(bound, Answered):
        return None
    if isinstance(bound.value, Number):
        return bound.value.amount
    places = {choice.id: place for place, choice in enumerate(bound.field.choices, start=1)}
    return Decimal(places[bound.value]) if isinstance(bound.value, str) and bound.value in places else None


def _gap(answers: Sequence[Bound], points: Sequence[Decimal | None], scope: Scope) -> Inlines:
    return printed(scope, next(answer for answer, point in zip(answers, points, strict=True) if point is None))


def _band(score: Decimal, scope: Scope) -> tuple[Band | None, tuple[str, ...]]:
    """Return the word for a score with the paths of the thresholds it hangs on; none while one is not answered."""
    found = [scope.step(scope.own, name) for name in THRESHOLDS]
    medium, high = (points_of(threshold) for threshold in found)
    if medium is None or high is None:
        return None, ()
    return band_of(score, medium_from=medium, high_from=high), tuple(_path(threshold) for threshold in found)


def _factors(points: Sequence[Decimal], paths: tuple[str, ...]) -> tuple[Inlines, ...]:
    """Return "4 × 4", heard as "4 times 4"; nothing for a score that stands alone."""
    if len(points) == 1:
        return ()
    digits = [_digits(point) for point in points]
    return ((Value(" × ".join(digits), paths, expansion=" times ".join(digits)),),)


def _path(bound: Bound) -> str:
    return bound.path if isinstance(bound, Answered) else ""


def _digits(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
