# SPDX-License-Identifier: MPL-2.0
"""What one document says instead of a fact that is entered once."""

from __future__ import annotations

from datetime import date

import pytest
from tests.compose.conftest import KINDS, kind, rows, table, to
from tests.compose.conftest import field as asked

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, FieldType, Frequency, Reference
from evidencepack.library.model import Library
from evidencepack.library.overrides import overridden, overrides_of, read_fact

PAPER = kind(
    "paper",
    asked("area"),
    table("overrides", asked("fact"), asked("says"), asked("reason")),
    document=True,
)
MEETING = kind(
    "meeting",
    asked("freq", FieldType.FREQUENCY, label="How often?"),
    asked("first", FieldType.DATE),
    to("chair", "contact"),
    asked("minutes", FieldType.FILE),
    table("notes", asked("note")),
)
LIBRARY = Library({one.id: one for one in (*KINDS, PAPER, MEETING)})
MONTHLY: dict[str, Answer] = {"freq": Frequency.MONTHLY}


def facts_with(*said: dict[str, str], **more: Answer) -> Facts:
    """Return a tender with a paper that says these things in another way."""
    records = (
        Record("t1", "tender", "TBN-014", "t1", {"title": "Home First"}),
        Record("m1", "meeting", "M1", "t1", MONTHLY),
        Record("m2", "meeting", "SAME", "t1"),
        Record("rabeya", "contact", "RS", answers={"full_name": "Rabeya Sultana"}),
        Record("same", "contact", "same", answers={}),
        Record("w1", "house_wording", "mou.parties", answers={"text": "Ours."}),
        Record("p1", "paper", "TBN-PAP-01", "t1", {"overrides": rows("o", *said), **more}),
    )
    return Facts("t1", {record.id: record for record in records})


def the_only(*said: dict[str, str]) -> tuple[str, Answer | None]:
    """Return problem and value of the one override."""
    facts = facts_with(*said)
    [one] = overrides_of(facts.records["p1"], facts, LIBRARY)
    return one.problem, one.value


@pytest.mark.parametrize(
    ("fact", "says", "value"),
    [
        ("M1/freq", "quarterly", Frequency.QUARTERLY),
        ("m1/freq", "Every three months", Frequency.QUARTERLY),
        ("meeting:M1/first", "1 March 2027", date(2027, 3, 1)),
        ("M1/chair", "rs", Reference("rabeya")),
        ("TBN-014/title", "Home at <b>&{{ once", "Home at <b>&{{ once"),
        ("RS/full_name", "রাবেয়া সুলতানা", "রাবেয়া সুলতানা"),
        ("contact:SAME/full_name", "Somebody", "Somebody"),
    ],
)
def test_a_fact_is_read_as_its_own_field_reads_it(fact: str, says: str, value: Answer) -> None:
    assert the_only({"fact": fact, "says": says, "reason": "We agreed it."}) == ("", value)


@pytest.mark.parametrize(
    ("fact", "says", "problem"),
    [
        ("M1", "quarterly", "“M1” names no fact. Write a record and a field, such as M1/freq."),
        ("M9/freq", "quarterly", "Nothing is called “M9”."),
        ("SAME/freq", "quarterly", "More than one record is called “SAME”."),
        ("M1/often", "quarterly", "M1 has no answer called “often”."),
        ("M1/notes", "x", "“Notes” is a table. Only single answers can differ."),
        ("M1/minutes", "x", "“Minutes” is a file. Only single answers can differ."),
        ("M1/freq", "", "It does not say what stands there instead of M1/freq."),
        ("M1/freq", "now and then", "“now and then” is not one of: "),
        ("M1/first", "tomorrow", "Write the day itself, such as 15 February 2027."),
        ("M1/first", "yesterday", "Write the day itself, such as 15 February 2027."),
        ("M1/chair", "Nobody", "No contact is called “Nobody”."),
        ("TBN-PAP-01/area", "Marsh", "That is this paper’s own answer. Change it there."),
        ("mou.parties/text", "{{", "mou.parties has no answer called “text”."),
    ],
)
def test_what_cannot_be_read_says_why_and_the_fact_stands(fact: str, says: str, problem: str) -> None:
    found, value = the_only({"fact": fact, "says": says})
    assert (found[: len(problem)], value) == (problem, None)
    facts = facts_with({"fact": fact, "says": says})
    assert overridden(facts.records["p1"], facts, LIBRARY) == facts


def test_the_document_tells_the_fact_in_its_own_way_and_nobody_else_does() -> None:
    facts = facts_with({"fact": "M1/freq", "says": "quarterly"})
    told = overridden(facts.records["p1"], facts, LIBRARY)
    assert told.records["m1"].answers["freq"] is Frequency.QUARTERLY
    assert facts.records["m1"].answers["freq"] is Frequency.MONTHLY


def test_of_two_for_one_fact_the_first_counts() -> None:
    facts = facts_with({"fact": "M1/freq", "says": "quarterly"}, {"fact": "meeting:m1/freq", "says": "weekly"})
    first, second = overrides_of(facts.records["p1"], facts, LIBRARY)
    assert (first.problem, second.problem) == ("", "meeting:m1/freq is there twice; the first counts.")
    assert overridden(facts.records["p1"], facts, LIBRARY).records["m1"].answers["freq"] is Frequency.QUARTERLY


def test_an_empty_row_and_a_document_without_such_a_table_say_nothing() -> None:
    facts = facts_with({}, {"reason": "None yet."})
    assert overrides_of(facts.records["p1"], facts, LIBRARY) == ()
    assert overrides_of(facts.records["m1"], facts, LIBRARY) == ()


def test_an_override_knows_its_cell_the_fact_and_what_stands_elsewhere() -> None:
    facts = facts_with({"fact": "M1/freq", "says": "quarterly", "reason": "We agreed it."})
    [one] = overrides_of(facts.records["p1"], facts, LIBRARY)
    assert one.cell == FieldPath("p1", "overrides", "o1", "says")
    assert (one.path, one.stands, one.reason) == (FieldPath("m1", "freq"), Frequency.MONTHLY, "We agreed it.")


def test_a_day_that_is_typed_today_may_be_tomorrow() -> None:
    facts = facts_with()
    found = read_fact("M1/first", "tomorrow", facts.records["p1"], facts, LIBRARY, today=date(2027, 2, 15))
    assert (found.problem, found.value) == ("", date(2027, 2, 16))
