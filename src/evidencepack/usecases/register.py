# SPDX-License-Identifier: MPL-2.0
"""The register of signatures: who is to sign which paper, by when, and what the sign-off sheets record of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from evidencepack.compose.bound import Entity, Unanswered
from evidencepack.compose.scope import Scope
from evidencepack.compose.signature import ACKNOWLEDGED, Asked, signatories, signature_lines
from evidencepack.compose.signed import (
    EXCEPTIONS,
    PAPER,
    PARTY,
    SIGN_OFF,
    SIGNATORY,
    SIGNED_ON,
    SIGNINGS,
    is_signed,
    people_to_sign,
    row_of,
)
from evidencepack.compose.telling import telling_to
from evidencepack.compose.visibility import Onlooker
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience, SignatureStage
from evidencepack.domain.values import FieldType, Reference, Row, Table
from evidencepack.library.header import is_over, place_in_pack
from evidencepack.library.model import Library
from evidencepack.usecases.changes import AddRecord, AddRow, SetAnswer, Single
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.naming import next_reference

_METHOD, _NEEDED_BY, _STATUS, _VERSION = "method", "needed_by", "status", "version"
_OUT_FOR_SIGNATURE = "out_for_signature"
_DEADLINE = "submission_deadline"


class Signing(Enum):
    """How a signature stands, from what presses most to what is done."""

    CHANGED = "changed since signed"
    AHEAD = "signed on a day to come"
    LATE = "late"
    EXCEPTION = "signed, but not all of it"
    OUT = "out for signing"
    WAITING = "to sign"
    LATER = "for later"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """A signature that a paper asks for, with what is recorded of it.

    ``party`` and ``person`` are ids, empty where nobody is named yet; ``organisation`` and ``name`` their words.
    ``initials``: how many people initial the paper as a list; 0 for a signature. ``due``: the day it is needed, as its
    row says, else the day the bid goes in where it is needed for that. ``recorded``: where a sign-off sheet records it.
    """

    paper: str
    reference: str
    title: str
    version: str
    party: str
    organisation: str
    person: str
    name: str
    stage: SignatureStage
    state: Signing
    initials: int = 0
    signed_on: date | None = None
    method: str = ""
    exceptions: str = ""
    due: date | None = None
    recorded: FieldPath | None = None


@dataclass(frozen=True, slots=True)
class _Recorded:
    sheet: Record
    row: Row


def signature_rows(
    facts: Facts, library: Library, *, today: date, changed: Collection[str] = ()
) -> tuple[SignatureRow, ...]:
    """Return every signature that the papers of a tender ask for, paper by paper in the order of a pack.

    Papers that were withdrawn or replaced ask for none any more.

    Args:
        facts: the tender's records.
        library: the kinds.
        today: the person's own day; what was due before it and is not signed is late.
        changed: the signatures (``PaperWords.changed``, by their ids) under papers that say other words by now.
    """
    recorded = tuple(_recorded(facts))
    papers = [one for one in facts.records.values() if library[one.kind].document and not is_over(one)]
    papers.sort(key=lambda one: place_in_pack(one, library[one.kind]))
    onlooker = Onlooker(library, Audience.OWN)
    scopes = (telling_to(onlooker, library[one.kind], one, facts=facts, library=library) for one in papers)
    return tuple(row for scope in scopes for row in _rows(scope, facts, _About(scope.record, recorded, changed), today))


def to_chase(rows: Sequence[SignatureRow]) -> tuple[SignatureRow, ...]:
    """Return whom to ask: what was changed, is late, not wholly agreed or out for signing, the first day first."""
    asking = {Signing.CHANGED, Signing.AHEAD, Signing.LATE, Signing.EXCEPTION, Signing.OUT}
    open_ones = [one for one in rows if one.state in asking]
    return tuple(sorted(open_ones, key=lambda one: (one.due or date.max, one.reference)))


def begin_record(facts: Facts, library: Library, row: SignatureRow) -> tuple[FieldPath, tuple[Single, ...]]:
    """Return where a signature is recorded, and the changes that make the place for it: a row of the sign-off sheet.

    A tender without a sign-off sheet gets one.
    """
    if row.recorded is not None:
        return row.recorded, ()
    changes: list[Single] = []
    sheet = next((one.id for one in facts.of_kind(SIGN_OFF)), "")
    if not sheet:
        sheet = new_id()
        changes.append(AddRecord(sheet, SIGN_OFF, next_reference(facts, library, SIGN_OFF), facts.tender))
    name = new_id()
    changes.append(AddRow(sheet, SIGNINGS, name))
    changes.append(SetAnswer(FieldPath(sheet, SIGNINGS, name, PAPER), FieldType.TEXT, row.reference))
    for column, record in ((PARTY, row.party), (SIGNATORY, row.person)):
        if record and not row.initials:
            path = FieldPath(sheet, SIGNINGS, name, column)
            changes.append(SetAnswer(path, FieldType.REFERENCE, Reference(record)))
    return FieldPath(sheet, SIGNINGS, name, SIGNED_ON), tuple(changes)


class _About:
    """What is recorded about one paper, and which of it stands under other words than the paper says now."""

    def __init__(self, paper: Record, recorded: Sequence[_Recorded], changed: Collection[str]) -> None:
        self.recorded = [one for one in recorded if _is_about(one.row, paper)]
        self.changed = changed


def _recorded(facts: Facts) -> Iterator[_Recorded]:
    for sheet in facts.of_kind(SIGN_OFF):
        table = sheet.answers.get(SIGNINGS)
        yield from (_Recorded(sheet, row) for row in (table.rows if isinstance(table, Table) else ()))


def _is_about(row: Row, paper: Record) -> bool:
    return row.cells.get(PAPER) == paper.reference


def _rows(scope: Scope, facts: Facts, about: _About, today: date) -> Iterator[SignatureRow]:
    maker = _Maker(scope, facts, scope.library, about, today)
    yield from (maker.signature(one) for one in people_to_sign(scope))
    for line in signature_lines(scope):
        people = len(tuple(signatories(line, scope))) if line.kind == ACKNOWLEDGED else 0
        if people:
            yield maker.initials(people, line.stage)


@dataclass(frozen=True, slots=True)
class _Who:
    """Who signs: ids and words as in the row; or how many people initial."""

    party: str = ""
    organisation: str = ""
    person: str = ""
    name: str = ""
    initials: int = 0


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the rows of one paper."""

    scope: Scope
    facts: Facts
    library: Library
    about: _About
    today: date

    def signature(self, one: Asked) -> SignatureRow:
        """Return the row of somebody who signs."""
        who = _Who(*self._called(one.party, "short_name"), *self._called(one.person, "full_name"))
        return self._made(row_of(one, [each.row for each in self.about.recorded]), one.stage, who)

    def initials(self, people: int, stage: SignatureStage) -> SignatureRow:
        """Return the row of a list that several people initial."""
        row = next((each.row for each in self.about.recorded if PARTY not in each.row.cells), None)
        return self._made(row, stage, _Who(initials=people))

    def _called(self, who: Entity | Unanswered, field: str) -> tuple[str, str]:
        """Return id and name; nothing for somebody who is not named yet."""
        if isinstance(who, Unanswered):
            return "", ""
        name = who.record.answers.get(field)
        return who.record.id, str(name) if name else who.record.reference

    def _made(self, row: Row | None, stage: SignatureStage, who: _Who) -> SignatureRow:
        record, cells = self.scope.record, row.cells if row else {}
        signed_on, due = cells.get(SIGNED_ON), self._due(cells.get(_NEEDED_BY), stage)
        version = record.answers.get(_VERSION)
        return SignatureRow(
            paper=record.id,
            reference=record.reference,
            title=self.scope.kind.title,
            version=f"v{version}" if version else "",
            party=who.party,
            organisation=who.organisation,
            person=who.person,
            name=who.name,
            initials=who.initials,
            stage=stage,
            state=self._state(row, stage, due),
            signed_on=signed_on if isinstance(signed_on, date) else None,
            method=self._label(str(cells.get(_METHOD, ""))),
            exceptions=str(cells.get(EXCEPTIONS, "")).strip(),
            due=due,
            recorded=self._path(row),
        )

    def _state(self, row: Row | None, stage: SignatureStage, due: date | None) -> Signing:
        if row is not None and self._is_ahead(row):
            return Signing.AHEAD
        if row is not None and is_signed(row):
            return Signing.CHANGED if row.id in self.about.changed else Signing.SIGNED
        if row is not None and SIGNED_ON in row.cells:
            return Signing.EXCEPTION
        if due is not None and due < self.today:
            return Signing.LATE
        if self.scope.record.answers.get(_STATUS) == _OUT_FOR_SIGNATURE:
            return Signing.OUT
        return Signing.WAITING if stage is SignatureStage.BEFORE_SUBMISSION else Signing.LATER

    def _is_ahead(self, row: Row) -> bool:
        """Whether a signature is said to be of a day that has not come, for the person or in the tender itself."""
        day = row.cells.get(SIGNED_ON)
        return isinstance(day, date) and day > max(self.today, as_of(self.facts))

    def _due(self, needed: object, stage: SignatureStage) -> date | None:
        if isinstance(needed, date):
            return needed
        deadline = self.facts.records[self.facts.tender].answers.get(_DEADLINE)
        before = stage is SignatureStage.BEFORE_SUBMISSION and isinstance(deadline, date)
        return deadline if before and isinstance(deadline, date) else None

    def _label(self, method: str) -> str:
        choices = self.library[SIGN_OFF].fields[SIGNINGS].column(_METHOD).choices
        return next((one.label for one in choices if one.id == method), "")

    def _path(self, row: Row | None) -> FieldPath | None:
        sheet = next((one.sheet.id for one in self.about.recorded if one.row is row), "")
        return FieldPath(sheet, SIGNINGS, row.id, SIGNED_ON) if row else None
