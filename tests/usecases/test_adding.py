# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.exchange.records import LONGEST_TITLE
from evidencepack.library.model import Library
from evidencepack.store.entering import DuplicateReferenceError
from evidencepack.store.workspace import Workspace, open_workspace
from evidencepack.usecases.adding import CannotAddError, add_empty, new_tender, rename_tender
from evidencepack.usecases.entering import Change, set_answer
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.workspaces import create, tender_facts

TODAY = date(2027, 1, 4)


@pytest.fixture
def library(program: Program) -> Library:
    return program.library


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with a tender of which only reference and title are known."""
    with create(tmp_path / "new.evidencepack") as workspace:
        new_tender(workspace, " ABC-01 ", "Home care in Northwick")
        yield workspace


def test_a_tender_begins_with_its_reference_and_title(begun: Workspace) -> None:
    (tender,) = begun.tenders()
    assert (tender.reference, tender.answers) == ("ABC-01", {"title": "Home care in Northwick"})


def test_a_title_is_no_longer_than_its_question_takes(begun: Workspace, library: Library) -> None:
    assert library["tender"].fields["title"].longest == LONGEST_TITLE
    with pytest.raises(CannotAddError, match=r"The title has 151 characters\. Write it in 150 at most\. Nothing was"):
        new_tender(begun, "ABC-02", "T" * 151)
    assert len(begun.tenders()) == 1


def test_a_tender_without_a_title_has_no_answers(begun: Workspace) -> None:
    assert new_tender(begun, "ABC-02", "").reference == "ABC-02"
    assert [dict(one.answers) for one in begun.tenders() if one.reference == "ABC-02"] == [{}]


@pytest.mark.parametrize("reference", ["", "  ", "A\nB", "A" * 61])
def test_what_is_no_reference_is_refused(begun: Workspace, reference: str) -> None:
    with pytest.raises(CannotAddError, match="Nothing was changed"):
        new_tender(begun, reference, "")
    assert len(begun.tenders()) == 1


def test_records_get_the_next_reference_or_the_one_that_is_named(begun: Workspace, library: Library) -> None:
    assert [add_empty(begun, "contact", library=library) for _ in range(2)] == ["PER-01", "PER-02"]
    assert add_empty(begun, "organisation", library=library, reference="HARBOUR") == "HARBOUR"
    with pytest.raises(DuplicateReferenceError):
        add_empty(begun, "organisation", library=library, reference="HARBOUR")


def test_a_paper_begins_with_the_first_word_of_the_tenders_reference(begun: Workspace, library: Library) -> None:
    assert [add_empty(begun, "mou", library=library) for _ in range(2)] == ["ABC-MOU-01", "ABC-MOU-02"]
    assert add_empty(begun, "risk", library=library) == "RK-01"


def test_rows_are_added_at_the_end_and_named_by_their_number(begun: Workspace, library: Library) -> None:
    mou = add_empty(begun, "mou", library=library)
    assert [add_empty(begun, f"{mou}/in_scope", library=library) for _ in range(2)] == [
        f"{mou}/in_scope/1",
        f"{mou}/in_scope/2",
    ]
    assert _set(begun, library, f"{mou}/in_scope/2/item", "First visits").now == "First visits"


def test_a_table_of_shared_records_gets_a_record(begun: Workspace, library: Library) -> None:
    mou = add_empty(begun, "mou", library=library)
    assert add_empty(begun, f"{mou}/stop_rules", library=library) == "SR-01"
    (rule,) = tender_facts(begun, "").of_kind("stop_rule")
    assert rule.reference == "SR-01"


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("unicorn", "There is no kind called “unicorn”"),
        ("ABC-MOU-01/purpose", "ABC-MOU-01/purpose is no table"),
        ("ABC-MOU-01/unicorn", "evidencepack ask mou"),
        ("MOU-09/in_scope", "Nothing is called “MOU-09”"),
    ],
)
def test_what_is_neither_kind_nor_table_is_not_found(begun: Workspace, library: Library, what: str, said: str) -> None:
    add_empty(begun, "mou", library=library)
    with pytest.raises(NotFoundError, match=said):
        add_empty(begun, what, library=library)


def test_a_tender_has_one_governance_and_no_tender_inside(begun: Workspace, library: Library) -> None:
    first = add_empty(begun, "governance", library=library)
    with pytest.raises(CannotAddError, match=first):
        add_empty(begun, "governance", library=library)
    with pytest.raises(CannotAddError, match="evidencepack new"):
        add_empty(begun, "tender", library=library)


def test_a_row_has_no_reference(begun: Workspace, library: Library) -> None:
    mou = add_empty(begun, "mou", library=library)
    with pytest.raises(CannotAddError, match="A row has no reference"):
        add_empty(begun, f"{mou}/in_scope", library=library, reference="X")


def test_an_answer_names_a_record_by_the_name_that_only_it_has(begun: Workspace, library: Library) -> None:
    home = add_empty(begun, "organisation", library=library)
    _set(begun, library, f"{home}/legal_name", "Harbour Home Care Ltd")
    _set(begun, library, f"{home}/short_name", "Harbour")
    assert _set(begun, library, "ABC-01/lead_provider", "harbour").now == f"{home} Harbour Home Care Ltd"
    assert _set(begun, library, "ABC-01/buyer", "Harbour Home Care Ltd").now == f"{home} Harbour Home Care Ltd"
    _set(begun, library, f"{add_empty(begun, 'organisation', library=library)}/short_name", "Harbour")
    assert "No organisation is called “Harbour”" in _set(begun, library, "ABC-01/lead_provider", "Harbour").problem


def test_a_table_says_how_it_is_filled(begun: Workspace, library: Library) -> None:
    mou = add_empty(begun, "mou", library=library)
    problem = _set(begun, library, f"{mou}/in_scope", "First visits").problem
    assert problem.endswith(f"Add a row with: evidencepack add FILE {mou}/in_scope")


def _set(workspace: Workspace, library: Library, path: str, entry: str) -> Change:
    return set_answer(workspace, path, entry, library=library, today=TODAY)


def test_a_tender_gets_the_reference_of_the_notice_and_its_papers_keep_theirs(
    begun: Workspace, library: Library
) -> None:
    add_empty(begun, "mou", library=library)
    (tender,) = begun.tenders()

    renamed = rename_tender(begun, tender.id, " XYZ-2027-09 ")

    assert (renamed.reference, renamed.answers) == ("XYZ-2027-09", tender.answers)
    assert [one.reference for one in tender_facts(begun, "XYZ-2027-09").of_kind("mou")] == ["ABC-MOU-01"]
    assert [hit.record for hit in begun.search("XYZ-2027-09")] == [tender.id]
    assert tender.id not in {hit.record for hit in begun.search("ABC-01")}
    before = len(begun.history())
    rename_tender(begun, tender.id, "XYZ-2027-09")
    assert len(begun.history()) == before


def test_a_reference_that_another_tender_has_or_that_is_none_is_refused(begun: Workspace, tmp_path: Path) -> None:
    (tender,) = begun.tenders()
    new_tender(begun, "ABC-02", "Another")

    with pytest.raises(DuplicateReferenceError):
        rename_tender(begun, tender.id, "ABC-02")
    with pytest.raises(CannotAddError):
        rename_tender(begun, tender.id, "  ")
    assert begun.record(tender.id).reference == "ABC-01"
    # A backup is read through and compared with its history, line by line.
    begun.rename_record(tender.id, "ABC-03")
    with open_workspace(begun.backup(tmp_path / "backups"), read_only=True) as kept:
        assert {one.reference for one in kept.tenders()} == {"ABC-02", "ABC-03"}
