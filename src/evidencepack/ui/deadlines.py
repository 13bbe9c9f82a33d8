# SPDX-License-Identifier: MPL-2.0
"""How long there is, and when something is due, in words."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from evidencepack.library.entry_dates import MONTHS
from evidencepack.ui.words import counted, say
from evidencepack.usecases.tenders import TenderCard, time_left


class Countdown(NamedTuple):
    """A large figure (may be empty), what it counts, when that is, and the shortest form for where there is no room.

    Without a date there is no shortest form.
    """

    figure: str
    unit: str
    when: str
    short: str

    @property
    def sentence(self) -> str:
        """Figure and unit as one."""
        return f"{self.figure} {self.unit}" if self.figure.isdigit() else self.unit


def countdown(card: TenderCard, now: datetime) -> Countdown:
    """Return how long there is until a tender is due."""
    if card.day is None:
        return Countdown("", say("no date yet"), "", "")
    when = ", ".join(filter(None, (short_day(card.day, now.date()), card.time)))
    left = time_left(card.day, card.time, now)
    if left.over:
        return Countdown("", say("past its date"), when, say("past"))
    if left.minutes is not None:
        figure = str(left.minutes)
        return Countdown(figure, counted(left.minutes, "minute left", "minutes left"), when, say("{n} m", n=figure))
    if not left.days:
        return Countdown("0", say("days left: it is due today"), when, say("today"))
    return Countdown(str(left.days), counted(left.days, "day left", "days left"), when, say("{n} d", n=left.days))


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def short_day(day: date, today: date) -> str:
    """Return a day as "Fri 26 Feb", with its year where that is another one than today's."""
    return f"{say(_DAYS[day.weekday()])[:3]} {shortest_day(day, today)}"


def shortest_day(day: date, today: date) -> str:
    """Return a day as "26 Feb", with its year where that is another one than today's."""
    words = f"{day.day} {say(MONTHS[day.month - 1])[:3]}"
    return words if day.year == today.year else f"{words} {day.year}"


def long_day(day: date) -> str:
    """Return a day as "Monday 15 February 2027"."""
    return f"{say(_DAYS[day.weekday()])} {day.day} {say(MONTHS[day.month - 1])} {day.year}"
