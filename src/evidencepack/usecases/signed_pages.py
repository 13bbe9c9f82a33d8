# SPDX-License-Identifier: MPL-2.0
"""Signatures for the pack: what each is that a paper asks for, and the signed pages that came back of its copies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import ClassVar

from evidencepack.domain.came_back import KeptReturn, Seen, Way, newest_pages, places_to_sign, seen_so_far
from evidencepack.domain.record import Facts
from evidencepack.domain.signed_paper import (
    NOTHING_SIGNED,
    SignatureSays,
    SignedCopy,
    SignedPages,
    SignedPaper,
    SignedSheet,
    What,
)
from evidencepack.domain.signoff import State
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.guard.pdf_files import ForeignPdf
from evidencepack.library.model import Library
from evidencepack.pack.manifest import BuiltFile, DocumentVersion
from evidencepack.pack.plan import Appendix, Plan
from evidencepack.pack.signed import beside_name
from evidencepack.pack.signed_sheets import title_of
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.enclosing import look_at
from evidencepack.usecases.register import SignatureRow, Signing, signature_rows
from evidencepack.usecases.sign_changes import is_standing
from evidencepack.usecases.sign_register import CopyLine, copy_lines
from evidencepack.usecases.signed_papers import PaperWords

_GIVEN = frozenset({State.ACCEPTED, State.SIGNED})
_RECORDED = frozenset({Signing.SIGNED, Signing.CHANGED})
_READING, _PDF = "signed pages", ".pdf"


class NotPrintedError(EvidencePackError):
    """A signed page that was kept cannot be printed into a bundle."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_WORKSPACE


def signed_pages_of(workspace: Workspace, facts: Facts, library: Library) -> SignedPages:
    """Return the papers of a tender that went out to be signed, and the bytes of what came back of them.

    Raises:
        DamagedWorkspaceError: if a page is no longer as it was kept.
    """
    lines = copy_lines(workspace.sent_versions(whole=False), workspace.sign_events(), facts.tender)
    if not lines:
        return NOTHING_SIGNED
    changed = {one.id for one in PaperWords(library).changed(facts)}
    today = date.fromisoformat(workspace.now[:10])
    rows = signature_rows(facts, library, today=today, changed=changed)
    papers = signed_papers(facts, rows, lines, workspace.signed_returns())
    wanted = [each for one in papers.values() for copy in one.copies for each in _hashes(copy)]
    return SignedPages(papers, {sha256: workspace.issued_bytes(sha256) for sha256 in wanted})


def signed_papers(
    facts: Facts, rows: Sequence[SignatureRow], lines: Sequence[CopyLine], returns: Sequence[KeptReturn]
) -> Mapping[str, SignedPaper]:
    """Return the papers that went out, by the ids of their records: what each signature is, and what came back.

    Args:
        facts: the tender.
        rows: every signature that its papers ask for.
        lines: every copy that went out of it.
        returns: what came back.
    """
    found = {}
    for record in dict.fromkeys(one.version.record for one in lines):
        paper = facts.get(record)
        if paper is None:
            continue
        own = [one for one in rows if one.paper == record]
        sent = [one for one in lines if one.version.record == record]
        kept = {one.code: one for one in _copies(sent, returns)}
        says = tuple(_says(row, sent, kept, returns) for row in own)
        found[record] = SignedPaper(record, paper.reference, says, tuple(kept.values()))
    return found


def print_sheets(plan: Plan, contents: Mapping[str, bytes], tell: Callable[[str], None]) -> Mapping[str, ForeignPdf]:
    """Return the signed pages of a bundle, each printed into a PDF by a child; ``tell`` hears when they are read.

    Raises:
        GuardError: if one of them is no picture that can be printed.
        StoppedError: if somebody went on to something else.
    """
    wanted = dict.fromkeys(
        sheet.sha256 for one in plan.appendices for copy in plan.signed_pages(one.record.id) for sheet in copy.sheets
    )
    if wanted:
        tell(_READING)
    found = {}
    for sha256 in wanted:
        came = look_at(f"{sha256[:12]}.jpg", contents[sha256])
        if came.foreign is None:
            raise NotPrintedError(f"A signed page that was kept cannot be printed. {came.problem}")
        found[sha256] = came.foreign
    return found


