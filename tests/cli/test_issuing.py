# SPDX-License-Identifier: MPL-2.0
"""The commands about issues, on a tender with one paper in its pack."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from tests.cli.conftest import Cli

from evidencepack.cli.issuing import wish_of
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.library.entry_dates import date_text
from evidencepack.usecases.workspaces import open_existing, tender_facts


@pytest.fixture
def small(own_file: Path) -> Path:
    """Return a workspace in whose pack there is nothing but who does what."""
    with open_existing(own_file) as workspace:
        facts = tender_facts(workspace, "")
        with workspace.together():
            for record in facts.records.values():
                if "version" in record.answers and record.kind != "raci":
                    workspace.write(FieldPath(record.id, "in_pack"), FieldType.YES_NO, value=False)
                if record.kind == "slot":
                    workspace.remove_record(record.id)
    return own_file


def test_a_pack_is_issued_listed_verified_and_reopened(cli: Cli, small: Path, tmp_path: Path) -> None:
    out, again = tmp_path / "out", tmp_path / "again"
    because = "The sample has papers out of its pack"
    said = cli("issue", small, "--to", out, "--by", "Siân", "--because", because)
    assert said.code == 0, said.err
    assert "Issue 1 of TBN-ASC-2027-014 is kept in the workspace" in said.out
    (issue,) = json.loads(cli("issues", small, "--json").out)["issues"]
    assert (issue["number"], issue["by"]) == (1, "Siân")
    assert all(one["reason"] == because for one in issue["overridden"])
    day = date_text(date.fromisoformat(issue["issued"][:10]))
    assert f"  {day}  Siân  " in cli("issues", small).out
    proven = cli("verify", small, out / "pack.pdf", out / "pack.docx")
    assert proven.code == 0
    assert proven.out.count("of issue 1 of TBN-ASC-2027-014, issued on ") == 2
    (out / "pack.pdf").write_bytes((out / "pack.pdf").read_bytes() + b" ")
    assert cli("verify", small, out / "pack.pdf").code == 3
    alone = cli("verify", out / "pack.pdf", "--json")
    assert (alone.code, json.loads(alone.out)["files"][0]["standing"]) == (13, "claimed")
    assert cli("verify", small, tmp_path / "lost.pdf").code == 4
    reopened = cli("reopen", small, "1", "--to", again)
    assert (reopened.code, f", of {day}, bit by bit." in reopened.out) == (0, True)
    assert cli("verify", small, again / "pack.pdf").code == 0
    assert cli("reopen", small, "2", "--to", again).code == 4
    same = cli("changes", small)
    assert (same.code, same.out) == (0, "Nothing has changed since issue 1.\n")
    cli("set", small, "TBN-RACI-01/in_pack", "no")
    gone = cli("changes", small, "1", "--json")
    assert (gone.code, json.loads(gone.out)["withdrawn"][0]["reference"]) == (3, "TBN-RACI-01")
    assert cli("changes", small, "1", "2").code == 4


def test_a_place_of_the_portal_stops_an_issue_until_somebody_says_why_and_an_empty_one_needs_no_second_reason(
    cli: Cli, small: Path, tmp_path: Path
) -> None:
    cli("add", small, "slot")
    cli("set", small, "SL-01/name", "Insurance <b>&{{")
    cli("set", small, "SL-01/max_sides", "1")
    cli("add", small, "SL-01/holds")
    cli("set", small, "SL-01/holds/1/what", "pack")
    cli("add", small, "slot")
    cli("set", small, "SL-02/name", "Deed")
    because = ("--because", "It follows by post")
    stopped = cli("issue", small, "--to", tmp_path / "out", *because)
    assert stopped.code == 3
    assert "slot  “Insurance <b>&{{”: 5 sides count, and it takes 1: 4 too many" in stopped.out
    assert "Deed" not in stopped.out
    assert "Nothing was issued and nothing was written" in stopped.err
    assert not (tmp_path / "out").exists()
    said = cli("issue", small, "--to", tmp_path / "out", *because, "--although", "slot=The buyer agreed")
    assert said.code == 0, said.err
    told = json.loads((tmp_path / "out" / "manifest.json").read_bytes())["issue"]["overridden"]
    reasons = [(one["rule"], one["reason"]) for one in told]
    assert reasons.count(("slot", "The buyer agreed")) == 1
    assert ("PK-51", "It follows by post") in reasons


def test_what_must_be_fixed_is_listed_and_nothing_is_issued(cli: Cli, small: Path, tmp_path: Path) -> None:
    cli("set", small, "TBN-RACI-01/agreed_on", "")
    said = cli("issue", small, "--to", tmp_path / "out")
    assert said.code == 3
    assert "must be fixed before this pack is issued. Nothing was issued and nothing was written." in said.err
    assert said.out.startswith("  CHK-")
    assert "\nA reason for one rule alone: --because CHK-" in said.out
    assert not (tmp_path / "out").exists()
    assert "Nothing of this tender was issued yet." in cli("issues", small).out


def test_a_reason_that_begins_with_a_rule_is_for_that_rule_alone() -> None:
    wish = wish_of("Siân", ["CHK-PK-51=By post=so", "Agreed", "by all"], ["slot=", "preflight-fonts=Theirs"])
    assert (wish.because, wish.although) == ("Agreed by all", "")
    assert dict(wish.each) == {"PK-51": "By post=so", "slot": "", "preflight-fonts": "Theirs"}
    assert wish_of("", [], ["Because a=b"]).although == "Because a=b"


def test_a_workspace_alone_is_nothing_to_verify(cli: Cli, small: Path) -> None:
    said = cli("verify", small)
    assert (said.code, said.out) == (2, "Name the files to verify behind the workspace.\n")
