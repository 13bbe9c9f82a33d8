# SPDX-License-Identifier: MPL-2.0
"""The sheet on which one organisation signs its copy: what it signs, what it confirms, and room for the hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.compose.sheets.signed_copy import INITIALS, KIND, KINDS_SIGNED, READERS, copy_for, said

from evidencepack.blocks.blocks import Entry, Table
from evidencepack.compose.scope import Scope
from evidencepack.compose.sheets.sign_here import SHEET, sign_sheet
from evidencepack.domain.record import Record
from evidencepack.library.model import Library

Scoped = Callable[..., Scope]


@pytest.fixture
def library() -> Library:
    return KINDS_SIGNED


def test_the_sheet_says_what_is_signed_for_whom_and_where_it_goes(scope: Scoped) -> None:
    made = sign_sheet(scope(kind=KIND, readers=READERS, version="1.0"), copy_for())
    assert made is not None
    assert (made.anchor, made.running) == (f"m1/{SHEET}", copy_for().running)
    assert said(made) == [
        "Sign-off sheet",
        "Memorandum of understanding",
        "Paper | TBN-MOU-01, version 1.0, three pages",
        "Code of this copy | 7K3M-9Q2X; the words of the paper: 0a1b2c3d",
        "Signed for | Maitree Community Trust",
        "Needed back by | 20 February 2027",
        "Send it to | Siân Llŷr-Evans",
        "□ I have read all three pages of this copy.",
        "□ I am allowed to sign for Maitree Community Trust.",
        "What allows me to sign / My office, a minute or a letter | ",
        "[Rabeya Sultana (রাবেয়া সুলতানা)] I have read TBN-MOU-01 <b>&.",
        "What I do not agree to / What is written here is settled first; only then the signature counts. | ",
    ]


def test_without_a_day_or_somebody_to_send_it_to_their_rows_are_left_out(scope: Scoped) -> None:
    made = sign_sheet(scope(kind=KIND), copy_for(due=None, keeper=""))
    assert made is not None
    assert [words.partition(" | ")[0] for words in said(made)[2:5]] == ["Paper", "Code of this copy", "Signed for"]
    assert said(made)[5].startswith("□")


def test_there_is_room_to_write_more_of_it_for_what_is_not_agreed_to(scope: Scoped) -> None:
    made = sign_sheet(scope(kind=KIND), copy_for())
    assert made is not None
    tables = [one for one in made.sections[0].blocks if isinstance(one, Table)]
    rooms = [(one.rows[0].cells[1].entry, one.row_height) for one in tables if one.row_height]
    assert [entry for entry, _ in rooms] == [Entry.WORDS, Entry.WORDS]
    assert 10 < rooms[0][1] < rooms[1][1]


def test_who_has_no_box_gets_no_sheet(scope: Scoped) -> None:
    assert sign_sheet(scope(kind=KIND), copy_for(Record("lbt", "organisation", "LBT"))) is None
    assert sign_sheet(scope(kind=replace(KIND, signatures=(INITIALS,)), readers=READERS), copy_for()) is None
