# SPDX-License-Identifier: MPL-2.0
"""The look of the window: Fusion, a palette, one style sheet, our own letters; light or dark as the system asks."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from evidencepack.paths.resources import resource
from evidencepack.ui.icons import coloured
from evidencepack.ui.sheet import SHEET
from evidencepack.ui.tokens import DARK, LIGHT, Tokens

FAMILY = "Source Sans 3"
SIZE = 12.0
"""Size of body text and controls in points."""

_DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><circle cx="10" cy="10" r="6" fill="{}"/></svg>'
_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface2",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "surface2",
    QPalette.ColorRole.Shadow: "control",
    QPalette.ColorRole.Accent: "accent",
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
        self._app.setStyleSheet(SHEET.substitute(asdict(self.tokens), **self._draw_pictures()))
        self.changed.emit()

    def _draw_pictures(self) -> dict[str, str]:
        tokens = self.tokens
        scheme = "dark" if tokens is DARK else "light"
        pictures = {
            "check": coloured("check", tokens.on_accent, width=3),
            "chevron": coloured("chevron-down", tokens.text),
            "dot": _DOT.format(tokens.accent),
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


def tokens() -> Tokens:
    """Return the colours that are on now."""
    return look().tokens


def colour(name: str) -> QColor:
    """Return one of the colours that are on now."""
    return QColor(getattr(tokens(), name))


def _palette(colours: Tokens) -> QPalette:
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(colours, name)))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return palette


def _load_fonts() -> None:
    """Load the window's own letters, and the Bengali ones of the documents, which few systems have."""
    for file in (*resource("fonts-ui").glob("*.ttf"), *resource("fonts").glob("NotoSansBengali-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
