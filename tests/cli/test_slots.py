# SPDX-License-Identifier: MPL-2.0
"""The command slots: what goes into each place of the portal, what is wrong, and the buyer's rules as a file."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Cli


def _few(cli: Cli, file: Path) -> None:
    """Make the slot of the sample hold one paper alone, which is quick to print."""
    cli("add", file, "SL-1/holds")
    cli("set", file, "SL-1/holds/1/what", "One paper alone")
    cli("set", file, "SL-1/holds/1/paper", "TBN-CS-01")


def test_a_slot_is_shown_with_its_rules_its_file_and_what_is_wrong(cli: Cli, own_file: Path) -> None:
    _few(cli, own_file)
    cli("set", own_file, "SL-1/max_words", "100")
    cli("add", own_file, "slot")
    said = cli("slots", own_file)
    assert said.code == 3
    assert "1. Quality appendices  (SL-1, must have a file)" in said.out
    assert "PDF. At most 25 MB each, 40 sides in all, 100 words in all, not counted: cover" in said.out
    assert "_Appendices.pdf  1 page, 0." in said.out
    assert "words count, and it takes 100" in said.out
    assert "2. SL-2  (SL-2, must have a file)" in said.out
    assert "must fix: Nothing is in it, and something must be. Say what goes in." in said.out
    assert said.out.splitlines()[-1] == "0 of 2 places on the portal have what the buyer asks for."


def test_as_json_it_names_files_with_their_codes_and_the_questions_to_look_at(cli: Cli, own_file: Path) -> None:
    _few(cli, own_file)
    said = cli("slots", own_file, "--json")
    assert said.code == 0
    (slot,) = json.loads(said.out)["slots"]
    assert (slot["reference"], slot["mandatory"], slot["suggested"]) == ("SL-1", True, False)
    (file,) = slot["files"]
    assert (file["paper"], file["pages"], len(file["sha256"])) == ("TBN-CS-01", 1, 64)
    assert file["parts"] == []
    assert slot["troubles"] == []


def test_rules_go_from_one_tender_to_another_by_a_file(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    rules, other = tmp_path / "rules.json", tmp_path / "other.evidencepack"
    assert cli("slots", own_file, "--save-rules", rules).code == 0
    assert cli("slots", own_file, "--save-rules", rules).code == 9
    assert "There is no place" not in cli("new", other, "ABC-1").out
    assert "names no place on the portal yet" in cli("slots", other).out
    assert "1 place on the portal" in cli("slots", other, "--use-rules", rules).out
    assert "Quality appendices" in cli("slots", other).out


def test_signs_that_turn_or_steer_a_terminal_are_not_printed(cli: Cli, own_file: Path) -> None:
    _few(cli, own_file)
    cli("set", own_file, "SL-1/name", "Qual\u202eity \u2067مرحبا\u200fنص")
    said = cli("slots", own_file).out
    assert "1. Quality مرحبانص  (SL-1" in said
    assert not set("\u202e\u2067\u200f") & set(said)
