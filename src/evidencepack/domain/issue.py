# SPDX-License-Identifier: MPL-2.0
"""An issue: a pack as it was handed in, frozen. Its files, what they were made of, and who let what stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Overridden:
    """A finding that somebody let stand: its rule, where it is in words, what it says, why it may stay, who says so.

    ``on`` is the day (ISO). Only ``message`` can hold words of an answer.
    """

    rule: str
    where: str
    message: str
    reason: str
    who: str
    on: str


@dataclass(frozen=True, slots=True)
class IssuedFile:
    """One file of an issue: its name with ``/`` between folders, the SHA-256 of its bytes, their number, its pages."""

    name: str
    sha256: str
    size: int
    pages: int


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """One document of an issue: its record, what it is called, the version of its kind, and what it says.

    ``content_hash`` is the SHA-256 of the whole of its content, ``blocks`` its composed blocks as JSON: the full paper
    and, where the pack prints one, its short form (``short_blocks``, else empty).
    """

    record: str
    reference: str
    title: str
    kind: str
    kind_version: int
    version: str
    letter: str
    content_hash: str
    blocks: str
    short_blocks: str = ""


@dataclass(frozen=True, slots=True)
class IssueMade:
    """That an issue was made, for a history: its number, when (ISO, UTC), by whom in their own words, its files.

    ``account`` is whose account it was made from.
    """

    id: str
    number: int
    at: str
    by: str
    account: str
    files: int


@dataclass(frozen=True, slots=True)
class Issue:
    """An issued pack. ``tender`` is the id of the tender, ``reference`` what the buyer calls it, ``number`` from 1.

    ``at`` is when (ISO, UTC), ``by`` who, in their own words, ``as_of`` the date of the content (ISO), ``made_with``
    the version of the program. ``answers`` are the tender's records as they were, and ``manifest`` the bytes of the
    file that lists the others, both as text.
    """

    id: str
    tender: str
    reference: str
    number: int
    at: str
    by: str
    as_of: str
    made_with: str
    files: tuple[IssuedFile, ...]
    documents: tuple[IssuedDocument, ...]
    overridden: tuple[Overridden, ...] = ()
    answers: str = field(default="", repr=False)
    manifest: str = field(default="", repr=False)

    @property
    def day(self) -> str:
        """The day on which it was issued (ISO)."""
        return self.at[:10]

    @property
    def named(self) -> Mapping[str, IssuedFile]:
        """Return the files by their names."""
        return {file.name: file for file in self.files}
