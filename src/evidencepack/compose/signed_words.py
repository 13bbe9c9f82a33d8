# SPDX-License-Identifier: MPL-2.0
"""What somebody agreed to by signing a paper: a fingerprint of its words, kept when the signature is recorded.

As long as the paper says the same, the signature stands. With other words it does not count; with the same words again
it does. A frozen version of the paper, once there is one, keeps the words whole under the same name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from evidencepack.blocks.blocks import Block, Figure, Figures, Paragraph, Signature, Style, Table
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Inline, Link, Text, Value
from evidencepack.blocks.walk import inlines_in
from evidencepack.compose.signed import EXCEPTIONS, PAPER, PARTY, SIGN_OFF, SIGNED_ON, SIGNINGS
from evidencepack.compose.weighing import Weighing
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Weight
from evidencepack.domain.values import Reference, Row
from evidencepack.domain.values import Table as Rows
from evidencepack.library.model import Library

SIGNED_WORDS, KEPT = "signed_words", "kept"
"""The kind of record that keeps fingerprints of what was signed, and its table: signing, words, signed_on."""

SIGNING, WORDS, DAY = "signing", "words", "signed_on"

SINCE = "the words of the paper have changed since"
"""What stands as an exception beside a signature on other words."""

_STATUS, _SIGNED = "status", "signed"


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that is recorded: its id, the paper it stands on, for whom (an id, or empty) and of which day.

    The id is that of its row in a sign-off sheet. Where a paper is said to be signed and no row says so, it is the
    paper's own, and no day is known.
    """

    id: str
    paper: Record
    party: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept of a signature: the row that keeps it, the fingerprint, and the day of the signature."""

    record: str
    row: str
    words: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a paper says to those who sign it: the fingerprint of its words, and the records that it speaks of."""

    words: str
    records: frozenset[str]


def signatures_in(facts: Facts, library: Library) -> tuple[Signed, ...]:
    """Return the signatures that are recorded, on papers that there are."""
    papers = {one.reference: one for one in facts.records.values() if library[one.kind].document}
    rows = tuple(_rows(facts, papers))
    named = {one.paper.id for one in rows}
    said = (one for one in papers.values() if one.answers.get(_STATUS) == _SIGNED and one.id not in named)
    return (*rows, *(Signed(one.id, one) for one in said))


def kept_in(facts: Facts) -> Mapping[str, Kept]:
    """Return what was kept of signatures, by their ids."""
    found = {}
    for record in facts.of_kind(SIGNED_WORDS):
        table = record.answers.get(KEPT)
        for row in table.rows if isinstance(table, Rows) else ():
            day = row.cells.get(DAY)
            words = str(row.cells.get(WORDS, ""))
            found[str(row.cells.get(SIGNING, ""))] = Kept(
                record.id, row.id, words, day if isinstance(day, date) else None
            )
    return found


def changed_signatures(facts: Facts, library: Library, words: Callable[[Record], str]) -> tuple[Signed, ...]:
    """Return the signatures under papers that say other words by now.

    Args:
        facts: the tender's records.
        library: the kinds.
        words: gives the fingerprint of a paper as it stands; it is asked only about papers with a signature.
    """
    kept = kept_in(facts)
    if not kept:
        return ()
    found = ((one, kept.get(one.id)) for one in signatures_in(facts, library))
    return tuple(one for one, was in found if was and was.day == one.day and was.words != words(one.paper))


def agreed_in(document: Document, facts: Facts, library: Library) -> Agreed:
    """Return what a paper says, as it was ``composed`` for the buyer: that is the copy people sign.

    Answers that change nothing for those who sign (their kind says so), what is drawn from figures, running heads, and
    who else is asked to sign are no part of it.
    """
    weighing = Weighing(library, facts)
    texts, records = [], set[str]()
    for inline in (one for block in agreed_blocks(document) for one in agreed_inlines(block)):
        paths = getattr(inline, "paths", ())
        if isinstance(inline, Text | Value | Link) and not (paths and weighing.of(paths) is Weight.COSMETIC):
            texts.append(inline.text)
            records.update(path.partition("/")[0] for path in paths)
    said = " ".join(" ".join(texts).split())
    return Agreed(hashlib.sha256(said.encode()).hexdigest(), frozenset(records))


def without_changed(facts: Facts, changed: tuple[Signed, ...]) -> Facts:
    """Return facts in which a signature on other words has an exception, so that it counts for nothing anywhere."""
    rows = {one.id for one in changed}
    if not rows:
        return facts
    sheets = {one.id: _with_exceptions(one, rows) for one in facts.of_kind(SIGN_OFF)}
    return replace(facts, records={**facts.records, **sheets})


def _with_exceptions(sheet: Record, changed: set[str]) -> Record:
    table = sheet.answers.get(SIGNINGS)
    if not isinstance(table, Rows):
        return sheet
    rows = tuple(_with_exception(row) if row.id in changed else row for row in table.rows)
    return replace(sheet, answers={**sheet.answers, SIGNINGS: Rows(rows)})


def _with_exception(row: Row) -> Row:
    said = str(row.cells.get(EXCEPTIONS, "")).strip()
    return replace(row, cells={**row.cells, EXCEPTIONS: f"{said}; {SINCE}" if said else SINCE})


def _rows(facts: Facts, papers: Mapping[str, Record]) -> Iterator[Signed]:
    for sheet in facts.of_kind(SIGN_OFF):
        table = sheet.answers.get(SIGNINGS)
        for row in table.rows if isinstance(table, Rows) else ():
            paper, day, party = papers.get(str(row.cells.get(PAPER))), row.cells.get(SIGNED_ON), row.cells.get(PARTY)
            if paper is not None and isinstance(day, date):
                yield Signed(row.id, paper, party.record if isinstance(party, Reference) else "", day)


def agreed_blocks(document: Document) -> Iterator[Block]:
    """Yield the blocks of a document, in their order."""
    return (block for section in document.sections for block in section.blocks)


def agreed_inlines(block: Block) -> Iterator[Inline]:
    """Yield what a block says to those who sign: nothing that is drawn, nor who else is asked to sign."""
    match block:
        case Paragraph(style=Style.OPENER) | Figure() | Figures():
            return
        case Signature():
            yield from block.statement
        case Table():
            # A head in our own words says how what stands below it is told: month by month, for results.
            heads = inlines_in(replace(block, title=(), rows=(), note=()))
            yield from (one for one in heads if not isinstance(one, Text))
            yield from inlines_in(replace(block, head=()))
        case _:
            yield from inlines_in(block)
