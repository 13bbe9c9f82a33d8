# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.checked import check_tender

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Severity
from evidencepack.render.fonts.lost import MissingGlyphError
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.entering import set_answer
from evidencepack.usecases.exporting import Exporter
from evidencepack.usecases.workspaces import tender_facts


def test_nothing_is_missing_in_the_sample(program: Program, sample_facts: Facts) -> None:
    assert check_tender(sample_facts, library=program.library, press=program.press) == ()


def test_a_missing_answer_is_found_once_in_print_or_else_in_the_form(program: Program, workspace: Workspace) -> None:
    for path in ("TBN-MOU-01/area", "TBN-ASC-2027-014/route"):
        set_answer(workspace, path, "", library=program.library, today=date(2027, 1, 1))
    findings = check_tender(tender_facts(workspace, ""), library=program.library, press=program.press)
    found = [(finding.rule, finding.field.rpartition("/")[2]) for finding in findings]
    assert found == [("CHK-PK-01", "area"), ("CHK-SG-02", ""), ("CHK-SG-02", ""), ("CHK-RQ-01", "route")]


def test_a_shared_fact_is_missing_in_every_document_that_prints_it(program: Program, workspace: Workspace) -> None:
    set_answer(workspace, "FB/legal_name", "", library=program.library, today=date(2027, 1, 1))
    findings = check_tender(tender_facts(workspace, ""), library=program.library, press=program.press)
    printed = [finding.record for finding in findings if finding.rule == "CHK-PK-01"]
    assert len(set(printed)) == len(printed) >= 2


@pytest.mark.parametrize("name", ["مجتمع", "Maitree 𓀀"])
def test_what_an_export_would_refuse_is_foreseen_and_both_name_the_record(
    program: Program, workspace: Workspace, tmp_path: Path, name: str
) -> None:
    set_answer(workspace, "MT/legal_name", name, library=program.library, today=date(2027, 1, 1))
    facts = tender_facts(workspace, "")
    found = check_tender(facts, library=program.library, press=program.press)
    assert {one.rule for one in found} == {"CHK-PK-07", "CHK-SG-02"}
    assert {one.severity for one in found} == {Severity.BLOCKS}
    (finding,) = (one for one in found if one.field)
    assert finding.message.startswith("Organisation MT: “Full legal name” has what cannot be printed: ")
    with pytest.raises(MissingGlyphError, match="“Full legal name” of Maitree") as caught:
        Exporter(program.library, program.press).export_pack(facts, tmp_path, progress=lambda *_part: None)
    assert all(lost.name() in finding.message for lost in caught.value.lost)


def test_sides_over_the_limit_of_the_buyer_are_counted_as_they_are_typeset(
    program: Program, workspace: Workspace
) -> None:
    set_answer(workspace, "TBN-ASC-2027-014/appendix_side_limit", "38", library=program.library, today=date(2027, 1, 1))

    (found,) = check_tender(tender_facts(workspace, ""), library=program.library, press=program.press)

    assert (found.rule, found.severity) == ("CHK-PR-05", Severity.BLOCKS)
    assert found.message.startswith("The appendices take 39 sides, and the tender allows 38: 1 side too many. ")
