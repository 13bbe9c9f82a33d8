# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Cli
from tests.pack.annexed import A4, foreign

from evidencepack.errors import ExitCode


def test_a_tender_is_begun_filled_and_checked_without_a_file_to_import(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "new.evidencepack"
    said = cli("new", file, "ABC-01", "Home care in Northwick")
    assert said.out.startswith(f"Began the tender ABC-01 in {file}.")
    assert f"evidencepack set {file} ABC-01/title " in said.out
    assert cli("add", file, "contact").out == (
        "Added PER-01. See its questions with: evidencepack ask contact\n"
        f"Answer its questions with: evidencepack set {file} PER-01/QUESTION ANSWER\n"
    )
    assert cli("set", file, "PER-01/full_name", "Ada Brown").code == 0
    assert cli("add", file, "risk", "--called", "R-1").out.startswith("Added R-1.")
    assert cli("set", file, "R-1/owner", "ada brown").out == "Who owns it?: PER-01 Ada Brown (was: empty)\n"
    assert cli("add", file, "risk_register").code == 0
    assert "Who runs the register?" in cli("check", file, "--all").out


def test_what_is_suggested_can_be_typed_in_a_shell_as_it_stands(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "my tender.evidencepack"
    said = cli("new", file, "a/b c").out
    assert f'evidencepack set "{file}" "a/b c/title" ' in said
    assert cli("set", file, "a/b c/title", "Home care").code == 0
    assert "FILE" not in said


@pytest.mark.parametrize("kind", ["origin", "house_wording", "library_item", "set_aside"])
def test_what_the_program_keeps_for_itself_is_neither_listed_nor_added(cli: Cli, own_file: Path, kind: str) -> None:
    said = cli("add", own_file, kind)
    assert (said.code, said.out) == (5, "")
    assert f"Nobody adds a “{kind}” by hand. " in said.err
    assert kind not in cli("kinds").out


def test_a_second_tender_goes_into_the_same_workspace(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "new.evidencepack"
    assert [cli("new", file, name).code for name in ("ABC-01", "ABC-02", "ABC-02")] == [0, 0, 5]
    assert len(cli("tenders", file).out.splitlines()) == 2


def test_questions_come_step_by_step_with_help_examples_and_choices(cli: Cli) -> None:
    said = cli("ask", "letter_of_support").out
    assert said.startswith("Letter of support. ")
    assert said.index("1. Who writes, and to whom?") < said.index("2. What will the partner do?")
    assert "  partner: Whose letter is it? (needed; organisation)" in said
    assert "[ ] The award and a signed contract" in said
    assert "Weak: We fully support this bid" in said
    assert "Its rows are records: evidencepack ask contribution" in said


def test_conditions_are_said_with_the_words_of_the_choice(cli: Cli) -> None:
    said = cli("ask", "letter_of_support", "condition_words").out
    assert "needed if condition is “The award, a signed contract and something else”; one line" in said


@pytest.mark.parametrize("words", [("unicorn",), ("mou", "unicorn")])
def test_a_kind_or_question_that_is_not_there_is_named(cli: Cli, words: tuple[str, ...]) -> None:
    said = cli("ask", *words)
    assert (said.code, "“unicorn”" in said.err) == (4, True)


def test_every_kind_can_be_asked(cli: Cli) -> None:
    kinds = [line.split()[0] for line in cli("kinds").out.splitlines()]
    for kind in kinds:
        assert cli("ask", kind).out.count("\n") > 5, kind


def test_a_file_becomes_an_annex(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "Public_liability.pdf"
    file.write_bytes(foreign(A4, A4).data)
    said = cli("add", own_file, "annex", "--from", file)
    assert said.out.startswith("Added AN-01: Public liability.\nIt has 2 pages\n")
    assert "Public liability" in cli("show", own_file, "AN-01").out
    titled = cli("add", own_file, "annex", "--from", file, "--title", "Cover for the hub", "--called", "INS")
    assert titled.out.startswith("Added INS: Cover for the hub.")


def test_only_an_annex_is_added_from_a_file(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "policy.pdf"
    file.write_bytes(b"%PDF-1.7 nothing more")
    for what, words in (("contact", "Only an annex"), ("annex", "“policy.pdf” cannot be an annex")):
        said = cli("add", own_file, what, "--from", file)
        assert said.code == ExitCode.BAD_INPUT
        assert words in said.err
        assert said.err.count("Nothing was changed") == 1
