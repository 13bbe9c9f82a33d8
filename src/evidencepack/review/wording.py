# SPDX-License-Identifier: MPL-2.0
"""CHK-HW and CHK-MO-06: house wording that was overtaken, cannot be used, or was not shown to an adviser yet."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.conditions import holds
from evidencepack.library.model import Clause
from evidencepack.library.rule_words import RuleWords
from evidencepack.library.wording import ADVISERS, HouseWording, Part, house_wordings, part_called, pieces
from evidencepack.library.wording_check import wording_problem
from evidencepack.review.reading import Reading

_SHOWN = 240


def overtaken_wording(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding for each piece of house wording whose standard has changed since; it offers both."""
    for wording, part in _usable(reading):
        if wording.is_behind(part):
            message = words.message.format(
                reference=wording.reference, standard=_news(wording, part), yours=_short(wording.text)
            )
            yield _finding(words, wording, "text", message)


def unusable_wording(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding for each piece of house wording that can no longer be used."""
    for wording in house_wordings(reading.facts):
        if problem := wording_problem(wording, reading.library):
            message = words.message.format(reference=wording.reference, problem=problem)
            yield _finding(words, wording, "text", message)


def unadvised_wording(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding for each document with a clause that needed advice before it was changed; guarded ones apart."""
    for document, wording, clause in _changed(reading):
        if clause.advice and not clause.guarded and not wording.advised:
            advisers = " or ".join(ADVISERS[each] for each in clause.advice)
            yield _about(reading, words, document, wording, adviser=advisers)


def unguarded_wording(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding for each document whose guarded clause was changed without an adviser, a day and a reason."""
    for document, wording, clause in _changed(reading):
        if clause.guarded and not (wording.advised and wording.reason.strip()):
            yield _about(reading, words, document, wording, adviser="")


def _usable(reading: Reading) -> Iterator[tuple[HouseWording, Part]]:
    for wording in house_wordings(reading.facts):
        kind = reading.library.kinds.get(wording.kind)
        part = part_called(kind, wording.part) if kind else None
        if part and wording.replaces(part) and not wording_problem(wording, reading.library):
            yield wording, part


def _changed(reading: Reading) -> Iterator[tuple[Record, HouseWording, Clause]]:
    """Yield every clause in words of the house that a document of the tender really has."""
    said = {wording.reference: wording for wording, _ in _usable(reading)}
    for document in reading.documents:
        kind = reading.library[document.kind]
        for clause in kind.clauses:
            wording = said.get(f"{kind.id}.{clause.key}")
            if wording and holds(clause.when, document.answers, rows=reading.rows(document)):
                yield document, wording, clause


def _about(reading: Reading, words: RuleWords, document: Record, wording: HouseWording, *, adviser: str) -> Finding:
    message = words.message.format(
        document=reading.called(document), clause=wording.heading, reference=wording.reference, adviser=adviser
    )
    path = str(FieldPath(wording.record, "adviser"))
    return Finding(f"CHK-{words.id}", words.severity, document.id, path, message)


def _finding(words: RuleWords, wording: HouseWording, field: str, message: str) -> Finding:
    path = str(FieldPath(wording.record, field))
    return Finding(f"CHK-{words.id}", words.severity, wording.record, path, message)


def _news(wording: HouseWording, part: Part) -> str:
    """Return what the standard says now and did not say then."""
    known = pieces(wording.standard_text)
    fresh = [piece for piece in pieces(part.words) if piece not in known]
    return _short("\n".join(fresh) or part.words)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
