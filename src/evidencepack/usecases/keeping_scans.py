# SPDX-License-Identifier: MPL-2.0
"""Keeping what came back of a copy: its pages as intake made them, and what a person saw on each place to sign.

The files that came are not kept, but for their names and SHA-256: what is kept was made by a child of ours. A copy is
accepted only when somebody has said of every place to sign on it that it is signed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from evidencepack.domain.came_back import (
    KeptFile,
    KeptPage,
    KeptReturn,
    Seen,
    SeenPlace,
    Way,
    newest_pages,
    places_to_sign,
    seen_so_far,
    signers_at,
)
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import SentCopy, State, may_follow
from evidencepack.domain.text import clean
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.model import Library
from evidencepack.paths.names import legal_name
from evidencepack.signoff.intake.pages import Placed
from evidencepack.signoff.intake.sorting import Returned
from evidencepack.signoff.intake.telling import listed
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.sign_events import ON_PAPER, Note, note_event
from evidencepack.usecases.sign_register import CopyLine, copy_lines, find_copy
from evidencepack.usecases.signed_pdf import SignedPdf
from evidencepack.usecases.taking_in import TakenIn

DIGITALLY = "service"
"""How a PDF is signed that nobody prints, as the sign-off sheet calls it."""


class NotKeptError(EvidencePackError):
    """What somebody says of a copy that came back cannot be so; nothing was kept."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What a person says who has looked at a copy that came back.

    ``places`` are the places to sign that they have looked at; others stay as they are. ``signed_on`` is the day that
    stands beside the signature. ``by`` is who has looked (empty: whose account it is), ``deputy`` who signed in place
    of the one who was asked, ``authority`` what allows them to, ``how`` it was signed, as the sign-off sheet calls it.
    """

    places: tuple[SeenPlace, ...]
    signed_on: date
    by: str = ""
    deputy: str = ""
    authority: str = ""
    how: str = ON_PAPER


@dataclass(frozen=True, slots=True)
class Desk:
    """Where something is kept: the workspace, open to write, the tender in it, and the kinds."""

    workspace: Workspace
    facts: Facts
    library: Library

    def anew(self) -> Desk:
        """Return it with the tender as it is now, whatever was changed meanwhile."""
        return replace(self, facts=self.workspace.facts(self.facts.tender))

    def line(self, code: str) -> CopyLine:
        """Return the copy of a code as a person types it.

        Raises:
            NotFoundError: if it is none of this tender.
        """
        sent, events = self.workspace.sent_versions(whole=False), self.workspace.sign_events()
        return find_copy(copy_lines(sent, events, self.facts.tender), code)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept of a copy, how the copy stands now, and what to tell of it in sentences.

    ``again``: the same pages were kept before, with the same said of them; nothing was changed.
    """

    came: KeptReturn
    state: State
    told: tuple[str, ...] = ()
    again: bool = False


def keep_scans(desk: Desk, taken: TakenIn, code: str, looked: LookedAt) -> Kept:
    """Keep the pages of a copy that came back, and note that it did; accepted where all of it is signed.

    All of it or nothing. Only what a person says counts: what ink looks like is a suggestion, and is not read here.

    Args:
        desk: the workspace and the tender.
        taken: what came of the scans (``take_in``).
        code: the short code of the copy, as a person types it.
        looked: what a person saw.

    Raises:
        NotFoundError: if no copy of the tender has the code, or no page of these scans is one of it.
        NotKeptError: if a place is named that is none to sign.
        NotNotedError: if the day cannot be that of a signature.
    """
    line = desk.line(code)
    digital = next((one for one in taken.signed if one.came.copy.code == line.copy.code and one.claims), None)
    if digital is not None:
        return _keep_digital(desk, line, digital, looked)
    returned = next((one for one in taken.intake.returned if one.copy.code == line.copy.code), None)
    if returned is None:
        raise NotFoundError(f"No page of these files is one of copy {printed(line.copy.code)}. Nothing was kept.")
    pages = tuple(_page(one, taken) for one in returned.pages)
    pictures = {one.sha256: taken.pictures[one.file, one.at] for one in pages}
    came = KeptReturn(new_id(), line.copy.code, Way.SCAN, "", desk.workspace.now, "", "", pages, looked.places)
    return keep_return(desk, line, came, looked, contents=pictures, remarks=_missing(returned))


