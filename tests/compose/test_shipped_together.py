# SPDX-License-Identifier: MPL-2.0
"""Words of common ground, reviews, registers and events that depend on an answer, each with and without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from evidencepack.blocks.walk import inlines_in
from evidencepack.bootstrap import Program
from evidencepack.compose.document import compose
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Answer, Table
from evidencepack.exchange.tender_file import read_tender_file
from evidencepack.library.model import Library


@pytest.fixture(scope="module")
def library(program: Program) -> Library:
    return program.library


@pytest.fixture(scope="module")
def facts(program: Program, library: Library) -> Facts:
    sample = read_tender_file(program.sample, library)
    return Facts(sample.tender.id, {record.id: record for record in (sample.tender, *sample.records)})


def words(facts: Facts, library: Library, kind: str, changed: Mapping[str, Answer], *others: Record) -> str:
    """Return everything a partner reads in a document of the sample, with answers and records changed."""
    record = next(facts.of_kind(kind))
    record = replace(record, answers={**record.answers, **changed})
    known = replace(facts, records={**facts.records, **{one.id: one for one in (record, *others)}})
    document = compose(library[kind], record, facts=known, library=library, audience=Audience.PARTNER)
    return plain(tuple(inlines_in(document)))


NONE = Table()


@pytest.mark.parametrize(
    ("kind", "said", "without", "instead"),
    [
        (
            "common_ground",
            "A weekend rota",
            {"differences": NONE, "no_differences_on": date(2027, 1, 12)},
            "and found none",
        ),
        ("common_ground", "How each side sees it", {"differences": NONE}, "[to complete: Where do you differ?]"),
        ("common_ground", "Own aims that need care", {"partner_aims": NONE}, "[to complete: What does each partner"),
        (
            "partnership_review",
            "What shows it",
            {"unplanned_benefits": NONE, "benefits_looked_for": "We asked every partner"},
            "We noticed none in this period",
        ),
        ("partnership_review", "Volunteer register", {"unplanned_benefits": NONE}, "[to complete: Which good things"),
        ("partnership_review", "Promises we missed", {"missed_promises": NONE}, "What we decided"),
        ("partnership_review", "We saw ", {"changes_made": NONE}, "[to complete: What did you change?]"),
        ("partnership_review", "was confirmed", {"common_ground_confirmed": False}, "was not confirmed"),
        ("partnership_review", "was checked again", {"fit_rechecked": False}, "was not checked again"),
        ("partnership_review", "Moments that show", {"relationship_scores": NONE}, "How well we work together"),
        ("risk_register", "never with people", {"appetite": ""}, "Score is likelihood"),
        ("joint_event", "Also with us", {"others": ""}, "Who came"),
        ("joint_event", "The next one", {"again": ""}, "What we changed"),
        ("joint_event", "Unpaid carers: ", {"attended": NONE}, "[to complete: How many came?]"),
        ("small_details", "We look at this list", {"looked_at": ""}, "It does not work?"),
    ],
)
def test_words_that_depend_on_an_answer(
    facts: Facts, library: Library, kind: str, said: str, without: Mapping[str, Answer], instead: str
) -> None:
    assert said.casefold() in words(facts, library, kind, {}).casefold()
    taken = words(facts, library, kind, without)
    assert said.casefold() not in taken.replace("was not", "").casefold()
    assert instead in taken


def test_notes_for_partners_stand_only_where_there_are_any(facts: Facts, library: Library) -> None:
    silent = [
        replace(one, answers={name: answer for name, answer in one.answers.items() if name != "note"})
        for one in facts.of_kind("risk")
    ]
    assert "For partners only" in words(facts, library, "risk_register", {})
    assert "For partners only" not in words(facts, library, "risk_register", {}, *silent)


def test_a_closed_risk_leaves_the_register(facts: Facts, library: Library) -> None:
    first = next(facts.of_kind("risk"))
    closed = replace(first, answers={**first.answers, "status": "closed"})
    assert "12 risks" in words(facts, library, "risk_register", {})
    without = words(facts, library, "risk_register", {}, closed)
    assert "11 risks" in without
    assert "Planned hours" not in without
