# SPDX-License-Identifier: MPL-2.0
"""Findings that a person looked at and let stand, each with a reason, until the words change on which it rests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import FieldType, Row, Scalar
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.model import Library
from evidencepack.library.rule_words import Panel, RuleWords
from evidencepack.usecases.changes import AddRecord, AddRow, RemoveRow, SetAnswer, Single, Together, rows_of

SET_ASIDE = "set_aside"
"""The kind of record that remembers what was set aside in a tender."""

FINDINGS = "findings"
"""Its table, a row for each finding."""

_WORD, _WORDS = re.compile(r"[^\W\d_]{2,}"), 3
_NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_REFERENCE, _CHECK = "ASIDE", "CHK-"


class Way(StrEnum):
    """What a person says to a finding: choices of the column ``way``."""

    ACCEPTED = "accepted"
    NOT_ABOUT_A_PERSON = "not_about_a_person"
    DIFFERENT_ON_PURPOSE = "different_on_purpose"


class CannotSetAsideError(EvidencePackError):
    """A finding has to be mended, or a reason or a name is wanting."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT

    def __init__(self, problem: str) -> None:
        super().__init__(f"{problem} Nothing was changed.")


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says to a finding: why it can stay, who says so, and on which day."""

    reason: str
    who: str
    day: date


@dataclass(frozen=True, slots=True)
class Aside:
    """A finding that was set aside: the row that remembers it, what was said, and the finding as it was then."""

    row: str
    mark: str
    way: Way
    reason: str
    who: str
    message: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Sifted:
    """What a check found: what is open, what is to be remembered at the desk, and what a person has set aside."""

    findings: tuple[Finding, ...]
    reminders: tuple[Finding, ...] = ()
    aside: tuple[tuple[Finding, Aside], ...] = ()


def asides_in(facts: Facts) -> Mapping[str, Aside]:
    """Return what was set aside in a tender, by the mark of the finding."""
    rows = (row for record in facts.of_kind(SET_ASIDE) for row in rows_of(record, FINDINGS))
    return {one.mark: one for one in map(_aside, rows) if one.mark}


def sift(findings: Iterable[Finding], facts: Facts, library: Library) -> Sifted:
    """Return findings apart: open, reminders, and set aside. One whose words have changed since is open again."""
    asides = asides_in(facts)
    found: list[Finding] = []
    reminders: list[Finding] = []
    aside: list[tuple[Finding, Aside]] = []
    for one in findings:
        known = asides.get(one.mark)
        if known and way_of(words_of(one, library), one.severity):
            aside.append((one, known))
        elif words_of(one, library).panel is Panel.REMINDERS:
            reminders.append(one)
        else:
            found.append(one)
    return Sifted(tuple(found), tuple(reminders), tuple(aside))


def words_of(finding: Finding, library: Library) -> RuleWords:
    """Return the words of the rule that found it."""
    return library.rules[finding.rule.removeprefix(_CHECK)]


def way_of(words: RuleWords, severity: Severity) -> Way | None:
    """Return how a finding of a rule can be set aside; None where it blocks and only a change helps."""
    if severity is not Severity.BLOCKS:
        return Way.ACCEPTED
    if not words.way_out:
        return None
    return Way.NOT_ABOUT_A_PERSON if words.id.startswith("PD") else Way.DIFFERENT_ON_PURPOSE


def set_aside(findings: Iterable[Finding], said: Said, facts: Facts, library: Library) -> Together:
    """Return the change that sets findings aside, all of them or none.

    Raises:
        CannotSetAsideError: if the reason tells nothing, one has to be mended, or one that blocks has nobody's name.
    """
    if not said.reason.strip():
        raise CannotSetAsideError("Say why it can stay as it is: the reason is kept and shown to whoever looks later.")
    if not is_reason(said.reason):
        raise CannotSetAsideError(f"“{said.reason.strip()}” tells nobody why. Say it in three words or more.")
    return Together(tuple(_parts(tuple(findings), said, facts, library)), reason=f"set aside: {said.reason.strip()}")


def is_reason(said: str) -> bool:
    """Whether words tell somebody else why: three words, or six characters of a script that has no spaces."""
    return len(_WORD.findall(said)) >= _WORDS or len(_NO_SPACES.findall(said)) >= 2 * _WORDS


def take_up(asides: Iterable[Aside], facts: Facts) -> Together:
    """Return the change that opens findings again that were set aside."""
    wanted = {one.row for one in asides}
    parts = (
        RemoveRow(record.id, FINDINGS, row.id)
        for record in facts.of_kind(SET_ASIDE)
        for row in rows_of(record, FINDINGS)
        if row.id in wanted
    )
    return Together(tuple(parts), reason="no longer set aside")


def _parts(findings: tuple[Finding, ...], said: Said, facts: Facts, library: Library) -> Iterator[Single]:
    record = next(facts.of_kind(SET_ASIDE), None)
    if record is None:
        record = Record(new_id(), SET_ASIDE, _REFERENCE, facts.tender)
        yield AddRecord(record.id, record.kind, record.reference, record.tender)
    for one in findings:
        yield from _row(record.id, one, said, library)


def _row(record: str, finding: Finding, said: Said, library: Library) -> Iterator[Single]:
    words = words_of(finding, library)
    way = way_of(words, finding.severity)
    if way is None:
        raise CannotSetAsideError(f"“{words.title}” stops a final export, and only a change helps. {words.help}")
    if finding.severity is Severity.BLOCKS and not said.who.strip():
        raise CannotSetAsideError(f"“{words.title}” stops a final export. Say who answers for letting it stand.")
    row = new_id()
    yield AddRow(record, FINDINGS, row)
    for column, kind, value in _cells(finding, way, said):
        if value:
            yield SetAnswer(FieldPath(record, FINDINGS, row, column), kind, value)


def _cells(finding: Finding, way: Way, said: Said) -> tuple[tuple[str, FieldType, Scalar], ...]:
    return (
        ("mark", FieldType.TEXT, finding.mark),
        ("rule", FieldType.TEXT, finding.rule),
        ("place", FieldType.TEXT, finding.field or finding.record),
        ("said", FieldType.TEXT, finding.message),
        ("way", FieldType.CHOICE, way.value),
        ("reason", FieldType.LONG_TEXT, said.reason.strip()),
        ("who", FieldType.TEXT, said.who.strip()),
        ("set_on", FieldType.DATE, said.day),
    )


def _aside(row: Row) -> Aside:
    said, day = {name: str(cell) for name, cell in row.cells.items()}, row.cells.get("set_on")
    way = Way(said["way"]) if said.get("way") in set(Way) else Way.ACCEPTED
    return Aside(
        row.id,
        said.get("mark", ""),
        way,
        said.get("reason", ""),
        said.get("who", ""),
        said.get("said", ""),
        day if isinstance(day, date) else None,
    )
