# SPDX-License-Identifier: MPL-2.0
"""What records are called, made ready to be looked through with every key somebody types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from evidencepack.domain.record import Record
from evidencepack.library.model import Kind, Library
from evidencepack.usecases.listing import title_of
from evidencepack.usecases.matching import line_of, not_in

_CHECK = line_of("check your answers")


@dataclass(slots=True)
class NamingLines:
    """The names of records, each in one line. A record is read once, and again when it is another one.

    Whoever searches keeps one of these from key to key: reading the names of 10,000 documents takes half a second,
    looking through their lines a few milliseconds.
    """

    _lines: dict[str, tuple[Record, str]] = field(default_factory=dict)
    _steps: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _questions: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def missing(self, typed: Sequence[str], record: Record, library: Library) -> tuple[str, ...]:
        """Return those of some folded words that are in no name of a record; none where the record is meant."""
        known = self._lines.get(record.id)
        if known is None or known[0] is not record:
            known = self._lines[record.id] = (record, _line(record, library))
        return not_in(typed, known[1])

    def steps(self, words: Sequence[str], kind: Kind) -> tuple[int, ...]:
        """Return the steps of a kind, from 0, whose titles have all the words."""
        lines = self._steps.setdefault(kind.id, tuple(line_of(step.title) for step in kind.steps))
        return tuple(at for at, line in enumerate(lines) if not not_in(words, line))

    def questions(self, words: Sequence[str], kind: Kind) -> tuple[str, ...]:
        """Return the questions of a kind, by the names of their fields, whose labels have all the words."""
        asked = {name for step in kind.steps for name in step.fields}
        lines = self._questions.setdefault(
            kind.id, tuple((one.id, line_of(one.label)) for one in kind.fields.values() if one.id in asked)
        )
        return tuple(name for name, line in lines if not not_in(words, line))


def means_check(words: Sequence[str]) -> bool:
    """Whether some folded words mean the page with all answers of a document."""
    return not not_in(words, _CHECK)


def names_of(record: Record, library: Library) -> list[str]:
    """Return everything that a record is called, in whatever script."""
    fields = library[record.kind].fields
    named = (answer for name, answer in record.answers.items() if "name" in name and name in fields)
    return [title_of(record), *(answer for answer in named if isinstance(answer, str))]


def _line(record: Record, library: Library) -> str:
    kind = library[record.kind]
    titles = (kind.title, kind.plain_title) if kind.document else ()
    return line_of(*titles, record.reference, *names_of(record, library))
