# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from evidencepack.blocks.codec import canonical_bytes
from evidencepack.blocks.document import Document
from evidencepack.compose.visibility import Onlooker, strictest, visible, visible_record
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience, Visibility
from evidencepack.domain.values import FieldType, Row, Table
from evidencepack.library.model import Choice, Field, Kind, Library, Schedule

Made = Callable[..., Document]

EVERYTHING = """
{{ mou.secret }} {{ mou.night_plan }}

{% for p in mou.parties %}{{ p.organisation.deal_breaker }} {{ p.organisation.night_phone|lower_first }}{% endfor %}

{{ mou.parties|join_list('organisation.deal_breaker') }} {{ mou.parties|join_list('organisation.night_phone') }}

{% if mou.secret %}LEAK{% endif %}{% if mou.secret == 'CANARY-PRIVATE' %}LEAK{% endif %}

{% if mou.secret != 'x' %}LEAK{% endif %}
"""


@pytest.mark.parametrize(
    ("audience", "seen", "hidden"),
    [
        (Audience.PACK, (), ("CANARY-PRIVATE", "CANARY-PARTNERSHIP", "LEAK")),
        (Audience.PARTNER, ("CANARY-PARTNERSHIP",), ("CANARY-PRIVATE", "LEAK")),
        (Audience.OWN, ("CANARY-PARTNERSHIP", "CANARY-PRIVATE", "LEAK"), ()),
    ],
)
def test_what_an_audience_may_not_see_is_in_none_of_its_blocks(
    made: Made,
    schedule_of: Callable[..., Schedule],
    audience: Audience,
    seen: tuple[str, ...],
    hidden: tuple[str, ...],
) -> None:
    cells = (("A", "{{ row.organisation.deal_breaker }}"), ("B", "{{ row.organisation.night_phone }}"))
    document = made({"all": EVERYTHING}, (schedule_of("list", *cells, of="parties"),), audience=audience)
    content = canonical_bytes(document).decode().casefold()
    assert all(canary.casefold() in content for canary in seen)
    assert not any(canary.casefold() in content for canary in hidden)


def test_a_clause_that_hangs_on_a_hidden_answer_gives_nothing_away(
    made: Made, clause_of: Callable[..., object]
) -> None:
    clauses = (clause_of("a", "LEAK", when=("secret set",)), clause_of("b", "x"))
    assert b"LEAK" not in canonical_bytes(made(clauses, audience=Audience.PACK))
    assert b"LEAK" in canonical_bytes(made(clauses, audience=Audience.OWN))


@pytest.mark.parametrize("some", list(permutations(Visibility)))
def test_the_strictest_of_several_counts(some: tuple[Visibility, ...]) -> None:
    assert strictest(*some) is Visibility.PRIVATE
    assert strictest(Visibility.PACK, Visibility.PARTNERSHIP) is Visibility.PARTNERSHIP


def test_a_column_is_never_more_open_than_its_table(library: Library, facts: Facts) -> None:
    mou = library["mou"]
    hidden = replace(mou.fields["in_scope"], visibility=Visibility.PACK)
    columns = (hidden.columns[0], replace(hidden.columns[1], visibility=Visibility.PARTNERSHIP))
    kind = replace(mou, fields={**mou.fields, "in_scope": replace(hidden, columns=columns)})
    seen = visible_record(facts.records["m1"], kind, Audience.PACK).answers["in_scope"]
    assert isinstance(seen, Table)
    assert [set(row.cells) for row in seen.rows] == [{"item"}, {"item"}]
    closed = replace(mou.fields["in_scope"], visibility=Visibility.PARTNERSHIP)
    kind = replace(mou, fields={**mou.fields, "in_scope": closed})
    assert "in_scope" not in visible_record(facts.records["m1"], kind, Audience.PACK).answers


def test_what_no_kind_describes_is_private(library: Library) -> None:
    records = {
        "x": Record("x", "gossip", "X", answers={"words": "CANARY"}),
        "fb": Record("fb", "organisation", "FB", answers={"unheard_of": "CANARY", "short_name": "Ferrybank"}),
        "m": Record("m", "mou", "M", answers={"in_scope": Table((Row("s", {"unheard_of": "CANARY"}),))}),
    }
    seen = visible(Facts("t1", records), library, Audience.OWN).records
    assert seen["x"].answers == {}
    assert seen["fb"].answers == {"short_name": "Ferrybank"}
    assert seen["m"].answers == {"in_scope": Table((Row("s"),))}


