# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidencepack.domain.trade import Audience, EvaluatorQuestion, Strength, Visibility, Weight
from evidencepack.domain.values import FieldType
from evidencepack.errors import ExitCode
from evidencepack.library.loader import inspect_library, load_library
from evidencepack.library.model import Condition, UnknownKindError
from evidencepack.library.model import Test as Asks
from evidencepack.library.problems import KindError
from evidencepack.paths.resources import resource


def test_a_library_without_a_mistake_loads_every_kind(folder: Path) -> None:
    library = load_library(folder)
    assert set(library.kinds) == {"mou", "organisation", "tender", "governance", "contribution"}
    assert library["mou"].document
    assert not library["organisation"].document


def test_a_document_kind_carries_what_its_file_says(folder: Path) -> None:
    mou = load_library(folder)["mou"]
    assert mou.answers == {EvaluatorQuestion.PURPOSE: Strength.MAIN}
    assert mou.parties == "parties"
    assert mou.fields["law"].choices[0].label == "England and Wales"
    assert mou.fields["how"].shown_when == (Condition("personal_data", Asks.IS, ("yes",)),)
    assert [clause.key for clause in mou.clauses] == ["purpose", "rest"]
    assert mou.clauses[0].audience is Audience.PACK
    assert mou.schedules[0].columns[0].width == 30
    assert mou.signatures[0].heading == "Signatures"


def test_fields_are_private_unless_the_kind_says_otherwise(folder: Path) -> None:
    assert load_library(folder)["mou"].fields["note"].visibility is Visibility.PRIVATE


def test_columns_take_visibility_and_weight_from_their_table(folder: Path, after: Callable[..., list[str]]) -> None:
    assert after('help = "Who signs."', 'help = "Who signs."\nweight = "re-sign"') == []
    column = load_library(folder)["mou"].fields["parties"].column("capacity")
    assert (column.visibility, column.weight) == (Visibility.PACK, Weight.RE_SIGN)


def test_a_table_of_shared_records_has_their_fields_as_columns(folder: Path) -> None:
    field = load_library(folder)["mou"].fields["contributions"]
    assert [column.id for column in field.columns] == ["party", "what"]
    assert field.column("party").type is FieldType.REFERENCE


def test_a_pick_list_can_serve_several_fields(folder: Path, after: Callable[..., list[str]]) -> None:
    shared = """
[[field]]
id = "law_2"
label = "Law 2"
type = "choice"
help = "Which law applies."
[[choice]]
of = ["law_2", "law"]
id = "ni"
label = "Northern Ireland"
"""
    after('"law", "personal_data"', '"law", "law_2", "personal_data"')
    assert after("[[signature]]", shared + "[[signature]]") == []
    fields = load_library(folder)["mou"].fields
    assert [choice.id for choice in fields["law_2"].choices] == ["ni"]
    assert [choice.id for choice in fields["law"].choices] == ["england_wales", "scotland", "ni"]


def test_a_mistake_is_an_error_that_names_file_and_key_and_carries_its_exit_code(
    folder: Path, after: Callable[..., list[str]]
) -> None:
    after("words = 120", "wordz = 120")
    with pytest.raises(KindError) as caught:
        load_library(folder)
    assert caught.value.exit_code is ExitCode.BAD_KIND
    assert caught.value.file == "documents/mou.toml"
    assert caught.value.key == "field purpose.wordz"
    assert str(caught.value).startswith("documents/mou.toml, field purpose.wordz: is not a known key")


def test_every_mistake_of_every_file_is_found_at_once(after: Callable[..., list[str]]) -> None:
    after('help = "Who bids."', "", record="tender")
    found = after("words = 120", 'words = "many"')
    assert found == ["field purpose.words: expected a whole number", "field lead_provider.help: is missing"]


def test_a_folder_without_kinds_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KindError, match="there is no kind"):
        load_library(tmp_path)


