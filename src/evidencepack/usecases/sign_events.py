# SPDX-License-Identifier: MPL-2.0
"""Noting what happens to a copy that went out: sent, chased, returned, accepted, declined with its reason."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from evidencepack.blocks.codec import from_json
from evidencepack.compose.signed_words import Signed, agreed_in
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import NEEDS_REASON, SentVersion, Signer, SignEvent, State, may_follow, state_of
from evidencepack.domain.text import clean
from evidencepack.domain.values import FieldType
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.carrying import read_facts
from evidencepack.usecases.changes import SetAnswer, Single, Together, apply_change
from evidencepack.usecases.register import SignatureRow, begin_record, signature_rows
from evidencepack.usecases.saving import keep_changes
from evidencepack.usecases.sign_register import CopyLine
from evidencepack.usecases.signed_papers import PaperWords, noted_anew, notes

_METHOD = "method"
ON_PAPER = "wet_ink"
"""How most people sign, as the sign-off sheet calls it."""


class NotNotedError(EvidencePackError):
    """What is said of a copy cannot be so."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody says of a copy: how it stands, since which day, why, who signed instead, what allows them to.

    ``by`` is who says it (empty: whose account it is); ``how`` it was signed, as the sign-off sheet calls it.
    ``signer`` is, for ``signed``, the name of the one who was asked; it may be left out where a copy asks only one.
    """

    state: State
    day: date
    words: str = ""
    deputy: str = ""
    authority: str = ""
    by: str = ""
    how: str = ON_PAPER
    signer: str = ""


def event_of(workspace: Workspace, line: CopyLine, note: Note) -> SignEvent:
    """Return the event of a copy that somebody tells of; nothing is kept yet.

    Raises:
        NotNotedError: if it cannot follow what was noted before, lies in the future, or lacks its reason.
    """
    code, today = printed(line.copy.code), date.fromisoformat(workspace.now[:10])
    words = _plain(note.words)
    if not may_follow(line.state, note.state):
        raise NotNotedError(
            f"Copy {code} is {line.state.value}, and cannot be {note.state.value} after that. Nothing was noted."
        )
    if note.state is State.SIGNED:
        words = _signer(line, note.signer).name
    if note.state in NEEDS_REASON and not words:
        raise NotNotedError(f"Say why copy {code} is {note.state.value}, with --why. Nothing was noted.")
    if note.day > today:
        raise NotNotedError(f"{note.day.isoformat()} is still to come. Nothing was noted. Say on which day it was.")
    if note.day.isoformat() < line.version.day:
        raise NotNotedError(
            f"Copy {code} was made on {line.version.day}; nothing can have happened to it before. Nothing was noted."
        )
    return SignEvent(
        new_id(),
        line.copy.code,
        note.state,
        note.day.isoformat(),
        workspace.now,
        _plain(note.by) or workspace.person,
        words,
        _plain(note.deputy),
        _plain(note.authority),
    )


def note_event(workspace: Workspace, facts: Facts, library: Library, line: CopyLine, note: Note) -> SignEvent:
    """Note what happened to a copy, and record its signatures in the sign-off sheet. All of it or nothing.

    A signature is recorded for the words that were frozen: should the paper say others by now, it shows at once. When
    the last of those who sign a copy has, it is accepted. Initials on a note of changes have the signatures that were
    given before stand on the words of its version; a note that asks for none does so when it is sent.

    Returns: what was noted last.

    Raises:
        NotNotedError: as ``event_of``.
    """
    event = event_of(workspace, line, note)
    with workspace.together(reason=f"copy {printed(line.copy.code)} was {note.state.value}"):
        workspace.note_signing(event)
        if note.state is State.SIGNED:
            others = {one.person for one in line.copy.signers if one.name != event.words}
            _record(workspace, facts, library, line, note, others)
            if not set(line.awaited) - {event.words}:
                event = replace(event, id=new_id(), state=State.ACCEPTED, words="", deputy="", authority="")
                workspace.note_signing(event)
        elif note.state is State.ACCEPTED or (note.state is State.SENT and line.only_tells):
            done = {one.person for one in line.copy.signers if one.name not in line.awaited}
            _record(workspace, facts, library, line, note, done)
    return event


def _signer(line: CopyLine, name: str) -> Signer:
    """Return who is meant of those who sign a copy.

    Raises:
        NotNotedError: if nobody is called so, or more than one is asked and none was named.
    """
    asked, wanted = line.copy.signers, _plain(name).casefold()
    found = [one for one in asked if wanted in _names(one)] if wanted else list(asked)
    if len(found) != 1:
        names = ", ".join(one.name for one in asked) or "nobody"
        raise NotNotedError(
            f"Say who of those asked has signed copy {printed(line.copy.code)}, with --signer. Nothing was noted. "
            f"Asked: {names}."
        )
    if found[0].name not in line.awaited:
        raise NotNotedError(f"{found[0].name} has signed copy {printed(line.copy.code)} already. Nothing was noted.")
    return found[0]


def _names(signer: Signer) -> set[str]:
    """Return what somebody is called: the whole name, and without that in another script behind it."""
    name = _plain(signer.name).casefold()
    return {name, name.partition(" (")[0]}


def _record(
    workspace: Workspace, facts: Facts, library: Library, line: CopyLine, note: Note, others: Collection[str]
) -> None:
    """Record the signatures of a copy on the words that went out, but those of other people (their ids)."""
    went_out = next(one for one in workspace.sent_versions(facts.tender) if one.id == line.version.id)
    words, now = _words_of(went_out, library), PaperWords(library)
    whole = _is_whole_list(workspace, went_out, line)
    asked = signature_rows(facts, library, today=note.day)
    rows = [one for one in asked if _is_of(one, line, others) or (whole and _is_list_of(one, line))]
    if line.copy.is_change_note:
        signed = {one.recorded.row for one in rows if one.recorded is not None and one.signed_on}
        _kept(workspace, facts, noted_anew(facts, library, signed, words))
        return
    recorded = set[str]()
    for row in rows:
        where, changes = begin_record(facts, library, row)
        recorded.add(where.row)
        how = FieldPath(where.record, where.field, where.row, _METHOD)
        day = SetAnswer(where, FieldType.DATE, note.day), SetAnswer(how, FieldType.CHOICE, note.how)
        facts = _kept(workspace, facts, (*changes, *day))

    def said(one: Signed) -> str:
        return words if one.id in recorded else now.of(one.paper.id, facts).words

    _kept(workspace, facts, notes(facts, library, said))


def _is_of(row: SignatureRow, line: CopyLine, others: Collection[str]) -> bool:
    """Whether a signature is asked for by a copy, and not of one of others."""
    is_ours = (row.paper, row.party) == (line.version.record, line.copy.party)
    return is_ours and not row.initials and row.person not in others


def _is_list_of(row: SignatureRow, line: CopyLine) -> bool:
    return row.initials > 0 and row.paper == line.version.record


def _is_whole_list(workspace: Workspace, version: SentVersion, line: CopyLine) -> bool:
    """Whether a copy is of a list to initial whose other copies have all been accepted."""
    if not all(one.initials for one in line.copy.signers):
        return False
    events = workspace.sign_events()
    states = {one.code: state_of([each for each in events if each.code == one.code]) for one in version.copies}
    return all(state is State.ACCEPTED for code, state in states.items() if code != line.copy.code)


def _words_of(version: SentVersion, library: Library) -> str:
    """Return the fingerprint of what a version said to those who sign it."""
    document = from_json(json.loads(version.blocks))
    return agreed_in(document, read_facts(version.answers.encode()), library).words


def _kept(workspace: Workspace, facts: Facts, changes: tuple[Single, ...]) -> Facts:
    kept = keep_changes(workspace, changes)
    if kept.problem:
        raise NotNotedError(f"{kept.problem} Nothing was noted.")
    return apply_change(facts, Together(changes))


def _plain(words: str) -> str:
    return " ".join(clean(words).text.split())
