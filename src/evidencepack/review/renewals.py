# SPDX-License-Identifier: MPL-2.0
"""The renewal sheet: what runs out, and what has to be looked at or counted again, in the twelve months ahead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from evidencepack.domain.record import Record
from evidencepack.domain.values import Frequency
from evidencepack.review.partners import partners_of
from evidencepack.review.reading import Reading
from evidencepack.review.rhythms import days_of
from evidencepack.review.scope import is_shown, records_in_use
from evidencepack.review.telling import rows, words_in

MONTHS_AHEAD = 12
"""How far the sheet looks ahead; further where the contract starts later."""

_MONTHS_A_YEAR = 12
_JUNE, _LAST = 6, 30
_LETTER_LASTS = 6


class Lapse(StrEnum):
    """What happens on the day: something runs out, is to be looked at again, or figures are due."""

    RUNS_OUT = "runs_out"
    LOOK_AGAIN = "look_again"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Renewal:
    """Something to renew: the day, what happens then, the record and path, what it is called, who sees to it.

    ``early``: it runs out before the contract starts. ``over``: the day has passed.
    """

    day: date
    lapse: Lapse
    record: Record
    path: str
    called: str
    what: str
    who: str = ""
    note: str = ""
    early: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True)
class _Due:
    """A day before it is told: without what follows from today and from the start of the contract."""

    day: date
    lapse: Lapse
    record: Record
    field: str
    what: str
    who: str = ""
    note: str = ""


_PAPERS: Mapping[str, tuple[Lapse, str]] = {
    "expiry_date": (Lapse.RUNS_OUT, "runs out"),
    "end_date": (Lapse.RUNS_OUT, "ends"),
    "exclusivity_until": (Lapse.RUNS_OUT, "exclusivity ends"),
    "long_stop_date": (Lapse.RUNS_OUT, "lapses without a contract"),
    "review_date": (Lapse.LOOK_AGAIN, "to be looked at again"),
    "next_review": (Lapse.LOOK_AGAIN, "next review"),
    "next_confirmation": (Lapse.LOOK_AGAIN, "to be confirmed again"),
    "next_test": (Lapse.LOOK_AGAIN, "next test"),
}
"""Days of documents and risks: the field, what happens, and what the sheet says."""

_COVER: Mapping[str, str] = {
    "insurance_expiry": "the first insurance policy ends",
    "cyber_essentials_expiry": "the Cyber Essentials certificate ends",
}


def renewals(reading: Reading) -> tuple[Renewal, ...]:
    """Return what is to be renewed, by day: all that is over, and what comes in the time that the sheet covers."""
    start = reading.facts.records[reading.tender].answers.get("contract_start")
    begins = start if isinstance(start, date) else None
    end = max(last_day(reading.as_of), begins or date.min)
    due = sorted((one for one in _everything(reading) if one.day <= end), key=lambda one: (one.day, one.record.id))
    return tuple(_told(reading, one, begins) for one in due)


def last_day(today: date) -> date:
    """Return the last day that a sheet of today covers: the day before the same day a year on."""
    leap = (today.month, today.day) == (2, 29)
    return today.replace(year=today.year + 1, day=28) if leap else today.replace(year=today.year + 1) - timedelta(1)


def _told(reading: Reading, due: _Due, begins: date | None) -> Renewal:
    return Renewal(
        due.day,
        due.lapse,
        due.record,
        f"{due.record.id}/{due.field}",
        _called(reading, due.record),
        due.what,
        due.who,
        due.note,
        early=due.lapse is Lapse.RUNS_OUT and begins is not None and due.day < begins,
        over=due.day < reading.as_of,
    )


def _everything(reading: Reading) -> Iterator[_Due]:
    for document in reading.documents:
        yield from _of_paper(reading, document)
    for risk in reading.of("risk"):
        yield from _days(reading, risk, "owner")
    for organisation in _organisations(reading):
        yield from _of_organisation(reading, organisation)
    yield from _of_proofs(reading)
    for measure in reading.of("kpi"):
        yield from _of_measure(reading, measure)


def _of_proofs(reading: Reading) -> Iterator[_Due]:
    """Yield the last days of kept evidence, and of certificates and policies that go along."""
    asked = reading.library["annex"].fields["expires"]
    for paper in (*reading.of("evidence_item"), *reading.of("annex")):
        day, is_annex = paper.answers.get("expires"), paper.kind == "annex"
        if isinstance(day, date) and not (is_annex and not is_shown(reading, asked, paper)):
            who, note = _person(reading, paper, "owner"), words_in(paper, "issued_by" if is_annex else "renewal")
            yield _Due(day, Lapse.RUNS_OUT, paper, "expires", "runs out", who, note)


def _of_paper(reading: Reading, document: Record) -> Iterator[_Due]:
    """Yield the days of a document; a letter that names none is good for half a year."""
    found = tuple(_days(reading, document, "owner"))
    yield from found
    written = document.answers.get("letter_date")
    if not found and isinstance(written, date):
        who = _person(reading, document, "owner")
        yield _Due(_months_on(written, _LETTER_LASTS), Lapse.LOOK_AGAIN, document, "letter_date", "is old by then", who)


def _days(reading: Reading, record: Record, owner: str) -> Iterator[_Due]:
    for name, (lapse, what) in _PAPERS.items():
        day = record.answers.get(name)
        if isinstance(day, date):
            yield _Due(day, lapse, record, name, what, _person(reading, record, owner))


def _of_organisation(reading: Reading, organisation: Record) -> Iterator[_Due]:
    who = _person(reading, organisation, "named_lead")
    for name, what in _COVER.items():
        day = organisation.answers.get(name)
        if isinstance(day, date):
            yield _Due(day, Lapse.RUNS_OUT, organisation, name, what, who)
    published = organisation.answers.get("dspt_date")
    if isinstance(published, date):
        ig = _person(reading, organisation, "ig_lead") or who
        yield _Due(toolkit_until(published), Lapse.RUNS_OUT, organisation, "dspt_date", "the toolkit's year ends", ig)


def _of_measure(reading: Reading, measure: Record) -> Iterator[_Due]:
    """Yield the day on which the next figure of a measure is due: one period after the last.

    Of people who are followed for a year the figure comes long after its period. Where it was entered after the next
    was due, one period after that day counts, as it does for CHK-KP-09.
    """
    often = measure.answers.get("freq")
    days = days_of(often) if isinstance(often, Frequency) else 0
    ends, entered = (_last(measure, name) for name in ("period_end", "entered_on"))
    if ends and days:
        due = ends + timedelta(days)
        due = entered + timedelta(days) if entered and entered >= due else due
        who = _person(reading, measure, "owner")
        yield _Due(due, Lapse.FIGURES, measure, "readings", "the next figure is due", who)


def _last(measure: Record, column: str) -> date | None:
    """Return the last of the days that stand in a column of the results of a measure."""
    days = (row.cells.get(column) for row in rows(measure, "readings"))
    return max((day for day in days if isinstance(day, date)), default=None)


def toolkit_until(published: date) -> date:
    """Return the last day of a Data Security and Protection Toolkit publication.

    It is made each year between 1 July and 30 June, and stands until the 30 June after that. Source: NHS England, Data
    Security and Protection Toolkit, deadlines for publication.
    """
    cycle_ends = date(published.year, _JUNE, _LAST)
    return date(published.year + (1 if published <= cycle_ends else 2), _JUNE, _LAST)


def _organisations(reading: Reading) -> Iterator[Record]:
    """Yield whoever leads, and the partners; of others nobody here renews anything."""
    ours = {*reading.leads(), *(one.id for one in partners_of(reading))}
    yield from (one for one in records_in_use(reading) if one.id in ours)


def _person(reading: Reading, record: Record, field: str) -> str:
    person = reading.linked(record, field)
    return words_in(person, "full_name") if person else ""


def _called(reading: Reading, record: Record) -> str:
    """Return what the sheet calls a record: a paper by its kind and reference, the rest by its name."""
    if reading.library[record.kind].document:
        return reading.called(record)
    names = ("short_name", "title", "name", "event")
    name = next((words_in(record, one) for one in names if words_in(record, one)), "")
    return name if record.kind == "organisation" and name else f"{record.reference} {name}".strip()


def _months_on(day: date, months: int) -> date:
    """Return the same day some months on; the last of the month where that has no such day."""
    years, month = divmod(day.month - 1 + months, _MONTHS_A_YEAR)
    first_after = date(day.year + years + (month + 1) // _MONTHS_A_YEAR, (month + 1) % _MONTHS_A_YEAR + 1, 1)
    last = first_after - timedelta(1)
    return last.replace(day=min(day.day, last.day))