def beside(plan: Plan, contents: Mapping[str, bytes]) -> tuple[BuiltFile, ...]:
    """Return the copies that were signed digitally as files of an export, byte for byte: only so signatures hold."""
    return tuple(
        BuiltFile(
            beside_name(copy),
            contents[copy.sha256],
            copy.pages,
            (DocumentVersion(*_said(one, copy), 1, copy.pages, signed=copy.code),),
        )
        for one in plan.appendices
        for copy in plan.signed_copies(one.record.id)
        if copy.file
    )


def _said(one: Appendix, copy: SignedCopy) -> tuple[str, str, str, str, str]:
    return one.record.reference, title_of(copy), copy.version, copy.content_hash, one.letter


def _copies(sent: Sequence[CopyLine], returns: Sequence[KeptReturn]) -> Iterator[SignedCopy]:
    """Yield the copies that came back signed, or in part; none that did not, or that counts no more.

    Who has agreed to a later version, or was told of it where nobody had to agree, has the signature stand on that,
    whatever the page says that was signed.
    """
    given = [one for one in sent if one.state in _GIVEN]
    stands = {one.copy.party: one.version.content_hash for one in sent if one.state in _GIVEN or is_standing(one)}
    for line in given:
        came = [one for one in returns if one.code == line.copy.code]
        said = line.copy.code, line.copy.organisation, line.version.label, stands[line.copy.party]
        digital = next((one.file for one in reversed(came) if one.way is Way.DIGITAL and one.file), None)
        if digital:
            pages = max((file.pages for file in line.copy.files if file.name.endswith(_PDF)), default=0)
            yield SignedCopy(*said, file=digital.name, sha256=digital.sha256, pages=pages)
        elif came:
            yield SignedCopy(*said, sheets=tuple(_sheets(line, came)))


def _sheets(line: CopyLine, came: Sequence[KeptReturn]) -> Iterator[SignedSheet]:
    """Yield the pages on which somebody has seen a signature; the others are those of the paper itself."""
    seen, pages = seen_so_far(line.copy, came), newest_pages(line.copy.code, came)
    signed = {area.page for number, area in places_to_sign(line.copy).items() if seen[number] is Seen.SIGNED}
    yield from (SignedSheet(number, pages[number].sha256) for number in sorted(signed) if number in pages)


def _says(
    row: SignatureRow, lines: Sequence[CopyLine], kept: Mapping[str, SignedCopy], returns: Sequence[KeptReturn]
) -> SignatureSays:
    # Those who initial a list do so on copies of several organisations: no one page shows all of them.
    asked = [one for one in lines if one.copy.party == row.party]
    given = next((one for one in reversed(asked) if one.copy.code in kept and _has_signed(one, row)), None)
    who = row.party, row.person, row.organisation, row.name or f"{row.initials} by initials", row.stage.value
    day = row.signed_on.isoformat() if row.signed_on else ""
    if given is not None and row.state in _RECORDED:
        ways = {one.way for one in returns if one.code == given.copy.code}
        what = What.DIGITAL if Way.DIGITAL in ways else What.BY_HAND
        return SignatureSays(*who, what, day, given.copy.code)
    if row.state in _RECORDED:
        return SignatureSays(*who, What.RECORDED, day)
    newest = asked[-1].state if asked else State.DRAFTED
    return SignatureSays(*who, What.NOT_GIVEN if newest is State.DECLINED else What.AWAITED)


def _has_signed(line: CopyLine, row: SignatureRow) -> bool:
    """Whether whoever a signature is asked of has signed a copy: as one of several, by name."""
    name = next((one.name for one in line.copy.signers if one.person == row.person), None)
    return line.state is State.ACCEPTED or (name is not None and name not in line.awaited)


def _hashes(copy: SignedCopy) -> Iterator[str]:
    yield from (sheet.sha256 for sheet in copy.sheets)
    if copy.sha256:
        yield copy.sha256
