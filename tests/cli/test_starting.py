# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Cli

from evidencepack.store.workspace import create_workspace


def test_an_example_is_put_in_found_by_the_check_and_made_ours(cli: Cli, own_file: Path) -> None:
    said = cli("start", own_file, "mou", "no_money", "--partner", "MT")
    assert said.code == 0
    first, _, command = said.out.splitlines()
    path = first.removeprefix("Added Out: handling money: ").removesuffix(", as an example.")
    assert command == f"evidencepack ours {own_file} {path}"
    checked = cli("check", own_file)
    assert checked.code == 3
    assert "blocks   CHK-EX-51" in checked.out or "blocks  CHK-EX-51" in checked.out
    said = cli("ours", own_file, path)
    assert (said.code, said.out) == (0, f"{path} is yours now, as it stands.\n")
    assert "CHK-EX-51" not in cli("check", own_file).out


def test_an_edit_makes_an_example_ones_own_too(cli: Cli, own_file: Path) -> None:
    path = cli("start", own_file, "mou", "no_money").out.splitlines()[2].split()[-1]
    cli("set", own_file, f"{path}/item", "keeping anybody’s bank card")
    said = cli("ours", own_file, path)
    assert said.code == 4
    assert f"{path} is no example." in said.err


def test_suggestions_for_a_partner_say_what_it_is_best_for_and_what_to_begin_with(cli: Cli, sample_file: Path) -> None:
    said = cli("suggest", sample_file, "MT")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0] == "Maitree (MT): community partner"
    assert [line.split("  ")[1] for line in lines[1:] if line[2:3].strip()] == [
        "Best for",
        "Show",
        "Risk",
        "Instead",
        "Begin with",
        "Examples",
    ]
    assert "[x] How people are referred" in said.out
    assert "Memorandum of understanding: TBN-MOU-01" in said.out
    assert "raci community_plan: Reconnecting with people and places" in said.out


def test_suggestions_as_json(cli: Cli, sample_file: Path) -> None:
    found = json.loads(cli("suggest", sample_file, "--json").out)["suggestions"]
    assert {one["reference"] for one in found} >= {"MT", "OH", "LC", "KR"}
    assert all(one["points"] and one["kinds"] and one["starters"] for one in found)


def test_without_partners_there_is_nothing_to_suggest(cli: Cli, tmp_path: Path) -> None:
    with create_workspace(tmp_path / "new.evidencepack") as workspace:
        workspace.add_record("tender", "T-1")
    said = cli("suggest", tmp_path / "new.evidencepack")
    assert said.code == 0
    assert said.out.startswith("The tender names no partner whose type is known.")


def test_starters_of_a_kind_are_listed(cli: Cli, own_file: Path) -> None:
    cli("start", own_file, "raci", "community_plan", "--partner", "MT")
    said = cli("starters", own_file, "raci")
    assert said.code == 0
    (line,) = [line for line in said.out.splitlines() if "community_plan" in line]
    assert line.split()[:3] == ["raci", "community_plan", "vcse"]
    assert "(there: TBN-RACI-01/activities/" in line
    found = json.loads(cli("starters", own_file, "--json").out)["starters"]
    assert all(set(one) == {"kind", "starter", "title", "partners", "there"} for one in found)
    assert cli("starters", own_file, "contact").out == "There is no starter for contact.\n"


def test_what_does_not_exist_is_refused(cli: Cli, own_file: Path) -> None:
    assert cli("start", own_file, "raci", "nothing").code == 4
    assert cli("starters", own_file, "poem").code == 4
    assert cli("suggest", own_file, "nobody").code == 4
    said = cli("start", own_file, "mou", "no_money", "--in", "TBN-RACI-01")
    assert (said.code, said.out) == (5, "")
    assert "TBN-RACI-01 is a raci, not a mou. Nothing was changed." in said.err
