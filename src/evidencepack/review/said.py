# SPDX-License-Identifier: MPL-2.0
"""Sentences of a partner's paper held against what was agreed: every time, amount, rhythm and day that differs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evidencepack.domain.record import Record
from evidencepack.review.agreed import Agreed, named_meetings, words_of_meeting
from evidencepack.review.reading import Reading
from evidencepack.review.spoken import SpokenAmount, amounts, lengths, promised_times, rates
from evidencepack.review.spoken_days import SpokenDay, always, clocks, periods, rhythms, weekdays

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_A_DAY = (Decimal(1440), "minutes")


@dataclass(frozen=True, slots=True)
class Slip:
    """Words that say something else than what was agreed, and what was agreed; empty where nothing of the kind was."""

    words: str
    agreed: str


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, and the parts of one between semicolons."""
    return [one for one in _SENTENCE.split(text) if one.strip()]


def other_times(text: str, agreed: Agreed) -> Iterator[Slip]:
    """Yield each time in which something is promised that is not the agreed one of that act."""
    known = agreed.clocks().union(one.value for words in agreed.texts for one in clocks(words))
    for sentence in sentences(text):
        at = 0
        for time in promised_times(sentence):
            before, after = sentence[at : time.start], sentence[time.start :]
            at = time.start + len(time.words)
            if agreed.times and time.length not in agreed.times_for(before, after):
                yield Slip(time.words, agreed.shown())
        for clock in clocks(sentence) if agreed.times else ():
            if clock.value not in known and clock.value.replace("same working", "same") not in known:
                yield Slip(clock.words, agreed.shown())


def other_amounts(text: str, agreed: Agreed) -> Iterator[Slip]:
    """Yield each amount of something of which another amount was agreed."""
    known = [one for words in agreed.texts for one in (*amounts(words), *rates(words))]
    for said in (*amounts(text), *rates(text)):
        same = [one for one in known if _alike(one, said)]
        if same and said.number not in {one.number for one in same}:
            yield Slip(said.words, ", ".join(dict.fromkeys(one.words for one in same)))


def new_amounts(text: str, agreed: Agreed) -> Iterator[Slip]:
    """Yield each amount that stands nowhere in what was agreed: a number of other things, or time in a period."""
    counted = [one for words in agreed.texts for one in amounts(words)]
    times = [one for words in agreed.texts for one in rates(words)]
    there = bool(agreed.texts)
    for said in amounts(text) if there else ():
        if not any(_alike(one, said) for one in counted) and said.number not in {one.number for one in counted}:
            yield Slip(said.words, "")
    for said in rates(text) if there else ():
        if not any(_alike(one, said) for one in times) and not (said.counted == ("hours", "day") and said.number == 24):
            yield Slip(said.words, "")


def new_lengths(text: str, agreed: Agreed) -> Iterator[Slip]:
    """Yield how long something lasts or is open where nothing of the kind was agreed."""
    known = {one.length for words in agreed.texts for one in lengths(words)}
    around = any(tuple(always(words)) for words in agreed.texts) or _A_DAY in known
    for said in lengths(text) if agreed.texts else ():
        if said.length not in known and not (around and said.length == _A_DAY):
            yield Slip(said.words, "")
    for said_always in always(text) if agreed.texts and not around else ():
        yield Slip(said_always.words, "")


def other_days(text: str, reading: Reading, agreed: Agreed, comes_to: Sequence[Record]) -> Iterator[Slip]:
    """Yield each rhythm and each day of the week that differs: from a meeting's own in its sentence, else from all."""
    everywhere = (*agreed.texts, *map(words_of_meeting, comes_to))
    for sentence in sentences(text):
        named = [words_of_meeting(one) for one in named_meetings(reading, sentence)]
        known = named or everywhere
        if not known:
            continue
        yield from _unknown(rhythms, sentence, known, also={one for words in known for one in periods(words)})
        yield from _unknown(weekdays, sentence, known, also=set())


def _unknown(
    find: Callable[[str], Iterator[SpokenDay]], sentence: str, known: Iterable[str], also: set[str]
) -> Iterator[Slip]:
    there = [one for words in known for one in find(words)]
    values = {one.value for one in there} | also | {one.value.split()[-1] for one in there}
    for said in find(sentence):
        if said.value not in values:
            yield Slip(said.words, ", ".join(dict.fromkeys(one.words for one in there)))


def _alike(one: SpokenAmount, other: SpokenAmount) -> bool:
    """Whether two amounts count the same things, in the same time or with one that names none."""
    times = {one.counted[1], other.counted[1]}
    return one.counted[0] == other.counted[0] and (len(times) == 1 or "" in times)
