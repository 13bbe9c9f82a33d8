# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

from evidencepack.blocks.blocks import Heading, Paragraph, Table
from evidencepack.blocks.document import Document, Running
from evidencepack.compose.plain import plain
from evidencepack.compose.sheets.chasing import ChaseLine, chase_list

RUNNING = Running("Internal", "Ferrybank", "TBN-CHASE", "24 Nov 2026")
HOSTILE = "<b>&{{ মৈত্রী"
LATE = ChaseLine("MOU-01", "7K3M-9Q2X", HOSTILE, ("Ada", "Ben"), ("sent on 1 Feb 2027",), date(2027, 2, 3), late=True)
OPEN = ChaseLine("DSA-01", "105V-WZZT", "Kestrel", (), ())


def _cells(document: Document) -> list[list[list[str]]]:
    (table,) = (one for one in document.sections[0].blocks if isinstance(one, Table))
    return [[[plain(line) for line in cell.lines] for cell in row.cells] for row in table.rows]


def _opening(document: Document) -> list[str]:
    return [plain(one.inlines) for one in document.sections[0].blocks if isinstance(one, Heading | Paragraph)]


def test_each_copy_has_a_line_and_what_is_late_says_so_in_a_word() -> None:
    made = chase_list([LATE, OPEN], RUNNING)
    assert _opening(made) == ["Sign-off", "Two signed copies awaited", "One copy late."]
    assert _cells(made) == [
        [["3 Feb 2027", "late"], ["MOU-01", "7K3M-9Q2X"], [HOSTILE, "Ada", "Ben"], ["sent on 1 Feb 2027"], [""]],
        [["No day given"], ["DSA-01", "105V-WZZT"], ["Kestrel"], [""], [""]],
    ]


def test_without_copies_the_list_says_so_and_has_no_table() -> None:
    made = chase_list([], RUNNING)
    assert _opening(made) == ["Sign-off", "No signed copies awaited", "No copy is out to be signed."]
    assert len(made.sections[0].blocks) == 3
