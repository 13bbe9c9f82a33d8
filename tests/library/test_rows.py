# SPDX-License-Identifier: MPL-2.0
"""A letter to one partner that shows the records of other kinds, each narrowed in another way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, FieldType, Reference, Row, Table
from evidencepack.library.conditions import holds, parse_condition
from evidencepack.library.model import Field, Kind, Library
from evidencepack.library.rows import own_cells, parties_of, reader, shared_rows

PARTNER = Field("partner", "Partner", FieldType.REFERENCE, "Help.", to="organisation")
SHOWN = Field("shown", "Shown", FieldType.TABLE, "Help.")
PARTIES = Field("parties", "Parties", FieldType.TABLE, "Help.", columns=(replace(PARTNER, id="organisation"),))


def kind(name: str, *fields: Field, parties: str = "", document: bool = False) -> Kind:
    return Kind(
        name, 1, name, name, "X", "For a test.", document, {one.id: one for one in fields}, (), {}, parties=parties
    )


KINDS = Library(
    {
        one.id: one
        for one in (
            kind("letter", PARTNER, SHOWN, PARTIES, parties="partner", document=True),
            kind("organisation"),
            kind("gift", replace(PARTNER, id="party"), Field("state", "State", FieldType.TEXT, "Help.")),
            kind("visit", PARTNER),
        )
    }
)


def record(name: str, kind: str, **answers: Answer) -> Record:
    return Record(name, kind, name.upper(), "t1", answers)


LETTER = record("l1", "letter", partner=Reference("mt"), parties=Table((Row("1", {"organisation": Reference("fb")}),)))
FACTS = Facts(
    "t1",
    {
        one.id: one
        for one in (
            LETTER,
            record("l2", "letter", partner=Reference("fb")),
            record("l3", "letter", status="withdrawn"),
            record("fb", "organisation"),
            record("mt", "organisation"),
            record("g1", "gift", party=Reference("mt"), state="open"),
            record("g2", "gift", party=Reference("fb")),
            record("g3", "gift", state="closed"),
            record("v1", "visit", partner=Reference("mt")),
            record("v2", "visit", partner=Reference("fb")),
        )
    },
)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (replace(SHOWN, rows_of="gift"), ["g1", "g2", "g3"]),
        (replace(SHOWN, rows_of="gift", of_parties=True), ["g1", "g3"]),
        (replace(SHOWN, rows_of="visit", of_parties=True, by="partner"), ["v1"]),
        (replace(SHOWN, rows_of="gift", only=(parse_condition("state != closed"),)), ["g1", "g2"]),
        (replace(SHOWN, rows_of="gift", only=(parse_condition("state set"), parse_condition("party set"))), ["g1"]),
        (replace(SHOWN, rows_of="letter"), ["l2"]),
        (replace(SHOWN, rows_of="organisation"), ["fb", "mt"]),
    ],
)
def test_a_table_shows_the_records_that_its_kind_asks_for(table: Field, expected: list[str]) -> None:
    assert [row.id for row in shared_rows(LETTER, table, FACTS, KINDS)] == expected


def test_the_one_organisation_that_a_document_names_is_its_party() -> None:
    assert parties_of(LETTER, KINDS["letter"], FACTS, KINDS) == {"mt"}
    assert parties_of(record("l9", "letter"), KINDS["letter"], FACTS, KINDS) == frozenset()


def test_parties_may_be_rows_of_a_table_or_shared_organisations() -> None:
    letter = KINDS["letter"]
    assert parties_of(LETTER, replace(letter, parties="parties"), FACTS, KINDS) == {"fb"}
    everyone = replace(letter, parties="shown", fields={"shown": replace(SHOWN, rows_of="organisation")})
    assert parties_of(LETTER, everyone, FACTS, KINDS) == {"fb", "mt"}
    assert parties_of(LETTER, replace(letter, parties=""), FACTS, KINDS) == frozenset()


def test_conditions_read_shared_rows_and_own_rows_alike() -> None:
    fields = {**KINDS["letter"].fields, "shown": replace(SHOWN, rows_of="gift", of_parties=True)}
    library = Library({**KINDS.kinds, "letter": replace(KINDS["letter"], fields=fields)})
    rows = reader(LETTER, FACTS, library)
    assert holds([parse_condition("shown.state = open")], LETTER.answers, rows=rows)
    assert holds([parse_condition("shown.state = closed")], LETTER.answers, rows=rows)
    assert not holds([parse_condition("shown.state = lost")], LETTER.answers, rows=rows)
    assert holds([parse_condition("parties.organisation set")], LETTER.answers, rows=rows)
    assert list(own_cells(LETTER, "shown")) == []
