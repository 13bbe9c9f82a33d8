# SPDX-License-Identifier: MPL-2.0
"""The contents: every appendix with version, signatures, the questions it answers and its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evidencepack.blocks.blocks import Block, Heading, Paragraph, Style, Toc, TocEntry
from evidencepack.blocks.document import Document, Section
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.front import CHANGES, CONTENTS, GRID, LABEL, MATRIX, Between, Front, Listed
from evidencepack.compose.joining import and_list
from evidencepack.domain.trade import EvaluatorQuestion

_TITLE = "Contents"
_HEAD = ("App.", "Title", "Version", "Sign-off", "Answers", "Pages")
# Millimetres. The longest title of a case study and "v1.0, 10 Feb 2027" each stay on one line at 10 points.
_WIDTHS = (10.0, 0.0, 32.0, 22.0, 18.5, 14.0)
_EXPLAINED = "Page numbers are the boxed ones{}. Every entry is a link."
_IN_VOLUMES = (
    "Page numbers are the boxed ones, counted through {} volumes, each a file: only in the first are they the same as "
    "in the PDF. Entries of this volume are links."
)
_DASH = "A dash: it has no letter, or nobody signs it."
_DASH_OUTSIDE = "A dash: it has no letter, nobody signs it, or it is a file from others that says nothing of it."
_UNCOUNTED = "the pages before them are not counted"


def contents(front: Front) -> Document:
    """Return the contents page; page numbers come with the layout."""
    tables = {MATRIX: "Evidence matrix"} | ({GRID: "Coverage grid"} if front.grid else {})
    slip = (_slip(front.changes),) if front.changes else ()
    entries = (*(_of_all(anchor, title) for anchor, title in tables.items()), *_entries(front), *slip)
    blocks: tuple[Block, ...] = (
        Paragraph((Text(LABEL),), Style.OPENER),
        Heading(1, (Text(_TITLE),)),
        Paragraph((Text(_explained(front)),)),
        Toc(_HEAD, _WIDTHS, entries),
        Paragraph((Text(_note(front)),), Style.NOTE),
        *((Paragraph((Text(front.elsewhere),), Style.NOTE),) if front.elsewhere else ()),
    )
    return Document(CONTENTS, _TITLE, front.running, (Section(blocks),))


def _explained(front: Front) -> str:
    if front.volumes:
        return _IN_VOLUMES.format(front.volumes)
    return _EXPLAINED.format("" if front.apart else ", the same as in the PDF")


def _of_all(anchor: str, title: str) -> TocEntry:
    """Return the line of a table that is about every appendix and answers every question."""
    return TocEntry(anchor, "–", (Text(title),), ((), _signed("–"), (Text("all"),)))


def _slip(title: str) -> TocEntry:
    """Return the line of the change slip, which stands behind everything."""
    return TocEntry(CHANGES, "–", (Text(title),), ((), _signed("–"), ()))


def _entries(front: Front) -> Iterator[TocEntry]:
    between = list(front.between)
    for number, listed in enumerate((*front.documents, None)):
        while between and (between[0].before <= number or listed is None):
            yield _beside(between.pop(0))
        if listed:
            yield _own(listed)


def _own(listed: Listed) -> TocEntry:
    version = (Text(listed.version),) if listed.version else ()
    cells = (version, _signed(listed.signed), _answers(listed))
    return TocEntry(listed.document.anchor, listed.document.letter, (Text(listed.document.title),), cells)


def _beside(one: Between) -> TocEntry:
    """Return the line of a file from outside, which answers by itself, or of a section, which is a heading."""
    if one.section:
        bold = tuple(replace(part, bold=True) if isinstance(part, Text | Value) else part for part in one.title)
        return TocEntry(one.anchor, one.letter, bold, ((), (), ()))
    dated = (Text(one.dated or "–", expansion="" if one.dated else "it says none"),)
    answers = (Text("–", expansion="it stands for itself"),)
    return TocEntry(one.anchor, one.letter, one.title, (dated, _signed("–"), answers))


def _signed(words: str) -> Inlines:
    return (Text(words, expansion="nobody signs it" if words == "–" else ""),) if words else ()


def _answers(listed: Listed) -> Inlines:
    """Return the numbers of the questions that the document answers."""
    numbers = [str(number) for number, question in enumerate(EvaluatorQuestion, 1) if question in listed.places]
    said = f"{'question' if len(numbers) == 1 else 'questions'} {and_list(numbers)}"
    return (Text(", ".join(numbers), expansion=said),) if numbers else ()


def _note(front: Front) -> str:
    questions = ", ".join(f"{number} {question.value}" for number, question in enumerate(EvaluatorQuestion, 1))
    dash = _DASH_OUTSIDE if any(not one.section for one in front.between) else _DASH
    return f"Answers: {questions}. {dash}{_limit(front)}"


def _limit(front: Front) -> str:
    """Return the sentence on the limit; none once it is passed: that is for whoever makes the pack to know."""
    if not front.limit or front.sides > front.limit:
        return ""
    used = f"Appendices take {front.sides} of the" if front.sides else "The limit for appendices is"
    return f" {used} {front.limit} sides{' allowed' if front.sides else ''}; {_UNCOUNTED}."
