# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

import pytest
from tests.compose.conftest import field, kind, table, to

from evidencepack.blocks.blocks import Align, Block, Paragraph, Table
from evidencepack.blocks.inlines import Value
from evidencepack.compose.layouts.score_grid import score_grid
from evidencepack.compose.plain import plain
from evidencepack.compose.scope import Scope
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience, Visibility
from evidencepack.domain.values import FieldType, Reference, Row, Scalar
from evidencepack.domain.values import Table as Rows
from evidencepack.library.model import Choice, Library, Schedule
from evidencepack.library.templates import parse_template

POINTS = tuple(Choice(f"p{number}", f"{number} of 5") for number in range(1, 6))
REVIEW = kind(
    "review",
    table(
        "scores",
        to("organisation", "organisation"),
        field("honest", FieldType.CHOICE, choices=POINTS, label="We say hard things early", required=True),
        field("heard", FieldType.CHOICE, choices=POINTS, label="Small partners are heard", required=True),
        field("gossip", FieldType.CHOICE, choices=POINTS, label="Gossip", visibility=Visibility.PARTNERSHIP),
        field("moment"),
    ),
    document=True,
)


def grid(facts: Facts, library: Library, *rows: dict[str, Scalar]) -> tuple[Block, ...]:
    """Return what the layout makes of these rows for a pack."""
    made = Rows(tuple(Row(f"s{place}", cells) for place, cells in enumerate(rows, start=1)))
    record = Record("r1", "review", "REV", "t1", {"scores": made} if rows else {})
    scope = Scope(REVIEW, record, facts, Library({**library.kinds, "review": REVIEW}), Audience.PACK)
    schedule = Schedule("together", "Together", "score_grid", "scores", note=parse_template("1 is never."))
    return score_grid(schedule, scope)


def words(made: Block) -> list[list[str]]:
    assert isinstance(made, Table)
    return [[" ".join(plain(line) for line in cell.lines) for cell in row.cells] for row in (*made.head, *made.rows)]


FERRYBANK: dict[str, Scalar] = {"organisation": Reference("fb"), "honest": "p4", "heard": "p5"}
MAITREE: dict[str, Scalar] = {"organisation": Reference("mt"), "honest": "p5", "heard": "p3", "gossip": "p1"}


def test_sentences_stand_down_partners_across_and_the_mean_last(facts: Facts, library: Library) -> None:
    (made,) = grid(facts, library, FERRYBANK, MAITREE)
    assert words(made) == [
        ["", "Ferrybank", "Maitree", "All"],
        ["We say hard things early", "4", "5", "4.5"],
        ["Small partners are heard", "5", "3", "4.0"],
    ]
    assert isinstance(made, Table)
    assert [column.align for column in made.columns] == [Align.LEFT, Align.CENTRE, Align.CENTRE, Align.RIGHT]
    assert plain(made.note) == "1 is never."


def test_a_score_names_the_answer_and_whose_it_is(facts: Facts, library: Library) -> None:
    (made,) = grid(facts, library, FERRYBANK, MAITREE)
    assert isinstance(made, Table)
    assert made.rows[0].cells[1].lines == ((Value("4", ("r1/scores/s1/honest", "r1/scores/s1/organisation")),),)
    assert made.rows[0].cells[3].lines == ((Value("4.5", ("r1/scores/s1/honest", "r1/scores/s2/honest"), bold=True),),)


def test_who_has_not_scored_leaves_a_gap_and_the_mean_to_the_others(facts: Facts, library: Library) -> None:
    partly = {name: cell for name, cell in MAITREE.items() if name != "heard"}
    (made,) = grid(facts, library, FERRYBANK, partly)
    assert words(made)[2] == ["Small partners are heard", "5", "[to complete: Small partners are heard]", "5.0"]


def test_without_any_score_there_is_no_mean(facts: Facts, library: Library) -> None:
    (made,) = grid(facts, library, {"organisation": Reference("fb")})
    assert words(made)[1][-1] == ""


def test_without_rows_there_is_a_gap(facts: Facts, library: Library) -> None:
    (made,) = grid(facts, library)
    assert isinstance(made, Paragraph)
    assert plain(made.inlines) == "[to complete: Scores]"


@pytest.mark.parametrize(("partners", "tables"), [(7, [9]), (8, [9, 3])])
def test_more_than_seven_partners_stand_in_a_second_table(
    facts: Facts, library: Library, partners: int, tables: list[int]
) -> None:
    made = grid(facts, library, *[FERRYBANK] * partners)
    assert [len(table.columns) for table in made if isinstance(table, Table)] == tables
    assert [bool(table.note) for table in made if isinstance(table, Table)] == [*[False] * (len(tables) - 1), True]
    assert all(replace(table, note=()).rows[0].cells[-1].lines for table in made if isinstance(table, Table))
