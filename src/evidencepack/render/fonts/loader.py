# SPDX-License-Identifier: MPL-2.0
"""Reading the font files. The one place of the room that touches the disk; ``bootstrap`` calls it once."""

from __future__ import annotations

from pathlib import Path

from evidencepack.render.fonts.face import Face
from evidencepack.render.fonts.fontset import FontSet

_FAMILY = ("Arimo-Regular.ttf", "Arimo-Bold.ttf", "Arimo-Italic.ttf", "Arimo-BoldItalic.ttf")
_SCRIPTS = ("NotoSansBengali-Regular.ttf", "NotoSansBengali-Bold.ttf")
_SIGNS = ("DejaVuSans.ttf", "NotoEmoji-Regular.ttf")


def load_fonts(folder: Path) -> FontSet:
    """Read the faces from a folder that holds the font files, in the order in which runs number them."""
    faces = tuple(Face((folder / name).read_bytes()) for name in (*_FAMILY, *_SCRIPTS, *_SIGNS))
    return FontSet(faces, len(_FAMILY) + len(_SCRIPTS))
