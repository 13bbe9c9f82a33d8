# SPDX-License-Identifier: MPL-2.0
"""Backups: what there is, a new one, and how to go back to one."""

from __future__ import annotations

from evidencepack.ui.deadlines import long_day
from evidencepack.ui.places.restoring import restore
from evidencepack.ui.places.settings.page import SettingsPage
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.widgets.cards import Card, Notice, Tone
from evidencepack.ui.widgets.cells import Cell, CellRow, Column
from evidencepack.ui.widgets.grid import Grid
from evidencepack.ui.widgets.parts import button, label, row
from evidencepack.ui.words import counted, say
from evidencepack.usecases.backups import backups_of

_SHOWN = 12


class BackupsPage(SettingsPage):
    """The backups beside the workspace, the newest first."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            say("Backups"),
            say("One is made every 20 minutes in which you change something, and when you close the program."),
        )
        self._context = context
        columns = (Column(say("Made on"), 260), Column(say("At"), 90), Column(say("Size"), 110), Column(say("File")))
        self._list = Grid(say("Backups"), columns, whole=True)
        self._count = label("", "small")
        file = Card(say("Your work is in this file"), label(str(context.work.file), "hint"))
        away = say("Copy a backup to a memory stick now and then. It is one file, and it holds everything.")
        now = button(say("Back up now"), lambda: context.guide.run(Command.BACK_UP), kind="primary")
        back = button(say("Restore from a backup…"), lambda: restore(self, context))
        self.show_parts(
            file,
            row(now, back, None, gap=10),
            self._list,
            self._count,
            Notice(Tone.TIP, say("If this computer is lost, its backups are lost too"), away),
        )
        self.refresh()

    def refresh(self) -> None:
        """Show the backups there are now."""
        backups = backups_of(self._context.work.file)
        rows = []
        for backup in backups[:_SHOWN]:
            made = backup.made.astimezone()
            size = f"{backup.file.stat().st_size / 1_000_000:.1f} MB"
            cells = (Cell(long_day(made.date())), Cell(f"{made:%H:%M}"), Cell(size), Cell(backup.file.name, muted=True))
            rows.append(CellRow(str(backup.file), cells))
        self._list.show_rows(rows)
        self._list.setVisible(bool(rows))
        more = len(backups) - len(rows)
        words = counted(more, "1 older backup is kept too.", "{n} older backups are kept too.") if more > 0 else ""
        self._count.setText(words if backups else say("There is no backup yet."))
