# SPDX-License-Identifier: MPL-2.0
"""The composer: a kind, a record and the facts become a document of blocks. Pure: same input, same document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from evidencepack.blocks.blocks import Block, Figure, Figures, PageBreak, Signature, Table
from evidencepack.blocks.document import Document, Section
from evidencepack.blocks.inlines import Value
from evidencepack.blocks.walk import inlines_in
from evidencepack.compose.clauses import clause_blocks
from evidencepack.compose.drafts import as_draft
from evidencepack.compose.examples import examples_in, with_marks
from evidencepack.compose.letter import letter_blocks
from evidencepack.compose.opener import opener_blocks, running, title
from evidencepack.compose.pointing import schedule_anchor
from evidencepack.compose.schedules import schedule_blocks
from evidencepack.compose.scope import Edition, Scope
from evidencepack.compose.short_form import as_in_full
from evidencepack.compose.signature import ACKNOWLEDGED, signature_blocks, signature_lines
from evidencepack.compose.telling import differences, telling
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.library.model import Kind, Library, Schedule

_WHOLE = Edition()
_WIDE = Table | Figure | Figures
"""What a page is turned for: nothing that is missing needs a turned page."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Blocks that go together; ``new_page`` parts start one."""

    blocks: tuple[Block, ...]
    landscape: bool = False
    new_page: bool = False


def compose(
    kind: Kind,
    record: Record,
    *,
    facts: Facts,
    library: Library,
    audience: Audience,
    edition: Edition = _WHOLE,
) -> Document:
    """Return the document of a record for an audience, with its fingerprint and appendix letter still empty.

    Its anchor is the record's id; clauses, schedules and the signature page are ``<record id>/<key>``. ``edition``:
    whether it is made in its short form, and what it may know of other documents.
    """
    told = telling(kind, record, facts=facts, library=library, audience=audience)
    examples = examples_in(facts)
    document = composed(replace(told, edition=edition), facts)
    return as_draft(with_marks(document, examples), examples, edition.needed)


def composed(scope: Scope, facts: Facts) -> Document:
    """Return the document of a scope, without the marks of what is an example or still missing.

    Args:
        scope: what the document tells.
        facts: the tender's records as they stand everywhere else.
    """
    letter = scope.kind.letter is not None
    sections = _sections([part for part in _parts(scope, facts) if part.blocks], letter=letter)
    return Document(scope.record.id, title(scope), running(scope), tuple(sections))


def _parts(scope: Scope, facts: Facts) -> Iterator[_Part]:
    if scope.kind.letter:
        yield _Part((*letter_blocks(scope.kind.letter, scope), *differences(scope, facts)))
        return
    kind, (opening, early, others) = scope.kind, _schedules(scope)
    before = [block for schedule in early for block in as_in_full(schedule_blocks(schedule, scope), schedule, scope)]
    clauses = [block for each in kind.clauses for block in as_in_full(clause_blocks(each, scope), each, scope)]
    first = [block for schedule in opening for block in schedule_blocks(schedule, scope, headed=False)]
    place = "".join(schedule_anchor(scope.record.id, schedule.key) for schedule in opening)
    yield _Part((*opener_blocks(scope, place), *before, *clauses, *first), kind.landscape)
    turned = False
    for schedule in others:
        blocks = as_in_full(schedule_blocks(schedule, scope), schedule, scope)
        # In a copy for signing each schedule can be handed out alone; a tender copy saves the side.
        new_page = scope.audience is not Audience.PACK and kind.numbered and not _waits(blocks)
        turned = schedule.landscape and any(isinstance(block, _WIDE) for block in blocks)
        yield _Part(blocks, kind.landscape or turned, new_page)
    yield _Part(differences(scope, facts), kind.landscape)
    signed = not scope.short and any(line.kind != ACKNOWLEDGED for line in signature_lines(scope))
    # A list to initial needs no page of its own, so it stays on that of the schedule before it.
    landscape = kind.landscape or (turned and not signed)
    signing = signature_blocks(scope, landscape=landscape)
    yield _Part(signing, landscape, new_page=any(isinstance(block, Signature) for block in signing))


def _waits(blocks: tuple[Block, ...]) -> bool:
    """Say whether a schedule has no row yet, only the mark of what is missing, which needs no page of its own."""
    gaps = (isinstance(inline, Value) and inline.missing for inline in inlines_in(Section(blocks)))
    return any(gaps) and not any(isinstance(block, _WIDE) for block in blocks)


def _schedules(scope: Scope) -> tuple[tuple[Schedule, ...], tuple[Schedule, ...], tuple[Schedule, ...]]:
    """Return what a document without clauses opens with under its headline, what stands before clauses, the others."""
    kept = tuple(schedule for schedule in scope.kind.schedules if scope.shows(schedule))
    if kept and not scope.kind.clauses and not kept[0].numbered:
        return kept[:1], (), kept[1:]
    early = tuple(schedule for schedule in kept if schedule.opens)
    return (), early, tuple(schedule for schedule in kept if not schedule.opens)


def _sections(parts: list[_Part], *, letter: bool) -> Iterator[Section]:
    """Join parts of one orientation; a change of orientation starts a page by itself."""
    blocks: list[Block] = []
    landscape = parts[0].landscape
    for part in parts:
        if part.landscape is not landscape:
            yield Section(tuple(blocks), landscape)
            blocks, landscape = [], part.landscape
        elif part.new_page:
            blocks.append(PageBreak())
        blocks.extend(part.blocks)
    yield Section(tuple(blocks), landscape, letter=letter)
