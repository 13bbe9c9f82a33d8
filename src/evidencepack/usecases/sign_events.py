# SPDX-License-Identifier: MPL-2.0
"""Noting what happens to a copy that went out: sent, chased, returned, accepted, declined with its reason."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from evidencepack.blocks.codec import from_json
from evidencepack.compose.signed_words import Signed, agreed_in
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import NEEDS_REASON, SentVersion, SignEvent, State, may_follow
from evidencepack.domain.text import clean
from evidencepack.domain.values import FieldType
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.carrying import read_facts
from evidencepack.usecases.changes import SetAnswer, Single, Together, apply_change
from evidencepack.usecases.register import begin_record, signature_rows
from evidencepack.usecases.saving import keep_changes
from evidencepack.usecases.sign_register import CopyLine
from evidencepack.usecases.signed_papers import PaperWords, notes

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
    """

    state: State
    day: date
    words: str = ""
    deputy: str = ""
    authority: str = ""
    by: str = ""
    how: str = ON_PAPER


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
    """Note what happened to a copy; an accepted one is recorded in the sign-off sheet, too. All of it or nothing.

    The signature is recorded for the words that were frozen: should the paper say others by now, it shows at once.

    Raises:
        NotNotedError: as ``event_of``.
    """
    event = event_of(workspace, line, note)
    with workspace.together(reason=f"copy {printed(line.copy.code)} was {note.state.value}"):
        workspace.note_signing(event)
        if note.state is State.ACCEPTED:
            _record(workspace, facts, library, line, note)
    return event


def _record(workspace: Workspace, facts: Facts, library: Library, line: CopyLine, note: Note) -> None:
    """Record the signatures of a copy in the sign-off sheet, on the words that went out."""
    recorded = set[str]()
    for row in signature_rows(facts, library, today=note.day):
        if (row.paper, row.party) == (line.version.record, line.copy.party) and not row.initials:
            where, changes = begin_record(facts, library, row)
            recorded.add(where.row)
            how = FieldPath(where.record, where.field, where.row, _METHOD)
            signed = SetAnswer(where, FieldType.DATE, note.day), SetAnswer(how, FieldType.CHOICE, note.how)
            facts = _kept(workspace, facts, (*changes, *signed))
    went_out = next(one for one in workspace.sent_versions(facts.tender) if one.id == line.version.id)
    words, now = _words_of(went_out, library), PaperWords(library)

    def said(one: Signed) -> str:
        return words if one.id in recorded else now.of(one.paper.id, facts).words

    _kept(workspace, facts, notes(facts, library, said))


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
