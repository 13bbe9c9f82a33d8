# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from evidencepack.blocks.blocks import Clause, Heading, PageBreak, Table
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Text
from evidencepack.blocks.walk import inlines_in
from evidencepack.compose.drafts import missing_values
from evidencepack.domain.trade import Audience, SignatureStage
from evidencepack.library.model import Clause as KindClause
from evidencepack.library.model import Schedule, SignatureLine

Made = Callable[..., Document]
ScheduleOf = Callable[..., Schedule]
CELL = ("Item", "{{ row.item }}")
SIGNED = (SignatureLine("each_party", SignatureStage.ON_AWARD, "authorised_signatory", "wet", ()),)


def breaks(document: Document) -> int:
    return sum(isinstance(block, PageBreak) for section in document.sections for block in section.blocks)


def test_a_document_is_known_by_its_record_and_waits_for_letter_and_fingerprint(made: Made) -> None:
    document = made()
    assert (document.anchor, document.letter, document.running.fingerprint) == ("m1", "", "")
    assert (document.title, document.language) == ("Memorandum of understanding", "en-GB")


def test_the_same_input_makes_the_same_document(made: Made) -> None:
    assert made({"a": "{{ mou.purpose }}"}) == made({"a": "{{ mou.purpose }}"})


def test_wide_schedules_turn_their_pages_only(made: Made, schedule_of: ScheduleOf) -> None:
    schedules = (
        schedule_of("one", CELL, of="in_scope"),
        schedule_of("two", CELL, of="in_scope", landscape=True),
        schedule_of("three", CELL, of="in_scope", landscape=True),
        schedule_of("four", CELL, of="in_scope"),
    )
    document = made({"a": "x"}, schedules, signatures=SIGNED)
    assert [section.landscape for section in document.sections] == [False, True, False]


def test_a_schedule_that_opens_stands_before_the_clauses(made: Made, schedule_of: ScheduleOf) -> None:
    schedules = (schedule_of("late", CELL, of="in_scope"), schedule_of("early", CELL, of="in_scope", opens=True))
    (section,) = made({"a": "x"}, schedules).sections
    anchors = [block.anchor for block in section.blocks if isinstance(block, Clause | Heading) and block.anchor]
    assert anchors[-3:] == ["m1/schedule/early", "m1/a", "m1/schedule/late"]


def test_a_wide_document_is_wide_throughout(made: Made, schedule_of: ScheduleOf) -> None:
    document = made({}, (schedule_of("one", CELL, of="in_scope"),), landscape=True, signatures=SIGNED)
    assert [section.landscape for section in document.sections] == [True]


def test_a_list_to_initial_stays_on_the_page_of_a_wide_schedule(made: Made, schedule_of: ScheduleOf) -> None:
    initials = tuple(replace(line, kind="acknowledgement") for line in SIGNED)
    wide = schedule_of("one", CELL, of="in_scope", landscape=True)
    document = made({}, (wide,), signatures=initials)
    assert [section.landscape for section in document.sections] == [False, True]


def test_the_list_to_initial_on_a_wide_page_is_as_wide(made: Made, schedule_of: ScheduleOf) -> None:
    initials = tuple(replace(line, kind="acknowledgement") for line in SIGNED)
    lists = []
    for landscape in (True, False):
        document = made({}, (schedule_of("one", CELL, of="in_scope", landscape=landscape),), signatures=initials)
        lists.append(next(block for block in reversed(document.sections[-1].blocks) if isinstance(block, Table)))
    on_wide, upright = (table.columns[3].width for table in lists)
    assert on_wide > upright


def test_nothing_that_is_missing_needs_a_page_of_its_own_or_a_turned_one(made: Made, schedule_of: ScheduleOf) -> None:
    waiting = schedule_of("two", ("Step", "{{ row.step }}"), of="steps", landscape=True)
    nobody = {"parties": None}
    document = made({"a": "x"}, (waiting,), answers=nobody, signatures=SIGNED, audience=Audience.PARTNER)
    assert [section.landscape for section in document.sections] == [False]
    assert breaks(document) == 0


@pytest.mark.parametrize(
    ("audience", "numbered", "expected"),
    [(Audience.PARTNER, True, 3), (Audience.PACK, True, 1), (Audience.PARTNER, False, 1)],
)
def test_schedules_start_pages_in_a_copy_for_signing(
    made: Made, schedule_of: ScheduleOf, audience: Audience, *, numbered: bool, expected: int
) -> None:
    schedules = tuple(schedule_of(key, CELL, of="in_scope") for key in ("one", "two"))
    document = made({"a": "x"}, schedules, audience=audience, numbered=numbered, signatures=SIGNED)
    assert breaks(document) == expected


def test_gaps_are_counted_in_reading_order_wherever_they_stand(made: Made, schedule_of: ScheduleOf) -> None:
    document = made(
        {"a": "{{ mou.cost }} {{ mou.start_date }}"},
        (schedule_of("list", ("Name", "{{ row.organisation.legal_name }}"), of="parties", note="{{ mou.share }}"),),
    )
    assert [value.paths for value in missing_values(document)] == [("m1/cost",), ("m1/share",)]


@pytest.mark.parametrize(("shared", "said"), [(True, "It has."), (False, "It has not.")])
def test_a_clause_can_ask_whether_the_document_has_another(
    made: Made, clause_of: Callable[..., KindClause], said: str, *, shared: bool
) -> None:
    asking = clause_of("first", "{% if clause('second') %}It has.{% else %}It has not.{% endif %}")
    other = clause_of("second", "Words.", when=("personal_data = yes",))
    document = made((asking, other), answers={"personal_data": shared})
    assert said in {inline.text for inline in inlines_in(document) if isinstance(inline, Text)}
