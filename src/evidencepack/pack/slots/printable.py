# SPDX-License-Identifier: MPL-2.0
"""Names on the upload checklist in letters that no font of ours has: the page is printed all the same, and says so."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

from evidencepack.compose.sheets.uploading import UploadLine, UploadPlace

Uncovered: TypeAlias = Callable[[str], str]
"""Returns the characters of a text that cannot be printed."""

OTHER = "[other letters]"
"""What is printed for words in letters that cannot be."""

_OTHERS = f"{OTHER} stands for words in letters that this page cannot show. The file and the portal have them"


def printable(text: str, uncovered: Uncovered) -> str:
    """Return a text with ``OTHER`` in the place of the words that cannot be printed.

    Marks that are not seen, such as those that turn the direction of writing, are left out.
    """
    seen = "".join(sign for sign in text if sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cf", "Cs"})
    lost = frozenset(uncovered(text)) & frozenset(seen)
    if not lost:
        return text if not uncovered(text) else seen
    runs = groupby(seen.split(), lambda word: bool(lost & frozenset(word)))
    return " ".join(OTHER if is_lost else " ".join(words) for is_lost, words in runs)


def printable_place(place: UploadPlace, reference: str, uncovered: Uncovered) -> UploadPlace:
    """Return a place of the checklist that can be printed; where that loses words, it says so, and how it is called."""
    said = _printed(place, uncovered)
    if (said.name, said.files) == (place.name, place.files) or OTHER not in repr((said.name, said.files)):
        return said
    name = f"{said.name} ({reference})" if OTHER in said.name else said.name
    return replace(said, name=name, unsure=(*said.unsure, _OTHERS))


def _printed(place: UploadPlace, uncovered: Uncovered) -> UploadPlace:
    def told(text: str) -> str:
        return printable(text, uncovered)

    return replace(
        place,
        name=told(place.name),
        files=tuple(_line(one, told) for one in place.files),
        wrong=tuple(map(told, place.wrong)),
        unsure=tuple(map(told, place.unsure)),
    )


def _line(line: UploadLine, told: Callable[[str], str]) -> UploadLine:
    return replace(line, name=told(line.name), called=told(line.called), first=told(line.first))
