# SPDX-License-Identifier: MPL-2.0
"""Colours can be told apart by everyone, in light and dark, and the window follows the system."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from evidencepack.paths.resources import resource
from evidencepack.ui import look as look_module
from evidencepack.ui.icons import icon
from evidencepack.ui.layout_width import LayoutWidth, layout_width
from evidencepack.ui.look import FAMILY, look
from evidencepack.ui.tokens import DARK, LIGHT, Ink, Tokens

_PAIRS = [
    *((ink, ground, 7.0) for ink in ("text",) for ground in ("window", "surface", "surface2", "accent_soft")),
    *(("muted", ground, 4.5) for ground in ("window", "surface", "surface2", "accent_soft")),
    *((ink, ground, 4.5) for ink in ("accent", "error", "warn", "ok") for ground in ("window", "surface")),
    ("on_accent", "accent", 4.5),
    ("on_accent", "accent_hover", 4.5),
    ("control", "surface", 3.0),
    ("control", "window", 3.0),
    ("focus_ink", "window", 3.0),
    ("focus_ink", "surface", 3.0),
]


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), _PAIRS)
def test_ink_stands_out_from_its_ground(tokens: Tokens, ink: str, ground: str, least: float) -> None:
    assert contrast(tokens[Ink(ink)], tokens[Ink(ground)]) >= least


def test_the_window_follows_the_system(qapp: QApplication) -> None:
    seen: list[str] = []
    dress = look()
    dress.changed.connect(lambda: seen.append(dress.tokens[Ink.WINDOW]))

    dress.follow(Qt.ColorScheme.Dark)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK[Ink.WINDOW]
    dress.follow(Qt.ColorScheme.Light)

    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT[Ink.WINDOW]
    assert seen == [DARK[Ink.WINDOW], LIGHT[Ink.WINDOW]]
    assert look() is dress


def test_the_letters_of_the_window_come_with_it(qapp: QApplication) -> None:
    look()

    assert qapp.font().family() == FAMILY
    assert {"Regular", "SemiBold", "Bold"} <= set(QFontDatabase.styles(FAMILY))


def test_no_colour_is_written_outside_the_tokens() -> None:
    folder = Path(look_module.__file__).parent
    found = {
        file.name
        for file in folder.rglob("*.py")
        if file.name != "tokens.py" and re.search(r"#[0-9A-Fa-f]{6}\b", file.read_text(encoding="utf-8"))
    }

    assert found == set()


def test_an_icon_is_crisp_at_every_scale(qapp: QApplication) -> None:
    del qapp
    drawn = icon("panel-right", QColor(LIGHT[Ink.TEXT]))

    assert sorted(size.width() for size in drawn.availableSizes()) == [18, 36, 54]


def test_every_icon_is_used() -> None:
    folder = Path(look_module.__file__).parent
    source = "\n".join(file.read_text(encoding="utf-8") for file in folder.rglob("*.py"))

    unused = {file.stem for file in resource("icons").glob("*.svg") if f'"{file.stem}"' not in source}

    assert unused == set()
    assert "ISC" in resource("icons", "LICENSE").read_text(encoding="utf-8")


def test_the_letters_have_the_bytes_and_the_licence_their_source_names() -> None:
    sources = tomllib.loads(resource("fonts-ui", "SOURCES.toml").read_text(encoding="utf-8"))

    for file in sources["file"]:
        assert hashlib.sha256(resource("fonts-ui", file["file"]).read_bytes()).hexdigest() == file["sha256"]
    assert {file["file"] for file in sources["file"]} == {path.name for path in resource("fonts-ui").glob("*.ttf")}
    licence = resource("fonts-ui", sources["package"]["licence_file"]).read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence


@pytest.mark.parametrize(
    ("pixels", "width"),
    [
        (1366, LayoutWidth.WIDE),
        (1280, LayoutWidth.WIDE),
        (1279, LayoutWidth.MIDDLE),
        (1093, LayoutWidth.SLIM),
        (979, LayoutWidth.NARROW),
        (100, LayoutWidth.NARROW),
    ],
)
def test_a_width_has_one_class(pixels: int, width: LayoutWidth) -> None:
    assert layout_width(pixels) is width
