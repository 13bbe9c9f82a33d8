# SPDX-License-Identifier: MPL-2.0
"""The sheets beside the pack say what the review finds, for the bid's own desk."""

from __future__ import annotations

from datetime import date

import pytest
from tests.review.on_sample import read

from evidencepack.blocks.walk import inlines_in
from evidencepack.bootstrap import Program
from evidencepack.domain.record import Record
from evidencepack.pack.plan import Plan
from evidencepack.pack.press import Format
from evidencepack.pack.sheets import SheetKind, renewal_lines, sheet_of, sheet_part
from evidencepack.pack.whereabouts import Whereabouts
from evidencepack.render.number import plain
from evidencepack.review.renewals import Lapse, Renewal

SOMEWHERE = Whereabouts({})


@pytest.mark.parametrize("kind", SheetKind)
def test_a_sheet_is_for_the_desk_and_says_so_on_every_page(kind: SheetKind, plan: Plan) -> None:
    made = sheet_of(kind, read(plan.facts), plan, SOMEWHERE)
    assert made.running.left == "Internal: do not send."
    assert made.running.version == "15 Feb 2027"
    assert made.running.right == "Ferrybank Home Support Ltd, 15 Feb 2027"
    assert made.sections[0].landscape


def test_the_map_says_where_in_the_pack_each_thing_stands(plan: Plan) -> None:
    story = next(one for one in plan.appendices if one.record.reference == "TBN-CS-01")
    made = sheet_of(SheetKind.EVIDENCE, read(plan.facts), plan, Whereabouts({story.record.id: "P p 34"}))
    assert "Case study TBN-CS-01 (August 2026; P p 34)" in plain(tuple(inlines_in(made)))


def test_what_happens_alike_on_one_day_is_one_line() -> None:
    def due(name: str, day: int, *, over: bool = False, who: str = "") -> Renewal:
        record = Record(name, "risk", name, "t", {})
        return Renewal(date(2027, 3, day), Lapse.LOOK_AGAIN, record, f"{name}/x", name, "next review", who, over=over)

    lines = renewal_lines([due("RK-2", 5), due("RK-1", 5, who="Ann"), due("RK-3", 4), due("RK-0", 9, over=True)])
    assert [(one.day.day, one.names) for one in lines] == [
        (9, ("RK-0",)),
        (4, ("RK-3",)),
        (5, ("RK-1 · Ann", "RK-2")),
    ]


def test_a_sheet_becomes_files_of_its_own_name(program: Program, plan: Plan) -> None:
    made = sheet_of(SheetKind.RENEWALS, read(plan.facts), plan, SOMEWHERE)
    files = sheet_part(SheetKind.RENEWALS, made, plan, (Format.DOCX,)).print_on(program.press)
    assert [(one.name, one.documents) for one in files] == [("renewal-sheet.docx", ())]
