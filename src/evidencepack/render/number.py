# SPDX-License-Identifier: MPL-2.0
"""The numbering pass: clause, schedule, table and appendix numbers, and what cross-references print.

It runs once, before both outputs, so that PDF and Word cannot disagree about a number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import ClassVar, NamedTuple, assert_never

from evidencepack.blocks.blocks import (
    Block,
    Bullets,
    Callout,
    Clause,
    Farewell,
    Figure,
    Figures,
    Gap,
    Heading,
    Letterhead,
    Numbering,
    PageBreak,
    Paragraph,
    Signature,
    Style,
    Table,
    Toc,
)
from evidencepack.blocks.document import Document, Section
from evidencepack.blocks.inlines import CrossReference, Inlines, LineBreak, Link, Text, Value
from evidencepack.errors import EvidencePackError, ExitCode

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class DuplicateAnchorError(EvidencePackError):
    """Two places carry the same anchor, so a reference could not tell them apart."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_KIND


class DanglingReferenceError(EvidencePackError):
    """A cross-reference or a contents entry points at an anchor that is nowhere."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_KIND


class Numbered(NamedTuple):
    """Documents with their labels filled in, and the words of references.

    ``labels[anchor]`` is what a NUMBER reference prints ("clause 24", "Schedule 1", "Appendix B");
    ``titles[anchor]`` what a TEXT reference prints (the words of the heading, or the title of the document).
    """

    documents: tuple[Document, ...]
    labels: Mapping[str, str]
    titles: Mapping[str, str]


def number(documents: tuple[Document, ...]) -> Numbered:
    """Number every document, each from 1, and resolve the words of all references.

    Raises:
        DuplicateAnchorError: if two places carry the same anchor.
        DanglingReferenceError: if a reference or contents entry has no target.
    """
    passes = [_Pass(document) for document in documents]
    numbered = tuple(one.numbered() for one in passes)
    _refuse_duplicates(chain.from_iterable(one.anchors for one in passes))
    labels = {anchor: label for one in passes for anchor, label in one.labels.items()}
    titles = {anchor: title for one in passes for anchor, title in one.titles.items()}
    _refuse_dangling(numbered, titles)
    return Numbered(numbered, labels, titles)


def plain(inlines: Inlines, labels: Mapping[str, str] | None = None) -> str:
    """Return the words of inlines without their looks; a reference gives its label, or nothing when not known."""
    words = []
    for inline in inlines:
        match inline:
            case Text() | Value() | Link():
                words.append(inline.text)
            case CrossReference():
                words.append((labels or {}).get(inline.target, ""))
            case LineBreak():
                words.append(" ")
            case _:
                assert_never(inline)
    return "".join(words)


def inlines_of(block: Block) -> Iterator[Inlines]:  # noqa: C901, PLR0912 - one case for each block
    """Give every sequence of inlines that a block prints, in reading order."""
    match block:
        case Heading():
            yield block.inlines
            yield block.aside
        case Paragraph() | Clause():
            yield block.inlines
        case Bullets():
            yield from block.items
        case Table():
            yield block.title
            yield from (line for row in (*block.head, *block.rows) for cell in row.cells for line in cell.lines)
            yield block.note
        case Signature():
            yield block.statement
            for signatory in block.signatories:
                yield from (signatory.party, signatory.name, signatory.role)
        case Letterhead():
            yield from (block.sender, block.other, *block.details, *block.addressee, block.date)
        case Farewell():
            yield from (block.words, block.signatory.name, block.signatory.role)
        case Figure():
            yield from _of_figures((block,))
        case Figures():
            yield from _of_figures(block.figures)
            yield block.note
        case Callout():
            yield from (block.title, block.aside, *chain.from_iterable(block.rows))
        case Toc():
            for entry in block.entries:
                yield from (entry.title, *entry.cells)
        case PageBreak() | Gap():
            return
        case _:
            assert_never(block)


def _of_figures(figures: Iterable[Figure]) -> Iterator[Inlines]:
    from evidencepack.render.figures.words import inlines_of_figure  # most documents draw nothing

    return chain.from_iterable(map(inlines_of_figure, figures))


def _called(figure: Figure) -> str:
    """Return what a figure is called in front of its number."""
    from evidencepack.render.figures.words import is_table  # most documents draw nothing

    return "Table" if is_table(figure) else "Figure"


def _letters(count: int) -> str:
    """Return a to z, then aa, bb, cc: as Word counts."""
    turns, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (turns + 1)


def _roman(count: int) -> str:
    words = []
    for value, numeral in _ROMAN:
        times, count = divmod(count, value)
        words.append(numeral * times)
    return "".join(words)


def _anew(starts: int, last: int) -> int:
    """Return the number that a part begins a list with; 0 where it is the next one anyway.

    Such a list goes on: whoever puts a clause into it in Word has those behind it counted again.
    """
    return 0 if last and starts == last + 1 else starts


def _own_number(level: int, counts: Sequence[int]) -> str:
    """Return what stands before a clause of a level: 3, 3.1, (a) or (i)."""
    match level:
        case 1:
            return str(counts[0])
        case 2:
            return f"{counts[0]}.{counts[1]}"
        case 3:
            return f"({_letters(counts[2])})"
    return f"({_roman(counts[3])})"


@dataclass(slots=True, eq=False, repr=False)
class _Pass:
    """Counts through one document."""

    document: Document
    anchors: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    _clauses: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    _count: Counter[str] = field(default_factory=Counter)

    def numbered(self) -> Document:
        """Return the document with labels filled in."""
        document = self.document
        name = f"Appendix {document.letter}" if document.letter else document.title
        self._name(document.anchor, name, document.title)
        return replace(document, sections=tuple(self._section(section) for section in document.sections))

    def _section(self, section: Section) -> Section:
        blocks = tuple(self._block(block) for block in section.blocks)
        return replace(section, blocks=blocks, foot=tuple(self._block(block) for block in section.foot))

    def _block(self, block: Block) -> Block:
        match block:
            case Heading():
                return self._heading(block)
            case Clause():
                return self._clause(block)
            case Table():
                label = self._next("Table") if block.title else ""
                self._name(block.anchor, label or plain(block.title) or block.summary, plain(block.title))
                return replace(block, label=label)
            case Figure() if block.title:
                return replace(block, label=self._next(_called(block)))
            case Paragraph() if block.style is Style.OPENER:
                return self._opener(block)
            case _:
                return block

    def _next(self, word: str, starts: int = 0) -> str:
        self._count[word] = starts or self._count[word] + 1
        return f"{word} {self._count[word]}"

    def _heading(self, heading: Heading) -> Heading:
        label, starts = "", heading.starts
        if heading.numbering is Numbering.SCHEDULE:
            starts = _anew(starts, self._count["Schedule"])
            label = self._next("Schedule", starts)
        elif heading.numbering is Numbering.APPENDIX and self.document.letter:
            label = f"Appendix {self.document.letter}"
        words = plain(heading.inlines)
        self._name(heading.anchor, label or words, words)
        return replace(heading, label=label, starts=starts)

    def _clause(self, clause: Clause) -> Clause:
        counts, level = self._clauses, clause.level
        starts = _anew(clause.starts, counts[level - 1])
        counts[level - 1] = starts or counts[level - 1] + 1
        counts[level:] = [0] * (4 - level)
        # A kind may begin with a sub-clause; the levels above it then count as begun, as they do in Word.
        counts[: level - 1] = [max(count, 1) for count in counts[: level - 1]]
        if clause.anchor:
            full = "".join(_own_number(above, counts) for above in range(min(level, 2), level + 1))
            self._name(clause.anchor, f"clause {full}", plain(clause.inlines))
        return replace(clause, label=_own_number(level, counts), starts=starts)

    def _opener(self, opener: Paragraph) -> Paragraph:
        """Put the appendix letter before the opener's label: only the pack knows it."""
        name = f"Appendix {self.document.letter}"
        if not self.document.letter or plain(opener.inlines).startswith(name):
            return opener
        return replace(opener, inlines=(Text(f"{name} · "), *opener.inlines))

    def _name(self, anchor: str, label: str, title: str) -> None:
        if anchor:
            self.anchors.append(anchor)
            self.labels[anchor], self.titles[anchor] = label, title


def _refuse_duplicates(anchors: Iterable[str]) -> None:
    twice = [anchor for anchor, times in Counter(anchors).items() if times > 1]
    if twice:
        names = ", ".join(twice)
        raise DuplicateAnchorError(f"More than one place is called {names}. Nothing was made. Give each its own key.")


def _targets(block: Block) -> Iterator[str]:
    for inlines in inlines_of(block):
        if CrossReference in map(type, inlines):
            yield from [one.target for one in inlines if isinstance(one, CrossReference)]
    if isinstance(block, Toc):
        yield from (entry.target for entry in block.entries)


def _refuse_dangling(documents: tuple[Document, ...], known: Mapping[str, str]) -> None:
    for document in documents:
        blocks = chain.from_iterable((*section.blocks, *section.foot) for section in document.sections)
        lost = [target for block in blocks for target in _targets(block) if target not in known]
        if lost:
            names = ", ".join(dict.fromkeys(lost))
            raise DanglingReferenceError(
                f"{document.title} refers to {names}, which is not in these documents. Nothing was made. "
                "Add what it refers to, or take the reference out."
            )
