# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

from evidencepack.blocks.blocks import Paragraph, Table
from evidencepack.blocks.document import Document, Running
from evidencepack.compose.plain import plain
from evidencepack.compose.sheets.tabs import Tab, tab_sheets

RUNNING = Running("For whoever prints", "Memorandum", "TBN-MOU-01", "version 2.0")
TAB = Tab("<b>&{{ মৈত্রী", "TBN-MOU-01, version 2.0", "7K3M-9Q2X", 17, ("Ada", "Ben"), date(2027, 2, 3))


def _rows(document: Document) -> list[list[str]]:
    tables = [one for one in document.sections[0].blocks if isinstance(one, Table)]
    return [[plain(cell.lines[0]) for cell in row.cells] for table in tables for row in table.rows]


def test_each_copy_has_a_sheet_of_its_own_with_room_to_note_what_became_of_it() -> None:
    first, second = tab_sheets([TAB, Tab("Kestrel", "TBN-MOU-01, version 2.0", "105V-WZZT", 1, ())], RUNNING)
    said = [plain(one.inlines) for one in first.sections[0].blocks if isinstance(one, Paragraph)]
    assert said == ["To be signed", "<b>&{{ মৈত্রী", "TBN-MOU-01, version 2.0: 17 pages, code 7K3M-9Q2X"]
    room = [["Printed on", ""], ["Sent on, and how", ""], ["Back on", ""]]
    assert _rows(first) == [["Who signs", "Ada, Ben"], ["Needed by", "3 February 2027"], *room]
    assert _rows(second) == [["Who signs", ""], *room]
    assert first.anchor != second.anchor
