# SPDX-License-Identifier: MPL-2.0
"""A file that belongs to an answer: chosen, shown by its name and as a small picture, taken away again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout

from evidencepack.ui.controls.control import Control
from evidencepack.ui.widgets.drop_zone import DropZone
from evidencepack.ui.widgets.parts import button, label
from evidencepack.ui.words import say
from evidencepack.usecases.attaching import Seen

_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp")
_DOTS = 2  # to the pixel: the small picture is sharp on screens of double density


@dataclass(frozen=True, slots=True)
class Wanted:
    """What files a question wants: what they are called, the words of its button and its place, their endings.

    ``one``: what is said to somebody who drops several; the usual sentence if empty.
    """

    called: str
    choose: str
    drop: str
    endings: tuple[str, ...] = ()
    one: str = ""


def picture_wanted() -> Wanted:
    """Return what a question for a picture wants."""
    return Wanted(say("Pictures"), say("Choose a picture…"), say("Drop a picture here"), _ENDINGS)


class FileControl(Control):
    """A place to drop a file on, with a button to choose one; below, its name, a way to take it away, how it looks."""

    chosen = Signal(str)
    """The path of the file that a person chose."""

    def __init__(self, wanted: Wanted | None = None) -> None:
        super().__init__()
        wanted = wanted or Wanted("", say("Choose a file…"), say("Drop a file here"))
        self._filter = ";;".join(filters(wanted))
        self._name = label("", wrap=False)
        self._picture = label("", wrap=False)
        self._picture.setObjectName("thumbnail")
        self._note = label("", "small")
        self._choose = button(wanted.choose, self._ask)
        zone = DropZone(wanted.drop, wanted.endings, self._choose, one=wanted.one)
        zone.dropped.connect(self._take)
        self._remove = button(say("Take it away"), lambda: self.edited.emit(""), kind="link")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(12)
        for part in (self._name, self._remove):
            line.addWidget(part)
        line.addStretch(1)
        layout.addWidget(zone)
        layout.addLayout(line)
        layout.addWidget(self._picture)
        layout.addWidget(self._note)
        self.add_parts(layout)
        self.show_text("")

    def add_parts(self, layout: QVBoxLayout) -> None:
        """Put further parts below; a question for any file has none."""

    def first(self) -> QPushButton:
        """Return the button that asks for a file."""
        return self._choose

    def text(self) -> str:
        """Return the name of the file."""
        return self._name.text()

    def show_text(self, text: str) -> None:
        """Show a file's name, or that there is none."""
        self.show_file(text, Seen())

    def show_file(self, name: str, seen: Seen, *, coming: str = "") -> None:
        """Show the file that is the answer (or that there is none), and the name of one that is being looked at."""
        self._name.setText(name)
        self._name.setVisible(bool(name))
        self._remove.setVisible(bool(name) or bool(coming))
        picture = QPixmap()
        picture.loadFromData(seen.picture)
        picture.setDevicePixelRatio(_DOTS)
        self._picture.setPixmap(picture)
        self._picture.setAccessibleName(say("Small picture of {name}", name=name))
        self._picture.setVisible(not picture.isNull())
        self._note.setText(say("Looking at {coming}…", coming=coming) if coming else seen.note)
        self._note.setVisible(bool(self._note.text()))

    def describe(self, name: str, description: str, *, invalid: bool) -> None:
        """Buttons say what they do and for which question; the first one also what is said of the file."""
        said = " ".join(filter(None, (self._name.text(), self._note.text(), description)))
        super().describe(f"{self._choose.text().removesuffix('…')}: {name}", said, invalid=invalid)
        self._remove.setAccessibleName(say("Take the file away: {name}", name=name))

    def _take(self, file: Path) -> None:
        self.chosen.emit(str(file))

    def _ask(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self._choose.text().removesuffix("…"), "", self._filter)
        if path:
            self.chosen.emit(path)


def filters(wanted: Wanted) -> Iterator[str]:
    """Yield the filters of a dialog that asks for files: those that are wanted, then all."""
    if wanted.endings:
        yield f"{wanted.called} ({' '.join(f'*{ending}' for ending in wanted.endings)})"
    yield f"{say('All files')} (*)"
