# SPDX-License-Identifier: MPL-2.0
"""What the pages of a PDF that anyone may have sent say and look like, to be held against one that is known."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Event

from evidencepack.guard.child import limited
from evidencepack.guard.faults import ChildDiedError, RefusedFileError

SECONDS, MEGABYTES = 60.0, 600
MOST_BYTES, MOST_PAGES = 128 * 1024 * 1024, 400

_LONGEST = 30_000  # a dense page of A4 has 8,000 letters
_DOTS = 1.0  # to the point: 72 to the inch
_WIDEST = 3000.0  # points; a larger page is drawn smaller
_OF_OURS = frozenset({"/Link", "/Widget"})
_NOT_PDF = "It is no PDF, is locked, or so damaged that its pages cannot be read."
_TOO_MANY = f"It is larger than {MOST_BYTES // 1024**2} MB or has more than {MOST_PAGES} pages."


@dataclass(frozen=True, slots=True)
class PageSays:
    """A page: its words in reading order, the SHA-256 of how it looks, how many things are stuck on it.

    What is typed into fields, and signatures, are no part of words and look; links and fields are nothing stuck on.
    """

    words: tuple[str, ...]
    look: str
    stuck: int = 0


def pdf_pages(data: bytes, *, stop: Event | None = None) -> tuple[PageSays, ...]:
    """Return what each page of a PDF says and looks like.

    Raises:
        RefusedFileError: if it is no PDF that can be opened, or too large.
        GuardError: if looking at it took too long or too much memory, or broke off.
    """
    if len(data) > MOST_BYTES:
        raise RefusedFileError(_TOO_MANY)
    found: object = limited(pages_of, data, seconds=SECONDS, megabytes=MEGABYTES, stop=stop)
    if not isinstance(found, list) or len(found) > MOST_PAGES:
        raise ChildDiedError("The child answered, but not with what pages say.")
    return tuple(_read(one) for one in found)


def pages_of(data: bytes) -> list[tuple[str, str, int]]:
    """Return the same as plain values; for a child."""
    import pikepdf
    import pypdfium2

    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            if len(pdf.pages) > MOST_PAGES:
                raise RefusedFileError(_TOO_MANY)
            stuck = [_stuck(page.obj) for page in pdf.pages]
        with pypdfium2.PdfDocument(data) as document:
            return [(*one, some) for one, some in zip(_pages(document), stuck, strict=True)]
    except (pikepdf.PdfError, pikepdf.PasswordError, pypdfium2.PdfiumError, ValueError, TypeError, KeyError) as error:
        # All that the two libraries make of a file that is locked, damaged, or something else.
        raise RefusedFileError(_NOT_PDF) from error


def _pages(document: object) -> Iterator[tuple[str, str]]:
    for page in document:  # type: ignore[attr-defined]
        words = page.get_textpage().get_text_bounded()[:_LONGEST]
        scale = min(_DOTS, _WIDEST / max(1.0, *page.get_size()))
        drawn = page.render(scale=scale, grayscale=True, may_draw_forms=False, draw_annots=False).to_pil()
        yield words, hashlib.sha256(drawn.convert("L").tobytes()).hexdigest()
        page.close()


def _stuck(page: object) -> int:
    import pikepdf

    annotations = page.get("/Annots")  # type: ignore[attr-defined]
    if not isinstance(annotations, pikepdf.Array):
        return 0
    return sum(
        str(one.get("/Subtype", "")) not in _OF_OURS for one in annotations if isinstance(one, pikepdf.Dictionary)
    )


def _read(said: object) -> PageSays:
    match said:
        case (str() as words, str() as look, int() as stuck):
            return PageSays(tuple(words.split()), look, stuck)
    raise ChildDiedError("The child answered, but not with what pages say.")
