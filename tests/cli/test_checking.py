# SPDX-License-Identifier: MPL-2.0
"""Many findings are told by what to do first; a few are told one by one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.checked import check_tender
from tests.cli.conftest import Cli

from evidencepack.bootstrap import Program
from evidencepack.cli import checking
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Severity
from evidencepack.library.model import Library
from evidencepack.pack.press import Press
from evidencepack.review.reading import Reused
from evidencepack.usecases.checking import check_all
from evidencepack.usecases.saving import keep_changes
from evidencepack.usecases.setting_aside import Said, Sifted, set_aside
from evidencepack.usecases.workspaces import open_existing, tender_facts


@pytest.fixture(scope="module", autouse=True)
def checked_once() -> Iterator[None]:
    """A check composes and lays out a whole tender: as it stands, one is checked once, however often it is asked of."""
    found: list[tuple[Facts, tuple[Reused, ...], Sifted]] = []

    def once(facts: Facts, *, library: Library, press: Press, reused: tuple[Reused, ...]) -> Sifted:
        for before, copies, sifted in found:
            if (before, copies) == (facts, reused):
                return sifted
        found.append((facts, reused, check_all(facts, library=library, press=press, reused=reused)))
        return found[-1][-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "check_all", once)
        yield


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
    assert 1 < len([line for line in lines[1:] if line and not line.startswith("      ")]) <= 5
    assert lines[2] == "      Answer the question that the gap names. The words of the document need it."
    assert lines[3].startswith("      At ABC-MOU-01")
    assert lines[1].startswith("  Memorandum of understanding ABC-MOU-01 would print")
    assert "  Case study ABC-CS-01  " in rest
    assert f"Every finding by itself: evidencepack check {file} --all" in rest
    assert "CHK-" not in said.out


def test_a_finding_in_json_says_where_it_is_as_a_person_does(cli: Cli, own_file: Path) -> None:
    assert cli("set", own_file, "TBN-RACI-01/activities/6/timing", "within 9 working days").code == 0
    told = json.loads(cli("check", own_file, "--json", "--severity", "blocks").out)["findings"]
    (found,) = (one for one in told if one["rule"] == "CHK-XD-03")
    assert (found["reference"], found["paper"]) == ("TBN-RACI-01", "Responsibility map (RACI) TBN-RACI-01")
    assert (found["path"], found["quote"]) == ("TBN-RACI-01/activities/6/timing", "9 working days")
    assert "When, or how fast" in found["label"]
    assert found["sides"][1]["path"].startswith("RT")
    assert found["source"].startswith("Practice: ")
    assert found["fixes"] == ["Say “2 working days”"]
    assert cli("set", own_file, found["path"], "2 working days").code == 0


def test_all_of_them_come_one_by_one_on_request_and_as_json(cli: Cli, tmp_path: Path) -> None:
    file = begun(cli, tmp_path / "new.evidencepack")
    every = [line for line in cli("check", file, "--all").out.splitlines() if "  CHK-" in line]
    assert len(every) == len(json.loads(cli("check", file, "--json").out)["findings"]) > 20
    severities = [Severity(line.split()[0]) for line in every]
    assert severities == sorted(severities, key=list(Severity).index)


def test_a_few_findings_are_told_one_by_one(cli: Cli, own_file: Path) -> None:
    assert cli("set", own_file, "TBN-MOU-01/end_date", "1 Jan 2026").code == 0
    said = cli("check", own_file).out
    assert "blocks  CHK-SG-09  Memorandum of understanding TBN-MOU-01: “When does it end” says 1 January 2026" in said
    assert "Do these first" not in said
    assert "                   At TBN-MOU-01/end_date" in said.splitlines()
    assert "                   Look at both days, and put the wrong one right." in said.splitlines()
    assert "on what it rests: evidencepack explain CHK-" in said


def test_only_what_blocks_is_told_on_request_and_the_exit_code_speaks_of_it_alone(cli: Cli, own_file: Path) -> None:
    assert cli("set", own_file, "TBN-CS-01/review_date", "9 Feb 2027").code == 0
    told = json.loads(cli("check", own_file, "--json").out)["findings"]
    assert {one["severity"] for one in told} == {"suggests"}
    assert cli("check", own_file).code == 0
    assert cli("check", own_file, "--severity", "suggests").code == 3
    assert cli("check", own_file, "--severity", "blocks").code == 0
    assert cli("set", own_file, "TBN-MOU-01/end_date", "1 Jan 2026").code == 0
    blocking = cli("check", own_file, "--severity", "blocks")
    assert blocking.code == 3
    assert {line.split()[0] for line in blocking.out.splitlines() if "  CHK-" in line} == {"blocks"}


def test_only_what_concerns_one_document_is_told_on_request(cli: Cli, own_file: Path) -> None:
    assert cli("set", own_file, "TBN-MOU-01/end_date", "1 Jan 2026").code == 0
    assert cli("set", own_file, "KPI-01/definition", "").code == 0
    told = cli("check", own_file, "--document", "TBN-MOU-01").out
    assert "CHK-SG-09" in told
    assert "KPI-01" not in told
    assert "KPI-01" in cli("check", own_file, "--document", "TBN-KPI-01").out


def test_a_document_that_is_none_is_refused_with_a_sentence(cli: Cli, own_file: Path) -> None:
    assert cli("check", own_file, "--document", "TBN-XX-09").code == 4
    said = cli("check", own_file, "--document", "KPI-01")
    assert (said.code, said.err) == (4, "evidencepack: KPI-01 is not a document but a record: shared measure.\n")


def test_what_was_set_aside_is_told_apart_with_its_reason(cli: Cli, own_file: Path, program: Program) -> None:
    assert cli("set", own_file, "TBN-CS-01/review_date", "9 Feb 2027").code == 0
    said = Said("We look at it on 1 March.", "Siân Llŷr-Evans", date(2027, 2, 15))
    with open_existing(own_file) as workspace:
        facts = tender_facts(workspace, "")
        (found,) = check_tender(facts, library=program.library, press=program.press)
        keep_changes(workspace, [set_aside([found], said, facts, program.library)])
    told = json.loads(cli("check", own_file, "--json").out)
    assert told["findings"] == []
    assert [(one["rule"], one["reason"], one["who"]) for one in told["set_aside"]] == [
        (found.rule, said.reason, said.who)
    ]
    assert cli("check", own_file).out.splitlines() == [
        "Nothing is missing.",
        "1 finding set aside, each with a reason. See them with --json.",
    ]
    assert cli("check", own_file, "--severity", "blocks").out.splitlines() == ["Nothing is missing."]
    assert cli("check", own_file, "--document", "TBN-MOU-01").out.splitlines() == ["Nothing is missing."]
