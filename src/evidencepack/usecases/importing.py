# SPDX-License-Identifier: MPL-2.0
"""Import: a tender file into a workspace, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType
from evidencepack.exchange.mistakes import BadTenderFileError, word
from evidencepack.exchange.strict_json import MOST_BYTES
from evidencepack.exchange.tender_file import TenderFile, read_tender_file
from evidencepack.library.model import Library
from evidencepack.library.wording import HOUSE_WORDING
from evidencepack.store.attachments import AttachedFile
from evidencepack.store.entering import DuplicateReferenceError
from evidencepack.store.imports import FieldTypes
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.carried_pictures import with_vetted_pictures
from evidencepack.usecases.clock import AS_OF
from evidencepack.usecases.reading_files import read_file


@dataclass(frozen=True, slots=True)
class Imported:
    """The tender that came in, and what was changed in its text on the way (control characters taken out)."""

    tender: Record
    notes: tuple[str, ...]


def read_tender(path: Path) -> bytes:
    """Return the bytes of a tender file.

    Raises:
        UnreadableFileError: as ``read_file``.
    """
    return read_file(path, most=MOST_BYTES)


def import_tender(workspace: Workspace, data: bytes, *, library: Library, source: str = "") -> Imported:
    """Read a tender file strictly and put all of it into the workspace in one transaction, after a backup.

    ``source`` is the file's name, for the workspace's own log.

    Raises:
        BadTenderFileError: if the file is not right; the message names the path of each wrong key.
            So it does for a picture that cannot be used, and for a reference that a record of the workspace has.
        AlreadyImportedError: if the workspace holds one of its records already.
    """
    found = with_vetted_pictures(read_tender_file(data, library), library)
    files = [AttachedFile(file.data, file.name, file.media_type) for file in found.attachments]
    if workspace.tenders():
        workspace.keep_backup(always=True)
    try:
        workspace.import_records(_prepared(found), types=_types(library), files=files, source=source)
    except DuplicateReferenceError as error:
        raise _taken(found, error.record, library) from error
    return Imported(found.tender, found.notes)


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


def _types(library: Library) -> FieldTypes:
    def type_of(kind: str, field: str, column: str) -> FieldType:
        found = library[kind].fields[field]
        return found.column(column).type if column else found.type

    return type_of
