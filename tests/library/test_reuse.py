# SPDX-License-Identifier: MPL-2.0
"""What of an old paper goes into a new tender: what the file says, and what holds without it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.shipped import LIBRARY

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, FieldType, Reference, Row, Table
from evidencepack.library.copying import Copied, Copying, Why, copy_record
from evidencepack.library.loader import inspect_library, load_library
from evidencepack.library.model import Field, Kind, Library
from evidencepack.library.reuse import FILE
from evidencepack.library.reuse_model import KindReuse, Reuse
from evidencepack.paths.resources import resource

DAY, NEXT = date(2027, 9, 1), date(2028, 1, 1)


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(resource("kinds"), tmp_path_factory.mktemp("library") / "kinds"))


@pytest.fixture
def after(kinds: Path) -> Callable[[str, str], list[str]]:
    """Change words of the shipped file and list the mistakes."""

    def change(old: str, new: str) -> list[str]:
        text = resource(FILE).read_text(encoding="utf-8")
        assert old in text
        (kinds.parent / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
        return [f"{error.key}: {error.problem}" for error in inspect_library(kinds)[1] if error.file == FILE]

    return change


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('stays = ["action"', 'stays = ["axtion"', "there is no kind 'axtion'"),
        ('id = "kpi"', 'id = "kpy"', "there is no kind 'kpy'"),
        ('id = "kpi"', 'id = "mou"', "stands here twice"),
        ('"readings.period_start"', '"readings.begin"', "the kind has no field 'readings.begin'"),
        ('keep = ["held_on"]', 'keep = ["title"]', "'title' is no date"),
        ('clear = ["basis_confirmed"]', 'clears = ["basis_confirmed"]', "clears"),
    ],
)
def test_a_mistake_is_named(after: Callable[[str, str], list[str]], old: str, new: str, problem: str) -> None:
    assert problem in " ".join(after(old, new))


def test_the_shipped_file_has_no_mistake(after: Callable[[str, str], list[str]]) -> None:
    assert after("stays", "stays") == []
    assert {"action", "clarification", "decision", "set_aside", "signed_words"} == LIBRARY.reuse.stays


def test_without_the_file_every_date_is_left_out(tmp_path: Path) -> None:
    library = load_library(Path(shutil.copytree(resource("kinds"), tmp_path / "kinds")))
    assert library.reuse == Reuse()


def copied(answers: dict[str, Answer], rules: KindReuse | None = None, *, whole: bool = False) -> Copied:
    """Return the copy of a document of a kind that nobody has written a line about, unless ``rules`` are."""
    column = Field("day", "Day", FieldType.DATE, "")
    fields = [
        Field("words", "Words", FieldType.LONG_TEXT, ""),
        Field("signed_on", "Signed", FieldType.DATE, ""),
        Field("review_date", "Review", FieldType.DATE, ""),
        Field("other", "Other", FieldType.REFERENCE, "", to="paper"),
        Field("rows", "Rows", FieldType.TABLE, "", columns=(column, Field("what", "What", FieldType.TEXT, ""))),
        Field("status", "Status", FieldType.TEXT, ""),
        Field("version", "Version", FieldType.TEXT, ""),
    ]
    kind = Kind("paper", 1, "Paper", "Paper", "P", "", True, {one.id: one for one in fields}, (), {})
    reuse = Reuse(ahead=frozenset({"review_date"}), kinds={"paper": rules} if rules else {})
    how = Copying(Library({"paper": kind}, reuse=reuse), {"old": "new"}, {"there"}.__contains__, DAY, whole=whole)
    return copy_record(how, Record("old", "paper", "P-1", "t1", answers, "a_starter"), tender="t2")


def test_a_date_of_a_new_kind_is_left_out_and_listed() -> None:
    found = copied({"words": "Hello", "signed_on": DAY})
    assert found.record == Record("new", "paper", "P-1", "t2", {"words": "Hello"}, "a_starter")
    [cleared] = found.cleared
    assert (cleared.path, cleared.label, cleared.said, cleared.why) == (
        FieldPath("new", "signed_on"),
        "Signed",
        DAY,
        Why.OLD_TENDER,
    )


def test_a_date_that_is_to_be_kept_is_kept_and_an_answer_to_be_cleared_is_not() -> None:
    rules = KindReuse(keep=frozenset({"signed_on", "rows.day"}), clear=frozenset({"rows.what"}))
    table = Table((Row(new_id(), {"day": DAY, "what": "x"}, "an_example"),))
    found = copied({"signed_on": DAY, "rows": table}, rules)
    rows = found.record.answers["rows"]
    assert isinstance(rows, Table)
    assert found.record.answers["signed_on"] == DAY
    assert [(row.cells, row.example) for row in rows.rows] == [({"day": DAY}, "an_example")]
    assert rows.rows[0].id != table.rows[0].id
    assert [one.label for one in found.cleared] == ["Rows: What"]


def test_a_whole_table_can_be_left_out() -> None:
    found = copied({"rows": Table((Row(new_id(), {"what": "x"}),))}, KindReuse(clear=frozenset({"rows"})))
    assert (found.record.answers, [one.label for one in found.cleared]) == ({}, ["Rows"])


def test_a_review_date_is_kept_on_its_day_and_not_after() -> None:
    assert copied({"review_date": DAY}).record.answers == {"review_date": DAY}
    assert copied({"review_date": date(2027, 8, 31)}).record.answers == {}
    assert copied({"review_date": NEXT}).cleared == ()


def test_a_copy_points_at_the_copy_at_what_is_there_and_at_nothing_else() -> None:
    for target, now in (("old", Reference("new")), ("there", Reference("there")), ("gone", None)):
        assert copied({"other": Reference(target)}).record.answers.get("other") == now
    assert [one.why for one in copied({"other": Reference("gone")}).cleared] == [Why.GONE]


def test_a_typed_id_follows_its_record_and_other_words_stay() -> None:
    assert copied({"words": "old/words"}).record.answers["words"] == "new/words"
    assert copied({"words": "old words"}).record.answers["words"] == "old words"


def test_a_copy_is_a_draft_unless_all_of_it_is_kept() -> None:
    said: dict[str, Answer] = {"status": "signed", "version": "2.0", "signed_on": DAY}
    assert copied(said).record.answers == {"status": "draft", "version": "0.1"}
    assert copied(said, whole=True).record.answers == said


def test_an_answer_that_its_kind_no_longer_asks_for_is_not_copied() -> None:
    assert copied({"forgotten": "x"}).record.answers == {}
