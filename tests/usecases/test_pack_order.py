# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import random
from dataclasses import replace
from functools import reduce

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.handed_in import HandedIn, LastIssue
from evidencepack.domain.record import Facts
from evidencepack.pack.plan import plan_pack
from evidencepack.usecases.changes import SetAnswer, apply_change
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.pack_order import in_pack_order, leaving_out, moving, putting_in, stays_put


def order(facts: Facts, program: Program) -> list[str]:
    return [one.reference for one in in_pack_order(facts, program.library)]


def called(facts: Facts, reference: str) -> str:
    return next(one.id for one in facts.records.values() if one.reference == reference)


def after(facts: Facts, *changes: SetAnswer) -> Facts:
    return reduce(apply_change, changes, facts)


def test_the_order_is_that_of_the_printed_pack(program: Program, sample_facts: Facts) -> None:
    plan = plan_pack(sample_facts, program.library, as_of=as_of(sample_facts))
    assert order(sample_facts, program) == [one.record.reference for one in plan.appendices]


def test_a_document_that_is_moved_stands_there_in_the_printed_pack(program: Program, sample_facts: Facts) -> None:
    first, second, *others = order(sample_facts, program)
    moved = after(sample_facts, *moving(sample_facts, program.library, called(sample_facts, first), 1))
    plan = plan_pack(moved, program.library, as_of=as_of(moved))
    assert [one.record.reference for one in plan.appendices] == [second, first, *others]
    assert [one.letter for one in plan.appendices[:2]] == ["A", "B"]


def test_a_move_between_two_places_changes_one_answer(program: Program, sample_facts: Facts) -> None:
    last = order(sample_facts, program)[-1]
    changes = moving(sample_facts, program.library, called(sample_facts, last), 0)
    assert [str(one.path) for one in changes] == [f"{called(sample_facts, last)}/pack_place"]


def test_moving_back_takes_the_number_away_again(program: Program, sample_facts: Facts) -> None:
    first = called(sample_facts, order(sample_facts, program)[0])
    moved = after(sample_facts, *moving(sample_facts, program.library, first, 3))
    (change,) = moving(moved, program.library, first, 0)
    assert change.value is None
    assert order(after(moved, change), program) == order(sample_facts, program)


def test_documents_of_one_kind_can_be_put_in_another_order(program: Program, sample_facts: Facts) -> None:
    names = order(sample_facts, program)
    one, two = names.index("TBN-CS-01"), names.index("TBN-CS-02")
    moved = after(sample_facts, *moving(sample_facts, program.library, called(sample_facts, "TBN-CS-02"), one))
    names[one], names[two] = "TBN-CS-02", "TBN-CS-01"
    assert order(moved, program) == names


@pytest.mark.parametrize(("to", "at"), [(-5, 0), (999, -1)])
def test_beyond_an_end_means_at_that_end(program: Program, sample_facts: Facts, to: int, at: int) -> None:
    moved = after(sample_facts, *moving(sample_facts, program.library, called(sample_facts, "TBN-CS-02"), to))
    assert order(moved, program)[at] == "TBN-CS-02"


def test_what_stands_there_already_is_left_alone(program: Program, sample_facts: Facts) -> None:
    third = called(sample_facts, order(sample_facts, program)[2])
    assert moving(sample_facts, program.library, third, 2) == ()
    assert moving(sample_facts, program.library, "nobody", 2) == ()


def test_many_random_moves_end_where_a_list_would(program: Program, sample_facts: Facts) -> None:
    facts, expected = sample_facts, order(sample_facts, program)
    chance = random.Random(5)  # noqa: S311 - the same moves every time
    for _ in range(60):
        name = chance.choice(expected)
        to = chance.randrange(min(4, len(expected)))
        facts = after(facts, *moving(facts, program.library, called(facts, name), to))
        expected.remove(name)
        expected.insert(to, name)
        assert order(facts, program) == expected


def test_a_document_that_is_left_out_can_be_put_in_again(program: Program, sample_facts: Facts) -> None:
    study = called(sample_facts, "TBN-CS-01")
    without = after(sample_facts, leaving_out(sample_facts, program.library, study))
    assert "TBN-CS-01" not in order(without, program)
    again = after(without, putting_in(without, program.library, study))
    assert order(again, program) == order(sample_facts, program)


def test_a_kind_that_usually_stays_out_can_be_put_in(program: Program, sample_facts: Facts) -> None:
    kind = next(one for one in program.library.kinds.values() if one.document and not one.in_pack)
    record = replace(next(sample_facts.of_kind("case_study")), kind=kind.id, id="new", reference="NEW", answers={})
    facts = replace(sample_facts, records={**sample_facts.records, "new": record})
    with_it = after(facts, putting_in(facts, program.library, "new"))
    assert "NEW" in order(with_it, program)
    assert "NEW" not in order(after(with_it, leaving_out(with_it, program.library, "new")), program)


def test_what_was_issued_stays_put_while_its_letters_are_kept_and_what_is_new_moves_behind_it(
    program: Program, sample_facts: Facts
) -> None:
    *issued, older, newer = in_pack_order(sample_facts, program.library)
    order_then = tuple(HandedIn(one.id, "A", one.reference, one.reference) for one in issued)
    tender = sample_facts.records[sample_facts.tender]
    keeps = replace(tender, answers={**tender.answers, "late_change": "keep"})
    records = {**sample_facts.records, tender.id: keeps}
    facts = replace(sample_facts, records=records, issued=LastIssue(1, "2027-02-14", order_then))
    assert stays_put(facts, issued[0].id)
    assert moving(facts, program.library, issued[0].id, 5) == ()
    moved = after(facts, *moving(facts, program.library, newer.id, 0))
    expected = [one.reference for one in (*issued, newer, older)]
    assert order(moved, program) == expected
    anew = replace(facts, records=sample_facts.records)
    assert not stays_put(anew, issued[0].id)
