# SPDX-License-Identifier: MPL-2.0
"""Maps between a flat sheet and its picture are found from points, and say when there is none."""

from __future__ import annotations

import math

import pytest

from evidencepack.guard.scans.perspective import AS_IT_IS, Map, NoMapError, after, placed, projective, similar

SQUARE = [(0.0, 0.0), (100.0, 0.0), (100.0, 200.0), (0.0, 200.0)]
ASKEW: Map = (1.1, 0.2, 30, -0.1, 0.9, 12, 0.0004, 0.0007)


def test_four_corners_determine_a_photograph() -> None:
    mapping = projective(SQUARE, [placed(ASKEW, point) for point in SQUARE])
    assert placed(mapping, (37, 81)) == pytest.approx(placed(ASKEW, (37, 81)))


def test_points_that_miss_their_places_a_little_are_levelled_out() -> None:
    there = [placed(ASKEW, point) for point in SQUARE] * 2
    there = [(x + (0.5 if at < 4 else -0.5), y) for at, (x, y) in enumerate(there)]
    assert placed(projective(SQUARE * 2, there), (50, 100)) == pytest.approx(placed(ASKEW, (50, 100)), abs=1e-2)


def test_two_points_determine_a_scan() -> None:
    mapping = similar([(0, 0), (100, 0)], [(10, 20), (10, 220)])
    assert placed(mapping, (0, 50)) == pytest.approx((-90, 20))


def test_one_map_after_another_is_a_map() -> None:
    there = placed(ASKEW, placed((2, 0, 5, 0, 2, 7, 0, 0), (3, 4)))
    assert placed(after((2, 0, 5, 0, 2, 7, 0, 0), ASKEW), (3, 4)) == pytest.approx(there)
    assert after(AS_IT_IS, ASKEW) == pytest.approx(ASKEW)


@pytest.mark.parametrize("points", [[(1.0, 1.0)] * 4, [(0.0, 0.0), (1.0, 1.0), (2.0, 2.0), (3.0, 3.0)]])
def test_points_on_a_line_or_on_one_another_determine_no_photograph(points: list[tuple[float, float]]) -> None:
    with pytest.raises(NoMapError):
        projective(points, SQUARE)


def test_one_point_determines_nothing() -> None:
    with pytest.raises(NoMapError):
        similar([(0, 0)], [(1, 1)])


def test_a_point_on_the_horizon_comes_to_no_place() -> None:
    with pytest.raises(NoMapError):
        placed((1, 0, 0, 0, 1, 0, 0, -0.01), (0, 100))


def test_places_stay_as_far_apart_as_a_scan_makes_them() -> None:
    mapping = similar(SQUARE, [(x * 3, y * 3) for x, y in SQUARE])
    assert math.dist(placed(mapping, (1, 1)), placed(mapping, (4, 5))) == pytest.approx(15)
