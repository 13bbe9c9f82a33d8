# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from evidencepack.blocks.blocks import Cell, Column, Paragraph, Table, TableRow
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.pack.differing import Differing, differing

_RUNNING = Running("Head", "T-1", "D-1", "v1")


def document(*lines: Inlines, rows: tuple[tuple[str, str, str], ...] = ()) -> Document:
    """A document of paragraphs and, for each row (its id, two cells), a table."""
    cells = tuple(
        TableRow((Cell(((Value(first, (f"r/t/{row}/a",)),),)), Cell(((Value(second, (f"r/t/{row}/b",)),),))))
        for row, first, second in rows
    )
    table = (Table((Column(), Column()), (), cells, summary="Rows"),) if rows else ()
    return Document("a", "Title", _RUNNING, (Section((*map(Paragraph, lines), *table)),))


def said(words: str, path: str = "r/f", *, missing: bool = False) -> Inlines:
    return (Text("It says "), Value(words, (path,), missing=missing), Text("."))


def test_what_is_printed_alike_does_not_differ() -> None:
    assert differing(document(said("Tuesday")), document(said("Tuesday"), said("Tuesday"))) == ()


def test_an_answer_is_told_once_with_its_words_before_and_after() -> None:
    old, new = document(said("Monday"), said("Monday")), document(said("<b>&{{"), said("<b>&{{"))
    assert differing(old, new) == (Differing("r/f", ("Monday",), ("<b>&{{",)),)


def test_of_a_long_answer_only_the_paragraphs_that_changed_are_told() -> None:
    old = document(said("First."), said("Second."), said("Third."))
    new = document(said("First."), said("Another."), said("Third."))
    assert differing(old, new) == (Differing("r/f", ("Second.",), ("Another.",)),)


def test_an_answer_that_came_or_went_or_is_missing_has_no_words_there() -> None:
    old, new = document(said("To go", "r/x"), said("[to complete: day]", missing=True)), document(said("Friday"))
    assert differing(old, new) == (Differing("r/f", (), ("Friday",)), Differing("r/x", ("To go",), ()))


def test_a_row_that_came_or_went_is_told_as_one_line() -> None:
    old, new = document(rows=(("1", "a", "b"), ("2", "c", "d"))), document(rows=(("1", "a", "x"), ("3", "e", "f")))
    assert differing(old, new) == (
        Differing("r/t/1/b", ("b",), ("x",)),
        Differing("r/t/3", (), ("e · f",)),
        Differing("r/t/2", ("c · d",), ()),
    )


def test_other_words_of_ours_are_no_answers() -> None:
    assert differing(document((Text("Old words"),)), document((Text("New words"),))) == ()
