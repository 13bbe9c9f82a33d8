# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from evidencepack.compose.bound import Answered, Entity, Rows, Unanswered
from evidencepack.compose.scope import Scope
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Reference, Table
from evidencepack.library.conditions import parse_condition
from evidencepack.library.model import Clause, Condition, Field, Kind, Library


def test_the_lead_is_the_organisation_that_the_tender_names(scope: Callable[..., Scope]) -> None:
    lead = scope().lead()
    assert isinstance(lead, Entity)
    assert lead.record.id == "fb"


def test_a_tender_without_a_lead_has_a_gap_in_its_place(facts: Facts, library: Library) -> None:
    bare = replace(facts, records={**facts.records, "t1": replace(facts.records["t1"], answers={})})
    scope = Scope(library["mou"], facts.records["m1"], bare, library, Audience.OWN)
    assert scope.lead() == Unanswered("Lead provider", "t1/lead_provider", "organisation")


def test_a_tender_without_ways_of_working_has_a_gap_in_their_place(facts: Facts, library: Library) -> None:
    records = {name: record for name, record in facts.records.items() if record.kind != "governance"}
    scope = Scope(library["mou"], facts.records["m1"], replace(facts, records=records), library, Audience.OWN)
    assert scope.find(("governance", "freq")) == Unanswered("Governance", "t1/governance", of="freq")
    with pytest.raises(KeyError):
        scope.find(("governance", "porpoise"))


def test_parties_are_the_organisations_that_the_rows_name(scope: Callable[..., Scope]) -> None:
    assert scope().parties() == {"fb", "mt"}
    assert scope(parties=None).parties() == frozenset()


def test_a_kind_without_parties_has_none(scope: Callable[..., Scope], library: Library) -> None:
    assert scope(kind=replace(library["mou"], parties="")).parties() == frozenset()


def test_shared_organisations_can_be_the_parties_themselves(scope: Callable[..., Scope], library: Library) -> None:
    mou = library["mou"]
    shown = replace(mou.fields["contributions"], id="everyone", rows_of="organisation")
    kind = replace(mou, parties="everyone", fields={**mou.fields, "everyone": shown})
    assert scope(kind=kind).parties() == {"fb", "mt", "lbt"}


def test_only_a_table_has_rows(scope: Callable[..., Scope]) -> None:
    assert isinstance(scope().rows("in_scope"), Rows)
    with pytest.raises(KeyError):
        scope().rows("purpose")


def test_a_scalar_that_is_no_reference_names_no_record(scope: Callable[..., Scope]) -> None:
    within = scope()
    with pytest.raises(KeyError):
        within.entity(within.rows("in_scope"))
    found = within.find(("mou", "purpose"))
    assert isinstance(found, Answered)
    assert within.entity(found) == Unanswered("Why are you working together?", "m1/purpose")


def test_a_table_where_a_scalar_should_be_counts_as_unanswered(scope: Callable[..., Scope]) -> None:
    assert isinstance(scope(purpose=Table()).find(("mou", "purpose")), Unanswered)


def test_a_loop_variable_hides_nothing_outside_its_loop(scope: Callable[..., Scope]) -> None:
    outside = scope()
    item = outside.rows("in_scope").items[0]
    assert outside.bind("s", item).find(("s",)) is item
    with pytest.raises(KeyError):
        outside.find(("s",))


@pytest.mark.parametrize(
    ("reader", "meant", "kept"),
    [
        (Audience.PACK, Audience.PACK, True),
        (Audience.PACK, Audience.PARTNER, False),
        (Audience.PARTNER, Audience.PARTNER, True),
        (Audience.PARTNER, Audience.OWN, False),
        (Audience.OWN, Audience.PACK, True),
    ],
)
def test_a_clause_is_kept_for_its_readers(
    scope: Callable[..., Scope], reader: Audience, meant: Audience, *, kept: bool
) -> None:
    assert scope(audience=reader).keeps(Clause("a", "A", (), audience=meant)) is kept


def test_a_clause_is_kept_while_its_conditions_hold(scope: Callable[..., Scope]) -> None:
    clause = Clause("a", "A", (), when=(parse_condition("personal_data = yes"),))
    assert scope().keeps(clause)
    assert not scope(personal_data=False).keeps(clause)


@pytest.mark.parametrize(
    ("required", "required_when", "shown_when", "needed"),
    [
        (True, "", "", True),
        (False, "", "", False),
        (False, "capacity set", "", True),
        (False, "personal_data = yes", "", True),
        (False, "personal_data = no", "", False),
        (True, "", "personal_data = no", False),
    ],
)
def test_a_gap_knows_whether_it_must_be_filled(
    scope: Callable[..., Scope],
    library: Library,
    required: bool,  # noqa: FBT001
    required_when: str,
    shown_when: str,
    *,
    needed: bool,
) -> None:
    def conditions(text: str) -> tuple[Condition, ...]:
        return (parse_condition(text),) if text else ()

    column: Field = replace(
        library["mou"].fields["parties"].columns[1],
        required=required,
        required_when=conditions(required_when),
        shown_when=conditions(shown_when),
    )
    mou = library["mou"]
    columns = (mou.fields["parties"].columns[0], column, mou.fields["parties"].columns[2])
    kind: Kind = replace(mou, fields={**mou.fields, "parties": replace(mou.fields["parties"], columns=columns)})
    rows = scope().record.answers["parties"]
    assert isinstance(rows, Table)
    changed = Table((replace(rows.rows[1], cells={**rows.rows[1].cells, "capacity": "lead"}),))
    within = scope(kind=kind, parties=changed)
    gap = within.step(within.rows("parties").items[0], "signatory")
    assert isinstance(gap, Unanswered)
    assert gap.required is needed


def test_a_deleted_organisation_is_no_party(scope: Callable[..., Scope], facts: Facts) -> None:
    table = facts.records["m1"].answers["parties"]
    assert isinstance(table, Table)
    gone = Table((replace(table.rows[0], cells={"organisation": Reference("gone")}), table.rows[1]))
    assert scope(parties=gone).parties() == {"mt"}


def test_a_record_without_a_reference_has_a_gap_in_its_place(facts: Facts, library: Library) -> None:
    nameless = replace(facts.records["m1"], reference=" ")
    scope = Scope(library["mou"], nameless, facts, library, Audience.OWN)
    assert scope.find(("mou", "reference")) == Unanswered("Memorandum of understanding reference", "m1/reference")
