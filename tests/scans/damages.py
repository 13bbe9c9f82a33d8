# SPDX-License-Identifier: MPL-2.0
"""What happens to pages that come back, by name: each draws a damage of its sort from chance."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

from tests.scans.paper import Damage, Spot
from tests.scans.sheets import SQUARE, STRIP

Box = tuple[float, float, float, float]
Sort = Callable[[Damage, Random], Damage]


def _on(box: Box, rng: Random, radius: tuple[float, float]) -> tuple[Spot, ...]:
    """Return a spot that covers some of a box."""
    return ((rng.uniform(box[0], box[2]), rng.uniform(box[1], box[3]), rng.uniform(*radius)),)


def _scanner(damage: Damage, rng: Random) -> Damage:
    return replace(damage, jpeg=rng.choice((60, 80, 90)), noise=rng.uniform(0, 3))


def _grey(damage: Damage, rng: Random) -> Damage:
    return replace(damage, contrast=rng.uniform(0.55, 0.8), noise=rng.uniform(2, 8), jpeg=rng.choice((30, 50, 70)))


def _blurred(damage: Damage, rng: Random) -> Damage:
    return replace(damage, blur=rng.uniform(0.5, 1.1), noise=rng.uniform(2, 10), jpeg=rng.choice((40, 60)))


def _upside_down(damage: Damage, rng: Random) -> Damage:
    return replace(damage, quarters=rng.choice((1, 2, 2, 3)), noise=3, jpeg=70)


def _stained(damage: Damage, rng: Random) -> Damage:
    return replace(damage, stains=(*_on(SQUARE, rng, (8, 30)), *_on(STRIP, rng, (4, 20))), noise=3, jpeg=70)


def _blotted(damage: Damage, rng: Random) -> Damage:
    spots = _on(*rng.choice(((SQUARE, rng, (8, 18)), (STRIP, rng, (4, 15)))))
    return replace(damage, blots=spots, noise=3, jpeg=70)


def _folded(damage: Damage, rng: Random) -> Damage:
    corner, size = rng.choice(((1, (25, 60)), (2, (20, 60)), (3, (20, 60)), (0, (20, 60))))
    legs = [0.0, 0.0, 0.0, 0.0]
    legs[corner] = rng.uniform(*size)
    return replace(damage, folds=(legs[0], legs[1], legs[2], legs[3]), noise=3, jpeg=70)


def _photographed(damage: Damage, rng: Random) -> Damage:
    shape = replace(damage, skew=0, photo=rng.uniform(0.02, 0.09), shadow=rng.uniform(0, 0.5))
    return replace(shape, blur=rng.uniform(0.3, 0.8), noise=rng.uniform(2, 7), jpeg=rng.choice((50, 70)))


def _copied(damage: Damage, rng: Random) -> Damage:
    return replace(damage, specks=rng.uniform(0.05, 0.2), contrast=rng.uniform(0.7, 0.9), noise=4, jpeg=70)


def _black_and_white(damage: Damage, rng: Random) -> Damage:
    return replace(damage, noise=rng.uniform(0, 4), black_and_white=True)


SORTS: Mapping[str, Sort] = {
    "as scanners make them": _scanner,
    "grey and noisy": _grey,
    "blurred": _blurred,
    "upside down or on their side": _upside_down,
    "stained over both codes": _stained,
    "with ink over a code": _blotted,
    "with a folded corner": _folded,
    "photographed": _photographed,
    "photocopied": _copied,
    "in black and white": _black_and_white,
}


def drawn(sort: str, dpi: int, rng: Random) -> Damage:
    """Return a damage of a sort; every page also lies askew by up to 5 degrees."""
    return SORTS[sort](Damage(dpi=dpi, skew=rng.uniform(-5, 5)), rng)
