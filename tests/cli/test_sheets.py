# SPDX-License-Identifier: MPL-2.0
"""The command sheets prints what the desk needs to know, beside the pack."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Cli


def test_one_sheet_is_printed_in_one_format_with_its_calendar(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = cli("sheets", own_file, "--to", out, "--only", "renewal-sheet", "--format", "docx")
    assert said.code == 0
    assert sorted(one.name for one in out.iterdir()) == [
        "renewal-sheet.docx",
        "renewals.ics",
        "sheets.manifest.json",
    ]
    assert said.out.splitlines()[-1] == (
        "renewals.ics can be opened in any calendar; opened again later, it replaces what it brought."
    )


def test_a_sheet_that_is_none_is_refused(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    said = cli("sheets", own_file, "--to", tmp_path / "out", "--only", "score")
    assert said.code == 2
    assert "coverage-grid" in said.err
    assert not (tmp_path / "out").exists()
