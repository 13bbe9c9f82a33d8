# SPDX-License-Identifier: MPL-2.0
"""clone, remove, keep, library, take and changed, as a person types them, and a clone that is killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Cli

from evidencepack.bootstrap import Program
from evidencepack.cli.output import quoted
from evidencepack.errors import ExitCode
from evidencepack.store.workspace import open_workspace
from evidencepack.usecases.origins import ORIGIN

OLD, NEW, NAME = "TBN-ASC-2027-014", "KEN <b>&{{ যত্ন", "Allotment <b>&{{ যত্ন"
KEEP = ("--name", NAME, "--review-by", "1 March 2199", "--tender", OLD)


@pytest.fixture
def cloned(cli: Cli, own_file: Path) -> Path:
    """Return a workspace with the sample tender and its clone."""
    assert cli("clone", own_file, OLD, NEW, "--title", "Kensington").code == ExitCode.OK
    return own_file


def test_clone_says_what_came_what_did_not_and_what_to_do_next(cli: Cli, own_file: Path) -> None:
    said = cli("clone", own_file, OLD, NEW, "--title", "Kensington")
    assert (said.code, said.err) == (ExitCode.OK, "")
    assert said.out.startswith(f"Made the tender {NEW} with ")
    for words in (
        "Every paper in it is a draft, version 0.1.",
        "Not copied, because it is what the old buyer asks or what was done there: ",
        " answers left empty, because it belonged to the old tender: Sign-off sheet (",
        " answers left empty, because it points at something that is not in this tender: Partnership narrative (4).\n",
        f" records still name the old tender, in words:\n  Tender {NEW}: “London Borough of Thamesbourne”, under: ",
        " others\n",
        f"evidencepack check {own_file} --tender {quoted(NEW)}",
        f"evidencepack remove {own_file} {quoted(NEW)} --yes",
    ):
        assert words in said.out
    assert len(said.out.splitlines()) < 20
    assert NEW in cli("tenders", own_file).out


def test_clone_lists_everything_on_request(cli: Cli, own_file: Path) -> None:
    said = cli("clone", own_file, OLD, NEW, "--list")
    for words in (
        "Not copied, because it is what the old buyer asks or what was done there: LOT-1, LOT-2",
        "Left empty, because it belonged to the old tender:\n",
        "When must it be in?",
        "Left empty, because it points at something that is not in this tender:\n",
        "TBN-LOS-KR: “London Borough of Thamesbourne”, under: To whom is it addressed?",
    ):
        assert words in said.out
    assert "others" not in said.out


def test_a_clone_that_nobody_wants_is_removed_after_a_backup(cli: Cli, cloned: Path) -> None:
    backups = len(list((cloned.parent / "backups").iterdir()))
    asked = cli("remove", cloned, NEW)
    assert (asked.code, asked.out) == (ExitCode.BAD_INPUT, "")
    assert "would go with it. Nothing was changed. If you want that, add --yes to the command." in asked.err
    assert len(json.loads(cli("tenders", cloned, "--json").out)["tenders"]) == 2
    said = cli("remove", cloned, NEW, "--yes").out
    assert f"Its history stays. A backup was made before, in {cloned.parent / 'backups'}." in said
    assert len(json.loads(cli("tenders", cloned, "--json").out)["tenders"]) == 1
    assert len(list((cloned.parent / "backups").iterdir())) >= backups
    assert cli("remove", cloned, NEW).code == ExitCode.NOT_FOUND


def test_a_reference_that_is_taken_says_so(cli: Cli, own_file: Path) -> None:
    said = cli("clone", own_file, OLD, OLD)
    assert (said.code, said.out) == (ExitCode.BAD_INPUT, "")
    assert "Nothing was copied" in said.err


def test_the_check_finds_what_a_clone_leaves_to_look_at(cli: Cli, cloned: Path) -> None:
    cli("set", cloned, "MT/legal_name", "Maitree CIO", "--tender", OLD)
    said = cli("check", cloned, "--tender", NEW, "--all")
    assert said.code == ExitCode.FINDINGS
    assert {rule for rule in ("CHK-RU-51", "CHK-RU-52", "CHK-RU-55") if rule in said.out} == {
        "CHK-RU-51",
        "CHK-RU-52",
        "CHK-RU-55",
    }
    assert "CHK-RU" not in cli("check", cloned, "--tender", OLD).out


def test_changes_are_shown_beside_each_other_accepted_and_kept(cli: Cli, cloned: Path) -> None:
    assert "Nothing has changed" in cli("changed", cloned, "--tender", NEW).out
    cli("set", cloned, "MT/legal_name", "Maitree CIO", "--tender", OLD)
    cli("set", cloned, "KPI-01/target", "99", "--tender", OLD)
    said = cli("changed", cloned, "--tender", NEW)
    assert "Maitree Community Trust                                   Maitree CIO" in said.out
    assert "2 changes to look at. Nothing of yours was touched." in said.out
    data = json.loads(cli("changed", cloned, "--tender", NEW, "--json").out)["changed"]
    assert {one["name"] for one in data} == {"MT/legal_name", "KPI-01/target"}
    keep = ("--keep", "MT/legal_name", "--in", "TBN-MOU-01", "--reason", "It was signed so.")
    said = cli("changed", cloned, "--tender", NEW, "--accept", "KPI-01/target", *keep)
    assert "KPI-01/target: 99 (was: 95)" in said.out
    assert "TBN-MOU-01 goes on saying Maitree Community Trust." in said.out
    assert "Nothing has changed" in cli("changed", cloned, "--tender", NEW).out
    assert cli("changed", cloned, "--tender", NEW, "--accept", "KPI-01/target").code == ExitCode.NOT_FOUND


def test_a_change_can_be_put_away(cli: Cli, cloned: Path) -> None:
    cli("set", cloned, "MT/legal_name", "Maitree CIO", "--tender", OLD)
    cli("set", cloned, "KPI-01/target", "99", "--tender", OLD)
    said = cli("changed", cloned, "--tender", NEW, "--keep", "KPI-01/target", "--keep", "MT/legal_name")
    assert "KPI-01/target: yours stays: 95" in said.out
    assert "MT/legal_name: you have seen it. Papers say Maitree CIO" in said.out


def test_something_is_kept_listed_taken_and_let_go(cli: Cli, cloned: Path) -> None:
    assert "Nothing is kept yet" in cli("library", cloned).out
    assert cli("keep", cloned, "TBN-CS-01", *KEEP, "--owner", "PER-01").out == (
        f"Kept TBN-CS-01 as “{NAME}”. Look at it again by 1 March 2199.\n"
    )
    assert "not used yet" in cli("library", cloned).out
    said = cli("take", cloned, NAME, "--tender", NEW)
    assert said.out.startswith(f"Took “{NAME}” from the library: TBN-CS-06.")
    assert f"last used in {NEW} on " in cli("library", cloned).out
    [row] = json.loads(cli("library", cloned, "--json").out)["library"]
    assert (row["name"], row["what"], row["used_in"], row["uses"]) == (NAME, "Case study", NEW, 1)
    assert "keep their copies" in cli("library", cloned, "--remove", NAME).out
    assert "Nothing is kept yet" in cli("library", cloned).out
    assert cli("show", cloned, "TBN-CS-06", "--tender", NEW).code == ExitCode.OK


def test_what_was_not_kept_or_is_past_is_said(cli: Cli, cloned: Path) -> None:
    said = cli("keep", cloned, "TBN-MOU-01", "--name", "MOU", "--review-by", "1 March 2020", "--tender", OLD)
    assert "Not kept, because it points at something of that tender alone: " in said.out
    assert "(PAST)" in cli("library", cloned).out
    assert "and that is past" in cli("take", cloned, "MOU", "--into", NEW).out


def test_a_tender_file_comes_in_as_a_new_tender(cli: Cli, program: Program, own_file: Path, tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(program.sample.replace(b"Maitree Community Trust", b"Maitree CIO"))
    said = cli("import", own_file, tmp_path / "one.json", "--as", NEW, "--title", "Kensington")
    assert said.code == ExitCode.OK
    assert f"Imported the tender {NEW}" in said.out
    assert "were here already. Yours stay." in said.out
    assert "about them otherwise. See both with: evidencepack changed" in said.out
    assert "left empty, because it belonged to the old tender: " in said.out
    assert "MT/legal_name" in cli("changed", own_file, "--tender", NEW).out


def test_a_clone_that_is_killed_in_the_middle_was_never_there(own_file: Path) -> None:
    journal = own_file.with_name(own_file.name + "-journal")
    command = [sys.executable, "-m", "evidencepack", "clone", str(own_file), OLD, "KEN-1"]
    around = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=around) as running:
        while running.poll() is None and not (journal.exists() and journal.stat().st_size > 50_000):
            pass
        assert running.poll() is None
        running.kill()
    with open_workspace(own_file) as workspace:
        assert [one.reference for one in workspace.tenders()] == [OLD]
        assert workspace.of_kind(ORIGIN) == ()
        assert len({one.id for one in workspace.of_kind("mou")}) == 1
        workspace.backup(own_file.parent)
