# SPDX-License-Identifier: MPL-2.0
"""The look of the window: Fusion, a palette, one style sheet, our own letters; light or dark as the system asks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from evidencepack.paths.resources import resource
from evidencepack.ui.icons import coloured
from evidencepack.ui.sheet import SHEET
from evidencepack.ui.tokens import DARK, LIGHT, Ink, Tokens

FAMILY = "Source Sans 3"
SIZE = 12.0
"""Size of body text and controls in points."""

_DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><circle cx="10" cy="10" r="6" fill="{}"/></svg>'
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
    """Dresses the application, and again when the system turns light or dark. ``changed`` says that it did."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        # Style sheets name pictures by file and cannot colour them.
        self._pictures = QTemporaryDir()
        self.tokens = LIGHT
        app.setStyle(QStyleFactory.create("Fusion"))
        _load_fonts()
        font = QFont(FAMILY)
        font.setPointSizeF(SIZE)
        app.setFont(font)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.follow)
        self.follow(hints.colorScheme())

    def follow(self, scheme: Qt.ColorScheme) -> None:
        """Put on the colours of a scheme; an unknown one is light."""
        self.tokens = DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        self._app.setPalette(_palette(self.tokens))
        self._app.setStyleSheet(
            SHEET.substitute({str(ink): code for ink, code in self.tokens.items()}, **self._draw_pictures())
        )
        self.changed.emit()

    def _draw_pictures(self) -> dict[str, str]:
        tokens = self.tokens
        scheme = "dark" if tokens is DARK else "light"
        pictures = {
            "check": coloured("check", tokens[Ink.ON_ACCENT], width=3),
            "chevron": coloured("chevron-down", tokens[Ink.TEXT]),
            "dot": _DOT.format(tokens[Ink.ACCENT]),
        }
        paths = {name: Path(self._pictures.path()) / f"{scheme}-{name}.svg" for name in pictures}
        for name, svg in pictures.items():
            paths[name].write_text(svg, encoding="utf-8")
        return {name: path.as_posix() for name, path in paths.items()}


def look() -> Look:
    """Return the look of the running application; made when it is first asked for."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("there is no application to dress")
    return app.findChild(Look) or Look(app)


def colour(ink: Ink) -> QColor:
    """Return one of the colours that are on now."""
    return QColor(look().tokens[ink])


def _palette(colours: Tokens) -> QPalette:
    palette = QPalette()
    for role, ink in _ROLES.items():
        palette.setColor(role, QColor(colours[ink]))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours[Ink.DISABLED]))
    return palette


def _load_fonts() -> None:
    """Load the window's own letters, and the Bengali ones of the documents, which few systems have."""
    for file in (*resource("fonts-ui").glob("*.ttf"), *resource("fonts").glob("NotoSansBengali-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
