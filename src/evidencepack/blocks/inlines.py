# SPDX-License-Identifier: MPL-2.0
"""Inlines: what stands inside a line of text. User text is only ever data here, never markup."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from evidencepack.blocks.parts import Part, part


class Show(StrEnum):
    """What a cross-reference prints: the number of its target, its words, or its page."""

    NUMBER = "number"
    TEXT = "text"
    PAGE = "page"


@part
class Text(Part):
    """Words of the program's own. ``language`` is a BCP 47 tag for a foreign run, empty for the document's.

    ``expansion`` is what is heard for an abbreviation or a sign, empty for the words themselves. ``marked`` words stand
    on a ground of their own, as gaps do: they are gone when the document is finished.
    """

    text: str
    bold: bool = False
    italic: bool = False
    language: str = ""
    expansion: str = ""
    marked: bool = False


@part
class PageCount(Text):
    """How many pages the whole file has, as far as was known when it was composed. Word counts them for itself."""


@part
class Value(Part):
    """An answer. ``paths`` are the FieldPaths (as text) it came from; a joined or derived text carries them all.

    A missing value prints ``[to complete: <label>]`` and is marked so that checks and drafts can find it.
    ``expansion`` is what is heard for an abbreviation.
    """

    text: str
    paths: tuple[str, ...]
    missing: bool = False
    bold: bool = False
    italic: bool = False
    language: str = ""
    expansion: str = ""


@part
class CrossReference(Part):
    """A reference to an anchor, in this document or another of the pack; resolved by the numbering pass and layout."""

    target: str
    show: Show = Show.NUMBER
    bold: bool = False


@part
class Link(Part):
    """A link to a web or mail address, with the words that stand for it."""

    text: str
    address: str
    paths: tuple[str, ...] = ()


@part
class LineBreak(Part):
    """A line break that a person typed."""


Inline: TypeAlias = Text | Value | CrossReference | Link | LineBreak
Inlines: TypeAlias = tuple[Inline, ...]
