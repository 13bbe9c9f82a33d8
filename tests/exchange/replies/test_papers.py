# SPDX-License-Identifier: MPL-2.0
"""Rows, paragraphs and whole papers that were taken out, in whatever way a program writes that: each told once."""

from __future__ import annotations

from functools import cache

import pytest
from lxml import etree
from tests.exchange.replies.files import Edit, compare, edited, row_with, runs, sent
from tests.render.word.files import W, document, words_of, write_files

from evidencepack.blocks.blocks import Cell, Clause, Column, Heading, Paragraph, Table, TableRow
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Text, Value
from evidencepack.exchange.replies.report import Kind

_BY = 'w:id="9" w:author="Jo Marsh" w:date="2026-11-03T10:00:00Z"'


def _paper(name: str) -> Document:
    rows = (TableRow((Cell(((Text("Lead"),),)), Cell(((Value(f"{name} lead", (f"{name}/lead",)),),)))),)
    head = (TableRow((Cell(((Text("What"),),)), Cell(((Text("Who"),),)))),)
    return document(
        Heading(1, (Text(f"Paper {name}"),), f"{name}-top"),
        Paragraph((Value(f"The aim of {name}", (f"{name}/aim",)),)),
        Clause(1, (Text(f"We keep {name} going."),), f"{name}-clause"),
        Table((Column(50), Column(50)), head, rows, summary="Who."),
        anchor=name,
    )


@cache
def _pack() -> bytes:
    return write_files(tuple(map(_paper, ("ash", "birch", "cedar"))))


def _blocks_of(root: etree._Element, name: str) -> list[etree._Element]:
    """Return what stands in a paper, but for the paragraph with which its section ends."""
    return [one for one in root[0] if f"{name}" in words_of(one)]


def _taken_out(root: etree._Element) -> None:
    for one in _blocks_of(root, "birch"):
        root[0].remove(one)


def _emptied(root: etree._Element) -> None:
    """Take the words out and leave paragraphs, rows and controls, as programs do that track words alone."""
    for one in _blocks_of(root, "birch"):
        for text in list(one.iter(f"{W}t")):
            run = text.getparent()
            assert run is not None
            parent = run.getparent()
            assert parent is not None
            wrapper = runs(f"<w:del {_BY}/>")[0]
            parent.replace(run, wrapper)
            wrapper.append(run)
            text.tag = f"{W}delText"


@pytest.mark.parametrize(("edit", "by"), [(_taken_out, set()), (_emptied, {"Jo Marsh"})])
def test_a_paper_that_was_taken_out_is_told_once(edit: Edit, by: set[str]) -> None:
    found = compare(edited(_pack(), edit), _pack())
    (paper,) = found.papers
    assert (paper.where.paper, paper.lines, {one.author for one in paper.by}) == ("Document birch", 5, by)
    assert (found.differences, found.places) == (1, 4)


def test_a_paper_of_which_a_line_is_left_is_told_line_by_line() -> None:
    def most(root: etree._Element) -> None:
        for one in _blocks_of(root, "birch")[1:]:
            root[0].remove(one)

    found = compare(edited(_pack(), most), _pack())
    assert (found.papers, len(found.wording), len(found.rows)) == ((), 2, 1)


def _row_emptied(root: etree._Element) -> None:
    for text in row_with(root, "Task 1").iter(f"{W}t"):
        text.text = ""


def test_a_row_that_has_no_words_left_was_taken_out() -> None:
    found = compare(edited(sent(), _row_emptied))
    assert [(row.kind, row.cells) for row in found.rows] == [(Kind.REMOVED, ("Task 1", "Who 1"))]
    assert found.differences == 1


def test_a_paragraph_that_is_an_answer_alone_was_emptied() -> None:
    def empty(root: etree._Element) -> None:
        (text,) = (one for one in root.iter(f"{W}t") if one.text == "The aim of birch")
        text.text = ""

    found = compare(edited(_pack(), empty), _pack())
    assert [(one.old, one.new) for one in found.answers] == [("The aim of birch", "")]
    assert found.differences == 1


def _cut(*pieces: str) -> Edit:
    """Cut the clause on records into pieces."""

    def edit(root: etree._Element) -> None:
        clause = next(one for one in root.iter(f"{W}p") if "keeps its own" in words_of(one))
        for piece in pieces[:-1]:
            clause.addprevious(runs(f"<w:p><w:r><w:t>{piece}</w:t></w:r></w:p>")[0])
        (text,) = clause.iter(f"{W}t")
        text.text = pieces[-1]

    return edit


@pytest.mark.parametrize(
    "pieces", [("Each", "party keeps its own records."), ("Each party", "keeps its", "own records.")]
)
def test_a_paragraph_that_was_cut_up_anywhere_is_one_change(pieces: tuple[str, ...]) -> None:
    found = compare(edited(sent(), _cut(*pieces)))
    assert [(one.kind, one.new) for one in found.wording] == [(Kind.SPLIT, "\n".join(pieces))]


def test_paragraphs_that_were_joined_are_one_change_whichever_of_them_stayed() -> None:
    def join(root: etree._Element) -> None:
        first, second = (
            next(one for one in root.iter(f"{W}p") if words in words_of(one))
            for words in ("keeps its own", "may leave")
        )
        (text,) = second.iter(f"{W}t")
        text.text = f"{words_of(first)} {text.text}"
        root[0].remove(first)

    (change,) = compare(edited(sent(), join)).wording
    assert (change.kind, change.old.count("\n"), change.where.number) == (Kind.JOINED, 1, "1")
