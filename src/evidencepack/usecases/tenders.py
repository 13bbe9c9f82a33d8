# SPDX-License-Identifier: MPL-2.0
"""The tenders of a workspace as they are seen first: what each is, whose, and by when it is due."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import NamedTuple

from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference
from evidencepack.store.workspace import Workspace

_TIME = re.compile(r"(\d{1,2})[:.](\d\d)\s*(pm|p\.m\.)?", re.IGNORECASE)


class TenderCard(NamedTuple):
    """A tender: id, reference, title, buyer and lot as names (may be empty), and when it is due.

    ``day`` is None while nobody knows it; ``time`` is as the buyer writes it, such as "12:00 noon".
    """

    id: str
    reference: str
    title: str
    buyer: str
    lot: str
    day: date | None
    time: str


class TimeLeft(NamedTuple):
    """How long there is until something is due: whole days, and minutes in the last hour (else None).

    ``over``: it is past.
    """

    days: int
    minutes: int | None = None
    over: bool = False


def tender_cards(workspace: Workspace) -> tuple[TenderCard, ...]:
    """Return the tenders, the nearest deadline first; those without a date come behind those that have one."""
    names = {one.id: one for kind in ("organisation", "lot") for one in workspace.of_kind(kind)}
    found = [tender_card(tender, names) for tender in workspace.tenders()]
    return tuple(sorted(found, key=lambda card: (card.day is None, card.day or date.max)))


def tender_card(tender: Record, names: Mapping[str, Record]) -> TenderCard:
    """Return what is known of a tender at a glance; ``names`` has the records that it may refer to."""

    def named(field: str, *by: str) -> str:
        link = tender.answers.get(field)
        found = names.get(link.record) if isinstance(link, Reference) else None
        return next((str(found.answers[name]) for name in by if name in found.answers), "") if found else ""

    day = tender.answers.get("submission_deadline")
    return TenderCard(
        tender.id,
        tender.reference,
        str(tender.answers.get("title") or tender.answers.get("service_name") or tender.reference),
        named("buyer", "legal_name", "short_name"),
        named("lot", "name"),
        day if isinstance(day, date) else None,
        str(tender.answers.get("submission_time", "")),
    )


def time_left(day: date, said: str, now: datetime) -> TimeLeft:
    """Return how long there is until a time of a day; ``said`` is the time as the buyer writes it (may be empty)."""
    days = (day - now.date()).days
    due = _clock(said)
    if due is None:
        return TimeLeft(max(days, 0), over=days < 0)
    seconds = (datetime.combine(day, due) - now).total_seconds()
    if seconds <= 0:
        return TimeLeft(0, over=True)
    return TimeLeft(days, minutes=int(seconds // 60) if seconds < 3600 else None)


def _clock(said: str) -> time | None:
    """Return a time of day that is written as 17:00, 5.00 pm or 12:00 noon; None if it cannot be read."""
    found = _TIME.search(said)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    if found[3] and hour < 12:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None
