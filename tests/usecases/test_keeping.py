# SPDX-License-Identifier: MPL-2.0
"""The library: kept under a name, listed with its care and last use, taken into a tender as a copy."""

from __future__ import annotations

from datetime import date

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType, Table
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.changes import rows_of
from evidencepack.usecases.cloning import NewTender, clone_tender
from evidencepack.usecases.finding_records import NotFoundError, find_record
from evidencepack.usecases.keeping import CannotKeepError, Keep, Kept, forget_item, keep
from evidencepack.usecases.origins import origins_in
from evidencepack.usecases.searching import search_answers
from evidencepack.usecases.shelf import LibraryRow, library_rows
from evidencepack.usecases.taking import CannotTakeError, Taken, take
from evidencepack.usecases.workspaces import tender_facts

OLD, NEW, DAY = "TBN-ASC-2027-014", "KEN-1", date(2027, 9, 1)
NAME = "Step-down <b>&{{ যত্ন"


@pytest.fixture
def two(workspace: Workspace, program: Program) -> Workspace:
    """Return a workspace with the sample tender and an empty second one."""
    del program
    workspace.add_record("tender", NEW)
    return workspace


def kept(workspace: Workspace, program: Program, what: str, name: str = NAME, **more: str) -> Kept:
    wanted = Keep(what, name, more.get("review_by", "1 March 2028"), more.get("owner", ""), again="again" in more)
    return keep(workspace, wanted, library=program.library, today=DAY, tender=OLD)


def taken(workspace: Workspace, program: Program, name: str = NAME, within: str = "") -> Taken:
    return take(workspace, name, library=program.library, today=DAY, tender=NEW, within=within)


def row(workspace: Workspace, program: Program) -> LibraryRow:
    [found] = library_rows(workspace, program.library, DAY)
    return found


def set_text(workspace: Workspace, record: Record, field: str, text: str) -> None:
    workspace.set_value(FieldPath(record.id, field), FieldType.LONG_TEXT, text)


def study(workspace: Workspace) -> Record:
    return find_record(tender_facts(workspace, OLD), "TBN-CS-01")


def own_clause(workspace: Workspace) -> Record:
    """Give the memorandum of the sample a clause of its own."""
    mou = find_record(tender_facts(workspace, OLD), "TBN-MOU-01")
    added = workspace.add_row(mou.id, "own_clauses")
    workspace.set_value(FieldPath(mou.id, "own_clauses", added, "heading"), FieldType.TEXT, "Pets")
    workspace.set_value(FieldPath(mou.id, "own_clauses", added, "words"), FieldType.LONG_TEXT, "Dogs stay out.")
    return mou


def test_what_is_kept_is_listed_with_owner_review_date_and_no_use_yet(two: Workspace, program: Program) -> None:
    kept(two, program, "TBN-CS-01", owner="PER-01")
    owner = str(find_record(tender_facts(two, OLD), "PER-01").answers["full_name"])
    assert row(two, program) == LibraryRow(
        NAME,
        "Case study",
        owner,
        "2028-03-01",
        False,
        OLD,
        "TBN-CS-01",
        "",
        "",
        0,
    )


def test_what_is_kept_stays_out_of_every_tender_but_is_found(two: Workspace, program: Program) -> None:
    before = {one.id for one in tender_facts(two, OLD).records.values() if one.tender}
    kept(two, program, "TBN-CS-01")
    assert {one.id for one in tender_facts(two, OLD).records.values() if one.tender} == before
    names = {hit.name for hit in search_answers(two, "allotment", library=program.library)}
    assert f"library: {NAME}" in names


