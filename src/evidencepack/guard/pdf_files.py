# SPDX-License-Identifier: MPL-2.0
"""PDF files that anyone may have sent: what a child makes of one is a new PDF of its pages, and nothing that acts."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import cast

from evidencepack.guard.child import limited
from evidencepack.guard.faults import ChildDiedError, LockedFileError, RefusedFileError
from evidencepack.guard.pdf import sentences as words

MOST_BYTES = 50 * 1024 * 1024
"""The largest PDF that is looked at."""

LAID_OUT = "where Word ends its lines and pages: LibreOffice laid it out"
"""What is dropped of every Word file of which there are pages."""

SECONDS = 10.0
MEGABYTES = 400
"""What a child may take for a PDF; with the program itself, less than 512 MB."""

_BEGINS = b"%PDF-"
_LOCKED = frozenset({words.PASSWORD, words.WRONG_PASSWORD})


@dataclass(frozen=True, slots=True)
class SheetSize:
    """A page as it is shown, turned and cropped, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class ForeignPage:
    """One page of a file from outside.

    ``has_text``: there are words on it that can be selected; a scan has none. ``turned``: by how many degrees,
    clockwise, most of its words stand as it is shown: 0, 90, 180 (upside down) or 270.
    """

    size: SheetSize
    has_text: bool
    turned: int = 0


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark that the file has of its own: ``page`` counts from 0, ``level`` from 0 without a gap."""

    title: str
    page: int
    level: int


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link that the file has from one of its pages to another, both counted from 0.

    The area is that on the page as it is shown, in points from its lower left corner.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float
    to: int


@dataclass(frozen=True, slots=True)
class ForeignPdf:
    """The pages of a file from outside, safe to put into a pack.

    ``data`` is a new PDF: each page begins at the origin, is not turned by a flag, and has resources of its own. It has
    no action, script, form, attachment, bookmark or description. The same file always gives the same bytes.
    ``links`` are those between its pages, as numbers: whoever shows the pages makes links of them.
    ``dropped`` says in words what was left behind. ``signed``: the file bears a digital signature, which holds only on
    the file as it came. ``repaired``: it was damaged, and is read as far as it could be.
    """

    data: bytes
    pages: tuple[ForeignPage, ...]
    outline: tuple[OutlineEntry, ...] = ()
    dropped: tuple[str, ...] = ()
    signed: bool = False
    repaired: bool = False
    links: tuple[PageLink, ...] = ()


def read_pdf(data: bytes, *, password: str = "", stop: Event | None = None) -> ForeignPdf:
    """Return the pages of a PDF, printed into a new one by a child.

    Args:
        data: the file.
        password: with which it opens, if it has one.
        stop: ends the look soon after another thread sets it.

    Raises:
        LockedFileError: if it opens only with a password, or not with this one.
        RefusedFileError: if it is no PDF, is damaged or too large; the message says what to do.
        GuardError: if looking at it took too long or too much memory, or broke off.
    """
    # The libraries that read PDFs are loaded only when there is one.
    from evidencepack.guard.pdf.cleaning import clean_pdf

    _refuse_by_size(data)
    with _telling_locks():
        return checked_pages(limited(clean_pdf, data, password, seconds=SECONDS, megabytes=MEGABYTES, stop=stop))


def unlocked_pdf(data: bytes, password: str, *, stop: Event | None = None) -> bytes:
    """Return a PDF without its lock, and otherwise as it came: nothing of it is looked at or taken out.

    Raises:
        LockedFileError: if it does not open with this password.
        RefusedFileError: if it bears a signature, which holds only with the lock, or as for ``read_pdf``.
        GuardError: as for ``read_pdf``.
    """
    from evidencepack.guard.pdf.unlocking import unlock_pdf

    _refuse_by_size(data)
    with _telling_locks():
        opened: object = limited(unlock_pdf, data, password, seconds=SECONDS, megabytes=MEGABYTES, stop=stop)
    if not isinstance(opened, bytes) or not opened.startswith(_BEGINS):
        raise ChildDiedError("The child answered, but not with a PDF.")
    return opened


def _refuse_by_size(data: bytes) -> None:
    if not data:
        raise RefusedFileError(words.EMPTY)
    if len(data) > MOST_BYTES:
        raise RefusedFileError(words.too_large(MOST_BYTES // 1024**2))


@contextmanager
def _telling_locks() -> Iterator[None]:
    """Tell a file that wants a password from others that are refused: of a child's refusal only the sentence comes."""
    try:
        yield
    except RefusedFileError as error:
        if str(error) in _LOCKED:
            raise LockedFileError(str(error)) from error
        raise


def checked_pages(answer: object) -> ForeignPdf:
    """Return the answer of a child that printed pages, once it has the shape of one: the file may have taken it over.

    Raises:
        ChildDiedError: if it has not.
    """
    match answer:
        case (bytes(data), list(pages), list(outline), list(links), list(dropped), bool(signed), bool(repaired)) if (
            data.startswith(_BEGINS)
            and pages
            and all(_is_page(one) for one in pages)
            and all(_is_entry(one, len(pages)) for one in outline)
            and all(_is_link(one, len(pages)) for one in links)
            and all(isinstance(one, str) for one in dropped)
        ):
            sheets = cast("list[tuple[float, float, bool, int]]", pages)
            entries = cast("list[tuple[str, int, int]]", outline)
            return ForeignPdf(
                data,
                tuple(ForeignPage(SheetSize(wide, high), text, turned) for wide, high, text, turned in sheets),
                tuple(OutlineEntry(*entry) for entry in entries),
                tuple(cast("list[str]", dropped)),
                signed,
                repaired,
                tuple(PageLink(*link) for link in cast("list[tuple[int, float, float, float, float, int]]", links)),
            )
        case _:
            raise ChildDiedError("The child answered, but not with pages.")


def _is_page(one: object) -> bool:
    match one:
        case (int() | float() as wide, int() | float() as high, bool(), int(turned)):
            return 0 < wide < math.inf and 0 < high < math.inf and turned in {0, 90, 180, 270}
        case _:
            return False


def _is_entry(one: object, pages: int) -> bool:
    match one:
        case (str(), int(page), int(level)):
            return 0 <= page < pages and level >= 0
        case _:
            return False


def _is_link(one: object, pages: int) -> bool:
    match one:
        case (int(page), *area, int(to)) if len(area) == 4 and all(isinstance(edge, int | float) for edge in area):
            left, bottom, right, top = cast("list[float]", area)
            leads = 0 <= page < pages and 0 <= to < pages
            return leads and 0 <= left < right < math.inf and 0 <= bottom < top < math.inf
        case _:
            return False
