# SPDX-License-Identifier: MPL-2.0
"""Reading the font files. The one place of the room that touches the disk; ``bootstrap`` calls it once."""

from __future__ import annotations

from pathlib import Path

from evidencepack.render.fonts.face import Face
from evidencepack.render.fonts.fontset import FontSet

_FAMILY = ("Arimo-Regular.ttf", "Arimo-Bold.ttf", "Arimo-Italic.ttf", "Arimo-BoldItalic.ttf")
_FALLBACKS = ("NotoSansBengali-Regular.ttf", "NotoSansBengali-Bold.ttf")


def load_fonts(folder: Path) -> FontSet:
    """Read the faces from a folder that holds the font files, in the order in which runs number them."""
    return FontSet(tuple(Face((folder / name).read_bytes()) for name in (*_FAMILY, *_FALLBACKS)))
