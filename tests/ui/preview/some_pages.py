# SPDX-License-Identifier: MPL-2.0
"""Plain pages for tests, and where words stand on them."""

from __future__ import annotations

from collections.abc import Callable

from evidencepack.usecases.passages import Area, Layout, Passage, Spot

WIDTH, HEIGHT = 300.0, 400.0
"""Points of the pages."""

MakePdf = Callable[[int], bytes]


def spot(page: int, y: float, text: str, *paths: str) -> Spot:
    return Spot(Area(page, 40.0, y, 200.0, 12.0), text, paths, 0, 10.0)


def layout_of_pages(count: int) -> Layout:
    """Words of the answer ``r/f1`` on page 1, of ``r/f2`` on page 2 and so on; fixed words below each."""
    passages = []
    for page in range(count):
        passages.append(Passage(f"a/0.{page}", (spot(page, 100.0, f"Answer {page + 1}", f"r/f{page + 1}"),)))
        passages.append(Passage(f"a/1.{page}", (spot(page, 300.0, "Always the same"),)))
    return Layout(((WIDTH, HEIGHT),) * count, tuple(passages))
