# SPDX-License-Identifier: MPL-2.0
"""What is written where somebody was to sign is suggested: nothing, a signature, initials, or something beside it."""

from __future__ import annotations

import io
import os
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

import pytest
from PIL import Image, ImageDraw
from tests.scans.paper import Damage, scanned
from tests.scans.sending import mark, read, version_out
from tests.scans.sheets import NAME, SIGNATURE, SQUARE, STRIP, points, sheet
from tests.scans.writing import Box, within, written

from evidencepack.guard.scans.marks import marks_in
from evidencepack.guard.scans.squaring import squared
from evidencepack.signoff.intake.ink import Ink
from evidencepack.signoff.intake.looking import Look, look_at
from evidencepack.signoff.intake.pages import Placed, Sent
from evidencepack.signoff.intake.strokes import strokes

_FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
_CASES = 100 if _FULL else 7
_DPI = (150, 150, 200) if _FULL else (150,)
_ENOUGH = 0.97
OUT = version_out()
PAGE = Placed(read(OUT, 0, 3), Sent(OUT, OUT.copies[0], 3))
MARK = mark(OUT, 0, 3)
PLACES = {text: (595.276, 841.89, points(box)) for text, box in ((MARK.square, SQUARE), (MARK.strip, STRIP))}
BELOW = [(30.0, 188.0, 85.0, 199.0), (60.0, 188.5, 120.0, 200.0), (126.0, 188.0, 180.0, 200.0)]


def _signature(page: Image.Image, rng: Random) -> Image.Image:
    return written(
        page, within(SIGNATURE, rng.uniform(38, 80), rng.uniform(8, 14), rng), rng, grey=rng.choice((30, 60, 90))
    )


def _initials(page: Image.Image, rng: Random) -> Image.Image:
    return written(page, within(SIGNATURE, rng.uniform(8, 17), rng.uniform(6, 12), rng), rng, grey=rng.choice((30, 60)))


def _beside(page: Image.Image, rng: Random) -> Image.Image:
    return written(page, rng.choice(BELOW), rng)


def _untouched(page: Image.Image, rng: Random) -> Image.Image:
    del rng
    return page


Pen = Callable[[Image.Image, Random], Image.Image]
CASES: Mapping[str, tuple[Pen, Ink, bool]] = {
    "blank": (_untouched, Ink.BLANK, False),
    "signed": (_signature, Ink.SIGNED, False),
    "initialled": (_initials, Ink.INITIALS, False),
    "signed outside the box": (_beside, Ink.OUTSIDE, False),
    "photocopied, blank": (_untouched, Ink.BLANK, True),
    "photocopied, signed": (_signature, Ink.SIGNED, True),
}


@pytest.mark.parametrize("case", list(CASES))
def test_ink_is_told_apart(case: str, measured: Callable[[str, str, float], None]) -> None:
    pen, expected, copied = CASES[case]
    told: Counter[str] = Counter()
    for number in range(_CASES):
        rng = Random(f"{case} {number}")  # noqa: S311 - the same ink each time
        page = written(pen(sheet(MARK, max(_DPI)), rng), within(NAME, 60, 6, rng), rng)
        told[_look(scanned(page, _damage(rng, copied=copied), number)).reading.ink.name.lower().replace("_", " ")] += 1
    for ink, count in sorted(told.items()):
        measured(f"Ink: {case}, suggested as {ink} (of {_CASES})", "boxes", count)
    # Of so few that none may be wrong, one may be.
    assert told.total() - told[expected.name.lower()] <= max(1, round((1 - _ENOUGH) * _CASES)), told


def _damage(rng: Random, *, copied: bool) -> Damage:
    plain = Damage(rng.choice(_DPI), noise=rng.uniform(0, 6), jpeg=rng.choice((50, 70, 90)))
    shot = rng.random() < 0.25
    way = (
        replace(plain, photo=rng.uniform(0.01, 0.07), shadow=rng.uniform(0, 0.4))
        if shot
        else replace(plain, skew=rng.uniform(-4, 4))
    )
    if copied:
        way = replace(way, specks=rng.uniform(0.08, 0.2), contrast=rng.uniform(0.75, 0.9))
    if rng.random() < 0.2:
        way = replace(way, stains=((rng.uniform(40, 110), rng.uniform(150, 175), rng.uniform(5, 15)),))
    return way


def _look(picture: Image.Image) -> Look:
    page, is_sheet = squared(picture, marks_in(picture), PLACES)
    assert is_sheet
    into = io.BytesIO()
    page.save(into, "JPEG", quality=82)
    (look,) = look_at(PAGE, into.getvalue(), sheet(MARK, 150))
    return look


def test_a_person_is_shown_the_place_as_it_came_and_as_it_went_out() -> None:
    rng = Random(1)  # noqa: S311 - the same ink each time
    look = _look(scanned(_signature(sheet(MARK, max(_DPI)), rng), Damage(skew=3, noise=4), 1))
    came, went = (Image.open(io.BytesIO(data)) for data in (look.scan, look.blank))
    assert came.size == went.size
    assert look.words == "Signature, signing for Maitree: this looks like a signature. Look and say what it is."
    middle = _inner(SIGNATURE)
    assert _darkest(went.crop(middle)) > 200
    assert _darkest(came.crop(middle)) < 120


def test_of_a_page_that_is_another_nothing_is_said() -> None:
    rng = Random(2)  # noqa: S311 - the same page each time
    other = Image.new("L", sheet(MARK, 150).size, 255)
    draw = ImageDraw.Draw(other)
    for _ in range(400):
        x, y = rng.uniform(0, 1200), rng.uniform(0, 1700)
        draw.line((x, y, x + rng.uniform(-90, 90), y + rng.uniform(-90, 90)), fill=0, width=3)
    into = io.BytesIO()
    other.save(into, "JPEG")
    (look,) = look_at(PAGE, into.getvalue(), sheet(MARK, 150))
    assert look.reading.ink is Ink.CANNOT_TELL


def test_a_page_on_which_nobody_signs_has_nothing_to_look_at() -> None:
    first = Placed(read(OUT, 0, 1), Sent(OUT, OUT.copies[0], 1))
    assert look_at(first, b"", sheet(MARK, 150)) == []


def test_marks_that_touch_at_a_corner_are_one() -> None:
    picture = Image.new("L", (8, 4), 0)
    for place in ((0, 0), (1, 1), (2, 0), (6, 3), (7, 3)):
        picture.putpixel(place, 255)
    assert sorted((one.left, one.top, one.right, one.bottom, one.dots) for one in strokes(picture)) == [
        (0, 0, 3, 2, 3),
        (6, 3, 8, 4, 2),
    ]


def _inner(box: Box) -> tuple[int, int, int, int]:
    """Return the inside of a box in dots of its cut-out, which has 18 points of page round it."""
    left, top, right, bottom = (edge / 72 * 150 for edge in points(box))
    edge = 18 / 72 * 150
    return round(edge + 12), round(edge + 40), round(edge + right - left - 12), round(edge + bottom - top - 12)


def _darkest(picture: Image.Image) -> int:
    return int(picture.convert("L").getextrema()[0])  # type: ignore[arg-type]
