# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from decimal import Decimal

import pytest
from tests.compose.conftest import field, kind, table

from evidencepack.blocks.blocks import Cell, Fill, Table
from evidencepack.blocks.inlines import Text, Value
from evidencepack.compose.layouts.record_table import record_table
from evidencepack.compose.plain import plain
from evidencepack.compose.scope import Scope
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import FieldType, Number, Row, Scalar
from evidencepack.domain.values import Table as Rows
from evidencepack.library.model import Choice, Library, Schedule, ScheduleColumn

PLACES = tuple(Choice(f"place{number}", f"{number} of 5") for number in range(1, 6))
REGISTER = kind(
    "register",
    table(
        "risks",
        field("likelihood", FieldType.CHOICE, choices=PLACES, required=True),
        field("impact", FieldType.CHOICE, choices=PLACES, required=True),
        field("target", FieldType.NUMBER),
    ),
    field("medium_from", FieldType.NUMBER),
    field("high_from", FieldType.NUMBER),
    document=True,
)


def number(amount: int | str) -> Number:
    return Number(Decimal(amount))


def scored(
    facts: Facts, library: Library, *names: str, bands: tuple[int, int] | None = (8, 15), **cells: Scalar
) -> Cell:
    """Return the cell of a risk that multiplies these columns."""
    thresholds = dict(zip(("medium_from", "high_from"), map(number, bands or ()), strict=False))
    record = Record("r1", "register", "RSK", "t1", {"risks": Rows((Row("k1", cells),)), **thresholds})
    kinds = Library({**library.kinds, "register": REGISTER})
    scope = Scope(REGISTER, record, facts, kinds, Audience.PACK)
    schedule = Schedule("risks", "Risks", "record_table", "risks", (ScheduleColumn("Score", (), score=names),))
    (made,) = record_table(schedule, scope)
    assert isinstance(made, Table)
    return made.rows[0].cells[0]


def said(cell: Cell) -> list[str]:
    return [plain(line) for line in cell.lines]


@pytest.mark.parametrize(
    ("likelihood", "impact", "words", "fill"),
    [
        ("place4", "place4", "High 16", Fill.INK),
        ("place3", "place5", "High 15", Fill.INK),
        ("place2", "place4", "Medium 8", Fill.TINT),
        ("place1", "place5", "Low 5", Fill.NONE),
    ],
)
def test_a_score_is_a_word_and_a_number_with_its_factors_below(
    facts: Facts, library: Library, likelihood: str, impact: str, words: str, fill: Fill
) -> None:
    cell = scored(facts, library, "likelihood", "impact", likelihood=likelihood, impact=impact)
    assert said(cell) == [words, f"{likelihood[-1]} × {impact[-1]}"]
    assert cell.fill is fill


def test_a_score_says_which_answers_it_comes_from_and_how_it_is_heard(facts: Facts, library: Library) -> None:
    cell = scored(facts, library, "likelihood", "impact", likelihood="place4", impact="place4")
    own = ("r1/risks/k1/likelihood", "r1/risks/k1/impact")
    assert cell.lines[0] == (Value("High 16", (*own, "r1/medium_from", "r1/high_from"), bold=True),)
    assert cell.lines[1] == (Value("4 × 4", own, expansion="4 times 4"),)


def test_a_number_alone_is_a_score_too(facts: Facts, library: Library) -> None:
    assert said(scored(facts, library, "target", target=number("6.0"))) == ["Low 6"]


def test_a_score_without_thresholds_has_no_word(facts: Facts, library: Library) -> None:
    cell = scored(facts, library, "likelihood", "impact", bands=None, likelihood="place5", impact="place5")
    assert said(cell) == ["25", "5 × 5"]
    assert cell.fill is Fill.NONE


def test_a_missing_answer_is_a_gap_and_no_score(facts: Facts, library: Library) -> None:
    cell = scored(facts, library, "likelihood", "impact", likelihood="place5")
    assert cell.lines == ((Value("[to complete: Impact]", ("r1/risks/k1/impact",), missing=True),),)
    assert cell.fill is Fill.NONE


def test_a_choice_that_is_in_the_list_no_more_is_no_score(facts: Facts, library: Library) -> None:
    cell = scored(facts, library, "likelihood", "impact", likelihood="place9", impact="place1")
    assert Text("High") not in cell.lines[0]
    assert said(cell) == ["place9"]
