# SPDX-License-Identifier: MPL-2.0
"""What became of each page of a scan: to which page of what went out it belongs, or why nobody can say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from evidencepack.domain.page_mark import PageMark, StripMark
from evidencepack.domain.signoff import SentCopy, SentPage, SentVersion


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page of a scan: the name of its file, its number there from 1, the texts of the codes on it.

    ``refused`` is why it could not be looked at. ``typed`` is what somebody typed from the paper: the short code and
    the number of the page; None where nobody has.
    """

    file: str
    number: int
    squares: tuple[str, ...] = ()
    strips: tuple[str, ...] = ()
    refused: str = ""
    typed: tuple[str, int] | None = None

    @property
    def place(self) -> str:
        """Where it is, in words."""
        return f"{self.file}, page {self.number}"


class Why(Enum):
    """Why a page was not put anywhere: what is the matter, and what to do."""

    REFUSED = "It could not be looked at"
    UNREADABLE = "No code can be read on it. If it is one of the pages that went out, type its short code and its page"
    DAMAGED = "Its code was misread. Scan it again, or type its short code and its page"
    NEWER = "It was made by a newer version of the program. Update this one and take it in again"
    TWO_PAGES = "It shows more than one page. Scan each page alone"
    DISAGREE = "Its two codes are of different pages: something was laid or stuck over it. Scan the page alone"
    UNKNOWN = "It has a code of this program, but did not go out from this workspace"
    REPLACED = "It is not the page that went out: code and number agree, what stands on it does not. Ask why"
    NO_SUCH_PAGE = "It says that it is a page which the copy that went out does not have. Ask why"
    MISTYPED = "What was typed is no code of a page that went out. Look at the paper and type it again"
    OTHER_TENDER = "It belongs to another tender. Take it in there"


@dataclass(frozen=True, slots=True)
class Sent:
    """One page as it went out: the version, the copy, and the number of the page from 1."""

    version: SentVersion
    copy: SentCopy
    number: int

    @property
    def page(self) -> SentPage:
        """What the page is."""
        return self.copy.pages[self.number - 1]


@dataclass(frozen=True, slots=True)
class Placed:
    """A page of a scan that is surely a page that went out; ``by_hand``: somebody typed which."""

    read: ReadPage
    sent: Sent
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A page that is put nowhere. ``version`` is that of the other tender, where it is of one."""

    read: ReadPage
    why: Why
    version: SentVersion | None = None

    @property
    def words(self) -> str:
        """Why, in a sentence or two."""
        detail = f": {self.read.refused}" if self.why is Why.REFUSED and self.read.refused else ""
        return f"{self.why.value}{detail.removesuffix('.')}."


def mark_of(sent: Sent) -> PageMark:
    """Return the mark that a page bears."""
    return PageMark(sent.copy.code, sent.version.number, sent.number, len(sent.copy.pages), sent.page.stub)


Mark = PageMark | StripMark
