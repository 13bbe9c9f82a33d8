# SPDX-License-Identifier: MPL-2.0
"""A new kind takes one file and no code: it is asked, checked, composed, printed, listed and signed like the others."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from tests.conformance.conforming import Conforms
from tests.whole.reading import folded, pdf_bodies, pdf_text, word_text

from evidencepack.bootstrap import Program
from evidencepack.cli.main import run
from evidencepack.library.loader import inspect_library
from evidencepack.paths.resources import resource

KIND = Path(__file__).parent / "kinds" / "shadow_day.toml"
REFERENCE = "TBN-SHD-01"
_CONTENTS = 2

Run: TypeAlias = Callable[..., tuple[int, str]]


def _no_window(file: Path | None) -> int:
    pytest.fail(f"a window was opened on {file}")


@pytest.fixture(scope="module")
def resources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what stands beside the kinds, with the new one among them."""
    copy = tmp_path_factory.mktemp("resources")
    for name in ("kinds", "review"):
        shutil.copytree(resource(name), copy / name)
    for file in resource("kinds").parent.glob("*.toml"):
        shutil.copy(file, copy)
    shutil.copy(KIND, copy / "kinds" / "documents")
    return copy


@pytest.fixture
def evidencepack(
    resources: Path, program: Program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Run commands of a program that has the new kind."""
    library, problems = inspect_library(resources / "kinds")
    assert [str(problem) for problem in problems] == []
    monkeypatch.setattr(Program, "library", library)
    monkeypatch.setattr(Program, "press", program.press)

    def call(*words: str | Path) -> tuple[int, str]:
        capsys.readouterr()
        return run([str(word) for word in words], open_window=_no_window), capsys.readouterr().out

    return call


@pytest.fixture
def workspace(evidencepack: Run, tmp_path: Path) -> Path:
    """Return a workspace with the sample tender and a record of the new kind, begun from its starter."""
    file = tmp_path / "new.evidencepack"
    assert evidencepack("sample", file)[0] == 0
    assert evidencepack("start", file, "shadow_day", "spring", "--partner", "MT") == (
        0,
        f"Added A day in spring: {REFERENCE}, as an example.\n"
        "It prints as an example, and check finds it, until you change it. If it is true for you as it stands, run:\n"
        f"evidencepack ours {file} {REFERENCE}\n",
    )
    return file


def test_it_is_one_of_the_kinds(evidencepack: Run) -> None:
    said = evidencepack("kinds")[1]
    assert [line.split()[:2] for line in said.splitlines() if "shadow" in line] == [["shadow_day", "document"]]


def test_its_questions_are_checked_and_answered(evidencepack: Run, workspace: Path) -> None:
    assert _found(evidencepack, workspace, "When is the first day?")
    assert evidencepack("set", workspace, f"{REFERENCE}/first_day", "9 March 2027")[0] == 0
    assert not _found(evidencepack, workspace, "When is the first day?")
    assert evidencepack("set", workspace, f"{REFERENCE}/paid", "yes")[0] == 0
    assert _found(evidencepack, workspace, "Who pays for it?")
    assert "Community connector" in evidencepack("show", workspace, REFERENCE)[1]


def test_it_prints_alone_as_pdf_and_word_with_the_same_words(
    evidencepack: Run, workspace: Path, tmp_path: Path, conforms: Conforms
) -> None:
    _answer(evidencepack, workspace)
    assert evidencepack("export", workspace, "--document", REFERENCE, "--to", tmp_path / "alone")[0] == 0
    (pdf,), (word,) = (list((tmp_path / "alone").rglob(f"*.{form}")) for form in ("pdf", "docx"))
    conforms(pdf.read_bytes(), pdf.name)
    for text in (pdf_text(pdf.read_bytes()), word_text(word.read_bytes())):
        for words in (
            "Ferrybank and Maitree spend a day with each other every six months",
            "Each guest tells joint triage one thing to change",
            "Maitree pays for the day",
            "A Friday table in Marsh Lane",
            "10 hours",
            "We agree to these days.",
        ):
            assert words in text, words


def test_it_stands_in_the_pack_in_its_contents_and_in_its_matrix(
    evidencepack: Run, workspace: Path, tmp_path: Path
) -> None:
    _answer(evidencepack, workspace)
    assert evidencepack("export", workspace, "--to", tmp_path / "pack")[0] == 0
    folder = next((tmp_path / "pack").rglob("pack.pdf")).parent
    pages = [folded(page) for page in pdf_bodies((folder / "pack.pdf").read_bytes())]
    listed = [file["file"] for file in json.loads((folder / "manifest.json").read_bytes())["files"]]
    (letter,) = {Path(name).name[0] for name in listed if REFERENCE in name}
    assert f"{letter} Shadowing days" in pages[1]
    matrix = next(page for page in pages if "Five partners, five questions" in page)
    assert f"{letter} p {_page_of('A day beside each other', pages)}" in matrix
    assert "Each guest tells joint triage one thing to change" in word_text((folder / "pack.docx").read_bytes())


def _page_of(words: str, pages: list[str]) -> int:
    """Return the number of the first page behind the contents that says the words."""
    return next(number for number, page in enumerate(pages, start=1) if number > _CONTENTS and words in page)


def _answer(evidencepack: Run, workspace: Path) -> None:
    for field, answer in (("first_day", "9 Mar 2027"), ("paid", "yes"), ("paid_by", "Maitree")):
        assert evidencepack("set", workspace, f"{REFERENCE}/{field}", answer)[0] == 0


def _found(evidencepack: Run, workspace: Path, words: str) -> bool:
    """Whether the check has a line about the new record that says the words."""
    lines = evidencepack("check", workspace)[1].splitlines()
    return any(REFERENCE in line and words in line for line in lines)
