# SPDX-License-Identifier: MPL-2.0
"""The faces of the pages and which of them sets a word."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import ClassVar

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.render.fonts.face import Face, is_right_to_left

REGULAR, BOLD, ITALIC, BOLD_ITALIC = range(4)
_WORDS = re.compile("[^ \u00a0]+|[ \u00a0]")


class MissingGlyphError(EvidencePackError):
    """No font has a character. ``character``, ``where`` and ``paths`` say which and where it stands."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_CHARACTER

    def __init__(self, character: str, where: str, paths: tuple[str, ...] = ()) -> None:
        name = unicodedata.name(character, "a character without a name")
        reason = "none of the fonts has it"
        if is_right_to_left(character):
            reason = "it is written from right to left, and only writing from left to right can be set"
        super().__init__(
            f"The character {character} ({name}, U+{ord(character):04X}) in {where} cannot be printed: "
            f"{reason}. Nothing was made. Write it in words, or take it out."
        )
        self.character, self.where, self.paths = character, where, paths


class UncoveredError(LookupError):
    """None of the faces has the character that is the only argument."""


@dataclass(frozen=True, slots=True, eq=False)
class FontSet:
    """Faces in the order runs number them: regular, bold, italic, bold italic, then fallbacks in pairs of weights."""

    faces: tuple[Face, ...]

    def candidates(self, style: int) -> tuple[int, ...]:
        """Return the faces to try for a style, its own first; fallbacks are upright, bold for bold styles."""
        return (style, *range(4 + style % 2, len(self.faces), 2))

    def split(self, text: str, style: int) -> list[tuple[int, str]]:
        """Split a text into pieces of one face each. The face changes for whole words, not for single letters.

        Raises:
            UncoveredError: if no face has a character of the text.
        """
        pieces: list[tuple[int, str]] = []
        waiting = ""
        for word in _WORDS.findall(text):
            if word in " \u00a0":
                waiting += word
                continue
            parts = self._word(word, style)
            if waiting:
                same = pieces and pieces[-1][0] == parts[0][0]
                _add(pieces, pieces[-1][0] if same else style, waiting)
                waiting = ""
            for face, part in parts:
                _add(pieces, face, part)
        if waiting:
            _add(pieces, style, waiting)
        return pieces

    def _word(self, word: str, style: int) -> list[tuple[int, str]]:
        candidates = self.candidates(style)
        whole = next((number for number in candidates if not self.faces[number].missing(word)), None)
        if whole is not None:
            return [(whole, word)]
        parts: list[tuple[int, str]] = []
        for character in word:
            face = next((number for number in candidates if not self.faces[number].missing(character)), None)
            if face is None:
                raise UncoveredError(character)
            # A joiner or a mark stays with the letter before it.
            last = parts[-1][0] if parts else face
            joined = unicodedata.combining(character) and not self.faces[last].missing(character)
            _add(parts, last if joined else face, character)
        return parts


def _add(pieces: list[tuple[int, str]], face: int, text: str) -> None:
    if pieces and pieces[-1][0] == face:
        pieces[-1] = (face, pieces[-1][1] + text)
    else:
        pieces.append((face, text))
