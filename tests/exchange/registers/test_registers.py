# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.shipped import LIBRARY

from evidencepack.compose.examples import MARK
from evidencepack.compose.visibility import strictest
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Answer, FieldType, Number, Reference, Row, Scalar, Table
from evidencepack.exchange.registers.csv_file import csv_file
from evidencepack.exchange.registers.registers import NAMES, registers_of
from evidencepack.exchange.registers.table import Amount, Register
from evidencepack.library.model import Field

_OPENNESS = {audience: f"CANARY{audience.value}" for audience in Audience}
_KINDS = ("risk", "kpi", "raci", "commitment", "contact")


def _registers(facts: Facts, audience: Audience) -> dict[str, Register]:
    return {one.name: one for one in registers_of(facts, LIBRARY, audience, lambda record: f"<{record[-4:]}>")}


def _text(facts: Facts, audience: Audience) -> str:
    found = (csv_file(sheet) for one in _registers(facts, audience).values() for sheet in one.sheets)
    return b"".join(found).decode()


def _canary(field: Field, parent: Field | None) -> str:
    """Say in an answer for whom it is: for the strictest audience that may see it."""
    visibility = strictest(field.visibility, parent.visibility) if parent else field.visibility
    return next(_OPENNESS[one] for one in (Audience.PACK, Audience.PARTNER, Audience.OWN) if one.may_see(visibility))


def _filled(record: Record) -> Record:
    """Return a record with such an answer in every field and column for words."""
    fields = LIBRARY[record.kind].fields.values()
    answers: dict[str, Answer] = {field.id: _canary(field, None) for field in fields if _is_words(field)}
    for field in fields:
        if field.columns and not field.rows_of:
            cells: dict[str, Scalar] = {one.id: _canary(one, field) for one in field.columns if _is_words(one)}
            answers[field.id] = Table((Row("row", cells),))
    return replace(record, answers={**record.answers, **answers})


def _is_words(field: Field) -> bool:
    return field.type in {FieldType.TEXT, FieldType.LONG_TEXT}


@pytest.fixture(scope="module")
def canaries(sample_facts: Facts) -> Facts:
    records = {name: _filled(one) if one.kind in _KINDS else one for name, one in sample_facts.records.items()}
    return replace(sample_facts, records=records)


def test_all_five_have_their_lines(sample_facts: Facts) -> None:
    found = _registers(sample_facts, Audience.PACK)
    assert tuple(found) == NAMES
    lines = {name: len(one.sheets[0].rows) for name, one in found.items()}
    assert lines == {"risks": 12, "measures": 15, "raci": 22, "promises": 10, "contacts": 22}


def test_what_is_not_for_an_audience_never_leaves_for_it(canaries: Facts) -> None:
    pack, partner, own = (_text(canaries, one) for one in (Audience.PACK, Audience.PARTNER, Audience.OWN))
    assert [_OPENNESS[one] in pack for one in Audience] == [False, False, True]
    assert [_OPENNESS[one] in partner for one in Audience] == [False, True, True]
    assert _OPENNESS[Audience.PARTNER] in own
    assert _OPENNESS[Audience.PACK] in own


def test_a_column_for_somebody_else_is_not_even_named(sample_facts: Facts) -> None:
    label = LIBRARY["contact"].fields["out_of_hours_phone"].label
    heads = {one: _registers(sample_facts, one)["contacts"].sheets[0].heads for one in Audience}
    assert [label in heads[one] for one in Audience] == [True, True, False]


def test_columns_are_the_questions_of_the_kind_in_the_order_of_its_steps(sample_facts: Facts) -> None:
    heads = _registers(sample_facts, Audience.OWN)["promises"].sheets[0].heads
    kind = LIBRARY["commitment"]
    labels = [kind.fields[name].label for step in kind.steps for name in step.fields]
    assert heads[0] == "Reference"
    assert [head for head in heads[1:] if not head.endswith("(unit)")] == labels


def test_people_of_another_tender_stay_there(sample_facts: Facts) -> None:
    stranger = Record("stranger", "contact", "PER-99", "", {"full_name": "Somebody Else"})
    other = Record("other", "risk", "RK-99", "another tender", {"owner": Reference("stranger"), "event": "Elsewhere"})
    facts = replace(sample_facts, records={**sample_facts.records, "stranger": stranger, "other": other})
    assert "Somebody Else" not in _text(facts, Audience.OWN)
    assert "Elsewhere" not in _text(facts, Audience.OWN)


def test_who_stands_in_for_somebody_named_is_named_too(sample_facts: Facts) -> None:
    (risk,) = [one for one in sample_facts.of_kind("risk") if one.reference == "RK-01"]
    deputy = Record("deputy", "contact", "PER-99", "", {"full_name": "Standing In"})
    owner = Record("owner", "contact", "PER-98", "", {"full_name": "In Front", "deputy": Reference("deputy")})
    risk = replace(risk, answers={**risk.answers, "owner": Reference("owner")})
    records = {**sample_facts.records, risk.id: risk, "deputy": deputy, "owner": owner}
    assert "Standing In" in _text(replace(sample_facts, records=records), Audience.PACK)


