# SPDX-License-Identifier: MPL-2.0
"""A PDF of ours that comes back as a scan would: whether its pages say the words that went out, or others by now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from threading import Event

from evidencepack.guard.faults import CannotStartError, GuardError, StoppedError
from evidencepack.guard.pdf_says import pdf_says
from evidencepack.guard.pdf_words import PageSays, pdf_pages
from evidencepack.signoff.intake.pages import Placed
from evidencepack.signoff.intake.sorting import Returned
from evidencepack.usecases.sent_pages import Originals, differs

_PDF_BEGINS = b"%PDF-"
_PRODUCER = "evidencepack"


def own_pages(data: bytes, *, stop: Event | None = None) -> tuple[PageSays, ...]:
    """Return the pages of a PDF that says this program made it; none of any other file.

    A scan with words that somebody’s scanner has read is no such file: those words are never quite the printed ones.

    Raises:
        StoppedError, CannotStartError: as when any file is read.
    """
    if not data.startswith(_PDF_BEGINS):
        return ()
    try:
        return pdf_pages(data, stop=stop) if _PRODUCER in pdf_says(data, stop=stop)["by"] else ()
    except (StoppedError, CannotStartError):
        raise
    except GuardError:
        # What cannot be read as a document is still looked at as pictures.
        return ()


def words_told(
    pages: Mapping[str, Sequence[PageSays]], returned: Sequence[Returned], originals: Originals
) -> Iterator[str]:
    """Yield what is to be said of pages that bear the right marks and say other words than what went out.

    Args:
        pages: those of PDFs of ours, by the names of files.
        returned: copies of which pages came back.
        originals: the pages of what went out.
    """
    for one in returned:
        for page in one.pages:
            there = pages.get(page.read.file, ())
            if page.read.number <= len(there):
                now, was = there[page.read.number - 1], _original(page, originals)
                if was is not None and now.words and now.words != was.words:
                    yield f"{one.name}: page {page.sent.number} ({page.read.place}) {differs(was, now)}. Ask why."


def _original(page: Placed, originals: Originals) -> PageSays | None:
    said = "page", str(page.sent.number), "of", str(len(page.sent.copy.pages))
    found = (
        one for one in originals.of(page.sent.copy) if said in zip(*(one.words[at:] for at in range(4)), strict=False)
    )
    return next(found, None)
