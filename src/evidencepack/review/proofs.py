# SPDX-License-Identifier: MPL-2.0
"""What can hold a promise up: results of a measure, a case study, a letter, a dated paper; or what is only kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from evidencepack.domain.record import Record
from evidencepack.domain.values import Number, Reference, Row
from evidencepack.library.entry_dates import month_of
from evidencepack.review.amounts import amount_text
from evidencepack.review.letters import LETTER
from evidencepack.review.named_records import all_named, named_in
from evidencepack.review.partners import partners_of
from evidencepack.review.reading import Reading
from evidencepack.review.telling import listed, rows, words_in

MEASURE, STORY, PAPER = "kpi", "case_study", "evidence_item"
"""The kinds of record that prove something."""

CONTRIBUTION = "contribution"
"""The kind of record that says what a partner brings."""

_RESULTS, _SUPPORTS = "readings", "supports"
_SHARES = {"pct": Decimal(100), "per_1000": Decimal(1000)}
_FEW = 5
_MONTH = re.compile(
    r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\s+(?P<year>20\d\d)\b"
)


@dataclass(frozen=True, slots=True)
class Proof:
    """Something that is said to hold a promise up: its record (empty for what is only kept), path, words and day.

    ``again``: it only makes the promise once more, as a letter does. ``of``: the other partner whose work it shows,
    which holds up nothing here; empty where it is about whoever promises.
    """

    record: str
    path: str
    called: str
    day: date | None = None
    again: bool = False
    of: str = ""

    @property
    def shows(self) -> bool:
        """Whether it shows what is promised: it has a day, so that it is evidence and no intention."""
        return self.day is not None and not self.again and not self.of


def is_proof(record: Record) -> bool:
    """Whether a record is there to prove another thing: a measure with a target and a certificate prove themselves."""
    if record.kind == MEASURE:
        return "target" not in record.answers and _latest(record) is not None
    return record.kind == STORY or record.answers.get("evidence_type") not in {"certificate", "policy"}


def of_measure(measure: Record) -> Proof:
    """Return what a measure proves: its latest result; nothing dated while it has none."""
    name = f"{measure.reference} {words_in(measure, 'short_name') or words_in(measure, 'name')}"
    latest = _latest(measure)
    if latest is None:
        return Proof(measure.id, f"{measure.id}/{_RESULTS}", f"{name}: no result yet")
    number, end = latest
    return Proof(measure.id, f"{measure.id}/{_RESULTS}", f"{name}: {amount_text(measure, number)}", end)


def of_paper(reading: Reading, paper: Record) -> Proof:
    """Return what a document or a kept paper proves, by its own day or that of its version.

    A case study is as old as the time it tells of, whatever its version.
    """
    days = (paper.answers.get(name) for name in ("dated", "letter_date", "version_date"))
    day = next((one for one in days if isinstance(one, date)), None)
    if paper.kind == STORY:
        day = last_month_in(words_in(paper, "period")) or day
    return Proof(paper.id, paper.id, _called(reading, paper), day)


def last_month_in(period: str) -> date | None:
    """Return the last day of the last month that words name with its year: "May to August 2026"; None for none."""
    found = [*_MONTH.finditer(period)]
    if not found:
        return None
    month, year = month_of(found[-1]["month"]), int(found[-1]["year"])
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def of_words(reading: Reading, record: Record, field: str) -> Iterator[Proof]:
    """Yield the proofs that an answer names by their references; the words themselves where it names none."""
    words = words_in(record, field)
    named = named_in(reading, words)
    for one in named:
        yield of_measure(one) if one.kind == MEASURE else of_paper(reading, one)
    if words and not named:
        yield Proof("", f"{record.id}/{field}", words)


def of_stories(reading: Reading, contribution: Record, party: Record | None) -> Iterator[Proof]:
    """Yield the case studies of a partner that are about one of its contributions.

    They name the contribution, or one of its measures. Where it names no measure, those of a partner that gives
    nothing else are about it too; but of whoever leads every case study tells.
    """
    if party is None:
        return
    meant = {contribution.id, *(one.id for one in named_in(reading, words_in(contribution, "measure")))}
    alone = len(meant) == 1 and party.id not in reading.leads() and _gives(reading, party) == [contribution.id]
    for story in reading.of(STORY):
        if party.id in _owners(story) and (alone or meant & all_named(reading, story)):
            yield of_paper(reading, story)


def of_letters(reading: Reading, party: Record | None) -> Iterator[Proof]:
    """Yield the letters of a partner: they print all that it gives, and promise it once more."""
    for letter in reading.of(LETTER):
        if party is not None and letter.answers.get("partner") == Reference(party.id):
            yield replace(of_paper(reading, letter), again=True)


def rightly_of(reading: Reading, proof: Proof, party: Record | None) -> Proof:
    """Return a proof, which says whose it is where it shows the work of another partner and not of who promises.

    What whoever leads the bid counts or keeps may be about anybody, and so may what comes from outside the bid.
    """
    record = reading.facts.get(proof.record)
    owners = _owners(record) if record else frozenset[str]()
    if party is None or not owners or party.id in owners or owners & reading.leads():
        return proof
    others = [one.name for one in partners_of(reading) if one.id in owners]
    return replace(proof, of=listed(others)) if others else proof


def _gives(reading: Reading, party: Record) -> list[str]:
    return [one.id for one in reading.of(CONTRIBUTION) if one.answers.get("party") == Reference(party.id)]


def _owners(record: Record) -> frozenset[str]:
    """Return the organisations whose work or whose paper a proof is; none for what everybody supplies."""
    links = [record.answers.get(name) for name in ("party", "supplied_with", "organisation", "partner")]
    links += [row.cells.get("organisation") for row in rows(record, "partners")]
    return frozenset(one.record for one in links if isinstance(one, Reference))


def of_kept_papers(reading: Reading, record: Record) -> Iterator[Proof]:
    """Yield the kept papers that say that they hold a record up."""
    for paper in reading.of(PAPER):
        if any(one.id == record.id for one in named_in(reading, words_in(paper, _SUPPORTS))):
            yield of_paper(reading, paper)


def _called(reading: Reading, paper: Record) -> str:
    """Return what a line calls a paper: a kept one by its title, a document by its kind and reference."""
    return f"{paper.reference} {words_in(paper, 'title')}" if paper.kind == PAPER else reading.called(paper)


def _latest(measure: Record) -> tuple[Decimal, date] | None:
    """Return the latest result of a measure and the last day of its period; few cases are no result."""
    found = (_result(measure, row) for row in rows(measure, _RESULTS))
    return max((one for one in found if one), key=lambda one: one[1], default=None)


def _result(measure: Record, row: Row) -> tuple[Decimal, date] | None:
    end, cases = row.cells.get("period_end"), _amount(row, "cases")
    if not isinstance(end, date) or (cases is not None and cases < _FEW):
        return None
    factor, met = _SHARES.get(str(measure.answers.get("unit"))), _amount(row, "met")
    number = met / cases * factor if factor and met is not None and cases else _amount(row, "result")
    return (number, end) if number is not None else None


def _amount(row: Row, name: str) -> Decimal | None:
    found = row.cells.get(name)
    return found.amount if isinstance(found, Number) else None
