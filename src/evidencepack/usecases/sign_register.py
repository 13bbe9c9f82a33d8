# SPDX-License-Identifier: MPL-2.0
"""The register of signatures with what went out: each signature, its copy, how that stands, and what happened to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from evidencepack.compose.layouts.signature_register import STAGES
from evidencepack.domain.short_code import CodeFault, printed, read_code
from evidencepack.domain.signoff import OPEN, SentCopy, SentVersion, Signer, SignEvent, State, signed_by, state_of
from evidencepack.exchange.calendar_file import Day, calendar_file
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.reaching import Reach
from evidencepack.usecases.register import SignatureRow, Signing

_REMIND = (7, 2, 0)
_RECORDED = {Signing.SIGNED, Signing.CHANGED, Signing.AHEAD, Signing.EXCEPTION}
"""States that a sign-off sheet records: they stand before what is known of the copy."""
_SAYS_NO_MORE = {State.ACCEPTED, State.DRAFTED, State.SIGNED}
_NOT_OUT = {State.DRAFTED, State.RETURNED}
_GIVEN = {State.ACCEPTED, State.SIGNED}


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

    @property
    def awaited(self) -> tuple[str, ...]:
        """The names of those whose signature on it is still awaited; none once it is accepted."""
        done = signed_by(self.events)
        names = (one.name for one in self.copy.signers if one.name not in done)
        return () if self.state is State.ACCEPTED else tuple(names)

    @property
    def says(self) -> str:
        """How it stands, since when, and why, in words; of one that only some have signed, who has not."""
        if not self.events:
            return self.state.value
        last = self.events[-1]
        if last.state is State.SIGNED:
            signed = ", ".join(one.name for one in self.copy.signers if one.name not in self.awaited)
            return f"signed by {signed}, last on {last.day}; awaited: {', '.join(self.awaited)}"
        return f"{last.state.value} on {last.day}{': ' if last.words else ''}{last.words}"

    @property
    def only_tells(self) -> bool:
        """Whether it is a note of changes that asks for nothing."""
        return self.copy.is_change_note and not self.copy.signers

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
        recorded = self.row.state in _RECORDED
        if self.line is None or (recorded and self.line.state in _SAYS_NO_MORE):
            return f"{self.row.state.value}{self._in_place}"
        what = "note of changes" if self.line.copy.is_change_note else "copy"
        return f"{self.row.state.value}{self._in_place}; its {what} is {self.line.says}" if recorded else self.line.says

    @property
    def _in_place(self) -> str:
        """Say who signed in place of the one who was asked, and what allowed whoever signed to do so."""
        known = (one for one in self.line.events if one.state in _GIVEN) if self.line else ()
        given = [one for one in known if one.state is State.ACCEPTED or one.words == self.row.name]
        deputy = next((f", by {one.deputy}" for one in reversed(given) if one.deputy), "")
        authority = next((f" ({one.authority})" for one in reversed(given) if one.authority), "")
        return f"{deputy}{authority}"


def copy_lines(sent: Sequence[SentVersion], events: Sequence[SignEvent], tender: str) -> tuple[CopyLine, ...]:
    """Return every copy that went out of a tender (the id of its record), oldest version first."""
    return tuple(
        CopyLine(version, copy, tuple(one for one in events if _is_told(one, copy)))
        for version in sent
        if version.tender == tender
        for copy in version.copies
    )


def _is_told(event: SignEvent, copy: SentCopy) -> bool:
    """Whether an event is one of a copy, and says more than that it was certified."""
    return event.code == copy.code and event.state is not State.CERTIFIED


def register_lines(rows: Sequence[SignatureRow], copies: Sequence[CopyLine]) -> tuple[RegisterLine, ...]:
    """Return each signature with its copy of the newest version; a list to initial has a line for each copy."""
    newest = {(one.version.record, one.copy.party): one for one in copies}
    return tuple(line for row in rows for line in _of_row(row, newest))


def _of_row(row: SignatureRow, newest: Mapping[tuple[str, str], CopyLine]) -> Iterator[RegisterLine]:
    lists = [one for (paper, _), one in newest.items() if paper == row.paper and _is_list(one.copy)]
    if not row.initials or not lists:
        yield RegisterLine(row, newest.get((row.paper, row.party)))
        return
    for one in lists:
        yield RegisterLine(replace(row, organisation=one.copy.organisation, initials=len(one.copy.signers)), one)


def _is_list(copy: SentCopy) -> bool:
    return any(one.initials for one in copy.signers)


def by_partner(lines: Sequence[RegisterLine]) -> tuple[RegisterLine, ...]:
    """Return the lines partner by partner; those of nobody in particular come last."""
    return tuple(sorted(lines, key=lambda one: (not one.row.organisation, one.row.organisation.casefold())))


def chase_lines(copies: Sequence[CopyLine]) -> tuple[CopyLine, ...]:
    """Return the copies that are awaited, the first day first; those that are only drafted are not out yet."""
    awaited = [one for one in copies if one.state in OPEN - _NOT_OUT and not one.only_tells]
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


def reminders(title: str, copies: Sequence[CopyLine], reach: Mapping[str, Reach], *, as_of: date) -> bytes:
    """Return the days on which awaited signatures are needed, as a calendar file; ``reach`` is by ids of people."""
    return calendar_file(f"{title}: signatures", _days(copies, reach), as_of=as_of)


def people_awaited(line: CopyLine, reach: Mapping[str, Reach]) -> tuple[tuple[Signer, Reach], ...]:
    """Return who has still to sign a copy, each with how they are reached."""
    return tuple((one, reach.get(one.person, Reach())) for one in line.copy.signers if one.name in line.awaited)


def _days(copies: Sequence[CopyLine], reach: Mapping[str, Reach]) -> Iterator[Day]:
    for one in chase_lines(copies):
        if one.due is not None:
            people = [", ".join((who.name, *where.words)) for who, where in people_awaited(one, reach)]
            what = f"{one.version.reference} version {one.version.label}: signed for {one.copy.organisation}"
            so_far = f"Code {printed(one.copy.code)}\nSo far: {one.says}"
            words, contact = "\n".join((*people, so_far)), "; ".join(people)
            yield Day(f"sign-{one.copy.code}", one.due, what, words, _REMIND, contact)
