# SPDX-License-Identifier: MPL-2.0
"""Characters that cannot be printed, and where they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.render.fonts.face import is_right_to_left

_NO_QUESTIONS: Mapping[str, str] = MappingProxyType({})
_SHOWN = 5
_LINE = "\n- {}"


class Lost(NamedTuple):
    """A character that no face has: the words round it, the title of the document, the answers they came from."""

    character: str
    words: str
    document: str
    paths: tuple[str, ...] = ()

    def name(self) -> str:
        """Return the character with its name in Unicode, as one can look it up."""
        name = unicodedata.name(self.character, "a character without a name")
        return f"{self.character} ({name}, U+{ord(self.character):04X})"

    def asked(self, questions: Mapping[str, str]) -> str:
        """Return the questions that it is part of an answer to, as they are called by path; none if none is known."""
        return ", ".join(dict.fromkeys(questions[path] for path in self.paths if path in questions))

    def place(self, questions: Mapping[str, str]) -> str:
        """Return the words, the document, and the question where it is known."""
        return f"“{self.words}” ({', '.join(filter(None, (self.document, self.asked(questions))))})"


class MissingGlyphError(EvidencePackError):
    """No font has some characters. ``lost`` says which, and where each stands."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_CHARACTER

    def __init__(self, lost: Sequence[Lost], questions: Mapping[str, str] = _NO_QUESTIONS) -> None:
        # An answer that stands in several documents is mended once.
        self.lost = tuple({(one.character, one.paths or (one.words, one.document)): one for one in lost}.values())
        super().__init__(f"{_told(self.lost, questions)}Nothing was made. {REMEDIES[len(self.lost) > 1]}")


REMEDIES = ("Write it in words, or take it out.", "Write them in words, or take them out.")
"""What to do about one such character, and about several."""


def found(text: str, lost: str, document: str, paths: tuple[str, ...] = ()) -> list[Lost]:
    """Return where each of the lost characters first stands in a text; of writing from right to left, one is enough."""
    from_the_right = [sign for sign in lost if is_right_to_left(sign)][1:]
    places = ((sign, text.index(sign)) for sign in lost if sign not in from_the_right)
    return [Lost(sign, text[max(0, at - 20) : at + 20].strip(), document, paths) for sign, at in places]


def _told(lost: Sequence[Lost], questions: Mapping[str, str]) -> str:
    uncovered = [one for one in lost if not is_right_to_left(one.character)]
    from_the_right = [one for one in lost if is_right_to_left(one.character)]
    backwards = "written from right to left, and only writing from left to right can be set"
    return "".join(
        filter(
            None,
            (
                _sentence(uncovered, questions, "none of the fonts has it", "none of the fonts has them"),
                _sentence(from_the_right, questions, f"it is {backwards}", f"they are {backwards}"),
            ),
        )
    )


def _sentence(lost: Sequence[Lost], questions: Mapping[str, str], of_one: str, of_several: str) -> str:
    told = [f"{one.name()} in {one.place(questions)}" for one in lost[:_SHOWN]]
    if len(lost) > _SHOWN:
        told.append(f"and {len(lost) - _SHOWN} more")
    if len(lost) > 1:
        return f"{len(lost)} characters cannot be printed, because {of_several}:{''.join(map(_LINE.format, told))}\n"
    return f"The character {told[0]} cannot be printed: {of_one}. " if lost else ""
