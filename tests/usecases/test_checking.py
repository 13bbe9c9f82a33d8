# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.checking import check_tender
from evidencepack.usecases.entering import set_answer
from evidencepack.usecases.workspaces import tender_facts


def test_nothing_is_missing_in_the_sample(program: Program, sample_facts: Facts) -> None:
    assert check_tender(sample_facts, library=program.library) == ()


def test_a_missing_answer_is_found_in_the_form_and_in_print(program: Program, workspace: Workspace) -> None:
    set_answer(workspace, "TBN-MOU-01/area", "", library=program.library, today=date(2027, 1, 1))
    findings = check_tender(tender_facts(workspace, ""), library=program.library)
    assert {finding.rule for finding in findings} == {"CHK-RQ-01", "CHK-PK-01"}
    assert all(finding.field.endswith("/area") for finding in findings)
    assert [finding.severity for finding in findings] == sorted(finding.severity for finding in findings)


def test_a_shared_fact_is_missing_in_every_document_that_prints_it(program: Program, workspace: Workspace) -> None:
    set_answer(workspace, "FB/legal_name", "", library=program.library, today=date(2027, 1, 1))
    findings = check_tender(tender_facts(workspace, ""), library=program.library)
    printed = [finding.record for finding in findings if finding.rule == "CHK-PK-01"]
    assert len(set(printed)) == len(printed) >= 2
