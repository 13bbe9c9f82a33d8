# SPDX-License-Identifier: MPL-2.0
"""A second tender beside the first: what they share cannot come in twice."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.cli.conftest import Cli

from evidencepack.bootstrap import Program
from evidencepack.errors import ExitCode


def test_a_second_tender_with_the_same_organisations(
    cli: Cli, program: Program, own_file: Path, tmp_path: Path
) -> None:
    text = program.sample.decode()
    for number, one in enumerate(sorted(set(re.findall(r"01a2[0-9a-f-]{32}", text)))):
        text = text.replace(one, f"01a30000-0000-7000-8000-{number:012x}")
    (tmp_path / "two.json").write_text(text.replace("TBN-ASC-2027-014", "TBN-TWO"), encoding="utf-8")
    said = cli("import", own_file, tmp_path / "two.json")
    assert (said.code, said.out) == (ExitCode.BAD_INPUT, "")
    assert re.search(r'records\[\d+\]\.reference: the workspace has another organisation called "\w+"', said.err)
    assert "Nothing was imported" in said.err
    assert len(json.loads(cli("tenders", own_file, "--json").out)["tenders"]) == 1
