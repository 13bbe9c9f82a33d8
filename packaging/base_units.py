# SPDX-License-Identifier: MPL-2.0
"""What the scripts that make base.docx share: names, units and borders."""

from __future__ import annotations

from evidencepack.render.theme import STANDARD

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def colour(name: str) -> str:
    """Return six hex digits, as Word writes them."""
    return STANDARD.colours[name].removeprefix("#")


def twips(points: float) -> int:
    """Return twentieths of a point."""
    return round(points * 20)


def border(edge: str, weight: float, ink: str = "ink", space: float = 0) -> str:
    """Return a border element: its weight and its distance from the text in points."""
    return f'<w:{edge} w:val="single" w:sz="{round(weight * 8)}" w:space="{round(space)}" w:color="{colour(ink)}"/>'
