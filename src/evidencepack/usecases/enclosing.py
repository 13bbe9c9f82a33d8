# SPDX-License-Identifier: MPL-2.0
"""Files from outside on their way into a bundle: read under guard, as pages, or beside it with a sheet that says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from threading import Event
from typing import TYPE_CHECKING

from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.guard.faults import GuardError, LockedFileError, StoppedError
from evidencepack.pack.annexes import Annex
from evidencepack.pack.build import copy_mark
from evidencepack.pack.enclosed import Enclosed
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.numbering import ANNEX
from evidencepack.pack.plan import Plan
from evidencepack.paths.names import legal_name
from evidencepack.usecases.looked_at import keep_pages, kept_pages
from evidencepack.usecases.pictures import ReadAttachment

if TYPE_CHECKING:
    from evidencepack.guard.pdf_files import ForeignPdf

BESIDE = "annexes"
"""The folder beside the buyer's bundle for files whose pages cannot stand in it; that of a copy bears its mark."""

_BEGINS = 1024  # bytes in which a PDF says that it is one (ISO 32000-1, annex H, note 13)
_PICTURES = frozenset({".bmp", ".gif", ".heic", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"})
_WORD_BEGINS = b"PK\x03\x04"
_OFFICE_BEGINS = (_WORD_BEGINS, b"\xd0\xcf\x11\xe0", b"{\\rtf")
_PICTURE_BEGINS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF8")
_COMING = "This file is still to come."
_SIGNED = (
    "This file bears a digital signature, which holds only on the file as it was signed. It comes untouched as {}."
)
_WORD = "This is a Word file, which has no pages of its own. It comes with this bundle as {}."
_OTHER = "It is neither a PDF, nor a picture, nor a Word file. Nothing was changed. Save it as a PDF, and use that."
_UNSOUND = (
    "Parts of this Word file act or fetch something from elsewhere, so that it is not handed on. Nothing was changed. "
    "Open it in Word, save it as a PDF, and use that."
)
_WITHHELD = "This file is confidential. Its pages go to the buyer, and not with copies for partners."
_UNREAD = "The pages of this file cannot stand here. Ask the bidder for the file “{}”."


@dataclass(frozen=True, slots=True)
class Enclosures:
    """What became of the files from outside: by the id of their annex, as they go into a bundle, and beside it.

    ``passed`` are the files as they can be handed on alone. ``problems`` say to the person what could not be put in.
    ``others`` are annexes that go into no bundle.
    """

    enclosed: Mapping[str, Enclosed] = field(default_factory=dict)
    beside: tuple[BuiltFile, ...] = ()
    passed: Mapping[str, BuiltFile] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    others: Mapping[str, Enclosed] = field(default_factory=dict)

    @property
    def every(self) -> Mapping[str, Enclosed]:
        """Return every annex by the id of its record, in the bundle or not."""
        return {**self.enclosed, **self.others}

    @property
    def pointed_to(self) -> Mapping[str, str]:
        """Return the files beside the bundle to which a sheet in it sends its reader, by the id of their annex."""
        beside = {one.name for one in self.beside}
        noted = {name for name, one in self.enclosed.items() if one.note}
        return {name: file.name for name, file in self.passed.items() if name in noted and file.name in beside}


NOTHING_ENCLOSED = Enclosures()
"""What a tender has that has no annex."""


@dataclass(frozen=True, slots=True)
class Came:
    """What a file turned out to be: its pages, or why it has none; ``kept``: it lies beside the bundle as it came.

    ``pages`` is how many it has all the same, 0 if that is not known. ``locked``: it opens only with a password.
    ``acts`` is what runs, opens or carries something in a file that comes as it is. ``is_picture``: nobody has it as
    text.
    """

    foreign: ForeignPdf | None = None
    words: str = ""
    kept: bool = False
    problem: str = ""
    pages: int = 0
    locked: bool = False
    acts: tuple[str, ...] = ()
    is_picture: bool = False

    def note(self, file: str, beside: str) -> str:
        """Return what the sheet says in the place of its pages."""
        return self.words.replace("{}", beside if self.kept else file)


def enclosures_of(facts: Facts, read: ReadAttachment) -> Mapping[str, bytes]:
    """Return the bytes of every file that is an annex of a tender, by SHA-256.

    Raises:
        DamagedWorkspaceError: if one is no longer as it was attached.
    """
    return {one.file.sha256: read(one.file.sha256) for one in annexes_of(facts) if one.file}


def annexes_of(facts: Facts) -> tuple[Annex, ...]:
    """Return every annex of a tender, in the bundle or not; none has its letter yet."""
    return tuple(Annex(one, "") for one in facts.of_kind(ANNEX))


def different_files(facts: Facts) -> int:
    """Return how many different files the annexes of a tender have."""
    return len({one.file.sha256 for one in annexes_of(facts) if one.file})


def enclose(plan: Plan, files: Mapping[str, bytes], tell: Callable[[str], None]) -> Enclosures:
    """Read the files of all annexes; ``tell`` hears the name of each as it begins, and may raise to cancel.

    Raises:
        StoppedError: the person went on to something else meanwhile.
    """
    bundled = {one.record.id: one for one in plan.annexes}
    others = [one for one in annexes_of(plan.facts) if one.record.id not in bundled]
    came = dict[str, Came]()
    enclosed, passed, problems = dict[str, Enclosed](), dict[str, BuiltFile](), list[str]()
    for annex in (*bundled.values(), *others):
        if annex.file is None or annex.file.sha256 not in files:
            enclosed[annex.record.id] = Enclosed(annex, note=_COMING)
            problems.append(f"{annex.record.reference} “{annex.title}” has no file yet: a sheet says so")
            continue
        if plan.audience is Audience.PARTNER and annex.is_confidential:
            enclosed[annex.record.id] = Enclosed(annex, note=_WITHHELD)
            continue
        sha256, data = annex.file.sha256, files[annex.file.sha256]
        if sha256 not in came:
            tell(annex.title)
            came[sha256] = look_at(annex.file.name, data)
        one = came[sha256]
        name = _beside(annex, plan.audience)
        enclosed[annex.record.id] = Enclosed(annex, one.foreign, one.note(annex.file.name, name))
        if one.problem:
            problems.append(f"{annex.record.reference} “{annex.file.name}” is not in the bundle. {one.problem}")
        else:
            passed[annex.record.id] = _file(enclosed[annex.record.id], name, data, one)
    kept = {sha256 for sha256, one in came.items() if one.kept}
    beside = tuple(
        passed[name] for name, one in bundled.items() if name in passed and one.file and one.file.sha256 in kept
    )
    inside = {name: one for name, one in enclosed.items() if name in bundled}
    outside = {name: one for name, one in enclosed.items() if name not in bundled}
    return Enclosures(inside, beside, passed, tuple(problems), outside)


def look_at(name: str, data: bytes, *, stop: Event | None = None) -> Came:
    """Return what a file is: the one door for everything that comes from outside.

    Raises:
        StoppedError: the person went on to something else meanwhile.
    """
    from evidencepack.guard.foreign_files import read_foreign  # few tenders have annexes
    from evidencepack.guard.pdf.sentences import acting
    from evidencepack.guard.word_pages import NoConverter

    if not _is_known(name, data):
        return Came(words=_UNREAD, problem=_OTHER)
    try:
        kept = kept_pages(data)
        found = kept or read_foreign(data, stop=stop)
        if isinstance(found, NoConverter):
            if not _is_sound(data):
                return Came(words=_UNREAD, problem=_UNSOUND)
            return Came(words=_WORD, kept=True)
        if kept is None:
            keep_pages(data, found)
        pages = len(found.pages)
        if found.signed:
            return Came(words=_SIGNED, kept=True, pages=pages, acts=acting(found.dropped))
        kept_too = data.startswith(_WORD_BEGINS) and _is_sound(data)
        return Came(found, pages=pages, kept=kept_too, is_picture=not _has_words(data))
    except StoppedError:
        raise
    except GuardError as error:
        return Came(words=_UNREAD, problem=str(error), locked=isinstance(error, LockedFileError))


def _is_known(name: str, data: bytes) -> bool:
    begins = data.startswith((*_PICTURE_BEGINS, *_OFFICE_BEGINS))
    return begins or b"%PDF-" in data[:_BEGINS] or PurePath(name).suffix.casefold() in _PICTURES


def _has_words(data: bytes) -> bool:
    """Whether a file is of a sort that holds words: a picture is none that could be asked for with its text."""
    return b"%PDF-" in data[:_BEGINS] or data.startswith(_OFFICE_BEGINS)


def _is_sound(data: bytes) -> bool:
    """Whether a Word file can be handed on as it came: nothing in it acts or fetches."""
    from evidencepack.guard.faults import RefusedFileError
    from evidencepack.guard.word_files import vet_word_file

    try:
        vet_word_file(data)
    except RefusedFileError:
        return False
    return True


def _beside(annex: Annex, audience: Audience) -> str:
    """Return the name that a file has beside a bundle: its letter and its own, as every system allows it.

    Copies for others than the buyer have a folder of their own: who hands one on hands nothing of another on.
    """
    name = annex.file.name if annex.file else ""
    letter = annex.letter or annex.record.reference
    return f"{BESIDE}{copy_mark(audience)}/{legal_name(f'{letter}-{name}', otherwise=letter)}"


def _file(one: Enclosed, name: str, data: bytes, came: Came) -> BuiltFile:
    whole = came.foreign.data if came.foreign and not came.kept else data
    return BuiltFile(name, whole, came.pages, (one.version_on(min(came.pages, 1), came.pages),))
