# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import random
import zlib

import pytest

from evidencepack.render.deflating import deflate

SIZES = (0, 1, 700, 763, 4000, 16122, 16123, 32506, 32507, 70000)


def words(size: int) -> bytes:
    """Return bytes in which much stands again, near and far."""
    chosen = random.Random(size)  # noqa: S311 - the same each time
    return b" ".join(chosen.choice((b"reablement", b"handover", b"%d" % place)) for place in range(size))[:size]


@pytest.mark.parametrize("size", SIZES)
def test_what_was_deflated_comes_back(size: int) -> None:
    assert zlib.decompress(deflate(words(size), 4)) == words(size)
    assert zlib.decompress(deflate(words(size), raw=True), -zlib.MAX_WBITS) == words(size)


@pytest.mark.parametrize("size", SIZES)
def test_a_small_window_costs_no_room(size: int) -> None:
    assert len(deflate(words(size), 6)) <= len(zlib.compress(words(size), 6)) * 1.001
