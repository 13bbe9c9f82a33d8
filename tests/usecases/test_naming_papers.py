# SPDX-License-Identifier: MPL-2.0
"""A reference that may lead to any paper: a place on the portal takes documents and annexes."""

from __future__ import annotations

from datetime import date

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Reference
from evidencepack.library.entry import parse_entry
from evidencepack.library.model import PAPER
from evidencepack.usecases.finding_records import find_record
from evidencepack.usecases.naming import names_of_kind, naming_desk, typing_desk, with_papers

TODAY = date(2027, 1, 1)


def test_papers_are_documents_of_every_kind_and_no_other_records(sample_facts: Facts, program: Program) -> None:
    names = names_of_kind(sample_facts, program.library, PAPER)
    kinds = {sample_facts.records[name].kind for name in names}
    assert {"mou", "dsa", "case_study"} <= kinds
    assert all(program.library.takes(PAPER, kind) for kind in kinds)
    assert not kinds & {"meeting", "contact", "tender"}


@pytest.mark.parametrize("typed", ["TBN-MOU-01", "tbn-mou-01"])
def test_a_paper_is_found_by_its_reference_in_the_window_and_in_a_command(
    sample_facts: Facts, program: Program, typed: str
) -> None:
    paper = find_record(sample_facts, "TBN-MOU-01")
    asked = program.library["slot"].fields["holds"].column("paper")
    of_commands = with_papers(typing_desk(sample_facts, TODAY), sample_facts, program.library)
    for desk in (naming_desk(sample_facts, program.library, TODAY), of_commands):
        assert parse_entry(asked, typed, desk).value == Reference(paper.id)


def test_what_is_no_paper_is_refused_with_a_sentence(sample_facts: Facts, program: Program) -> None:
    asked = program.library["slot"].fields["holds"].column("paper")
    desk = with_papers(typing_desk(sample_facts, TODAY), sample_facts, program.library)
    assert parse_entry(asked, "M1", desk).problem.startswith("No paper is called “M1”.")
    assert parse_entry(asked, "M1", naming_desk(sample_facts, program.library, TODAY)).value is None
