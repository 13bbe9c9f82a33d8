# SPDX-License-Identifier: MPL-2.0
"""A tender at a glance: what the buyer asks, the days that count, and how far the papers of each partner are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Choices, Duration, Number, Percentage, Reference, Table
from evidencepack.library.model import Library
from evidencepack.usecases.documents import NOTHING_SEEN, DocumentRow, KnownRows, Seen, document_rows

WHOLE = ""
"""Stands for the whole partnership where an organisation could stand."""


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question of the buyer: id, reference, its words, per cent of the marks and words allowed (None: not said).

    ``slots`` are the names of the places on the portal for it, ``appendix`` whether one may be attached, ``documents``
    how many papers name it and ``ready`` how many of them are ready.
    """

    id: str
    reference: str
    text: str
    weight: Decimal | None
    words: int | None
    slots: tuple[str, ...]
    appendix: bool
    documents: int
    ready: int


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day that counts: the question it answers ("submission_deadline"), the day, and a time (may be empty)."""

    field: str
    day: date
    time: str = ""


_DAYS = ("published", "clarification_deadline", "submission_deadline", "award_date", "contract_start")


def tender_facts_line(facts: Facts) -> Mapping[str, str]:
    """Return what is said of a tender in a few words, by the name of the fact; what is not known is left out."""
    tender = facts.records[facts.tender]
    side, size = tender.answers.get("appendix_side_limit"), tender.answers.get("file_max_mb")
    formats, term = tender.answers.get("file_formats"), tender.answers.get("initial_term")
    rules = (
        ", ".join(one.upper() for one in formats.chosen) if isinstance(formats, Choices) else "",
        f"{size.amount.normalize():f} MB each" if isinstance(size, Number) else "",
        f"{side.amount.normalize():f} sides" if isinstance(side, Number) else "",
    )
    length = f"{term.amount.normalize():f} {term.unit.value}" if isinstance(term, Duration) else ""
    more = str(tender.answers.get("extension_options", ""))
    found = {
        "buyer": _name(facts, tender.answers.get("buyer")),
        "reference": tender.reference,
        "lot": _name(facts, tender.answers.get("lot")),
        "files": ", ".join(filter(None, rules)),
        "term": " + ".join(filter(None, (length, more))),
    }
    return {name: words for name, words in found.items() if words}


def question_rows(
    facts: Facts, library: Library, known: KnownRows | None = None, *, seen: Seen = NOTHING_SEEN
) -> tuple[QuestionRow, ...]:
    """Return the buyer's questions in their order; ``known`` and ``seen`` as ``document_rows`` takes them."""
    papers = document_rows(facts, library, known=known, seen=seen)
    naming = {paper.id: _named(facts.records[paper.id]) for paper in papers}
    return tuple(
        _question(facts, record, [paper for paper in papers if record.id in naming[paper.id]])
        for record in facts.of_kind("question")
    )


def day_rows(facts: Facts) -> tuple[DayRow, ...]:
    """Return the days that are known, the first one first."""
    tender = facts.records[facts.tender]
    time = str(tender.answers.get("submission_time", ""))
    days = ((name, tender.answers.get(name)) for name in _DAYS)
    found = (
        DayRow(name, day, time if name == "submission_deadline" else "") for name, day in days if isinstance(day, date)
    )
    return tuple(sorted(found, key=lambda row: row.day))


def partners_of(facts: Facts) -> tuple[Record, ...]:
    """Return the organisations that take part and are not the one that leads, each once, as entered."""
    tender = facts.records[facts.tender]
    lead = tender.answers.get("lead_provider")
    out = {lead.record} if isinstance(lead, Reference) else set()
    named: dict[str, Record] = {}
    for partnership in facts.of_kind("partnership"):
        link = partnership.answers.get("organisation")
        found = facts.get(link.record) if isinstance(link, Reference) else None
        if found is not None and found.id not in out and partnership.answers.get("partner_stage") != "left":
            named[found.id] = found
    return tuple(named.values())


def partner_of(facts: Facts, document: Record, partners: Mapping[str, Record]) -> str:
    """Return the id of the partner that a paper is about alone; ``WHOLE`` where it is everybody's.

    Of a single partner, what names it is everybody's too, unless the paper asks for the partner that it is about.
    """
    del facts
    link = document.answers.get("partner")
    if isinstance(link, Reference) and link.record in partners:
        return link.record
    named = {name for name in _named(document) if name in partners}
    return named.pop() if len(named) == 1 < len(partners) else WHOLE


def _question(facts: Facts, record: Record, papers: list[DocumentRow]) -> QuestionRow:
    weight, words = record.answers.get("weighting_pct"), record.answers.get("word_limit")
    return QuestionRow(
        record.id,
        record.reference,
        str(record.answers.get("text", "")),
        weight.per_cent if isinstance(weight, Percentage) else None,
        int(words.amount) if isinstance(words, Number) else None,
        tuple(_slots(facts, record)),
        record.answers.get("appendix_allowed") is not False,
        len(papers),
        sum(paper.is_ready for paper in papers),
    )


def _slots(facts: Facts, question: Record) -> Iterator[str]:
    for slot in facts.of_kind("slot"):
        table = slot.answers.get("for_questions")
        named = isinstance(table, Table) and any(Reference(question.id) in row.cells.values() for row in table.rows)
        if named:
            yield str(slot.answers.get("name", slot.reference))


def _named(record: Record) -> frozenset[str]:
    """Return the records that a paper names itself: in its answers, and in the rows of its tables."""
    answers = [*record.answers.values()]
    rows = (row for answer in answers if isinstance(answer, Table) for row in answer.rows)
    links = (*answers, *(cell for row in rows for cell in row.cells.values()))
    return frozenset(link.record for link in links if isinstance(link, Reference))


def _name(facts: Facts, link: object) -> str:
    found = facts.get(link.record) if isinstance(link, Reference) else None
    return str(found.answers.get("legal_name") or found.answers.get("name") or found.reference) if found else ""
