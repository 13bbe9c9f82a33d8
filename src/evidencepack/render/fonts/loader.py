# SPDX-License-Identifier: MPL-2.0
"""Reading the font files. The one place of the room that touches the disk; ``bootstrap`` calls it once."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

from evidencepack.render.fonts.face import Face
from evidencepack.render.fonts.fontset import FontSet

FAMILIES = ("Tinos", "Carlito", "Caladea", "Cousine")
"""Families whose letters are as wide as those of Times New Roman, Calibri, Cambria and Courier New."""

_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
_SCRIPTS = ("NotoSansBengali-Regular.ttf", "NotoSansBengali-Bold.ttf")
_SIGNS = ("DejaVuSans.ttf", "NotoEmoji-Regular.ttf")


def load_fonts(folder: Path) -> FontSet:
    """Read the faces from a folder that holds the font files, in the order in which runs number them.

    Other families are read when somebody asks for one.
    """
    words = _family(folder, "Arimo")
    faces = (*words, *(Face((folder / name).read_bytes()) for name in (*_SCRIPTS, *_SIGNS)))
    return FontSet(faces, len(words) + len(_SCRIPTS), cache(partial(_family, folder)))


def _family(folder: Path, name: str) -> tuple[Face, ...]:
    return tuple(Face((folder / f"{name}-{style}.ttf").read_bytes()) for style in _STYLES)
