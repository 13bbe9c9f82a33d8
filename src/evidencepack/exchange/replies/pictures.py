# SPDX-License-Identifier: MPL-2.0
"""Whether two pictures show the same: programs pack pictures anew and make them smaller. Works in a child only."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Final

from PIL import Image

from evidencepack.guard.faults import RefusedFileError
from evidencepack.guard.redrawing import redraw

_SIDE: Final = 24
_WORKING: Final = 256
_MOST_DIFFERENT: Final = 6.0  # of 255 shades, on average: what packing as JPEG and making smaller come to
_SHAPE: Final = 0.05


def show_the_same(one: bytes | None, other: bytes | None) -> bool:
    """Whether two pictures show the same, as far as that can be seen; what cannot be drawn is taken for the same.

    None is a picture that is not in the file, or is none of pixels.
    """
    if one == other:
        return True
    if one is None or other is None:
        return False
    faces = _face(one), _face(other)
    if faces[0] is None or faces[1] is None:
        return (faces[0] is None) == (faces[1] is None)
    (shape, shades), (other_shape, other_shades) = faces[0], faces[1]
    if abs(shape - other_shape) > _SHAPE * shape:
        return False
    return sum(abs(a - b) for a, b in zip(shades, other_shades, strict=True)) / len(shades) < _MOST_DIFFERENT


def picture_parts(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the parts of a Word file that are pictures."""
    return {name: part for name, part in parts.items() if not name.lower().endswith((".xml", ".rels"))}


def _face(data: bytes) -> tuple[float, bytes] | None:
    """Return the shape of a picture, its width by its height, and its shades of red, green and blue when small."""
    try:
        drawn, _, width, height, _ = redraw(data, _WORKING, _WORKING)
    except RefusedFileError:
        return None
    with Image.open(io.BytesIO(drawn)) as picture:
        return width / height, picture.convert("RGB").resize((_SIDE, _SIDE)).tobytes()
