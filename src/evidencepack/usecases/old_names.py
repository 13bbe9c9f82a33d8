# SPDX-License-Identifier: MPL-2.0
"""What should no longer stand in the words of a copied tender: names of the old one, its buyer, its lots, its dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Reference, Table
from evidencepack.library.entry_dates import MONTHS, date_text, read_full_date
from evidencepack.library.entry_slip import SlipError

_LOT, _BUYER, _NAME, _TITLE = "lot", "buyer", "name", "title"
_FROM = ("submission_deadline", "contract_start")
_LOT_HEAD = re.compile(r"(?P<head>[^:\u2013\u2014]*[0-9])\s*[:\u2013\u2014]")
_MONTH = "|".join(f"{one[:3]}[a-z]*" for one in MONTHS)
_DATE = re.compile(rf"(?<!\w)[0-9]{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTH})\s[0-9]{{4}}\b")


def old_names(facts: Facts, copies: Iterable[Record], *, title: str, same_buyer: bool) -> Iterator[str]:
    """Yield, each once, what is to be looked for in the words of the copies of a tender.

    Dates count from the old tender's deadline on: what was promised there. Earlier ones are history.

    Args:
        facts: the old tender.
        copies: its records as they were copied.
        title: the title of the new tender; empty if it keeps the old one's.
        same_buyer: whether buyer and lots stay.
    """
    yield from dict.fromkeys(name for name in _names(facts, title=title, same_buyer=same_buyer) if name)
    yield from dict.fromkeys(_dates(facts, copies))


def names_now(facts: Facts) -> frozenset[str]:
    """Return what a tender itself is called, by whom it is bought, its lots and its dates, as they would be written."""
    tender = facts.records[facts.tender]
    days = [day for day in tender.answers.values() if isinstance(day, date)]
    said = {date_text(day) for day in days} | {f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}" for day in days}
    return frozenset({*_names(facts, title=" ", same_buyer=False), *said})


def texts_in(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the words of a record, each with its field."""
    for name, answer in record.answers.items():
        if isinstance(answer, str):
            yield name, answer
        elif isinstance(answer, Table):
            cells = (cell for row in answer.rows for cell in row.cells.values())
            yield from ((name, cell) for cell in cells if isinstance(cell, str))


def _names(facts: Facts, *, title: str, same_buyer: bool) -> Iterator[str]:
    tender = facts.records[facts.tender]
    yield tender.reference
    if title:
        yield str(tender.answers.get(_TITLE, ""))
    if not same_buyer:
        buyer = tender.answers.get(_BUYER)
        found = facts.get(buyer.record) if isinstance(buyer, Reference) else None
        yield from (str(found.answers.get(name, "")) for name in ("legal_name", "short_name") if found)
        for lot in facts.of_kind(_LOT):
            yield from _names_of_lot(lot)


def _names_of_lot(lot: Record) -> Iterator[str]:
    """Yield the reference and the name of a lot, and of "Lot 2 – East" also "Lot 2"."""
    name = str(lot.answers.get(_NAME, ""))
    yield from (lot.reference, name)
    if head := _LOT_HEAD.match(name):
        yield head["head"].strip()


def _dates(facts: Facts, copies: Iterable[Record]) -> Iterator[str]:
    """Yield the dates in the words of copies, as they stand there, that belong to the old tender."""
    said = facts.records[facts.tender].answers
    since = next((day for day in map(said.get, _FROM) if isinstance(day, date)), None)
    words = (found for record in copies for _, text in texts_in(record) for found in _DATE.findall(text))
    return (one for one in words if since and (day := _read(one)) and day >= since)


def _read(text: str) -> date | None:
    try:
        return read_full_date(text)
    except SlipError:
        return None
