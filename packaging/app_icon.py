# SPDX-License-Identifier: MPL-2.0
"""Draws the program's icon in every size and format that a system asks for, from resources/app/evidencepack.svg."""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources" / "app" / "evidencepack.svg"
ICONS = ROOT / "build" / "icon"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_WINDOWS = (16, 24, 32, 48, 64, 128, 256)


def make_icons(folder: Path = ICONS) -> None:
    """Write the icon as PNG in every size, as ICO for Windows and as ICNS for macOS."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        drawn(size).save(folder / f"{size}.png", optimize=True)
    drawn(256).save(folder / "evidencepack.ico", sizes=[(size, size) for size in _WINDOWS])
    drawn(512).save(folder / "evidencepack.icns")


def drawn(size: int) -> Image.Image:
    """Return the icon as a picture of so many pixels a side."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication(["icon"])
    picture = QImage(size, size, QImage.Format.Format_RGBA8888)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    del app
    return Image.frombytes("RGBA", (size, size), bytes(picture.constBits()))


if __name__ == "__main__":
    make_icons()