def narrowed_kind(mou: Kind) -> Kind:
    """Let the record itself say who may see what is in scope."""
    table = replace(mou.fields["in_scope"], narrowed_by="seen_by")
    readers = tuple(Choice(one.value, one.value) for one in Visibility)
    seen_by = Field("seen_by", "Who?", FieldType.CHOICE, help="", visibility=Visibility.PACK, choices=readers)
    return replace(mou, fields={**mou.fields, "in_scope": table, "seen_by": seen_by})


@pytest.mark.parametrize(
    ("chosen", "readers"),
    [
        (None, {Audience.OWN}),
        ("private", {Audience.OWN}),
        ("gone", {Audience.OWN}),
        ("partnership", {Audience.OWN, Audience.PARTNER}),
        ("pack", set(Audience)),
    ],
)
def test_a_record_says_itself_who_may_see_a_narrowed_table(
    library: Library, facts: Facts, chosen: str | None, readers: set[Audience]
) -> None:
    kind = narrowed_kind(library["mou"])
    record = facts.records["m1"]
    record = replace(record, answers={**record.answers, **({"seen_by": chosen} if chosen else {})})
    kinds = Library({**library.kinds, "mou": kind})
    everyone = {
        audience: visible(replace(facts, records={**facts.records, "m1": record}), kinds, audience)
        for audience in Audience
    }
    assert {one for one, seen in everyone.items() if "in_scope" in seen.records["m1"].answers} == readers
    assert {one for one in Audience if "in_scope" in visible_record(record, kind, one).answers} == readers


def test_a_choice_never_opens_what_the_kind_keeps_closed(library: Library, facts: Facts) -> None:
    kind = narrowed_kind(library["mou"])
    closed = replace(kind.fields["in_scope"], visibility=Visibility.PARTNERSHIP)
    kind = replace(kind, fields={**kind.fields, "in_scope": closed})
    record = replace(facts.records["m1"], answers={**facts.records["m1"].answers, "seen_by": "pack"})
    assert "in_scope" not in visible_record(record, kind, Audience.PACK).answers
    assert "in_scope" in visible_record(record, kind, Audience.PARTNER).answers


@pytest.mark.parametrize(
    ("audience", "headed"), [(Audience.OWN, True), (Audience.PARTNER, True), (Audience.PACK, False)]
)
def test_a_schedule_over_a_table_that_its_reader_may_not_see_is_left_out(
    made: Made, library: Library, schedule_of: Callable[..., Schedule], audience: Audience, *, headed: bool
) -> None:
    document = made(
        {"a": "x"},
        (schedule_of("lines", ("Line", "{{ row.item }}"), of="in_scope"),),
        audience=audience,
        answers={"seen_by": "partnership"},
        fields=narrowed_kind(library["mou"]).fields,
    )
    assert (b"Lines" in canonical_bytes(document)) is headed
    assert (b"key safes" in canonical_bytes(document)) is headed


@pytest.mark.parametrize("audience", [Audience.PACK, Audience.OWN])
def test_an_onlooker_sees_what_its_audience_sees_and_of_kinds_that_nobody_knows_nothing(
    library: Library, facts: Facts, audience: Audience
) -> None:
    strange = Record("x", "gossip", "X", answers={"words": "CANARY"})
    narrowed = Library({**library.kinds, "mou": narrowed_kind(library["mou"])})
    facts = replace(facts, records={**facts.records, "x": strange})
    seen = Onlooker(narrowed, audience).facts(facts)
    assert dict(seen.records) == dict(visible(facts, narrowed, audience).records)
    assert len(seen.records) == len(facts.records)
    assert [one.id for one in seen.of_kind("organisation")] == ["fb", "mt", "lbt"]
    assert [one.answers for one in seen.of_kind("gossip")] == [{}]


def test_an_onlooker_looks_at_a_record_once_while_it_is_the_same(library: Library, facts: Facts) -> None:
    onlooker = Onlooker(library, Audience.PACK)
    first = onlooker.record(facts.records["m1"])
    assert "secret" not in first.answers
    assert onlooker.record(facts.records["m1"]) is first
    other = replace(facts.records["m1"], answers={"purpose": "Another.", "secret": "CANARY"})
    assert onlooker.record(other).answers == {"purpose": "Another."}
    assert onlooker.facts(facts).records["m1"] == first
