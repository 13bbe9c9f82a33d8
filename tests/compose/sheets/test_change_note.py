# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evidencepack.blocks.blocks import Cell, Entry, Heading, Paragraph, Table
from evidencepack.blocks.document import Document, Running
from evidencepack.blocks.inlines import Text
from evidencepack.bootstrap import Program
from evidencepack.compose.plain import plain
from evidencepack.compose.scope import Scope
from evidencepack.compose.sheets.change_note import ChangedWords, SinceSigned, change_note, comparison
from evidencepack.compose.sheets.copies import CopyFor
from evidencepack.compose.telling import telling
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience

HOSTILE = "<b>&{{ Ní Bhriain"
SINCE = SinceSigned(
    "1.0",
    "7K3M-9Q2X",
    (ChangedWords("What is the target?, KPI-01", ("95%",), (HOSTILE, "and")), ChangedWords("A row", (), ("new",))),
    (ChangedWords("Who checks?", ("Ann",), ()),),
    ((HOSTILE, "Chair"), ("Tom", "")),
)


@pytest.fixture(scope="module")
def scope(program: Program, sample_facts: Facts) -> Scope:
    (paper,) = (one for one in sample_facts.records.values() if one.reference == "TBN-MOU-01")
    kind = program.library[paper.kind]
    return telling(kind, paper, facts=sample_facts, library=program.library, audience=Audience.PACK)


@pytest.fixture(scope="module")
def copy(sample_facts: Facts) -> CopyFor:
    running = Running("Changes for Osier", "Memorandum", "TBN-MOU-01", "version 2.0", "105V-WZZT")
    organisation = next(iter(sample_facts.of_kind("organisation")))
    return CopyFor(organisation, "Osier Ltd", running, 1, "105V-WZZT", "ab12", date(2027, 2, 26), "Ann, Ferrybank")


def _said(made: Document) -> str:
    return "\n".join(plain(one.inlines) for one in made.sections[0].blocks if isinstance(one, Heading | Paragraph))


def _rows(made: Document) -> list[list[str]]:
    tables = (one for one in made.sections[0].blocks if isinstance(one, Table))
    return [[" | ".join(map(plain, cell.lines)) for cell in row.cells] for one in tables for row in one.rows]


def _entries(made: Document) -> list[Entry]:
    tables = (one for one in made.sections[0].blocks if isinstance(one, Table))
    cells: list[Cell] = [cell for one in tables for row in one.rows for cell in row.cells]
    return [one.entry for one in cells if one.entry]


def test_old_words_stand_beside_new_and_who_initials_has_room(scope: Scope, copy: CopyFor) -> None:
    made = change_note(scope, copy, SINCE)
    assert _rows(made) == [
        ["What is the target?, KPI-01", "95%", f"{HOSTILE} | and"],
        ["A row", "–", "new"],
        ["Who checks?", "Ann", "–"],
        [f"{HOSTILE} | Chair", "", ""],
        ["Tom", "", ""],
        ["What I do not agree to", ""],
    ]
    assert _entries(made) == [Entry.INITIALS, Entry.DATE, Entry.INITIALS, Entry.DATE, Entry.WORDS]
    said = _said(made)
    assert "signed as version 1.0, code 7K3M-9Q2X" in said
    assert "To agree to: two changes" in said
    assert "To know: one change" in said
    assert "Send one page back to Ann, Ferrybank by 26 February 2027" in said


def test_what_is_only_to_be_known_asks_for_nothing(scope: Scope, copy: CopyFor) -> None:
    made = change_note(scope, copy, replace(SINCE, to_agree=()))
    assert _entries(made) == []
    assert _rows(made) == [["Who checks?", "Ann", "–"]]
    assert "Your signature on this paper stands" in _said(made)
    assert "nothing to sign or to send back" in _said(made)


def test_a_comparison_lists_each_group_that_has_something_and_says_where_nothing_has_changed(copy: CopyFor) -> None:
    groups = [("To sign again", SINCE.to_agree), ("To tell", ()), ("To know", SINCE.to_know)]
    made = comparison("a", f"{HOSTILE} and now", "TBN-MOU-01", groups, copy.running)
    assert [len(row) for row in _rows(made)] == [3, 3, 3]
    said = _said(made)
    assert f"{HOSTILE} and now" in said
    assert "To sign again: two changes" in said
    assert "To tell" not in said
    assert "Nothing has changed." in _said(comparison("a", "b", "c", [("To tell", ())], copy.running))


def test_of_one_text_each_the_words_that_differ_are_bold(scope: Scope, copy: CopyFor) -> None:
    one = ChangedWords("Who reads?", ("Ten are read again a month",), ("Twenty are read again each month",))
    made = change_note(scope, copy, replace(SINCE, to_agree=(one,), to_know=()))
    table = next(block for block in made.sections[0].blocks if isinstance(block, Table))
    before, after = (
        [(part.text, part.bold) for part in cell.lines[0] if isinstance(part, Text)] for cell in table.rows[0].cells[1:]
    )
    assert before == [("Ten ", True), ("are read again ", False), ("a ", True), ("month", False)]
    assert after == [("Twenty ", True), ("are read again ", False), ("each ", True), ("month", False)]
