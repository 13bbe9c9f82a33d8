# SPDX-License-Identifier: MPL-2.0
"""The way to where somebody is: what is open is named as long as there is room, the way to it gives way first."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from evidencepack.ui.look import look
from evidencepack.ui.shell.actions import Actions
from evidencepack.ui.shell.crumbs import Crumbs
from evidencepack.ui.shell.header import Header
from evidencepack.ui.shell.place import Crumb
from evidencepack.ui.shell.where import DOCUMENTS, TENDER, Where

_LONG = "Memorandum of understanding TBN-MOU-01"
WAY = (Crumb("Home First Reablement", Where(TENDER)), Crumb("Documents", Where(DOCUMENTS)), Crumb(_LONG))


def shown(qtbot: QtBot, width: int) -> tuple[list[str], str]:
    look()
    crumbs = Crumbs()
    qtbot.addWidget(crumbs)
    crumbs.show_crumbs(WAY)
    crumbs.resize(width, 40)
    crumbs.show()
    ways = [one.text() for one in crumbs.findChildren(QAbstractButton) if one.isVisible()]
    return ways, [one.text() for one in crumbs.findChildren(QLabel) if one.isVisible()][-1]


def test_with_room_all_of_it_is_said(qtbot: QtBot) -> None:
    assert shown(qtbot, 800) == (["Home First Reablement", "Documents"], _LONG)


def test_the_way_gives_way_before_what_is_open(qtbot: QtBot) -> None:
    ways, last = shown(qtbot, 430)

    assert last == _LONG
    assert all(one.endswith("…") for one in ways)


def test_what_is_open_is_shortened_last_and_keeps_the_reference_at_its_end(qtbot: QtBot) -> None:
    _, last = shown(qtbot, 300)

    assert last.startswith("Memorandum")
    assert last.endswith("… TBN-MOU-01")


def test_where_nothing_of_the_way_could_be_read_one_sign_unfolds_all_of_it(qtbot: QtBot) -> None:
    look()
    crumbs = Crumbs()
    qtbot.addWidget(crumbs)
    crumbs.show_crumbs(WAY)
    crumbs.resize(200, 40)
    crumbs.show()
    gone: list[Where] = []
    crumbs.going.connect(gone.append)
    (sign,) = (one for one in crumbs.findChildren(QAbstractButton) if one.isVisible())
    assert sign.text() == "…"
    assert sign.accessibleName() == "The way here: Home First Reablement › Documents"

    menu = crumbs.way_menu()
    assert [one.text() for one in menu.actions()] == ["Home First Reablement", "Documents"]
    menu.actions()[1].trigger()

    assert gone == [Where(DOCUMENTS)]


def test_what_is_said_for_a_moment_is_not_cut_and_the_way_gives_way_to_it(qtbot: QtBot) -> None:
    look()
    owner = QWidget()
    header = Header(Actions(owner, lambda _command: None))
    qtbot.addWidget(owner)
    qtbot.addWidget(header)
    header.show_crumbs(WAY)
    header.show_tools(tender=True, side=True)
    header.resize(1100, 48)
    header.show()
    words = "Undone: What the partnership is for, changed in the Memorandum."
    header.tell(words)
    status = header.findChild(QLabel, "status")
    assert status is not None

    qtbot.waitUntil(lambda: status.width() >= status.fontMetrics().horizontalAdvance(words))
    assert any(one.text().startswith("Memo") for one in header.findChildren(QLabel))
