# SPDX-License-Identifier: MPL-2.0
"""What a person looks at: each place to sign, cut out of the scan, beside the same place of the blank original."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from evidencepack.domain.signoff import INITIALS, InkArea
from evidencepack.guard.scans.perspective import DPI, Point
from evidencepack.signoff.intake.alignment import Aligned, aligned
from evidencepack.signoff.intake.ink import Box, Ink, InkReading, read_ink
from evidencepack.signoff.intake.pages import Placed
from evidencepack.signoff.marking import place_of_square, place_of_strip

SIGNATURE = "signature"
"""What an area is called in which somebody signs."""

_SCALE = DPI / 72
_AROUND = 18 * _SCALE


@dataclass(frozen=True, slots=True)
class Look:
    """A place to sign on a page that came back.

    ``reading`` is a suggestion. ``scan`` and ``blank`` are pictures (PNG) of the same place as it came and as it went
    out, the area marked by a frame; a person confirms what they show.
    """

    page: Placed
    area: InkArea
    reading: InkReading
    scan: bytes
    blank: bytes

    @property
    def words(self) -> str:
        """What the ink looks like, in a sentence that says that it is a suggestion."""
        copied = " The paper looks like a photocopy." if self.reading.copied else ""
        what = self.reading.ink.value
        return f"{self.area.label}: {what}.{copied} Look and say what it is."


def look_at(page: Placed, picture: bytes, blank: Image.Image) -> list[Look]:
    """Return the places to sign of a page.

    Args:
        page: which it is.
        picture: the page squared up by its marks (JPEG), as guard gives it.
        blank: its original in grey, at as many dots to the inch.
    """
    areas = [one for one in page.sent.copy.areas if one.page == page.sent.number]
    signed = [one for one in areas if one.what in {SIGNATURE, INITIALS}]
    if not signed:
        return []
    with Image.open(io.BytesIO(picture), formats=("JPEG",)) as opened:
        laid = aligned(opened, blank, _anchors(page))
    return [_look(page, area, [box_of(one) for one in areas if one is not area], laid, blank) for area in signed]


def box_of(area: InkArea) -> Box:
    """Return left, top, right and bottom of an area in points."""
    return area.x, area.y, area.x + area.width, area.y + area.height


def _anchors(page: Placed) -> list[Point]:
    """Return the places of a page, in dots, by which it was squared up."""
    if not page.read.squares:
        one = place_of_strip(page.sent.page.height)
        return [(x * _SCALE, (one.y + one.height / 2) * _SCALE) for x in (one.x, one.x + one.width)]
    one = place_of_square(page.sent.page.width)
    return [(x * _SCALE, y * _SCALE) for y in (one.y, one.y + one.height) for x in (one.x, one.x + one.width)]


def _look(page: Placed, area: InkArea, others: Sequence[Box], laid: Aligned, blank: Image.Image) -> Look:
    box = box_of(area)
    reading = read_ink(laid.picture, blank, box, others) if laid.sure else InkReading(Ink.CANNOT_TELL)
    return Look(page, area, reading, _cut(laid.picture, box), _cut(blank, box))


def _cut(picture: Image.Image, box: Box) -> bytes:
    left, top, right, bottom = (edge * _SCALE for edge in box)
    around = round(left - _AROUND), round(top - _AROUND), round(right + _AROUND), round(bottom + _AROUND)
    place = max(0, around[0]), max(0, around[1]), min(picture.width, around[2]), min(picture.height, around[3])
    part = picture.crop(place)
    corners = (left - place[0] - 4, top - place[1] - 4, right - place[0] + 4, bottom - place[1] + 4)
    ImageDraw.Draw(part).rectangle(corners, outline="#555555", width=2)
    into = io.BytesIO()
    part.save(into, "PNG")
    return into.getvalue()
