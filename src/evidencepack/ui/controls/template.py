# SPDX-License-Identifier: MPL-2.0
"""A Word template that belongs to an answer: shown as a page in its clothes before it is kept, and afterwards too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from evidencepack.library.model import Accepts
from evidencepack.ui.controls.annex import AnnexControl
from evidencepack.ui.controls.file import FileControl, Wanted, picture_wanted
from evidencepack.ui.widgets.parts import button, label, row
from evidencepack.ui.words import say
from evidencepack.usecases.attaching import Seen

if TYPE_CHECKING:
    from evidencepack.render.word.brand.look import BrandLook

_ENDINGS = (".docx", ".dotx")


def file_control(accepts: Accepts) -> FileControl:
    """Return the control for a question for files."""
    match accepts:
        case Accepts.WORD_TEMPLATE:
            return TemplateControl()
        case Accepts.LOGO:
            return FileControl(picture_wanted())
        case Accepts.PAGES:
            return AnnexControl()
        case _:
            return FileControl()


class TemplateControl(FileControl):
    """A template's control: below the place to drop one, a page in its looks, and whether to keep it."""

    kept = Signal()
    """The person wants the template that was offered."""
    unwanted = Signal()
    """The person does not want it."""

    def __init__(self) -> None:
        super().__init__(
            Wanted(say("Word files"), say("Choose a Word template…"), say("Drop a Word template here"), _ENDINGS)
        )

    def add_parts(self, layout: QVBoxLayout) -> None:
        """Put in the page, and what asks whether to keep the template that it shows."""
        self._waiting: tuple[str, Seen] | None = None
        self._page = label("", wrap=False)
        self._page.setObjectName("template_page")
        self._offered = label("", "label")
        self._keep = button(say("Keep this template"), self.kept.emit, kind="primary")
        self._drop = button(say("Do not keep it"), self.unwanted.emit)
        self._buttons = row(self._keep, self._drop, None)
        for part in (self._offered, self._page, self._buttons):
            layout.addWidget(part)

    def offer(self, name: str, seen: Seen | None) -> None:
        """Take in a template that was looked at and is not kept yet; None if there is none. ``show_file`` shows it."""
        self._waiting = None if seen is None else (name, seen)

    def show_file(self, name: str, seen: Seen, *, coming: str = "") -> None:
        """Show what waits for the person's word, or else the template that is the answer, or one on its way."""
        shown_name, shown = self._waiting or (name, seen)
        super().show_file(name, replace(seen, note=shown.note), coming=coming)
        self._show_look(shown_name, shown.look)
        is_new = self._waiting is not None and self._buttons.isHidden()
        self._offered.setText(say("“{name}” is not kept yet. Your Word files would look like this:", name=shown_name))
        self._keep.setAccessibleDescription(self._offered.text())
        self._offered.setVisible(self._waiting is not None)
        self._buttons.setVisible(self._waiting is not None)
        if is_new and self._choose.hasFocus():
            # The page follows, down to what is asked now.
            self._keep.setFocus()

    def _show_look(self, name: str, look: BrandLook | None) -> None:
        self._page.setVisible(look is not None)
        if look is not None:
            from evidencepack.ui.brand_page import page_picture  # few have a template

            self._page.setPixmap(page_picture(look, self.devicePixelRatioF()))
            self._page.setAccessibleName(say("A page in the looks of {name}", name=name))
