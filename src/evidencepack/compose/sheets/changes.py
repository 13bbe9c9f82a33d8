# SPDX-License-Identifier: MPL-2.0
"""The change slip: what was added, replaced and withdrawn since an issue; and answer by answer, in words, if wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from evidencepack.blocks.blocks import Block, Cell, Column, Heading, Paragraph, Style, Table, TableRow, Toc, TocEntry
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.counting import counted, sentence_case
from evidencepack.compose.formats import long_date
from evidencepack.compose.front import CHANGES, LABEL
from evidencepack.compose.joining import and_list
from evidencepack.compose.sheets.sheet import words

_WIDTHS = (14.0, 0.0, 40.0, 18.0)
_QUESTION = 44.0
_ANSWER = 66.0
_NOT_THERE = "–"


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One appendix on the slip: its letter, its title, what became of it; its anchor, if it has pages in the file."""

    letter: str
    title: str
    what: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """An answer that is printed otherwise: its question, its words before and after; ``also`` where else ("B, D")."""

    question: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    also: str = ""


@dataclass(frozen=True, slots=True)
class ChangedPaper:
    """A document that says other words: its letter, its title, the answers; none where only our own words changed.

    ``signatures``: what it records of signatures is other than it was, which is told without saying how.
    """

    letter: str
    title: str
    answers: tuple[ChangedAnswer, ...]
    signatures: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """What the slip tells: its title, since which issue, of which day; ``kept``: what was issued keeps its letters."""

    title: str
    number: int
    day: date
    lines: tuple[SlipLine, ...]
    counts: tuple[tuple[int, str], ...]
    kept: bool = True
    papers: tuple[ChangedPaper, ...] = ()


def change_slip(slip: Slip, running: Running) -> Document:
    """Return the slip, and behind it what each changed answer said and says."""
    blocks: tuple[Block, ...] = (
        Paragraph(words(LABEL), Style.OPENER),
        Heading(1, words(slip.title)),
        Paragraph(words(_lead(slip)), Style.LEAD),
        *_lines(slip.lines),
        *(block for paper in slip.papers if paper.answers for block in _paper(paper)),
        *_signed([paper.letter for paper in slip.papers if paper.signatures]),
        *_otherwise([paper.letter for paper in slip.papers if not paper.answers and not paper.signatures]),
    )
    return Document(CHANGES, slip.title, running, (Section(blocks),))


def _lead(slip: Slip) -> str:
    told = [f"{counted(number, 'appendix', plural='appendices')} {what}" for number, what in slip.counts if number]
    changed = f"{sentence_case(and_list(told))}. " if told else ""
    stay = "Appendices that were issued keep their letters; what is new stands behind them. " if slip.kept else ""
    return f"{changed}{stay}Issue {slip.number} is of {long_date(slip.day)}."


def _lines(lines: Sequence[SlipLine]) -> Iterator[Block]:
    there = [one for one in lines if one.anchor]
    if there:
        entries = (TocEntry(one.anchor, one.letter, words(one.title), (words(one.what),)) for one in there)
        yield Toc(("App.", "Title", "What", "Pages"), _WIDTHS, tuple(entries))
    elsewhere = [one for one in lines if not one.anchor]
    if elsewhere:
        yield Table(
            columns=(Column(_WIDTHS[0]), Column(), Column(_WIDTHS[2] + _WIDTHS[3])),
            head=(TableRow(tuple(Cell((words(head),)) for head in ("App.", "Title", "What"))),),
            rows=tuple(TableRow(tuple(Cell((words(said),)) for said in _cells(one))) for one in elsewhere),
            summary="Appendices that are not in this file: the letter, the title, and what became of each.",
        )


def _cells(one: SlipLine) -> tuple[str, str, str]:
    return one.letter, one.title, one.what


def _paper(paper: ChangedPaper) -> Iterator[Block]:
    yield Heading(2, words(f"Appendix {paper.letter}: {paper.title}"))
    yield Table(
        columns=(Column(_QUESTION), Column(), Column(_ANSWER)),
        head=(TableRow(tuple(Cell((words(head),)) for head in ("Answer", "Before", "Now"))),),
        rows=tuple(_answer(one) for one in paper.answers),
        summary="Each answer of this appendix that is printed otherwise, with its words before and now.",
        size=9.5,
    )


def _signed(letters: Sequence[str]) -> Iterator[Block]:
    """Yield a sentence on papers that record signatures: what became of each is no change of an answer."""
    if letters:
        yield Paragraph(words(f"The signatures in {_appendices(letters)} were brought up to date."))


def _otherwise(letters: Sequence[str]) -> Iterator[Block]:
    """Yield a sentence on papers in which no answer is printed otherwise, and which are not the same."""
    if letters:
        said = f"In {_appendices(letters)} no other answer has changed, but the heads of pages or words around answers."
        yield Paragraph(words(said))


def _appendices(letters: Sequence[str]) -> str:
    return f"{'Appendix' if len(letters) == 1 else 'Appendices'} {and_list(letters)}"


def _answer(one: ChangedAnswer) -> TableRow:
    also: tuple[Inlines, ...] = ((Text(f"Also in {one.also}", italic=True),),) if one.also else ()
    return TableRow((Cell((words(one.question), *also)), _said(one.before), _said(one.after)))


def _said(texts: Sequence[str]) -> Cell:
    return Cell(tuple(words(text) for text in texts) or ((Text(_NOT_THERE, expansion="not printed"),),))
