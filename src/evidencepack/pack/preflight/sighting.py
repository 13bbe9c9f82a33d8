# SPDX-License-Identifier: MPL-2.0
"""What is seen in the files of a pack as they were written, before anybody uploads them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from evidencepack.domain.trade import Severity


class Check(StrEnum):
    """What a file is looked through for; each has sentences of its own in ``checks``."""

    OPENS = "opens"
    LINKS = "links"
    ACTS = "acts"
    TEXT = "text"
    UPRIGHT = "upright"
    BLANK = "blank"
    PLACEHOLDER = "placeholder"
    EXAMPLE = "example"
    DRAFT = "draft"
    COMMENTS = "comments"
    TRACKED = "tracked"
    HIDDEN = "hidden"
    BUYER = "buyer"
    PRIVATE = "private"
    FONTS = "fonts"
    COMPUTER = "computer"
    EXPIRED = "expired"
    SIGNED = "signed"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One thing in one file that a buyer should not get, or may not be able to read.

    ``page`` is counted from 1; 0 where a file has no pages, or it is about the whole of it. ``words`` are whole
    sentences: what is there, and what to do. ``quote`` is what stands in the file.
    """

    check: Check
    severity: Severity
    file: str
    words: str
    page: int = 0
    quote: str = ""

    @property
    def blocks(self) -> bool:
        """Whether a bid could be refused, or a confidence broken, for it."""
        return self.severity is Severity.BLOCKS
