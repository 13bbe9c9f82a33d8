# SPDX-License-Identifier: MPL-2.0
"""Every colour of the window, by what it is for. Text reaches 7:1 on its ground, edges of controls 3:1 (WCAG 2.2)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias


class Ink(StrEnum):
    """What a colour is for. ``ON_ACCENT`` stands on ``ACCENT``; ``DESK`` lies round the paper."""

    WINDOW = "window"
    SURFACE = "surface"
    SURFACE2 = "surface2"
    TEXT = "text"
    MUTED = "muted"
    DISABLED = "disabled"
    BORDER = "border"
    CONTROL = "control"
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ACCENT_SOFT = "accent_soft"
    ON_ACCENT = "on_accent"
    ERROR = "error"
    WARN = "warn"
    OK = "ok"
    FOCUS = "focus"
    FOCUS_INK = "focus_ink"
    DESK = "desk"


Tokens: TypeAlias = Mapping[Ink, str]
"""One set of colours, each as ``#rrggbb``."""

LIGHT: Tokens = {
    Ink.WINDOW: "#F3F5F6",
    Ink.SURFACE: "#FFFFFF",
    Ink.SURFACE2: "#EAEFF1",
    Ink.TEXT: "#0B0C0C",
    Ink.MUTED: "#4A5358",
    Ink.DISABLED: "#7B858A",
    Ink.BORDER: "#D3DADD",
    Ink.CONTROL: "#6B757B",
    Ink.ACCENT: "#0B5C6B",
    Ink.ACCENT_HOVER: "#084552",
    Ink.ACCENT_SOFT: "#DCECEF",
    Ink.ON_ACCENT: "#FFFFFF",
    Ink.ERROR: "#A8131C",
    Ink.WARN: "#7D4400",
    Ink.OK: "#00633A",
    Ink.FOCUS: "#FFDD00",
    Ink.FOCUS_INK: "#0B0C0C",
    Ink.DESK: "#DDE4E7",
}

DARK: Tokens = {
    Ink.WINDOW: "#14191C",
    Ink.SURFACE: "#1C2327",
    Ink.SURFACE2: "#263036",
    Ink.TEXT: "#F1F4F5",
    Ink.MUTED: "#B3BEC4",
    Ink.DISABLED: "#7C888F",
    Ink.BORDER: "#3A464D",
    Ink.CONTROL: "#8C9AA2",
    Ink.ACCENT: "#5CC3D6",
    Ink.ACCENT_HOVER: "#86D6E4",
    Ink.ACCENT_SOFT: "#173A42",
    Ink.ON_ACCENT: "#06262D",
    Ink.ERROR: "#FF9494",
    Ink.WARN: "#F2B866",
    Ink.OK: "#6FD39A",
    Ink.FOCUS: "#FFDD00",
    Ink.FOCUS_INK: "#FFDD00",
    Ink.DESK: "#0F1315",
}
