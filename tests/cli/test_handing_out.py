# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Cli


def test_registers_are_written_for_a_reader(cli: Cli, sample_file: Path, tmp_path: Path) -> None:
    said = cli("registers", sample_file, "--to", tmp_path, "--for", "partners", "--only", "risks, Contacts")
    assert (said.code, said.err) == (0, "")
    assert "risks-for-partners.xlsx" in said.out
    assert "12 lines" in said.out
    assert sorted(one.name for one in tmp_path.iterdir() if one.suffix == ".csv") == [
        "contacts-for-partners.csv",
        "risks-actions-for-partners.csv",
        "risks-for-partners.csv",
    ]


def test_an_unknown_register_is_wrong_usage(cli: Cli, sample_file: Path, tmp_path: Path) -> None:
    said = cli("registers", sample_file, "--to", tmp_path, "--only", "birds")
    assert said.code == 2
    assert "“birds” is not a register. Nothing was written." in said.err


def test_a_text_for_a_box_is_printed_with_its_count_and_what_is_too_long_stands_behind(
    cli: Cli, sample_file: Path
) -> None:
    said = cli("text", sample_file, "TBN-NAR-01")
    assert said.code == 3
    assert "254 of 250 words: 4 too many" in said.out
    before, _, behind = said.out.partition("---- The box ends here.")
    assert "Purpose\n\nSpec 4.7 asks" in before
    assert behind.rstrip().endswith("owner has checked it.")


def test_without_headings_it_fits_and_programs_get_json(cli: Cli, sample_file: Path) -> None:
    said = cli("text", sample_file, "TBN-NAR-01", "TBN-LOS-MT", "--bare", "--simple", "--line-break", "2", "--json")
    first, second = json.loads(said.out)["texts"]
    assert said.code == 0
    assert (first["words"], first["fits"], first["over"], first["line_break"]) == (249, True, "", 2)
    assert "’" not in first["text"] + second["text"]
    assert second["question"] == ""


def test_a_part_is_printed_alone(cli: Cli, sample_file: Path) -> None:
    said = cli("text", sample_file, "TBN-NAR-01", "--part", "Evidence")
    assert "Evidence\n\nPeople’s activities" in said.out
    assert "Purpose" not in said.out
