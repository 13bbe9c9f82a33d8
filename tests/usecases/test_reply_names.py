# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.exchange.replies.report import Where
from evidencepack.exchange.replies.story import Tracked
from evidencepack.usecases.reply_names import (
    by_the_workspace,
    by_their_controls,
    day_of,
    last_saved,
    made_by,
    place_of,
)

_MOU = Where("Memorandum of understanding", "TBN-MOU-01", number="4.2", heading="Who does what")


def test_a_place_is_the_paper_and_the_clause() -> None:
    assert place_of(_MOU) == "Memorandum of understanding TBN-MOU-01, clause 4.2"


def test_a_place_without_a_clause_is_below_its_heading_and_one_in_a_table_in_its_row() -> None:
    assert place_of(Where(heading="Meetings")) == "under “Meetings”"
    assert place_of(Where(number="Schedule 2", heading="Meetings", row="Board", column="How often")) == (
        "Schedule 2, “Meetings”, row “Board”, column “How often”"
    )


def test_beside_a_place_of_the_same_paper_the_paper_is_not_named_again() -> None:
    assert place_of(_MOU, beside=_MOU) == "clause 4.2"
    assert place_of(_MOU, beside=Where("Governance")) == place_of(_MOU)
    assert place_of(Where("Plan", "P-1"), beside=Where("Plan", "P-1")) == "Plan P-1"


def test_who_made_changes_is_named_once_with_the_day() -> None:
    day = "2026-11-03T10:00:00Z"
    changes = [Tracked(True, "a", "Jo Marsh", day), Tracked(False, "b", "Jo Marsh", day), Tracked(True, "c", "", "")]
    assert made_by(changes) == ("Jo Marsh, 3 November 2026", "somebody")


def test_a_time_that_is_none_stays_what_the_file_says() -> None:
    assert day_of("last week") == "last week"
    assert day_of("") == ""


def test_who_last_saved_is_said_as_far_as_the_file_says() -> None:
    assert last_saved("Jo", "2026-11-03T10:00:00Z") == "Jo on 3 November 2026"
    assert last_saved("", "2026-11-03T10:00:00Z") == "somebody on 3 November 2026"
    assert last_saved("Jo", "") == "Jo"
    assert last_saved("", "") == ""


def test_a_workspace_knows_the_question_in_full_and_whose_answer_it_is(program: Program, sample_facts: Facts) -> None:
    asked = by_the_workspace(sample_facts, program.library)
    contact = next(one for one in sample_facts.of_kind("contact") if "organisation" in one.answers)
    question, whose = asked((f"{contact.id}/job_title",), "shortened…")
    assert question == program.library["contact"].fields["job_title"].label
    assert whose.startswith(str(contact.answers["full_name"]))
    paper = next(sample_facts.of_kind("mou"))
    assert asked((f"{paper.id}/title",), "x")[1] == ""


def test_without_a_workspace_that_knows_it_a_question_is_what_its_control_says(
    program: Program, sample_facts: Facts
) -> None:
    assert by_their_controls(("1/board_date",), "") == ("board date", "")
    assert by_their_controls(("1/board_date",), "When?") == ("When?", "")
    assert by_the_workspace(sample_facts, program.library)(("1/board_date",), "When?") == ("When?", "")
