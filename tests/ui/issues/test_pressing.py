# SPDX-License-Identifier: MPL-2.0
"""What goes to another process and back when a pack is issued or compared."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from evidencepack.domain.handed_in import HandedIn, LastIssue
from evidencepack.domain.record import Facts, Record
from evidencepack.guard.wire import from_bytes, to_bytes
from evidencepack.pack.late import Late
from evidencepack.ui.pressing import Order, read_order
from evidencepack.usecases.issue_changes import IssueChanges, from_plain, to_plain


def test_an_order_comes_back_with_what_was_issued_and_the_papers_of_then() -> None:
    last = LastIssue(2, "2027-02-14", (HandedIn("a", "A", "A-1", "<b>&{{", "1"),), (), LastIssue(1, "2027-02-13", ()))
    facts = Facts("t", {"t": Record("t", "tender", "T-1")}, issued=last)
    order = Order(facts, {}, annexes={"sha": b"%PDF"}, buyers=("Anytown",), earlier={1: {"a": "{}"}, 2: {"a": "[]"}})
    sent: Any = from_bytes(to_bytes(order.sent()))
    assert asdict(read_order(*sent)) == asdict(order)


def test_what_has_changed_comes_back_as_it_was() -> None:
    found = IssueChanges(Late(LastIssue(1, "2027-02-14", ())), (), 2)
    sent: Any = from_bytes(to_bytes(to_plain(found)))
    assert from_plain(sent) == found
