# SPDX-License-Identifier: MPL-2.0
"""The manual: pages of plain parts, read from ``resources/manual``. The window's help shows them, docs/manual too.

A page is written in a little Markdown: a title, headings, paragraphs, points and numbered steps. Nothing else, so that
every way of showing it shows all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import ClassVar, TypeAlias

from evidencepack.errors import EvidencePackError, ExitCode

PLACE, PAPER = "place-", "paper-"
"""With what the names of pages begin that are about a place of the window, or about a kind of document."""


class ManualError(EvidencePackError):
    """A page of the manual is not written as pages are."""

    exit_code: ClassVar[ExitCode] = ExitCode.BUG


class Group(Enum):
    """Where a page stands in the list of pages, by its words."""

    BEGIN = "Begin here"
    HOW = "How it works"
    PLACES = "The places"
    PAPERS = "The papers"
    RULES = "What the checks look for"


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section."""

    words: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    words: str


@dataclass(frozen=True, slots=True)
class Points:
    """Points of a list, in any order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps of a list, one after the other."""

    items: tuple[str, ...]


Part: TypeAlias = Heading | Text | Points | Steps


@dataclass(frozen=True, slots=True)
class Page:
    """A page: the name of its file, its title, its group, and what it says."""

    name: str
    title: str
    group: Group
    parts: tuple[Part, ...]

    @property
    def about(self) -> str:
        """The place or the kind that it is about; empty for other pages."""
        return next((self.name.removeprefix(head) for head in (PLACE, PAPER) if self.name.startswith(head)), "")


def read_pages(folder: Path, places: Sequence[str]) -> tuple[Page, ...]:
    """Return the pages that were written by hand, in the order of reading; those of places in the order given.

    A place that has no page is left out: no help on one of them is no reason to show none at all.

    Raises:
        ManualError: for a page that is missing, or not written as pages are.
    """
    names = {
        Group.BEGIN: ("getting-started",),
        Group.PLACES: tuple(f"{PLACE}{name}" for name in places if (folder / f"{PLACE}{name}.md").is_file()),
        Group.HOW: ("saving", "backups", "word-template", "word-reply", "problems"),
    }
    return tuple(_read(folder / f"{name}.md", group) for group, listed in names.items() for name in listed)


def read_page(name: str, group: Group, written: str) -> Page:
    """Return a page from what was written.

    Raises:
        ManualError: it has no title, or something that is no part.
    """
    first, *others = re.split(r"\n{2,}", written.strip())
    if not first.startswith("# "):
        raise ManualError(f"The page {name} of the manual does not begin with its title.")
    return Page(name, first.removeprefix("# "), group, tuple(_part(name, block) for block in others))


def _read(file: Path, group: Group) -> Page:
    try:
        written = file.read_text(encoding="utf-8")
    except OSError as error:
        raise ManualError(f"The page {file.stem} of the manual is missing. Install the program again.") from error
    return read_page(file.stem, group, written)


def _part(name: str, block: str) -> Part:
    lines = block.splitlines()
    if block.startswith("## "):
        return Heading(block.removeprefix("## "))
    if block.startswith("- "):
        return Points(tuple(_items(name, lines, r"- ")))
    if re.match(r"\d+\. ", block):
        return Steps(tuple(_items(name, lines, r"\d+\. ")))
    if re.match(r"[#>|!*`<\[]", block):
        raise ManualError(f"The page {name} of the manual has what is no part of a page: {lines[0]}")
    return Text(" ".join(lines))


def _items(name: str, lines: Sequence[str], mark: str) -> Iterator[str]:
    for line in lines:
        item = re.sub(f"^{mark}", "", line)
        if item == line:
            raise ManualError(f"The page {name} of the manual has a line of a list without its mark: {line}")
        yield item
