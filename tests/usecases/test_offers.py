# SPDX-License-Identifier: MPL-2.0
"""A fact that changed since something was copied: both values are shown, and nothing is overwritten unasked."""

from __future__ import annotations

from datetime import date

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import FieldType, Scalar
from evidencepack.library.overrides import OVERRIDES
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.changes import rows_of
from evidencepack.usecases.cloning import NewTender, clone_tender
from evidencepack.usecases.deciding import CannotDecideError, Keeping, accept, find_offer, keep_mine
from evidencepack.usecases.finding_records import NotFoundError, find_record
from evidencepack.usecases.keeping import Keep, keep
from evidencepack.usecases.offers import Offer, Sort, offers
from evidencepack.usecases.reuse_findings import reused
from evidencepack.usecases.taking import take
from evidencepack.usecases.workspaces import tender_facts

OLD, NEW, DAY, NAME = "TBN-ASC-2027-014", "KEN-1", date(2027, 9, 1), "Allotment"


@pytest.fixture
def cloned(workspace: Workspace, program: Program) -> Workspace:
    """Return a workspace with the sample tender and a clone of it."""
    clone_tender(workspace, OLD, NewTender(NEW), library=program.library, today=DAY)
    return workspace


@pytest.fixture
def taken(workspace: Workspace, program: Program) -> Workspace:
    """Return a workspace with the sample tender and one that has taken a case study of it from the library."""
    workspace.add_record("tender", NEW)
    keep_study(workspace, program)
    take(workspace, NAME, library=program.library, today=DAY, tender=NEW)
    return workspace


def keep_study(workspace: Workspace, program: Program, *, again: bool = False) -> None:
    wanted = Keep("TBN-CS-01", NAME, "1 March 2028", again=again)
    keep(workspace, wanted, library=program.library, today=DAY, tender=OLD)


def found(workspace: Workspace, program: Program, tender: str = NEW) -> tuple[Offer, ...]:
    return offers(workspace, tender_facts(workspace, tender), program.library, DAY)


def one(workspace: Workspace, program: Program, name: str) -> Offer:
    return find_offer(workspace, name, library=program.library, today=DAY, tender=NEW)


def named(workspace: Workspace, tender: str, reference: str) -> Record:
    return find_record(tender_facts(workspace, tender), reference)


def change(workspace: Workspace, record: Record, field: str, value: Scalar) -> None:
    workspace.set_value(FieldPath(record.id, field), FieldType.LONG_TEXT, value)


def rename_maitree(workspace: Workspace, name: str) -> None:
    record = named(workspace, OLD, "MT")
    workspace.set_value(FieldPath(record.id, "legal_name"), FieldType.TEXT, name)


def test_nothing_is_offered_while_nothing_has_changed(cloned: Workspace, program: Program) -> None:
    assert found(cloned, program) == ()


def test_a_shared_fact_is_offered_with_both_values_and_only_to_the_copy(cloned: Workspace, program: Program) -> None:
    rename_maitree(cloned, "Maitree <b>CIO&{{")
    [offer] = found(cloned, program)
    assert (offer.sort, offer.name, offer.since) == (Sort.FACT, "MT/legal_name", OLD)
    assert (offer.yours, offer.theirs) == ("Maitree Community Trust", "Maitree <b>CIO&{{")
    assert found(cloned, program, OLD) == ()


def test_a_fact_that_is_as_it_was_again_is_no_offer(cloned: Workspace, program: Program) -> None:
    rename_maitree(cloned, "Other")
    rename_maitree(cloned, "Maitree Community Trust")
    assert found(cloned, program) == ()


def test_an_organisation_that_no_copy_points_at_is_no_offer(taken: Workspace, program: Program) -> None:
    buyer = named(taken, OLD, "LC")
    taken.set_value(FieldPath(buyer.id, "legal_name"), FieldType.TEXT, "Other")
    assert found(taken, program) == ()


def test_accepting_a_shared_fact_asks_no_more_until_it_changes_again(cloned: Workspace, program: Program) -> None:
    rename_maitree(cloned, "Second")
    accept(cloned, one(cloned, program, "MT/legal_name"), library=program.library, tender=NEW)
    assert found(cloned, program) == ()
    assert named(cloned, NEW, "MT").answers["legal_name"] == "Second"
    rename_maitree(cloned, "Third")
    assert [offer.theirs for offer in found(cloned, program)] == ["Third"]


