# SPDX-License-Identifier: MPL-2.0
"""When somebody sat down, in words: by day, with the time of the person's own clock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from evidencepack.library.entry_dates import date_text
from evidencepack.ui.deadlines import long_day
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.master_list import Entry
from evidencepack.ui.words import counted, say
from evidencepack.usecases.sittings import Sitting


def day_words(day: date, today: date) -> str:
    """Return a day as "Today", "Yesterday" or "Friday 12 February"; with its year when that is another one."""
    if day == today:
        return say("Today")
    if (today - day).days == 1:
        return say("Yesterday")
    words = long_day(day)
    return words.removesuffix(f" {day.year}") if day.year == today.year else words


def clock_words(time: datetime) -> str:
    """Return a time of day on the person's own clock, as "19:42"."""
    return f"{time.astimezone():%H:%M}"


def when_words(sitting: Sitting, today: date) -> str:
    """Return when a sitting ended, as "Today 19:42"."""
    return f"{day_words(sitting.end.astimezone().date(), today)} {clock_words(sitting.end)}"


def moment_words(sitting: Sitting, today: date) -> str:
    """Return what a moment is called in a list of them: its marks, when it was, and whose it was."""
    return ", ".join((*sitting.marks, when_words(sitting, today), sitting.who))


def lasting_words(sitting: Sitting) -> str:
    """Return what a moment is called in what is kept: it says the same tomorrow, and to everyone."""
    day = date_text(sitting.end.astimezone().date())
    return ", ".join((*sitting.marks[:1], f"{day} {clock_words(sitting.end)}"))


def entries_of(sittings: Sequence[Sitting], today: date) -> tuple[Entry, ...]:
    """Return the lines of a list of sittings, under a head for each day."""
    return tuple(_entries(sittings, today))


def _entries(sittings: Sequence[Sitting], today: date) -> Iterator[Entry]:
    head = ""
    for sitting in sittings:
        day = day_words(sitting.end.astimezone().date(), today)
        if day != head:
            head = day
            yield Entry("", day)
        yield Entry(sitting.moment, sitting.words, _second(sitting), _mark(sitting), _figure(sitting))


def _second(sitting: Sitting) -> str:
    start, end = clock_words(sitting.start), clock_words(sitting.end)
    times = end if start == end else f"{start}–{end}"
    edits = counted(sitting.edits, "{n} edit", "{n} edits")
    return " · ".join((times, *sitting.marks[:1], sitting.source or edits))


def _figure(sitting: Sitting) -> str:
    return next((one.rpartition(" ")[2] for one in sitting.marks if one.startswith("Version ")), "")


def _mark(sitting: Sitting) -> Mark:
    if say("Signed") in sitting.marks:
        return Mark.SIGNED
    return Mark.DONE if sitting.marks else Mark.DRAFT
