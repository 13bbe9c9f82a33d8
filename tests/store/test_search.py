# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Record
from evidencepack.domain.text import clean
from evidencepack.domain.values import FieldType, Number, Scalar
from evidencepack.store.search import Hit, fold
from evidencepack.store.workspace import Workspace

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def write(workspace: Workspace, record: Record, text: str, field: str = "purpose") -> FieldPath:
    path = FieldPath(record.id, field)
    workspace.set_value(path, FieldType.LONG_TEXT, text)
    return path


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("মৈত্রী কমিউনিটি ট্রাস্ট", "কমিউনিটি"),
        ("মৈত্রী কমিউনিটি ট্রাস্ট", "মৈ ট্রা"),
        ("Zażółć gęślą jaźń, Łódź", "łódź"),
        ("Zażółć gęślą jaźń, Łódź", "zazolc lodz"),
        ("Cyd-weithio yng Nghymru â'r tŷ", "cyd weith"),
        ("Cyd-weithio yng Nghymru â'r tŷ", "TY"),
        ("Ilé ẹ̀kọ́ Àjọṣe", "eko ajose"),
        ("Příbram and Straße", "pribram STRASSE"),
        ("R&D; the partner's 48 hours", "r&d"),
        ("R&D; the partner's 48 hours", "48 PARTN"),
    ],
)
def test_words_are_found_whole_or_begun_with_or_without_accents(
    workspace: Workspace, mou: Record, text: str, words: str
) -> None:
    path = write(workspace, mou, text)
    assert workspace.search(words) == (Hit(str(path), mou.id, "mou", "TBN-MOU-01", mou.tender, text),)


@pytest.mark.parametrize("words", ["", "  ", "&", '"', "কমলা", "hours home", "ours"])
def test_what_is_not_there_is_not_found(workspace: Workspace, mou: Record, words: str) -> None:
    write(workspace, mou, "48 hours মৈত্রী")
    assert workspace.search(words) == ()


@pytest.mark.parametrize(
    "words", ['"', "home AND", "NOT", "NEAR(home first)", "words:home", "^home", "home*", "home -x", "(", "{a b}:"]
)
def test_what_is_typed_is_never_a_query_language(workspace: Workspace, mou: Record, words: str) -> None:
    write(workspace, mou, "home AND first near NOT words a b x")
    assert isinstance(workspace.search(words), tuple)


def test_a_word_of_the_query_language_is_a_word(workspace: Workspace, mou: Record) -> None:
    write(workspace, mou, "neither OR nor")
    assert workspace.search("home OR nor") == ()
    assert len(workspace.search("or NOR")) == 1


@SHARED
@given(st.text(st.characters(codec=None), max_size=40))
def test_any_text_can_be_searched_for(workspace: Workspace, text: str) -> None:
    assert isinstance(workspace.search(text), tuple)


@SHARED
@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_every_word_of_a_text_finds_it(workspace: Workspace, text: str) -> None:
    record = workspace.add_record("note", new_id())
    path = write(workspace, record, text)
    for word in fold(clean(text).text):
        assert str(path) in {hit.path for hit in workspace.search(word, limit=10_000)}
    workspace.remove_record(record.id)


def test_only_the_text_as_it_stands_now_is_found(workspace: Workspace, mou: Record) -> None:
    path = write(workspace, mou, "fewer falls")
    workspace.set_value(path, FieldType.LONG_TEXT, "more visits")
    assert workspace.search("falls") == ()
    assert len(workspace.search("visits")) == 1
    workspace.set_value(path, FieldType.LONG_TEXT, None)
    assert workspace.search("visits") == ()


def test_cells_references_units_and_file_names_are_found_and_choices_are_not(workspace: Workspace, mou: Record) -> None:
    row = workspace.add_row(mou.id, "objectives")
    answers: list[tuple[str, FieldType, Scalar]] = [
        ("what", FieldType.TEXT, "alpha"),
        ("target", FieldType.NUMBER, Number(Decimal(12), "alphas a week")),
        ("proof", FieldType.FILE, workspace.attach(b"x", "alpha.pdf", "application/pdf")),
        ("state", FieldType.CHOICE, "alpha"),
    ]
    for column, kind, value in answers:
        workspace.set_value(FieldPath(mou.id, "objectives", row, column), kind, value)
    assert {hit.path.rpartition("/")[2] for hit in workspace.search("alpha")} == {"what", "target", "proof"}
    assert [(hit.path, hit.text) for hit in workspace.search("tbn-mou")] == [(mou.id, "TBN-MOU-01")]


def test_the_best_come_first_and_no_more_than_asked_for(workspace: Workspace, mou: Record) -> None:
    write(workspace, mou, "a long text about many things and, once, reablement at home", "much")
    write(workspace, mou, "reablement", "little")
    hits = workspace.search("reablement")
    assert [hit.path for hit in hits] == [f"{mou.id}/little", f"{mou.id}/much"]
    assert workspace.search("reablement", limit=1) == hits[:1]


def test_records_of_a_removed_tender_are_not_found(workspace: Workspace, mou: Record) -> None:
    write(workspace, mou, "reablement")
    workspace.remove_record(mou.tender)
    assert workspace.search("reablement") == ()


def test_a_query_of_a_thousand_words_is_cut_not_refused(workspace: Workspace, mou: Record) -> None:
    write(workspace, mou, "word")
    assert len(workspace.search("word " * 1000)) == 1
