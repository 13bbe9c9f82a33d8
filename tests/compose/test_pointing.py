# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable

from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import CrossReference, Show, Text
from evidencepack.blocks.walk import inlines_in
from evidencepack.compose.pointing import anchor, schedule_anchor

Made = Callable[..., Document]


def references(document: Document) -> list[CrossReference]:
    return [inline for inline in inlines_in(document) if isinstance(inline, CrossReference)]


def test_anchors_begin_with_the_record_so_that_they_are_unique_in_a_pack() -> None:
    assert anchor("m1", "scope") == "m1/scope"
    assert schedule_anchor("m1", "scope") == "m1/schedule/scope"


def test_schedules_are_pointed_at_by_number_or_where_they_have_none_by_words(
    made: Made, schedule_of: Callable[..., object]
) -> None:
    schedules = (
        schedule_of("first", ("Item", "{{ row.item }}"), of="in_scope"),
        schedule_of("second", ("Item", "{{ row.item }}"), of="in_scope", numbered=False),
        schedule_of("third", ("Item", "{{ row.item }}"), of="in_scope", when=("cost set",)),
    )
    document = made({"a": "{{ schedule('first') }} {{ schedule('second') }} {{ schedule('third') }}"}, schedules)
    assert references(document) == [
        CrossReference("m1/schedule/first"),
        CrossReference("m1/schedule/second", Show.TEXT),
    ]
    assert Text(" the schedule on third") in set(inlines_in(document))


def test_the_clauses_that_bind_are_named_from_their_marks_and_only_where_they_stand(
    made: Made, clause_of: Callable[..., object]
) -> None:
    clauses = (
        clause_of("costs", "Each pays its own.", binding=True),
        clause_of("plans", "We plan."),
        clause_of("other_bids", "None.", binding=True, when=("cost set",)),
        clause_of("law", "Only {{ binding() }} bind.", binding=True),
    )
    words = "".join(inline.text for inline in inlines_in(made(clauses)) if isinstance(inline, Text))
    assert references(made(clauses)) == [CrossReference("m1/costs"), CrossReference("m1/law")]
    assert "Only  (Costs) and  (Law) bind." in words
