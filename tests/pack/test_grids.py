# SPDX-License-Identifier: MPL-2.0
"""The grid in a pack shows the buyer what the pack shows, and nothing that is kept to ourselves."""

from __future__ import annotations

from dataclasses import replace

from tests.pack.conftest import AS_OF, Answering
from tests.review.on_sample import read

from evidencepack.blocks.figures import Covered
from evidencepack.blocks.walk import inlines_in
from evidencepack.bootstrap import Program
from evidencepack.compose.sheets.coverage import Covering
from evidencepack.pack.front import front_matter
from evidencepack.pack.grids import buyers_grid, grid_parts
from evidencepack.pack.plan import Plan, plan_pack
from evidencepack.render.number import plain


def place(plan: Plan, partner: str, question: int) -> Covering:
    (part,) = buyers_grid(plan)
    return dict(part.rows)[partner][question]


def test_the_grid_stands_after_the_matrix_only_where_the_tender_says_so(
    program: Program, plan: Plan, answering: Answering
) -> None:
    asked = plan_pack(answering("TBN-ASC-2027-014", coverage_grid=True), program.library, as_of=AS_OF)
    titles = [document.title for document in front_matter(asked, pages=9)]
    assert titles == ["Partnership evidence pack", "Contents", "Evidence matrix", "Coverage grid"]
    assert "Coverage grid" in plain(tuple(inlines_in(front_matter(asked, pages=9)[1])))
    assert len(front_matter(plan, pages=9)) == 3


def test_the_buyers_grid_names_no_fit_test_and_no_reason_of_ours(plan: Plan) -> None:
    (part,) = buyers_grid(plan)
    assert [name for name, _ in part.rows] == ["Maitree", "Osierbed", "Lea Marsh", "Kestrel"]
    said = " ".join(words for _, places in part.rows for one in places for words in one.counts)
    assert "FIT-" not in said
    own, fit = grid_parts(read(plan.facts))
    assert own.title == "The five questions"
    assert fit.title == "The four-part fit"


def test_a_story_that_stands_in_the_pack_only_in_brief_counts(plan: Plan) -> None:
    assert "TBN-CS-03" not in {one.record.reference for one in plan.appendices}
    evidence = place(plan, "Lea Marsh", 3)
    assert (evidence.state, evidence.counts[0]) == (Covered.MET, "TBN-CS-03 First shift to first year")


def test_what_no_paper_of_the_pack_shows_counts_for_nothing(plan: Plan) -> None:
    without = replace(plan, appendices=tuple(one for one in plan.appendices if one.kind.id != "narrative"))
    assert place(without, "Kestrel", 0) == Covering(Covered.MISSING, (), "why it was chosen")


def test_a_tender_without_partners_has_no_grid(program: Program, few: Plan) -> None:
    alone = {name: one for name, one in few.facts.records.items() if one.kind in {"tender", "organisation"}}
    assert buyers_grid(plan_pack(replace(few.facts, records=alone), program.library, as_of=AS_OF)) == ()
