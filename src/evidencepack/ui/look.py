# SPDX-License-Identifier: MPL-2.0
"""The look of the window: Fusion, a palette, one style sheet, our own letters; as somebody chose or the system asks."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from evidencepack.paths.resources import resource
from evidencepack.ui.icons import coloured
from evidencepack.ui.sheet import SHEET
from evidencepack.ui.tokens import CONTRAST, DARK, LIGHT, Ink, Tokens
from evidencepack.usecases.preferences import Colours, Preferences, Typeface

FAMILY = "Source Sans 3"
EASIER = "Atkinson Hyperlegible Next"

STYLE, STYLED = "Fusion", "styled"
"""Qt's style that ours is drawn on, and the property of an application that began with it."""

BODY = 12.0
"""Size of body text and controls in points, at a text size of 100 %."""

_FAMILIES = {Typeface.USUAL: (FAMILY, 1.0), Typeface.EASIER: (EASIER, 0.92)}
"""Family, and its size beside the usual one: letters that are drawn larger need fewer points."""

_FILES = {FAMILY: ("fonts-ui", "SourceSans3_"), EASIER: ("fonts-ui", "AtkinsonHyperlegibleNext_")}
_BENGALI = ("fonts", "NotoSansBengali-")
"""Where the files of a family are, and with what their names begin. Few systems have Bengali letters."""

_SETS = {Colours.LIGHT: LIGHT, Colours.DARK: DARK, Colours.CONTRAST: CONTRAST}
_LENGTH = re.compile(r"\b(\d+(?:\.\d+)?)(pt|px)\b")
_HAIRLINE = 4
"""Lengths up to this many pixels are lines and edges: they stay as they are when text grows."""

_DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><circle cx="10" cy="10" r="6" fill="{}"/></svg>'
_TURNED = '<path transform="rotate(180 12 12)"'
_ROLES = {
    QPalette.ColorRole.Window: Ink.WINDOW,
    QPalette.ColorRole.Base: Ink.SURFACE,
    QPalette.ColorRole.AlternateBase: Ink.SURFACE2,
    QPalette.ColorRole.Text: Ink.TEXT,
    QPalette.ColorRole.WindowText: Ink.TEXT,
    QPalette.ColorRole.ButtonText: Ink.TEXT,
    QPalette.ColorRole.Button: Ink.SURFACE,
    QPalette.ColorRole.Highlight: Ink.ACCENT,
    QPalette.ColorRole.HighlightedText: Ink.ON_ACCENT,
    QPalette.ColorRole.PlaceholderText: Ink.MUTED,
    QPalette.ColorRole.ToolTipBase: Ink.TEXT,
    QPalette.ColorRole.ToolTipText: Ink.SURFACE,
    QPalette.ColorRole.Link: Ink.ACCENT,
    QPalette.ColorRole.Mid: Ink.BORDER,
    QPalette.ColorRole.Dark: Ink.CONTROL,
    QPalette.ColorRole.Light: Ink.SURFACE,
    QPalette.ColorRole.Midlight: Ink.SURFACE2,
    QPalette.ColorRole.Shadow: Ink.CONTROL,
    QPalette.ColorRole.Accent: Ink.ACCENT,
}
_DISABLED = (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText)


