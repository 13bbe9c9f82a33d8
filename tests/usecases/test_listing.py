# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.listing import kind_rows, record_rows, tender_rows, title_of


def test_a_tender_is_listed_with_its_deadline_in_words(workspace: Workspace) -> None:
    workspace.add_record("tender", "TBN-EMPTY")
    sample, empty = tender_rows(workspace)
    assert (sample.reference, sample.deadline) == ("TBN-ASC-2027-014", "26 February 2027")
    assert (empty.reference, empty.title, empty.deadline) == ("TBN-EMPTY", "TBN-EMPTY", "")


def test_documents_are_listed_first_each_by_its_title(program: Program, sample_facts: Facts) -> None:
    rows = record_rows(sample_facts, program.library)
    assert len(rows) == len(sample_facts.records)
    sorts = [program.library[row.kind].document for row in rows]
    assert sorts == sorted(sorts, reverse=True)
    titles = {row.reference: row.title for row in rows}
    assert titles["TBN-MOU-01"] == "Memorandum of understanding"
    assert titles["TBN-CS-01"] == "Back to the allotment"
    assert titles["PER-05"] == "Tomáš Dvořák"


def test_every_kind_is_listed_with_its_purpose(program: Program) -> None:
    rows = kind_rows(program.library)
    assert [row.what for row in rows] == sorted(row.what for row in rows)
    assert all(row.purpose and row.title for row in rows)


def test_what_has_no_name_goes_by_its_reference() -> None:
    assert title_of(Record("1", "meeting", "M1")) == "M1"
    assert title_of(Record("1", "meeting", "M1", answers={"name": ""})) == "M1"
    assert title_of(Record("1", "meeting", "M1", answers={"name": "Huddle", "what": "x"})) == "Huddle"
