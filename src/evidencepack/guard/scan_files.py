# SPDX-License-Identifier: MPL-2.0
"""Scans and photographs of signed pages that anyone may have sent: children read the marks on them, a few at a time."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from threading import Event
from typing import cast

from evidencepack.guard.child import limited
from evidencepack.guard.faults import (
    ChildDiedError,
    GuardError,
    RefusedFileError,
    StoppedError,
)
from evidencepack.guard.scans.perspective import Place

MOST_BYTES = 200 * 1024 * 1024
"""The largest file that is looked at: 500 pages at 300 dots to the inch."""

_AT_ONCE = 2
_PAGES = 6
_SECONDS, _A_PAGE = 20.0, 10.0
_MEGABYTES = 700
_LARGEST = 20_000
_MOST_PAGES = 500
_JPEG_BEGINS = b"\xff\xd8\xff"
_EMPTY = "This file is empty. Nothing was changed. Scan the paper again."
_TOO_LARGE = (
    f"This file is larger than {MOST_BYTES // 1024**2} MB. Nothing was changed. Scan it in parts, at 200 dots to the "
    "inch."
)


@dataclass(frozen=True, slots=True)
class FoundMark:
    """A code as it stands on a page: ``is_square`` tells a QR code from a Code 128."""

    text: str
    is_square: bool


@dataclass(frozen=True, slots=True)
class ScanPage:
    """One page of a scan: its number from 1, the codes on it, and a picture of it (JPEG).

    ``squared``: the picture is the sheet itself, cut out upright at 150 dots to the inch; it is so where a mark was
    found whose place is known. Else it is the page as it came, with its marks upright. ``refused``: why there is
    neither; then the rest is empty.
    """

    number: int
    marks: tuple[FoundMark, ...] = ()
    picture: bytes = b""
    width: int = 0
    height: int = 0
    squared: bool = False
    refused: str = ""


def count_scan(data: bytes, *, stop: Event | None = None) -> int:
    """Return how many pages a scan has: PDF, JPEG, PNG, TIFF, WebP, BMP or HEIC, whatever its name says.

    Raises:
        RefusedFileError: if it is none, is damaged or too large; the message says what to do.
        GuardError: if looking at it took too long or too much memory, or broke off.
    """
    # The libraries that read scans are loaded only when there is one.
    from evidencepack.guard.scans.reading import count_pages

    if not data:
        raise RefusedFileError(_EMPTY)
    if len(data) > MOST_BYTES:
        raise RefusedFileError(_TOO_LARGE)
    count: object = limited(count_pages, data, seconds=_SECONDS, megabytes=_MEGABYTES, stop=stop)
    if not isinstance(count, int) or not 1 <= count <= _MOST_PAGES:
        raise ChildDiedError("The child answered, but not with a number of pages.")
    return count


def read_scan(data: bytes, count: int, places: Mapping[str, Place], *, stop: Event | None = None) -> Iterator[ScanPage]:
    """Yield the pages of a scan, in order, while two children read them. A page that cannot be read says why.

    Args:
        data: the file.
        count: how many pages it has.
        places: where each mark that is known stands on its sheet, by its text.
        stop: ends the look soon after another thread sets it.

    Raises:
        StoppedError: if ``stop`` was set.
        CannotStartError: if the system gives no child.
    """
    own = stop if stop is not None else Event()
    known = dict(places)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        waiting: list[Future[list[ScanPage]]] = []
        try:
            firsts = iter(range(0, count, _PAGES))
            waiting.extend(
                pool.submit(_batch, data, first, min(first + _PAGES, count), known, own)
                for first in islice(firsts, _AT_ONCE)
            )
            while waiting:
                pages = waiting.pop(0).result()
                first = next(firsts, None)
                if first is not None:
                    waiting.append(pool.submit(_batch, data, first, min(first + _PAGES, count), known, own))
                yield from pages
        finally:
            for one in waiting:
                one.cancel()
            if stop is None:
                # Nobody takes the rest: the children that read it need not finish.
                own.set()


def _batch(data: bytes, first: int, last: int, places: dict[str, Place], stop: Event) -> list[ScanPage]:
    """Return some pages; where they cannot be read together, each alone, so that one bad page costs no other."""
    try:
        return _read(data, first, last, places, stop)
    except StoppedError:
        raise
    except GuardError as error:
        if last - first == 1:
            return [ScanPage(first + 1, refused=str(error))]
        return [page for one in range(first, last) for page in _batch(data, one, one + 1, places, stop)]


def _read(data: bytes, first: int, last: int, places: dict[str, Place], stop: Event) -> list[ScanPage]:
    from evidencepack.guard.scans.reading import read_pages

    seconds = _SECONDS + _A_PAGE * (last - first)
    answer: object = limited(read_pages, data, first, last, places, seconds=seconds, megabytes=_MEGABYTES, stop=stop)
    if not isinstance(answer, list) or len(answer) != last - first:
        raise ChildDiedError("The child answered, but not with these pages.")
    return [_checked(first + at + 1, one) for at, one in enumerate(answer)]


def _checked(number: int, one: object) -> ScanPage:
    """Return a page once it has the shape of one: the file may have taken the child over.

    Raises:
        ChildDiedError: if it has not.
    """
    match one:
        case (list(found), bytes(picture), int(width), int(height), bool(squared)) if (
            picture.startswith(_JPEG_BEGINS)
            and 0 < width <= _LARGEST
            and 0 < height <= _LARGEST
            and all(_is_mark(mark) for mark in found)
        ):
            marks = cast("list[tuple[str, str, object]]", found)
            return ScanPage(
                number,
                tuple(FoundMark(text, sort == "square") for sort, text, _ in marks),
                picture,
                width,
                height,
                squared,
            )
        case _:
            raise ChildDiedError("The child answered, but not with a page.")


def _is_mark(mark: object) -> bool:
    match mark:
        case ("square" | "strip", str(text), (one, two, three, four)):
            return len(text) <= 64 and all(_is_point(point) for point in (one, two, three, four))
        case _:
            return False


def _is_point(point: object) -> bool:
    match point:
        case (int() | float() as x, int() | float() as y):
            return math.isfinite(x) and math.isfinite(y)
        case _:
            return False
