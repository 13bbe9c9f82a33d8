# SPDX-License-Identifier: MPL-2.0
"""The commands about signatures, with a letter that one partner signs."""

from __future__ import annotations

import json
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from tests.cli.conftest import Cli


def test_a_letter_goes_out_and_is_followed_by_its_code(cli: Cli, own_file: Path, tmp_path: Path) -> None:
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
    again = tmp_path / "again"
    said = cli("signoff", own_file, "TBN-LOS-MT", "--partner", "Maitree", "--to", again, "--tabs")
    assert "these are the same files" in said.out
    after = {one.name: one.read_bytes() for one in again.iterdir()}
    assert after.pop("TBN-LOS-MT-v1.0-tab-sheets.pdf")
    assert {one: data for one, data in after.items() if one != listed} == {
        one: data for one, data in before.items() if one != listed
    }

    copy = again / "TBN-LOS-MT-v1.0-for-Maitree.pdf"
    proven = cli("verify", own_file, copy)
    assert (proven.code, "for Maitree Community Trust, that went out to be signed on" in proven.out) == (0, True)
    copy.write_bytes(copy.read_bytes() + b"filled in")
    added = cli("verify", own_file, copy)
    assert (added.code, "9 bytes were added behind it" in added.out) == (3, True)
    code = _code(said.out)
    _follow(cli, own_file, code, tmp_path / "chase")


def _code(said: str) -> str:
    return next(line.split()[0] for line in said.splitlines() if line.endswith("by 2027-02-26"))


def _follow(cli: Cli, file: Path, code: str, folder: Path) -> None:
    """Note what happens to the copy of a code, look at it in the register, and print whom to chase."""
    assert (
        f"{code}, TBN-LOS-MT version 1.0 for Maitree Community Trust: sent on"
        in cli("register", file, code, "sent").out
    )
    chased = cli("register", file, code.replace("-", "").lower(), "chased", "--by", "Siân", "--why", "By telephone")
    assert chased.out.endswith(", noted by Siân.\n")
    told = cli("register", file, code)
    assert [line.split()[1] for line in told.out.splitlines()[1:]] == ["drafted", "sent", "chased"]
    (one,) = json.loads(cli("register", file, "--document", "TBN-LOS-MT", "--json").out)["signatures"]
    assert (one["organisation"], one["stage"], one["copy"]["state"]) == ("Maitree", "before_submission", "chased")
    assert one["copy"]["events"][-1]["words"] == "By telephone"
    written = cli("register", file, "--to", folder)
    assert written.code == 0, written.err
    names = sorted(path.name for path in folder.iterdir())
    listed = ["chase-list.docx", "chase-list.manifest.json", "chase-list.pdf", "signatures.ics"]
    assert names == [f"chase-{code}.eml", *listed]
    mail = message_from_bytes((folder / f"chase-{code}.eml").read_bytes(), policy=default)
    assert "rabeya" in str(mail["To"]).lower()
    said = str(mail.get_content())
    assert "we sent you TBN-LOS-MT, version 1.0" in said
    assert f"has the code {code}. We need it back by 26 February 2027." in said
    assert "CONTACT:Rabeya Sultana" in (folder / "signatures.ics").read_text().replace("\r\n ", "")
    assert cli("register", file, code, "declined").code == 5
    assert cli("register", file, "ABC", "sent").code == 4
    assert "; its copy is declined" in _declined(cli, file, code)


def _declined(cli: Cli, file: Path, code: str) -> str:
    assert cli("register", file, code, "declined", "--why", "The trustees meet in March").code == 0
    return cli("register", file, "--partner", "maitree", "--partners").out
