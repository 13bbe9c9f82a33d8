# SPDX-License-Identifier: MPL-2.0
"""Certificates of sign-off: one page for each paper that went out, known again for ever by what the register notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evidencepack.blocks.document import Running
from evidencepack.compose.formats import short_date
from evidencepack.compose.layouts.signature_register import STAGES
from evidencepack.compose.sheets.certificate import Certified, CertifiedCopy, CertifiedVersion, certificate
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import OPEN, SentVersion, Signer, SignEvent, State
from evidencepack.domain.trade import SignatureStage
from evidencepack.library.model import Library
from evidencepack.pack.build import ENDING, Part
from evidencepack.pack.claims import confirm, print_with_claims
from evidencepack.pack.fingerprint import with_fingerprint
from evidencepack.pack.look import look_of
from evidencepack.pack.manifest import BuiltFile, manifest
from evidencepack.pack.press import Format, Press
from evidencepack.paths.folders import refuse_unfit
from evidencepack.paths.names import legal_name
from evidencepack.render.properties import Properties
from evidencepack.render.questions import unasked
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.certified import ENDS
from evidencepack.usecases.export_folder import write_export
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.sign_changes import standing_copy
from evidencepack.usecases.sign_register import CopyLine

LISTED_IN = "certificates.manifest.json"
"""The file that lists certificates, with their SHA-256."""

_PDF = ".pdf"


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate: the PDF, and the copies that it tells of, oldest version first."""

    file: BuiltFile
    lines: tuple[CopyLine, ...]


@dataclass(frozen=True, slots=True)
class Certifier:
    """Prints certificates of sign-off in a tender's own look. ``pictures`` are its attached ones, by SHA-256."""

    library: Library
    press: Press
    pictures: Mapping[str, bytes]

    def certify(self, facts: Facts, copies: Sequence[CopyLine], document: str = "") -> tuple[Certificate, ...]:
        """Return a certificate for each paper that went out, or for one (its reference); nothing is kept yet.

        The same register gives the same bytes.

        Raises:
            NotFoundError: if nothing of that reference, or nothing at all, went out to be signed.
        """
        wanted = document.casefold()
        records = dict.fromkeys(
            one.version.record for one in copies if wanted in {"", one.version.reference.casefold()}
        )
        if not records:
            what = f"{document} has" if document else "Nothing of this tender has"
            raise NotFoundError(f"{what} gone out to be signed yet. There is nothing to certify.")
        plan = plan_of(facts, self.library)
        press = self.press.looking(look_of(facts, self.pictures))
        made = []
        for record in records:
            lines = tuple(one for one in copies if one.version.record == record)
            part = _part(lines, plan.lead, plan.tender.reference)
            (file,) = confirm([print_with_claims(part, press)], press)
            made.append(Certificate(file, lines))
        return tuple(made)


def keep_certificates(workspace: Workspace, made: Sequence[Certificate], *, by: str) -> None:
    """Note in the register that certificates were made, so that each is known again; one that is noted stays so."""
    noted = {one.words for one in workspace.sign_events() if one.state is State.CERTIFIED}
    with workspace.together(reason="certificates of sign-off"):
        for one in made:
            if one.file.sha256 not in noted:
                code, at = one.lines[-1].copy.code, workspace.now
                name = by or workspace.person
                workspace.note_signing(SignEvent(new_id(), code, State.CERTIFIED, at[:10], at, name, one.file.sha256))


def write_certificates(folder: Path, facts: Facts, made: Sequence[Certificate]) -> Mapping[str, str]:
    """Write certificates into a folder, all of them or none; return what was kept beside them, by its old name.

    Raises:
        CannotWriteError: the folder is as it was.
    """
    refuse_unfit(folder)
    files = [one.file for one in made]
    until = max(_until(one.lines) for one in made)
    contents = {one.name: one.data for one in files}
    contents[LISTED_IN] = manifest(facts.records[facts.tender].reference, until.isoformat(), files)
    return write_export(folder, contents, listed_in=LISTED_IN)


def _part(lines: Sequence[CopyLine], lead: str, tender: str) -> Part:
    version, until = lines[-1].version, _until(lines)
    reference = f"{version.reference}{ENDS}"
    running = Running("Sign-off", f"{version.title}, {short_date(until)}", reference, f"version {version.label}")
    document = with_fingerprint(certificate(certified_of(lines, tender), running))
    title = f"{document.title}: {version.title}, {version.reference}"
    about = Properties(title, lead, tender, reference, version.label, until)
    name = legal_name(f"{version.reference}-certificate", otherwise=lines[-1].copy.code, room=ENDING)
    return Part(name, (document,), (), about, (Format.PDF,), stamp=False, asked=unasked)


def certified_of(lines: Sequence[CopyLine], tender: str) -> Certified:
    """Return what the certificate of a paper tells, from all of its copies; ``tender`` is its tender’s reference."""
    newest = lines[-1].version
    versions = {one.version.id: one.version for one in lines}.values()
    last = {one.copy.party: one for one in lines}
    signed = [one for party, one in last.items() if _has_signed(lines, newest.record, party)]
    awaited = [one for one in last.values() if one not in signed and one.state in OPEN]
    other = [one for one in last.values() if one not in signed and one not in awaited]
    return Certified(
        newest.title,
        f"{newest.reference} · tender {tender}",
        _until(lines),
        tuple(map(_version, versions)),
        tuple(map(_copy, lines)),
        *(tuple(one.copy.organisation for one in some) for some in (signed, awaited, other)),
    )


def _has_signed(lines: Sequence[CopyLine], record: str, party: str) -> bool:
    """Whether the signature of an organisation stands on the words of the newest version that went out to it."""
    newest = [one for one in lines if one.copy.party == party][-1]
    standing = standing_copy(lines, record, party)
    return standing is not None and standing.version.number == newest.version.number


def _version(one: SentVersion) -> CertifiedVersion:
    return CertifiedVersion(one.label, date.fromisoformat(one.day), one.by, one.content_hash)


def _copy(line: CopyLine) -> CertifiedCopy:
    copy = line.copy
    pdf = next((one for one in copy.files if one.name.casefold().endswith(_PDF)), None)
    return CertifiedCopy(
        copy.organisation,
        tuple(one.name if copy.is_change_note else _person(one) for one in copy.signers),
        printed(copy.code),
        line.version.label,
        "changes" if copy.is_change_note else "copy",
        len(copy.pages),
        pdf.sha256 if pdf else "",
        line.state.value,
        tuple(_events(line.events)),
    )


def _person(signer: Signer) -> str:
    role = f", {signer.role}" if signer.role else ""
    does = " (initials)" if signer.initials else ""
    stages = {one.value: words for one, words in STAGES.items()}
    stage = stages.get(SignatureStage(signer.stage)) if signer.stage else ""
    return f"{signer.name}{role}{does}{f', {stage}' if stage else ''}"


def _events(events: Sequence[SignEvent]) -> Iterator[str]:
    for one in events:
        said = f"{one.state.value}{': ' if one.words else ''}{one.words}"
        more = "".join(f"; {words}" for words in (f"by {one.deputy}" if one.deputy else "", one.authority) if words)
        yield f"{short_date(date.fromisoformat(one.day))} {said}{more} ({one.by})"


def _until(lines: Sequence[CopyLine]) -> date:
    """Return the day of what was noted last: the certificate says what was so then."""
    days = [one.at[:10] for line in lines for one in line.events]
    return date.fromisoformat(max((*days, *(one.version.day for one in lines))))
