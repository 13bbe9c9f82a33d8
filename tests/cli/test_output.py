# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import io

import pytest

from evidencepack.cli.output import Bar, complain, counted, one_line, say_table, seen


class Screen(io.StringIO):
    """A stream that a person watches."""

    def isatty(self) -> bool:
        return True


def test_columns_are_as_wide_as_their_longest_cell(capsys: pytest.CaptureFixture[str]) -> None:
    say_table([("a", "long cell", "x"), ("longer", "b", "")])
    assert capsys.readouterr().out == "a       long cell  x\nlonger  b\n"


def test_no_rows_print_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    say_table([])
    assert capsys.readouterr().out == ""


def test_things_are_counted() -> None:
    assert (counted(1, "page"), counted(0, "page"), counted(1200, "page")) == ("1 page", "0 pages", "1,200 pages")


def test_text_of_many_lines_becomes_one() -> None:
    assert one_line("one\n\ntwo\t three ") == "one two three"


def test_the_bar_shows_how_far_it_is_and_goes_away() -> None:
    screen = Screen()
    bar = Bar(screen)
    bar(0, 2, "documents/A-TBN-MOU-01")
    bar(1, 2, "pack")
    shown = screen.getvalue().split("\r")
    assert shown[1] == f"[{'.' * 24}] 0 of 2  documents/A-TBN-MOU-01"
    assert shown[2].rstrip() == f"[{'#' * 12}{'.' * 12}] 1 of 2  pack"
    assert len(shown[2]) == len(shown[1])
    bar.close()
    assert screen.getvalue().split("\r")[3].strip() == ""


def test_the_bar_is_silent_where_nobody_watches() -> None:
    stream = io.StringIO()
    bar = Bar(stream)
    bar(1, 2, "pack")
    bar.close()
    assert stream.getvalue() == ""


def test_a_bar_of_nothing_to_do_is_no_fault() -> None:
    screen = Screen()
    Bar(screen)(0, 0, "")
    assert "0 of 0" in screen.getvalue()


def test_signs_that_turn_or_steer_a_terminal_go_and_those_that_scripts_need_stay() -> None:
    assert seen("a\x1b[31m \u202eb\u2067\u200f\x9b\ufeff") == "a[31m b"
    assert seen("मैत्री क्\u200dष\tनमस्ते\nمی\u200cخواهم") == "मैत्री क्\u200dष\tनमस्ते\nمی\u200cخواهم"


def test_a_complaint_that_quotes_such_a_sign_is_printed_without_it(capsys: pytest.CaptureFixture[str]) -> None:
    complain("No tender is called “T\u202e-1\x1b”.")
    assert capsys.readouterr().err == "evidencepack: No tender is called “T-1”.\n"
