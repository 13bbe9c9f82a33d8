# SPDX-License-Identifier: MPL-2.0
"""CHK-RF-51: words that name something by its reference code, such as F2 or KPI-07, and it is not in the tender."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from evidencepack.domain.examples import NUMBER
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Table
from evidencepack.library.rule_words import RuleWords
from evidencepack.library.wording import HOUSE_WORDING
from evidencepack.review.cues import NUMBER as A_NUMBER
from evidencepack.review.cues import cue, lacks
from evidencepack.review.prose import prose_of
from evidencepack.review.reading import Reading

_BUYERS = frozenset({"tender", "question", "lot", "slot"})
"""Kinds whose codes are the buyer's: what we have not entered of them may be there all the same."""

_NUMBERED = cue(A_NUMBER)
_CODE = re.compile(r"(?P<stem>.*?[A-Za-z][-/ ]?)(?P<number>\d{1,3})")
_BEHIND = 3
"""A code without a hyphen ("F12") is one only up to so many above the highest there is: "M25" is a motorway."""

_OTHER = r"(?! (?:19|20)\d\d\b)(?! \d[A-Z]{2}\b)"
"""What follows no code of ours: a year ("Q4 2026", "H1 2027"), the rest of a postcode ("M4 7AB")."""


@dataclass(slots=True)
class _Known:
    """The codes there are, by what stands before the number; and what a thing with such a code is called."""

    numbers: dict[str, set[int]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)

    def add(self, code: str, title: str) -> None:
        """Take a code in, if it is one."""
        found = _CODE.fullmatch(code)
        if found:
            self.numbers.setdefault(found["stem"], set()).add(int(found["number"]))
            self.titles.setdefault(found["stem"], title)

    def lacks(self, stem: str, number: int) -> bool:
        """Whether a code is of a sort that is known, and is not there."""
        numbers = self.numbers[stem]
        within = stem[-1] in "-/ " or number <= max(numbers, default=0) + _BEHIND
        return within and number not in numbers


def lost_names(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield one finding for each answer of a record whose words name what the tender does not hold."""
    known, pattern = reading.once(_there)
    for prose in prose_of(reading, record) if known.numbers else ():
        lost = {
            found[0]: known.titles[found["stem"]]
            for found in (() if lacks(prose.text, _NUMBERED) else pattern.finditer(prose.text))
            if known.lacks(found["stem"], int(found["number"]))
        }
        if lost:
            message = words.message.format(
                document=reading.called(prose.about),
                label=prose.label,
                codes=" and ".join(lost),
                record=" or ".join(dict.fromkeys(lost.values())),
            )
            yield Finding(f"CHK-{words.id}", words.severity, prose.about.id, str(prose.path), message)


def _there(reading: Reading) -> tuple[_Known, re.Pattern[str]]:
    known = _known(reading)
    return known, _pattern(known.numbers)


def _known(reading: Reading) -> _Known:
    known, library, records = _Known(), reading.library, reading.facts.records
    for record in records.values():
        kind = library[record.kind]
        if record.kind not in _BUYERS and record.kind != HOUSE_WORDING:
            known.add(record.reference, kind.title.lower())
        for code in reading.once(_numbered_rows, record.id):
            known.add(code, "such row")
    there = {record.kind for record in records.values()}
    for kind in library.kinds.values():
        if kind.id not in there | _BUYERS and not kind.shared and len(kind.reference) > 1:
            known.numbers.setdefault(f"{kind.reference}-", set())
            known.titles.setdefault(f"{kind.reference}-", kind.title.lower())
    return known


def _numbered_rows(reading: Reading, name: str) -> tuple[str, ...]:
    """Return the numbers of the rows of a record's tables, such as R-06."""
    tables = [said for said in reading.facts.records[name].answers.values() if isinstance(said, Table)]
    codes = (row.cells.get(NUMBER) for table in tables for row in table.rows)
    return tuple(code for code in codes if isinstance(code, str))


def _pattern(numbers: Mapping[str, set[int]]) -> re.Pattern[str]:
    stems = "|".join(re.escape(stem) for stem in sorted(numbers, key=len, reverse=True))
    return re.compile(rf"(?<![\w/-])(?<!the )(?P<stem>{stems or '(?!)'})(?P<number>\d{{1,3}})(?![\w-]|\.\d){_OTHER}")
