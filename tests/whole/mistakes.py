# SPDX-License-Identifier: MPL-2.0
"""The deliberate mistakes of the sample tender: one change each, and the rule that finds it.

A rule has the id that the program knows it by. Some come with the readiness rules; until then ``meanwhile`` names the
rule that already finds the change, where there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Duration, DurationUnit, FieldType, Number, Reference, Row, Scalar, Table
from evidencepack.usecases.changes import AddRow, Change, RemoveRecord, SetAnswer, apply_change

NASRIN, JUERGEN = "PER-07", "PER-16"

Make = Callable[[Facts], tuple[Change, ...]]


@dataclass(frozen=True)
class Mistake:
    """A change of the sample: what it is, the record it changes, its rule, and how it is made.

    It is found at that record, or at another one (``found_at``) where it takes the record away.
    """

    what: str
    at: str
    rule: str
    make: Make
    meanwhile: str = ""
    found_at: str = ""

    def made(self, facts: Facts) -> Facts:
        """Return the sample with this mistake."""
        for change in self.make(facts):
            facts = apply_change(facts, change)
        return facts


def record(facts: Facts, reference: str) -> Record:
    """Return the one record of a reference; two of one reference are a fault of the sample."""
    (found,) = (one for one in facts.records.values() if one.reference == reference)
    return found


def _set(reference: str, field: str, kind: FieldType, value: Scalar | None) -> Make:
    return lambda facts: (SetAnswer(FieldPath(record(facts, reference).id, field), kind, value),)


def _words(reference: str, field: str, value: str) -> Make:
    return _set(reference, field, FieldType.LONG_TEXT, value)


def _more(reference: str, field: str, more: str) -> Make:
    return lambda facts: _words(reference, field, f"{record(facts, reference).answers[field]} {more}")(facts)


def _override(reference: str, fact: str, says: str) -> Make:
    def make(facts: Facts) -> tuple[Change, ...]:
        paper, row = record(facts, reference), new_id()
        cells: Mapping[str, str] = {"fact": fact, "says": says, "reason": "A slip."}
        told = (
            SetAnswer(FieldPath(paper.id, "overrides", row, name), FieldType.TEXT, cell) for name, cell in cells.items()
        )
        return (AddRow(paper.id, "overrides", row), *told)

    return make


def _letter(task: str, person: str, letter: str) -> Make:
    """Give a person's role this letter for a task of the responsibility map, in the place of the one it has."""

    def make(facts: Facts) -> tuple[Change, ...]:
        raci, who = record(facts, "TBN-RACI-01"), record(facts, person)
        (activity,) = (row.id for row in _rows(raci, "activities") if row.cells["ref"] == task)
        (role,) = (row.id for row in _rows(raci, "roles") if row.cells["person"] == Reference(who.id))
        (row,) = (
            row for row in _rows(raci, "letters") if (row.cells["activity"], row.cells["role"]) == (activity, role)
        )
        return (SetAnswer(FieldPath(raci.id, "letters", row.id, "letter"), FieldType.CHOICE, letter),)

    return make


def _rows(of: Record, field: str) -> tuple[Row, ...]:
    table = of.answers[field]
    assert isinstance(table, Table)
    return table.rows


def _hours(amount: int) -> Duration:
    return Duration(Decimal(amount), DurationUnit.HOURS)


_DATE, _TEXT, _CHOICE, _YES = FieldType.DATE, FieldType.TEXT, FieldType.CHOICE, FieldType.YES_NO
_LENGTH, _AMOUNT, _LINK = FieldType.DURATION, FieldType.NUMBER, FieldType.REFERENCE
_EARLY = _set("LC", "insurance_expiry", _DATE, date(2027, 5, 31))

MISTAKES = (
    Mistake(
        "the memorandum has the Board meet less often",
        "TBN-MOU-01",
        "XD-01",
        _override("TBN-MOU-01", "M4/freq", "quarterly"),
    ),
    Mistake("nobody answers for R-06", "TBN-RACI-01", "RC-01", _letter("R-06", NASRIN, "r")),
    Mistake("two answer for R-05", "TBN-RACI-01", "RC-02", _letter("R-05", NASRIN, "a")),
    Mistake(
        "a letter gives a slower first contact",
        "TBN-LOS-MT",
        "XD-03",
        _override("TBN-LOS-MT", "RT4/within", "5 working days"),
    ),
    Mistake("a flow without a lawful basis", "F3", "DS-02", _set("F3", "sender_art6", _CHOICE, None)),
    Mistake("a flow without its Schedule 1 condition", "F7", "DS-04", _set("F7", "sch1_condition", _CHOICE, None)),
    Mistake(
        "a breach is told after 96 hours",
        "TBN-DSA-01",
        "DS-19",
        _set("TBN-DSA-01", "breach_notify_partner", _LENGTH, _hours(96)),
    ),
    Mistake(
        "the memorandum has another time for breaches",
        "TBN-MOU-01",
        "XD-04",
        _override("TBN-MOU-01", "TBN-DSA-01/breach_notify_partner", "48 hours"),
    ),
    Mistake("an NHS number in a case study", "TBN-CS-01", "PD-01", _more("TBN-CS-01", "problem", "NHS 999 000 0018.")),
    Mistake(
        "a date of birth in a case study", "TBN-CS-01", "PD-05", _more("TBN-CS-01", "problem", "DOB 3 April 1941.")
    ),
    Mistake(
        "an effect without a number", "TBN-CS-04", "CS-02", _words("TBN-CS-04", "effect", "Records got much better.")
    ),
    Mistake(
        "words changed after everybody signed",
        "TBN-MOU-01",
        "SG-02",
        _words("TBN-MOU-01", "purpose", "Something else."),
    ),
    Mistake("the lead of a partner has left", JUERGEN, "XD-02", _set(JUERGEN, "left_on", _DATE, date(2027, 2, 1))),
    Mistake(
        "vague words in a narrative",
        "TBN-NAR-01",
        "VG-01",
        _words("TBN-NAR-01", "p2_delivery", "We work closely with local partners."),
    ),
    Mistake(
        "a letter older than six months",
        "TBN-LOS-MT",
        "LT-03",
        _set("TBN-LOS-MT", "letter_date", _DATE, date(2026, 7, 1)),
    ),
    Mistake(
        "years that do not come to the total", "SV-01", "SV-09", _set("SV-01", "year_3", _AMOUNT, Number(Decimal(4)))
    ),
    Mistake(
        "a partner only approaches the standards",
        "MT",
        "DS-25",
        _set("MT", "dspt_status", _CHOICE, "approaching_standards"),
    ),
    Mistake("cover that lapses before the contract", "LC", "SG-06", _EARLY),
    Mistake(
        "a narrative names an appendix that is not there",
        "TBN-NAR-01",
        "PK-04",
        _more("TBN-NAR-01", "p4_evidence", "See Appendix Z."),
    ),
    Mistake(
        "no stop-rule for safeguarding",
        "SR-1",
        "GV-10",
        lambda facts: (RemoveRecord(record(facts, "SR-1").id),),
        found_at="TBN-GOV-01",
    ),
    Mistake("a risk that no person owns", "RK-02", "RK-01", _set("RK-02", "owner", _LINK, None)),
    Mistake("a partner is landlord and gives the care", "OH", "PR-02", _set("OH", "provides_care", _YES, True)),
    Mistake("a name in letters that no font has", "MT", "PK-07", _set("MT", "short_name", _TEXT, "\u1200\u1208")),
)
"""All of them, in the order of the sample's own list. One, a person of no organisation as owner, no form takes."""
