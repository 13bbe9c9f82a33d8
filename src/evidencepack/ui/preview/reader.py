# SPDX-License-Identifier: MPL-2.0
"""The pages of a document as something to work with: from every sentence there is a way to its question.

By mouse: a click. By keyboard: Up and Down go from answer to answer, Enter goes to the question, Space shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QToolTip

from evidencepack.ui.preview.marks import Ending, Marks
from evidencepack.ui.preview.pages import Pages
from evidencepack.ui.preview.sheet import Sheet
from evidencepack.ui.preview.zoom import Fit
from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.words import say
from evidencepack.usecases.passages import Area, Hit, Layout
from evidencepack.usecases.previewing import NO_LAYOUT

_ZOOM_IN = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_OWN = (*_ZOOM_IN, Qt.Key.Key_Minus, Qt.Key.Key_0)
"""Keys with Ctrl that are the pages' own while they have the keyboard; one of them goes elsewhere otherwise."""


_APART = 2
"""Between passages that belong together stands no more than a number."""


class Reader(Pages):
    """Pages whose words know where they are asked."""

    chosen = Signal(object, bool)
    """The person wants to go to what is asked (a ``Hit``); or (True) to see it there and stay in the pages."""
    fixed = Signal()
    """The person pointed at words that no question asks for."""
    left_by_key = Signal()
    """The person wants to go back to the form."""

    def __init__(self, name_of: Callable[[str], str]) -> None:
        super().__init__()
        self._name_of = name_of
        self.layout_now: Layout = NO_LAYOUT
        self._focus: tuple[str, ...] = ()
        self._stop: tuple[int, str] | None = None
        self._all = Marks()
        self._limit: Ending | None = None
        self._is_old = False
        self._told: set[int] = set()
        self.turned.connect(self._name)
        self.turned.connect(self._tell_pages)
        self._name()

    def show_layout(self, layout: Layout, changed: tuple[Area, ...], ending: Ending | None) -> None:
        """Say where words stand on the pages that are shown now, and which of them are others than before."""
        self.layout_now, self._limit, self._is_old = layout, ending, False
        self._keep_choice()
        self._told.clear()
        self._tell_pages()
        self._mark(focus=self._areas_of(self._focus), chosen=self._chosen_areas(), under=(), changed=changed)
        if changed and not self.hasFocus() and not any(map(self.is_seen, changed)):
            self.reveal(self._nearest(changed))

    def show_ending(self, ending: Ending | None) -> None:
        """Show where a limit ends, or that none does."""
        self._limit = ending
        self._mark()

    def show_old(self) -> None:
        """Mark the pages as old: what was changed last is not on them."""
        self._is_old = True
        self._mark(changed=())

    def fade(self, strength: float) -> None:
        """Let the marks of what has changed become weaker; at 0 they are gone."""
        self._mark(strength=strength) if strength > 0 else self._mark(strength=1.0, changed=())

    def point_at(self, paths: tuple[str, ...]) -> None:
        """Mark what shows an answer, and scroll there unless it is seen; the first of ``paths`` that is shown."""
        if paths == self._focus:
            return
        self._focus = paths
        areas = self._areas_of(paths)
        self._mark(focus=areas)
        if areas and not self.hasFocus():
            self._stop = next((stop for stop in self.layout_now.stops if stop[1] in paths), self._stop)
            if not any(map(self.is_seen, areas)):
                self.reveal(areas[0])

    @property
    def marks(self) -> Marks:
        """What is marked now."""
        return self._all

    def made_sheet(self, number: int) -> Sheet:
        """Return a new page whose words can be clicked."""
        sheet = super().made_sheet(number)
        sheet.pressed.connect(self._press)
        sheet.pointed.connect(self._point)
        sheet.left.connect(lambda: self._mark(under=()))
        return sheet

    def event(self, event: QEvent) -> bool:
        """Keep the keys of zooming from the window while the pages have the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if ctrl and event.key() in _OWN:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from answer to answer, from page to page, to a question, or zoom."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        keys = self._zoom_keys() if ctrl else self._plain_keys()
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoom_by(1)
        elif key in keys:
            keys[key]()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what is chosen; the first answer on the page that is read, if none is."""
        super().focusInEvent(event)
        if self._stop is None:
            self._stop = self._first_here()
        self._mark(chosen=self._chosen_areas())
        self.refresh_marks()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide what is chosen."""
        super().focusOutEvent(event)
        self.refresh_marks()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say, beside the mouse, which question asks for the words under it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit = self._hit_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._road_words(hit) if hit and hit.paths else "", self)
            return True
        return super().viewportEvent(event)

    def _plain_keys(self) -> Mapping[Qt.Key, Callable[[], None]]:
        go, keys = self._go, Qt.Key
        return {
            keys.Key_Down: lambda: self._step(1),
            keys.Key_Up: lambda: self._step(-1),
            keys.Key_Return: lambda: go(stay=False),
            keys.Key_Enter: lambda: go(stay=False),
            keys.Key_Space: lambda: go(stay=True),
            keys.Key_Escape: self.left_by_key.emit,
            keys.Key_Home: lambda: self.go_to_page(0),
            keys.Key_End: lambda: self.go_to_page(self.page_count - 1),
        }

    def _zoom_keys(self) -> Mapping[Qt.Key, Callable[[], None]]:
        larger = dict.fromkeys(_ZOOM_IN, lambda: self.zoom_by(1))
        return {**larger, Qt.Key.Key_Minus: lambda: self.zoom_by(-1), Qt.Key.Key_0: lambda: self.zoom_to(Fit.WIDTH)}

    def _step(self, by: int) -> None:
        """Choose the next answer (1) or the one before (-1); at an end the pages only scroll on."""
        stops = self.layout_now.stops
        if not stops:
            return
        at = stops.index(self._stop) + by if self._stop in stops else stops.index(self._first_here() or stops[0])
        self._stop = stops[min(max(at, 0), len(stops) - 1)]
        areas = self._chosen_areas()
        self._mark(chosen=areas)
        if areas:
            self.reveal(areas[0])
            words = self.layout_now.passages[self._stop[0]].text
            page = say("Page {n}.", n=areas[0].page + 1)
            announce(self, f"{self._name_of(self._stop[1])}: {words.strip()}. {page}")

    def _go(self, *, stay: bool) -> None:
        if self._stop is not None:
            self.chosen.emit(Hit(self._stop[0], (self._stop[1],), ""), stay)

    def _press(self, page: int, at: QPointF, stay: bool) -> None:  # noqa: FBT001 - a slot of Qt's
        hit = self.layout_now.at(page, at.x(), at.y())
        if hit is None:
            return
        if hit.paths:
            self._stop = (hit.passage, hit.paths[0])
            self.chosen.emit(hit, stay)
        else:
            self.fixed.emit()

    def _point(self, page: int, at: QPointF) -> None:
        hit = self.layout_now.at(page, at.x(), at.y())
        asked = hit if hit and hit.paths else None
        self.sheets[page].setCursor(Qt.CursorShape.PointingHandCursor if asked else Qt.CursorShape.ArrowCursor)
        self._mark(under=self.layout_now.areas(asked.passage, asked.paths) if asked else ())

    def _hit_at(self, point: QPointF) -> Hit | None:
        """Return what stands at a point of the view."""
        sheet = next((one for one in self.seen() if one.geometry().contains(self.on_desk(point))), None)
        if sheet is None:
            return None
        inside = QPointF(self.on_desk(point) - sheet.pos()) / self.scale
        return self.layout_now.at(sheet.number, inside.x(), inside.y())

    def _road_words(self, hit: Hit) -> str:
        return say("Go to “{question}”", question=self._name_of(hit.paths[0]))

    def _keep_choice(self) -> None:
        """Stay on the answer that is chosen, wherever it stands now; if it is gone, go to one on the page."""
        if self._stop is None or self._stop in self.layout_now.stops:
            return
        at, path = self._stop
        same = [stop for stop in self.layout_now.stops if stop[1] == path]
        self._stop = min(same, key=lambda stop: abs(stop[0] - at), default=None) or self._first_here()

    def _first_here(self) -> tuple[int, str] | None:
        """Return the first answer on the page that is read, or behind it."""
        stops = self.layout_now.stops
        return next((stop for stop in stops if self.layout_now.areas(stop[0])[0].page >= self.page), None)

    def _areas_of(self, paths: tuple[str, ...]) -> tuple[Area, ...]:
        """Return where an answer is shown first: all passages there that belong to it, such as those of a table."""
        path, shown = next(((path, found) for path in paths if (found := self.layout_now.showing(path))), ("", ()))
        together = list(shown[:1])
        for number in shown[1:]:
            if number - together[-1] > _APART:
                break
            together.append(number)
        return tuple(area for number in together for area in self.layout_now.areas(number, self._meant(path, number)))

    def _meant(self, path: str, passage: int) -> tuple[str, ...]:
        """Return what of a passage shows an answer, or something of it."""
        paths = self.layout_now.passages[passage].paths
        return tuple(one for one in paths if one == path or one.startswith(f"{path}/"))

    def _chosen_areas(self) -> tuple[Area, ...]:
        return self.layout_now.areas(self._stop[0], (self._stop[1],)) if self._stop else ()

    def _nearest(self, changed: tuple[Area, ...]) -> Area:
        """Return the change in what the person is typing; else the first one."""
        typed = {(area.page, area.y) for area in self._all.focus}
        return next((area for area in changed if (area.page, area.y) in typed), changed[0])

    def _mark(
        self,
        *,
        focus: tuple[Area, ...] | None = None,
        chosen: tuple[Area, ...] | None = None,
        under: tuple[Area, ...] | None = None,
        changed: tuple[Area, ...] | None = None,
        strength: float = 1.0,
    ) -> None:
        given = {"focus": focus, "chosen": chosen, "under": under, "changed": changed}
        fresh = {name: areas for name, areas in given.items() if areas is not None}
        self._all = replace(self._all, strength=strength, **fresh)
        self.show_marks(self._all, self._limit, old=self._is_old)

    def _name(self) -> None:
        """Say which page is read."""
        if self.page_count:
            name = say("Preview, page {n} of {all}", n=self.page + 1, all=self.page_count)
        else:
            name = say("Preview of the document")
        if name == self.accessibleName():
            return
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            say(
                "The pages as they will be printed. Everything on them is asked in the form. "
                "Up and Down go from answer to answer, Enter goes to its question."
            )
        )

    def _tell_pages(self) -> None:
        """Give the pages that are seen their words, for whoever hears them."""
        for sheet in self.seen():
            if sheet.number not in self._told:
                self._told.add(sheet.number)
                sheet.setAccessibleDescription(self.layout_now.text_of(sheet.number))
