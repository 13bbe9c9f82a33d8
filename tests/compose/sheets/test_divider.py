# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

import pytest

from evidencepack.blocks.blocks import Fill, Paragraph, Style, Table
from evidencepack.blocks.document import Running
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.sheets.divider import Came, Described, described_title, file_sheet

FILE = Described("a", "C", described_title("a", "Licence"), "Licence", None, "", "licence.pdf", 3, "0123" * 16)


def _words(inlines: Inlines) -> str:
    return "".join(one.text for one in inlines if isinstance(one, Text))


def _lead(came: Came) -> str:
    blocks = file_sheet(replace(FILE, came=came), Running("", "", "R-1", "", "")).sections[0].blocks
    return next(_words(one.inlines) for one in blocks if isinstance(one, Paragraph) and one.style is Style.LEAD)


def _table(came: Came) -> Table:
    blocks = file_sheet(replace(FILE, came=came), Running("", "", "R-1", "", "")).sections[0].blocks
    return next(one for one in blocks if isinstance(one, Table))


@pytest.mark.parametrize(
    ("came", "how"),
    [
        (Came(), "copied"),
        (Came(smaller=3), "copied, made smaller"),
        (Came(smaller=1), "copied, one of them made smaller"),
        (Came(smaller=3, left_behind=("a script",)), "printed anew, made smaller"),
        (Came(damaged=True), "as far as the damaged file could be read, printed anew"),
        (
            Came(smaller=3, laid_out=True),
            "laid out by LibreOffice, whose lines and pages may end elsewhere than Word’s, made smaller",
        ),
    ],
)
def test_a_sheet_says_of_its_pages_only_what_was_done_to_them(came: Came, how: str) -> None:
    assert _lead(came) == f"Its three pages follow, {how}; only the line at the foot is ours."


def test_a_sheet_for_a_file_that_does_not_follow_says_so_in_a_bar_of_its_own() -> None:
    blocks = (
        file_sheet(replace(FILE, pages=0, note="It comes beside."), Running("", "", "R-1", "", "")).sections[0].blocks
    )
    bar, facts = (one for one in blocks if isinstance(one, Table))
    assert [(_words(cell.lines[0]), cell.fill) for row in bar.rows for cell in row.cells] == [
        ("NOT IN THIS FILE", Fill.INK)
    ]
    assert facts.rows
    assert (
        len(
            [
                one
                for one in file_sheet(FILE, Running("", "", "R-1", "", "")).sections[0].blocks
                if isinstance(one, Table)
            ]
        )
        == 1
    )


def test_the_letter_of_a_sheet_is_as_large_as_its_title() -> None:
    for letter, said in (("AC", "AC\u2003"), ("", "")):
        blocks = file_sheet(replace(FILE, letter=letter), Running("", "", "R-1", "", "")).sections[0].blocks
        title = next(one for one in blocks if isinstance(one, Paragraph) and one.style is Style.COVER_TITLE)
        assert _words(title.inlines) == said


def test_a_sheet_lists_what_stayed_behind_and_nothing_where_nothing_did() -> None:
    rows = {_words(row.cells[0].lines[0]): _words(row.cells[1].lines[0]) for row in _table(Came()).rows}
    assert "Stayed behind" not in rows
    left = _table(Came(left_behind=("two scripts", "a comment"))).rows[-1]
    assert [_words(cell.lines[0]) for cell in left.cells] == ["Stayed behind", "Two scripts; a comment"]
