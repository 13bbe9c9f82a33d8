# SPDX-License-Identifier: MPL-2.0
"""The register of signatures with what went out: each signature, its copy, how that stands, and what happened to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from evidencepack.compose.layouts.signature_register import STAGES
from evidencepack.domain.short_code import CodeFault, printed, read_code
from evidencepack.domain.signoff import OPEN, SentCopy, SentVersion, SignEvent, State, state_of
from evidencepack.exchange.calendar_file import Day, calendar_file
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.register import SignatureRow, Signing

_REMIND = (7, 2, 0)
_RECORDED = {Signing.SIGNED, Signing.CHANGED, Signing.AHEAD, Signing.EXCEPTION}
"""States that a sign-off sheet records: they stand before what is known of the copy."""
_SAYS_NO_MORE = {State.ACCEPTED, State.DRAFTED}


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A copy that went out, the version it is of, and what happened to it, in order."""

    version: SentVersion
    copy: SentCopy
    events: tuple[SignEvent, ...]

    @property
    def state(self) -> State:
        """How it stands."""
        return state_of(self.events)

    @property
    def due(self) -> date | None:
        """The first day on which a signature on it is needed back."""
        days = [date.fromisoformat(one.due) for one in self.copy.signers if one.due]
        return min(days, default=None)

    def is_late(self, today: date) -> bool:
        """Whether it should have been back by now."""
        return self.state in OPEN and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A signature that a paper asks for, with the copy that is out for it (None: none went out)."""

    row: SignatureRow
    line: CopyLine | None = None

    @property
    def stage(self) -> str:
        """By when it is needed, in words."""
        return STAGES[self.row.stage]

    @property
    def says(self) -> str:
        """How it stands, in words: as the sign-off sheet records it, else as its copy does."""
        if self.line is None or (self.row.state in _RECORDED and self.line.state in _SAYS_NO_MORE):
            return self.row.state.value
        last = self.line.events[-1] if self.line.events else None
        words = f"{self.line.state.value} on {last.day}" if last else self.line.state.value
        words = f"{words}: {last.words}" if last and last.words else words
        return f"{self.row.state.value}; its copy is {words}" if self.row.state in _RECORDED else words


def copy_lines(sent: Sequence[SentVersion], events: Sequence[SignEvent], tender: str) -> tuple[CopyLine, ...]:
    """Return every copy that went out of a tender (the id of its record), oldest version first."""
    return tuple(
        CopyLine(version, copy, tuple(one for one in events if one.code == copy.code))
        for version in sent
        if version.tender == tender
        for copy in version.copies
    )


def register_lines(rows: Sequence[SignatureRow], copies: Sequence[CopyLine]) -> tuple[RegisterLine, ...]:
    """Return each signature with its copy of the newest version."""
    newest = {(one.version.record, one.copy.party): one for one in copies}
    return tuple(RegisterLine(row, newest.get((row.paper, row.party))) for row in rows)


def by_partner(lines: Sequence[RegisterLine]) -> tuple[RegisterLine, ...]:
    """Return the lines partner by partner; those of nobody in particular come last."""
    return tuple(sorted(lines, key=lambda one: (not one.row.organisation, one.row.organisation.casefold())))


def chase_lines(copies: Sequence[CopyLine]) -> tuple[CopyLine, ...]:
    """Return the copies that are awaited, the first day first; those that are only drafted are not out yet."""
    awaited = [one for one in copies if one.state in OPEN and one.state not in {State.DRAFTED, State.RETURNED}]
    return tuple(sorted(awaited, key=lambda one: (one.due or date.max, one.version.reference, one.copy.code)))


def find_copy(copies: Sequence[CopyLine], typed: str) -> CopyLine:
    """Return the copy of a code as a person types it.

    Raises:
        NotFoundError: if it is no code, or that of no copy of this tender.
    """
    code = read_code(typed)
    if isinstance(code, CodeFault):
        raise NotFoundError(f"“{typed}” is no code of a copy: {code.value}. Nothing was noted. Look at the page again.")
    for one in copies:
        if one.copy.code == code:
            return one
    raise NotFoundError(f"No copy of this tender has the code {printed(code)}. Nothing was noted.")


def reminders(title: str, copies: Sequence[CopyLine], *, as_of: date) -> bytes:
    """Return the days on which awaited signatures are needed, as a calendar file."""
    return calendar_file(f"{title}: signatures", _days(copies), as_of=as_of)


def _days(copies: Sequence[CopyLine]) -> Iterator[Day]:
    for one in chase_lines(copies):
        if one.due is not None:
            what = f"{one.version.reference} version {one.version.label}"
            names = ", ".join(signer.name for signer in one.copy.signers)
            words = f"{names}\nCode {printed(one.copy.code)}\nSo far: {one.state.value} on {one.events[-1].day}"
            yield Day(f"sign-{one.copy.code}", one.due, f"{what}: signed for {one.copy.organisation}", words, _REMIND)
