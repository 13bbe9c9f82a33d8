# SPDX-License-Identifier: MPL-2.0
"""Every command once: its help, what it prints, its exit code; some of them as programs of their own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.cli.conftest import Cli
from tests.pack import judges

from evidencepack.bootstrap import Program
from evidencepack.errors import ExitCode

COMMANDS = (
    "sample",
    "import",
    "tenders",
    "kinds",
    "show",
    "set",
    "override",
    "wording",
    "search",
    "export",
    "check",
    "backup",
    "restore",
    "app",
    *("new", "add", "remove", "ask", "glossary"),
    *("suggest", "starters", "start", "ours"),
    *("clone", "keep", "library", "take", "changed"),
    "compare",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(cli: Cli, command: str) -> None:
    said = cli(command, "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"usage: evidencepack {command}")
    assert "-h, --help" in said.out


def test_the_help_lists_every_command_and_exit_code(program_of_its_own: Cli) -> None:
    said = program_of_its_own("--help")
    assert said.code == 0
    for command in COMMANDS:
        assert f"\n    {command} " in said.out
    for code in ExitCode:
        assert re.search(rf"\b{code.value} [a-z]", said.out)


@pytest.mark.parametrize(
    "words", [(), ("nonsense",), ("show",), ("export", "x.evidencepack"), ("set", "x", "y"), ("kinds", "--no-such")]
)
def test_wrong_usage_says_how(cli: Cli, words: tuple[str, ...]) -> None:
    said = cli(*words)
    assert said.code == 2
    assert said.out == ""
    assert said.err.startswith("usage: evidencepack")


def test_sample_makes_a_workspace(program_of_its_own: Cli, tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "bids.evidencepack"
    file.parent.mkdir()
    said = program_of_its_own("sample", file)
    assert (said.code, said.err) == (0, "")
    assert "TBN-ASC-2027-014" in said.out
    assert [path.name for path in file.parent.iterdir()] == ["bids.evidencepack"]


def test_import_makes_the_workspace_if_there_is_none(program: Program, cli: Cli, tmp_path: Path) -> None:
    file, tender = tmp_path / "new.evidencepack", tmp_path / "tender.json"
    tender.write_bytes(program.sample)
    said = cli("import", file, tender)
    assert (said.code, said.err) == (0, "")
    assert said.out == f"Imported the tender TBN-ASC-2027-014 into {file}.\n"


def test_tenders_lists_reference_deadline_and_title(cli: Cli, sample_file: Path) -> None:
    said = cli("tenders", sample_file)
    assert (said.code, said.err) == (0, "")
    assert said.out.split("  ")[:2] == ["TBN-ASC-2027-014", "26 February 2027"]
    assert "Home First Reablement" in said.out


def test_kinds_lists_documents_before_records(cli: Cli) -> None:
    said = cli("kinds")
    assert (said.code, said.err) == (0, "")
    kinds = [line.split()[:2] for line in said.out.splitlines()]
    assert ["mou", "document"] in kinds
    assert kinds.index(["dsa", "document"]) < kinds.index(["tender", "record"])
    assert len(kinds) == 53


def test_show_prints_every_answer_with_the_path_that_set_takes(cli: Cli, own_file: Path) -> None:
    said = cli("show", own_file, "TBN-MOU-01", "--json")
    assert (said.code, said.err) == (0, "")
    for answer in json.loads(said.out)["answers"][:12]:
        if answer["value"]:
            again = cli("set", own_file, answer["path"], answer["value"])
            assert again.code == 0, again
            assert again.out.splitlines()[-1].partition(": unchanged (")[2].startswith(answer["value"])


def test_set_search_and_check_tell_of_one_change(program_of_its_own: Cli, cli: Cli, own_file: Path) -> None:
    assert cli("check", own_file).out == "Nothing is missing.\n"
    said = program_of_its_own("set", own_file, "TBN-MOU-01/area", "")
    assert (said.code, said.err) == (0, "")
    assert "cleared (was: the London Borough" in said.out
    found = program_of_its_own("search", own_file, "স্বাস্থ্য", "OR", '"quotes*')
    assert (found.code, found.err) == (0, "")
    checked = program_of_its_own("check", own_file)
    assert (checked.code, checked.err) == (3, "")
    assert "to look at." in checked.out


def test_export_backup_and_restore_in_a_row(program_of_its_own: Cli, cli: Cli, own_file: Path, tmp_path: Path) -> None:
    said = cli("backup", own_file, "--to", tmp_path / "kept")
    assert (said.code, said.err) == (0, "")
    (kept,) = (tmp_path / "kept").iterdir()
    assert str(kept) in said.out
    said = cli("restore", kept, tmp_path / "again.evidencepack")
    assert (said.code, said.err) == (0, "")
    options = ["--format", "pdf", "--document", "TBN-RACI-01", "--tender", "tbn-asc-2027-014"]
    said = program_of_its_own("export", tmp_path / "again.evidencepack", "--to", tmp_path / "out", *options)
    assert (said.code, said.err) == (0, "")
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == ["TBN-RACI-01-v1.0.manifest.json", "TBN-RACI-01-v1.0.pdf"]
    assert written[0] in said.out
    assert "still to complete" not in said.out


def test_an_export_that_nobody_could_confirm_is_written_and_has_an_exit_code_of_its_own(
    cli: Cli, own_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidencepack.pack.validation.judge", judges.crash)
    said = cli("export", own_file, "--to", tmp_path / "out", "--format", "pdf", "--document", "TBN-RACI-01")
    assert (said.code, said.err) == (13, "")
    assert "Export again; if it breaks off again, please report it" in said.out
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_an_export_says_what_it_kept_and_that_the_tender_allows_fewer_sides(
    cli: Cli, own_file: Path, tmp_path: Path
) -> None:
    cli("set", own_file, "TBN-ASC-2027-014/appendix_side_limit", "2")
    (tmp_path / "pack.docx").write_bytes(b"my own")
    said = cli("export", own_file, "--to", tmp_path, "--format", "docx")
    assert (said.code, said.err) == (0, "")
    assert "it is kept as “pack (kept 1).docx”" in said.out
    assert " sides; the tender allows 2." in said.out


def test_a_pack_for_both_sides_has_documents_on_right_hand_pages(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    said = cli("export", own_file, "--to", tmp_path, "--format", "pdf", "--duplex")
    assert (said.code, said.err) == (0, "")
    listed = json.loads((tmp_path / "manifest.json").read_text("utf-8"))["files"][0]["documents"]
    assert all(document["pages"][0] % 2 == 1 for document in listed)
