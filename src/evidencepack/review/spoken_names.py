# SPDX-License-Identifier: MPL-2.0
"""Who and what words name: people, organisations and meetings of the tender, by every name that people use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from evidencepack.domain.record import Record
from evidencepack.review.cues import cue_of_names, lacks
from evidencepack.review.reading import Reading
from evidencepack.review.telling import words_in

_NEVER = re.compile(r"(?!)")
_ALSO_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
        Angel April Art Bill Chase Dawn Faith Frank Grace Guy Hope Jack Joy Mark May Pat Rob Rose Sky Sue Summer Will
        """,
    )
)
_TITLE = r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Cllr|Rev)\.? )?"
_TITLED = re.compile(rf"^{_TITLE}")
_RHYTHM = re.compile(r"^(?:daily|weekly|fortnightly|monthly|quarterly|annual|yearly|joint|shared) ", re.IGNORECASE)
COMMON = frozenset({"board", "call", "committee", "forum", "group", "hub", "meeting", "panel", "review", "team"})
"""Words for a meeting that others have too: one of them alone is the name of ours only behind "the" or a rhythm."""

_SORTS = ("meeting", "review", "group", "call", "session")
"""With one of these behind it, the short name of a meeting is its name: "the Workforce meeting"."""

_SHORTEST = 3
_BEHIND = (
    "(?:"
    + "|".join(f"(?<={one} )" for one in ("[Tt]he", "aily", "ekly", "ightly", "onthly", "rterly", "early", "nnual"))
    + ")"
)
"""Behind "the", or a word for how often, a common word is the name of a meeting: "the board", "a monthly board"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that is named: the id of its record, where its name begins and ends, and the name."""

    record: str
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Names:
    """Every name by which records are called, with what finds them."""

    pattern: re.Pattern[str]
    records: Mapping[str, str]
    cue: frozenset[str]

    def find(self, text: str) -> list[Mention]:
        """Return what a text names, in order."""
        if self.cue and lacks(text, self.cue):
            return []
        return [
            Mention(self.records[_fold(one[0])], one.start(), one.end(), one[0]) for one in self.pattern.finditer(text)
        ]


def people_in(reading: Reading, text: str) -> list[Mention]:
    """Return the people whom a text names: in full, or by a first name or surname that only one of them has."""
    return reading.once(_people).find(text)


def holders_in(reading: Reading, text: str) -> list[Mention]:
    """Return the people whom a text names by a job that only one of them has."""
    return reading.once(_holders).find(text)


def organisations_in(reading: Reading, text: str) -> list[Mention]:
    """Return the organisations that a text names, in law or in short."""
    return reading.once(_organisations).find(text)


def meetings_in(reading: Reading, text: str) -> list[Mention]:
    """Return the meetings that a text names: in full, in short, or by a part of the name that is theirs alone."""
    return reading.once(_meetings).find(text)


def called(record: Record) -> str:
    """Return what sentences call a person, an organisation or a meeting."""
    names = (words_in(record, one) for one in ("full_name", "short_name", "legal_name", "name"))
    return next(filter(None, names), record.reference)


def meeting_called(meeting: Record) -> str:
    """Return the name of a meeting."""
    return words_in(meeting, "name") or meeting.reference


def _fold(name: str) -> str:
    return " ".join(_TITLED.sub("", name).casefold().split())


def _names(told: Iterable[tuple[str, str, str]]) -> Names:
    """Return names from what is told: a name, the id of its record, and a pattern that finds it."""
    owners: dict[str, str] = {}
    patterns: dict[str, str] = {}
    for name, record, pattern in told:
        key = _fold(name)
        if key and owners.setdefault(key, record) == record:
            patterns[key] = pattern
    longest = [patterns[one] for one in sorted(patterns, key=len, reverse=True)]
    any_of_them = re.compile(rf"(?<![\w’'-])(?:{'|'.join(longest)})(?![\w-])") if longest else _NEVER
    return Names(any_of_them, owners, cue_of_names(patterns))


