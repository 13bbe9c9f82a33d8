# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

import pytest
from tests.compose.layouts.drawn import MEETINGS, STEPS, draw

from evidencepack.blocks.blocks import Figure, Paragraph
from evidencepack.blocks.figures import GovernanceLevels
from evidencepack.blocks.inlines import Value
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts, Record
from evidencepack.library.model import Library


def levels(facts: Facts, library: Library, *records: Record) -> tuple[Figure, GovernanceLevels]:
    (figure,) = draw(facts, library, "governance_levels", "meetings", *records)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, GovernanceLevels)
    return figure, figure.drawing


def test_levels_stand_from_the_top_down_with_their_meetings(facts: Facts, library: Library) -> None:
    figure, drawn = levels(facts, library, *MEETINGS, *STEPS)
    assert [(plain(level.name), plain(level.purpose)) for level in drawn.levels] == [
        ("Strategic", "steers"),
        ("Risk", "watches risk"),
        ("Operational", "runs the work"),
    ]
    assert [[plain(group.name) for group in level.groups] for level in drawn.levels] == [
        ["Board", "Learning"],
        ["Risk review"],
        ["Daily huddle"],
    ]
    board = drawn.levels[0].groups[0]
    assert board.name == (Value("Board", ("meet4/name",)),)
    assert [plain(line) for line in board.lines] == ["Tuesday 10:00", "Chair Siân Llŷr-Evans"]
    assert [level.decides for level in drawn.levels] == [True, False, False]
    assert plain(figure.title) == "Three levels: who meets, who decides, how fast"


def test_a_concern_goes_up_by_the_levels_of_escalation(facts: Facts, library: Library) -> None:
    figure, drawn = levels(facts, library, *MEETINGS, *STEPS)
    assert [plain(level.reached) for level in drawn.levels] == [
        "Level 3 Siân, 8 working hours. Level 4 the chair, 16 working hours",
        "Level 2 both leads, 4 working hours",
        "Level 1 whoever sees it, 1 working hour",
    ]
    assert Value("both leads", ("el2/who_decides",)) in drawn.levels[1].reached
    assert "An arrow leads up to Operational: Level 1 whoever sees it, 1 working hour." in figure.alt


def test_fewer_levels_of_escalation_leave_the_upper_arrows_bare(facts: Facts, library: Library) -> None:
    _, drawn = levels(facts, library, *MEETINGS, STEPS[1])
    assert [plain(level.reached) for level in drawn.levels] == ["", "", "Level 1 whoever sees it, 1 working hour"]


def test_a_level_of_escalation_without_a_number_comes_last(facts: Facts, library: Library) -> None:
    answers = {name: answer for name, answer in STEPS[0].answers.items() if name != "level"}
    nameless = replace(STEPS[0], answers=answers)
    _, drawn = levels(facts, library, *MEETINGS, nameless, STEPS[1])
    assert plain(drawn.levels[1].reached).endswith("both leads, 4 working hours")


@pytest.mark.parametrize("records", [(), MEETINGS, STEPS], ids=["nothing", "meetings", "escalation"])
def test_without_meetings_or_levels_there_is_the_mark_of_a_gap(
    facts: Facts, library: Library, records: tuple[Record, ...]
) -> None:
    (block,) = draw(facts, library, "governance_levels", "meetings", *records)
    assert isinstance(block, Paragraph)


def test_meetings_of_no_tier_are_no_figure(facts: Facts, library: Library) -> None:
    answers = {name: answer for name, answer in MEETINGS[0].answers.items() if name != "tier"}
    (block,) = draw(facts, library, "governance_levels", "meetings", replace(MEETINGS[0], answers=answers), *STEPS)
    assert isinstance(block, Paragraph)
