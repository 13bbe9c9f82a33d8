# SPDX-License-Identifier: MPL-2.0
"""Import: a tender file into a workspace, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from evidencepack.domain.record import Facts, Record
from evidencepack.exchange.mistakes import BadTenderFileError, word
from evidencepack.exchange.strict_json import MOST_BYTES
from evidencepack.exchange.tender_file import TenderFile, read_tender_file
from evidencepack.library.copying import Cleared
from evidencepack.library.model import Library
from evidencepack.library.wording import HOUSE_WORDING
from evidencepack.store.attachments import AttachedFile
from evidencepack.store.entering import DuplicateReferenceError
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.bringing import differences, file_origin, known_here, without_items
from evidencepack.usecases.carried_pictures import with_vetted_pictures
from evidencepack.usecases.clock import AS_OF
from evidencepack.usecases.cloning import NewTender, cloned_from, refuse_names
from evidencepack.usecases.reading_files import read_file
from evidencepack.usecases.typed import types_of


@dataclass(frozen=True, slots=True)
class Imported:
    """The tender that came in, and what was changed in its text on the way (control characters taken out).

    ``cleared`` is what a new tender made of it does not have. ``known`` is how many of its organisations, people and
    the like were here already, and ``offered`` how many of their answers the file gives otherwise.
    """

    tender: Record
    notes: tuple[str, ...]
    cleared: tuple[Cleared, ...] = ()
    known: int = 0
    offered: int = 0


def read_tender(path: Path) -> bytes:
    """Return the bytes of a tender file.

    Raises:
        UnreadableFileError: as ``read_file``.
    """
    return read_file(path, most=MOST_BYTES)


def import_tender(
    workspace: Workspace,
    data: bytes,
    *,
    library: Library,
    source: str = "",
    new: NewTender | None = None,
    today: date = date.min,
) -> Imported:
    """Read a tender file strictly and put all of it into the workspace in one transaction, after a backup.

    Organisations, contacts and whatever else all tenders share may be here already, by the same id: then ours stay as
    they are, and what the file says otherwise is offered. ``source`` is the file's name, for the workspace's own log.
    ``new`` makes a new tender of the file's, as cloning does; dates before ``today`` are past.

    Raises:
        BadTenderFileError: if the file is not right; the message names the path of each wrong key.
            So it does for a picture that cannot be used, and for a reference that a record of the workspace has.
        AlreadyImportedError: if the workspace holds the tender, or something of it, already.
        CannotCloneError: if the reference of the new tender cannot be used.
    """
    found = with_vetted_pictures(read_tender_file(data, library), library)
    files = [AttachedFile(file.data, file.name, file.media_type) for file in found.attachments]
    if new:
        refuse_names(new, workspace.tenders())
    coming = _coming(workspace, found, new, library, source, today)
    if workspace.tenders():
        workspace.keep_backup(always=True)
    reason = f"copied from {source or found.tender.reference}" if new else ""
    try:
        workspace.import_records(coming.records, types=types_of(library), files=files, source=source, reason=reason)
    except DuplicateReferenceError as error:
        raise _taken(found, error.record, library) from error
    return Imported(coming.tender, found.notes, coming.cleared, coming.known, coming.offered)


@dataclass(frozen=True, slots=True)
class _Coming:
    """The records of a file as they come in, and what there is to say of them."""

    tender: Record
    records: tuple[Record, ...]
    cleared: tuple[Cleared, ...]
    known: int
    offered: int


def _coming(
    workspace: Workspace, file: TenderFile, new: NewTender | None, library: Library, source: str, today: date
) -> _Coming:
    records = without_items(_prepared(file))
    facts = Facts(file.tender.id, {one.id: one for one in records})
    ours = known_here(workspace, records, library)
    theirs = differences(records, ours)
    cloned = cloned_from(facts, new, library=library, today=today) if new else None
    ids = cloned.ids if cloned else {}
    fresh = [one for one in records if one.id not in ours and not (cloned and (one.tender or one.id == facts.tender))]
    fresh += cloned.records if cloned else ()
    if cloned or theirs:
        fresh.append(file_origin(source, facts, theirs, today, new=new, ids=ids))
    cleared = cloned.cleared if cloned else ()
    return _Coming(cloned.tender if cloned else file.tender, tuple(fresh), cleared, len(ours), len(theirs))


def _taken(file: TenderFile, record: str, library: Library) -> BadTenderFileError:
    """Return the mistake of a reference that another record of the workspace has."""
    at, found = next((at, one) for at, one in enumerate(file.records) if one.id == record)
    what = library[found.kind].title.lower()
    problem = f"the workspace has another {what} called {word(found.reference)}; give this one another reference"
    return BadTenderFileError([f"records[{at}].reference: {problem}"])


def _prepared(file: TenderFile) -> list[Record]:
    """Return the records as they come in.

    The tender's own record has the date that the file fixes, so that it reads the same every year. House wording stays
    with the tender that it came with: whoever sent the file does not change the words of every other tender here.
    """
    return [_prepare(record, file) for record in file.records]


def _prepare(record: Record, file: TenderFile) -> Record:
    if record.id == file.tender.id:
        return replace(record, answers={**record.answers, AS_OF: file.as_of})
    return replace(record, tender=file.tender.id) if record.kind == HOUSE_WORDING else record