def test_one_paper_can_go_on_saying_the_old_fact_with_its_reason(cloned: Workspace, program: Program) -> None:
    rename_maitree(cloned, "Second")
    offer = one(cloned, program, "mt/legal_name")
    how = Keeping("TBN-MOU-01", "It was signed under that name.")
    keep_mine(cloned, offer, how, library=program.library, today=DAY, tender=NEW)
    [row] = rows_of(named(cloned, NEW, "TBN-MOU-01"), OVERRIDES)
    assert row.cells["says"] == "Maitree Community Trust"
    assert found(cloned, program) == ()


def test_a_paper_cannot_keep_it_without_a_reason_and_nothing_is_changed(cloned: Workspace, program: Program) -> None:
    rename_maitree(cloned, "Second")
    offer, before = one(cloned, program, "MT/legal_name"), cloned.history()
    with pytest.raises(CannotDecideError, match="--reason"):
        keep_mine(cloned, offer, Keeping("TBN-MOU-01"), library=program.library, today=DAY, tender=NEW)
    assert cloned.history() == before


def test_a_record_of_the_old_tender_that_changed_is_offered_and_its_papers_are_not(
    cloned: Workspace, program: Program
) -> None:
    change(cloned, named(cloned, OLD, "TBN-MOU-01"), "purpose", "Other words.")
    change(cloned, named(cloned, OLD, "M1"), "standing_agenda", "Other meeting.")
    [offer] = found(cloned, program)
    assert (offer.sort, offer.name, offer.theirs) == (Sort.ORIGINAL, "M1/standing_agenda", "Other meeting.")
    before = named(cloned, NEW, "M1").answers["standing_agenda"]
    assert before != "Other meeting."
    accept(cloned, offer, library=program.library, tender=NEW)
    assert named(cloned, NEW, "M1").answers["standing_agenda"] == "Other meeting."
    assert found(cloned, program) == ()
    last = cloned.history(f"{named(cloned, NEW, 'M1').id}/standing_agenda")[-1]
    assert (last.old, last.reason) == (before, f"taken over from {OLD}")


def test_a_case_study_that_changed_is_offered_to_its_copy_in_a_clone(cloned: Workspace, program: Program) -> None:
    change(cloned, named(cloned, OLD, "TBN-CS-01"), "problem", "Nobody came on Fridays.")
    [offer] = found(cloned, program)
    assert offer.name.endswith("CS-01/problem")
    assert (offer.sort, offer.theirs) == (Sort.ORIGINAL, "Nobody came on Fridays.")
    assert offer.yours.startswith("Two people home from hospital")


def test_dates_of_the_old_tender_are_never_offered(cloned: Workspace, program: Program) -> None:
    record = named(cloned, OLD, "M1")
    cloned.set_value(FieldPath(record.id, "first_date"), FieldType.DATE, date(2028, 1, 1))
    assert found(cloned, program) == ()


def test_what_changed_in_the_library_is_offered_and_can_be_put_away(taken: Workspace, program: Program) -> None:
    change(taken, named(taken, OLD, "TBN-CS-01"), "effect", "Better still.")
    assert found(taken, program) == ()
    keep_study(taken, program, again=True)
    [offer] = found(taken, program)
    assert (offer.sort, offer.name, offer.since) == (Sort.ORIGINAL, "TBN-CS-01/effect", NAME)
    before = named(taken, NEW, "TBN-CS-01").answers
    keep_mine(taken, offer, Keeping(), library=program.library, today=DAY, tender=NEW)
    assert named(taken, NEW, "TBN-CS-01").answers == before
    assert found(taken, program) == ()


def test_a_table_is_offered_and_accepted_whole(taken: Workspace, program: Program) -> None:
    study = named(taken, OLD, "TBN-CS-01")
    taken.add_row(study.id, "measures")
    row = rows_of(taken.record(study.id), "measures")[-1]
    taken.set_value(FieldPath(study.id, "measures", row.id, "name"), FieldType.TEXT, "Falls")
    keep_study(taken, program, again=True)
    [offer] = found(taken, program)
    assert offer.theirs.endswith("Falls")
    accept(taken, offer, library=program.library, tender=NEW)
    assert rows_of(named(taken, NEW, "TBN-CS-01"), "measures")[-1].cells == {"name": "Falls"}
    assert found(taken, program) == ()


