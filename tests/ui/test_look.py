# SPDX-License-Identifier: MPL-2.0
"""Colours can be told apart by everyone, in light and dark, and the window follows the system."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from evidencepack.paths.resources import resource
from evidencepack.ui import look as look_module
from evidencepack.ui.icons import icon
from evidencepack.ui.layout_width import LayoutWidth, layout_width
from evidencepack.ui.look import EASIER, FAMILY, Look, look
from evidencepack.ui.tokens import CONTRAST, DARK, LIGHT, Ink, Tokens
from evidencepack.usecases.preferences import Colours, Preferences, Typeface

_GROUNDS = ("window", "surface", "surface2")
_PAIRS = [
    *(("text", ground, 7.0) for ground in (*_GROUNDS, "accent_soft", "error_soft", "warn_soft", "ok_soft")),
    *(("text", ground, 7.0) for ground in ("mark", "add", "cut")),
    *(("muted", ground, 4.5) for ground in (*_GROUNDS, "accent_soft")),
    *((ink, ground, 4.5) for ink in ("accent", "error", "warn", "ok") for ground in ("window", "surface")),
    ("on_accent", "accent", 4.5),
    ("on_accent", "accent_hover", 4.5),
    ("nav_text", "nav", 4.5),
    ("nav_sel_text", "nav_sel", 4.5),
    ("control", "surface", 3.0),
    ("control", "window", 3.0),
    ("focus_ink", "focus", 3.0),
]

_FONTS = tomllib.loads(resource("fonts-ui", "SOURCES.toml").read_text(encoding="utf-8"))["font"]


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize(("ink", "ground", "least"), _PAIRS)
def test_ink_stands_out_from_its_ground(tokens: Tokens, ink: str, ground: str, least: float) -> None:
    assert contrast(tokens[Ink(ink)], tokens[Ink(ground)]) >= least


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_one_of_the_two_lines_of_the_ring_stands_out_from_the_page(tokens: Tokens) -> None:
    best = max(contrast(tokens[line], tokens[Ink.WINDOW]) for line in (Ink.FOCUS, Ink.FOCUS_INK))

    assert best >= 3


@pytest.fixture
def dress(qapp: QApplication) -> Iterator[Look]:
    """The look of the window, as it was before once the test is over."""
    del qapp
    yield look()
    look().wear(Preferences(colours=Colours.LIGHT))
    look().wear(Preferences())


def window_colour(qapp: QApplication) -> str:
    return qapp.palette().color(QPalette.ColorRole.Window).name().upper()


@pytest.mark.parametrize(
    ("colours", "tokens"), [(Colours.LIGHT, LIGHT), (Colours.DARK, DARK), (Colours.CONTRAST, CONTRAST)]
)
def test_a_person_can_choose_the_colours(qapp: QApplication, dress: Look, colours: Colours, tokens: Tokens) -> None:
    dress.wear(Preferences(colours=colours))

    assert window_colour(qapp) == tokens[Ink.WINDOW]


@pytest.fixture
def turn(dress: Look, monkeypatch: pytest.MonkeyPatch) -> Callable[[Qt.ColorScheme], None]:
    """A system that turns light and dark: the one of the tests has one scheme only."""

    def to(scheme: Qt.ColorScheme) -> None:
        monkeypatch.setattr(dress, "_hints", SimpleNamespace(colorScheme=lambda: scheme))
        QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)

    return to


def test_the_window_turns_with_the_system_at_once(qapp: QApplication, turn: Callable[[Qt.ColorScheme], None]) -> None:
    turn(Qt.ColorScheme.Dark)
    assert window_colour(qapp) == DARK[Ink.WINDOW]

    turn(Qt.ColorScheme.Light)
    assert window_colour(qapp) == LIGHT[Ink.WINDOW]


def test_a_person_who_chose_is_not_turned_by_the_system(
    qapp: QApplication, dress: Look, turn: Callable[[Qt.ColorScheme], None]
) -> None:
    dress.wear(Preferences(colours=Colours.LIGHT))
    turn(Qt.ColorScheme.Dark)

    assert window_colour(qapp) == LIGHT[Ink.WINDOW]


def test_text_and_what_grows_with_it_get_larger(qapp: QApplication, dress: Look) -> None:
    dress.wear(Preferences(text_size=200))

    assert qapp.font().pointSizeF() == 24
    assert dress.scaled(48) == 96
    assert "font-size: 38pt" in qapp.styleSheet()
    assert "border: 1px solid" in qapp.styleSheet()


def test_easier_letters_are_a_family_of_their_own(qapp: QApplication, dress: Look) -> None:
    dress.wear(Preferences(typeface=Typeface.EASIER))

    assert qapp.font().family() == EASIER
    assert qapp.font().pointSizeF() == pytest.approx(11.04)
    assert {"Regular", "SemiBold", "Bold"} <= set(QFontDatabase.styles(EASIER))


def test_fewer_movements_can_be_asked_for(dress: Look) -> None:
    assert not dress.calm
    dress.wear(Preferences(fewer_movements=True))

    assert dress.calm


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


@pytest.mark.parametrize("font", _FONTS, ids=lambda font: font["file"])
def test_the_letters_have_the_bytes_and_the_licence_their_source_names(font: dict[str, str]) -> None:
    assert hashlib.sha256(resource("fonts-ui", font["file"]).read_bytes()).hexdigest() == font["sha256"]
    assert "SIL OPEN FONT LICENSE" in resource("fonts-ui", font["licence_file"]).read_text(encoding="utf-8")


def test_every_file_of_letters_and_icons_has_a_source() -> None:
    icons = tomllib.loads(resource("icons", "SOURCES.toml").read_text(encoding="utf-8"))["icons"]

    assert {font["file"] for font in _FONTS} == {path.name for path in resource("fonts-ui").glob("*.ttf")}
    assert set(icons) == {path.stem for path in resource("icons").glob("*.svg")}


def test_larger_text_makes_a_window_narrower() -> None:
    assert layout_width(1366, text_size=1.25) is LayoutWidth.SLIM


@pytest.mark.parametrize(
    ("pixels", "width"),
    [
        (1366, LayoutWidth.WIDE),
        (1280, LayoutWidth.WIDE),
        (1279, LayoutWidth.MIDDLE),
        (1093, LayoutWidth.SLIM),
        (979, LayoutWidth.NARROW),
        (760, LayoutWidth.NARROW),
        (683, LayoutWidth.TIGHT),
    ],
)
def test_a_width_has_one_class(pixels: int, width: LayoutWidth) -> None:
    assert layout_width(pixels) is width
