# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.domain.examples import after_edit, is_mark, is_untouched, left_in, starter_of, unedited
from evidencepack.domain.record import Record
from evidencepack.domain.values import Row, Table

ANSWERED = ("what", "who", "ref")


def test_an_untouched_example_is_one_with_all_its_answers_but_its_number() -> None:
    assert is_untouched("first")
    assert left_in("first", ANSWERED) == ("what", "who")
    assert starter_of("first") == "first"


def test_what_is_edited_is_taken_out_and_the_last_edit_ends_the_example() -> None:
    mark = after_edit("first", ANSWERED, "who")
    assert (mark, is_untouched(mark), starter_of(mark)) == ("first:what", False, "first")
    assert after_edit(mark, ANSWERED, "who") == mark
    assert after_edit(mark, ANSWERED, "what") == ""


def test_an_answer_that_was_empty_is_nobodys_example_and_ends_none() -> None:
    assert after_edit("first", ("what",), "owner") == "first:what"
    assert left_in("first:what", ("what", "owner")) == ("what",)


def test_a_number_that_the_program_gives_is_no_edit() -> None:
    assert after_edit("first", ANSWERED, "ref") == "first"


def test_what_has_no_mark_has_nothing_left_and_gets_none_by_an_edit() -> None:
    assert left_in("", ANSWERED) == ()
    assert after_edit("", ANSWERED, "what") == ""
    assert (starter_of(""), is_untouched("")) == ("", False)


def test_a_record_has_its_answers_and_a_row_its_cells() -> None:
    table = Table((Row("r", {"item": "x", "note": "y"}, "first:note"),))
    record = Record("a", "risk", "R", answers={"what": "w", "rows": table}, example="first")
    assert unedited(record) == ("what",)
    assert unedited(table.rows[0]) == ("note",)


@pytest.mark.parametrize("mark", ["first", "a_1:what", "first:what,who_2"])
def test_marks_are_ids_of_a_starter_perhaps_with_those_of_answers(mark: str) -> None:
    assert is_mark(mark)


@pytest.mark.parametrize("mark", ["", "First", "first:", "first:what,", ":what", "first what", "first:What"])
def test_other_words_are_no_marks(mark: str) -> None:
    assert not is_mark(mark)
