# SPDX-License-Identifier: MPL-2.0
"""The evidence sheet prints each promise with its proofs, from when they are and where they stand."""

from __future__ import annotations

from evidencepack.blocks.blocks import Bullets, Fill, Heading, Table
from evidencepack.blocks.document import Document, Running
from evidencepack.compose.plain import plain
from evidencepack.compose.sheets.evidence import PromiseGroup, PromiseLine, ProofLine, evidence_sheet

RUNNING = Running("Internal", "Ferrybank", "TBN-MAP", "as of today")
HELD = PromiseLine(
    "RT4",
    "Make the first contact, within 2 working days",
    "Maitree",
    "R p 36",
    "Held",
    (ProofLine("KPI-08 Connector: 100%", "January 2027", "K p 27"), ProofLine("Portal log")),
)
WEAK = PromiseLine("RT3", "Ring back, within 15 minutes <b>&{{", "", "", "Not held", weak=True)


def tables(document: Document) -> list[Table]:
    return [one for one in document.sections[0].blocks if isinstance(one, Table)]


def headings(document: Document) -> list[str]:
    return [plain(one.inlines) for one in document.sections[0].blocks if isinstance(one, Heading)]


def test_a_promise_stands_beside_its_proofs_each_on_a_line() -> None:
    (table,) = tables(evidence_sheet([PromiseGroup("How fast", (HELD, WEAK))], [], RUNNING))
    held, weak = ([[plain(line) for line in cell.lines] for cell in row.cells] for row in table.rows)
    assert held == [
        ["RT4", "R p 36"],
        ["Make the first contact, within 2 working days"],
        ["Maitree"],
        ["Held"],
        ["KPI-08 Connector: 100% (January 2027; K p 27)", "Portal log"],
    ]
    assert weak == [["RT3"], ["Ring back, within 15 minutes <b>&{{"], [""], ["Not held"], [""]]
    assert [row.cells[3].fill for row in table.rows] == [Fill.NONE, Fill.TINT]


def test_the_headline_counts_what_is_not_held_and_empty_groups_are_left_out() -> None:
    made = evidence_sheet([PromiseGroup("How fast", (HELD, WEAK)), PromiseGroup("Targets", ())], [], RUNNING)
    assert headings(made) == ["Two promises, one of them not held by anything with a date", "How fast"]
    assert headings(evidence_sheet([PromiseGroup("How fast", (HELD,))], [], RUNNING))[0] == "One promise, all held"


def test_proof_that_no_promise_uses_is_listed() -> None:
    made = evidence_sheet([], ["Evidence item EV-06"], RUNNING)
    assert headings(made) == ["What holds our promises up", "Proof that no promise uses"]
    (bullets,) = (one for one in made.sections[0].blocks if isinstance(one, Bullets))
    assert [plain(one) for one in bullets.items] == ["Evidence item EV-06"]