class Look(QObject):
    """Dresses the application, and again when the person or the system asks for it. ``changed`` says that it did."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        # Style sheets name pictures by file and cannot colour them.
        self._pictures = QTemporaryDir()
        self._preferences = Preferences()
        self.tokens = LIGHT
        if not app.property(STYLED):
            app.setStyle(STYLE)
        self._families: set[str] = set()
        _load_fonts(*_BENGALI)
        # Kept: what these hand out lives no longer than they do.
        self._hints = QGuiApplication.styleHints()
        self._wishes = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(lambda _scheme: self._dress())
        self._wishes.contrastPreferenceChanged.connect(lambda _contrast: self._dress())
        self._dress()

    @property
    def calm(self) -> bool:
        """Whether nothing is to move."""
        asked = self._wishes.motionPreference() is Qt.MotionPreference.ReducedMotion
        return self._preferences.fewer_movements or asked

    def wear(self, preferences: Preferences) -> None:
        """Put on what a person chose."""
        before, self._preferences = self._preferences, preferences
        looks = [(one.colours, one.text_size, one.typeface) for one in (before, preferences)]
        if looks[0] != looks[1]:
            self._dress()

    def points(self, size: float) -> float:
        """Return a size of type as the person wishes it, in points; ``size`` is the one at 100 %."""
        return size * self._preferences.text_size / 100 * _FAMILIES[self._preferences.typeface][1]

    def scaled(self, pixels: float) -> int:
        """Return a length that grows with the text, in pixels; ``pixels`` is the one at 100 %."""
        return round(pixels * self._preferences.text_size / 100)

    def _dress(self) -> None:
        self.tokens = self._set()
        family, _ = _FAMILIES[self._preferences.typeface]
        if family not in self._families:
            self._families.add(family)
            _load_fonts(*_FILES[family])
        font = QFont(family)
        font.setPointSizeF(self.points(BODY))
        self._app.setFont(font)
        self._app.setPalette(_palette(self.tokens))
        sheet = SHEET.substitute({str(ink): code for ink, code in self.tokens.items()}, **self._draw_pictures())
        self._app.setStyleSheet(_LENGTH.sub(self._fit, sheet))
        self.changed.emit()

    def _set(self) -> Tokens:
        """Return the colours that were chosen; else those that the system asks for, light if it says nothing."""
        chosen = self._preferences.colours
        if chosen is not Colours.SYSTEM:
            return _SETS[chosen]
        if self._wishes.contrastPreference() is Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if self._hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT

    def _fit(self, length: re.Match[str]) -> str:
        size, unit = float(length[1]), length[2]
        if unit == "pt":
            return f"{self.points(size):g}pt"
        return length[0] if size <= _HAIRLINE else f"{self.scaled(size)}px"

    def _draw_pictures(self) -> dict[str, str]:
        tokens = self.tokens
        pictures = {
            "check": coloured("check", tokens[Ink.ON_ACCENT], width=3),
            "chevron": coloured("chevron-down", tokens[Ink.TEXT]),
            "chevron_up": coloured("chevron-down", tokens[Ink.TEXT]).replace("<path", _TURNED),
            "dot": _DOT.format(tokens[Ink.ACCENT]),
        }
        scheme = tokens[Ink.WINDOW].lstrip("#") + tokens[Ink.ACCENT].lstrip("#")
        paths = {name: Path(self._pictures.path()) / f"{scheme}-{name}.svg" for name in pictures}
        for name, svg in pictures.items():
            paths[name].write_text(svg, encoding="utf-8")
        return {name: path.as_posix() for name, path in paths.items()}


_WORN: list[Look] = []
"""The look of the application. To look for it among the children of that would have Qt for Python make each of them."""


def look() -> Look:
    """Return the look of the running application; made when it is first asked for."""
    if not _WORN or not isValid(_WORN[0]):
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("there is no application to dress")
        _WORN[:] = [Look(app)]
    return _WORN[0]


def colour(ink: Ink) -> QColor:
    """Return one of the colours that are on now."""
    return QColor(look().tokens[ink])


def scaled(pixels: float) -> int:
    """Return a length that grows with the text, in pixels; ``pixels`` is the one at 100 %."""
    return look().scaled(pixels)


def sized(font: QFont, points: float, *, bold: bool = False) -> QFont:
    """Return a font at a size of type (that at 100 %), for those who paint words themselves."""
    made = QFont(font)
    made.setPointSizeF(look().points(points))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def restyle(widget: QWidget) -> None:
    """Have the style sheet looked at again, after a property that it asks for has changed.

    A widget that was never shown has it looked at when it is.
    """
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _palette(colours: Tokens) -> QPalette:
    palette = QPalette()
    for role, ink in _ROLES.items():
        palette.setColor(role, QColor(colours[ink]))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours[Ink.DISABLED]))
    return palette


def _load_fonts(folder: str, beginning: str) -> None:
    """Load the letters in those files of a folder whose names begin so."""
    for file in sorted(resource(folder).iterdir()):
        if file.name.startswith(beginning) and file.suffix == ".ttf":
            QFontDatabase.addApplicationFont(str(file))
