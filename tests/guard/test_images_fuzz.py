# SPDX-License-Identifier: MPL-2.0
"""Pictures with damage anywhere: each is drawn or refused, in time and in memory, and the program goes on."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable
from types import ModuleType

import pytest
from PIL import Image
from tests.guard import pictures

from evidencepack.guard.child import limited
from evidencepack.guard.faults import GuardError
from evidencepack.guard.images import LOGO, vet_image

COUNT = 5000 if os.environ.get("EVIDENCEPACK_FULL") else 200
_AT_ONCE = 100
SOUND = (
    pictures.with_text(pictures.saved(pictures.drawing("RGBA", (60, 40)), "PNG")),
    pictures.saved(pictures.drawing("P", (60, 40)), "PNG", transparency=0),
    pictures.other_colours(),
    pictures.photograph(orientation=6),
    pictures.saved(pictures.drawing("CMYK", (60, 40)), "JPEG", progressive=True),
    pictures.saved(pictures.drawing(size=(60, 40)), "WEBP"),
    pictures.animation(3),
    pictures.saved(pictures.drawing(size=(60, 40)), "BMP"),
)


def _damaged(count: int) -> list[bytes]:
    chance = random.Random(20270215)  # noqa: S311 - the same damage every time
    return [pictures.damaged(chance, chance.choice(SOUND)) for _ in range(count)]


def test_every_damaged_picture_is_drawn_or_refused(
    odd: ModuleType, measured: Callable[[str, str, float], None]
) -> None:
    damaged, became = _damaged(COUNT), Counter[str]()
    for begin in range(0, COUNT, _AT_ONCE):
        some = damaged[begin : begin + _AT_ONCE]
        became.update(limited(odd.redraw_all, b"", some, seconds=120, megabytes=512))
    assert set(became) == {"drawn", "refused"}
    assert min(became.values()) > COUNT / 10
    measured("Damaged pictures drawn or refused by a child", "pictures", COUNT)


@pytest.mark.parametrize("number", range(16))
def test_a_damaged_picture_goes_the_whole_way(number: int) -> None:
    data = _damaged(16)[number]
    try:
        vetted = vet_image(data, box=LOGO)
    except GuardError as error:
        assert "Nothing was changed." in error.message  # noqa: PT017 - either may be
    else:
        assert Image.MIME["PNG" if vetted.media_type == "image/png" else "JPEG"] == vetted.media_type
