# SPDX-License-Identifier: MPL-2.0
"""Calendar files (.ics, RFC 5545): days to remember, for the calendar that somebody uses anyway."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event

_MADE_BY = "-//evidencepack//EN"
_MORNING = timedelta(hours=9)


@dataclass(frozen=True, slots=True)
class Day:
    """A whole day to remember: what names it for good, the day, a line, more words, and how many days before to remind.

    Each reminder comes in the morning; 0 is that of the day itself. ``contact`` is whom to ask about it, in words.
    """

    name: str
    day: date
    title: str
    words: str = ""
    remind_before: tuple[int, ...] = ()
    contact: str = ""


def calendar_file(title: str, days: Iterable[Day], *, as_of: date) -> bytes:
    """Return a calendar of whole days that take up nobody's time; the same days give the same bytes.

    Args:
        title: what the calendar is called.
        days: each with a name that stays the same, so that a newer file replaces what an older one brought.
        as_of: the day of the content; it stands for the moment at which the file was made.
    """
    from icalendar import Calendar  # it takes a while to load, and few want a calendar

    made = Calendar()
    made.add("prodid", _MADE_BY)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", title)
    for one in days:
        made.add_component(_event(one, datetime.combine(as_of, time(), UTC)))
    return bytes(made.to_ical())


def _event(one: Day, stamp: datetime) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{one.name}@evidencepack.invalid")
    event.add("dtstamp", stamp)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(1))
    event.add("summary", one.title)
    event.add("transp", "TRANSPARENT")
    if one.words:
        event.add("description", one.words)
    if one.contact:
        event.add("contact", one.contact)
    for before in one.remind_before:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", one.title)
        alarm.add("trigger", _MORNING - timedelta(before))
        event.add_component(alarm)
    return event
