# SPDX-License-Identifier: MPL-2.0
"""A new tender made of an old one: what comes along, what stays behind, and nothing half made."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import TypeAlias

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Reference, Table
from evidencepack.library.copying import Why
from evidencepack.store import search
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.cloning import CannotCloneError, Cloned, NewTender, clone_tender
from evidencepack.usecases.finding_records import NotFoundError, find_record
from evidencepack.usecases.origins import ORIGIN, origins_in
from evidencepack.usecases.removing import remove_tender
from evidencepack.usecases.searching import search_answers
from evidencepack.usecases.workspaces import open_existing, tender_facts

OLD, DAY = "TBN-ASC-2027-014", date(2027, 9, 1)
ODD = "KEN <b>&{{ যত্ন"
_MANY = 3000 if os.environ.get("EVIDENCEPACK_FULL") == "1" else 1100
"""More than the thousand values that a statement of SQLite takes on some systems."""


Copied: TypeAlias = tuple[Workspace, Cloned]


@pytest.fixture(scope="module")
def copied(sample_file: Path, program: Program, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copied]:
    """A workspace with a clone in it, for those that only look at it."""
    file = Path(shutil.copy(sample_file, tmp_path_factory.mktemp("cloned") / "own.evidencepack"))
    with open_existing(file) as workspace:
        yield workspace, make(workspace, program, NewTender(ODD, "Kensington <i>"))


def make(workspace: Workspace, program: Program, new: NewTender, old: str = OLD) -> Cloned:
    return clone_tender(workspace, old, new, library=program.library, today=DAY)


def values(answer: Answer) -> Iterator[object]:
    rows = answer.rows if isinstance(answer, Table) else ()
    yield from (cell for row in rows for cell in row.cells.values())
    yield answer


def pointed_at(facts: Facts) -> set[str]:
    """Return every record that records of the tender point at."""
    own = (one for one in facts.records.values() if one.tender or one.id == facts.tender)
    found = (value for one in own for answer in one.answers.values() for value in values(answer))
    return {value.record for value in found if isinstance(value, Reference)}


def hits(workspace: Workspace, program: Program) -> set[str]:
    return {hit.path for hit in search_answers(workspace, "connector", library=program.library, limit=1000)}


def named(facts: Facts, reference: str) -> Record:
    return find_record(facts, reference)


def test_a_clone_has_the_papers_and_records_and_points_only_at_its_own_and_the_shared(copied: Copied) -> None:
    workspace, clone = copied
    old, new = tender_facts(workspace, OLD), workspace.facts(clone.tender.id)
    left = {one.id for one in clone.left}
    expected = {(one.kind, one.reference) for one in old.records.values() if one.tender and one.id not in left}
    assert {(one.kind, one.reference) for one in new.records.values() if one.tender and one.kind != ORIGIN} == expected
    shared = {one.id for one in old.records.values() if not one.tender and one.id != old.tender}
    assert pointed_at(new) <= {one.id for one in clone.records} | shared
    assert pointed_at(new) & shared
    assert named(new, "TBN-MOU-01").answers["purpose"] == named(old, "TBN-MOU-01").answers["purpose"]


def test_the_old_tender_is_not_touched(workspace: Workspace, program: Program) -> None:
    before = tender_facts(workspace, OLD)
    make(workspace, program, NewTender(ODD))
    assert tender_facts(workspace, OLD).records == before.records


def test_reference_and_title_are_what_the_person_says(copied: Copied) -> None:
    workspace, clone = copied
    assert [one.reference for one in workspace.tenders()] == [OLD, ODD]
    assert workspace.record(clone.tender.id).answers["title"] == "Kensington <i>"


def test_without_a_new_title_the_old_one_stays(workspace: Workspace, program: Program) -> None:
    cloned = make(workspace, program, NewTender("KEN-1"))
    assert (
        cloned.tender.answers["title"]
        == tender_facts(workspace, OLD).records[workspace.tenders()[0].id].answers["title"]
    )


def test_dates_statuses_versions_and_approvals_of_the_old_tender_are_gone_and_listed(copied: Copied) -> None:
    workspace, clone = copied
    facts = workspace.facts(clone.tender.id)
    tender, mou = facts.records[facts.tender], named(facts, "TBN-MOU-01")
    gone = (
        "published",
        "clarification_deadline",
        "submission_deadline",
        "award_date",
        "as_of",
        "pack_version",
        "buyer",
    )
    assert not set(gone) & set(tender.answers)
    assert {"start_date", "end_date", "version_date", "review_date"} & set(mou.answers) == set()
    papers = [
        one for one in facts.records.values() if one.tender and "status" in one.answers and "version" in one.answers
    ]
    assert {(one.answers["status"], one.answers["version"]) for one in papers} == {("draft", "0.1")}
    assert not any("board_approval" in row.cells for row in mou.answers["parties"].rows)  # type: ignore[union-attr]
    listed = {(one.path.record, one.path.field) for one in clone.cleared}
    assert {(tender.id, name) for name in gone} | {(mou.id, "start_date"), (mou.id, "parties")} <= listed


def test_a_review_date_stays_while_it_lies_ahead(workspace: Workspace, program: Program) -> None:
    early = clone_tender(workspace, OLD, NewTender("KEN-1"), library=program.library, today=date(2027, 3, 1))
    assert named(workspace.facts(early.tender.id), "TBN-MOU-01").answers["review_date"] == date(2027, 7, 15)


def test_results_that_were_measured_stay_with_their_periods(copied: Copied) -> None:
    workspace, clone = copied
    old, new = (named(facts, "KPI-01") for facts in (tender_facts(workspace, OLD), workspace.facts(clone.tender.id)))
    assert isinstance(old.answers["readings"], Table)
    assert isinstance(new.answers["readings"], Table)
    assert [row.cells for row in new.answers["readings"].rows] == [row.cells for row in old.answers["readings"].rows]
    assert "target_by" not in new.answers


def test_what_the_buyer_asks_stays_behind_and_is_named(copied: Copied) -> None:
    workspace, clone = copied
    facts = workspace.facts(clone.tender.id)
    left = {one.kind for one in clone.left}
    assert left == {"lot", "question", "slot", "action", "decision", "clarification"}
    assert not any(list(facts.of_kind(kind)) for kind in left)
    gone = [one for one in clone.cleared if one.why is Why.GONE]
    assert {one.path.field for one in gone} == {"question"}


def test_for_the_same_buyer_questions_and_rules_for_files_come_along(workspace: Workspace, program: Program) -> None:
    cloned = make(workspace, program, NewTender("KEN-1", same_buyer=True))
    facts, old = workspace.facts(cloned.tender.id), tender_facts(workspace, OLD)
    tender = facts.records[facts.tender]
    assert len(list(facts.of_kind("question"))) == len(list(old.of_kind("question")))
    assert {"buyer", "typeface", "appendix_side_limit"} <= set(tender.answers)
    lot = tender.answers["lot"]
    assert isinstance(lot, Reference)
    assert facts.records[lot.record].tender == facts.tender
    assert "submission_deadline" not in tender.answers


def test_history_says_where_each_answer_was_copied_from(copied: Copied) -> None:
    workspace, clone = copied
    mou = named(workspace.facts(clone.tender.id), "TBN-MOU-01")
    assert {one.reason for one in workspace.history(mou.id)} == {f"copied from {OLD}"}


def test_a_clone_of_a_clone_remembers_the_clone(workspace: Workspace, program: Program) -> None:
    clone = make(workspace, program, NewTender(ODD))
    again = make(workspace, program, NewTender("KEN-2"), old=ODD)
    [origin] = origins_in(workspace.facts(again.tender.id).records.values())
    assert (origin.name, origin.of) == (ODD, clone.tender.id)
    assert set(origin.pieces.values()) == {one.id for one in clone.records}
    shown = workspace.facts(again.tender.id)
    assert pointed_at(shown) & {one.id for one in clone.records} == set()


def test_cloning_twice_makes_two_tenders_that_share_nothing_of_their_own(
    workspace: Workspace, program: Program
) -> None:
    first, second = (make(workspace, program, NewTender(name)) for name in ("KEN-1", "KEN-2"))
    assert not {one.id for one in first.records} & {one.id for one in second.records}
    assert len(workspace.tenders()) == 3


@pytest.mark.parametrize("reference", ["", "  ", OLD, OLD.lower(), "a\nb", "x" * 61])
def test_a_reference_that_cannot_be_used_is_refused_and_nothing_is_copied(
    workspace: Workspace, program: Program, reference: str
) -> None:
    before = workspace.history()
    with pytest.raises(CannotCloneError, match="Nothing was copied"):
        make(workspace, program, NewTender(reference))
    assert workspace.history() == before


def test_a_title_that_is_too_long_is_refused(workspace: Workspace, program: Program) -> None:
    with pytest.raises(CannotCloneError, match=r"The title has 151 characters\. Write it in 150 at most\. Nothing was"):
        make(workspace, program, NewTender("KEN-1", "T" * 151))
    assert len(workspace.tenders()) == 1


def test_a_tender_that_is_not_there_cannot_be_cloned(workspace: Workspace, program: Program) -> None:
    with pytest.raises(NotFoundError):
        make(workspace, program, NewTender("KEN-1"), old="NO-SUCH")


def test_a_reference_to_a_record_that_is_gone_is_left_out_and_listed(workspace: Workspace, program: Program) -> None:
    facts = tender_facts(workspace, OLD)
    chair = named(facts, "M1").answers["chair"]
    assert isinstance(chair, Reference)
    workspace.remove_record(chair.record)
    cloned = make(workspace, program, NewTender("KEN-1"))
    meeting = named(workspace.facts(cloned.tender.id), "M1")
    assert "chair" not in meeting.answers
    assert (meeting.id, "chair") in {(one.path.record, one.path.field) for one in cloned.cleared if one.why is Why.GONE}


def test_removing_a_clone_leaves_everything_as_it_was_but_its_history(workspace: Workspace, program: Program) -> None:
    before, found = tender_facts(workspace, "").records, hits(workspace, program)
    cloned = make(workspace, program, NewTender("KEN-1"))
    remove_tender(workspace, "KEN-1")
    assert tender_facts(workspace, "").records == before
    assert hits(workspace, program) == found
    assert workspace.history(cloned.tender.id)
    make(workspace, program, NewTender("KEN-1"))


def test_a_fault_in_the_middle_leaves_nothing_half_made(
    own_file: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls, real = count(), search.index

    def fails(db: sqlite3.Connection, path: str, record: str, text: str) -> None:
        if next(calls) == 700:
            raise OSError(28, "No space left on device")
        real(db, path, record, text)

    with open_existing(own_file) as workspace:
        before = workspace.history()
        monkeypatch.setattr("evidencepack.store.values.index", fails)
        with pytest.raises(OSError, match="No space"):
            make(workspace, program, NewTender("KEN-1"))
        monkeypatch.undo()
        assert workspace.history() == before
        assert len(workspace.tenders()) == 1
        assert workspace.of_kind(ORIGIN) == ()


def test_thousands_of_records_are_cloned(workspace: Workspace, program: Program, tmp_path: Path) -> None:
    facts = tender_facts(workspace, OLD)
    said: dict[str, Answer] = {"trigger": "<b>&{{ যত্ন" * 100}
    many = [Record(_id(number), "stop_rule", f"MANY-{number}", facts.tender, said) for number in range(_MANY)]
    workspace.import_records(many, types=lambda kind, name, _column: program.library[kind].fields[name].type)
    cloned = make(workspace, program, NewTender("KEN-1"))
    assert len(list(workspace.facts(cloned.tender.id).of_kind("stop_rule"))) >= _MANY
    workspace.backup(tmp_path)


def _id(number: int) -> str:
    return f"01a30000-0000-7000-8000-{number:012x}"
