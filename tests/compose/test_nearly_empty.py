# SPDX-License-Identifier: MPL-2.0
"""Every kind of document before anybody has answered a question: it makes sense, and says what is next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from tests.shipped import LIBRARY

from evidencepack.blocks.blocks import (
    Block,
    Bullets,
    Callout,
    Clause,
    Figure,
    Figures,
    Heading,
    PageBreak,
    Paragraph,
    Style,
    Table,
)
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import CrossReference, Inlines, Text
from evidencepack.bootstrap import Program
from evidencepack.compose.document import compose
from evidencepack.compose.drafts import missing_values
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience, Visibility
from evidencepack.library.conditions import holds
from evidencepack.library.model import Field, Library
from evidencepack.library.rows import reader, shared_rows

KINDS = sorted(name for name, kind in LIBRARY.kinds.items() if kind.document)
BOTH = pytest.mark.parametrize("among", ["alone", "in the sample"])
EVERY = pytest.mark.parametrize("name", KINDS)
_LISTS = (Bullets, Table, Callout, Figure, Figures)
_NOTHING = re.compile(r"\bNone\b(?! has)|\b0 (?!of\b)[a-z]+|entered yet|\(\)|\.\.|,,|,\.|: *[.;]| [,.;](?:\s|$)|^[,.;]")


_BARE = Facts("t1", {"t1": Record("t1", "tender", "CBC-2027-01")})
_LATER = {
    "common_ground/deal_breakers": "it stays with the partners unless they say otherwise",
    "common_ground/deal_breakers_seen_by": "it is asked for what the buyer may not see",
    "dsa/dpia_date": "the gap is whether the assessment is done; then its date",
    "governance/readers": "the gap is the day of adoption; then who has read the paper",
    "raci/letters": "the gaps are the tasks and the people that letters stand between",
    "risk_register/parties": "it says for whom the register is, and is not printed",
}
"""Needed answers that an empty paper has no gap for, and why."""


@pytest.fixture
def facts(request: pytest.FixtureRequest, among: str) -> Facts:
    """Return a tender of which only the reference is known, or the sample with all its records."""
    if among == "alone":
        return _BARE
    sample: Facts = request.getfixturevalue("sample_facts")
    return sample


def _empty(facts: Facts, library: Library, name: str, audience: Audience = Audience.PACK) -> Document:
    """Return the document of a record with no answer but the ways of working, which the tender shares, as they are."""
    record = Record("new", name, "NEW-01")
    within = Facts(facts.tender, {**facts.records, "new": record})
    return compose(library[name], record, facts=within, library=library, audience=audience)


def _words(inlines: Inlines) -> str:
    return plain(tuple(Text("clause 1") if isinstance(one, CrossReference) else one for one in inlines))


def _texts(block: Block) -> Iterator[str]:
    """Give what a reader sees of a block, paragraph by paragraph; captions and cells too."""
    match block:
        case Heading() | Paragraph() | Clause():
            yield _words(block.inlines)
        case Bullets():
            yield from map(_words, block.items)
        case Callout():
            yield from (_words(words) for row in ((block.title, block.aside), *block.rows) for words in row)
        case Table():
            rows = (*block.head, *block.rows)
            yield from (_words(cell.lines[-1]) for row in rows for cell in row.cells if cell.lines)
            yield _words(block.note)


def _blocks(document: Document) -> list[Block]:
    return [block for section in document.sections for block in section.blocks]


def _pairs(facts: Facts, library: Library, name: str) -> Iterator[tuple[Block, Block]]:
    """Give each block with the one that follows it, in the copies for every reader."""
    for audience in Audience:
        yield from pairwise([*_blocks(_empty(facts, library, name, audience)), PageBreak()])


def _introduces(block: Block, following: Block) -> bool:
    if isinstance(block, Clause) and isinstance(following, Clause):
        return following.level > block.level
    return isinstance(following, _LISTS)


@BOTH
@EVERY
def test_nothing_is_introduced_that_does_not_come(program: Program, facts: Facts, name: str) -> None:
    for block, following in _pairs(facts, program.library, name):
        if not _introduces(block, following):
            assert [text for text in _texts(block) if text.endswith(":")] == []


@EVERY
def test_nothing_is_counted_that_is_not_there(program: Program, name: str) -> None:
    said = [text for block, _ in _pairs(_BARE, program.library, name) for text in _texts(block)]
    assert [text for text in said if _NOTHING.search(text)] == []


@BOTH
@EVERY
def test_under_every_heading_something_stands(program: Program, facts: Facts, name: str) -> None:
    for block, following in _pairs(facts, program.library, name):
        if isinstance(block, Heading) or (isinstance(block, Clause) and block.level == 1):
            assert not isinstance(following, Heading | PageBreak), plain(block.inlines)
            assert not (isinstance(following, Clause) and following.level == 1), plain(block.inlines)


def test_every_needed_answer_has_a_gap_in_one_of_the_papers(program: Program) -> None:
    library = program.library
    records = {name: Record(name, name, f"{name}-1") for name in KINDS}
    facts = Facts(_BARE.tender, {**_BARE.records, **records})
    made = (
        compose(library[name], records[name], facts=facts, library=library, audience=Audience.PACK) for name in KINDS
    )
    gaps = {path for document in made for value in missing_values(document) for path in value.paths}
    needed = {f"{name}/{field.id}" for name in KINDS for field in _needed(records[name], facts, library)}
    assert needed - gaps == set(_LATER)


@EVERY
def test_a_nearly_empty_document_says_that_it_is_a_draft(program: Program, name: str) -> None:
    document = _empty(_BARE, program.library, name)
    assert document.running.draft.startswith("Draft: ")
    notes = [block for block in _blocks(document)[:4] if isinstance(block, Paragraph) and block.style is Style.FACTS]
    opening = document.running.draft.split(" missing")[0]
    assert any(plain(note.inlines).startswith(f"{opening} answer") for note in notes)


def test_no_document_of_the_sample_is_a_draft(program: Program, sample_facts: Facts) -> None:
    library = program.library
    for record in sample_facts.records.values():
        if library[record.kind].document:
            made = compose(library[record.kind], record, facts=sample_facts, library=library, audience=Audience.PACK)
            assert made.running.draft == "", record.reference


def _needed(record: Record, facts: Facts, library: Library) -> Iterator[Field]:
    """Give the fields that a pack prints and that nobody may leave out; without a version the footer says “draft”."""
    for field in library[record.kind].fields.values():
        seen = field.visibility is Visibility.PACK and not field.unused and field.id != "version"
        if field.required and seen and holds(field.shown_when, {}, rows=reader(record, facts, library)):
            rows = shared_rows(record, field, facts, library) if field.rows_of else ()
            if not any(rows):
                yield field
