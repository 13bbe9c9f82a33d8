# SPDX-License-Identifier: MPL-2.0
"""The mark of a draft: a document that still has gaps or examples says so at its opening and on every page.

What somebody entered as its status marks nothing: what the reader can see does, and goes when the last gap is filled.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from evidencepack.blocks.blocks import Block, Gap, Heading, Paragraph, Style
from evidencepack.blocks.document import Document, Section
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.blocks.walk import inlines_in
from evidencepack.compose.counting import counted
from evidencepack.compose.examples import MARK, examples_shown

_GAPS = " Answer each question that looks like this: "
_GAP = "[to complete: the question]"
_EXAMPLES = " What is only an example says so: "


def missing_values(document: Document) -> tuple[Value, ...]:
    """Return every answer that is still to come, in reading order."""
    return tuple(inline for inline in inlines_in(document) if isinstance(inline, Value) and inline.missing)


def asked_in(*documents: Document) -> frozenset[str]:
    """Return the paths of the answers that are still to come in any of these documents, each once."""
    return asked_at(value for document in documents for value in missing_values(document))


def asked_at(gaps: Iterable[Value]) -> frozenset[str]:
    """Return the paths at which the answers would stand that gaps wait for, each once."""
    return frozenset(value.paths[0] if value.paths else value.text for value in gaps)


def as_draft(document: Document, examples: frozenset[str], needed: frozenset[str] = frozenset()) -> Document:
    """Return a document marked as a draft, or as it is if nothing is missing in it and no example stands in it.

    Args:
        document: as it was composed.
        examples: the ids of examples that nobody has made their own.
        needed: the paths of answers that are missing in it although not all of them would be printed.
    """
    printed = asked_in(document)
    gaps, shown = len(printed | needed), len(examples_shown(document, examples))
    words = draft_words(gaps, shown)
    if not words:
        return document
    first, *others = document.sections
    marked = replace(first, blocks=_with_note(first, _note(words, gaps=len(printed), examples=shown)))
    head = head_words(gaps, shown)
    return replace(document, running=replace(document.running, draft=head), sections=(marked, *others))


def front_as_draft(
    front: Sequence[Document],
    appendices: Sequence[Document],
    examples: frozenset[str],
    needed: frozenset[str] = frozenset(),
) -> tuple[Document, ...]:
    """Return the pages before the appendices, marked if anything in the whole pack keeps it from being finished.

    ``needed`` are the paths of answers that are missing in the papers of the pack, printed there or not.
    """
    every = (*front, *appendices)
    shown = frozenset(name for document in every for name in examples_shown(document, examples))
    counts = len(asked_in(*every) | needed), len(shown)
    words = draft_words(*counts)
    if not words:
        return tuple(front)
    unfinished = sum(bool(appendix.running.draft) for appendix in appendices)
    return tuple(
        replace(
            page,
            running=replace(page.running, draft=head_words(*counts)),
            sections=tuple(_with_line(section, words, unfinished) for section in page.sections),
        )
        for page in front
    )


def _with_line(section: Section, words: str, unfinished: int) -> Section:
    """Return a cover with the mark under the lines that say whose pack it is; other pages have it at their head."""
    if not section.cover:
        return section
    at = next((place for place, block in enumerate(section.blocks) if isinstance(block, Gap)), len(section.blocks))
    where = f", in {counted(unfinished, 'appendix', plural='appendices')}" if unfinished else ""
    line = Paragraph((Text(f"{words}{where}", bold=True, marked=True),), Style.COVER_LINE)
    return replace(section, blocks=(*section.blocks[:at], line, *section.blocks[at:]))


def draft_words(gaps: int, examples: int) -> str:
    """Return "Draft: 3 answers missing, 1 example to make yours"; nothing if there is neither."""
    parts = (_some(gaps, "answer", "missing"), _some(examples, "example", "to make yours"))
    said = ", ".join(filter(None, parts))
    return f"Draft: {said}" if said else ""


def head_words(gaps: int, examples: int) -> str:
    """Return the same for the head of a page, where the paper's title needs the room: "Draft: 3 missing, 1 example"."""
    said = ", ".join(filter(None, (f"{gaps} missing" if gaps else "", _some(examples, "example"))))
    return f"Draft: {said}" if said else ""


def _some(count: int, noun: str, state: str = "") -> str:
    return f"{count} {noun}{'' if count == 1 else 's'} {state}".rstrip() if count else ""


def _note(words: str, *, gaps: int, examples: int) -> Paragraph:
    """Return what the reader of a draft is told where it opens: what is to do, and how to find it."""
    told: Inlines = (Text(words, bold=True, marked=True), Text("."))
    told = (*told, Text(_GAPS), Text(_GAP, marked=True), Text(".")) if gaps else told
    told = (*told, Text(_EXAMPLES), Text(MARK, marked=True), Text(".")) if examples else told
    return Paragraph(told, Style.FACTS)


def _with_note(section: Section, note: Paragraph) -> tuple[Block, ...]:
    """Return the blocks of the first section with the note under the line of facts, or above a letter."""
    at = 0 if section.letter else _opened(section.blocks)
    return (*section.blocks[:at], note, *section.blocks[at:])


def _opened(blocks: Iterable[Block]) -> int:
    """Return how many blocks say what the document is: label, headline, facts."""
    opening = {Style.OPENER, Style.FACTS}
    count = 0
    for block in blocks:
        first = (isinstance(block, Heading) and block.level == 1) or (
            isinstance(block, Paragraph) and block.style in opening
        )
        if not first:
            break
        count += 1
    return count
