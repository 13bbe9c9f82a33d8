# SPDX-License-Identifier: MPL-2.0
"""What a paragraph or a row is beside its words: numbers, looks that change what it means, links, fields, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from evidencepack.exchange.replies.numbering import Level
from evidencepack.exchange.replies.styles import Look


class Linked(NamedTuple):
    """Words that lead somewhere, and where: an address, or "#" and the name of a bookmark."""

    words: str
    target: str


class Worked(NamedTuple):
    """A field that is worked out: its sort ("REF"), the bookmark it is about, and the result that is shown."""

    sort: str
    target: str
    words: str


class Restyled(NamedTuple):
    """A tracked change of looks: by whom and when, the words, and whether it was the paragraph's form."""

    author: str
    when: str
    words: str
    paragraph: bool


@dataclass(slots=True)
class Form:
    """The form of one block. ``levels`` has one entry for each paragraph with words; None for one without a number.

    ``looks`` are words in a look, each with the number of the piece of text that they end with.

    ``pictures`` are the names of the parts that hold them, and what they are said to show.
    """

    levels: list[Level | None] = field(default_factory=list)
    looks: list[tuple[Look, str, int]] = field(default_factory=list)
    links: list[Linked] = field(default_factory=list)
    worked: list[Worked] = field(default_factory=list)
    pictures: list[tuple[str, str]] = field(default_factory=list)
    restyled: list[Restyled] = field(default_factory=list)

    @property
    def level(self) -> Level | None:
        """Return how a paragraph is numbered, or the first of a row."""
        return self.levels[0] if self.levels else None
