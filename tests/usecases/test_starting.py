# SPDX-License-Identifier: MPL-2.0
"""Starters of the shipped kinds in a small bid of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.checked import check_tender

from evidencepack.bootstrap import Program
from evidencepack.domain.examples import unedited
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Choices, FieldType, Reference, Row, Table
from evidencepack.errors import ExitCode
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace, create_workspace
from evidencepack.usecases.changes import rows_of
from evidencepack.usecases.examples import CannotStartError, ours_at
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.forms import look_again
from evidencepack.usecases.saving import Kept, keep_changes
from evidencepack.usecases.starting import Wanted, begin_with, make_ours
from evidencepack.usecases.suggesting import StarterRow, Suggestion, starter_rows, suggestions
from evidencepack.usecases.workspaces import tender_facts


def _answer(workspace: Workspace, record: Record, field: str, kind: FieldType, value: object) -> None:
    workspace.set_value(FieldPath(record.id, field), kind, value)  # type: ignore[arg-type]


@pytest.fixture
def bid(tmp_path: Path) -> Iterator[Workspace]:
    """A tender with a lead provider, a community partner with a named lead, and nothing else."""
    with create_workspace(tmp_path / "bid.evidencepack") as workspace:
        tender = workspace.add_record("tender", "T-1")
        lead, partner = (workspace.add_record("organisation", name) for name in ("FB", "MT"))
        person = workspace.add_record("contact", "NA")
        fit = workspace.add_record("partnership", "FIT-01", tender=tender.id)
        _answer(workspace, tender, "lead_provider", FieldType.REFERENCE, Reference(lead.id))
        _answer(workspace, partner, "short_name", FieldType.TEXT, "Maitree")
        _answer(workspace, partner, "org_type", FieldType.CHOICE, "vcse")
        _answer(workspace, partner, "named_lead", FieldType.REFERENCE, Reference(person.id))
        _answer(workspace, person, "full_name", FieldType.TEXT, "Nasrin Akhtar")
        _answer(workspace, fit, "organisation", FieldType.REFERENCE, Reference(partner.id))
        _answer(workspace, fit, "vcse_checks", FieldType.CHOICES, Choices(("outreach_model",)))
        yield workspace


@pytest.fixture
def library(program: Program) -> Library:
    return program.library


def _only(bid: Workspace, kind: str) -> Record:
    (found,) = tender_facts(bid, "").of_kind(kind)
    return found


def _id(bid: Workspace, reference: str) -> str:
    return next(record.id for record in tender_facts(bid, "").records.values() if record.reference == reference)


def _rows(record: Record, field: str) -> list[Row]:
    return list(rows_of(record, field))


def test_a_record_begins_as_an_example_with_everything_the_tender_knows(bid: Workspace, library: Library) -> None:
    begun = begin_with(bid, Wanted("case_study", "a_friday_table", "MT"), library=library)
    assert (begun.title, begun.path) == ("A community partner: somewhere to go on a Friday", "CS-01")
    case = _only(bid, "case_study")
    assert (case.example, case.reference, case.answers["partner_type"]) == ("a_friday_table", "CS-01", "vcse")
    lead, partner = _rows(case, "partners")
    assert lead.cells == {"organisation": Reference(_id(bid, "FB"))}
    assert partner.cells == {"organisation": Reference(_id(bid, "MT")), "approver": Reference(_id(bid, "NA"))}
    assert len({revision.time for revision in bid.history(case.id)}) == 1


def test_without_a_name_it_is_made_for_the_only_partner_it_can_be_meant_for(bid: Workspace, library: Library) -> None:
    begin_with(bid, Wanted("data_flow", "community_connection"), library=library)
    assert _only(bid, "data_flow").answers["receiver"] == Reference(_id(bid, "MT"))


def test_without_a_partner_what_would_name_one_stays_empty(bid: Workspace, library: Library) -> None:
    bid.remove_record(_id(bid, "FIT-01"))
    begin_with(bid, Wanted("data_flow", "community_connection"), library=library)
    flow = _only(bid, "data_flow")
    assert flow.answers["sender"] == Reference(_id(bid, "FB"))
    assert "receiver" not in flow.answers


def test_a_partner_goes_by_its_partnership_record_too(bid: Workspace, library: Library) -> None:
    begin_with(bid, Wanted("data_flow", "community_connection", "FIT-01"), library=library)
    assert _only(bid, "data_flow").answers["receiver"] == Reference(_id(bid, "MT"))


def test_the_first_row_brings_its_document_and_rows_are_numbered_on(bid: Workspace, library: Library) -> None:
    first = begin_with(bid, Wanted("raci", "safeguarding_concern"), library=library)
    assert first.path == "RACI-01/activities/1"
    record = _only(bid, "raci")
    assert record.example == ""
    row = _rows(record, "activities")[0]
    bid.set_value(FieldPath(record.id, "activities", row.id, "ref"), FieldType.TEXT, "T-19")
    begin_with(bid, Wanted("raci", "complaint"), library=library)
    rows = _rows(_only(bid, "raci"), "activities")
    assert [(row.cells["ref"], row.example) for row in rows] == [
        ("T-19", "safeguarding_concern"),
        ("T-20", "complaint"),
    ]


def test_a_number_begins_as_the_example_of_its_question_is_written(bid: Workspace, library: Library) -> None:
    begin_with(bid, Wanted("raci", "complaint"), library=library)
    assert _rows(_only(bid, "raci"), "activities")[0].cells["ref"] == "R-01"


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted("raci", "complaint"),
        Wanted("data_flow", "community_connection"),
        Wanted("case_study", "a_friday_table", "MT"),
    ],
)
def test_the_same_example_is_not_made_twice(bid: Workspace, library: Library, wanted: Wanted) -> None:
    path = begin_with(bid, wanted, library=library).path
    before = bid.history()
    with pytest.raises(CannotStartError, match=f"{path} is this example already, as it stands. Nothing was changed."):
        begin_with(bid, wanted, library=library)
    assert bid.history() == before


def test_an_example_that_became_ours_or_is_for_another_partner_can_be_followed_by_one(
    bid: Workspace, library: Library
) -> None:
    make_ours(bid, begin_with(bid, Wanted("raci", "complaint"), library=library).path, library=library)
    assert begin_with(bid, Wanted("raci", "complaint"), library=library).path.endswith("/activities/2")
    begin_with(bid, Wanted("case_study", "a_friday_table", "MT"), library=library)
    assert begin_with(bid, Wanted("case_study", "a_friday_table", "FB"), library=library).path.endswith("02")


def test_of_several_records_the_one_that_gets_the_row_must_be_named(bid: Workspace, library: Library) -> None:
    tender = _id(bid, "T-1")
    for reference in ("M-1", "M-2"):
        bid.add_record("mou", reference, tender=tender)
    with pytest.raises(CannotStartError, match=r"There are several: M-1, M-2\. Nothing was changed\. Say which"):
        begin_with(bid, Wanted("mou", "no_money"), library=library)
    assert begin_with(bid, Wanted("mou", "no_money", within="M-2"), library=library).path == "M-2/out_scope/1"
    with pytest.raises(CannotStartError, match="FIT-01 is a partnership, not a mou"):
        begin_with(bid, Wanted("mou", "no_money", within="FIT-01"), library=library)


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (Wanted("poem", "x"), "There is no kind called “poem”"),
        (Wanted("raci", "x"), "there is no starter called “x”. It has: receive_referral"),
        (Wanted("tender", "x"), "there is no starter called “x”. It has none."),
        (Wanted("raci", "complaint", "NA"), "NA is no organisation"),
        (Wanted("raci", "complaint", "X"), "Nothing is called “X”"),
    ],
)
def test_a_name_that_means_nothing_is_refused(bid: Workspace, library: Library, wanted: Wanted, sentence: str) -> None:
    before = bid.history()
    with pytest.raises(NotFoundError) as caught:
        begin_with(bid, wanted, library=library)
    assert sentence in str(caught.value)
    assert caught.value.exit_code is ExitCode.NOT_FOUND
    assert bid.history() == before


def test_what_is_true_as_it_stands_is_made_ours(bid: Workspace, library: Library) -> None:
    begin_with(bid, Wanted("raci", "complaint"), library=library)
    make_ours(bid, "RACI-01/activities/1", library=library)
    assert _rows(_only(bid, "raci"), "activities")[0].example == ""
    begin_with(bid, Wanted("data_flow", "emergency"), library=library)
    make_ours(bid, "F-01", library=library)
    assert _only(bid, "data_flow").example == ""


def test_what_is_no_example_cannot_be_made_ours_and_those_beside_it_are_named(bid: Workspace, library: Library) -> None:
    begin_with(bid, Wanted("raci", "complaint"), library=library)
    for text, sentence in (
        ("RACI-01", "RACI-01 is no example. In RACI-01 these are: RACI-01/activities/1."),
        ("FB", "FB is no example."),
        ("RACI-01/activities/2", "there is no row “2”"),
        ("RACI-01/activity/1", "there is no field called “activity”"),
        ("RACI-01/title/1", "title is not a table"),
    ):
        with pytest.raises(NotFoundError) as caught:
            make_ours(bid, text, library=library)
        assert sentence in str(caught.value)


def test_an_example_blocks_until_it_is_ours_and_only_where_it_is_shown(
    bid: Workspace, library: Library, program: Program
) -> None:
    def found() -> list[str]:
        findings = check_tender(tender_facts(bid, ""), library=library, press=program.press)
        return [finding.message for finding in findings if finding.rule == "CHK-EX-51"]

    begin_with(bid, Wanted("data_flow", "emergency"), library=library)
    assert found() == []
    begin_with(bid, Wanted("mou", "no_money"), library=library)
    (message,) = found()
    row = "row 1 of “What will you not do?” (from the starter “Out: handling money”)"
    assert message.startswith(f"Memorandum of understanding MOU-01 still shows an example: {row}. ")
    make_ours(bid, "MOU-01/out_scope/1", library=library)
    assert found() == []


def test_one_answer_of_one_s_own_leaves_the_rest_of_an_example_where_it_is(
    bid: Workspace, library: Library, program: Program
) -> None:
    def found() -> list[str]:
        findings = check_tender(tender_facts(bid, ""), library=library, press=program.press)
        return [one.message for one in findings if one.rule == "CHK-EX-51"]

    begin_with(bid, Wanted("case_study", "a_friday_table", "MT"), library=library)
    (message,) = found()
    assert message.startswith("Case study CS-01 still shows an example: all of it. ")
    case = _only(bid, "case_study")
    bid.set_value(FieldPath(case.id, "title"), FieldType.TEXT, "Our Friday table")
    bid.set_value(FieldPath(case.id, "period"), FieldType.TEXT, "May 2026")
    (message,) = found()
    assert "“What kind of partnership does it show?”, “Setting”" in message
    assert "row 1 of “" in message
    assert "all of it" not in message
    left = _only(bid, "case_study")
    assert "title" not in unedited(left)
    assert "period" not in unedited(left)
    assert "problem" in unedited(left)


def test_one_answer_alone_can_be_made_ours_and_a_record_with_all_its_rows(bid: Workspace, library: Library) -> None:
    begin_with(bid, Wanted("case_study", "a_friday_table", "MT"), library=library)
    make_ours(bid, "CS-01/title", library=library)
    assert "title" not in unedited(_only(bid, "case_study"))
    make_ours(bid, "CS-01/measures/1/name", library=library)
    assert unedited(_rows(_only(bid, "case_study"), "measures")[0]) == ("baseline", "result", "source")
    with pytest.raises(NotFoundError, match="CS-01/title is no example"):
        make_ours(bid, "CS-01/title", library=library)
    make_ours(bid, "CS-01", library=library)
    assert not unedited(_only(bid, "case_study"))
    assert not any(row.example for row in _rows(_only(bid, "case_study"), "measures"))


def test_an_answer_or_all_lines_of_a_table_become_ours_by_their_place(bid: Workspace, library: Library) -> None:
    begin_with(bid, Wanted("case_study", "a_friday_table", "MT"), library=library)
    facts, case = tender_facts(bid, ""), _only(bid, "case_study")
    for name, number in (("problem", 1), ("partners", 2), ("period", 0)):
        changes = ours_at(facts, library, FieldPath(case.id, name))
        assert len(changes) == number
        assert keep_changes(bid, changes) == Kept(number)
    after = _only(bid, "case_study")
    assert "problem" not in unedited(after)
    assert not any(row.example for row in _rows(after, "partners"))
    assert any(row.example for row in _rows(after, "measures"))


def test_starters_are_listed_with_where_they_stand_even_when_they_are_ours(bid: Workspace, library: Library) -> None:
    begin_with(bid, Wanted("raci", "community_plan"), library=library)
    begin_with(bid, Wanted("case_study", "one_tap_less"), library=library)
    make_ours(bid, "RACI-01/activities/1", library=library)
    rows = {(row.kind, row.starter): row for row in starter_rows(tender_facts(bid, ""), library)}
    assert rows["raci", "community_plan"] == StarterRow(
        "raci", "community_plan", "Reconnecting with people and places", ("vcse",), ("RACI-01/activities/1",)
    )
    assert rows["case_study", "one_tap_less"].there == ("CS-01",)
    assert rows["raci", "complaint"].there == ()
    assert {row.kind for row in starter_rows(tender_facts(bid, ""), library, "raci")} == {"raci"}
    with pytest.raises(NotFoundError, match="There is no kind called “poem”"):
        starter_rows(tender_facts(bid, ""), library, "poem")


def test_a_form_says_where_to_look_again_until_an_example_is_ours(bid: Workspace, library: Library) -> None:
    begin_with(bid, Wanted("mou", "no_money"), library=library)
    begin_with(bid, Wanted("case_study", "one_tap_less"), library=library)

    def again(kind: str) -> list[tuple[str, str]]:
        facts = tender_facts(bid, "")
        return [(place.field, place.line) for place in look_again(facts, library, _only(bid, kind), ())]

    assert again("mou") == [("out_scope", _rows(_only(bid, "mou"), "out_scope")[0].id)]
    first, *_, last = again("case_study")
    assert (first, last) == (("title", ""), ("localise_status", ""))
    make_ours(bid, "MOU-01/out_scope/1", library=library)
    make_ours(bid, "CS-01", library=library)
    assert again("mou") == again("case_study") == []


def _suggested(facts: Facts, library: Library, partner: str = "") -> Suggestion:
    (found,) = suggestions(facts, library, partner)
    return found


def test_a_partner_gets_the_suggestions_of_its_type(bid: Workspace, library: Library) -> None:
    facts = tender_facts(bid, "")
    found = _suggested(facts, library)
    assert found == _suggested(facts, library, "MT") == _suggested(facts, library, "FIT-01")
    assert (found.partner, found.reference, found.type) == ("Maitree", "MT", "Community partner")
    assert [point.label for point in found.points if point.shown] == ["How they reach people others miss"]
    assert {kind.kind: kind.there for kind in found.kinds}["mou"] == ()
    assert all(not row.there for row in found.starters)


def test_what_names_the_partner_already_is_listed_and_what_does_not_is_not(bid: Workspace, library: Library) -> None:
    tender = _id(bid, "T-1")
    for reference in ("M-1", "M-2"):
        bid.add_record("mou", reference, tender=tender)
    row = bid.add_row(_id(bid, "M-2"), "parties")
    path = FieldPath(_id(bid, "M-2"), "parties", row, "organisation")
    bid.set_value(path, FieldType.REFERENCE, Reference(_id(bid, "MT")))
    begin_with(bid, Wanted("case_study", "a_friday_table", "MT"), library=library)
    found = _suggested(tender_facts(bid, ""), library)
    there = {kind.kind: kind.there for kind in found.kinds}
    assert (there["mou"], there["case_study"], there["raci"]) == (("M-2",), ("CS-01",), ())
    assert {row.starter: row.there for row in found.starters}["a_friday_table"] == ("CS-01",)


def test_nothing_is_suggested_for_whom_nothing_is_known_of(bid: Workspace, library: Library) -> None:
    with pytest.raises(NotFoundError, match="FB is of no type that there are suggestions for"):
        suggestions(tender_facts(bid, ""), library, "FB")
    bid.remove_record(_id(bid, "FIT-01"))
    assert suggestions(tender_facts(bid, ""), library) == ()


def test_a_lead_that_is_not_known_yet_leaves_its_answers_empty(bid: Workspace, library: Library) -> None:
    bid.set_value(FieldPath(_id(bid, "T-1"), "lead_provider"), FieldType.REFERENCE, None)
    begin_with(bid, Wanted("case_study", "one_tap_less"), library=library)
    table = _only(bid, "case_study").answers["partners"]
    assert isinstance(table, Table)
    assert [row.cells for row in table.rows] == [{}, {}]