def test_a_copy_says_what_the_original_said_as_a_draft_without_approvals(two: Workspace, program: Program) -> None:
    kept(two, program, "TBN-CS-01")
    found = taken(two, program)
    copy = two.record(found.record.id)
    assert (copy.reference, copy.kind) == ("TBN-CS-01", "case_study")
    assert copy.tender == tender_facts(two, NEW).tender
    assert copy.answers["problem"] == study(two).answers["problem"]
    assert (copy.answers["status"], copy.answers["version"]) == ("draft", "0.1")
    assert isinstance(copy.answers["partners"], Table)
    assert not any("approved_on" in one.cells for one in copy.answers["partners"].rows)
    assert copy.answers["permission_date" if "permission_date" in study(two).answers else "title"]
    assert (found.warnings, bool(found.cleared)) == ((), True)


def test_last_used_names_the_tender_and_the_day_until_that_tender_is_gone(two: Workspace, program: Program) -> None:
    kept(two, program, "TBN-CS-01")
    taken(two, program)
    assert (row(two, program).used_in, row(two, program).used_on, row(two, program).uses) == (NEW, "2027-09-01", 1)
    two.remove_record(tender_facts(two, NEW).tender)
    assert (row(two, program).used_in, row(two, program).uses) == ("", 0)


def test_a_clone_counts_as_a_use(two: Workspace, program: Program) -> None:
    kept(two, program, "TBN-CS-01")
    taken(two, program)
    clone_tender(two, NEW, NewTender("KEN-2"), library=program.library, today=date(2027, 10, 1))
    assert row(two, program).uses == 2
    [origin] = [one for one in origins_in(tender_facts(two, "KEN-2").records.values()) if one.name == NAME]
    copy = find_record(tender_facts(two, "KEN-2"), "TBN-CS-01")
    assert copy.id in origin.pieces


def test_taking_past_the_review_date_warns(two: Workspace, program: Program) -> None:
    kept(two, program, "TBN-CS-01", review_by="31 August 2027")
    assert row(two, program).overdue
    [warning] = taken(two, program).warnings
    assert warning.startswith(f"“{NAME}” was to be looked at by 31 August 2027, and that is past.")


def test_taking_twice_gives_a_second_paper_and_says_so(two: Workspace, program: Program) -> None:
    kept(two, program, "TBN-CS-01")
    taken(two, program)
    second = taken(two, program)
    assert second.record.reference == "TBN-CS-02"
    assert "It is there twice now" in second.warnings[0]


def test_a_tender_has_only_one_of_some_papers(two: Workspace, program: Program) -> None:
    kept(two, program, "TBN-RSK-01")
    taken(two, program)
    before = two.history()
    with pytest.raises(CannotTakeError, match=r"only one .* TBN-RSK-01 is there. Nothing was taken"):
        taken(two, program)
    assert two.history() == before


def test_evidence_goes_along_once(two: Workspace, program: Program) -> None:
    event = find_record(tender_facts(two, OLD), "TBN-EVT-01")
    assert any("item" in one.cells for one in rows_of(event, "evidence"))
    found = kept(two, program, "TBN-EVT-01")
    assert "evidence_item" in {one.kind for one in found.records}
    taken(two, program)
    number = len(list(tender_facts(two, NEW).of_kind("evidence_item")))
    assert number
    taken(two, program)
    assert len(list(tender_facts(two, NEW).of_kind("evidence_item"))) == number


def test_what_points_into_the_old_tender_is_left_out_and_listed(two: Workspace, program: Program) -> None:
    found = kept(two, program, "TBN-MOU-01")
    assert {"raci", "dsa"} & {one.path.field for one in found.cleared}
    taken(two, program)
    copy = find_record(tender_facts(two, NEW), "TBN-MOU-01")
    assert not {"raci", "dsa"} & set(copy.answers)


def test_a_clause_is_kept_and_taken_into_a_paper(two: Workspace, program: Program) -> None:
    own_clause(two)
    kept(two, program, "TBN-MOU-01/own_clauses/1")
    assert row(two, program).what.startswith("Memorandum of understanding: ")
    mine = two.add_record("mou", "KEN-MOU", tender=tender_facts(two, NEW).tender)
    taken(two, program)
    [clause] = rows_of(two.record(mine.id), "own_clauses")
    assert clause.cells == {"heading": "Pets", "words": "Dogs stay out."}
    assert row(two, program).used_in == NEW


