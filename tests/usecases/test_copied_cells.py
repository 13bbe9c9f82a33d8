# SPDX-License-Identifier: MPL-2.0
"""Cells as spreadsheets copy them: text with tabs, tables of HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.usecases.copied_cells import cells_of_html, cells_of_text, text_of_cells


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", ()),
        ("one", (("one",),)),
        ("one\ttwo\r\nthree\tfour\r\n", (("one", "two"), ("three", "four"))),
        ("one\t\r\n\ttwo\r\n", (("one", ""), ("", "two"))),
        ("one\t", (("one", ""),)),
        ('"two\nlines"\tnext\n', (("two\nlines", "next"),)),
        ('"say ""yes"" here"\tb', (('say "yes" here', "b"),)),
        ('"a\tb"\tc', (("a\tb", "c"),)),
        ('"Home First" is good\tb', (('"Home First" is good', "b"),)),
        ('"Home First"', (('"Home First"',),)),
        ('"never closed\tb\nc', (('"never closed', "b"), ("c",))),
        ("one\n\nthree", (("one",), ("",), ("three",))),
    ],
)
def test_text_with_tabs_is_lines_of_cells(text: str, cells: tuple[tuple[str, ...], ...]) -> None:
    assert cells_of_text(text) == cells


_WORDS = st.text(st.sampled_from('ab "\t\n'), min_size=1, max_size=6)


@given(st.lists(st.lists(_WORDS, min_size=2, max_size=3), min_size=1, max_size=3))
def test_what_is_copied_out_is_read_back(lines: list[list[str]]) -> None:
    assert cells_of_text(text_of_cells(lines)) == tuple(tuple(line) for line in lines)


def test_a_table_of_html_is_lines_of_cells_and_nothing_but_words() -> None:
    html = """<html><style>td {color: red}</style><body><p>Before</p><table><thead><tr><th>Who<th>What</tr></thead>
    <tr><td>Maitree&nbsp;CIC<br>Marsh</td><td><p>visits</p><p>calls &amp; letters</p></td></tr>
    <tr><td><script>alert(1)</script>College</td><td>  two
    words </td></tr></table><table><tr><td>another</td></tr></table></body></html>"""

    assert cells_of_html(html) == (
        ("Who", "What"),
        ("Maitree CIC\nMarsh", "visits\ncalls & letters"),
        ("College", "two words"),
    )


def test_merged_cells_keep_the_others_in_their_columns() -> None:
    html = (
        "<table><tr><td rowspan=2>Visit</td><td colspan=2>all</td><td>x</td></tr>"
        "<tr><td>a</td><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>"
    )

    assert cells_of_html(html) == (("Visit", "all", "", "x"), ("", "a", "b", "c"), ("d", "e"))


def test_a_table_inside_a_cell_is_words_of_the_cell() -> None:
    html = "<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>"

    assert cells_of_html(html) == (("ab", "c"),)


@pytest.mark.parametrize("html", ["", "<p>No table</p>", "<table", "<table></table>", "<td>lost</td>"])
def test_html_without_a_table_has_no_cells(html: str) -> None:
    assert cells_of_html(html) == ()
