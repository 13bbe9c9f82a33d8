# SPDX-License-Identifier: MPL-2.0
"""Breaks the sample by its structure, hundreds of times, from a seed: each break with the rule that ought to say so.

It knows the kinds (what is required, what is a day, what refers to what) and nothing of the rules but what each is for.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from random import Random

from tests.readiness.defect import Defect, defect
from tests.shipped import LIBRARY

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Duration, Row, Table
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.finding_records import called, find_record

FAMILY = "Broken by structure"
"""What these breaks are called, beside the lists written by hand."""

_RHYTHMS = ("daily", "weekly", "fortnightly", "monthly", "quarterly", "six monthly", "annually")
_EMPTIED = 120
_NUMBERS = 40
_PROSE = ("TBN-CS-01/problem", "TBN-CS-02/effect", "TBN-CS-04/joint_action", "TBN-NAR-03/p4_evidence")


def mutations(facts: Facts, seed: int = 7) -> tuple[Defect, ...]:
    """Return every break of the facts, in an order that the seed gives."""
    random = Random(seed)  # noqa: S311 -- the same breaks each time, nothing to keep secret
    made = list(
        chain(
            _emptied(facts, random),
            _letters_of_the_map(facts),
            _other_rhythms(facts),
            _other_lengths(facts),
            _sums(facts),
            _days(facts),
            _signed_tomorrow(facts),
            _swapped(facts),
            _gone(facts),
            _health_numbers(random),
            _births(random),
        )
    )
    random.shuffle(made)
    return tuple(made)


def _defect(what: str, rules: str, refusal: str = "") -> Defect:
    return defect(FAMILY, what, rules, strict=False, refusal=refusal)


def _emptied(facts: Facts, random: Random) -> Iterator[Defect]:
    """Empty required answers of papers: something has to be said of that paper."""
    places = [
        f"{record.reference}/{field.id} ="
        for record in facts.records.values()
        if LIBRARY[record.kind].document
        for field in LIBRARY[record.kind].fields.values()
        if field.required and field.id in record.answers and not isinstance(record.answers[field.id], Table)
    ]
    yield from (_defect(place, "RQ-01|*") for place in sorted(random.sample(places, _EMPTIED)))


def _letters_of_the_map(facts: Facts) -> Iterator[Defect]:
    """Take the one who answers, or the one who does it, from each task; let two answer."""
    for at, row in enumerate(_rows(facts, "TBN-RACI-01", "letters"), start=1):
        place = f"TBN-RACI-01/letters/{at}/letter"
        if row.cells["letter"] in {"a", "a_r"}:
            yield _defect(f"{place} = i", "RC-01@TBN-RACI-01")
        elif row.cells["letter"] == "c":
            yield _defect(f"{place} = a", "RC-02@TBN-RACI-01")


def _other_rhythms(facts: Facts) -> Iterator[Defect]:
    for meeting in facts.of_kind("meeting"):
        for rhythm in _RHYTHMS:
            if rhythm.replace(" ", "_") != meeting.answers["freq"]:
                yield _defect(f"TBN-MOU-01 says {meeting.reference}/freq = {rhythm}", "XD-01")


def _other_lengths(facts: Facts) -> Iterator[Defect]:
    """Let a paper tell each time to answer as one more, and in the next coarser unit."""
    for time in facts.of_kind("response_time"):
        within = time.answers["within"]
        assert isinstance(within, Duration)
        unit = within.unit.value.replace("_", " ")
        coarser = {"minutes": "hours", "hours": "working days"}.get(unit, "weeks")
        for length in (f"{within.amount + 1} {unit}", f"{within.amount} {coarser}"):
            yield _defect(f"TBN-MOU-01 says {time.reference}/within = {length}", "XD-03|XD-12")


def _sums(facts: Facts) -> Iterator[Defect]:
    for promise in facts.of_kind("commitment"):
        if promise.answers["unit"] != "pct":
            for field in ("year_1", "year_3", "total"):
                yield _defect(f"{promise.reference}/{field} = 77", "SV-09")


def _days(facts: Facts) -> Iterator[Defect]:
    """Let what is agreed to be done lapse last Friday, what covers lapse before the start, and letters be old."""
    today = as_of(facts)
    friday, spring, summer = (_day(one) for one in (today - timedelta(3), date(2027, 4, 30), date(2026, 7, 20)))
    for action in facts.of_kind("action"):
        if action.answers["status"] == "open":
            yield _defect(f"{action.reference}/due = {friday}", "GV-17")
    for risk in facts.of_kind("risk"):
        yield _defect(f"{risk.reference}/next_review = {friday}", "RK-04")
    for partner in facts.of_kind("organisation"):
        if "insurance_expiry" in partner.answers:
            yield _defect(f"{partner.reference}/insurance_expiry = {spring}", "SG-11")
    for letter in facts.of_kind("letter_of_support"):
        yield _defect(f"{letter.reference}/letter_date = {summer}", "LT-03")


def _signed_tomorrow(facts: Facts) -> Iterator[Defect]:
    tomorrow = _day(as_of(facts) + timedelta(1))
    for at, row in enumerate(_rows(facts, "TBN-SIG-01", "signings"), start=1):
        if "signed_on" in row.cells:
            yield _defect(f"TBN-SIG-01/signings/{at}/signed_on = {tomorrow}", "SG-12", "has not come yet")


def _swapped(facts: Facts) -> Iterator[Defect]:
    """Give each partner's letter the signature of the next one; give each measure's owner to nobody."""
    letters = tuple(facts.of_kind("letter_of_support"))
    for one, other in zip(letters, (*letters[1:], letters[0]), strict=True):
        signatory = _referred(facts, other, "signatory")
        yield _defect(f"{one.reference}/signatory = {signatory}", "LT-01")
    for measure in facts.of_kind("kpi"):
        yield _defect(f"{measure.reference}/owner =", "KP-01|RQ-01")
        yield _defect(f"{measure.reference}/target =", "KP-02|RQ-01")


def _gone(facts: Facts) -> Iterator[Defect]:
    """Remove whole records; of who leads, no amount is asked: the five questions are about partners."""
    lead = getattr(facts.records[facts.tender].answers["lead_provider"], "record", "")
    for kind, rules in (("guarantee", "MO-03"), ("partnership", "FT-03"), ("contribution", "FQ-02|LT-05|RC-*|MO-*")):
        for record in facts.of_kind(kind):
            if kind != "contribution" or getattr(record.answers["party"], "record", "") != lead:
                yield _defect(f"- {called(facts, record)}", rules)


def _health_numbers(random: Random) -> Iterator[Defect]:
    """Put numbers with the right check digit into prose: those that nobody is given."""
    for at in range(_NUMBERS):
        number = _health_number(random)
        parts = (number[:3], number[3:6], number[6:])
        said = (" ".join(parts), "-".join(parts), number)[at % 3]
        yield _defect(f"{_PROSE[at % len(_PROSE)]} += The referral says NHS number {said}.", "PD-01")


def _health_number(random: Random) -> str:
    """Return ten digits from 999 on: the last makes the sum of digit by weight, 10 to 1, a multiple of eleven."""
    while True:
        nine = f"999{random.randrange(10**6):06}"
        last = -sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
        if last < 10:
            return f"{nine}{last}"


def _births(random: Random) -> Iterator[Defect]:
    for at in range(_NUMBERS):
        born = date(1930, 1, 1) + timedelta(random.randrange(9000))
        said = (_day(born), f"{born:%d/%m/%Y}", f"{born:%d.%m.%y}", born.isoformat())[at % 4]
        word = ("DOB", "Date of birth:", "She was born on", "d.o.b.")[at // 4 % 4]
        yield _defect(f"{_PROSE[at % len(_PROSE)]} += {word} {said}.", "PD-05")


def _rows(facts: Facts, reference: str, field: str) -> tuple[Row, ...]:
    table = find_record(facts, reference).answers[field]
    assert isinstance(table, Table)
    return table.rows


def _referred(facts: Facts, record: Record, field: str) -> str:
    found = record.answers[field]
    return next(one.reference for one in facts.records.values() if one.id == getattr(found, "record", ""))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
