# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import itertools
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.pack.conftest import AS_OF, Answering

from evidencepack.bootstrap import Program
from evidencepack.domain.handed_in import HandedIn, LastIssue
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Number
from evidencepack.pack.numbering import ANNEX, SECTION, Scheme, letters, numbers_of, pack_order, scheme_of
from evidencepack.pack.plan import plan_pack


def made(kind: str, name: str, place: int | None = None) -> Record:
    answers = {} if place is None else {"pack_place": Number(Decimal(place))}
    return Record(name, kind, name, "", answers)


def joined(facts: Facts, *records: Record) -> Facts:
    return replace(facts, records={**facts.records, **{one.id: one for one in records}})


def called(scheme: Scheme, *kinds: str) -> list[str]:
    records = [made(kind, str(number)) for number, kind in enumerate(kinds)]
    return list(numbers_of(records, scheme).values())


def test_documents_and_annexes_take_letters_alike_and_sections_take_none() -> None:
    assert called(Scheme.LETTERS, "mou", SECTION, ANNEX, "dsa") == ["A", "", "B", "C"]


def test_documents_and_annexes_take_numbers_alike() -> None:
    assert called(Scheme.NUMBERS, "mou", ANNEX, SECTION, "dsa") == ["1", "2", "", "3"]


def test_each_section_has_a_letter_and_counts_anew() -> None:
    assert called(Scheme.SECTIONS, SECTION, "mou", ANNEX, SECTION, ANNEX) == ["A", "A1", "A2", "B", "B1"]


def test_what_stands_before_the_first_section_is_one_too() -> None:
    assert called(Scheme.SECTIONS, "mou", SECTION, ANNEX, SECTION, SECTION) == ["A1", "B", "B1", "C", "D"]


def test_letters_go_on_after_z() -> None:
    assert list(itertools.islice(letters(), 24, 29)) == ["Y", "Z", "AA", "AB", "AC"]
    assert called(Scheme.SECTIONS, *[SECTION] * 27, ANNEX)[-2:] == ["AA", "AA1"]


@pytest.mark.parametrize(
    ("said", "scheme"), [(None, Scheme.LETTERS), ("roman", Scheme.LETTERS), ("numbers", "numbers")]
)
def test_a_tender_says_how_its_pack_is_numbered(said: str | None, scheme: str) -> None:
    assert scheme_of(Record("t", "tender", "T", "", {"numbering": said} if said else {})) == scheme


def test_annexes_and_sections_stand_among_documents_by_their_places(program: Program, few_facts: Facts) -> None:
    places = {one.kind: one for one in pack_order(few_facts, program.library)}
    facts = joined(few_facts, made(ANNEX, "front", 0), made(SECTION, "first", -1), made(ANNEX, "last"))
    order = [one.id for one in pack_order(facts, program.library)]
    assert order[:2] == ["first", "front"]
    assert order[-1] == "last"
    assert len(order) == len(places) + 3


def test_an_annex_that_is_left_out_takes_no_letter(program: Program, few_facts: Facts) -> None:
    out = Record("out", ANNEX, "AN-1", "", {"in_pack": False})
    assert "out" not in {one.id for one in pack_order(joined(few_facts, out), program.library)}


def test_references_between_papers_say_the_number_of_the_scheme(program: Program, answering: Answering) -> None:
    facts = joined(answering("TBN-ASC-2027-014", numbering="numbers"), made(ANNEX, "AN-1", 0))
    plan = plan_pack(facts, program.library, as_of=AS_OF)
    assert plan.annexes[0].letter == "1"
    assert [one.letter for one in plan.appendices] == [str(number + 2) for number in range(len(plan.appendices))]
    assert plan.is_bundled


def test_a_tender_without_annexes_and_sections_needs_no_bundle(program: Program, few_facts: Facts) -> None:
    assert not plan_pack(few_facts, program.library, as_of=AS_OF).is_bundled


def kept(scheme: Scheme, issued: dict[str, str], *kinds: tuple[str, str]) -> dict[str, str]:
    """Number records (id and kind), after an issue with these letters by id."""
    last = LastIssue(1, "2027-02-14", tuple(HandedIn(name, letter, name, name) for name, letter in issued.items()))
    return dict(numbers_of([made(kind, name) for name, kind in kinds], scheme, last))


def test_what_was_issued_keeps_its_letter_and_what_is_new_comes_after_all_of_them() -> None:
    found = kept(
        Scheme.LETTERS, {"a": "A", "b": "B", "c": "C"}, ("a", "mou"), ("c", "dsa"), ("n", ANNEX), ("m", "raci")
    )
    assert found == {"a": "A", "c": "C", "n": "D", "m": "E"}


def test_letters_that_are_kept_go_on_after_z_and_never_come_again() -> None:
    assert kept(Scheme.LETTERS, {"a": "B", "z": "Z"}, ("a", "mou"), ("n", "dsa")) == {"a": "B", "n": "AA"}
    assert kept(Scheme.LETTERS, {}, ("n", "dsa")) == {"n": "A"}


def test_numbers_and_sections_are_kept_alike() -> None:
    assert kept(Scheme.NUMBERS, {"a": "1", "b": "9"}, ("a", "mou"), ("s", SECTION), ("n", ANNEX)) == {
        "a": "1",
        "s": "",
        "n": "10",
    }
    sections = {"s": "A", "a": "A1", "t": "B", "b": "B7"}
    found = kept(Scheme.SECTIONS, sections, ("s", SECTION), ("t", SECTION), ("n", "dsa"), ("u", SECTION), ("o", ANNEX))
    assert found == {"s": "A", "t": "B", "n": "B8", "u": "C", "o": "C1"}


def test_another_scheme_after_an_issue_gives_no_letter_twice() -> None:
    assert kept(Scheme.SECTIONS, {"a": "A", "b": "B"}, ("a", "mou"), ("n", "dsa")) == {"a": "A", "n": "B1"}
    assert kept(Scheme.NUMBERS, {"a": "A"}, ("a", "mou"), ("n", "dsa")) == {"a": "A", "n": "1"}
    assert kept(Scheme.LETTERS, {"a": "1", "b": "C2"}, ("a", "mou"), ("n", "dsa")) == {"a": "1", "n": "D"}
