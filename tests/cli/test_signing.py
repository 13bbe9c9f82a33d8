# SPDX-License-Identifier: MPL-2.0
"""The commands about signatures, with a letter that one partner signs."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Cli


def test_a_letter_goes_out_and_its_code_is_told(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    refused = cli("signoff", own_file, "TBN-LOS-MT", "--partner", "Nobody Ltd", "--to", out)
    assert (refused.code, "Nothing was frozen or written" in refused.err) == (4, True)
    assert not out.exists()
    said = cli("signoff", own_file, "TBN-LOS-MT", "--to", out)
    assert said.code == 0, said.err
    assert "TBN-LOS-MT is frozen as version 1.0" in said.out
    listed = "TBN-LOS-MT-sign-off.manifest.json"
    before = {one.name: one.read_bytes() for one in out.iterdir()}
    assert set(before) == {"TBN-LOS-MT-v1.0-for-Maitree.pdf", "TBN-LOS-MT-v1.0-for-Maitree.docx", listed}
    said = cli("signoff", own_file, "TBN-LOS-MT", "--partner", "Maitree", "--to", out)
    assert "these are the same files" in said.out
    assert {one.name: one.read_bytes() for one in out.iterdir()} == before
