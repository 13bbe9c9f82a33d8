# SPDX-License-Identifier: MPL-2.0
"""What a pack says of the signatures under a paper that went out, and the signed pages that stand in the bundle."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class What(StrEnum):
    """What a signature is, for whoever reads the pack."""

    BY_HAND = "by hand"
    DIGITAL = "digital"
    RECORDED = "recorded"
    AWAITED = "awaited"
    NOT_GIVEN = "not given"


@dataclass(frozen=True, slots=True)
class SignatureSays:
    """A signature that a paper asks for: of whom (ids and words), by which stage, what it is, and of which day (ISO).

    ``code`` is that of the copy that came back, empty for none.
    """

    party: str
    person: str
    organisation: str
    name: str
    stage: str
    what: What
    day: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class SignedSheet:
    """A page of a copy that somebody signed and that came back: its number in the copy, the SHA-256 of its picture."""

    number: int
    sha256: str


@dataclass(frozen=True, slots=True)
class SignedCopy:
    """A copy that came back signed: its code, for whom, of which version of the paper.

    ``content_hash`` is that of the version on which the signature stands: of this one, or of a later one to which the
    same organisation agreed by a note of changes. ``sheets`` are its signed pages; a copy that was signed digitally has
    a ``file`` (its name), its ``sha256`` and the number of its ``pages``.
    """

    code: str
    organisation: str
    version: str
    content_hash: str
    sheets: tuple[SignedSheet, ...] = ()
    file: str = ""
    sha256: str = ""
    pages: int = 0


@dataclass(frozen=True, slots=True)
class SignedPaper:
    """The signatures under a paper (its id) that went out, in the order of the register, and the copies of it."""

    record: str
    reference: str
    says: tuple[SignatureSays, ...]
    copies: tuple[SignedCopy, ...] = ()


SignedPapers = Mapping[str, SignedPaper]
"""Papers that went out to be signed, by the ids of their records."""


@dataclass(frozen=True, slots=True)
class SignedPages:
    """The papers of a tender that went out to be signed, and the bytes of what came back of them, by their SHA-256."""

    papers: SignedPapers = field(default_factory=dict)
    contents: Mapping[str, bytes] = field(default_factory=dict)

    def sent(self) -> tuple[str, dict[str, bytes]]:
        """Return it as plain values for another process; ``read_signed`` reads them."""
        return json.dumps([asdict(one) for one in self.papers.values()]), dict(self.contents)


NOTHING_SIGNED = SignedPages()
"""What a tender has of which nothing went out."""


def read_signed(papers: str, contents: Mapping[str, bytes]) -> SignedPages:
    """Return what ``SignedPages.sent`` was made of."""
    found = (_paper(one) for one in json.loads(papers))
    return SignedPages({one.record: one for one in found}, dict(contents))


def _paper(said: Mapping[str, Any]) -> SignedPaper:
    says = tuple(SignatureSays(**{**one, "what": What(one["what"])}) for one in said["says"])
    copies = tuple(
        SignedCopy(**{**one, "sheets": tuple(SignedSheet(**sheet) for sheet in one["sheets"])})
        for one in said["copies"]
    )
    return SignedPaper(said["record"], said["reference"], says, copies)
