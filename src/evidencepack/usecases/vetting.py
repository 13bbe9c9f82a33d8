# SPDX-License-Identifier: MPL-2.0
"""Looking at a file from outside before it is kept as an annex: what it is, and what a person should know of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from threading import Event

from evidencepack.compose.joining import and_list
from evidencepack.guard.faults import LockedFileError
from evidencepack.guard.pdf_files import LAID_OUT, unlocked_pdf
from evidencepack.store.attachments import AttachedFile
from evidencepack.usecases.attaching import LockedAnnexError, UnfitAnnexError, read_for
from evidencepack.usecases.enclosing import Came, look_at

_SORTS = (
    (b"%PDF-", ".pdf", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", ".png", "image/png"),
    (b"\xff\xd8\xff", ".jpg", "image/jpeg"),
    (b"II*\0", ".tif", "image/tiff"),
    (b"MM\0*", ".tif", "image/tiff"),
)
"""How files begin, the ending of such a file, and its media type."""

_CLEAN = "A signature holds on no other file: ask for a copy that was signed without that"
_LAID_OUT = "LibreOffice laid its pages out: lines and pages may end elsewhere than in Word"
_UNLOCKED = "Its lock is taken off: the pack has to open without the password. Only the copy kept here is changed"


@dataclass(frozen=True, slots=True)
class Vetted:
    """A file that can be an annex, as it is to be kept, and what it turned out to be.

    ``unlocked``: it was locked. ``renamed``: its name did not say of what sort it is, and now does.
    """

    file: AttachedFile
    came: Came
    unlocked: bool = False
    renamed: bool = False


def vet(file: AttachedFile, *, password: str = "", stop: Event | None = None) -> Vetted:
    """Look at a file under guard. One that opens with the password is kept without its lock.

    Raises:
        LockedAnnexError: if it wants a password, or another one.
        UnfitAnnexError: if it can neither stand in a bundle nor beside it; the message says why and what to do.
        StoppedError: ``stop`` was set.
    """
    name = file.name
    file = _named(file)
    came = look_at(file.name, file.data, stop=stop)
    renamed = file.name != name
    if came.locked and password:
        try:
            opened = unlocked_pdf(file.data, password, stop=stop)
        except LockedFileError as error:
            raise LockedAnnexError(_unfit(file, str(error))) from error
        kept = replace(file, data=opened)
        return Vetted(kept, _fit(kept, look_at(file.name, opened, stop=stop)), unlocked=True, renamed=renamed)
    return Vetted(file, _fit(file, came), renamed=renamed)


def vet_file(file: Path, *, password: str = "", stop: Event | None = None) -> Vetted:
    """Read a file and look at it.

    Raises:
        UnreadableFileError, UnfitFileError: if it cannot be read, or is empty or too large; otherwise as for ``vet``.
    """
    return vet(read_for(file), password=password, stop=stop)


def vetted_sentences(vetted: Vetted) -> Iterator[str]:
    """Yield what a person should know of a file that was looked at."""
    yield from came_sentences(vetted.came)
    if vetted.unlocked:
        yield _UNLOCKED
    if vetted.renamed:
        yield f"It is kept as “{vetted.file.name}”: its name did not say of what sort it is, and portals go by that"


def came_sentences(came: Came) -> Iterator[str]:
    """Yield what a person should know of what a file turned out to be."""
    if came.foreign is None:
        yield "No page of it can stand in the bundle: a sheet says where it is, and it comes beside, as it is"
        if came.acts:
            yield f"It comes with {and_list(came.acts)} in it, which portals and mail filters may refuse. {_CLEAN}"
        return
    yield from _page_sentences(came)
    if came.foreign.repaired:
        yield "It was damaged, and is read as far as it could be"
    yield from (_LAID_OUT if what == LAID_OUT else f"Left behind: {what}" for what in came.foreign.dropped)


def _page_sentences(came: Came) -> Iterator[str]:
    """Yield how many pages a file has, and what is to be known of them."""
    pages = came.foreign.pages if came.foreign else ()
    alone = len(pages) == 1
    yield f"It has {len(pages):,} {'page' if alone else 'pages'}"
    if scans := sum(not page.has_text for page in pages):
        which = "It has no" if alone else f"{scans:,} of them without"
        ask = "" if came.is_picture else ". Ask for the file it was scanned from"
        yield f"{which} text that can be searched or read out{ask}"
    if turned := sum(page.turned == 180 for page in pages):
        yield "It stands upside down" if alone else f"{turned:,} of them upside down"


def _named(file: AttachedFile) -> AttachedFile:
    """Return a file whose name has an ending: where it has none, that of the sort its bytes begin as."""
    if PurePath(file.name).suffix:
        return file
    for begins, ending, sort in _SORTS:
        if file.data.startswith(begins):
            return replace(file, name=f"{file.name}{ending}", media_type=sort)
    return file


def _fit(file: AttachedFile, came: Came) -> Came:
    if came.locked:
        raise LockedAnnexError(_unfit(file, came.problem))
    if came.problem:
        raise UnfitAnnexError(_unfit(file, came.problem))
    return came


def _unfit(file: AttachedFile, problem: str) -> str:
    return f"“{file.name}” cannot be an annex. {problem}"