def _keep_digital(desk: Desk, line: CopyLine, signed: SignedPdf, looked: LookedAt) -> Kept:
    """Keep a copy that was signed digitally, byte for byte, with what is known of its signatures.

    Raises:
        NotKeptError: if somebody says that it is signed, and no signature in it holds.
    """
    if any(one.seen is Seen.SIGNED for one in looked.places) and not signed.holds:
        why = " ".join(signed.about)
        raise NotKeptError(f"Copy {printed(line.copy.code)} cannot be taken as signed. Nothing was kept. {why}")
    file = KeptFile(signed.name, signed.sha256, len(signed.data))
    came = KeptReturn(
        *(new_id(), line.copy.code, Way.DIGITAL, "", desk.workspace.now, "", "", (), looked.places),
        signatures=signed.signatures,
        file=file,
    )
    looked = looked if looked.how != ON_PAPER else replace(looked, how=DIGITALLY)
    return keep_return(desk, line, came, looked, contents={file.sha256: signed.data}, remarks=_of_others(signed))


def _of_others(signed: SignedPdf) -> tuple[str, ...]:
    return tuple(f"the certificate names “{name}”" for name in signed.others)


def keep_return(
    desk: Desk,
    line: CopyLine,
    came: KeptReturn,
    looked: LookedAt,
    *,
    contents: Mapping[str, bytes],
    remarks: Sequence[str] = (),
) -> Kept:
    """Keep what came back of a copy with its bytes, by their SHA-256, and note it. As ``keep_scans``."""
    workspace = desk.workspace
    before = workspace.signed_returns()
    _refuse_elsewhere(line, (*before, came), came.places)
    if (same := _kept_before(came, before)) is not None:
        return Kept(same, line.state, ("These pages were kept before, and the same was said of them.",), again=True)
    seen = seen_so_far(line.copy, (*before, came))
    with workspace.together(reason=f"copy {printed(line.copy.code)} came back"):
        now = line
        for note in _notes(workspace, line, looked, seen, remarks):
            event = note_event(workspace, desk.anew().facts, desk.library, now, note)
            now = replace(now, events=(*now.events, event))
        fresh = now.events[len(line.events) :]
        day, event_id = (fresh[0].day, fresh[-1].id) if fresh else (came.at[:10], "")
        came = replace(came, day=day, by=plain(looked.by) or workspace.person, event=event_id)
        workspace.keep_return(came, contents)
    return Kept(came, now.state, tuple(_told(line, came, now.state, seen, remarks)))


def returned_files(workspace: Workspace, code: str) -> Mapping[str, bytes]:
    """Return what came back of a copy, by its code, as files: the newest picture of each page, and signed PDFs.

    Raises:
        NotFoundError: if nothing of it was kept.
        DamagedWorkspaceError: if something is no longer as it was kept.
    """
    returns = [one for one in workspace.signed_returns() if one.code == code]
    pages, files = newest_pages(code, returns), [one.file for one in returns if one.file]
    if not pages and not files:
        raise NotFoundError(f"Nothing was kept that came back of copy {printed(code)}. Take it in first.")
    named = {f"{code}-page-{number:03}.jpg": page.sha256 for number, page in pages.items()}
    for at, file in enumerate(files, start=1):
        stem = f"{code}-{at}-{file.name}" if len(files) > 1 else f"{code}-{file.name}"
        named[legal_name(stem, otherwise=f"{code}-{at}.pdf")] = file.sha256
    return {name: workspace.issued_bytes(sha256) for name, sha256 in named.items()}


def _page(placed: Placed, taken: TakenIn) -> KeptPage:
    key = placed.read.file, placed.read.number
    wide, high = taken.sizes[key]
    sha256 = hashlib.sha256(taken.pictures[key]).hexdigest()
    return KeptPage(placed.sent.number, sha256, wide, high, key[0], taken.files[key[0]], key[1], placed.by_hand)