def _people(reading: Reading) -> Names:
    people = list(reading.facts.of_kind("contact"))
    return _names(_of_people(people))


def _holders(reading: Reading) -> Names:
    return _names(_titles(list(reading.facts.of_kind("contact"))))


def _of_people(people: list[Record]) -> Iterator[tuple[str, str, str]]:
    full = {one.id: _TITLED.sub("", words_in(one, "full_name")) for one in people}
    parts = {one: _parts(name) for one, name in full.items() if name}
    count = Counter(part for each in parts.values() for part in set(each))
    for one in people:
        if full[one.id]:
            yield full[one.id], one.id, _TITLE + re.escape(full[one.id])
    for record, each in parts.items():
        for part in each:
            if count[part] == 1 and len(part) >= _SHORTEST and part not in _ALSO_WORDS:
                yield part, record, _TITLE + re.escape(part)
    for one in people:
        if words_in(one, "preferred_form"):
            yield words_in(one, "preferred_form"), one.id, re.escape(words_in(one, "preferred_form"))


def _titles(people: list[Record]) -> Iterator[tuple[str, str, str]]:
    """Yield the jobs that only one person has, as names: "the Registered Manager"."""
    jobs = [words_in(one, "job_title") for one in people]
    for one, job in zip(people, jobs, strict=True):
        alone = sum(job.casefold() in other.casefold() for other in jobs) == 1
        if " " in job and alone:
            yield job, one.id, re.escape(job)


def _parts(name: str) -> tuple[str, ...]:
    """Return the first name and what stands behind it."""
    first, _, last = name.partition(" ")
    return tuple(filter(None, (first, last)))


def _organisations(reading: Reading) -> Names:
    def told() -> Iterator[tuple[str, str, str]]:
        for one in reading.facts.of_kind("organisation"):
            for name in (words_in(one, "legal_name"), words_in(one, "short_name")):
                if len(name) >= _SHORTEST:
                    yield name, one.id, re.escape(name)

    return _names(told())


def _meetings(reading: Reading) -> Names:
    meetings = list(reading.facts.of_kind("meeting"))
    aliases = [(alias, one.id) for one in meetings for alias in (*_aliases(one), one.reference)]
    count = Counter(_fold(alias) for alias, _ in dict.fromkeys((_fold(alias), one) for alias, one in aliases))
    once = [(alias, one) for alias, one in aliases if count[_fold(alias)] == 1]
    return _names((alias, one, _loose(alias)) for alias, one in once)


def _aliases(meeting: Record) -> Iterator[str]:
    """Yield what a meeting may be called: its name, its name without "weekly", the ends of its name."""
    name, short = words_in(meeting, "name"), words_in(meeting, "short_name")
    words = name.split()
    ends = (" ".join(words[at:]) for at in range(len(words)))
    first_and_last = [f"{words[0]} {words[-1]}"] if len(words) > 2 else []
    said = [name, _RHYTHM.sub("", name), *first_and_last, *([short] if " " in short else [])]
    said += [one for one in ends if one.casefold() == short.casefold() or len(one.split()) > 1]
    said += [f"{short} {one}" for one in _SORTS if short and short.casefold() not in COMMON]
    yield from dict.fromkeys(one for one in said if len(one) >= _SHORTEST)


def _loose(alias: str) -> str:
    """Return a pattern of a name: one word counts with its capital letter, or behind "the"; more count in any case."""
    if " " in alias or any(one.isdigit() for one in alias):
        words = r"\s+".join(map(re.escape, alias.split()))
        return rf"(?i:{words})"
    # "The board of directors" and "a review" are no names; "the Board", "the review" and "our huddle" are.
    upper, lower = alias[:1].upper() + alias[1:], alias[:1].lower() + alias[1:]
    behind = _BEHIND if lower in COMMON else ""
    return rf"(?:{re.escape(upper)}|{behind}{re.escape(lower)})(?! of\b)"
