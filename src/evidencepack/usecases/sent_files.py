# SPDX-License-Identifier: MPL-2.0
"""The files of a version that went out to be signed: written for all who sign, or for one, as often as need be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidencepack.domain.record import Facts, short_name
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import SentCopy, SentVersion
from evidencepack.errors import EvidencePackError
from evidencepack.pack.build import ENDING
from evidencepack.pack.manifest import BuiltFile, manifest
from evidencepack.paths.folders import refuse_unfit
from evidencepack.paths.names import legal_name
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.export_folder import write_export
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.issuing import NotWrittenError


@dataclass(frozen=True, slots=True)
class Handed:
    """What was written: the copies, their files in order, and what was kept beside them, by its old name."""

    copies: tuple[SentCopy, ...]
    files: tuple[BuiltFile, ...]
    kept: Mapping[str, str]


def copies_for(version: SentVersion, facts: Facts, partner: str) -> tuple[SentCopy, ...]:
    """Return the copies of a version, or that of one organisation, by its reference, its names or its id.

    Raises:
        NotFoundError: if nobody called so signs it.
    """
    if not partner:
        return version.copies
    wanted = " ".join(partner.split()).casefold()
    found = tuple(one for one in version.copies if wanted in _names(one, facts))
    if not found:
        there = ", ".join(_called(one, facts) for one in version.copies)
        raise NotFoundError(
            f"“{partner}” is not asked to sign {version.reference}. Nothing was frozen or written. Asked: {there}."
        )
    return found


def write_copies(
    workspace: Workspace,
    version: SentVersion,
    copies: Sequence[SentCopy],
    folder: Path,
    beside: Sequence[BuiltFile] = (),
) -> Handed:
    """Write the files of copies into a folder, bit by bit as they went out, all of them or none.

    ``beside`` are files that stand beside them and are not kept, such as tab sheets.

    Raises:
        NotWrittenError: the folder is as it was, and what went out stays in the workspace.
    """
    sent = [one for copy in copies for one in copy.files]
    files = (*(BuiltFile(one.name, workspace.issued_bytes(one.sha256), one.pages, ()) for one in sent), *beside)
    whose = "" if len(copies) == len(version.copies) else f"-{copies[0].code}"
    listed_in = f"{legal_name(f'{version.reference}{whose}-sign-off', room=ENDING)}.manifest.json"
    contents = {one.name: one.data for one in files}
    contents[listed_in] = manifest(version.reference, version.as_of, files)
    try:
        refuse_unfit(folder)
        kept = write_export(folder, contents, listed_in=listed_in)
    except EvidencePackError as error:
        raise NotWrittenError(
            f"{error.message} Version {version.label} of {version.reference} is kept in the workspace all the same. "
            "Send it again into another folder: the same copies go out, with the same codes."
        ) from error
    return Handed(tuple(copies), files, kept)


def sent_sentences(version: SentVersion, copies: Sequence[SentCopy], *, again: bool) -> Iterator[str]:
    """Yield what is to be said of a version that went out, and what to do next."""
    if again:
        yield (
            f"{version.reference} says what it said when version {version.label} went out on {version.day}: these are "
            "the same files, bit by bit, with the same codes."
        )
    else:
        yield (
            f"{version.reference} is frozen as version {version.label}, with all that it was made of. "
            "What you change from now on goes into the next version."
        )
    for copy in copies:
        yield f"  {printed(copy.code)}  {copy.organisation}: {_who(copy)}"
    yield (
        "Next: print each copy, or send its PDF to be filled in and signed on the screen; then note that it went, with "
        "its code: evidencepack register FILE CODE sent"
    )


def _who(copy: SentCopy) -> str:
    due = next((one.due for one in copy.signers if one.due), "")
    names = ", ".join(one.name for one in copy.signers)
    return f"{names}, by {due}" if due else names


def _names(copy: SentCopy, facts: Facts) -> set[str]:
    names = {copy.organisation.casefold(), copy.code.casefold(), printed(copy.code).casefold(), copy.party}
    record = facts.get(copy.party)
    return names if record is None else names | {record.reference.casefold(), short_name(record).casefold()}


def _called(copy: SentCopy, facts: Facts) -> str:
    record = facts.get(copy.party)
    return copy.organisation if record is None else f"{record.reference} ({short_name(record)})"