def test_a_clause_needs_a_paper_of_its_kind_to_go_into(two: Workspace, program: Program) -> None:
    own_clause(two)
    kept(two, program, "TBN-MOU-01/own_clauses/1")
    with pytest.raises(CannotTakeError, match="none yet"):
        taken(two, program)
    tender = tender_facts(two, NEW).tender
    for name in ("A", "B"):
        two.add_record("mou", name, tender=tender)
    two.add_record("raci", "R", tender=tender)
    with pytest.raises(CannotTakeError, match="--in: A, B"):
        taken(two, program)
    with pytest.raises(CannotTakeError, match="belongs into a mou"):
        taken(two, program, within="R")
    taken(two, program, within="B")
    assert rows_of(find_record(tender_facts(two, NEW), "B"), "own_clauses")
    assert not rows_of(find_record(tender_facts(two, NEW), "A"), "own_clauses")


def test_a_name_is_used_once_unless_kept_again(two: Workspace, program: Program) -> None:
    kept(two, program, "TBN-CS-01")
    for name in (NAME, NAME.upper()):
        with pytest.raises(CannotKeepError, match="--again"):
            kept(two, program, "TBN-CS-02", name)
    set_text(two, study(two), "effect", "Better still.")
    kept(two, program, "TBN-CS-01", again="yes", review_by="")
    assert taken(two, program).record.answers["effect"] == "Better still."
    assert row(two, program).review_by == "2028-03-01"


def test_keeping_again_changes_only_what_is_other_so_that_the_history_shows_it(
    two: Workspace, program: Program
) -> None:
    first = kept(two, program, "TBN-CS-01")
    set_text(two, study(two), "effect", "Better still.")
    before = len(two.history(first.records[0].id))
    kept(two, program, "TBN-CS-01", again="yes")
    [new] = two.history(first.records[0].id)[before:]
    assert (new.path.split("/")[1], new.new, new.reason) == ("effect", "Better still.", f"kept again from {OLD}")


@pytest.mark.parametrize(
    ("what", "more", "problem"),
    [
        ("TBN-CS-01", {"review_by": ""}, "--review-by"),
        ("TBN-CS-01", {"review_by": "someday"}, "is not a date"),
        ("TBN-CS-01", {"owner": "NOBODY"}, "NOBODY"),
        ("TBN-CS-01", {"again": "yes"}, "cannot be kept again"),
        ("MT", {}, "is there for every tender"),
        (OLD, {}, "no part of one"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_changed(
    two: Workspace, program: Program, what: str, more: dict[str, str], problem: str
) -> None:
    before = two.history()
    with pytest.raises(CannotKeepError, match=problem):
        kept(two, program, what, **more)
    assert two.history() == before


@pytest.mark.parametrize("name", ["", " ", "two\nlines", "x" * 61])
def test_a_name_is_one_short_line(two: Workspace, program: Program, name: str) -> None:
    with pytest.raises(CannotKeepError, match="one line of at most 60"):
        kept(two, program, "TBN-CS-01", name)


def test_another_kind_of_thing_is_not_kept_in_its_place(two: Workspace, program: Program) -> None:
    kept(two, program, "TBN-CS-01")
    with pytest.raises(CannotKeepError, match="another kind of thing"):
        kept(two, program, "TBN-MOU-01", again="yes")


def test_an_item_can_be_taken_out_and_copies_stay(two: Workspace, program: Program) -> None:
    kept(two, program, "TBN-CS-01")
    taken(two, program)
    forget_item(two, NAME)
    assert library_rows(two, program.library, DAY) == ()
    assert find_record(tender_facts(two, NEW), "TBN-CS-01")
    with pytest.raises(NotFoundError, match="Nothing is kept"):
        taken(two, program)
    kept(two, program, "TBN-CS-01")
