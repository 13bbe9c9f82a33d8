# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Cli
from tests.pack.preflight.files import pdf, saying

from evidencepack.errors import ExitCode
from evidencepack.pack.manifest import BuiltFile, manifest


def _exported(folder: Path, words: str) -> Path:
    data = pdf(saying(words))
    folder.mkdir()
    (folder / "pack.pdf").write_bytes(data)
    (folder / "manifest.json").write_bytes(manifest("T-1", "2027-02-15", [BuiltFile("pack.pdf", data, 1, ())]))
    return folder


def test_what_must_be_mended_is_said_and_the_exit_code_says_so(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    said = cli("preflight", own_file, _exported(tmp_path / "out", "ends [to complete: the end date]"))
    assert said.code == ExitCode.FINDINGS
    assert said.out.startswith("Opened one file again, one page of PDF: 1 to mend before they go")
    assert "Must be mended: “pack.pdf” says “[to complete: the end date]”. Answer the question" in said.out


def test_programs_get_json(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    said = cli("preflight", own_file, _exported(tmp_path / "out", "Lead: TBC"), "--json")
    assert said.code == ExitCode.OK
    placeholder = next(one for one in json.loads(said.out)["seen"] if one["check"] == "placeholder")
    assert (placeholder["severity"], placeholder["file"], placeholder["page"]) == ("warns", "pack.pdf", 1)


def test_a_folder_without_an_export_is_refused(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    said = cli("preflight", own_file, tmp_path)
    assert said.code == ExitCode.NOT_FOUND
    assert "holds no export" in said.err
