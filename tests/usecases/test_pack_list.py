# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.pack.annexed import annex, foreign, joined, section

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Number
from evidencepack.usecases.changes import apply_change
from evidencepack.usecases.documents import RowSort, document_rows, pack_list
from evidencepack.usecases.pack_order import in_pack_order, leaving_out, moving


def mixed(facts: Facts) -> Facts:
    """Return facts with a section and an annex before every paper, and an annex behind them."""
    first = annex("AN-1", foreign((100, 100)), place=2, title="Policy")
    return joined(facts, section("S-1", "Proof", 1), first.record, annex("AN-2", place=9999).record)


def test_papers_annexes_and_sections_stand_in_one_list_with_their_letters(
    program: Program, sample_facts: Facts
) -> None:
    facts = mixed(sample_facts)
    rows = [one for one in pack_list(facts, program.library) if one.in_pack]
    assert [one.id for one in rows] == [one.id for one in in_pack_order(facts, program.library)]
    assert [(one.sort, one.title, one.letter) for one in rows[:2]] == [
        (RowSort.SECTION, "Proof", ""),
        (RowSort.ANNEX, "Policy", "A"),
    ]
    assert (rows[2].sort, rows[2].letter) == (RowSort.PAPER, "B")
    assert rows[-1].reference == "AN-2"


def test_an_annex_without_a_file_lacks_an_answer(program: Program, sample_facts: Facts) -> None:
    rows = {one.reference: one for one in pack_list(mixed(sample_facts), program.library)}
    assert (rows["AN-1"].missing, rows["AN-2"].missing) == (0, 2)


def test_what_is_left_out_stands_behind_and_has_no_letter(program: Program, sample_facts: Facts) -> None:
    facts = mixed(sample_facts)
    facts = apply_change(facts, leaving_out(facts, program.library, "annex-AN-1"))
    rows = pack_list(facts, program.library)
    out = [one.in_pack for one in rows]
    assert out == sorted(out, reverse=True)
    assert next(one for one in rows if one.reference == "AN-1").letter == ""


def test_a_list_without_annexes_is_that_of_the_papers(program: Program, sample_facts: Facts) -> None:
    bare = [replace(one, letter="") for one in pack_list(sample_facts, program.library)]
    assert sorted(bare, key=lambda one: one.id) == sorted(
        document_rows(sample_facts, program.library), key=lambda one: one.id
    )


def test_an_annex_moves_among_papers_with_one_change(program: Program, sample_facts: Facts) -> None:
    facts = mixed(sample_facts)
    (change,) = moving(facts, program.library, "annex-AN-2", 2)
    order = [one.id for one in in_pack_order(apply_change(facts, change), program.library)]
    assert order[2] == "annex-AN-2"
    assert isinstance(change.value, Number)
    assert change.value.amount < Decimal(9999)