def test_two_files_cannot_have_the_same_id(folder: Path, mou_text: str) -> None:
    (folder / "documents" / "z.toml").write_text(mou_text, encoding="utf-8")
    [error] = inspect_library(folder)[1]
    assert (error.file, error.key) == ("documents/z.toml", "id")
    assert "documents/mou.toml" in error.problem


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "documents" / "folder.toml").mkdir()
    [error] = inspect_library(folder)[1]
    assert error.problem.startswith("cannot be read")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"\xff", "is not text in UTF-8 (byte 0)"),
        (b"id = ", "is not TOML: Invalid value (at end of document)"),
        (b"id = " + b"[" * 50_000, "holds a number or a nesting that is too large to read"),
        (b"id = " + b"9" * 50_000, "holds a number or a nesting that is too large to read"),
    ],
)
def test_a_file_that_is_not_toml_is_one_mistake(folder: Path, data: bytes, problem: str) -> None:
    (folder / "documents" / "mou.toml").write_bytes(data)
    assert [error.problem for error in inspect_library(folder)[1]] == [problem]


def test_a_file_with_a_mistake_of_its_own_is_named_before_those_that_only_point_at_it(tmp_path: Path) -> None:
    kinds = tmp_path / "kinds"
    shutil.copytree(resource("kinds"), kinds)
    for content in ("", "id = 7"):
        (kinds / "records" / "organisation.toml").write_text(content, encoding="utf-8")
        first, *others = inspect_library(kinds)[1]
        assert first.file == "records/organisation.toml"
        assert any(error.file == "documents/case_study.toml" for error in others)


def test_a_kind_that_came_with_the_program_and_is_gone_is_named_first(tmp_path: Path) -> None:
    kinds = tmp_path / "kinds"
    shutil.copytree(resource("kinds"), kinds)
    (kinds / "documents" / "mou.toml").unlink()
    with pytest.raises(KindError, match=r"^mou\.toml, file: is missing\.") as caught:
        load_library(kinds)
    assert caught.value.exit_code is ExitCode.BAD_KIND


def test_a_list_of_kinds_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "VERSIONS.toml").write_bytes(b"[mou")
    assert [error.file for error in inspect_library(folder)[1]] == ["VERSIONS.toml"]


def test_a_kind_that_a_workspace_has_and_the_program_has_not_is_said(folder: Path) -> None:
    with pytest.raises(UnknownKindError, match=r"no kind “poem”: its file poem\.toml is missing\. No answer") as caught:
        load_library(folder)["poem"]
    assert caught.value.exit_code is ExitCode.BAD_KIND


KEYS = ("id", "version", "title", "label", "help", "type", "fields", "of", "key", "heading", "text", "layout", "when",
        "shown_when", "rows_of", "to", "answers", "width", "visibility", "audience", "advice", "cell")  # fmt: skip
VALUES = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from(["mou", "table", "x set"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=8,
)


def _toml(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return '"' + "".join(f"\\U{ord(letter):08x}" for letter in value) + '"'
        case list():
            return f"[{', '.join(map(_toml, value))}]"
        case dict():
            return "{" + ", ".join(f"{key} = {_toml(inner)}" for key, inner in value.items()) + "}"
        case _:
            return str(value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text() | st.binary(), st.sampled_from(["documents", "records"]))
def test_no_text_at_all_gives_anything_but_a_kind_error(folder: Path, data: str | bytes, place: str) -> None:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    (folder / place / "any.toml").write_bytes(raw)
    assert inspect_library(folder)[1]


TABLES = st.dictionaries(
    st.sampled_from(["step", "field", "column", "choice", "clause", "schedule", "cell", "signature"]),
    st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6), max_size=3),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(KEYS), VALUES), TABLES)
def test_no_toml_of_the_wrong_shapes_gives_anything_but_a_kind_error(
    folder: Path, top: dict[str, object], tables: dict[str, list[dict[str, object]]]
) -> None:
    lines = [f"{key} = {_toml(value)}" for key, value in {**top, **tables}.items()]
    (folder / "documents" / "any.toml").write_text("\n".join(lines), encoding="utf-8")
    errors = inspect_library(folder)[1]
    assert errors
    assert all(isinstance(error, KindError) for error in errors)