def test_a_fact_that_changed_between_keeping_and_taking_is_offered(workspace: Workspace, program: Program) -> None:
    workspace.add_record("tender", NEW)
    keep_study(workspace, program)
    rename_maitree(workspace, "Second")
    take(workspace, NAME, library=program.library, today=DAY, tender=NEW)
    assert [(offer.yours, offer.theirs) for offer in found(workspace, program)] == [
        ("Maitree Community Trust", "Second")
    ]


def test_a_clause_that_changed_in_the_library_is_offered_as_a_row(workspace: Workspace, program: Program) -> None:
    mou = named(workspace, OLD, "TBN-MOU-01")
    row = workspace.add_row(mou.id, "own_clauses")
    words = FieldPath(mou.id, "own_clauses", row, "words")
    workspace.set_value(words, FieldType.LONG_TEXT, "Dogs stay out.")
    wanted = Keep("TBN-MOU-01/own_clauses/1", NAME, "1 March 2028")
    keep(workspace, wanted, library=program.library, today=DAY, tender=OLD)
    home = workspace.add_record("mou", "KEN-MOU", tender=workspace.add_record("tender", NEW).id)
    take(workspace, NAME, library=program.library, today=DAY, tender=NEW)
    workspace.set_value(words, FieldType.LONG_TEXT, "Dogs may come in.")
    again = Keep("TBN-MOU-01/own_clauses/1", NAME, again=True)
    keep(workspace, again, library=program.library, today=DAY, tender=OLD)
    offer = one(workspace, program, "KEN-MOU/own_clauses/1")
    assert (offer.yours, offer.theirs) == ("Dogs stay out.", "Dogs may come in.")
    accept(workspace, offer, library=program.library, tender=NEW)
    assert rows_of(workspace.record(home.id), "own_clauses")[0].cells == {"words": "Dogs may come in."}
    assert found(workspace, program) == ()


def test_a_copy_of_a_copy_still_follows_the_library(taken: Workspace, program: Program) -> None:
    change(taken, named(taken, OLD, "TBN-CS-01"), "effect", "Better still.")
    keep_study(taken, program, again=True)
    clone_tender(taken, NEW, NewTender("KEN-2"), library=program.library, today=DAY)
    assert [offer.theirs for offer in found(taken, program, "KEN-2")] == ["Better still."]


def test_originals_that_are_gone_offer_nothing(cloned: Workspace, program: Program) -> None:
    change(cloned, named(cloned, OLD, "M1"), "standing_agenda", "Other meeting.")
    cloned.remove_record(tender_facts(cloned, OLD).tender)
    assert found(cloned, program) == ()


def test_a_path_at_which_nothing_changed_is_said_with_those_that_did(cloned: Workspace, program: Program) -> None:
    with pytest.raises(NotFoundError, match="Nothing has changed at “M1/purpose”"):
        one(cloned, program, "M1/purpose")
    rename_maitree(cloned, "Second")
    with pytest.raises(NotFoundError, match="Changed are: MT/legal_name"):
        one(cloned, program, "M1/purpose")


def test_the_check_says_both_values_the_old_names_and_what_is_empty(cloned: Workspace, program: Program) -> None:
    rename_maitree(cloned, "Second")
    said = reused(cloned, tender_facts(cloned, NEW), program.library)
    rules = {finding.rule for finding in said}
    assert rules == {"RU-51", "RU-52", "RU-55"}
    [fact] = [finding.words for finding in said if finding.rule == "RU-52"]
    assert (fact["yours"], fact["theirs"]) == ("Maitree Community Trust", "Second")
    assert "“London Borough of Thamesbourne”" in {one.words["names"] for one in said if one.rule == "RU-51"}
    assert reused(cloned, tender_facts(cloned, OLD), program.library) == ()


def test_the_check_says_when_an_item_was_to_be_looked_at(taken: Workspace, program: Program) -> None:
    tender = tender_facts(taken, NEW).tender
    taken.set_value(FieldPath(tender, "as_of"), FieldType.DATE, date(2028, 3, 2))
    [said] = reused(taken, tender_facts(taken, NEW), program.library)
    assert (said.rule, said.words) == ("RU-54", {"source": NAME, "day": "1 March 2028"})
