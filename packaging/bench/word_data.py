# SPDX-License-Identifier: MPL-2.0
"""A pack as the peer takes it: the same words and tables as plain texts and lists, ready to be written as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from word_job import Job

from evidencepack.blocks import blocks as b
from evidencepack.blocks.document import Document
from evidencepack.blocks.figures import GovernanceLevels
from evidencepack.blocks.inlines import CrossReference, Inline, Inlines, LineBreak, Show, Text
from evidencepack.render.figures.tables import as_table
from evidencepack.render.number import Numbered, number
from evidencepack.render.word.paragraphs import STYLES

Pieces: TypeAlias = list[tuple[str, bool]]
"""The pieces of a paragraph, an answer one of its own, each with whether it is bold."""

Words: TypeAlias = list[str] | dict[str, object]
"""The same as the template takes them: texts, or marked as rich where one is bold."""

Thing: TypeAlias = dict[str, object]
"""What the template knows: a paragraph in a style, a table of rows of cells of paragraphs, a box to sign."""

_PAGE = "–"


def answers(job: Job) -> dict[str, object]:
    """Return what the template asks for: every document with its blocks."""
    numbered = number(job.documents)
    running, reading = job.documents[-1].running, _Reading(numbered)
    return {
        "name": job.name,
        "left": running.left,
        "right": running.right,
        "version": running.version,
        "documents": [{"blocks": list(reading.document(document))} for document in numbered.documents],
    }


class _Reading:
    def __init__(self, numbered: Numbered) -> None:
        self._numbered = numbered

    def document(self, document: Document) -> Iterator[Thing]:
        for section in document.sections:
            for block in (*section.blocks, *section.foot):
                yield from self._block(block)

    def _block(self, block: b.Block) -> Iterable[Thing]:
        match block:
            case b.Heading():
                label = [(f"{block.label}: ", False)] if block.label else []
                return [_par(f"Heading{block.level}", [*label, *self._pieces((*block.inlines, *block.aside))])]
            case b.Paragraph():
                return [_par(STYLES[block.style], self._pieces(block.inlines))]
            case b.Bullets():
                style = "ListNumber" if block.numbered else "ListBullet"
                return [_par(style, self._pieces(item)) for item in block.items]
            case b.Clause():
                tags = [(f"  {tag} ", False) for tag in block.tags]
                return [_par(f"EPClause{block.level}", [*self._pieces(block.inlines), *tags])]
            case b.Table():
                return self._table(block)
            case _:
                return self._rarer(block)

    def _rarer(self, block: b.Block) -> Iterable[Thing]:  # noqa: PLR0911 - one case for each block
        match block:
            case b.Toc():
                return [self._contents(block)]
            case b.Callout():
                head = [[self._words(block.title)], [self._words(block.aside)]]
                return [_table([head], [self._row(((name,), (words,))) for name, words in block.rows])]
            case b.Signature():
                said = [_par("BodyText", self._pieces(block.statement))] if block.statement else []
                return [*said, *map(self._box, block.signatories)]
            case b.Letterhead():
                return self._lines(block.sender, block.other, *block.details, *block.addressee, block.date)
            case b.Farewell():
                return self._lines(block.words, block.signatory.name, block.signatory.role)
            case b.Figure():
                return self._figure(block)
        return []

    def _figure(self, block: b.Figure) -> Iterable[Thing]:
        table = as_table(block)
        if table is not None:
            return self._table(table)
        drawing = block.drawing
        levels = drawing.levels if isinstance(drawing, GovernanceLevels) else ()
        groups = [line for level in levels for group in level.groups for line in (group.name, *group.lines)]
        named = [line for level in levels for line in (level.name, level.purpose, level.reached)]
        return self._lines((Text(f"{block.label} "), *block.title), block.below, *named, *groups, block.note)

    def _contents(self, block: b.Toc) -> Thing:
        head: list[list[Words]] = [[[words]] for words in block.head]
        rows = [((Text(one.letter),), one.title, *one.cells, (Text(_PAGE),)) for one in block.entries]
        return _table([head], [self._row((words,) for words in row) for row in rows])

    def _table(self, block: b.Table) -> Iterator[Thing]:
        if block.label:
            yield _par("Caption", [(f"{block.label}\u2002", False), *self._pieces(block.title)])
        head, rows = (
            [self._row(cell.lines for cell in row.cells) for row in part] for part in (block.head, block.rows)
        )
        yield _table(head, rows)
        if block.note:
            yield _par("EPNote", self._pieces(block.note))

    def _row(self, cells: Iterable[Sequence[Inlines]]) -> list[list[Words]]:
        return [[self._words(line) for line in lines or ((),)] for lines in cells]

    def _lines(self, *lines: Inlines) -> list[Thing]:
        return [_par("BodyText", self._pieces(line)) for line in lines if line]

    def _box(self, who: b.Signatory) -> Thing:
        expected = [("  expected: ", False), *self._pieces(who.name), (", ", False), *self._pieces(who.role)]
        words = _words([(f"{who.capacity} for ", True), *self._pieces(who.party), *expected])
        return {"is": "sign", "who": words}

    def _words(self, inlines: Inlines) -> Words:
        return _words(self._pieces(inlines))

    def _pieces(self, inlines: Inlines) -> Pieces:
        return [(self._text(one), bool(getattr(one, "bold", False))) for one in inlines]

    def _text(self, one: Inline) -> str:
        if isinstance(one, LineBreak):
            return "\n"
        if not isinstance(one, CrossReference):
            return one.text
        found = self._numbered.titles if one.show is Show.TEXT else self._numbered.labels
        return _PAGE if one.show is Show.PAGE else found[one.target]


def _words(pieces: Pieces) -> Words:
    return {"rich": True, "pieces": pieces} if any(bold for _, bold in pieces) else [text for text, _ in pieces]


def _par(style: str, pieces: Pieces) -> Thing:
    return {"is": "par", "style": style, "words": _words(pieces)}


def _table(head: Sequence[list[list[Words]]], rows: Sequence[list[list[Words]]]) -> Thing:
    return {"is": "table", "head": head, "rows": rows}
