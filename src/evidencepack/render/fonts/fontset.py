# SPDX-License-Identifier: MPL-2.0
"""The faces of the pages and which of them sets a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import NamedTuple

from evidencepack.render.fonts.face import Face

REGULAR, BOLD, ITALIC, BOLD_ITALIC = range(4)
_WORDS = re.compile("[^ \u00a0]+|[ \u00a0]")
# A sign that asks to be a picture, the planes where there is little else, and what makes a digit a key.
_PICTURE = re.compile("[\ufe0f\u20e3\U0001f000-\U0001faff]")


class UncoveredError(LookupError):
    """None of the faces has the character that is the only argument."""


class FontSet(NamedTuple):
    """Faces in the order runs number them: regular, bold, italic, bold italic; pairs for other scripts; signs; emoji.

    ``letters`` is how many of them set words. ``family`` finds other ones for the first four, by name: no page of ours
    is painted in them, but pages that Word will set in a font with letters as wide are counted with them.
    """

    faces: tuple[Face, ...]
    letters: int
    family: Callable[[str], tuple[Face, ...]]

    def set_in(self, family: str, share: float = 1.0) -> FontSet:
        """Return the faces with the words of a family, or our own where it is "", and letters so many times as wide."""
        words = self.family(family) if family else self.faces[: BOLD_ITALIC + 1]
        if share != 1:
            words = tuple(face.as_wide(share) for face in words)
        return self._replace(faces=(*words, *self.faces[BOLD_ITALIC + 1 :]))

    def is_other_script(self, face: int) -> bool:
        """Say whether a face is one for other scripts than Latin, Greek and Cyrillic."""
        return BOLD_ITALIC < face < self.letters

    def split(self, text: str, style: int) -> list[tuple[int, str]]:
        """Split a text into pieces of one face each.

        The face changes for whole words, so that no name limps. Only signs and emoji change it inside a word, and never
        between a letter and its marks.

        Raises:
            UncoveredError: if no face has a character of the text.
        """
        if text and not self.faces[style].missing(text):
            return [(style, text)]
        pieces: list[tuple[int, str]] = []
        waiting = ""
        for word in _WORDS.findall(text):
            if word in " \u00a0":
                waiting += word
                continue
            parts = self._word(word, style)
            if waiting:
                _add(pieces, self._of_space(pieces[-1][0] if pieces else style, parts[0][0], style), waiting)
                waiting = ""
            for face, part in parts:
                _add(pieces, face, part)
        if waiting:
            _add(pieces, self._of_space(pieces[-1][0] if pieces else style, style, style), waiting)
        return pieces

    def _of_space(self, before: int, after: int, style: int) -> int:
        """Return the face of a space: one beside it, for readers pass over spaces that are painted alone.

        The face for emoji has only a wide one.
        """
        emoji = len(self.faces) - 1
        return style if style in (before, after) else next((face for face in (before, after) if face != emoji), style)

    def uncovered(self, text: str, style: int) -> str:
        """Return the characters of a text that no face has, each once."""
        order = (*self._letters(style), *self._signs())
        return "".join(sign for sign in dict.fromkeys(text) if self._first(sign, order) is None)

    def _letters(self, style: int) -> tuple[int, ...]:
        """Return the faces that set words of a style, its own first; other scripts are upright, bold or not."""
        return (style, *range(BOLD_ITALIC + 1 + style % 2, self.letters, 2))

    def _signs(self) -> range:
        return range(self.letters, len(self.faces))

    def _word(self, word: str, style: int) -> list[tuple[int, str]]:
        letters, signs = self._letters(style), self._signs()
        whole = self._first(word, letters)
        if whole is None and any(map(self._is_rare_letter, word)):
            whole = self._first(word, signs)
        if whole is not None:
            return [(whole, word)]
        parts: list[tuple[int, str]] = []
        for cluster in self.faces[style].clusters(word):
            order = (*reversed(signs), *letters) if _PICTURE.search(cluster) else (*letters, *signs)
            face = self._first(cluster, order)
            for piece, number in [(cluster, face)] if face is not None else self._letter_by_letter(cluster, order):
                _add(parts, number, piece)
        return parts

    def _is_rare_letter(self, character: str) -> bool:
        return character.isalpha() and self._first(character, range(self.letters)) is None

    def _first(self, text: str, order: Iterable[int]) -> int | None:
        return next((number for number in order if not self.faces[number].missing(text)), None)

    def _letter_by_letter(self, cluster: str, order: Iterable[int]) -> list[tuple[str, int]]:
        """Split what people take for one letter, for no face has all of it: a Bengali letter with a Latin accent."""
        parts: list[tuple[str, int]] = []
        for character in cluster:
            last = parts[-1][1] if parts else None
            stays = last is not None and unicodedata.category(character)[0] == "M"
            face = self._first(character, (last, *order) if stays and last is not None else order)
            if face is None:
                raise UncoveredError(character)
            parts.append((character, face))
        return parts


def _add(pieces: list[tuple[int, str]], face: int, text: str) -> None:
    if pieces and pieces[-1][0] == face:
        pieces[-1] = (face, pieces[-1][1] + text)
    else:
        pieces.append((face, text))
