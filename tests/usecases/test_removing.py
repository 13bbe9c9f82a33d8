# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Record
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.adding import add_empty, new_tender
from evidencepack.usecases.changes import rows_of
from evidencepack.usecases.entering import set_answer
from evidencepack.usecases.finding_records import NotFoundError, find_record
from evidencepack.usecases.keeping import Keep, keep
from evidencepack.usecases.removing import CannotRemoveError, Removed, remove_one
from evidencepack.usecases.workspaces import tender_facts

TODAY = date(2027, 2, 15)
SAMPLE = "TBN-ASC-2027-014"


@pytest.fixture
def library(program: Program) -> Library:
    return program.library


def named(workspace: Workspace, name: str) -> Record:
    return find_record(tender_facts(workspace, SAMPLE), name)


def say(workspace: Workspace, library: Library, path: str, entry: str, *, tender: str = SAMPLE) -> None:
    assert not set_answer(workspace, path, entry, library=library, today=TODAY, tender=tender).problem


def test_a_record_to_which_nothing_refers_goes_and_its_history_stays(workspace: Workspace, library: Library) -> None:
    contact = add_empty(workspace, "contact", library=library)
    record = named(workspace, contact)

    assert remove_one(workspace, contact, library=library) == Removed(f"contact {contact}")
    with pytest.raises(NotFoundError):
        named(workspace, contact)
    assert workspace.history(record.id)


def test_a_record_that_others_name_stays_and_they_are_listed(workspace: Workspace, library: Library) -> None:
    with pytest.raises(CannotRemoveError, match=r"was not removed\. It is named in .*TBN-MOU-01/parties/2/signatory"):
        remove_one(workspace, "PER-06", library=library)
    assert named(workspace, "PER-06")


def test_a_long_list_of_users_is_cut(workspace: Workspace, library: Library) -> None:
    with pytest.raises(CannotRemoveError, match=r" and in [0-9]+ more\. Change those answers first, or clear them\."):
        remove_one(workspace, "PER-01", library=library)


def test_a_record_that_only_another_tender_names_stays(workspace: Workspace, library: Library) -> None:
    contact = add_empty(workspace, "contact", library=library)
    new_tender(workspace, "ABC-01", "")
    say(
        workspace,
        library,
        f"{add_empty(workspace, 'meeting', library=library, tender='ABC-01')}/chair",
        contact,
        tender="ABC-01",
    )

    with pytest.raises(CannotRemoveError, match="It is named in ABC-01: "):
        remove_one(workspace, contact, library=library, tender=SAMPLE)


def test_a_record_that_only_the_library_names_stays(workspace: Workspace, library: Library) -> None:
    contact = add_empty(workspace, "contact", library=library)
    meeting = add_empty(workspace, "meeting", library=library)
    say(workspace, library, f"{meeting}/chair", contact)
    keep(workspace, Keep(meeting, "Our meeting", "1 Jul 2027", "", again=False), library=library, today=TODAY)
    remove_one(workspace, meeting, library=library)

    with pytest.raises(CannotRemoveError, match="It is named in “Our meeting” in the library"):
        remove_one(workspace, contact, library=library)


def test_what_is_taken_away_in_another_way_says_in_which(workspace: Workspace, library: Library) -> None:
    meeting = add_empty(workspace, "meeting", library=library)
    keep(workspace, Keep(meeting, "Our meeting", "1 Jul 2027", "", again=False), library=library, today=TODAY)

    for name, how in (("mou.insurance", "wording FILE CLAUSE --restore"), ("Our meeting", "library FILE --remove")):
        with pytest.raises(CannotRemoveError, match=how):
            remove_one(workspace, name, library=library)


def test_a_row_goes_and_the_next_one_takes_its_number(workspace: Workspace, library: Library) -> None:
    _, second, *_ = before = rows_of(named(workspace, "TBN-MOU-01"), "in_scope")

    assert remove_one(workspace, "TBN-MOU-01/in_scope/1", library=library) == Removed("TBN-MOU-01/in_scope/1")
    after = rows_of(named(workspace, "TBN-MOU-01"), "in_scope")
    assert after == before[1:]
    assert after[0] == second


def test_a_task_takes_the_letters_along_that_were_given_to_it(workspace: Workspace, library: Library) -> None:
    before = named(workspace, "TBN-RACI-01")
    removed = remove_one(workspace, "TBN-RACI-01/activities/1", library=library)
    after = named(workspace, "TBN-RACI-01")

    assert removed.along > 0
    assert len(rows_of(after, "letters")) == len(rows_of(before, "letters")) - removed.along


def test_a_record_in_a_table_of_records_is_named_by_its_reference(workspace: Workspace, library: Library) -> None:
    added = add_empty(workspace, "TBN-MOU-01/contributions", library=library)

    assert remove_one(workspace, f"TBN-MOU-01/contributions/{added}", library=library).name.endswith(added)


def test_a_tender_goes_by_its_reference_alone(workspace: Workspace, library: Library) -> None:
    new_tender(workspace, "ABC-01", "")
    with pytest.raises(CannotRemoveError, match="Name the tender alone: evidencepack remove FILE ABC-01"):
        remove_one(workspace, "tender:ABC-01", library=library, tender="ABC-01")

    assert remove_one(workspace, "ABC-01", library=library) == Removed("the tender ABC-01")
    assert [one.reference for one in workspace.tenders()] == [SAMPLE]


@pytest.mark.parametrize("what", ["NOBODY", "TBN-MOU-01/in_scope/99", "TBN-MOU-01/nothing/1"])
def test_what_is_not_there_cannot_be_removed(workspace: Workspace, library: Library, what: str) -> None:
    with pytest.raises(NotFoundError):
        remove_one(workspace, what, library=library)


def test_words_that_still_name_what_was_removed_are_told(workspace: Workspace, library: Library) -> None:
    left = remove_one(workspace, "F2", library=library).left
    assert sum("name F2, and this tender has no data flow" in sentence for sentence in left) == 4
    assert any("No flow has Kestrel as a processor" in sentence for sentence in left)


def test_a_party_that_leaves_a_paper_is_told_where_the_paper_names_it(workspace: Workspace, library: Library) -> None:
    (sentence,) = remove_one(workspace, "TBN-MOU-01/parties/2", library=library).left
    assert "Memorandum of understanding TBN-MOU-01 names Maitree under “" in sentence


def test_what_nothing_names_leaves_nothing_behind(workspace: Workspace, library: Library) -> None:
    assert remove_one(workspace, "A-08", library=library).left == ()
