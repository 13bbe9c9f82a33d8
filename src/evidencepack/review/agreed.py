# SPDX-License-Identifier: MPL-2.0
"""What was agreed with one partner, in the shape in which words can be held against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evidencepack.domain.record import Record
from evidencepack.domain.values import Duration, DurationUnit, Frequency, Reference
from evidencepack.library.entry_amounts import duration_text
from evidencepack.library.entry_choices import frequency_text
from evidencepack.review.reading import Reading
from evidencepack.review.spoken import all_times, in_common

_TIME, _GIVES, _MEETING, _GOVERNANCE = "response_time", "contribution", "meeting", "governance"
_PARTY, _WITHIN, _SAFEGUARDING = "party", "within", "safeguarding_report_time"
_SAFE = "Report a safeguarding concern to the council"
_SAME = dict.fromkeys(("call", "calls", "calling", "ring", "rings", "ringing", "telephone"), "phone")
_COMMON = frozenset(
    (
        *("about", "after", "again", "also", "anybody", "anyone", "before", "each", "every", "everybody", "everyone"),
        *("from", "give", "hour", "hours", "make", "more", "need", "people", "person", "receive", "send", "some"),
        *("somebody", "someone", "team", "tell", "than", "that", "them", "then", "there", "their", "they", "this"),
        *("time", "times", "urgent", "want", "when", "where", "which", "will", "with", "within", "work", "working"),
        *("days", "week", "weeks"),
    )
)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is done in an agreed time: its words, its times, and whether it is for one partner alone."""

    stems: frozenset[str]
    times: frozenset[tuple[Decimal, str]]
    own: bool


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed with a partner: the times it has for each act, the words of all it gives, and how much."""

    acts: tuple[Act, ...]
    times: tuple[tuple[str, Duration], ...]
    texts: tuple[str, ...]
    volume: str = ""

    def times_for(self, before: str, after: str) -> frozenset[tuple[Decimal, str]]:
        """Return the times of the acts that share most words with those of a sentence; without any, all its own.

        The words before a time count first: they say what is done.
        """
        for words in (before, after):
            shared = {act: len(act.stems & stems(words)) for act in self.acts}
            most = max(shared.values(), default=0)
            if most:
                return frozenset(time for act, count in shared.items() if count == most for time in act.times)
        return frozenset(time for act in self.acts if act.own for time in act.times)

    def clocks(self) -> frozenset[str]:
        """Return what may be said of the same and the next day."""
        said = {
            (Decimal(0), DurationUnit.DAYS): "same day",
            (Decimal(0), DurationUnit.WORKING_DAYS): "same working day",
        }
        said |= {
            (Decimal(1), DurationUnit.DAYS): "next day",
            (Decimal(1), DurationUnit.WORKING_DAYS): "next working day",
        }
        return frozenset(said[key] for _, time in self.times if (key := (time.amount, time.unit)) in said)

    def shown(self) -> str:
        """Return the agreed times as words, each with what is done in it."""
        return ", ".join(dict.fromkeys(f"{duration_text(time)} ({act})" for act, time in self.times))


def agreed_with(reading: Reading, partner: Record) -> Agreed:
    """Return what was agreed with a partner."""
    acts, times, texts = [], [], []
    for one in reading.facts.of_kind(_TIME):
        party, within = one.answers.get(_PARTY), one.answers.get(_WITHIN)
        if isinstance(within, Duration) and (party is None or party == Reference(partner.id)):
            words = " ".join(str(one.answers.get(name, "")) for name in ("action", "clock_starts"))
            acts.append(Act(stems(words), frozenset({in_common(within)}), own=party is not None))
            times.append((_inside(str(one.answers.get("action", one.reference))), within))
            texts += [words, str(one.answers.get("service_hours", ""))] if party is not None else []
    for governance in reading.facts.of_kind(_GOVERNANCE):
        within = governance.answers.get(_SAFEGUARDING)
        if isinstance(within, Duration):
            acts.append(Act(stems(_SAFE), frozenset({in_common(within)}), own=False))
            times.append((_inside(_SAFE), within))
    for text in (one for gift in _gifts(reading, partner) for one in gift.answers.values() if isinstance(one, str)):
        texts.append(text)
        said = frozenset(all_times(text))
        acts += [Act(stems(text), said, own=False)] if said else []
    volume = "; ".join(str(gift.answers.get("volume", "")) for gift in _gifts(reading, partner))
    return Agreed(tuple(acts), tuple(times), tuple(texts), volume)


def named_meetings(reading: Reading, sentence: str) -> Iterator[Record]:
    """Yield the meetings that a sentence names, in full or by their short name with its capital letter."""
    for meeting in reading.facts.of_kind(_MEETING):
        name, short = (str(meeting.answers.get(each, "")).strip() for each in ("name", "short_name"))
        whole = name and name.casefold() in sentence.casefold()
        if whole or (short and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", sentence)):
            yield meeting


def words_of_meeting(meeting: Record) -> str:
    """Return when a meeting is, how often, and who comes."""
    freq = meeting.answers.get("freq")
    often = frequency_text(freq) if isinstance(freq, Frequency) else ""
    return ". ".join(
        one for one in (often, *(str(meeting.answers.get(each, "")) for each in ("day_time", "members"))) if one
    )


def stems(words: str) -> frozenset[str]:
    """Return the words that say what is done, without their endings."""
    found = (_SAME.get(word, word) for word in re.findall(r"[a-z]{4,}", words.casefold()) if word not in _COMMON)
    return frozenset(re.sub(r"(?:ing|ed|es|s|e)$", "", word) for word in found)


def _gifts(reading: Reading, partner: Record) -> Iterator[Record]:
    """Yield what a partner has agreed to give."""
    return (one for one in reading.facts.of_kind(_GIVES) if one.answers.get(_PARTY) == Reference(partner.id))


def _inside(words: str) -> str:
    return words[:1].lower() + words[1:]
