# SPDX-License-Identifier: MPL-2.0
"""Sentences that somebody typed: where each one stands, what its line is about, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference, Row, Scalar, Table
from evidencepack.review.cues import cue, lacks
from evidencepack.review.prose import Prose, prose_of
from evidencepack.review.reading import Reading
from evidencepack.review.spoken_limits import Limit, limits

_PIECE = re.compile(r"(?:[^.!?;\n]+|[.!?;](?!\s|$))+[.!?;]*")
_TIME = re.compile(
    r"minute|hour|day|week|month|\d ?(?:h|hrs?|mins?)\b|fortnight|once\b|away\b|immediately|instantly|morning"
)
_ANY_TIME = cue(
    "minute min mins hour hours h hr hrs day days week weeks month fortnight once away straight immediately "
    "instantly morning"
)
_PAUSE, _NEAR = re.compile(r"[;,:()]| and | but | so "), 40
_OWNER = ("party", "partner", "payee", "organisation", "holder", "processor")
_ABOUT: Mapping[str, tuple[str, ...]] = {
    "audit": ("what",),
    "continuity_plan": (),
    "contribution": ("what", "volume"),
    "data_flow": ("name", "purpose"),
    "guarantee": ("promise",),
    "handover_rule": ("when",),
    "kpi": ("name",),
    "response_time": ("case_type", "clock_starts", "action"),
    "risk": ("category", "event", "cause"),
    "stop_rule": ("rule_type", "trigger"),
}
"""The answers that say what a record is about, by its kind."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: the answer in which it stands, where it begins there, what it says.

    ``about`` are words that say what its line or its record is about, ``owner`` the id of the organisation whose it is
    (empty where none is named), ``before`` the sentence before it in the same answer.
    """

    prose: Prose
    start: int
    text: str
    about: str = ""
    owner: str = ""
    before: str = ""

    @property
    def whole(self) -> str:
        """What it says, and what it is about."""
        return f"{self.text} {self.about}"


def sentences_of(reading: Reading, record: Record) -> tuple[Sentence, ...]:
    """Return the sentences of a record that others read."""
    return reading.once(_sentences, record.id)


def with_limits(reading: Reading, record: Record) -> tuple[tuple[Sentence, tuple[Limit, ...]], ...]:
    """Return the sentences of a record that say by when something is done, with those times."""
    return reading.once(_with_limits, record.id)


def _with_limits(reading: Reading, name: str) -> tuple[tuple[Sentence, tuple[Limit, ...]], ...]:
    there = (one for one in reading.once(_sentences, name) if not lacks(one.text, _ANY_TIME))
    told = ((one, limits(one.text)) for one in there if _TIME.search(one.text))
    return tuple((one, times) for one, times in told if times)


def clause_around(text: str, span: tuple[int, int]) -> str:
    """Return the clause of a sentence in which something stands: what another clause says is no matter."""
    before, after = _PAUSE.split(text[: span[0]])[-1], _PAUSE.split(text[span[1] :])[0]
    return f"{before[-_NEAR:]}{text[slice(*span)]}{after[:_NEAR]}"


def in_text(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence of a text, and each part of one between semicolons, with where it begins."""
    for found in _PIECE.finditer(text):
        piece = found[0]
        if words := piece.strip():
            yield found.start() + piece.index(words[0]), words


def _sentences(reading: Reading, name: str) -> tuple[Sentence, ...]:
    record = reading.facts.records[name]
    return tuple(one for prose in prose_of(reading, record) for one in _of_prose(record, prose))


def _of_prose(record: Record, prose: Prose) -> Iterator[Sentence]:
    row = _row(record, prose)
    cells: Mapping[str, Scalar] = row.cells if row else {}
    about = " ".join(said for name, said in cells.items() if isinstance(said, str) and name != prose.path.column)
    about = about or " ".join(str(record.answers.get(one, "")) for one in _ABOUT.get(record.kind, ()))
    owner, before = _owner(cells) or _owner_of(record), ""
    for start, text in in_text(prose.text):
        yield Sentence(prose, start, text, about, owner, before)
        before = text


def _row(record: Record, prose: Prose) -> Row | None:
    table = record.answers.get(prose.path.field) if prose.path.row and prose.path.record == record.id else None
    return next((row for row in table.rows if row.id == prose.path.row), None) if isinstance(table, Table) else None


def _owner(said: Mapping[str, Scalar]) -> str:
    links = (said.get(name) for name in _OWNER)
    return next((link.record for link in links if isinstance(link, Reference)), "")


def _owner_of(record: Record) -> str:
    links = (record.answers.get(name) for name in _OWNER)
    return next((link.record for link in links if isinstance(link, Reference)), "")