def _missing(returned: Returned) -> tuple[str, ...]:
    return (f"{listed(returned.missing)} did not come back",) if returned.missing else ()


def _refuse_elsewhere(line: CopyLine, returns: Sequence[KeptReturn], places: Sequence[SeenPlace]) -> None:
    """Refuse what is said of places that are none to sign, or stand on pages that never came back."""
    there, code = places_to_sign(line.copy), printed(line.copy.code)
    whole = any(one.file for one in returns if one.code == line.copy.code)
    came = newest_pages(line.copy.code, returns)
    for one in places:
        if one.area not in there:
            raise NotKeptError(f"“{one.label}” is no place to sign of copy {code}. Nothing was kept.")
        page = there[one.area].page
        if page not in came and not whole:
            raise NotKeptError(
                f"Page {page} of copy {code} did not come back, on which stands “{one.label}”. Nothing was kept."
            )


def _kept_before(came: KeptReturn, before: Sequence[KeptReturn]) -> KeptReturn | None:
    def said(one: KeptReturn) -> object:
        return one.code, one.way, one.pages, one.places, one.file

    return next((one for one in before if said(one) == said(came)), None)


def _notes(
    workspace: Workspace,
    line: CopyLine,
    looked: LookedAt,
    seen: Mapping[int, Seen | None],
    remarks: Sequence[str],
) -> Iterator[Note]:
    """Yield what is noted of a copy that came back: that it did, and that it is accepted where all of it is signed.

    A copy that counts no more is kept, and nothing is noted of it.
    """
    today = date.fromisoformat(workspace.now[:10])
    comes_back = may_follow(line.state, State.RETURNED)
    if comes_back:
        words = "; ".join((*remarks, *_unsigned(line.copy, seen)))
        yield Note(State.RETURNED, today, words, by=looked.by)
    if not comes_back and not may_follow(line.state, State.ACCEPTED):
        return
    if not _is_signed(seen):
        for name in _newly_signed(line, seen):
            yield _note(State.SIGNED, looked, name)
    else:
        yield _note(State.ACCEPTED, looked)


def _note(state: State, looked: LookedAt, signer: str = "") -> Note:
    who = looked.deputy, looked.authority, looked.by
    return Note(state, looked.signed_on, "", *who, how=looked.how, signer=signer)


def _newly_signed(line: CopyLine, seen: Mapping[int, Seen | None]) -> Iterator[str]:
    """Yield who of several has signed, and was not noted to have."""
    for number, one in signers_at(line.copy).items():
        if seen[number] is Seen.SIGNED and one.name in line.awaited:
            yield one.name


def plain(words: str) -> str:
    """Return what somebody typed on one line."""
    return " ".join(clean(words).text.split())


def _is_signed(seen: Mapping[int, Seen | None]) -> bool:
    return bool(seen) and all(one is Seen.SIGNED for one in seen.values())


def _unsigned(copy: SentCopy, seen: Mapping[int, Seen | None]) -> Iterator[str]:
    for number, area in places_to_sign(copy).items():
        one = seen[number]
        if one is not Seen.SIGNED:
            yield f"{area.label}, page {area.page}: {one.value if one else 'nobody has looked'}"


def _told(
    line: CopyLine,
    came: KeptReturn,
    state: State,
    seen: Mapping[int, Seen | None],
    remarks: Sequence[str],
) -> Iterator[str]:
    copy = line.copy
    what = f"{printed(copy.code)}, {line.version.reference} version {line.version.label} for {copy.organisation}"
    kept = f"{listed([one.number for one in came.pages])} kept" if came.pages else "kept as it came"
    yield f"{what}: {kept}; it is {state.value}."
    yield from (f"{one[0].upper()}{one[1:]}." for one in remarks)
    if state is not State.ACCEPTED:
        yield from (f"{one}." for one in _unsigned(copy, seen))
    if state in {State.SUPERSEDED, State.WITHDRAWN}:
        yield f"A copy that is {state.value} cannot be accepted: a signature on it does not count."
