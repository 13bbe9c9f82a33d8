# SPDX-License-Identifier: MPL-2.0
"""What every place is: something that can be arrived at, says where it is, and fits its room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.keys import Command
from evidencepack.ui.shell.where import Where

if TYPE_CHECKING:
    from evidencepack.ui.session import Session


class Crumb(NamedTuple):
    """One part of the way to a place: its words, and where it leads (None: the person is there)."""

    words: str
    where: Where | None = None


class Place(QFrame):
    """A page of the window. The window makes it when it is first gone to and keeps it while its tender is open.

    A place overrides what it needs: most need ``title``, ``arrive`` and ``fit``.
    """

    moved = Signal()
    """The title, the crumbs or the side are others than before."""

    folds_navigation = False
    """Whether the place wants the width that the words of the navigation take."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("page")
        self.context = context
        self.width_class = LayoutWidth.WIDE

    @property
    def title(self) -> str:
        """What the header and the title of the window call it."""
        raise NotImplementedError

    @property
    def crumbs(self) -> Sequence[Crumb]:
        """The way here, below the tender; the last part is where the person is."""
        return (Crumb(self.title),)

    @property
    def here(self) -> Where:
        """Where exactly the person is, to come back to."""
        raise NotImplementedError

    @property
    def under(self) -> str:
        """The place of the navigation that this one is a level below of; empty where the registry says it."""
        return ""

    @property
    def side_shown(self) -> bool | None:
        """Whether the side (preview and help) is shown; None where there is no side."""
        return None

    def arrive(self, where: Where) -> None:
        """Show what is asked for, as it stands now, and put the keyboard where the person begins."""
        raise NotImplementedError

    def fit(self, width: LayoutWidth) -> None:
        """Fold and unfold for the room there is; called before the place is shown, and when the room changes."""
        self.width_class = width

    def parts(self) -> Sequence[QWidget]:
        """Return what F6 goes through, in the order in which it is read."""
        return (self,)

    def do(self, command: Command) -> bool:
        """Do what a key asks; False where the place knows nothing of it."""
        del command
        return False

    def shows(self, path: str) -> bool:
        """Whether what undo or redo has just changed is seen here, so that the person need not be taken to it."""
        del path
        return False

    def leave(self) -> None:
        """Keep what is not kept yet: the person goes elsewhere."""

    def close_place(self) -> None:
        """Follow nothing any more: the place is going to be deleted."""


class TenderPlace(Place):
    """A place of the tender in hand."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.session: Session = context.session

    def leave(self) -> None:
        """Have the store keep what is waiting."""
        self.session.save()
