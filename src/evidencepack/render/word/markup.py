# SPDX-License-Identifier: MPL-2.0
"""WordprocessingML as text: namespaces, units, and user text that can never become markup."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import ClassVar

from evidencepack.errors import EvidencePackError, ExitCode

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
PLACING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:a="{DRAWING}" xmlns:pic="{PICTURE}" xmlns:wp="{PLACING}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Characters that XML 1.0 (section 2.2) cannot hold, and the two non-characters at the end of the plane.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Those, and the five that are markup: most texts have none of either.
_NOT_PLAIN = re.compile("[&<>\"'\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
_EMU = 12700


class UnwritableTextError(EvidencePackError):
    """A text holds a character that no Word file can hold. Text is cleaned on entry, so this is a bug upstream."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_CHARACTER


def escaped(text: str) -> str:
    """Return text as it may stand in an element or an attribute.

    Raises:
        UnwritableTextError: if XML cannot hold one of its characters.
    """
    if not _NOT_PLAIN.search(text):
        return text
    illegal = _ILLEGAL.search(text)
    if illegal:
        start = max(illegal.start() - 20, 0)
        raise UnwritableTextError(
            f"The text after “{text[start : illegal.start()]}” holds the control character "
            f"U+{ord(illegal.group()):04X}, which a Word file cannot hold. No Word file was made. "
            "Type that part of the text again."
        )
    return text.translate(_MARKUP)


def twips(points: float) -> int:
    """Return twentieths of a point, in which Word measures pages."""
    return round(points * 20)


def emu(points: float) -> int:
    """Return English Metric Units, in which Word measures pictures."""
    return round(points * _EMU)


@lru_cache(maxsize=256)
def edge(side: str, weight: float, colour: str) -> str:
    """Return a border: weight in points, colour as six hex digits."""
    return f'<w:{side} w:val="single" w:sz="{round(weight * 8)}" w:space="0" w:color="{colour}"/>'
