# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

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
