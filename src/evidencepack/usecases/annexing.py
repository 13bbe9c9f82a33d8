# SPDX-License-Identifier: MPL-2.0
"""Putting a file from outside into a tender as an annex: looked at under guard, named, kept, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

from evidencepack.compose.formats import long_date
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.file_titles import guess_from_name
from evidencepack.domain.record import Facts
from evidencepack.domain.same_files import Fingerprint, same_files
from evidencepack.domain.text import clean
from evidencepack.domain.values import FieldType
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.model import Library
from evidencepack.pack.numbering import ANNEX
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.adding import add_empty
from evidencepack.usecases.attaching import look_at_file
from evidencepack.usecases.enclosing import Came, annexes_of, look_at
from evidencepack.usecases.finding_records import find_record
from evidencepack.usecases.workspaces import tender_facts

_FILE, _TITLE, _DATED = "file", "title", "dated"


class UnfitAnnexError(EvidencePackError):
    """A file cannot stand in a bundle, nor beside it; the message says why and what to do."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT


@dataclass(frozen=True, slots=True)
class Annexed:
    """An annex as it was entered: its path for other commands, its title, what its file turned out to be.

    ``dated`` is the day in the name of the file, if there is one. ``twins`` are annexes that had the same file before.
    """

    path: str
    title: str
    came: Came
    dated: date | None = None
    twins: tuple[str, ...] = ()


def add_annex(
    workspace: Workspace, file: Path, *, library: Library, tender: str = "", reference: str = "", title: str = ""
) -> Annexed:
    """Enter a file as an annex of a tender. Without a title it is called what its file is.

    A day in the name of the file becomes its date.

    Raises:
        EvidencePackError: if the file cannot be read or is none that can stand in a bundle or beside it, if the title
            is too long, or as for ``add_empty``. Nothing is changed then.
    """
    fields = library[ANNEX].fields
    kept = look_at_file(fields[_FILE], file).file
    came = look_at(kept.name, kept.data)
    if came.problem:
        raise UnfitAnnexError(f"“{kept.name}” cannot be an annex. {came.problem}")
    guess = guess_from_name(kept.name)
    called = clean(title or guess.title or kept.name).text.strip()[: fields[_TITLE].longest or None]
    twins = _twins(tender_facts(workspace, tender), kept.data)
    with workspace.together():
        path = add_empty(workspace, ANNEX, library=library, tender=tender, reference=reference)
        record = find_record(tender_facts(workspace, tender), path).id
        workspace.set_file(FieldPath(record, _FILE), kept)
        workspace.set_value(FieldPath(record, _TITLE), FieldType.TEXT, called)
        if guess.dated is not None:
            workspace.set_value(FieldPath(record, _DATED), FieldType.DATE, guess.dated)
    return Annexed(path, called, came, guess.dated, twins)


def _twins(facts: Facts, data: bytes) -> tuple[str, ...]:
    """Return the annexes that have the same file already."""
    known = [
        Fingerprint(f"{one.record.reference} “{one.title}”", one.file.sha256) for one in annexes_of(facts) if one.file
    ]
    groups = same_files([Fingerprint("", sha256(data).hexdigest()), *known])
    return next((group.names[1:] for group in groups if not group.names[0]), ())


def added_sentences(added: Annexed) -> Iterator[str]:
    """Yield what a person should know of an annex that was put in."""
    yield from came_sentences(added.came)
    if added.dated is not None:
        yield f"Its date, by its name, is {long_date(added.dated)}"
    if added.twins:
        yield f"The same file is here already: {', '.join(added.twins)}. Take one of them out if that was a slip"


def came_sentences(came: Came) -> Iterator[str]:
    """Yield what a person should know of a file that was put in."""
    if came.foreign is None:
        yield "No page of it can stand in the bundle: a sheet says where it is, and it comes beside, as it is"
        return
    pages = came.foreign.pages
    yield f"It has {len(pages):,} {'page' if len(pages) == 1 else 'pages'}"
    scans = sum(not page.has_text for page in pages)
    if scans:
        yield f"{scans:,} of them without text that can be searched or read out. Ask for the file it was scanned from"
    turned = sum(page.turned == 180 for page in pages)
    if turned:
        yield f"{turned:,} of them upside down"
    if came.foreign.repaired:
        yield "It was damaged, and is read as far as it could be"
    yield from (f"Left behind: {what}" for what in came.foreign.dropped)
