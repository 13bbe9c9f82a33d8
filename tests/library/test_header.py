# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer
from evidencepack.library.header import goes_into_pack, goes_short, is_over
from evidencepack.library.loader import inspect_library, load_library
from evidencepack.library.model import Library

HEADER = """
[[step]]
id = "version_owner"
title = "Version and owner"
fields = ["version", "in_pack", "pack_form"]
[[field]]
id = "version"
label = "Version"
type = "text"
help = "Two numbers with a dot."
example = "1.0"
[[field]]
id = "in_pack"
label = "In the pack?"
type = "yes_no"
help = "Say no for papers nobody asked for."
[[field]]
id = "pack_form"
label = "In which form?"
type = "choice"
help = "The full paper, or its short form."
[[choice]]
of = "pack_form"
id = "full"
label = "Full"
[[choice]]
of = "pack_form"
id = "short"
label = "Short"
"""
OWN = '[[field]]\nid = "version"\nlabel = "Edition"\ntype = "text"\nhelp = "As printed."\nexample = "1"\n\n[[clause]]'


@pytest.fixture
def headed(folder: Path) -> Callable[..., Library]:
    """Write a header beside the small library, change the words of its document, and load it."""

    def make(old: str = "", new: str = "") -> Library:
        (folder / "header.toml").write_text(HEADER, encoding="utf-8")
        file = folder / "documents" / "mou.toml"
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        return load_library(folder)

    return make


def test_every_document_ends_with_the_step_of_the_header(headed: Callable[..., Library]) -> None:
    library = headed()
    assert [step.id for step in library["mou"].steps] == ["all", "version_owner"]
    assert library["mou"].steps[-1].fields == ("version", "in_pack")
    assert library["mou"].fields["version"].label == "Version"


def test_records_have_no_header(headed: Callable[..., Library]) -> None:
    assert "version" not in headed()["organisation"].fields


def test_a_kind_that_asks_in_its_own_words_wins(headed: Callable[..., Library]) -> None:
    kind = headed("[[clause]]", OWN)["mou"]
    assert kind.fields["version"].label == "Edition"
    assert kind.steps[-1].fields == ("version", "in_pack")


def test_a_question_of_the_header_may_stand_in_another_step(headed: Callable[..., Library]) -> None:
    kind = headed('fields = ["parties", ', 'fields = ["version", "parties", ')["mou"]
    assert kind.steps[0].fields[0] == "version"
    assert kind.steps[-1].fields == ("in_pack",)


def test_a_folder_without_a_header_has_only_its_kinds(folder: Path) -> None:
    assert [step.id for step in load_library(folder)["mou"].steps] == ["all"]


def test_a_mistake_of_the_header_is_named(folder: Path) -> None:
    (folder / "header.toml").write_text(HEADER.replace('title = "Version and owner"', ""), encoding="utf-8")
    said = [f"{error.file}: {error.key}: {error.problem}" for error in inspect_library(folder)[1]]
    assert said == ["header.toml: step version_owner.title: is missing"]


def test_a_header_has_one_step(folder: Path) -> None:
    (folder / "header.toml").write_text("[other]\n", encoding="utf-8")
    assert {error.problem for error in inspect_library(folder)[1]} >= {"the header has one step"}


@pytest.mark.parametrize(
    ("usual", "answer", "status", "goes"),
    [
        ("true", None, "agreed", True),
        ("true", False, "agreed", False),
        ("false", None, "agreed", False),
        ("false", True, "agreed", True),
        ("true", True, "withdrawn", False),
        ("true", None, "superseded", False),
        ("true", None, None, True),
    ],
)
def test_what_goes_into_the_pack(
    headed: Callable[..., Library], usual: str, answer: Answer | None, status: str | None, *, goes: bool
) -> None:
    kind = headed('notice = "general_template"', f'notice = "general_template"\nin_pack = {usual}')["mou"]
    given: dict[str, Answer | None] = {"in_pack": answer, "status": status}
    answers = {name: value for name, value in given.items() if value is not None}
    record = Record("m1", "mou", "M", "t", answers)
    assert goes_into_pack(record, kind) is goes
    assert is_over(record) is (status in {"withdrawn", "superseded"})


def test_in_pack_goes_only_with_documents(after: Callable[..., list[str]]) -> None:
    found = after("one_per_tender = true", "one_per_tender = true\nin_pack = true", record="governance")
    assert found == ["in_pack: goes only with documents"]


SHORT = "[[clause]]\nshort = true"


def test_only_a_kind_with_short_parts_asks_in_which_form(headed: Callable[..., Library]) -> None:
    assert headed()["mou"].steps[-1].fields == ("version", "in_pack")
    with_short = headed("[[clause]]", SHORT)["mou"]
    assert with_short.steps[-1].fields == ("version", "in_pack", "pack_form")
    assert "pack_form" in with_short.fields


@pytest.mark.parametrize(
    ("parts", "default", "said", "short"),
    [
        (SHORT, "", None, False),
        (SHORT, "short", None, True),
        (SHORT, "short", "full", False),
        (SHORT, "full", "short", True),
        ("[[clause]]", "", "short", False),
    ],
)
def test_a_document_says_its_form_and_else_its_kind_does(
    headed: Callable[..., Library], parts: str, default: str, said: Answer | None, *, short: bool
) -> None:
    headed("[[clause]]", parts)
    kind = headed("version = 1\n", f'version = 1\npack_form = "{default}"\n' if default else "version = 1\n")["mou"]
    record = Record("m", "mou", "MOU-01", "t", {} if said is None else {"pack_form": said})
    assert goes_short(record, kind) is short


def test_a_form_goes_only_with_short_parts(after: Callable[..., list[str]]) -> None:
    for key, words in (("pack_form", "short"), ("short_note", "See there.")):
        found = after("version = 1\n", f'version = 1\n{key} = "{words}"\n')
        assert f"{key}: goes only with clauses and schedules that have short = true" in "\n".join(found)
