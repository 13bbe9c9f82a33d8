# SPDX-License-Identifier: MPL-2.0
"""Many findings are told by what to do first; a few are told one by one."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Cli


def begun(cli: Cli, file: Path) -> Path:
    """Begin a tender with two papers in which nothing is answered."""
    assert cli("new", file, "ABC-01", "Home care").code == 0
    assert [cli("add", file, kind).code for kind in ("mou", "case_study")] == [0, 0]
    return file


def test_many_findings_are_told_by_paper_after_those_to_do_first(cli: Cli, tmp_path: Path) -> None:
    file = begun(cli, tmp_path / "new.evidencepack")
    said = cli("check", file)
    assert said.code == 3
    first, _, rest = said.out.partition("All of them, by paper and record:")
    lines = first.splitlines()
    assert lines[0] == "Do these first:"
    assert 1 < len([line for line in lines[1:] if line]) <= 5
    assert lines[1].startswith("  Memorandum of understanding ABC-MOU-01 would print")
    assert "  Case study ABC-CS-01  " in rest
    assert f"Every finding by itself: evidencepack check {file} --all" in rest
    assert "CHK-" not in said.out


def test_all_of_them_come_one_by_one_on_request_and_as_json(cli: Cli, tmp_path: Path) -> None:
    file = begun(cli, tmp_path / "new.evidencepack")
    every = [line for line in cli("check", file, "--all").out.splitlines() if "CHK-" in line]
    assert len(every) == len(json.loads(cli("check", file, "--json").out)["findings"]) > 20
    severities = [line.split()[0] for line in every]
    assert severities == sorted(severities)


def test_a_few_findings_are_told_one_by_one(cli: Cli, own_file: Path) -> None:
    assert cli("set", own_file, "TBN-MOU-01/end_date", "1 Jan 2026").code == 0
    said = cli("check", own_file).out
    assert "blocks  CHK-SG-09  Memorandum of understanding TBN-MOU-01: “When does it end” says 1 January 2026" in said
    assert "Do these first" not in said