def _with_readings(facts: Facts, unit: str, *cells: dict[str, Scalar], **answers: Answer) -> Facts:
    measure = next(facts.of_kind("kpi"))
    rows = Table(tuple(Row(str(at), one) for at, one in enumerate(cells)))
    measure = replace(measure, answers={**measure.answers, "unit": unit, "readings": rows, **answers})
    return replace(facts, records={**facts.records, measure.id: measure})


@pytest.mark.parametrize(("cases", "shown"), [(4, False), (5, True)])
def test_results_of_fewer_than_five_stay_at_home(sample_facts: Facts, cases: int, *, shown: bool) -> None:
    row: dict[str, Scalar] = {"met": Number(Decimal(3)), "cases": Number(Decimal(cases))}
    baseline = {"baseline": Number(Decimal("61.7")), "baseline_cases": Number(Decimal(cases))}
    facts = _with_readings(sample_facts, "pct", row, **baseline)
    for audience in (Audience.PACK, Audience.PARTNER):
        register = _registers(facts, audience)["measures"]
        (line,) = [one for one in register.sheets[1].rows if one[0] == register.sheets[0].rows[0][0]]
        assert (Amount(Decimal(3)) in line) is shown
        assert ("fewer than 5" in line) is not shown
        assert (Amount(Decimal("61.7")) in register.sheets[0].rows[0]) is shown
        assert register.withheld == (0 if shown else 2)
    assert _registers(facts, Audience.OWN)["measures"].withheld == 0


def test_a_plain_count_of_a_few_stays_at_home_and_none_at_all_does_not(sample_facts: Facts) -> None:
    rows: list[dict[str, Scalar]] = [{"result": Number(Decimal(number))} for number in (0, 1, 4, 5)]
    register = _registers(_with_readings(sample_facts, "count", *rows), Audience.PACK)["measures"]
    of_this = [line for line in register.sheets[1].rows if line[0] == register.sheets[0].rows[0][0]]
    told = ["fewer than 5" in line for line in of_this]
    assert told == [False, True, True, False]


def test_the_map_has_a_column_for_each_role_and_a_letter_where_they_meet(sample_facts: Facts) -> None:
    page = _registers(sample_facts, Audience.PACK)["raci"].sheets[0]
    lead = next(at for at, head in enumerate(page.heads) if head.startswith("Registered Manager: "))
    first = page.rows[0]
    assert first[1] == "R-01"
    assert first[lead : lead + 3] == ("C", "A/R", "I")
    assert {cell for row in page.rows for cell in row[lead:]} == {"A", "A/R", "R", "C", "I", None}


def test_a_map_that_is_not_in_the_pack_is_not_for_the_buyer(sample_facts: Facts) -> None:
    (document,) = sample_facts.of_kind("raci")
    out = replace(document, answers={**document.answers, "in_pack": False})
    facts = replace(sample_facts, records={**sample_facts.records, document.id: out})
    assert _registers(facts, Audience.PACK)["raci"].is_empty
    assert not _registers(facts, Audience.PARTNER)["raci"].is_empty


def test_an_example_that_nobody_made_theirs_says_so(sample_facts: Facts) -> None:
    (risk,) = [one for one in sample_facts.of_kind("risk") if one.reference == "RK-01"]
    facts = replace(sample_facts, records={**sample_facts.records, risk.id: replace(risk, example="surge")})
    assert _registers(facts, Audience.PACK)["risks"].sheets[0].rows[0][0] == f"RK-01 {MARK}"


def test_a_unit_that_people_choose_has_a_column_beside_its_number(sample_facts: Facts) -> None:
    page = _registers(sample_facts, Audience.PACK)["promises"].sheets[0]
    assert all(len(row) == len(page.heads) for row in page.rows)
    assert len(set(page.heads)) == len(page.heads)


def _kinds_of_cells(register: Register) -> Iterator[str]:
    yield from (type(cell).__name__ for sheet in register.sheets for row in sheet.rows for cell in row)


def test_days_and_numbers_are_no_words(sample_facts: Facts) -> None:
    found = {name: set(_kinds_of_cells(one)) for name, one in _registers(sample_facts, Audience.OWN).items()}
    assert {"date", "Amount", "str"} <= found["risks"]
    assert {"date", "Amount", "str"} <= found["measures"]
    assert {"date", "Amount", "str"} <= found["promises"]


def test_a_tender_with_nothing_in_it_has_five_empty_registers(sample_facts: Facts) -> None:
    tender = sample_facts.records[sample_facts.tender]
    facts = Facts(tender.id, {tender.id: replace(tender, answers={})})
    assert [one.is_empty for one in _registers(facts, Audience.PACK).values()] == [True] * 5
