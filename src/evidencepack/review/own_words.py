# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-01 in prose: words of a house or of a document's own that give a meeting another rhythm than its record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Frequency, Table
from evidencepack.library.conditions import holds
from evidencepack.library.entry_choices import frequency_text
from evidencepack.library.model import Clause, RuleWords
from evidencepack.library.wording import house_wordings
from evidencepack.review.overrides import contradictions
from evidencepack.review.reading import Reading
from evidencepack.review.spoken_days import OFTEN, PHRASES

_MEETING, _NAME, _FREQ = "meeting", "name", "freq"
_NEAR = 12


@dataclass(frozen=True, slots=True)
class _Prose:
    """Words that somebody wrote for a document: where they are kept, under which heading, and what they say."""

    document: Record
    path: FieldPath
    heading: str
    text: str


def meetings(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding for each paper that tells a meeting in another way, in a row of its own or in its prose."""
    yield from contradictions(reading, words)
    for prose in _written(reading):
        for meeting in reading.facts.of_kind(_MEETING):
            yield from _contradicted(reading, words, prose, meeting)


def _contradicted(reading: Reading, words: RuleWords, prose: _Prose, meeting: Record) -> Iterator[Finding]:
    name, freq = meeting.answers.get(_NAME), meeting.answers.get(_FREQ)
    if not isinstance(name, str) or not isinstance(freq, Frequency) or not name.strip():
        return
    said = {found for paragraph in prose.text.split("\n") for found in _rhythms(paragraph, name.strip())}
    if said and freq not in said:
        message = words.row_message.format(
            document=reading.called(prose.document),
            fact=prose.heading,
            record=name.strip(),
            here=" and ".join(sorted(map(frequency_text, said))),
            elsewhere=frequency_text(freq),
        )
        yield Finding(f"CHK-{words.id}", words.severity, prose.document.id, str(prose.path), message)


def _rhythms(paragraph: str, name: str) -> Iterator[Frequency]:
    """Yield how often, as far as it is said within twelve words of a name."""
    for named in re.finditer(re.escape(name), paragraph, re.IGNORECASE):
        for said in OFTEN.finditer(paragraph):
            between = paragraph[min(named.end(), said.end()) : max(named.start(), said.start())]
            if len(between.split()) <= _NEAR:
                yield PHRASES[said[0].casefold()]


def _written(reading: Reading) -> Iterator[_Prose]:
    for document in reading.documents:
        for clause in reading.library[document.kind].clauses:
            if holds(clause.when, document.answers, rows=reading.rows(document)):
                yield from _of_house(reading, document, clause)
                yield from _of_its_own(document, clause)


def _of_house(reading: Reading, document: Record, clause: Clause) -> Iterator[_Prose]:
    for wording in house_wordings(reading.facts):
        if (wording.kind, wording.part) == (document.kind, clause.key):
            yield _Prose(document, FieldPath(wording.record, "text"), wording.heading or clause.heading, wording.text)


def _of_its_own(document: Record, clause: Clause) -> Iterator[_Prose]:
    table = document.answers.get(clause.each) if clause.each else None
    for row in table.rows if isinstance(table, Table) else ():
        path = FieldPath(document.id, clause.each, row.id, "words")
        yield _Prose(document, path, str(row.cells.get("heading", "")), str(row.cells.get("words", "")))
