# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.searching import excerpt, search_answers


def test_a_find_says_where_it_stands(workspace: Workspace, program: Program) -> None:
    found = search_answers(workspace, "নাসরিন", library=program.library)
    assert [hit.reference for hit in found] == ["PER-07"]
    assert FieldPath.parse(found[0].path).field == "name_other_script"
    assert found[0].label == program.library["contact"].fields["name_other_script"].label


def test_a_find_in_a_table_names_table_and_column(workspace: Workspace, program: Program) -> None:
    found = search_answers(workspace, "homecoming", library=program.library)
    labels = {hit.label for hit in found if hit.kind == "mou"}
    fields = program.library["mou"].fields
    assert f"{fields['in_scope'].label}: {fields['in_scope'].column('item').label}" in labels


def test_a_find_by_reference_is_the_record(workspace: Workspace, program: Program) -> None:
    found = search_answers(workspace, "PER-07", library=program.library)
    assert program.library["contact"].title in {hit.label for hit in found}


def test_no_more_is_found_than_asked_for(workspace: Workspace, program: Program) -> None:
    assert len(search_answers(workspace, "the", library=program.library, limit=3)) == 3


LONG = "word " * 100 + "Świętochłowska speaks here. " + "more " * 100


@pytest.mark.parametrize("words", ["świętochłowska", "swietoch", "nothing swietoch"])
def test_an_excerpt_shows_the_words_that_were_looked_for(words: str) -> None:
    found = excerpt(LONG, words)
    assert "Świętochłowska" in found
    assert found.startswith("…word ")
    assert found.endswith("…")
    assert len(found) <= 160


def test_an_excerpt_without_the_words_is_the_beginning() -> None:
    assert excerpt(LONG, "zeppelin").startswith("word word")
    assert excerpt(LONG, "").startswith("word word")


def test_a_short_text_is_shown_whole_in_one_line() -> None:
    assert excerpt("one\n\ntwo", "two") == "one two"


def test_the_end_of_a_text_is_shown_to_its_end() -> None:
    found = excerpt("word " * 100 + "end", "end")
    assert found.endswith("word end")


def test_text_without_spaces_is_cut() -> None:
    found = excerpt("x" * 500 + "needle" + "y" * 500, "needle")
    assert len(found) <= 160
